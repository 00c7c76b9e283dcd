"""Months added up through the year, against last year, the target's path and a forecast."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from rapport.charts.canvas import Anchor, Canvas, Stroke, text_box
from rapport.charts.chart_type import axis_face, axis_strong_face, target_face, value_face
from rapport.charts.end_labels import EndLabel, EndLine, draw_end_labels, end_lines, label_room
from rapport.charts.marks import PAPER, TARGET_WIDTH
from rapport.charts.nothing import nothing_to_show
from rapport.charts.placement import Box, Point, first_free, path_boxes
from rapport.charts.plot_area import (
    PlotArea,
    draw_scale_labels,
    draw_scale_lines,
    scale_label_room,
)
from rapport.charts.style import Style
from rapport.report.chart_scales import cumulative_scale
from rapport.report.chart_specs import CumulativeChart

MONTHS = 12
_HEIGHT = 270
_TOP = 24
_FOOT = 226
_LETTERS = "jfmamjjasond"
_GAP = 10
_EDGE = 1
_MOST_WIDTH = 150
_CURRENT = 3
_MARK = 5
_TARGET_BEFORE, _TARGET_AFTER = 14, 7
_OFFSETS = (12, 18, 26, 36, 48)


def draw_cumulative(chart: CumulativeChart, style: Style) -> Canvas:
    """Draw the year: lines first, then the labels where they leave room."""
    if not (chart.current or chart.last_year or chart.target_path):
        return nothing_to_show(style)
    canvas = Canvas(style, _HEIGHT)
    scale = cumulative_scale(chart)
    anywhere = PlotArea(canvas.room, scale, MONTHS)
    right = canvas.width - label_room(_labels(chart, style, anywhere)) - _GAP - _EDGE
    box = Box(scale_label_room(canvas, scale, ""), _TOP, right, _FOOT)
    area = PlotArea(box, scale, MONTHS)
    labels = _labels(chart, style, area)
    draw_scale_lines(canvas, area)
    draw_scale_labels(canvas, area, "")
    _draw_months(canvas, area, len(chart.current))
    _draw_forecast(canvas, area, chart)
    _draw_lines(canvas, area, chart)
    taken = draw_end_labels(canvas, right + _GAP, labels, _TOP - _GAP, _FOOT + _GAP)
    _draw_current_label(canvas, area, chart, taken)
    return canvas


def _labels(chart: CumulativeChart, style: Style, area: PlotArea) -> list[EndLabel]:
    """What stands at the year's end: forecast or outcome, target, and last year."""
    found: list[tuple[tuple[EndLine, ...], Decimal]] = []
    if chart.forecast is not None:
        lines = end_lines(chart.forecast_text, value_face(style), style.ink, _MOST_WIDTH)
        lines += end_lines(chart.range_text, axis_face(style), style.grey, _MOST_WIDTH)
        found.append((lines, chart.forecast))
    elif len(chart.current) >= MONTHS:
        lines = end_lines(chart.current_text, value_face(style), style.ink, _MOST_WIDTH)
        found.append((lines, chart.current[-1]))
    if chart.target_path:
        lines = end_lines(chart.target_text, target_face(style), style.ink, _MOST_WIDTH)
        found.append((lines, chart.target_path[-1]))
    if chart.last_year:
        lines = end_lines(chart.last_year_text, axis_face(style), style.grey, _MOST_WIDTH)
        found.append((lines, chart.last_year[-1]))
    return [EndLabel(lines, area.height_of(value)) for lines, value in found if lines]


def _path(area: PlotArea, values: Sequence[Decimal]) -> list[Point]:
    """The accumulated values as points: nothing at New Year, then each month's end."""
    points = enumerate((Decimal(0), *values[:MONTHS]))
    return [(area.edge(month), area.height_of(value)) for month, value in points]


