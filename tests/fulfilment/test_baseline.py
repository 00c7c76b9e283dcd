"""Baselines: what a direction is judged against, for the region and for a unit."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from fulfilment.world import COUNT, NORTH, SHARE, baseline, months, stated, world
from rapport.domain.breakdown import TOTAL, WOMEN
from rapport.domain.outcome import Blocker, Verdict
from rapport.domain.period import parse_period
from rapport.domain.plan import Basis, SexSplit
from rapport.domain.quantity import State
from rapport.domain.target import (
    Aim,
    AtLeast,
    Baseline,
    BaselineKind,
    Directional,
    WithinYear,
)

NO_SEX = replace(SHARE, sex_split=SexSplit.UNAVAILABLE)
UP, DOWN = Directional(Aim.INCREASE), Directional(Aim.DECREASE)
INCREASE = (stated(2023, UP), stated(2025, UP))
GROWING = replace(
    COUNT,
    basis=Basis.CUMULATIVE,
    within_year=WithinYear.SEASONAL,
    sex_split=SexSplit.UNAVAILABLE,
    targets=(stated(2024, AtLeast(Decimal(1200))),),
)


def test_direction_with_baselines_by_sex_only_is_judged_by_sex() -> None:
    """A share for everybody cannot be made of two percentages, so women and men decide."""
    indicator = replace(
        SHARE,
        targets=INCREASE,
        baselines=(baseline("AR-2021", "44", "K"), baseline("AR-2021", "50", "M")),
    )
    made = world(
        indicator, months("T2-2024", 60, 100, of="K"), months("T2-2024", 40, 100, of="M")
    ).headline()

    assert (Verdict.PARTLY, None) == (made.verdict, made.blocker)


def test_broken_baseline_stops_the_whole_measure() -> None:
    """The printed "7 5%" is neither 7 nor 75: men are judged, women and everybody are not."""
    broken = Baseline(BaselineKind.UNREADABLE, parse_period("AR-2021"), WOMEN, "K: 7 5%")
    indicator = replace(SHARE, targets=INCREASE, baselines=(broken, baseline("AR-2021", "75", "M")))
    made = world(
        indicator, months("T2-2024", 80, 100, of="K"), months("T2-2024", 80, 100, of="M")
    ).by_breakdown()

    assert (Blocker.NOT_ALL_PARTS, Blocker.UNREADABLE_BASELINE, None) == (
        made["T"].blocker,
        made["K"].blocker,
        made["M"].blocker,
    )
    assert (Verdict.NOT_ASSESSABLE, State.NOT_ASSESSABLE) == (made["K"].verdict, made["K"].state)
    assert Verdict.MET == made["M"].verdict


@pytest.mark.parametrize(
    "kind", [BaselineKind.UNKNOWN, BaselineKind.FORECAST, BaselineKind.OTHER_DEFINITION]
)
def test_only_a_measured_baseline_is_compared_with(kind: BaselineKind) -> None:
    """Unknown, forecast and otherwise defined figures are shown but never judged against."""
    odd = Baseline(kind, parse_period("AR-2021"), TOTAL, "28 459", Decimal(28459))
    made = world(
        replace(NO_SEX, targets=INCREASE, baselines=(odd,)), months("T2-2024", 10, 20)
    ).headline()

    assert (Blocker.NO_BASELINE, odd) == (made.blocker, made.baseline)


def test_one_of_several_baselines_is_the_one_to_compare_with() -> None:
    """19 600 until August is set aside by the plan's author; the year's count is used."""
    aside = replace(baseline("ACK08-2021", "19600"), compared=False)
    indicator = replace(
        GROWING, targets=(stated(2024, UP),), baselines=(aside, baseline("AR-2021", "1200"))
    )
    made = world(indicator, months("ACK08-2024", 110)).headline()

    assert made.reference is not None
    assert (Decimal(800), Verdict.MET) == (made.reference.value, made.verdict)


def test_tertial_is_compared_with_the_same_tertial_of_the_baseline_year() -> None:
    """T2 2024 is compared with T2 2021, not with T1 or T3."""
    indicator = replace(
        NO_SEX,
        targets=INCREASE,
        baselines=tuple(baseline(f"T{t}-2021", v) for t, v in ((1, "12"), (2, "9"), (3, "12"))),
    )
    made = world(indicator, months("T2-2024", 11, 100)).headline()

    assert made.reference is not None
    assert (Decimal(9), Verdict.MET) == (made.reference.value, made.verdict)


def test_tertial_baselines_do_not_make_a_year() -> None:
    """Three shares without denominators are not the year's share."""
    indicator = replace(
        NO_SEX, targets=INCREASE, baselines=(baseline("T1-2021", "12"), baseline("T2-2021", "9"))
    )
    made = world(indicator, months("AR-2024", 11, 100), occasion="AR-2024").headline()

    assert Blocker.NO_BASELINE == made.blocker


def test_yearly_count_is_compared_with_the_same_months_when_they_were_measured() -> None:
    """The base year's own months come before any assumption about season."""
    indicator = replace(
        GROWING, targets=(stated(2024, DOWN),), baselines=(baseline("AR-2021", "1200"),)
    )
    made = world(
        indicator,
        months("ACK08-2021", 120),
        months("2021-09--2021-12", 60),
        months("ACK08-2024", 110),
    ).headline()

    assert made.reference is not None
    assert (Decimal(960), Decimal("0.8")) == (made.reference.value, made.reference.share)


def test_yearly_count_of_everybody_is_women_plus_men() -> None:
    """K 6 940 and M 3 494 are 10 434 persons; a third of the year is 3 478."""
    indicator = replace(
        GROWING,
        sex_split=SexSplit.PLAN,
        targets=INCREASE,
        baselines=(baseline("AR-2021", "6940", "K"), baseline("AR-2021", "3494", "M")),
    )
    made = world(indicator, months("T1-2024", 900), occasion="T1-2024").headline()

    assert made.reference is not None
    assert (Decimal(10434), Decimal(3478)) == (made.reference.baseline.value, made.reference.value)


def test_unit_is_to_improve_on_itself() -> None:
    """The plan's baseline is the region's; a hospital is compared with its own 2021."""
    indicator = replace(NO_SEX, targets=INCREASE, baselines=(baseline("AR-2021", "90"),))
    made = world(
        indicator, months("T2-2021", 10, 100, at=NORTH), months("T2-2024", 20, 100, at=NORTH)
    )

    assert Verdict.MET == made.headline(NORTH).verdict


def test_unit_without_its_own_history_is_not_compared_with_the_region() -> None:
    """No data from the baseline year, no verdict."""
    indicator = replace(NO_SEX, targets=INCREASE, baselines=(baseline("AR-2021", "10"),))
    made = world(indicator, months("T2-2024", 20, 100, at=NORTH))

    assert Blocker.NO_BASELINE == made.headline(NORTH).blocker
