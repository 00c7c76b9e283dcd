"""The labels of a trend panel: last value and target beside it, earlier targets inside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapport.charts.canvas import Canvas, Stroke, text_box
from rapport.charts.chart_type import axis_face, target_face, value_face
from rapport.charts.end_labels import EndLabel, end_lines
from rapport.charts.marks import TARGET_WIDTH, tone_colour
from rapport.charts.placement import Box, Point, first_free, path_boxes
from rapport.charts.plot_area import PlotArea
from rapport.charts.style import Style
from rapport.charts.typeface import Typeface
from rapport.report.chart_specs import TargetStep, TrendPanel, TrendPoint

_ABOVE = 12
_MARK_CLEARANCE = 9
_FAR = 3


def last_value(panel: TrendPanel) -> tuple[int, TrendPoint] | None:
    """The last period with a value, and its slot."""
    found = [(i, point) for i, point in enumerate(panel.points) if point.value is not None]
    return found[-1] if found else None


def final_target(panel: TrendPanel) -> TargetStep | None:
    """The target that covers the last value, or a later period."""
    last = last_value(panel)
    slot = last[0] if last else len(panel.points) - 1
    return next((step for step in reversed(panel.targets) if step.last >= slot), None)


def panel_end_labels(
    style: Style, area: PlotArea, panel: TrendPanel, most_width: float
) -> list[EndLabel]:
    """The last value and the target that counts, with the heights they belong to."""
    last, target = last_value(panel), final_target(panel)
    labels = []
    if last is not None and last[1].value is not None:
        colour = tone_colour(style, panel.tone)
        lines = end_lines(last[1].text, value_face(style), colour, most_width)
        labels.append(EndLabel(lines, area.height_of(last[1].value)))
    if target is not None:
        lines = end_lines(target.text, target_face(style), style.ink, most_width)
        labels.append(EndLabel(lines, area.height_of(target.value)))
    return labels


def draw_leader(canvas: Canvas, area: PlotArea, panel: TrendPanel) -> None:
    """A dotted line from the last value to its label, when many empty periods follow it."""
    last = last_value(panel)
    if last is None or last[1].value is None or len(panel.points) - last[0] <= _FAR:
        return
    y = area.height_of(last[1].value)
    stroke = Stroke(tone_colour(canvas.style, panel.tone), 1, (1, 3))
    canvas.line([(area.centre(last[0]) + _MARK_CLEARANCE, y), (area.box.right, y)], stroke)


def draw_step_labels(
    canvas: Canvas,
    area: PlotArea,
    panel: TrendPanel,
    runs: Sequence[Sequence[Point]],
    taken: Sequence[Box],
) -> None:
    """Label earlier targets where there is room; the table beside the figure has them all."""
    obstacles = [*taken, *_treads(area, panel)]
    for run in runs:
        obstacles += path_boxes(run, _MARK_CLEARANCE)
    face = axis_face(canvas.style)
    room = Box(area.box.left, area.box.top - _ABOVE, area.box.right, area.box.bottom)
    for step in _labelled(panel):
        free = first_free(_places(area, step, face), obstacles, room)
        if free is not None:
            at = (free.left, free.top - text_box((0, 0), step.text, face).top)
            obstacles.append(canvas.text(at, step.text, face, canvas.style.grey))


def _labelled(panel: TrendPanel) -> list[TargetStep]:
    """The steps that need a label inside: not the final one, nor one like the next."""
    final = final_target(panel)
    repeated = {i for i, (a, b) in enumerate(pairwise(panel.targets)) if a.text == b.text}
    return [
        step
        for i, step in enumerate(panel.targets)
        if step is not final and step.text and i not in repeated
    ]


def _treads(area: PlotArea, panel: TrendPanel) -> list[Box]:
    """The lines of the staircase, as places to keep off."""
    boxes = []
    for step in panel.targets:
        y, half = area.height_of(step.value), TARGET_WIDTH / 2
        boxes.append(Box(area.edge(step.first), y - half, area.edge(step.last + 1), y + half))
    return boxes


def _places(area: PlotArea, step: TargetStep, face: Typeface) -> Iterator[Box]:
    """Below or above the step's line: at its left end, its right end, or its middle."""
    y = area.height_of(step.value)
    left, right = area.edge(step.first) + 2, area.edge(step.last + 1) - 2
    width = face.width(step.text)
    for baseline in (y + 13, y - 5, y + 18, y - 10, y + 24, y - 16):
        for start in (left, right - width, (left + right - width) / 2):
            yield text_box((start, baseline), step.text, face)
