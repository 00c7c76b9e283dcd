"""Assessments: rows in order, targets by sex and series, baselines, units, and blockers."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from fulfilment.world import COUNT, NORTH, SHARE, baseline, cell, months, stated, world
from rapport.domain.breakdown import MEN, TOTAL, WOMEN, Breakdown
from rapport.domain.follow_up import FollowUp, IndicatorDecision
from rapport.domain.outcome import Blocker, Change, Decision, Verdict
from rapport.domain.period import parse_period
from rapport.domain.plan import Basis, Better, Dimension, SexSplit
from rapport.domain.quantity import State, Unit
from rapport.domain.target import (
    Aim,
    AtLeast,
    AtMost,
    Directional,
    TargetPath,
    Tolerance,
    ToleranceKind,
    WithinYear,
)

NO_SEX = replace(SHARE, sex_split=SexSplit.UNAVAILABLE)
HALF = (stated(2023, AtLeast(Decimal(50))),)
UP = Directional(Aim.INCREASE)
GROWING = replace(
    COUNT,
    basis=Basis.CUMULATIVE,
    within_year=WithinYear.SEASONAL,
    sex_split=SexSplit.UNAVAILABLE,
    targets=(stated(2024, AtLeast(Decimal(1200))),),
)


def test_headline_comes_first_then_women_and_men() -> None:
    """The order of the rows is the order of the report."""
    made = world(replace(SHARE, targets=HALF), months("T2-2024", 10, 20)).assess()

    assert [TOTAL, WOMEN, MEN] == [one.breakdown for one in made]


def test_measure_without_sexes_has_one_row() -> None:
    """A printed "uppdelning i kön saknas" is a printed state, not two empty rows."""
    made = world(replace(NO_SEX, targets=HALF), months("T2-2024", 10, 20)).assess()

    assert [TOTAL] == [one.breakdown for one in made]


def test_one_target_for_all_judges_everybody_women_and_men() -> None:
    """Without a demand on both sexes the headline is judged on its own outcome."""
    made = world(
        replace(SHARE, targets=HALF),
        months("T2-2024", 90, 100, of="K"),
        months("T2-2024", 20, 100, of="M"),
    ).by_breakdown()

    assert (Verdict.MET, Verdict.MET, Verdict.NOT_MET) == (
        made["T"].verdict,
        made["K"].verdict,
        made["M"].verdict,
    )
    assert () == made["T"].parts


def test_targets_by_sex_are_rolled_up_to_the_headline() -> None:
    """K 16,0 and M 17,2 give no target for everybody; the verdict comes from the two."""
    targets = (stated(2023, AtMost(Decimal(16)), WOMEN), stated(2023, AtMost(Decimal(17)), MEN))
    tolerance = Tolerance(ToleranceKind.ABSOLUTE, Decimal("1.5"))
    made = world(
        replace(SHARE, targets=targets, better=Better.LOWER, tolerance=tolerance),
        months("T2-2024", 15, 100, of="K"),
        months("T2-2024", 18, 100, of="M"),
    ).by_breakdown()

    assert (Verdict.PARTLY, None) == (made["T"].verdict, made["T"].target)
    assert [WOMEN, MEN] == [part.breakdown for part in made["T"].parts]
    assert (Verdict.MET, Verdict.PARTLY) == (made["K"].verdict, made["M"].verdict)


def test_target_may_be_the_regions_only() -> None:
    """Units are shown without a verdict; the region is judged."""
    indicator = replace(NO_SEX, targets=HALF, target_for_units=False)
    made = world(indicator, months("T2-2024", 20, 100, at=NORTH))

    assert Blocker.TARGET_NOT_FOR_UNIT == made.headline(NORTH).blocker
    assert Verdict.NOT_MET == made.headline().verdict


def test_measure_not_due_has_no_verdict_and_no_figure() -> None:
    """A measure of T1, T2 and the year is neither red nor missing at T3."""
    made = world(
        replace(NO_SEX, targets=HALF), months("T3-2024", 1, 100), occasion="T3-2024"
    ).headline()

    assert (None, Blocker.NOT_DUE, State.NOT_DUE, None) == (
        made.verdict,
        made.blocker,
        made.state,
        made.outcome.value,
    )


def test_third_tertial_is_not_the_year() -> None:
    """At the year's end the whole year is judged, not September to December."""
    made = world(
        replace(NO_SEX, targets=HALF),
        months("ACK08-2024", 60, 100),
        months("T3-2024", 0, 100),
        occasion="AR-2024",
    ).headline()

    assert (Decimal(40), None) == (made.outcome.value, made.forecast)


def test_month_asked_for_by_hand_is_judged() -> None:
    """No plan names months; whoever builds a month's report wants to see it."""
    made = world(
        replace(NO_SEX, targets=HALF), months("2024-09", 60, 100), occasion="2024-09"
    ).headline()

    assert Verdict.MET == made.verdict


def test_missing_target_blocks_and_missing_outcome_blocks_first() -> None:
    """Each reason is named; the nearest to the figure wins."""
    assert Blocker.NO_TARGET == world(NO_SEX, months("T2-2024", 10, 20)).headline().blocker
    assert Blocker.NO_OUTCOME == world(NO_SEX).headline().blocker
    assert Blocker.INCOMPLETE == world(NO_SEX, months("2024-05", 10, 20)).headline().blocker


