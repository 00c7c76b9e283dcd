"""The working behind a verdict: every number of it can be followed with a pocket calculator."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from fulfilment.world import (
    COUNT,
    NORTH,
    SHARE,
    SOUTH,
    WEST,
    World,
    baseline,
    months,
    stated,
    world,
)
from rapport.domain.plan import Basis, Better, SexSplit
from rapport.domain.target import (
    Aim,
    AtLeast,
    AtMost,
    Directional,
    EveryUnit,
    MeanOverYears,
    Tolerance,
    ToleranceKind,
    WithinYear,
)
from rapport.report.explanation_text import explanation_lines
from rapport.report.explanation_working import Working

UNITS = (NORTH, SOUTH, WEST)
PLAIN = replace(SHARE, sex_split=SexSplit.UNAVAILABLE)
GROWING = replace(
    COUNT,
    sex_split=SexSplit.UNAVAILABLE,
    basis=Basis.CUMULATIVE,
    within_year=WithinYear.SEASONAL,
    targets=(stated(2023, AtLeast(Decimal(1000))), stated(2025, AtLeast(Decimal(1400)))),
)


def working(made: World, of: str = "T", at: str = "region") -> list[str]:
    """The lines, with ordinary spaces and without indentation."""
    assessment = made.by_breakdown(at)[of]
    lines = Working(made.evaluation, assessment).lines()
    return [line.replace("\u00a0", " ").strip() for line in lines]


def test_every_month_and_unit_that_went_in_is_listed() -> None:
    """Their numerators and denominators add up to the outcome's."""
    target = (stated(2024, AtLeast(Decimal(80))),)
    found = working(
        world(
            replace(PLAIN, targets=target),
            months("T2-2024", 75, 100, at=NORTH),
            months("T2-2024", 90, 100, at=SOUTH),
        )
    )

    assert [
        "Månader (täljare / nämnare):",
        "maj 2024: 165 / 200",
        "juni 2024: 165 / 200",
        "juli 2024: 165 / 200",
        "augusti 2024: 165 / 200",
        "Enheter (täljare / nämnare):",
        "Norra sjukhuset: 300 / 400",
        "Södra sjukhuset: 360 / 400",
        "Utfall: 660 / 800 × 100 = 82,5",
        "Mål: minst 80 %",
        "Avstånd (minus är på fel sida): 2,5",
        "Tolerans: 10 % av målet: 0,1 × 80 = 8",
    ] == found


def test_a_target_on_a_line_and_by_season_is_worked_out() -> None:
    """The line between the years, the season's years and the part of the target."""
    found = working(
        world(
            GROWING,
            months("ACK08-2023", 50),
            months("T3-2023", 150),
            months("ACK08-2024", 70),
        )
    )

    assert "rätlinjigt 2023–2025: 1 000 + (1 400 − 1 000) × 1/2 = 1 200" in found
    assert "säsongen: (400) / (1 000) = 0,4" in found
    assert "del av årets mål: 1 200 × 0,4 = 480" in found
    assert "Avstånd (minus är på fel sida): 80" in found


def test_without_earlier_years_the_part_is_months_of_twelve() -> None:
    """And says so."""
    found = working(world(GROWING, months("ACK08-2024", 70)))

    assert "andelen: 8 månader av 12 = 0,666666667" in found


@pytest.mark.parametrize(
    "tolerance,line",
    [
        (
            Tolerance(ToleranceKind.RELATIVE, Decimal("0.05")),
            "Tolerans: 5 % av målet: 0,05 × 80 = 4",
        ),
        (Tolerance(ToleranceKind.ABSOLUTE, Decimal(3)), "Tolerans: 3 procentenheter"),
        (
            Tolerance(ToleranceKind.SHARE_OF_WAY, Decimal("0.25")),
            "Tolerans: 25 % av vägen till målet: 0,25 × |80 − 60| = 5",
        ),
    ],
)
def test_a_tolerance_becomes_a_number(tolerance: Tolerance, line: str) -> None:
    """Of the target, in points, or of the way from the baseline."""
    measure = replace(
        PLAIN,
        tolerance=tolerance,
        targets=(stated(2024, AtLeast(Decimal(80))),),
        baselines=(baseline("T2-2021", "60"),),
    )

    assert line in working(world(measure, months("T2-2024", 75, 100)))


