"""Plan files become plans: what is written, what is left out, and mistakes in between."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from rapport.domain.activity import Timing
from rapport.domain.breakdown import Breakdown, Sex
from rapport.domain.period import OccasionKind, parse_period
from rapport.domain.plan import Indicator, Plan
from rapport.domain.problem import NOWHERE, Problem
from rapport.domain.target import (
    Aim,
    AtLeast,
    AtMost,
    Baseline,
    BaselineKind,
    Below,
    Directional,
    Target,
    TargetPath,
    Tolerance,
    ToleranceKind,
    Within,
    YearTarget,
)
from rapport.sources.plan_file import CalendarFile, read_plan
from rapport.sources.source_text import SourceText
from rapport.sources.strict_yaml import parse_yaml

ROOT = Path(__file__).parents[2]
REAL_PLANS = sorted((ROOT / "data" / "planer").glob("*.yaml"))

PLAN = """
id: plan
slag: verksamhetsplan
namn: Planen
nämnd: hsn
första_år: 2023
sista_år: 2025
"""
INDICATOR = """
styrmått:
  - id: matt
    namn: Måttet
    måttyp: {kind}
    enhet: {unit}
    riktning: högre är bättre
    visar: perioden
    redovisas: [T1, ÅR]
"""


def read(text: str) -> tuple[Plan | CalendarFile | None, tuple[Problem, ...]]:
    """What a plan file's text becomes."""
    tree, problems = parse_yaml(SourceText("data/planer/plan.yaml", text))
    if tree is None:
        return None, problems
    plan, found = read_plan(tree)
    return plan, (*problems, *found)


def plan_of(text: str) -> Plan:
    """The plan of a text without mistakes."""
    plan, problems = read(PLAN + text)
    assert () == problems
    assert isinstance(plan, Plan)
    return plan


def indicator_of(extra: str = "", kind: str = "andel", unit: str = "procent") -> Indicator:
    """The only measure of a plan, with extra lines."""
    lines = "".join(f"    {line}\n" for line in extra.splitlines())
    (indicator,) = plan_of(INDICATOR.format(kind=kind, unit=unit) + lines).indicators
    return indicator


def test_a_measure_without_choices_has_the_documented_defaults() -> None:
    """What the file leaves out is what the format description promises."""
    found = indicator_of()
    assert {
        "number": "1",
        "short_name": "Måttet",
        "data_id": "matt",
        "multiplier": Decimal(100),
        "path": TargetPath.LINEAR,
        "completeness": Decimal(1),
        "target_for_units": True,
        "tolerance": None,
        "occasions": frozenset({OccasionKind.T1, OccasionKind.YEAR}),
    } == {
        "number": found.number,
        "short_name": found.short_name,
        "data_id": found.data_id,
        "multiplier": found.multiplier,
        "path": found.path,
        "completeness": found.completeness,
        "target_for_units": found.target_for_units,
        "tolerance": found.tolerance,
        "occasions": found.occasions,
    }


def test_a_measure_knows_its_place() -> None:
    """Later problems with the measure can point at its id."""
    assert "data/planer/plan.yaml:10:9" == str(indicator_of().location)


@pytest.mark.parametrize(
    "written, target",
    [
        ("villkor: minst, värde: 100", AtLeast(Decimal(100))),
        ("villkor: högst, värde: '7,5'", AtMost(Decimal("7.5"))),
        ("villkor: färre än, värde: 1 000", Below(Decimal(1000))),
        ("villkor: intervall, från: 16.5, till: 17", Within(Decimal("16.5"), Decimal(17))),
        ("villkor: Öka", Directional(Aim.INCREASE)),
        ("villkor: minska", Directional(Aim.DECREASE)),
        ("villkor: bibehåll", Directional(Aim.MAINTAIN)),
    ],
)
def test_each_kind_of_target_is_read(written: str, target: Target) -> None:
    """The words of a plan become the domain's targets, with exact numbers."""
    found = indicator_of(f"mål: [{{år: 2025, {written}}}]").targets
    assert (YearTarget(2025, target, None),) == found


def test_a_target_for_one_sex_says_so() -> None:
    """The cell "K 16,0 M 17,2" is two targets of the same year."""
    figures = "{år: 2025, villkor: högst, värde: '16,0', kön: K}, {år: 2025, villkor: öka, kön: M}"
    found = [(t.breakdown, t.target) for t in indicator_of(f"mål: [{figures}]").targets]
    women = (Breakdown(Sex.WOMEN), AtMost(Decimal("16.0")))
    assert [women, (Breakdown(Sex.MEN), Directional(Aim.INCREASE))] == found


