"""Why this verdict ("rapport explain"): figures, rule, periods and source rows as text."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.domain.outcome import Assessment
from rapport.domain.plan import Plan
from rapport.domain.quantity import State
from rapport.fulfilment.evaluation import Evaluation
from rapport.fulfilment.intervals import interval_of
from rapport.report import cells
from rapport.report.bound_numbers import assessed_text
from rapport.report.explanation_working import Working
from rapport.swedish import dates, numbers, phrases, terms
from rapport.swedish.forecast import forecast_method_words, interval_words
from rapport.swedish.pace import pace_words

_SOURCES_SHOWN = 12


def explanation_lines(
    evaluation: Evaluation, plan: Plan, assessments: tuple[Assessment, ...], organisation: str
) -> Iterator[str]:
    """The whole story of a measure in one plan, headline first, then each series."""
    headline = assessments[0]
    profile = evaluation.region.profile_of(plan)
    indicator = headline.indicator
    yield f"{indicator.name}"
    yield f"  {plan.name}, mått {indicator.number} ({indicator.id}); {organisation}"
    yield f"  Definition: {indicator.definition}"
    yield (
        f"  Visar {terms.BASES[indicator.basis]}; {terms.DIRECTIONS[indicator.better]}; "
        f"redovisas {indicator.printed_occasions or 'enligt planen'}."
    )
    yield f"  Bedömd enligt {phrases.inside(profile.name)}, version {profile.version}."
    for deviation in indicator.deviations:
        yield f"  Att veta: {deviation}"
    for assessment in assessments:
        yield ""
        yield from _series(evaluation, assessment)


def _series(evaluation: Evaluation, assessment: Assessment) -> Iterator[str]:
    indicator, outcome = assessment.indicator, assessment.outcome
    name = cells.series_name(indicator, assessment.breakdown)
    verdict = phrases.verdict_word(assessment.final_verdict)
    yield f"{name}: {assessed_text(assessment)} – {verdict}"
    yield f"  {assessment.explanation}"
    if outcome.state is State.SUPPRESSED:
        yield f"  Skäl (skrivs inte i rapporterna): {terms.SUPPRESSIONS[outcome.is_cover]}."
    if assessment.decision is not None:
        decision = assessment.decision
        yield (
            f"  Beslutad bedömning: {phrases.verdict_word(decision.verdict)}, {decision.office}, "
            f"{decision.date}. {decision.reason}"
        )
    yield f"  Period: {dates.basis_words(outcome.period)} ({outcome.period})"
    yield from Working(evaluation, assessment).lines()
    yield from _chance(assessment)
    ahead = assessment.forecast
    if ahead is not None and ahead.value is not None:
        figure = numbers.with_unit(ahead.value, indicator.decimals, indicator.unit)
        yield f"  Prognos helår: {figure} ({forecast_method_words(ahead, indicator)})"
    if assessment.pace is not None:
        yield f"  Takt mot målet: {pace_words(assessment.pace)}"
    yield from _sources(assessment)


def _chance(assessment: Assessment) -> Iterator[str]:
    """The interval of the outcome, and whether the change since last year is beyond chance."""
    indicator, last_year = assessment.indicator, assessment.last_year
    around = interval_of(indicator, assessment.outcome)
    if around is not None:
        words = interval_words(around.low, around.high, indicator.decimals, indicator.unit)
        yield f"  95 % konfidensintervall: {words}"
    if around is None or last_year is None or last_year.value is None:
        return
    figure = numbers.with_unit(last_year.value, indicator.decimals, indicator.unit)
    certain = "statistiskt säkerställd" if assessment.change_is_certain else "inte säkerställd"
    yield f"  Samma period året före: {figure}; förändringen är {certain}"


def _sources(assessment: Assessment) -> Iterator[str]:
    sources = assessment.outcome.sources
    if not sources:
        return
    example = ", exempeldata" if assessment.outcome.is_example else ""
    yield f"  Källrader ({len(sources)}{example}):"
    for source in sources[:_SOURCES_SHOWN]:
        yield f"    {source}"
    if len(sources) > _SOURCES_SHOWN:
        yield f"    … och {len(sources) - _SOURCES_SHOWN} till (alla med --json)"
