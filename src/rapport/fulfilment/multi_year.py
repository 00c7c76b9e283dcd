"""Multi-year targets ("flerårsmål"): the pace of a measure towards its last stated target."""

from __future__ import annotations

from rapport.domain.breakdown import Breakdown
from rapport.domain.outcome import Outcome
from rapport.domain.pace import Pace
from rapport.fulfilment.case import Case
from rapport.fulfilment.judgement import comparison
from rapport.fulfilment.pace import YearValue, pace
from rapport.fulfilment.target_path import stated_targets, threshold


def multi_year_pace(case: Case, breakdown: Breakdown, outcome: Outcome) -> Pace | None:
    """The pace from the plan's comparable baseline to a target that lies in a later year.

    A count is taken for the months so far, and so is what it is to reach.
    """
    stated = stated_targets(case.indicator, breakdown)
    if not case.is_top or outcome.value is None or not stated:
        return None
    last, year = stated[-1], case.occasion.year
    goal = threshold(last.target)
    reference = comparison(case, breakdown, outcome.period).reference
    if goal is None or last.year <= year or reference is None or not reference.baseline.period:
        return None
    season = case.target_season(breakdown, outcome.period)
    return pace(
        YearValue(reference.baseline.period.year, reference.value),
        YearValue(year, outcome.value),
        YearValue(last.year, goal * season.share if season else goal),
        case.indicator.better,
    )