def test_count_is_judged_against_the_season_of_earlier_years() -> None:
    """Half the year's count by August in 2023 means half the target by August 2024."""
    made = world(
        GROWING, months("ACK08-2023", 50), months("T3-2023", 100), months("ACK08-2024", 80)
    ).headline()

    assert made.target is not None
    assert (AtLeast(Decimal(600)), Decimal(1200), Decimal("0.5")) == (
        made.target.target,
        made.target.year_value,
        made.target.share,
    )
    assert Verdict.MET == made.verdict


def test_count_at_the_years_end_meets_the_whole_target() -> None:
    """Twelve months are the year."""
    made = world(GROWING, months("AR-2024", 100), occasion="AR-2024").headline()

    assert made.target is not None
    assert (None, Verdict.MET) == (made.target.share, made.verdict)


def test_share_meets_the_whole_target_at_each_occasion() -> None:
    """A third of the year does not need a third of 50 %."""
    made = world(
        replace(NO_SEX, targets=HALF, within_year=WithinYear.SEASONAL), months("T1-2024", 20, 100),
        occasion="T1-2024",
    ).headline()  # fmt: skip

    assert made.target is not None
    assert (None, Verdict.NOT_MET) == (made.target.share, made.verdict)


def test_each_judged_series_is_judged_and_the_others_are_shown() -> None:
    """One target for nybesök and återbesök; care levels have figures but no verdict."""
    kinds = Dimension("typ", "Typ", (("ny", "Nybesök"), ("ater", "Återbesök")), judged=True)
    levels = Dimension("niva", "Nivå", (("pv", "Primärvård"), ("som", "Somatik")))
    rows = [
        cell(month, x, 100, of=Breakdown(None, (("typ", kind), ("niva", level))))
        for month in parse_period("T2-2024").months
        for kind, level, x in (
            ("ny", "pv", 10),
            ("ny", "som", 20),
            ("ater", "pv", 60),
            ("ater", "som", 70),
        )
    ]
    made = world(replace(NO_SEX, dimensions=(kinds, levels), targets=HALF), rows).by_breakdown()

    assert ["T", "typ=ny", "typ=ny;niva=pv", "typ=ny;niva=som"] == list(made)[:4]
    assert (Verdict.PARTLY, Verdict.NOT_MET, Verdict.MET) == (
        made["T"].verdict,
        made["typ=ny"].verdict,
        made["typ=ater"].verdict,
    )
    assert (None, None, Decimal(10)) == (
        made["typ=ny;niva=pv"].verdict,
        made["typ=ny;niva=pv"].blocker,
        made["typ=ny;niva=pv"].outcome.value,
    )


def test_direction_holds_until_the_year_of_the_number() -> None:
    """Öka 2023 and 100 % 2025: in 2024 it is still to increase."""
    indicator = replace(
        NO_SEX,
        targets=(stated(2023, UP), stated(2025, AtLeast(Decimal(100)))),
        path=TargetPath.LINEAR,
        baselines=(baseline("AR-2021", "75"),),
    )
    made = world(indicator, months("T2-2024", 78, 100)).headline()

    assert made.target is not None
    assert (UP, True, Verdict.MET) == (made.target.target, made.target.carried, made.verdict)


@pytest.mark.parametrize(
    "better, change",
    [(Better.HIGHER, Change.BETTER), (Better.LOWER, Change.WORSE), (Better.NEITHER, None)],
)
def test_change_is_better_or_worse_by_direction_not_by_sign(
    better: Better, change: Change | None
) -> None:
    """The same rise is good, bad, or just a rise."""
    made = world(
        replace(NO_SEX, better=better, targets=HALF),
        months("T2-2023", 40, 100),
        months("T2-2024", 50, 100),
    ).headline()

    assert change == made.change


def test_change_too_small_to_be_printed_is_no_change() -> None:
    """50,00 and 50,04 are both 50,0."""
    made = world(NO_SEX, months("T2-2023", 5000, 10000), months("T2-2024", 5004, 10000))

    assert Change.UNCHANGED == made.headline().change


def test_decided_verdict_stands_beside_the_computed() -> None:
    """The responsible office may decide otherwise, with its reason."""
    decision = Decision(Verdict.PARTLY, "Division Nära", "2024-09-06", "Ny definition")
    follow_up = FollowUp(decisions=(IndicatorDecision("plan", "matt", decision),))
    made = replace(
        world(replace(NO_SEX, targets=HALF), months("T2-2024", 10, 100)), follow_up=follow_up
    ).headline()

    assert (Verdict.NOT_MET, Verdict.PARTLY) == (made.verdict, made.final_verdict)


def test_above_a_hundred_percent_is_an_ordinary_outcome() -> None:
    """Beläggningsgrad 107,8 % is not cut off."""
    made = world(replace(NO_SEX, unit=Unit.PERCENT, targets=HALF), months("T2-2024", 539, 500))

    assert Decimal("107.8") == made.headline().outcome.value
