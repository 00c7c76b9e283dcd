"""The figure of a count that grows through the year: this year, last year, the target's path."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from rapport.domain.breakdown import Sex
from rapport.domain.outcome import Assessment, Outcome
from rapport.domain.period import MONTHS_PER_YEAR
from rapport.domain.plan import Indicator, Plan
from rapport.fulfilment.history import cumulative_series
from rapport.report import cells
from rapport.report.alt_text import alt_text
from rapport.report.blocks import Align, Block, Column, Figure, Note, Row, Table
from rapport.report.chart_specs import CumulativeChart
from rapport.report.chart_titles import measure_title
from rapport.report.facts import Facts
from rapport.report.inline import Line, line
from rapport.report.measure_anchor import measure_anchor
from rapport.report.source_notes import source_note
from rapport.report.tracks import level
from rapport.swedish import dates, numbers
from rapport.swedish.forecast import forecast_interval


def cumulative_blocks(facts: Facts, plan: Plan, indicator: Indicator) -> tuple[Block, ...]:
    """Figure, source note, months as a table, and women and men where they are counted."""
    assessments = facts.assessments[plan.id, indicator.id]
    chart = _chart(facts, plan, indicator, assessments[0])
    note = Note(line(source_note(facts, indicator)))
    if not chart.current:
        return (note,)
    title = measure_title(assessments)
    figure = Figure(
        title=title,
        subtitle=f"{indicator.name}, ackumulerat antal {facts.occasion.year}",
        chart=chart,
        alt=alt_text(chart, title),
        anchor=f"figur-{measure_anchor(plan, indicator)}",
    )
    return (figure, note, _months(plan, indicator, chart), *_by_sex(plan, indicator, assessments))


def _chart(facts: Facts, plan: Plan, indicator: Indicator, headline: Assessment) -> CumulativeChart:
    series = cumulative_series(facts.evaluation, plan, indicator, facts.organisation.id)
    current, last_year = _values(series.current), _values(series.last_year)
    goal = headline.target.year_value if headline.target else None
    ahead = headline.forecast
    forecast = ahead.value if ahead else None
    return CumulativeChart(
        year=series.year,
        current=current,
        last_year=last_year,
        target_path=series.target_path,
        target_text=f"Mål {numbers.number(goal)}" if goal else "",
        current_text=numbers.number(current[-1]) if current else "",
        last_year_text=f"{series.year - 1}: {numbers.number(last_year[-1])}" if last_year else "",
        forecast=forecast,
        forecast_text=f"Prognos {numbers.number(forecast)}" if forecast is not None else "",
        low=ahead.low if ahead else None,
        high=ahead.high if ahead else None,
        range_text=forecast_interval(ahead, indicator, with_unit=False) if ahead else "",
    )


def _values(outcomes: Iterable[Outcome]) -> tuple[Decimal, ...]:
    return tuple(outcome.value for outcome in outcomes if outcome.value is not None)


def _months(plan: Plan, indicator: Indicator, chart: CumulativeChart) -> Table:
    columns = (
        Column("Till och med", 124, row_header=True),
        *(Column(name, 73, Align.RIGHT, highlight=i == len(chart.current) - 1)
          for i, name in enumerate(dates.SHORT_MONTHS)),
    )  # fmt: skip
    rows = [_row(str(chart.year), chart.current), _row(str(chart.year - 1), chart.last_year)]
    if chart.target_path:
        rows.append(_row("Mål, fördelat", chart.target_path))
    return Table(
        "Siffrorna i figuren",
        columns,
        tuple(rows),
        "ackumulerat antal",
        anchor=f"tabell-{measure_anchor(plan, indicator)}",
    )


def _row(name: str, values: tuple[Decimal, ...]) -> Row:
    texts = [numbers.number(value) for value in values]
    texts += [numbers.NO_VALUE] * (MONTHS_PER_YEAR - len(texts))
    return Row(((line(name),), *((line(text),) for text in texts)))


def _by_sex(
    plan: Plan, indicator: Indicator, assessments: tuple[Assessment, ...]
) -> tuple[Block, ...]:
    split = [a for sex in Sex if (a := cells.by_breakdown(assessments, sex)) is not None]
    if not split:
        return ()
    now = assessments[0].outcome.period
    columns = (
        Column("Kön", 190, row_header=True),
        Column(dates.short_label(now.years_earlier()), 170, Align.RIGHT),
        Column(dates.short_label(now), 170, Align.RIGHT, highlight=True),
        Column("Att jämföra med", 220, Align.RIGHT),
        Column("Bedömning", 250, after_number=True),
    )
    rows = tuple(
        Row(
            (
                (line(cells.series_name(indicator, each.breakdown)),),
                (cells.value_line(each.last_year, indicator),),
                (cells.judged_line(each),),
                (_comparison(each),),
                (cells.verdict_line(each.final_verdict, short=False),),
            )
        )
        for each in (*split, assessments[0])
    )
    return (
        Table(
            "Kvinnor och män",
            columns,
            rows,
            "antal",
            anchor=f"tabell-kon-{measure_anchor(plan, indicator)}",
        ),
    )


def _comparison(assessment: Assessment) -> Line:
    """What the count is judged against: the seasonal part of a baseline or of a target."""
    if assessment.reference is not None:
        return line(numbers.number(assessment.reference.value))
    value = level(assessment.target.target) if assessment.target else None
    return line(numbers.NO_VALUE if value is None else numbers.number(value))