def test_hidden_units_and_months_are_not_listed_at_all() -> None:
    """A list with one figure left out would give it away."""
    made = world(
        replace(PLAIN, targets=(stated(2024, AtLeast(Decimal(80))),)),
        months("T2-2024", 90, 100, at=NORTH),
        months("T2-2024", 90, 100, at=WEST),
        months("T2-2024", 1, 10, at=SOUTH),
    )
    found = working(made)

    assert "Enheter: visas inte, eftersom någon av dem skyddas." in found
    assert not any("Södra" in line for line in found)
    assert working(made, at=SOUTH) == []


def test_a_figure_other_than_the_outcome_is_named() -> None:
    """The worst unit, or the years of a mean."""
    worst = replace(
        PLAIN,
        better=Better.LOWER,
        targets=(stated(2024, EveryUnit(AtMost(Decimal(30)))),),
    )
    mean = replace(PLAIN, targets=(stated(2024, MeanOverYears(AtLeast(Decimal(50)), 2)),))

    assert "Bedömt värde: Södra sjukhuset, 40 (sämst av enheterna)" in working(
        world(worst, months("T2-2024", 20, 100, at=NORTH), months("T2-2024", 40, 100, at=SOUTH))
    )
    assert "Bedömt värde: (60 + 50) / 2 = 55" in working(
        world(mean, months("T2-2024", 60, 100), months("T2-2023", 50, 100))
    )


def test_what_a_direction_is_compared_with_is_shown() -> None:
    """The baseline and its period."""
    measure = replace(
        PLAIN,
        targets=(stated(2024, Directional(Aim.INCREASE)),),
        baselines=(baseline("T2-2021", "70.0", decimals=1),),
    )

    assert "jämförs med: 70 (maj–augusti 2021)" in working(
        world(measure, months("T2-2024", 75, 100))
    )


def test_women_and_men_add_up_to_the_measure() -> None:
    """Each part with its verdict, and what they make together."""
    measure = replace(SHARE, both_sexes=True, targets=(stated(2024, AtLeast(Decimal(70))),))
    found = working(
        world(measure, months("T2-2024", 80, 100, of="K"), months("T2-2024", 50, 100, of="M"))
    )

    assert ["Delar:", "Kvinnor: uppfyllt", "Män: ej uppfyllt", "tillsammans: delvis uppfyllt"] == (
        found[-4:]
    )


def test_the_whole_story_names_the_profile_and_every_source() -> None:
    """A controller sees by which rules, and where each row of data lies."""
    made = world(
        replace(PLAIN, targets=(stated(2024, AtLeast(Decimal(80))),)), months("T2-2024", 75, 100)
    )
    lines = list(explanation_lines(made.evaluation, made.plan, made.assess(), "Regionen"))

    assert "  Bedömd enligt profil, version 2024:1." in lines
    assert 4 == sum("data.csv" in line for line in lines)


def test_a_unit_is_placed_among_the_others_only_when_the_profile_says_so() -> None:
    """Three hospitals are too few for quarters, and without the wish nothing is said."""
    made = world(
        replace(PLAIN, targets=(stated(2024, AtLeast(Decimal(80))),)),
        *(months("T2-2024", 60 + 10 * at, 100, at=unit) for at, unit in enumerate(UNITS)),
    )
    wished = replace(made, profile=replace(made.profile, quarters=True))

    assert not any("Jämförelse" in line for line in working(made, at=NORTH))
    assert not any("Jämförelse" in line for line in working(wished, at=NORTH))
