"""Assessments ("bedömda serier") of a case: the headline, women, men and the other series."""

from __future__ import annotations

from dataclasses import replace

from rapport.domain.breakdown import TOTAL, Breakdown, Sex
from rapport.domain.outcome import (
    Assessment,
    Blocker,
    Decision,
    Forecast,
    Outcome,
    Verdict,
)
from rapport.domain.plan import Indicator
from rapport.domain.quantity import State
from rapport.domain.region import ProfileKind
from rapport.domain.target import Baseline
from rapport.fulfilment import baseline
from rapport.fulfilment.case import Case
from rapport.fulfilment.forecast import OWN, forecast
from rapport.fulfilment.judgement import Judgement, judged, parts_of, target_in_force
from rapport.fulfilment.multi_year import multi_year_pace
from rapport.fulfilment.rules import of_parts
from rapport.fulfilment.trend import change, change_is_certain


def rows(indicator: Indicator) -> tuple[Breakdown, ...]:
    """The series of a measure in the order they are reported, everybody first."""
    judged_series = indicator.judged_series
    found: list[Breakdown] = []
    for series in (TOTAL, *indicator.shown_series):
        if series in found:
            continue
        found.append(series)
        if indicator.split_by_sex and (series.is_total or series in judged_series):
            found += [series.with_sex(sex) for sex in Sex]
    return tuple(found)


def assess(case: Case) -> tuple[Assessment, ...]:
    """Every series of the case, judged; without explanations."""
    made: dict[Breakdown, Assessment] = {}
    return tuple(_assess(case, breakdown, made) for breakdown in rows(case.indicator))


def _assess(case: Case, breakdown: Breakdown, made: dict[Breakdown, Assessment]) -> Assessment:
    """Assess a series after the parts it is made of, each once."""
    if breakdown not in made:
        parts = tuple(_assess(case, part, made) for part in parts_of(case, breakdown))
        made[breakdown] = _row(case, breakdown, parts)
    return made[breakdown]


def _row(case: Case, breakdown: Breakdown, parts: tuple[Assessment, ...]) -> Assessment:
    outcome = case.outcome(breakdown)
    bare = Assessment(
        case.plan.id,
        case.indicator,
        case.organisation,
        breakdown,
        case.occasion,
        outcome,
        baseline=(
            baseline.to_show(case.indicator, breakdown, case.period) if case.is_top else None
        ),
        two_valued=case.profile.kind is ProfileKind.BINARY,
    )
    if not case.is_due:
        target = target_in_force(case, breakdown, case.period) if _judged(case, breakdown) else None
        not_due = Outcome(case.period, State.NOT_DUE)
        return replace(bare, outcome=not_due, target=target, blocker=Blocker.NOT_DUE)
    if not case.is_told_for_unit:
        return replace(bare, blocker=Blocker.NOT_FOR_UNIT)
    last_year = case.outcome(breakdown, case.period.years_earlier())
    compared = replace(
        bare,
        last_year=last_year,
        change=change(case.indicator, outcome, last_year),
        change_is_certain=change_is_certain(case.indicator, outcome, last_year),
        pace=multi_year_pace(case, breakdown, outcome),
    )
    if not _judged(case, breakdown):
        return compared
    ahead = forecast(case, breakdown)
    if parts and outcome.state is not State.SUPPRESSED:
        rolled = from_parts(replace(compared, parts=parts))
        given = replace(rolled, forecast=_rolled_forecast(ahead, parts))
    else:
        given = replace(_with_judgement(case, compared), forecast=ahead)
    return replace(given, decision=_decision(case, breakdown))


def _judged(case: Case, breakdown: Breakdown) -> bool:
    """Whether a series gets a verdict.

    Those of an unjudged dimension are only shown, and so is all from before the plan.
    """
    if case.occasion.year < case.plan.first_year:
        return False
    judged_series = case.indicator.judged_series
    return not breakdown.dimensions or breakdown.with_sex(None) in judged_series


def outcome_blocker(outcome: Outcome) -> Blocker | None:
    """Why an outcome cannot be judged, when the reason is the outcome itself."""
    match outcome.state:
        case State.MEASURED:
            return None
        case State.SUPPRESSED:
            return Blocker.SUPPRESSED
        case State.NOT_MEASURED if outcome.found:
            return Blocker.INCOMPLETE
        case _:
            return Blocker.NO_OUTCOME


def _with_judgement(case: Case, assessment: Assessment) -> Assessment:
    outcome = assessment.outcome
    found: Judgement = judged(case, assessment.breakdown, outcome.value, outcome.period)
    blocker = outcome_blocker(outcome) or found.blocker
    hidden = outcome.state is State.SUPPRESSED
    return replace(
        assessment,
        target=found.target,
        reference=found.reference,
        tolerance=found.tolerance,
        deviation=found.deviation,
        verdict=None if hidden else found.verdict,
        blocker=blocker,
        judged=None if blocker else found.figure,
        baseline=_shown_baseline(found, assessment),
    )


def _shown_baseline(found: Judgement, assessment: Assessment) -> Baseline | None:
    """The plan's baseline that was compared with; another year's outcome is no baseline."""
    if found.reference is None or (found.target and found.target.stated):
        return assessment.baseline
    return found.reference.baseline


def from_parts(assessment: Assessment) -> Assessment:
    """The assessment with the verdict that its parts add up to.

    When every part is held up by the same thing, that is what holds up the whole; hidden
    parts do not hide it.
    """
    parts = assessment.parts
    by_sex = {part.breakdown.sex for part in parts} == set(Sex)
    verdict = of_parts([part.verdict for part in parts], by_sex=by_sex)
    if assessment.two_valued and verdict is Verdict.PARTLY:
        verdict = Verdict.NOT_MET
    blocker: Blocker | None = None
    if verdict is Verdict.NOT_ASSESSABLE:
        blockers = {part.blocker for part in parts}
        shared = next(iter(blockers)) if len(blockers) == 1 else None
        blocker = shared if shared not in {None, Blocker.SUPPRESSED} else Blocker.NOT_ALL_PARTS
    targets = {part.target for part in parts}
    return replace(
        assessment,
        verdict=verdict,
        blocker=blocker,
        target=next(iter(targets)) if len(targets) == 1 else None,
        tolerance=parts[0].tolerance,
    )


def _rolled_forecast(ahead: Forecast | None, parts: tuple[Assessment, ...]) -> Forecast | None:
    """The whole's forecast with its parts' verdict; an office's own figure has none to roll.

    One uncertain part makes the whole uncertain.
    """
    if ahead is None or ahead.method == OWN:
        return ahead
    of = [part.forecast for part in parts]
    if any(one.uncertain for one in of if one) and all(one and one.verdict for one in of):
        return replace(ahead, verdict=Verdict.NOT_ASSESSABLE, uncertain=True)
    by_sex = {part.breakdown.sex for part in parts} == set(Sex)
    verdict = of_parts([one.verdict if one else None for one in of], by_sex=by_sex)
    known = None if verdict is Verdict.NOT_ASSESSABLE else verdict
    return replace(ahead, verdict=known, uncertain=False)


def _decision(case: Case, breakdown: Breakdown) -> Decision | None:
    """The verdict that has been decided for the region's headline."""
    if not case.is_top or not breakdown.is_total:
        return None
    return next(
        (
            given.decision
            for given in case.follow_up.decisions
            if given.plan == case.plan.id and given.indicator == case.indicator.id
        ),
        None,
    )
