"""The edge cases that staff can read: what a plan says, what was measured, and what is judged.

Each case goes the whole way: its measure is read as from a plan file, its profile as from
``rapport.toml``, and the verdict and sentence are those that a report prints.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from fulfilment.world import REGION, World, cell
from rapport.domain.breakdown import Breakdown, Sex
from rapport.domain.follow_up import FollowUp, IndicatorDecision
from rapport.domain.measurement import Observation
from rapport.domain.outcome import Assessment, Change, Decision, Verdict
from rapport.domain.plan import Indicator, Plan
from rapport.domain.quantity import Gap
from rapport.domain.region import JudgementProfile
from rapport.fulfilment.rules import rolled_up
from rapport.sources.fields import FileModel
from rapport.sources.plan_file import read_plan
from rapport.sources.profiles import ProfileModel, profile_of
from rapport.sources.source_text import SourceText
from rapport.sources.strict_yaml import parse_yaml

Case = dict[str, Any]
ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent / "cases"
EDGES = HERE / "kantfall"
COVERAGE = HERE / "tackning.yaml"
NUMBERS = {*range(1, 42), *range(50, 64)}
"""The edge cases of the domain that are to be covered."""

FEWEST = 80

VERDICTS = {
    "uppfyllt": Verdict.MET,
    "delvis": Verdict.PARTLY,
    "ej uppfyllt": Verdict.NOT_MET,
    "kan inte bedömas": Verdict.NOT_ASSESSABLE,
    "ingen bedömning": None,
}
CHANGES = {
    "bättre": Change.BETTER,
    "oförändrat": Change.UNCHANGED,
    "sämre": Change.WORSE,
    "ingen": None,
}
MEASURE = {
    "id": "matt",
    "namn": "Måttet",
    "måttyp": "andel",
    "enhet": "procent",
    "decimaler": "1",
    "riktning": "högre är bättre",
    "visar": "perioden",
    "redovisas": ["T1", "T2", "T3", "ÅR"],
    "nivå_i_mätdata": "sjukhus",
    "kön": "saknas",
}
PLAN = {
    "id": "plan",
    "slag": "verksamhetsplan",
    "namn": "Planen",
    "nämnd": "hsn",
    "första_år": "2023",
    "sista_år": "2025",
}
PROFILE = {"namn": "Profil", "version": "2024:1", "beslutad_av": "Regionstyrelsen"}


def cases() -> list[Case]:
    """Every case of the folder."""
    return [
        case
        for path in sorted(EDGES.glob("*.yaml"))
        for case in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - the base loader makes texts only
    ]


def measure_of(written: Case) -> Indicator:
    """The measure, read as a plan file is."""
    text = yaml.safe_dump(
        {**PLAN, "styrmått": [{**MEASURE, **written}]}, allow_unicode=True, sort_keys=False
    )
    tree, problems = parse_yaml(SourceText("data/planer/plan.yaml", text))
    assert () == problems
    assert tree is not None
    plan, problems = read_plan(tree)
    assert () == problems
    assert isinstance(plan, Plan)
    (indicator,) = plan.indicators
    return indicator


def profile_for(written: Case | None) -> JudgementProfile:
    """The profile, read as in ``rapport.toml``; ten percent of the target unless said."""
    model: type[FileModel] = ProfileModel
    read = model.model_validate({**PROFILE, **(written or {"tolerans": "10 %"})})
    assert isinstance(read, ProfileModel)
    return profile_of(read)


def measured(row: Case) -> Observation:
    """One row of measured data."""
    sex = Sex(row["kön"]) if "kön" in row else None
    parts = (("besokstyp", row["uppdelning"]),) if "uppdelning" in row else ()
    return cell(
        row["period"],
        row.get("täljare"),
        row.get("nämnare"),
        of=Breakdown(sex, parts),
        at=row.get("enhet", REGION),
        value=row["värde"].replace(",", ".") if "värde" in row else None,
        gap=Gap(row["kod"]) if "kod" in row else None,
    )


def assessed(case: Case) -> Assessment:
    """The assessment that the case speaks of."""
    made = World(
        measure_of(case["styrmått"]),
        tuple(measured(row) for row in case["mätdata"]),
        occasion=case.get("tillfälle", "T2-2024"),
        threshold=int(case.get("tröskel", "5")),
        profile=profile_for(case.get("profil")),
    )
    if "beslutat" in case:
        decision = Decision(VERDICTS[case["beslutat"]] or Verdict.MET, "HSN", "2024-09-06", "Skäl")
        made = replace(
            made, follow_up=FollowUp(decisions=(IndicatorDecision("plan", "matt", decision),))
        )
    return made.by_breakdown(case.get("enhet", REGION))[case.get("serie", "T")]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["namn"]) for case in cases()])
def test_an_edge_case_is_judged_and_told_as_it_says(case: Case) -> None:
    """Verdict, change and sentence are those that the case expects."""
    found = assessed(case)
    said = found.explanation.replace("\u00a0", " ")

    assert VERDICTS[case["väntat"]] is found.verdict, said
    assert [part for part in case.get("mening", []) if part not in said] == [], said
    assert [part for part in case.get("inte_i_mening", []) if part in said] == [], said
    if "förändring" in case:
        assert CHANGES[case["förändring"]] is found.change
    if "beslutat" in case:
        assert VERDICTS[case["beslutat"]] is found.final_verdict


def test_there_are_as_many_cases_as_promised() -> None:
    """Enough to be a specification rather than a sample, each with its numbers."""
    assert len(cases()) >= FEWEST
    assert [case["namn"] for case in cases() if not case.get("nummer")] == []


def test_no_two_cases_have_the_same_name() -> None:
    """A name points at one case."""
    names = [case["namn"] for case in cases()]
    assert sorted(set(names)) == sorted(names)


def covered_elsewhere() -> dict[int, Case]:
    """The edge cases that are not about fulfilment, each with the tests that cover it."""
    listed = yaml.safe_load(COVERAGE.read_text(encoding="utf-8"))
    return {row["nummer"]: row for row in listed}


def test_every_edge_case_of_the_domain_is_covered() -> None:
    """By a case here, or by a test that the list of coverage names."""
    here = {int(number) for case in cases() for number in case["nummer"]}

    assert set() == NUMBERS - here - covered_elsewhere().keys()


def _places() -> Iterator[str]:
    for row in covered_elsewhere().values():
        yield from row["prov"]


@pytest.mark.parametrize("place", sorted(set(_places())))
def test_a_test_that_covers_an_edge_case_exists(place: str) -> None:
    """The list names a test function, or a folder of a mistake that is provoked."""
    path, _, name = place.partition("::")
    if not name:
        assert (ROOT / path / "expected.txt").is_file()
        return
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_what_is_rolled_up_is_a_proposal_of_its_parts() -> None:
    """All met is met, none better than not met is not met, and the rest is partly."""
    assert Verdict.MET is rolled_up([Verdict.MET, Verdict.MET])
    assert Verdict.NOT_MET is rolled_up([Verdict.NOT_MET, Verdict.NOT_MET])
    assert Verdict.PARTLY is rolled_up([Verdict.MET, Verdict.NOT_MET])
