"""One measure's own page: verdict, figure, the same figures, why, analysis, action, next time."""

from __future__ import annotations

from rapport.domain.breakdown import Sex
from rapport.domain.outcome import Assessment
from rapport.domain.period import OccasionKind
from rapport.domain.plan import Indicator, Plan, SuccessFactor
from rapport.domain.quantity import MeasureKind
from rapport.report import cells
from rapport.report.blocks import (
    Block,
    Column,
    Editable,
    Heading,
    Labelled,
    Note,
    Paragraph,
    Row,
    Table,
)
from rapport.report.facts import Facts
from rapport.report.inline import Inline, SignMark, Text, line
from rapport.report.measure_anchor import measure_anchor
from rapport.report.measure_figures import figure_blocks
from rapport.swedish import numbers, phrases, prose
from rapport.swedish.forecast import UNCERTAIN, forecast_interval


def measure_blocks(
    facts: Facts, plan: Plan, indicator: Indicator, factor: SuccessFactor | None = None
) -> tuple[Block, ...]:
    """Everything the report says of one measure of a plan, on a page of its own.

    The only measure of a success factor follows the text about the factor on the same page.
    """
    place = (factor.short_name or factor.name) if factor else plan.short_name
    heading = Heading(
        3,
        indicator.short_name,
        measure_anchor(plan, indicator),
        kicker=f"{_kind_of_measure(plan)} {indicator.number} · {place}",
        new_page=factor is None or len(factor.indicators) > 1,
    )
    return (
        heading,
        measure_standing(facts, plan, indicator),
        *figure_blocks(facts, plan, indicator),
        *measure_story(facts, plan, indicator),
    )


def measure_standing(facts: Facts, plan: Plan, indicator: Indicator) -> Paragraph:
    """The verdict, the forecast, and when the measure is reported next."""
    headline = facts.headline(plan, indicator)
    return Paragraph((*_verdict_line(headline), Text(f" {_next_time(facts, indicator)}")))


def measure_story(facts: Facts, plan: Plan, indicator: Indicator) -> tuple[Block, ...]:
    """What follows the figures of a measure: how to read them, why, analysis and actions."""
    assessments = facts.assessments[plan.id, indicator.id]
    return (
        *_reading(assessments),
        *_why(assessments),
        *_analysis(facts, indicator),
        *_actions(facts, plan, indicator),
    )


def _kind_of_measure(plan: Plan) -> str:
    return "Styrmått" if plan.goals else "Mätbart mål"


def _verdict_line(headline: Assessment) -> tuple[Inline, ...]:
    """The verdict in words, the decided one with its reason, and the year-end forecast."""
    verdict = headline.final_verdict
    if verdict is None:
        words = phrases.blocker_words(headline.blocker) if headline.blocker else "utan bedömning"
        return (Text(f"{prose.capitalised(words)}.", strong=True), Text(f" {headline.explanation}"))
    parts: list[Inline] = [
        SignMark(cells.VERDICT_SIGNS[verdict]),
        Text(f"{prose.capitalised(phrases.verdict_word(verdict))}.", strong=True),
    ]
    if headline.decision is not None and headline.verdict is not None:
        decision = headline.decision
        parts.append(
            Text(
                f" Beslutad bedömning av {phrases.inside(decision.office)} "
                f"den {phrases.date_words(decision.date)}: {decision.reason} "
                f"Den räknade bedömningen är {phrases.verdict_word(headline.verdict)}."
            )
        )
    forecast = headline.forecast
    if forecast is not None and forecast.verdict is not None:
        word = phrases.verdict_word(forecast.verdict)
        if forecast.uncertain:
            word = f"{UNCERTAIN} ({forecast_interval(forecast, headline.indicator)})"
        parts += [Text(" Prognos helår: "), SignMark(cells.VERDICT_SIGNS[forecast.verdict])]
        parts.append(Text(f"{word}."))
    return tuple(parts)


