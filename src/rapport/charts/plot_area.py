"""The area of a drawing where values have places, with its horizontal scale lines."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from rapport.charts.canvas import Anchor, Canvas, Stroke
from rapport.charts.chart_type import axis_face
from rapport.charts.placement import Box
from rapport.report.chart_scales import Scale

AXIS_GAP = 7
_BASELINE_DROP = 4


@dataclass(frozen=True)
class PlotArea:
    """Values go upwards on the scale; slots ("periods") go from left to right."""

    box: Box
    scale: Scale
    slots: int

    @property
    def slot_width(self) -> float:
        """The width of one period."""
        return (self.box.right - self.box.left) / max(self.slots, 1)

    def edge(self, slot: int) -> float:
        """Where a slot starts, in px from the left."""
        return self.box.left + self.slot_width * slot

    def centre(self, slot: int) -> float:
        """The middle of a slot, in px from the left."""
        return self.edge(slot) + self.slot_width / 2

    def height_of(self, value: Decimal) -> float:
        """Where a value stands, in px from the top of the drawing."""
        share = float((value - self.scale.low) / (self.scale.high - self.scale.low))
        return self.box.bottom - share * (self.box.bottom - self.box.top)


def draw_scale_lines(canvas: Canvas, area: PlotArea) -> None:
    """A hairline at each tick and a firmer line at the foot."""
    left, right = area.box.left, area.box.right
    heights = [area.height_of(tick) for tick in area.scale.ticks[1:]]
    canvas.lines([((left, y), (right, y)) for y in heights], Stroke(canvas.style.hairline))
    foot = area.box.bottom
    canvas.line([(left, foot), (right, foot)], Stroke(canvas.style.line))
    if area.scale.low < 0 < area.scale.high:
        zero = area.height_of(Decimal(0))
        canvas.line([(left, zero), (right, zero)], Stroke(canvas.style.line))


def draw_scale_labels(canvas: Canvas, area: PlotArea, suffix: str) -> None:
    """The figures of the ticks, right-aligned left of the area."""
    face = axis_face(canvas.style)
    labels = area.scale.labels(suffix)
    for tick, label in zip(area.scale.ticks, labels, strict=True):
        at = (area.box.left - AXIS_GAP, area.height_of(tick) + _BASELINE_DROP)
        canvas.text(at, label, face, canvas.style.grey, Anchor.END)


def scale_label_room(canvas: Canvas, scale: Scale, suffix: str) -> float:
    """The room the figures of the ticks need left of the area."""
    face = axis_face(canvas.style)
    return max(face.width(label) for label in scale.labels(suffix)) + AXIS_GAP
