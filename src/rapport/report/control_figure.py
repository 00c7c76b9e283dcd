"""The control chart of a measure ("styrdiagram"), its words and the same months as a table."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from rapport.domain.period import MONTHS_PER_YEAR, Period
from rapport.domain.plan import Indicator, Plan
from rapport.domain.quantity import Unit
from rapport.domain.variation import ControlPoint, Variation
from rapport.fulfilment.monthly import MonthlySeries, monthly_series
from rapport.report.alt_text import alt_text
from rapport.report.blocks import Align, Block, Column, Figure, Note, Row, Table
from rapport.report.chart_specs import (
    ControlChart,
    ControlMark,
    LimitRun,
    Meaning,
    TrendPoint,
)
from rapport.report.facts import Facts
from rapport.report.inline import line
from rapport.report.measure_anchor import measure_anchor
from rapport.report.scale_note import scale_note
from rapport.report.source_notes import source_note, unit_words
from rapport.swedish import dates, numbers
from rapport.swedish.variation import control_words

_MEANINGS = {
    Variation.CHANCE: Meaning.CHANCE,
    Variation.BETTER: Meaning.BETTER,
    Variation.WORSE: Meaning.WORSE,
    Variation.HIGHER: Meaning.OTHER,
    Variation.LOWER: Meaning.OTHER,
}

_HOW = (
    "Streckade gränser: medelvärdet ± 2,66 gånger den genomsnittliga skillnaden mellan två "
    "månader. Inom dem varierar månaderna av slump. Grå punkt: slump. Rund: säkert bättre. "
    "Fyrkant: säkert sämre. Ring: säker ändring utan riktning."
)


def control_blocks(facts: Facts, plan: Plan, indicator: Indicator) -> tuple[Block, ...]:
    """Figure, note and table; nothing for a measure with fewer than thirteen months in a row."""
    series = monthly_series(facts.evaluation, plan, indicator, facts.organisation.id)
    if series is None:
        return ()
    chart = control_chart(series, indicator)
    title = control_words(series.control, indicator.short_name)
    figure = Figure(
        title=title,
        subtitle=f"{indicator.name}, {unit_words(indicator)} per månad",
        chart=chart,
        alt=alt_text(chart, title),
        anchor=f"figur-styrdiagram-{measure_anchor(plan, indicator)}",
    )
    note = " ".join(
        text for text in (_HOW, scale_note(chart), source_note(facts, indicator)) if text
    )
    return (figure, Note(line(note)), _table(plan, indicator, series))


def control_chart(series: MonthlySeries, indicator: Indicator) -> ControlChart:
    """The months with their meaning, each run of limits, and the lines' names."""
    within = series.control.last.limits

    def text(value: Decimal) -> str:
        unit = Unit.PERCENT if indicator.unit is Unit.PERCENT else Unit.COUNT
        return numbers.with_unit(value, indicator.decimals, unit)

    def mark(month: Period, point: ControlPoint) -> ControlMark:
        name = dates.SHORT_MONTHS[month.last_month - 1]
        shown = TrendPoint(name, str(month.year), point.value, text(point.value))
        return ControlMark(shown, _MEANINGS[point.variation])

    points = series.control.points
    return ControlChart(
        marks=tuple(mark(m, point) for m, point in zip(series.months, points, strict=True)),
        limits=tuple(_runs(points)),
        high_text=f"Övre gräns {text(within.high)}",
        centre_text=f"Medel {text(within.centre)}",
        low_text=f"Undre gräns {text(within.low)}",
        target=series.target,
        target_text=f"Mål {text(series.target)}" if series.target is not None else "",
        unit_suffix="%" if indicator.unit is Unit.PERCENT else "",
    )


def _runs(points: tuple[ControlPoint, ...]) -> Iterator[LimitRun]:
    """The limits over each run of months that share them."""
    for limits, members in groupby(enumerate(points), key=lambda pair: pair[1].limits):
        slots = [slot for slot, _ in members]
        yield LimitRun(slots[0], slots[-1], limits.centre, limits.low, limits.high)


def _table(plan: Plan, indicator: Indicator, series: MonthlySeries) -> Table:
    values = dict(zip(series.months, series.control.points, strict=True))
    columns = (
        Column("År", 124, row_header=True),
        *(Column(name, 73, Align.RIGHT) for name in dates.SHORT_MONTHS),
    )
    years = sorted({month.year for month in series.months})
    rows = []
    for year in years:
        months = [Period.month(year, number) for number in range(1, MONTHS_PER_YEAR + 1)]
        texts = [
            numbers.number(values[month].value, indicator.decimals)
            if month in values
            else numbers.NO_VALUE
            for month in months
        ]
        rows.append(Row(((line(str(year)),), *((line(text),) for text in texts))))
    anchor = f"tabell-styrdiagram-{measure_anchor(plan, indicator)}"
    return Table(
        "Månaderna i styrdiagrammet", columns, tuple(rows), unit_words(indicator), anchor=anchor
    )