def _reading(assessments: tuple[Assessment, ...]) -> tuple[Block, ...]:
    """The numerator and denominator in words, women and men first."""
    headline = assessments[0]
    indicator = headline.indicator
    rows = [a for sex in Sex if (a := cells.by_breakdown(assessments, sex)) is not None]
    rows += [a for a in assessments[1:] if a.breakdown in indicator.judged_series]
    sentences = [each for row in rows or [headline] if (each := _reading_sentence(row))]
    if indicator.numerator_name and indicator.denominator_name and sentences:
        parts = f"{indicator.numerator_name}, det andra {indicator.denominator_name}"
        sentences.append(f"Det första talet är {parts}.")
    elif indicator.numerator_name and indicator.denominator_name:
        joint = "av" if indicator.kind is MeasureKind.SHARE else "delat med"
        counted = f"{indicator.numerator_name} {joint} {indicator.denominator_name}"
        sentences.append(f"Måttet räknas som {counted}.")
    elif indicator.numerator_name:
        sentences.append(f"Talet är antalet {indicator.numerator_name}.")
    sentences.append(f"{prose.capitalised(str(indicator.better))}.")
    return (Labelled("Så läser du", (Paragraph(line(" ".join(sentences))),)),)


def _reading_sentence(assessment: Assessment) -> str:
    outcome, indicator = assessment.outcome, assessment.indicator
    if outcome.value is None or outcome.numerator is None:
        return ""
    name = cells.series_name(indicator, assessment.breakdown)
    top = numbers.number(outcome.numerator)
    if outcome.denominator is None:
        return f"{name}: {top}, {cells.basis_text(assessment)}."
    figure = numbers.with_unit(outcome.value, indicator.decimals, indicator.unit)
    return f"{name}: {top} av {numbers.number(outcome.denominator)}, {figure}."


def _why(assessments: tuple[Assessment, ...]) -> tuple[Block, ...]:
    """The sentence behind the verdict, and behind each part it was rolled up from."""
    headline = assessments[0]
    if headline.final_verdict is None:
        return ()
    parts = tuple(Note(line(part.explanation)) for part in headline.parts if part.explanation)
    return (Labelled("Så bedömt", (Paragraph(line(headline.explanation)), *parts)),)


def _analysis(facts: Facts, indicator: Indicator) -> tuple[Block, ...]:
    key = f"analys.{indicator.id}"
    text = facts.texts.get(key)
    if not text:
        return ()
    return (Labelled("Analys", (Editable(key, f"Analys: {indicator.short_name}", text),)),)


def _actions(facts: Facts, plan: Plan, indicator: Indicator) -> tuple[Block, ...]:
    actions = facts.follow_up.actions_for(plan.id, indicator.id)
    if not actions:
        return ()
    columns = (
        Column("Åtgärd", 430, row_header=True),
        Column("Ansvarig", 260),
        Column("Klart", 150),
        Column("Status", 160),
    )
    rows = tuple(
        Row(
            (
                (line(action.text),),
                (line(action.responsible),),
                (line(phrases.short_date_words(action.due)),),
                (cells.status_line(action.status),),
            )
        )
        for action in actions
    )
    return (Labelled("Åtgärder", (Table("", columns, rows, label=""),), wide=True),)


def _next_time(facts: Facts, indicator: Indicator) -> str:
    upcoming = next_occasion(facts.occasion.kinds, indicator.occasions)
    return f"Redovisas nästa gång {upcoming}." if upcoming else "Redovisas inte mer i år."


def next_occasion(now: frozenset[OccasionKind], planned: frozenset[OccasionKind]) -> str:
    """When the measure is next reported, in words; empty when the year holds no more.

    >>> next_occasion(frozenset({OccasionKind.T2}), frozenset({OccasionKind.T1, OccasionKind.YEAR}))
    'i årsredovisningen'
    """
    order = tuple(OccasionKind)
    last = max((order.index(kind) for kind in now), default=-1)
    later = [kind for kind in order[last + 1 :] if kind in planned]
    if later:
        return phrases.occasion_words(later[0])
    return phrases.occasion_words(min(planned, key=order.index)) + " nästa år" if planned else ""
