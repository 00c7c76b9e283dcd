"""The three to five messages of a summary, each computed from the figures it states."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rapport.domain.activity import ActivityStatus
from rapport.domain.breakdown import Sex
from rapport.domain.outcome import Assessment, Change, Verdict
from rapport.domain.plan import Indicator, Plan
from rapport.domain.quantity import Unit
from rapport.domain.target import Directional
from rapport.fulfilment.phrases import shown_decimals, value_text
from rapport.report import cells
from rapport.report.facts import Facts
from rapport.report.inline import Line, Text
from rapport.swedish import numbers, phrases, prose

_MOST = 5
_NAMED = 4
"""A message names so many measures; where there are more it says how many."""
_MEASURE = prose.Noun("mått", "mått")


def key_messages(facts: Facts, plan: Plan) -> tuple[Line, ...]:
    """Claims in order of weight: what is met, what is off, what moves, women and men, gaps."""
    makers = (_met, _not_met, _worse, _sexes, _activities, _unjudged)
    found = [message for maker in makers for message in maker(facts, plan)]
    return tuple(
        (Text(f"{claim} ", strong=True), Text(figures)) for claim, figures in found[:_MOST]
    )


def _with_verdict(facts: Facts, plan: Plan, verdict: Verdict) -> list[Assessment]:
    return [a for a in facts.headlines(plan) if a.final_verdict is verdict]


def figure_words(assessment: Assessment) -> str:
    """A measure with its figure and target: antibiotikarecept 248 (mål högst 257,5)."""
    indicator = assessment.indicator
    name = phrases.inside(indicator.short_name)
    target = _target(assessment)
    if assessment.outcome.value is None or assessment.target is None:
        split = [part for part in assessment.parts if part.outcome.value is not None]
        shown = ", ".join(
            f"{cells.series_name(indicator, part.breakdown).lower()} {value_text(part)}"
            for part in split
        )
        return f"{name} {shown}" if shown else name
    return f"{name} {_short_outcome(assessment)}{target}"


def _target(assessment: Assessment) -> str:
    """The target in brackets; a direction needs none, the verdict says it."""
    target = assessment.target
    if target is None or isinstance(target.target, Directional):
        return ""
    return f" (mål {phrases.target_sign(target.target, assessment.indicator)})"


def _short_outcome(assessment: Assessment) -> str:
    """The figure with "%" but without longer units, which the measure's name implies."""
    indicator = assessment.indicator
    unit = Unit.PERCENT if indicator.unit is Unit.PERCENT else Unit.COUNT
    value = assessment.outcome.value or Decimal(0)
    return numbers.with_unit(value, shown_decimals(assessment), unit)


def _met(facts: Facts, plan: Plan) -> Iterator[tuple[str, str]]:
    met = _with_verdict(facts, plan, Verdict.MET)
    total = len(facts.headlines(plan))
    if met:
        share = prose.capitalised(prose.out_of(len(met), total, prose.INDICATOR))
        claim = f"{share} {prose.verdict_phrase(Verdict.MET, len(met))}."
        yield claim, f"{prose.capitalised(_listed([figure_words(a) for a in met]))}."


def _not_met(facts: Facts, plan: Plan) -> Iterator[tuple[str, str]]:
    missed = _with_verdict(facts, plan, Verdict.NOT_MET)
    if missed:
        claim = f"{prose.capitalised(prose.counted(len(missed), prose.INDICATOR))} når inte målet."
        yield claim, f"{prose.capitalised(_listed([figure_words(a) for a in missed]))}."


def _listed(names: list[str], most: int = _NAMED) -> str:
    """The first of them and how many more; a semicolon parts names that have a comma inside."""
    named, more = names[:most], len(names) - most
    rest = [f"{prose.count_word(more)} till"] if more > 0 else []
    if not any(", " in name for name in named):
        return prose.enumeration([*named, *rest])
    return " och ".join(["; ".join(named), *rest])


def _worse(facts: Facts, plan: Plan) -> Iterator[tuple[str, str]]:
    known = [a for a in facts.headlines(plan) if a.change is not None]
    worse = [a for a in known if a.change is Change.WORSE]
    if known:
        better = sum(a.change is Change.BETTER for a in known)
        share = (
            f"alla {prose.counted(better, _MEASURE)}"
            if better == len(known) > 1
            else prose.out_of(better, len(known), _MEASURE)
        )
        claim = f"{prose.capitalised(share)} är bättre än samma period i fjol."
        names = _listed([phrases.inside(a.indicator.short_name) for a in worse], len(worse))
        yield claim, f"Sämre är {names}." if worse else "Inget mått är sämre."


def _sexes(facts: Facts, plan: Plan) -> Iterator[tuple[str, str]]:
    gaps = list(share_gaps(facts, plan))
    if gaps:
        indicator, women, men = max(gaps, key=lambda gap: abs(gap[1] - gap[2]))
        unit = numbers.difference_unit(indicator.unit)
        size = numbers.with_unit(abs(women - men), indicator.decimals, unit)
        name = phrases.inside(indicator.short_name)
        claim = f"Skillnaden mellan kvinnor och män är störst för {name}."
        figures = (
            f"Kvinnor {numbers.with_unit(women, indicator.decimals, indicator.unit)}, "
            f"män {numbers.with_unit(men, indicator.decimals, indicator.unit)}: {size}."
        )
        yield claim, figures


def _activities(facts: Facts, _plan: Plan) -> Iterator[tuple[str, str]]:
    for plan in facts.plans:
        statuses = [
            report.status
            for area in plan.areas
            for activity in area.activities
            if (report := facts.follow_up.status_of(plan.id, activity.id))
        ]
        if statuses:
            late = statuses.count(ActivityStatus.LATE)
            done = statuses.count(ActivityStatus.DONE)
            share = prose.capitalised(prose.out_of(late, len(statuses), prose.ACTIVITY))
            delayed = phrases.status_verb(ActivityStatus.LATE, max(late, 1))
            claim = f"{share} i {phrases.inside(plan.short_name)} {delayed}."
            verb = phrases.status_verb(ActivityStatus.DONE, done)
            yield claim, f"{prose.capitalised(prose.count_word(done, neuter=False))} {verb}."


def _unjudged(facts: Facts, plan: Plan) -> Iterator[tuple[str, str]]:
    blocked = _with_verdict(facts, plan, Verdict.NOT_ASSESSABLE)
    if blocked:
        claim = (
            f"{prose.capitalised(prose.counted(len(blocked), prose.INDICATOR))} kan inte bedömas."
        )
        reasons = [
            f"{phrases.inside(a.indicator.short_name)}: {phrases.blocker_words(a.blocker)}"
            for a in blocked
            if a.blocker
        ]
        yield claim, f"{prose.capitalised('; '.join(reasons))}." if reasons else ""


def share_gaps(facts: Facts, plan: Plan) -> Iterator[tuple[Indicator, Decimal, Decimal]]:
    """Measures in percent with a figure for both sexes: (measure, women, men)."""
    for indicator in plan.indicators:
        found = facts.assessments[plan.id, indicator.id]
        women, men = (cells.by_breakdown(found, sex) for sex in (Sex.WOMEN, Sex.MEN))
        if indicator.unit is not Unit.PERCENT or women is None or men is None:
            continue
        if women.outcome.value is not None and men.outcome.value is not None:
            yield indicator, women.outcome.value, men.outcome.value
