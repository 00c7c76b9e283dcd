"""Year-end forecast ("helårsprognos"): the responsible office's own, or a simple honest one."""

from __future__ import annotations

from decimal import Decimal

from rapport.domain.breakdown import Breakdown
from rapport.domain.follow_up import OwnForecast
from rapport.domain.outcome import Forecast, Verdict
from rapport.domain.plan import Basis
from rapport.domain.quantity import State
from rapport.fulfilment.case import Case
from rapport.fulfilment.cells import PUBLISHED_ONLY
from rapport.fulfilment.judgement import judged, parts_of
from rapport.fulfilment.season import span_of_years

OWN = "egen bedömning"
EVEN_PACE = "jämn takt över året"
SO_FAR = "utfall hittills"
ROLLING = "rullande tolv månader"


def own_forecast(case: Case, breakdown: Breakdown) -> OwnForecast | None:
    """The forecast that the responsible office has given for the whole measure."""
    if not case.is_top or not breakdown.is_total:
        return None
    return next(
        (
            given
            for given in case.follow_up.forecasts
            if given.plan == case.plan.id and given.indicator == case.indicator.id
        ),
        None,
    )


def forecast(case: Case, breakdown: Breakdown) -> Forecast | None:
    """The value at the year's end and its verdict; nothing when the year is over.

    The office's own comes first. A count grows by its season, or evenly without history;
    a share or rate is taken as it has been so far this year, or over twelve months.
    """
    if case.occasion.period.rest_of_year is None:
        return None
    given = own_forecast(case, breakdown)
    if given is not None:
        return Forecast(given.value, OWN, _verdict(case, breakdown, given.value), given.office)
    computed = _computed(case, breakdown)
    if computed is None:
        return None
    value, method = computed
    return Forecast(value, method, _verdict(case, breakdown, value))


def _computed(case: Case, breakdown: Breakdown) -> tuple[Decimal, str] | None:
    kind, period = case.indicator.kind, case.occasion.period
    if kind in PUBLISHED_ONLY:
        return None
    if kind.accumulates and case.indicator.reference is None:
        so_far = case.outcome(breakdown, period.cumulative)
        if so_far.state is not State.MEASURED or so_far.value is None:
            return None
        season = case.learnt_season(breakdown, period.cumulative)
        name = f"säsongsandel {span_of_years(season.years)}" if season.years else EVEN_PACE
        return so_far.value / season.share, name
    rolling = case.indicator.basis is Basis.ROLLING_YEAR or case.indicator.denominator_is_stock
    window = period.rolling_year if rolling else period.cumulative
    value = case.outcome(breakdown, window).value
    return None if value is None else (value, ROLLING if rolling else SO_FAR)


def _verdict(case: Case, breakdown: Breakdown, value: Decimal) -> Verdict | None:
    """The verdict against the year's target; parts are rolled up by the caller."""
    if parts_of(case, breakdown):
        return None
    verdict = judged(case, breakdown, value, case.occasion.period.whole_year).verdict
    return None if verdict is Verdict.NOT_ASSESSABLE else verdict
