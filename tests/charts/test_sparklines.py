"""Small lines in the rows of a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from rapport.charts.sparklines import draw_sparklines
from rapport.charts.style import Style
from rapport.report.chart_specs import ChartSpec, SparklineChart, SparkRow, TrendPoint


def _chart(values: str, compared: int | None = None) -> SparklineChart:
    points = tuple(
        TrendPoint("jan", "2024", None if v == "-" else Decimal(v), v) for v in values.split()
    )
    row = SparkRow("Besök", "antal", points, "12", "+2", compared)
    return SparklineChart((row,), "januari–mars 2024", "mar 2024", "mot mar 2023")


def _lines(svg: bytes, style: Style) -> int:
    """How many strokes of the line's colour there are."""
    return svg.decode().count(f'fill="none" stroke="{style.none}" stroke-width="1.2"')


def test_a_missing_month_breaks_the_line(style: Style) -> None:
    """Two runs of months are two lines, never one drawn over the gap."""
    drawn = [draw_sparklines(_chart(values), style).svg() for values in ("1 2 3 4", "1 2 - 4 5")]
    assert [1, 2] == [_lines(svg, style) for svg in drawn]


def test_the_month_compared_with_has_a_ring(style: Style) -> None:
    """The last month is a filled mark, the one that the change is counted from an open one."""
    without = draw_sparklines(_chart("1 2 3"), style).svg().decode()
    ringed = draw_sparklines(_chart("1 2 3", compared=0), style).svg().decode()
    ring = f'fill="#ffffff" stroke="{style.none}"'
    assert (0, 1) == (without.count(ring), ringed.count(ring))


def test_every_row_has_its_name_figure_and_change(
    style: Style, examples: Mapping[str, ChartSpec]
) -> None:
    """What the table says stands in the drawing too."""
    chart = examples["sparklines"]
    assert isinstance(chart, SparklineChart)
    texts = draw_sparklines(chart, style).texts
    wanted = {text for row in chart.rows for text in (row.text, row.change)}
    assert wanted <= set(texts)
    assert {"Nettokostnad", "mnkr", chart.line_title, chart.value_title} <= set(texts)


def test_no_rows_is_said_in_words(style: Style) -> None:
    """Nothing to show says so."""
    empty = replace(_chart("1"), rows=())
    assert ["Inga värden att visa"] == draw_sparklines(empty, style).texts
