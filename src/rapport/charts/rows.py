"""A list with a scale: names at the left, marks on a common scale, figures at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from rapport.charts.canvas import Anchor, Canvas, Stroke
from rapport.charts.chart_type import axis_face, name_face
from rapport.charts.period_axis import every
from rapport.charts.placement import Box
from rapport.charts.style import Style
from rapport.report.chart_scales import Scale

_AXIS_DROP = 16
_NAME_DROP = 4
_NAME_SHARE = 0.38
_LEAST_NAMES = 120
_AIR = 18
_HALF_MARK = 6
_SCALE_FOOT = 26


@dataclass(frozen=True)
class Axis:
    """The scale of the marks, and the unit its figures are printed with."""

    scale: Scale
    suffix: str

    def labels(self) -> tuple[str, ...]:
        """The figures along the axis."""
        return self.scale.labels(self.suffix)

    def widest_label(self, style: Style) -> float:
        """The width of the widest figure."""
        return max((axis_face(style).width(label) for label in self.labels()), default=0)


@dataclass(frozen=True)
class Rows:
    """Where rows and values stand; the box is the area of the marks, ``names`` a width."""

    box: Box
    row_height: float
    axis: Axis
    names: float

    def x(self, value: Decimal) -> float:
        """Where a value stands, in px from the left."""
        scale = self.axis.scale
        share = float((value - scale.low) / (scale.high - scale.low))
        return self.box.left + share * (self.box.right - self.box.left)

    def middle(self, row: int) -> float:
        """The middle of a row, in px from the top."""
        return self.box.top + self.row_height * (row + 0.5)


@dataclass(frozen=True)
class RowFrame:
    """What a kind of chart decides about its rows: px above them, and the height of each."""

    top: float
    row_height: float

    def height(self, rows: int) -> int:
        """The height of a drawing with this many rows."""
        return round(self.top + self.row_height * rows + _SCALE_FOOT)

    def rows(self, style: Style, names: Sequence[str], figures: float, axis: Axis) -> Rows:
        """Divide the width between names, marks and ``figures`` px for the right column."""
        widest = max((name_face(style).width(name) for name in names), default=0)
        width = style.spaces["satsyta"]
        column = max(_LEAST_NAMES, min(widest, width * _NAME_SHARE))
        right = width - max(figures + _AIR + _HALF_MARK, axis.widest_label(style) / 2)
        foot = self.top + self.row_height * len(names)
        box = Box(column + _AIR + _HALF_MARK, self.top, right, foot)
        return Rows(box, self.row_height, axis, column)


def draw_rows(canvas: Canvas, rows: Rows, names: Sequence[str]) -> None:
    """The scale's lines and figures, hairlines between the rows, and the names."""
    box, hairline = rows.box, Stroke(canvas.style.hairline)
    ticks = [rows.x(tick) for tick in rows.axis.scale.ticks]
    canvas.lines([((x, box.top - 4), (x, box.bottom)) for x in ticks], hairline)
    between = [box.top + rows.row_height * i for i in range(1, len(names))]
    canvas.lines([((0, y), (canvas.width, y)) for y in between], hairline)
    _draw_scale(canvas, rows, ticks)
    for i, name in enumerate(names):
        _draw_name(canvas, rows, i, name)


def _draw_scale(canvas: Canvas, rows: Rows, ticks: Sequence[float]) -> None:
    """The figures under the ticks, thinned from the last one when they are too wide."""
    if not ticks:
        return
    face, baseline = axis_face(canvas.style), rows.box.bottom + _AXIS_DROP
    between = (rows.box.right - rows.box.left) / max(len(ticks) - 1, 1)
    apart = every(rows.axis.widest_label(canvas.style), between)
    shown = list(zip(ticks, rows.axis.labels(), strict=True))[::-1][::apart]
    for x, label in shown:
        canvas.text((x, baseline), label, face, canvas.style.grey, Anchor.MIDDLE)


def _draw_name(canvas: Canvas, rows: Rows, row: int, name: str) -> None:
    """A name on one or two lines, as high as the row."""
    face = name_face(canvas.style)
    lines = face.wrapped(name, rows.names, 2)
    leading = face.px + 2
    first = rows.middle(row) + _NAME_DROP - leading * (len(lines) - 1) / 2
    for i, text in enumerate(lines):
        canvas.text((0, first + i * leading), text, face, canvas.style.ink)
