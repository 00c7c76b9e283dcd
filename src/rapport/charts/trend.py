"""Lines over time with a staircase of targets: one wide panel, or equal panels in pairs."""

from __future__ import annotations

from collections.abc import Sequence

from rapport.charts.canvas import Canvas, Stroke
from rapport.charts.chart_type import axis_face, value_face
from rapport.charts.end_labels import draw_end_labels, label_room
from rapport.charts.marks import TARGET_WIDTH, put_marks, tone_colour
from rapport.charts.nothing import NOTHING, nothing_to_show
from rapport.charts.period_axis import draw_period_axis
from rapport.charts.placement import Box, Point
from rapport.charts.plot_area import (
    PlotArea,
    draw_scale_labels,
    draw_scale_lines,
    scale_label_room,
)
from rapport.charts.style import Style
from rapport.charts.trend_labels import (
    draw_leader,
    draw_step_labels,
    panel_end_labels,
)
from rapport.report.chart_scales import Scale, trend_scale
from rapport.report.chart_specs import TrendChart, TrendPanel

_PANEL_HEIGHT = 218
_GAP = 6
_EDGE = 1
_LABEL_SHARE = 0.16
_WIDE_LABEL_SHARE = 0.22
_TITLE_ABOVE = 22
_TITLE_BAND = 24
_TOP = 16
_FOOT = 182
_LINE = 2.2
_MARK = 2.6
_LAST_MARK = 4.6
_CROWDED = 9


def draw_trend(chart: TrendChart, style: Style) -> Canvas:
    """Draw the panels on one common scale, two in a row."""
    scale = trend_scale(chart)
    if scale is None:
        return nothing_to_show(style)
    in_row = min(len(chart.panels), 2)
    canvas = Canvas(style, -(-len(chart.panels) // in_row) * _height(chart))
    for i, panel in enumerate(chart.panels):
        area = _area(canvas, chart, scale, i)
        if i % in_row == 0:
            draw_scale_labels(canvas, area, chart.unit_suffix)
        _draw_panel(canvas, area, panel, _label_width(canvas, chart))
    return canvas


def _area(canvas: Canvas, chart: TrendChart, scale: Scale, i: int) -> PlotArea:
    """The plot area of a panel: all areas of a chart are equally large."""
    in_row = min(len(chart.panels), 2)
    left = scale_label_room(canvas, scale, chart.unit_suffix)
    most = _label_width(canvas, chart)
    anywhere = PlotArea(canvas.room, scale, 1)
    labels = [panel_end_labels(canvas.style, anywhere, panel, most) for panel in chart.panels]
    right = max(label_room(of_panel) for of_panel in labels) + _GAP + _EDGE
    gap = canvas.style.spaces["mellan"]
    width = (canvas.width - left - in_row * right - (in_row - 1) * gap) / in_row
    start = left + (i % in_row) * (width + right + gap)
    above = (i // in_row) * _height(chart) + _height(chart) - _PANEL_HEIGHT
    box = Box(start, above + _TOP, start + width, above + _FOOT)
    return PlotArea(box, scale, len(chart.panels[i].points))


def _height(chart: TrendChart) -> int:
    """The height of a row of panels; titles, when there are any, have a band of their own."""
    return _PANEL_HEIGHT + (_TITLE_BAND if any(panel.title for panel in chart.panels) else 0)


def _label_width(canvas: Canvas, chart: TrendChart) -> float:
    """How wide a label beside a panel may be before it is set on two lines."""
    share = _WIDE_LABEL_SHARE if len(chart.panels) == 1 else _LABEL_SHARE
    return share * canvas.width


def _draw_panel(canvas: Canvas, area: PlotArea, panel: TrendPanel, label_width: float) -> None:
    colour = tone_colour(canvas.style, panel.tone)
    title = value_face(canvas.style).shortened(panel.title, area.box.right - area.box.left)
    canvas.text(
        (area.box.left, area.box.top - _TITLE_ABOVE), title, value_face(canvas.style), colour
    )
    draw_scale_lines(canvas, area)
    if not panel.points:
        return
    draw_period_axis(canvas, area, panel.points)
    _draw_targets(canvas, area, panel)
    runs = _runs(area, panel)
    said = [] if runs else [_say_nothing(canvas, area)]
    for run in runs:
        canvas.line(run, Stroke(colour, _LINE))
    _draw_points(canvas, area, panel, [point for run in runs for point in run])
    draw_leader(canvas, area, panel)
    labels = panel_end_labels(canvas.style, area, panel, label_width)
    box = area.box
    taken = draw_end_labels(canvas, box.right + _GAP, labels, box.top - _GAP, box.bottom + _GAP)
    draw_step_labels(canvas, area, panel, runs, [*taken, *said])


def _say_nothing(canvas: Canvas, area: PlotArea) -> Box:
    """Words in place of the line; the labels of the targets keep off them."""
    at = (area.box.left + _GAP, area.box.bottom - _GAP * 2)
    return canvas.text(at, NOTHING, axis_face(canvas.style), canvas.style.grey)


def _draw_targets(canvas: Canvas, area: PlotArea, panel: TrendPanel) -> None:
    """The staircase: a short thick line over the periods each target covers."""
    treads = []
    for step in panel.targets:
        y = area.height_of(step.value)
        treads.append(((area.edge(step.first), y), (area.edge(step.last + 1), y)))
    canvas.lines(treads, Stroke(canvas.style.ink, TARGET_WIDTH))


def _runs(area: PlotArea, panel: TrendPanel) -> list[list[Point]]:
    """The points in unbroken runs: a missing value leaves a gap in the line."""
    runs: list[list[Point]] = [[]]
    for slot, point in enumerate(panel.points):
        if point.value is None:
            runs.append([])
        else:
            runs[-1].append((area.centre(slot), area.height_of(point.value)))
    return [run for run in runs if run]


def _draw_points(
    canvas: Canvas, area: PlotArea, panel: TrendPanel, points: Sequence[Point]
) -> None:
    """A mark at every value, smaller where they stand close, and a large one at the last."""
    if points:
        small = _MARK if area.slot_width >= _CROWDED else _MARK / 2
        put_marks(canvas, points[:-1], panel.tone, small)
        put_marks(canvas, points[-1:], panel.tone, _LAST_MARK)
