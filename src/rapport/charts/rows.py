"""A list with a scale: names at the left, marks on a common scale, figures at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from rapport.charts.canvas import Anchor, Canvas, Stroke
from rapport.charts.chart_type import axis_face, name_face
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
class Rows:
    """Where rows and values stand; the box is the area of the marks."""

    box: Box
    row_height: float
    scale: Scale
    names: float

    def x(self, value: Decimal) -> float:
        """Where a value stands, in px from the left."""
        share = float((value - self.scale.low) / (self.scale.high - self.scale.low))
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


def lay_rows(
    style: Style, frame: RowFrame, names: Sequence[str], figures: float, scale: Scale
) -> Rows:
    """Divide the width between names, marks and ``figures`` px for the right column."""
    widest = max((name_face(style).width(name) for name in names), default=0)
    width = style.spaces["satsyta"]
    column = max(_LEAST_NAMES, min(widest, width * _NAME_SHARE))
    box = Box(
        column + _AIR + _HALF_MARK,
        frame.top,
        width - figures - _AIR - _HALF_MARK,
        frame.top + frame.row_height * len(names),
    )
    return Rows(box, frame.row_height, scale, column)


def draw_rows(canvas: Canvas, rows: Rows, names: Sequence[str], suffix: str) -> None:
    """The scale's lines and figures, hairlines between the rows, and the names."""
    box, hairline = rows.box, Stroke(canvas.style.hairline)
    ticks = [rows.x(tick) for tick in rows.scale.ticks]
    canvas.lines([((x, box.top - 4), (x, box.bottom)) for x in ticks], hairline)
    between = [box.top + rows.row_height * i for i in range(1, len(names))]
    canvas.lines([((0, y), (canvas.width, y)) for y in between], hairline)
    face = axis_face(canvas.style)
    for x, label in zip(ticks, rows.scale.labels(suffix), strict=True):
        canvas.text((x, box.bottom + _AXIS_DROP), label, face, canvas.style.grey, Anchor.MIDDLE)
    for i, name in enumerate(names):
        _draw_name(canvas, rows, i, name)


def _draw_name(canvas: Canvas, rows: Rows, row: int, name: str) -> None:
    """A name on one or two lines, as high as the row."""
    face = name_face(canvas.style)
    lines = face.wrapped(name, rows.names, 2)
    leading = face.px + 2
    first = rows.middle(row) + _NAME_DROP - leading * (len(lines) - 1) / 2
    for i, text in enumerate(lines):
        canvas.text((0, first + i * leading), text, face, canvas.style.ink)
