"""The axis of periods: ticks ("T1") under the area, and the groups ("2024") they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rapport.charts.canvas import Anchor, Canvas, Stroke
from rapport.charts.chart_type import axis_strong_face, tick_face
from rapport.charts.plot_area import PlotArea
from rapport.report.chart_specs import TrendPoint

_TICK_DROP = 14
_GROUP_DROP = 30
_AIR = 3


def group_starts(points: Sequence[TrendPoint]) -> list[tuple[int, int, str]]:
    """The groups in order: first slot, number of slots, name.

    >>> group_starts([TrendPoint("T3", "2023", None, ""), TrendPoint("T1", "2024", None, "")])
    [(0, 1, '2023'), (1, 1, '2024')]
    """
    found = []
    for name, members in groupby(enumerate(points), key=lambda pair: pair[1].group):
        slots = [slot for slot, _ in members]
        found.append((slots[0], len(slots), name))
    return found


def every(widest: float, room: float) -> int:
    """How many slots apart labels must stand to leave air between them.

    >>> every(10, 15), every(30, 15)
    (1, 3)
    """
    apart = 1
    while apart * room < widest + _AIR:
        apart += 1
    return apart


def draw_period_axis(canvas: Canvas, area: PlotArea, points: Sequence[TrendPoint]) -> None:
    """Ticks and groups; periods after the last value are only hinted at."""
    groups = group_starts(points)
    with_value = [slot for slot, point in enumerate(points) if point.value is not None]
    widest = max(tick_face(canvas.style).width(point.tick) for point in points)
    crossed = widest + _AIR > area.slot_width
    _draw_group_lines(canvas, area, [first for first, _, _ in groups[1:]], crossed=crossed)
    _draw_ticks(canvas, area, points, groups, max(with_value, default=len(points)))
    _draw_groups(canvas, area, groups)


def _draw_group_lines(
    canvas: Canvas, area: PlotArea, starts: Sequence[int], *, crossed: bool
) -> None:
    """A hairline where each group starts, open where wide ticks would cross it."""
    top, foot = area.box.top - 4, area.box.bottom
    parts = [(top, foot), (foot + _TICK_DROP + 5, foot + _GROUP_DROP)] if crossed else []
    for start, end in parts or [(top, foot + _GROUP_DROP)]:
        ends = [((area.edge(slot), start), (area.edge(slot), end)) for slot in starts]
        canvas.lines(ends, Stroke(canvas.style.hairline))


def _draw_ticks(
    canvas: Canvas,
    area: PlotArea,
    points: Sequence[TrendPoint],
    groups: Sequence[tuple[int, int, str]],
    last: int,
) -> None:
    """The ticks, thinned alike in every group so that they do not touch.

    Where a whole group is narrower than its first tick, the group may have none.
    """
    face = tick_face(canvas.style)
    reached = float("-inf")
    apart = every(max(face.width(point.tick) for point in points), area.slot_width)
    for first, count, name in groups:
        for slot in range(first, first + count):
            tick = points[slot].tick
            near_end = slot + apart > first + count and (slot - first) and apart > 1
            half = face.width(tick) / 2
            covered = area.centre(slot) - half < reached
            if (slot - first) % apart or near_end or tick == name or covered:
                continue
            reached = area.centre(slot) + half
            colour = canvas.style.grey if slot <= last else canvas.style.line
            at = (area.centre(slot), area.box.bottom + _TICK_DROP)
            canvas.text(at, tick, face, colour, Anchor.MIDDLE)


def _draw_groups(canvas: Canvas, area: PlotArea, groups: Sequence[tuple[int, int, str]]) -> None:
    """The groups' names, thinned from the last one when they are too close."""
    face = axis_strong_face(canvas.style)
    narrowest = min(count for _, count, _ in groups) * area.slot_width
    apart = every(max(face.width(name) for _, _, name in groups), narrowest)
    for first, count, name in groups[(len(groups) - 1) % apart :: apart]:
        at = (area.edge(first) + count * area.slot_width / 2, area.box.bottom + _GROUP_DROP)
        canvas.text(at, name, face, canvas.style.ink, Anchor.MIDDLE)
