"""Bullet rows ("kulrader"): bars from zero, a tick for the earlier value, a line for the target."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from rapport.charts.canvas import Canvas, Stroke
from rapport.charts.chart_type import name_face
from rapport.charts.marks import PAPER, TARGET_WIDTH
from rapport.charts.nothing import nothing_to_show
from rapport.charts.placement import Box
from rapport.charts.style import Style
from rapport.charts.table_rows import FigureColumn, TableRows, draw_table, height_of
from rapport.report.chart_specs import BulletChart, BulletRow

_TOP = 56
_HALF_BAND = 12
_HALF_BAR = 6
_EARLIER_WIDTH = 1.4
_EARLIER_FOOT = 5
_KEY_BASELINE = 18
_KEY_MIDDLE = 14
_KEY_TEXT = 150
_TARGET = "Mål"
_ROOM = Decimal("1.04")
_ZERO = Decimal(0)


@dataclass(frozen=True)
class _Scale:
    """A row's own scale, which always holds zero."""

    field: Box
    low: Decimal
    high: Decimal

    def x(self, value: Decimal) -> float:
        share = float((value - self.low) / (self.high - self.low))
        return self.field.left + share * (self.field.right - self.field.left)


def draw_bullets(chart: BulletChart, style: Style) -> Canvas:
    """Draw key, names, bars and figures."""
    if not chart.rows:
        return nothing_to_show(style)
    canvas = Canvas(style, height_of(_TOP, len(chart.rows)))
    columns = [
        FigureColumn(chart.value_title, tuple(row.text for row in chart.rows), strong=True),
        FigureColumn(chart.earlier_title, tuple(row.earlier_text for row in chart.rows)),
    ]
    if any(row.target is not None for row in chart.rows):
        columns.append(FigureColumn(_TARGET, tuple(row.target_text for row in chart.rows)))
    names = [(row.name, row.detail) for row in chart.rows]
    rows = draw_table(canvas, _TOP, names, "", columns)
    _draw_key(canvas, chart)
    for i, row in enumerate(chart.rows):
        _draw_row(canvas, rows, i, row)
    return canvas


def _draw_key(canvas: Canvas, chart: BulletChart) -> None:
    """The marks with their names; the target only where a row has one."""
    style, face = canvas.style, name_face(canvas.style)
    canvas.bar(Box(0, _KEY_MIDDLE - _HALF_BAR, 22, _KEY_MIDDLE + _HALF_BAR), style.profile)
    named = face.shortened(chart.value_title, _KEY_TEXT)
    x = canvas.text((30, _KEY_BASELINE), named, face, style.ink).right + 28
    if any(row.earlier is not None for row in chart.rows):
        _draw_earlier(canvas, x, _KEY_MIDDLE)
        named = face.shortened(chart.earlier_title, _KEY_TEXT)
        x = canvas.text((x + 10, _KEY_BASELINE), named, face, style.ink).right + 28
    if any(row.target is not None for row in chart.rows):
        _draw_target(canvas, x, _KEY_MIDDLE)
        canvas.text((x + 10, _KEY_BASELINE), _TARGET, face, style.ink)


def _draw_row(canvas: Canvas, rows: TableRows, i: int, row: BulletRow) -> None:
    style, y = canvas.style, rows.middle(i)
    if row.value is None:
        return
    scale = _scale(rows.field, row, row.value)
    canvas.bar(Box(scale.field.left, y - _HALF_BAND, scale.field.right, y + _HALF_BAND), style.tone)
    zero, end = scale.x(_ZERO), scale.x(row.value)
    canvas.bar(Box(min(zero, end), y - _HALF_BAR, max(zero, end), y + _HALF_BAR), style.profile)
    canvas.line([(zero, y - _HALF_BAND), (zero, y + _HALF_BAND)], Stroke(style.line))
    if row.earlier is not None:
        _draw_earlier(canvas, scale.x(row.earlier), y)
    if row.target is not None:
        _draw_target(canvas, scale.x(row.target), y)


def _scale(field: Box, row: BulletRow, value: Decimal) -> _Scale:
    """From zero to a little past the largest mark, or from the lowest where it is below zero."""
    marks = [each for each in (value, row.earlier, row.target) if each is not None]
    low, high = min(_ZERO, *marks) * _ROOM, max(_ZERO, *marks) * _ROOM
    return _Scale(field, low, high if high > low else low + 1)


def _draw_earlier(canvas: Canvas, x: float, y: float) -> None:
    """A thin tick on paper, with a foot, that shows on the bar as well as beside it."""
    ends = [(x, y - _HALF_BAND), (x, y + _HALF_BAND)]
    canvas.line(ends, Stroke(PAPER, _EARLIER_WIDTH + 2.4))
    canvas.line(ends, Stroke(canvas.style.ink, _EARLIER_WIDTH))
    feet = [((x - _EARLIER_FOOT, end), (x + _EARLIER_FOOT, end)) for _, end in ends]
    canvas.lines(feet, Stroke(canvas.style.ink, _EARLIER_WIDTH))


def _draw_target(canvas: Canvas, x: float, y: float) -> None:
    """The short thick line that means target in every chart."""
    ends = [(x, y - _HALF_BAND), (x, y + _HALF_BAND)]
    canvas.line(ends, Stroke(PAPER, TARGET_WIDTH + 2))
    canvas.line(ends, Stroke(canvas.style.ink, TARGET_WIDTH))
