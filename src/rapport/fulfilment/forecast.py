"""Year-end forecast ("helårsprognos"): the responsible office's own, or the best tested method."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from rapport.domain.breakdown import Breakdown
from rapport.domain.follow_up import OwnForecast
from rapport.domain.forecast import ForecastMethod
from rapport.domain.outcome import Forecast, Outcome, Verdict
from rapport.domain.period import Period
from rapport.domain.plan import Basis, Indicator
from rapport.domain.quantity import MeasureKind, State
from rapport.fulfilment.case import Case
from rapport.fulfilment.cells import PUBLISHED_ONLY
from rapport.fulfilment.forecast_methods import (
    ADDING,
    FEWEST_ERRORS,
    MOST_YEARS,
    RATIOS,
    KnownYear,
    Method,
    Part,
    Trial,
    best,
    near,
    trial_of,
)
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

    The office's own comes first. Otherwise the method that the plan names, or the one that
    would have been nearest in earlier years; its errors then make the interval.
    """
    if case.occasion.period.rest_of_year is None:
        return None
    given = own_forecast(case, breakdown)
    if given is not None:
        return Forecast(given.value, OWN, _verdict(case, breakdown, given.value), given.office)
    if case.indicator.kind in PUBLISHED_ONLY:
        return None
    outlook = _Outlook(case, breakdown)
    made = outlook.made() or outlook.without_history()
    return _judged(case, breakdown, made) if made else None


def adds_up(indicator: Indicator) -> bool:
    """Whether the figure grows through the year: counts, amounts, and cases in a population."""
    if indicator.reference is not None:
        return False
    by_population = indicator.kind is MeasureKind.RATE and indicator.denominator_is_stock
    return indicator.kind.accumulates or by_population


@dataclass(frozen=True)
class _Outlook:
    """The year so far and the earlier years of one series."""

    case: Case
    breakdown: Breakdown

    @property
    def adding(self) -> bool:
        return adds_up(self.case.indicator)

    @property
    def rolling(self) -> bool:
        return self.case.indicator.basis is Basis.ROLLING_YEAR and not self.adding

    @property
    def methods(self) -> Mapping[ForecastMethod, Method]:
        return ADDING if self.adding else RATIOS

    def months(self, year: int) -> Period:
        """The same months of a year as now: since January, or the twelve that end there."""
        now = self.case.occasion.period
        months = now.rolling_year if self.rolling else now.cumulative
        return months.years_earlier(now.year - year)

    def part(self, year: int) -> Part | None:
        """The figure of those months."""
        return _part(self.case.outcome(self.breakdown, self.months(year)), whole=False)

    def known(self) -> tuple[KnownYear, ...]:
        """The earlier years that are whole, the last ten at most."""
        now = self.case.occasion.year
        first = max(self.case.outcomes.first_year or now, now - MOST_YEARS)
        found = []
        for year in range(first, now):
            part = self.part(year)
            whole = _part(self.case.outcome(self.breakdown, Period.year_of(year)), whole=True)
            if part is not None and whole is not None:
                found.append(KnownYear(part, whole))
        return tuple(found)

    def made(self) -> Forecast | None:
        """The forecast of the plan's method, or of the best."""
        now, known = self.part(self.case.occasion.year), self.known()
        if now is None:
            return None
        reach = self.case.region.share_years
        trials = [
            trial_of(method, how, known, reach, relative=self.adding)
            for method, how in self.methods.items()
        ]
        named = self.case.indicator.forecast_method
        if named is ForecastMethod.AUTO:
            trial = best(trials) or self._usual(trials, known)
        else:
            trial = next((one for one in trials if one.method is named), None)
        if trial is None:
            return None
        others = near(now.year, known, reach)
        value = self.methods[trial.method](now, others)
        return None if value is None else self._with_interval(value, now, trial, others)

    def _usual(self, trials: list[Trial], known: tuple[KnownYear, ...]) -> Trial | None:
        """What is used when earlier years are too few to compare methods on.

        A count has its season from a single year, or an even pace; cases in a population
        are taken over twelve months, and other figures are carried forward.
        """
        if not self.adding:
            wanted = ForecastMethod.SO_FAR
        elif not self.case.indicator.kind.accumulates:
            return None
        else:
            wanted = ForecastMethod.SEASONAL if known else ForecastMethod.PRO_RATA
        return next(one for one in trials if one.method is wanted)

    def without_history(self) -> Forecast | None:
        """Cases in a population over the last twelve months, when nothing else can be said."""
        indicator = self.case.indicator
        if indicator.kind.accumulates or not self.adding:
            return None
        if indicator.forecast_method is not ForecastMethod.AUTO:
            return None
        value = self.case.outcome(self.breakdown, self.case.occasion.period.rolling_year).value
        return None if value is None else Forecast(value, ROLLING, None)

    def _with_interval(
        self, value: Decimal, now: Part, trial: Trial, others: tuple[KnownYear, ...]
    ) -> Forecast:
        name = self._name(trial.method, [one.year for one in others])
        years = len(trial.errors)
        if years < FEWEST_ERRORS:
            return Forecast(value, name, None)
        reach = abs(value) * trial.reach if self.adding else trial.reach
        low, high = self._possible(value - reach, value + reach, now)
        return Forecast(value, name, None, low=low, high=high, tested_years=years)

    def _possible(self, low: Decimal, high: Decimal, now: Part) -> tuple[Decimal, Decimal]:
        """The interval within what can be: a count never shrinks, a share is 0 to 100 %."""
        indicator = self.case.indicator
        if indicator.kind is MeasureKind.AMOUNT or indicator.reference is not None:
            return low, high
        floor = now.value if indicator.kind is MeasureKind.COUNT else Decimal(0)
        if indicator.kind is MeasureKind.SHARE:
            high = min(high, indicator.multiplier)
        return max(low, floor), high

    def _name(self, method: ForecastMethod, years: list[int]) -> str:
        match method:
            case ForecastMethod.PRO_RATA:
                return EVEN_PACE
            case ForecastMethod.SEASONAL:
                return f"säsongsandel {span_of_years(years)}"
            case ForecastMethod.SO_FAR:
                return ROLLING if self.rolling else SO_FAR
            case _:
                return str(method)


def _part(outcome: Outcome, *, whole: bool) -> Part | None:
    """A measured figure; of a whole year only when every month is there."""
    if outcome.state is not State.MEASURED or outcome.value is None:
        return None
    if whole and not outcome.is_complete:
        return None
    period = outcome.period
    return Part(
        period.year, period.last_month, outcome.value, outcome.numerator, outcome.denominator
    )


def _judged(case: Case, breakdown: Breakdown, made: Forecast) -> Forecast:
    """The forecast with its verdict, which is uncertain when the interval holds the target."""
    if made.value is None:
        return made
    verdict = _verdict(case, breakdown, made.value)
    if verdict is None or made.low is None or made.high is None:
        return replace(made, verdict=verdict)
    ends = {_verdict(case, breakdown, end) for end in (made.low, made.value, made.high)}
    if Verdict.MET in ends and len(ends) > 1:
        return replace(made, verdict=Verdict.NOT_ASSESSABLE, uncertain=True)
    return replace(made, verdict=verdict)


def _verdict(case: Case, breakdown: Breakdown, value: Decimal) -> Verdict | None:
    """The verdict against the year's target; parts are rolled up by the caller."""
    if parts_of(case, breakdown):
        return None
    verdict = judged(case, breakdown, value, case.occasion.period.whole_year).verdict
    return None if verdict is Verdict.NOT_ASSESSABLE else verdict
