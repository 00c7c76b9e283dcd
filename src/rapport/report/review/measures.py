"""The measures of an occasion as the review page tells them: figures, verdict, history, sources."""

from __future__ import annotations

from dataclasses import dataclass

from rapport.domain.measurement import SourceRef
from rapport.domain.outcome import Assessment
from rapport.domain.period import Occasion
from rapport.domain.plan import Indicator, Plan
from rapport.domain.quantity import State
from rapport.fulfilment.history import history
from rapport.report import cells
from rapport.report.blocks import Align, Block, Column, Row, Table
from rapport.report.bound_numbers import assessed_text
from rapport.report.cells import Lines
from rapport.report.explanation_working import Working
from rapport.report.facts import Facts
from rapport.report.inline import Line, line
from rapport.report.measure_page import measure_blocks
from rapport.report.states import ANALYSIS
from rapport.swedish import dates, numbers, phrases, terms

_OCCASIONS = 6


@dataclass(frozen=True)
class SeriesStory:
    """One series of a measure: its working line by line, and every source row behind it.

    ``working`` has each line with how far it is indented below the others.
    """

    name: str
    verdict: str
    working: tuple[tuple[int, str], ...]
    sources: tuple[SourceRef, ...]


@dataclass(frozen=True)
class MeasureStory:
    """Everything known of one measure of a plan.

    ``shown`` is what the report prints, ``figures`` women, men and all beside each other, and
    ``history`` the verdicts of earlier occasions.
    """

    plan: Plan
    indicator: Indicator
    shown: tuple[Block, ...]
    figures: Table
    history: Table
    series: tuple[SeriesStory, ...]


def measure_story(facts: Facts, plan: Plan, indicator: Indicator) -> MeasureStory:
    """The story of a measure in a report that has its plan."""
    assessments = facts.assessments[plan.id, indicator.id]
    return MeasureStory(
        plan,
        indicator,
        measure_blocks(facts, plan, indicator),
        _figures(assessments),
        _history(facts, plan, indicator),
        tuple(_series(facts, each) for each in assessments),
    )


@dataclass(frozen=True)
class MeasureRow:
    """A measure in the list: number, name, outcome, targets and verdict, and how its text is."""

    plan: str
    indicator: str
    number: str
    name: str
    outcome: str
    targets: Lines
    verdict: Line
    text: str


def measure_rows(facts: Facts, plan: Plan) -> tuple[MeasureRow, ...]:
    """Every measure of a plan."""
    return tuple(_row(facts, plan, indicator) for indicator in plan.indicators)


def _row(facts: Facts, plan: Plan, indicator: Indicator) -> MeasureRow:
    assessments = facts.assessments[plan.id, indicator.id]
    headline = assessments[0]
    text = facts.raw_text(f"{ANALYSIS}{indicator.id}")
    return MeasureRow(
        plan.id,
        indicator.id,
        indicator.number,
        indicator.short_name,
        assessed_text(headline),
        cells.target_lines(assessments, headline),
        _verdict(headline),
        terms.TEXT_STATUSES[text.status] if text else "",
    )


def _verdict(assessment: Assessment) -> Line:
    if assessment.final_verdict is None and assessment.blocker is not None:
        return line(phrases.blocker_words(assessment.blocker))
    return cells.verdict_line(assessment.final_verdict, short=False)


def _figures(assessments: tuple[Assessment, ...]) -> Table:
    """Women, men, all and every other series of the measure at the occasion."""
    columns = (
        Column("Serie", 180, row_header=True),
        Column("Utfall", 130, Align.RIGHT),
        Column("Täljare", 110, Align.RIGHT),
        Column("Nämnare", 110, Align.RIGHT),
        Column("Mål", 130, Align.RIGHT),
        Column("I fjol", 110, Align.RIGHT),
        Column("Bedömning", 230, after_number=True),
    )
    return Table("Siffrorna nu", columns, tuple(map(_figures_row, assessments)), label="")


def _figures_row(assessment: Assessment) -> Row:
    outcome, indicator = assessment.outcome, assessment.indicator
    hidden = outcome.state is State.SUPPRESSED
    top, bottom = (None, None) if hidden else (outcome.numerator, outcome.denominator)
    return Row(
        (
            (line(cells.series_name(indicator, assessment.breakdown)),),
            (line(cells.judged_text(assessment)),),
            (line(numbers.NO_VALUE if top is None else numbers.number(top)),),
            (line(numbers.NO_VALUE if bottom is None else numbers.number(bottom)),),
            cells.target_lines(assessment.parts, assessment),
            (cells.value_line(assessment.last_year, indicator),),
            (_verdict(assessment),),
        )
    )


def _history(facts: Facts, plan: Plan, indicator: Indicator) -> Table:
    """The headline at the last occasions, newest first; without verdict where none was due."""
    columns = (
        Column("Tillfälle", 260, row_header=True),
        Column("Utfall", 200, Align.RIGHT),
        Column("Mål", 200, Align.RIGHT),
        Column("Bedömning", 340, after_number=True),
    )
    earlier = history(facts.evaluation, plan, indicator, facts.organisation.id, _OCCASIONS)
    rows = tuple(_history_row(each, facts.occasion) for each in reversed(earlier))
    return Table("Bedömningen vid tidigare tillfällen", columns, rows, label="")


def _history_row(headline: Assessment, now: Occasion) -> Row:
    label = dates.short_label(headline.occasion.period)
    words = f"{label} (nu)" if headline.occasion == now else label
    return Row(
        (
            (line(words),),
            (line(assessed_text(headline)),),
            cells.target_lines(headline.parts, headline),
            (_verdict(headline),),
        )
    )


def _series(facts: Facts, assessment: Assessment) -> SeriesStory:
    outcome = assessment.outcome
    told = [assessment.explanation] if assessment.explanation else []
    if outcome.state is State.SUPPRESSED:
        told.append(f"Skäl, skrivs inte i rapporterna: {terms.SUPPRESSIONS[outcome.is_cover]}.")
    working = Working(facts.evaluation, assessment).lines()
    return SeriesStory(
        cells.series_name(assessment.indicator, assessment.breakdown),
        f"{assessed_text(assessment)} – {phrases.verdict_word(assessment.final_verdict)}",
        (*((0, each) for each in told), *map(_indented, working)),
        outcome.sources,
    )


def _indented(text: str) -> tuple[int, str]:
    """A line of the working with its level; the lines begin two blanks in."""
    words = text.lstrip()
    return max(0, (len(text) - len(words)) // 2 - 1), words
