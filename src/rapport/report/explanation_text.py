"""Why this verdict ("rapport explain"): figures, rule, periods and source rows as text."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.domain.outcome import Assessment
from rapport.domain.plan import Plan
from rapport.report import cells
from rapport.report.bound_numbers import outcome_text
from rapport.swedish import dates, numbers, phrases, terms

_SOURCES_SHOWN = 12


def explanation_lines(
    plan: Plan, assessments: tuple[Assessment, ...], organisation: str
) -> Iterator[str]:
    """The whole story of a measure in one plan, headline first, then each series."""
    headline = assessments[0]
    indicator = headline.indicator
    yield f"{indicator.name}"
    yield f"  {plan.name}, mått {indicator.number} ({indicator.id}); {organisation}"
    yield f"  Definition: {indicator.definition}"
    yield (
        f"  Visar {terms.BASES[indicator.basis]}; {terms.DIRECTIONS[indicator.better]}; "
        f"redovisas {indicator.printed_occasions or 'enligt planen'}."
    )
    for deviation in indicator.deviations:
        yield f"  Att veta: {deviation}"
    for assessment in assessments:
        yield ""
        yield from _series(assessment)


def _series(assessment: Assessment) -> Iterator[str]:
    indicator, outcome = assessment.indicator, assessment.outcome
    name = cells.series_name(indicator, assessment.breakdown)
    verdict = phrases.verdict_word(assessment.final_verdict)
    yield f"{name}: {outcome_text(outcome, indicator)} – {verdict}"
    yield f"  {assessment.explanation}"
    if assessment.decision is not None:
        decision = assessment.decision
        yield (
            f"  Beslutad bedömning: {phrases.verdict_word(decision.verdict)}, {decision.office}, "
            f"{decision.date}. {decision.reason}"
        )
    yield f"  Period: {dates.basis_words(outcome.period)} ({outcome.period})"
    if outcome.numerator is not None:
        below = "" if outcome.denominator is None else f" / {numbers.number(outcome.denominator)}"
        yield f"  Täljare / nämnare: {numbers.number(outcome.numerator)}{below}"
    if assessment.tolerance is not None:
        yield f"  Tolerans: {phrases.tolerance_words(assessment.tolerance, indicator)}"
    if assessment.forecast is not None and assessment.forecast.value is not None:
        forecast = numbers.with_unit(assessment.forecast.value, indicator.decimals, indicator.unit)
        yield f"  Prognos helår: {forecast} ({assessment.forecast.method})"
    yield from _sources(assessment)


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
