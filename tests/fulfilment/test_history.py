"""History: earlier occasions with their verdicts, tertials with baselines, months of a count."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from fulfilment.world import COUNT, REGION, SHARE, World, baseline, months, stated, world
from rapport.domain.breakdown import TOTAL, WOMEN
from rapport.domain.follow_up import FollowUp, IndicatorDecision, OwnForecast
from rapport.domain.outcome import Decision, Verdict
from rapport.domain.period import Occasion
from rapport.domain.plan import Basis, SexSplit
from rapport.domain.target import AtLeast, WithinYear
from rapport.fulfilment.history import (
    cumulative_series,
    history,
    occasions,
    tertial_series,
)

PLAIN = replace(
    SHARE, sex_split=SexSplit.UNAVAILABLE, targets=(stated(2023, AtLeast(Decimal(50))),)
)
GROWING = replace(
    COUNT,
    sex_split=SexSplit.UNAVAILABLE,
    basis=Basis.CUMULATIVE,
    within_year=WithinYear.SEASONAL,
    targets=(stated(2024, AtLeast(Decimal(1200))),),
)


def test_occasions_go_back_over_the_turn_of_the_year() -> None:
    """Four tertials back from T2 2024; years for a year."""
    assert ["T2-2023", "T3-2023", "T1-2024", "T2-2024"] == [
        str(one) for one in occasions(Occasion.parse("T2-2024"), 4)
    ]
    assert ["AR-2023", "AR-2024"] == [str(o) for o in occasions(Occasion.parse("AR-2024"), 2)]


def _history(made: World) -> list[tuple[Decimal | None, Verdict | None]]:
    plan = made.plan
    found = history(made.evaluation, plan, made.indicator, REGION)
    return [(one.outcome.value, one.verdict) for one in found]


def test_looking_back_shows_also_what_was_not_due_then() -> None:
    """The plan asks for T1, T2 and the year, but T3 2023 has a value to draw."""
    made = world(PLAIN, months("T3-2023", 60, 100), months("ACK08-2024", 40, 100))

    assert [
        (None, Verdict.NOT_ASSESSABLE),
        (Decimal(60), Verdict.MET),
        (Decimal(40), Verdict.NOT_MET),
        (Decimal(40), Verdict.NOT_MET),
    ] == _history(made)


def test_years_before_the_plan_have_figures_without_verdicts() -> None:
    """A plan for 2024 did not ask for anything in 2023."""
    made = replace(world(PLAIN, months("AR-2023", 60, 100)), first_year=2024)

    assert [(Decimal(60), None), (Decimal(60), None)] == _history(made)[:2]


def test_decisions_and_own_forecasts_belong_to_their_occasion() -> None:
    """What was decided at T2 says nothing of T1."""
    decision = Decision(Verdict.PARTLY, "Division Nära", "2024-09-06", "Skäl")
    given = FollowUp(
        decisions=(IndicatorDecision("plan", "matt", decision),),
        forecasts=(OwnForecast("plan", "matt", Decimal(55), "Division Nära"),),
    )
    made = replace(world(PLAIN, months("ACK08-2024", 60, 100)), follow_up=given)
    earlier, now = history(made.evaluation, made.plan, made.indicator, REGION)[-2:]

    assert (None, decision) == (earlier.decision, now.decision)
    assert earlier.forecast is not None
    assert "utfall hittills" == earlier.forecast.method


def test_tertials_begin_with_the_printed_baselines() -> None:
    """2021 is known from the plan only; 2022 and on are measured."""
    indicator = replace(
        SHARE, baselines=(baseline("T1-2021", "91.9", "K", 1), baseline("T2-2021", "91.5", "K", 1))
    )
    made = world(indicator, months("T1-2022", 90, 100, of="K"))
    series = tertial_series(made.evaluation, made.plan, indicator, REGION, WOMEN)

    assert ["T1-2021", "T2-2021", "T3-2021", "T1-2022"] == [str(p.period) for p in series][:4]
    assert [Decimal("91.9"), Decimal("91.5"), None, Decimal(90)] == [p.value for p in series][:4]
    assert "T2-2024" == str(series[-1].period)


def test_baseline_of_one_series_is_not_drawn_for_another() -> None:
    """Women's figure is not everybody's."""
    indicator = replace(SHARE, baselines=(baseline("T1-2021", "91.9", "K", 1),))
    made = world(indicator, months("T2-2022", 90, 100))
    series = tertial_series(made.evaluation, made.plan, indicator, REGION, TOTAL)

    assert "T1-2022" == str(series[0].period)


def test_count_is_followed_month_by_month_with_last_year_and_the_target() -> None:
    """This year stops at August or at the first hole; the target's path follows the season."""
    made = world(GROWING, months("ACK08-2023", 50), months("T3-2023", 100), months("T1-2024", 80))
    series = cumulative_series(made.evaluation, made.plan, made.indicator, REGION)

    assert [80, 160, 240, 320] == [one.value for one in series.current]
    assert [400, 500, 800] == [series.last_year[m - 1].value for m in (8, 9, 12)]
    assert [Decimal(600), Decimal(1200)] == [series.target_path[m - 1] for m in (8, 12)]


def test_count_without_a_number_to_reach_has_no_path() -> None:
    """A direction cannot be drawn as a line."""
    made = world(replace(GROWING, targets=()), months("T1-2024", 80))

    assert () == cumulative_series(made.evaluation, made.plan, made.indicator, REGION).target_path
