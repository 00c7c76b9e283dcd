"""Control charts ("styrdiagram"): months on a line, limits of chance, and the target."""

from __future__ import annotations

from collections.abc import Sequence

from rapport.charts.canvas import Canvas, Stroke
from rapport.charts.chart_type import axis_face, target_face, value_face
from rapport.charts.end_labels import EndLabel, draw_end_labels, end_lines, label_room
from rapport.charts.marks import PAPER, TARGET_WIDTH
from rapport.charts.nothing import nothing_to_show
from rapport.charts.period_axis import draw_period_axis
from rapport.charts.placement import Box, Point
from rapport.charts.plot_area import (
    PlotArea,
    draw_scale_labels,
    draw_scale_lines,
    scale_label_room,
)
from rapport.charts.style import Style
from rapport.report.chart_scales import Scale, control_scale
from rapport.report.chart_specs import ControlChart, Meaning

_HEIGHT = 250
_TOP = 20
_FOOT = 206
_GAP = 8
_EDGE = 1
_LABEL_SHARE = 0.22
_LINE = 1.2
_MARK = 3.2
_SIGNAL = 4.4
_LIMIT_DASHES = (4, 3)


def draw_control(chart: ControlChart, style: Style) -> Canvas:
    """Draw the limits and the target first, then the months on them."""
    scale = control_scale(chart)
    if scale is None:
        return nothing_to_show(style)
    canvas = Canvas(style, _HEIGHT)
    area = _area(canvas, chart, scale)
    draw_scale_lines(canvas, area)
    draw_scale_labels(canvas, area, chart.unit_suffix)
    draw_period_axis(canvas, area, [mark.point for mark in chart.marks])
    _draw_limits(canvas, area, chart)
    for run in _runs(area, chart):
        canvas.line(run, Stroke(style.grey, _LINE))
    _draw_marks(canvas, area, chart)
    low, high = area.box.top - _GAP, area.box.bottom + _GAP
    draw_end_labels(canvas, area.box.right + _GAP, _labels(canvas, chart, area), low, high)
    return canvas


def _area(canvas: Canvas, chart: ControlChart, scale: Scale) -> PlotArea:
    anywhere = PlotArea(canvas.room, scale, len(chart.marks))
    right = canvas.width - label_room(_labels(canvas, chart, anywhere)) - _GAP - _EDGE
    left = scale_label_room(canvas, scale, chart.unit_suffix)
    return PlotArea(Box(left, _TOP, right, _FOOT), scale, len(chart.marks))


def _labels(canvas: Canvas, chart: ControlChart, area: PlotArea) -> list[EndLabel]:
    """The lines' names at the end, and the newest month's value."""
    style, width = canvas.style, _LABEL_SHARE * canvas.width
    small, strong = axis_face(style), target_face(style)
    found = []
    if chart.limits:
        last = chart.limits[-1]
        for text, value in (
            (chart.high_text, last.high),
            (chart.centre_text, last.centre),
            (chart.low_text, last.low),
        ):
            found.append((end_lines(text, small, style.grey, width), value))
    if chart.target is not None:
        found.append((end_lines(chart.target_text, strong, style.ink, width), chart.target))
    shown = [mark.point for mark in chart.marks if mark.point.value is not None]
    if shown and shown[-1].value is not None:
        text = shown[-1].text
        found.append((end_lines(text, value_face(style), style.ink, width), shown[-1].value))
    return [EndLabel(lines, area.height_of(value)) for lines, value in found if lines]


def _draw_limits(canvas: Canvas, area: PlotArea, chart: ControlChart) -> None:
    """The centre as a thin line, the limits dashed, the target thick."""
    style = canvas.style
    for run in chart.limits:
        left, right = area.edge(run.first), area.edge(run.last + 1)
        centre = area.height_of(run.centre)
        canvas.line([(left, centre), (right, centre)], Stroke(style.line, _LINE))
        for end in (run.low, run.high):
            y = area.height_of(end)
            canvas.line([(left, y), (right, y)], Stroke(style.grey, _LINE, _LIMIT_DASHES))
    if chart.target is not None:
        y = area.height_of(chart.target)
        canvas.line([(area.box.left, y), (area.box.right, y)], Stroke(style.ink, TARGET_WIDTH))


def _runs(area: PlotArea, chart: ControlChart) -> list[list[Point]]:
    """The months in unbroken runs: a missing one leaves a gap in the line."""
    runs: list[list[Point]] = [[]]
    for slot, mark in enumerate(chart.marks):
        if mark.point.value is None:
            runs.append([])
        else:
            runs[-1].append((area.centre(slot), area.height_of(mark.point.value)))
    return [run for run in runs if run]


def _draw_marks(canvas: Canvas, area: PlotArea, chart: ControlChart) -> None:
    """Chance small and grey, better a disc, worse a square, other signals a ring."""
    style = canvas.style

    def places(meaning: Meaning) -> Sequence[Point]:
        return [
            (area.centre(slot), area.height_of(mark.point.value))
            for slot, mark in enumerate(chart.marks)
            if mark.meaning is meaning and mark.point.value is not None
        ]

    canvas.circles(places(Meaning.CHANCE), _MARK, style.grey)
    canvas.circles(places(Meaning.BETTER), _SIGNAL, style.met)
    canvas.squares(places(Meaning.WORSE), _SIGNAL, style.not_met)
    canvas.circles(places(Meaning.OTHER), _SIGNAL, PAPER, Stroke(style.ink, _LINE * 1.5))