def _draw_months(canvas: Canvas, area: PlotArea, months: int) -> None:
    """Month letters, and the tertials with the one we are in emphasised."""
    style, foot = canvas.style, area.box.bottom
    for month, letter in enumerate(_LETTERS):
        colour = style.grey if month < months else style.line
        at = (area.centre(month), foot + 14)
        canvas.text(at, letter, axis_face(style), colour, Anchor.MIDDLE)
    between = [area.edge(4), area.edge(8)]
    canvas.lines([((x, area.box.top), (x, foot + 30)) for x in between], Stroke(style.hairline))
    for tertial in range(3):
        now = tertial == max(months - 1, 0) // 4
        face = axis_strong_face(style) if now else axis_face(style)
        at = (area.edge(4 * tertial + 2), foot + 30)
        colour = style.ink if now else style.grey
        canvas.text(at, f"T{tertial + 1}", face, colour, Anchor.MIDDLE)


def _draw_forecast(canvas: Canvas, area: PlotArea, chart: CumulativeChart) -> None:
    """A dashed line from the outcome to the forecast, and its band when that is known."""
    if chart.forecast is None:
        return
    start = _path(area, chart.current)[-1]
    end = (area.edge(MONTHS), area.height_of(chart.forecast))
    if chart.low is not None and chart.high is not None:
        low, high = area.height_of(chart.low), area.height_of(chart.high)
        canvas.area([start, (end[0], low), (end[0], high)], canvas.style.hairline)
    canvas.line([start, end], Stroke(canvas.style.ink, 1.8, (3, 2)))


def _draw_lines(canvas: Canvas, area: PlotArea, chart: CumulativeChart) -> None:
    """Last year in grey, the target's path dotted, this year thick with its last month."""
    style = canvas.style
    if chart.last_year:
        canvas.line(_path(area, chart.last_year), Stroke(style.line, 1.8))
    if chart.target_path:
        path = _path(area, chart.target_path)
        canvas.line(path, Stroke(style.ink, 1.4, (1, 1.6)))
        x, y = path[-1]
        canvas.line(
            [(x - _TARGET_BEFORE, y), (x + _TARGET_AFTER, y)], Stroke(style.ink, TARGET_WIDTH)
        )
    if chart.current:
        path = _path(area, chart.current)
        canvas.line(path, Stroke(style.ink, _CURRENT))
        canvas.circles(path[-1:], _MARK, style.ink)
    if chart.forecast is not None:
        end = (area.edge(MONTHS), area.height_of(chart.forecast))
        canvas.circles([end], _MARK - 1, PAPER, Stroke(style.ink, 1.8))


def _draw_current_label(
    canvas: Canvas, area: PlotArea, chart: CumulativeChart, taken: Sequence[Box]
) -> None:
    """The accumulated figure, near its point and off every line."""
    face = value_face(canvas.style)
    if not chart.current or not chart.current_text or len(chart.current) >= MONTHS:
        return
    obstacles = list(taken)
    for values in (chart.current, chart.last_year, chart.target_path):
        obstacles += path_boxes(_path(area, values), 6)
    point = _path(area, chart.current)[-1]
    if chart.forecast is not None:
        end = (area.edge(MONTHS), area.height_of(chart.forecast))
        obstacles += path_boxes([point, end], 6)
    size = text_box((0, 0), chart.current_text, face)
    room = Box(area.box.left, 0, canvas.width, area.box.bottom)
    free = first_free(_places(point, size), obstacles, room)
    if free is not None:
        at = (free.left, free.top - size.top)
        canvas.text(at, chart.current_text, face, canvas.style.ink)


def _places(point: Point, size: Box) -> Iterator[Box]:
    """Places above left of the point, then below right, further and further out."""
    width, height = size.right - size.left, size.bottom - size.top
    for away in _OFFSETS:
        for right, top in (
            (point[0] - away / 3, point[1] - away - height),
            (point[0] + away / 3 + width, point[1] + away),
            (point[0] + width / 2, point[1] - away - height),
            (point[0] - away, point[1] - height / 2),
        ):
            yield Box(right - width, top, right, top + height)