def test_a_baseline_keeps_what_was_printed_and_with_how_many_decimals() -> None:
    """The figure, its precision and the plan's own text stand beside each other."""
    (found,) = indicator_of(
        'ingångsvärden: [{slag: uppmätt, period: T1-2021, kön: K, värde: "91,90", tryckt: K 91%}]'
    ).baselines
    expected = Baseline(
        BaselineKind.MEASURED,
        parse_period("T1-2021"),
        Breakdown(Sex.WOMEN),
        "K 91%",
        Decimal("91.90"),
        2,
    )
    assert expected == found


def test_a_breakdown_follows_the_measures_order_of_dimensions() -> None:
    """However the cell names its dimensions, it is the same cell."""
    found = indicator_of(
        "dimensioner:\n"
        "  - {id: besokstyp, namn: Besökstyp, bedöms: ja, värden: {nybesok: Nybesök}}\n"
        "  - {id: niva, namn: Nivå, värden: {somatik: Somatik}}\n"
        "mål:\n"
        "  - {år: 2023, villkor: minst, värde: 1, uppdelning: {niva: somatik, besokstyp: nybesok}}"
    )
    expected = Breakdown(None, (("besokstyp", "nybesok"), ("niva", "somatik")))
    assert expected == found.targets[0].breakdown


@pytest.mark.parametrize(
    "written, tolerance",
    [
        ("10 %", Tolerance(ToleranceKind.RELATIVE, Decimal("0.1"))),
        ("2,5 procentenheter", Tolerance(ToleranceKind.ABSOLUTE, Decimal("2.5"))),
        ("25 % av vägen", Tolerance(ToleranceKind.SHARE_OF_WAY, Decimal("0.25"))),
    ],
)
def test_each_kind_of_tolerance_is_read(written: str, tolerance: Tolerance) -> None:
    """Relative, in the unit's own differences, and as a part of the way to the target."""
    assert tolerance == indicator_of(f"tolerans: {written}").tolerance


def test_a_rate_per_thousand_without_multiplier_is_a_mistake() -> None:
    """A figure a thousand times too small is caught before anything is computed."""
    text = PLAN + INDICATOR.format(kind="kvot", unit="per 1 000 invånare")
    assert ["fel-multiplikator"] == [problem.code for problem in read(text)[1]]


def test_an_activity_has_its_time_as_printed_and_as_understood() -> None:
    """The text "januari, maj" is kept, and known as the months in which one reports."""
    plan = plan_of(
        "målområden:\n"
        "  - id: omrade\n"
        "    namn: Området\n"
        "    aktiviteter:\n"
        '      - {id: a, nummer: 2b, text: Gör det, ansvariga: [Alla], tid: "januari, maj",\n'
        "         tid_slag: redovisas i, månader: [1, 5]}\n"
    )
    activity = plan.areas[0].activities[0]
    assert ("2b", "januari, maj", Timing.REPORTED_IN, (1, 5)) == (
        activity.number,
        activity.due.printed,
        activity.due.timing,
        activity.due.months,
    )


def test_a_calendar_file_is_told_from_a_plan_by_its_kind() -> None:
    """A file with "slag: beredningsplan" holds a calendar and no plan."""
    found, problems = read(
        "id: kalender\nslag: beredningsplan\nnamn: K\nnämnd: hsn\nexempeldata: ja\n"
        "beredningsplan: {år: 2024, rader: [{HSN: 27 sep, RF: 2025, avser: T2-2024}]}\n"
    )
    assert isinstance(found, CalendarFile)
    row = found.calendar.round_for("T2-2024")
    assert row is not None
    assert ((), True, ["27 sep", "2025"]) == (
        problems,
        found.calendar.is_example,
        [day.printed for _, day in row.days],
    )


def test_all_mistakes_of_a_file_are_told_at_once() -> None:
    """Five mistakes in five places give five problems in one run."""
    text = (
        PLAN.replace("2025", "25")
        + INDICATOR.format(kind="andl", unit="procent")
        + ("    decimal: 1\n    båda_könen: yes\n    mål: [{år: 2025, villkor: ungefär}]\n")
    )
    expected = ["inget-år", "okänt-ord", "okänd-nyckel", "inte-ja-eller-nej", "okänt-ord"]
    assert sorted(expected) == sorted(problem.code for problem in read(text)[1])


@pytest.mark.parametrize("path", REAL_PLANS, ids=lambda path: str(path.name))
def test_the_example_regions_plans_are_read_without_mistakes(path: Path) -> None:
    """The files that come with the project are correct."""
    found, problems = read(path.read_text(encoding="utf-8"))
    assert (True, ()) == (found is not None, problems)


def test_reading_twice_gives_the_same_plan() -> None:
    """A plan is a value: equal texts are equal plans."""
    text = INDICATOR.format(kind="andel", unit="procent")
    assert replace(plan_of(text), location=NOWHERE) == replace(plan_of(text), location=NOWHERE)
