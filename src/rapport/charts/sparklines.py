"""Sparklines ("gnistlinjer"): a small line per row, its last month and the one it is held to."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.charts.canvas import Canvas, Stroke
from rapport.charts.marks import put_marks
from rapport.charts.nothing import nothing_to_show
from rapport.charts.placement import Point
from rapport.charts.style import Style
from rapport.charts.table_rows import FigureColumn, TableRows, draw_table, height_of
from rapport.report.chart_specs import SparklineChart, SparkRow, Tone

_TOP = 26
_HALF_LINE = 14
_LINE_WIDTH = 1.6
_MARK = 3.4
_RING = 3.0
_ALONE = 1.6


def draw_sparklines(chart: SparklineChart, style: Style) -> Canvas:
    """Draw names, lines, last figures and changes."""
    if not chart.rows:
        return nothing_to_show(style)
    canvas = Canvas(style, height_of(_TOP, len(chart.rows)))
    columns = (
        FigureColumn(chart.value_title, tuple(row.text for row in chart.rows), strong=True),
        FigureColumn(chart.change_title, tuple(row.change for row in chart.rows)),
    )
    names = [(row.name, row.detail) for row in chart.rows]
    rows = draw_table(canvas, _TOP, names, chart.line_title, columns)
    for i, row in enumerate(chart.rows):
        _draw_line(canvas, rows, i, row)
    return canvas


def _draw_line(canvas: Canvas, rows: TableRows, i: int, row: SparkRow) -> None:
    """The line, broken where a month is missing; a ring on the month compared with."""
    places = dict(_places(rows, i, row))
    style = canvas.style
    for run in _runs(places):
        canvas.line(run, Stroke(style.none, _LINE_WIDTH))
        if len(run) == 1:
            canvas.circles(run, _ALONE, style.none)
    if row.compared in places:
        put_marks(canvas, [places[row.compared]], Tone.REFERENCE, _RING)
    if places:
        put_marks(canvas, [places[max(places)]], Tone.TOTAL, _MARK)


def _places(rows: TableRows, i: int, row: SparkRow) -> Iterator[tuple[int, Point]]:
    """Where each month with a value stands; the row's lowest value is at the foot of its line."""
    values = [point.value for point in row.points if point.value is not None]
    low, high = min(values, default=0), max(values, default=0)
    left, right = rows.field.left + _MARK + 1, rows.field.right - _MARK - 1
    step = (right - left) / max(len(row.points) - 1, 1)
    for slot, point in enumerate(row.points):
        if point.value is None:
            continue
        share = float((point.value - low) / (high - low)) if high > low else 0.5
        yield slot, (left + slot * step, rows.middle(i) + _HALF_LINE * (1 - 2 * share))


def _runs(places: dict[int, Point]) -> Iterator[list[Point]]:
    """The points between gaps."""
    run: list[Point] = []
    for slot, place in places.items():
        if run and slot - 1 not in places:
            yield run
            run = []
        run.append(place)
    if run:
        yield run
