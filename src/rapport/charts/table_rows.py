"""Rows of a drawn table: names with a detail, a field for marks, and columns of figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from rapport.charts.canvas import Anchor, Canvas, Stroke
from rapport.charts.chart_type import axis_face, name_face, name_strong_face
from rapport.charts.placement import Box
from rapport.charts.style import Style

_ROW = 48
_TITLE_DROP = 10
_LEADING = 15
_NAME_SHARE = 0.36
_LEAST_NAMES = 120
_FIGURES = 260
_AIR = 18
_BASELINE = 4


@dataclass(frozen=True)
class FigureColumn:
    """A column of finished texts at the right; ``strong`` is the one the row is about."""

    title: str
    texts: tuple[str, ...]
    strong: bool = False

    def width(self, style: Style, columns: int) -> int:
        """The width of the widest text in whole px, up to what one of so many columns may take."""
        face = name_strong_face(style) if self.strong else name_face(style)
        widest = max((face.width(text) for text in self.texts), default=0)
        wanted = max(widest, axis_face(style).width(self.title))
        return min(ceil(wanted), _FIGURES // columns)


@dataclass(frozen=True)
class TableRows:
    """Where the rows stand; ``field`` is the area of the marks, ``names`` a width."""

    top: float
    names: float
    field: Box

    def middle(self, row: int) -> float:
        """The middle of a row, in px from the top."""
        return self.top + _ROW * (row + 0.5)


def height_of(top: float, rows: int) -> int:
    """The height of a drawing with this many rows under its titles."""
    return round(top + _ROW * rows + 1)


def draw_table(
    canvas: Canvas,
    top: float,
    names: Sequence[tuple[str, str]],
    line_title: str,
    columns: Sequence[FigureColumn],
) -> TableRows:
    """Titles, lines, names and figures; gives the room that is left for the marks."""
    rows = _rows(canvas, top, names, columns)
    style, bottom = canvas.style, top + _ROW * len(names)
    canvas.line([(0, top), (canvas.width, top)], Stroke(style.line))
    between = [top + _ROW * i for i in range(1, len(names))]
    canvas.lines([((0, y), (canvas.width, y)) for y in between], Stroke(style.hairline))
    canvas.line([(0, bottom), (canvas.width, bottom)], Stroke(style.line))
    face = axis_face(style)
    title = face.shortened(line_title, rows.field.right - rows.field.left)
    canvas.text((rows.field.left, top - _TITLE_DROP), title, face, style.grey)
    for i, (name, detail) in enumerate(names):
        _draw_name(canvas, rows, i, name, detail)
    right = float(canvas.width)
    for column in reversed(columns):
        width = column.width(style, len(columns))
        _draw_column(canvas, rows, column, Box(right - width, top, right, bottom))
        right -= width + _AIR
    return rows


def _rows(
    canvas: Canvas, top: float, names: Sequence[tuple[str, str]], columns: Sequence[FigureColumn]
) -> TableRows:
    face = name_face(canvas.style)
    widest = max((face.width(text) for pair in names for text in pair), default=0)
    left = max(_LEAST_NAMES, min(widest, canvas.width * _NAME_SHARE))
    figures = sum(column.width(canvas.style, len(columns)) + _AIR for column in columns)
    field = Box(left + _AIR, top, canvas.width - figures, top + _ROW * len(names))
    return TableRows(top, left, field)


def _draw_name(canvas: Canvas, rows: TableRows, row: int, name: str, detail: str) -> None:
    """A name on one or two lines with its detail below; one line of name beside a detail."""
    style = canvas.style
    face, small = name_face(style), axis_face(style)
    lines = face.wrapped(name, rows.names, 2)
    texts = [(text, face, style.ink) for text in lines]
    if detail and len(lines) == 1:
        texts.append((small.shortened(detail, rows.names), small, style.grey))
    first = rows.middle(row) + _BASELINE - _LEADING * (len(texts) - 1) / 2
    for i, (text, used, colour) in enumerate(texts):
        canvas.text((0, first + i * _LEADING), text, used, colour)


def _draw_column(canvas: Canvas, rows: TableRows, column: FigureColumn, room: Box) -> None:
    style, width = canvas.style, room.right - room.left
    face = name_strong_face(style) if column.strong else name_face(style)
    small = axis_face(style)
    at = (room.right, rows.top - _TITLE_DROP)
    canvas.text(at, small.shortened(column.title, width), small, style.grey, Anchor.END)
    for i, text in enumerate(column.texts):
        place = (room.right, rows.middle(i) + _BASELINE)
        canvas.text(place, face.shortened(text, width), face, style.ink, Anchor.END)
