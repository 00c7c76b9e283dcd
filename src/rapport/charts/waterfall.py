"""From budget to forecast in steps ("vattenfall"): filled bars increase, open ones decrease."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from rapport.charts.canvas import Anchor, Canvas, Stroke
from rapport.charts.marks import PAPER
from rapport.charts.nothing import nothing_to_show
from rapport.charts.placement import Box
from rapport.charts.style import Style
from rapport.charts.typeface import REGULAR, SEMIBOLD, Typeface, typeface
from rapport.report.chart_scales import waterfall_base, waterfall_levels
from rapport.report.chart_specs import Bar, WaterfallChart

_TOP = 30
_FOOT = 196
_BAR_SHARE = 0.72
_WIDEST_BAR = 84
_LABEL_GAP = 6
_NAME_LINES = 3
_NAME_DROP = 15
_LEAST_BAR = 1.5
_LEAST_FALL = 4
_AIR = 12
_LEAST_OPEN = 8


@dataclass(frozen=True)
class _Steps:
    """Where bars and levels stand; ``base`` is the level at the foot of broken bars."""

    slot: float
    top_level: float
    low_level: float
    base: float

    def y(self, level: float) -> float:
        """Where a level stands, in px from the top."""
        share = (level - self.low_level) / (self.top_level - self.low_level)
        return _FOOT - share * (_FOOT - _TOP)

    def sides(self, i: int) -> tuple[float, float]:
        """Left and right of a bar."""
        half = min(self.slot * _BAR_SHARE, _WIDEST_BAR) / 2
        middle = self.slot * (i + 0.5)
        return middle - half, middle + half


def draw_waterfall(chart: WaterfallChart, style: Style) -> Canvas:
    """Draw the bars with their figures above and names below."""
    if not chart.bars:
        return nothing_to_show(style)
    width = style.spaces["satsyta"]
    slot = width / len(chart.bars)
    face = _fitting(style, "not", REGULAR, [], slot)
    names = [face.wrapped(bar.name, slot - _AIR, _NAME_LINES) for bar in chart.bars]
    leading = style.sizes["not"][1] - 1
    canvas = Canvas(style, _FOOT + _NAME_DROP + leading * max(len(name) for name in names))
    steps = _steps(chart, slot)
    _draw_first_level(canvas, chart, steps)
    _draw_bars(canvas, chart, steps)
    foot = steps.y(steps.base)
    canvas.line([(0, foot), (width, foot)], Stroke(style.line))
    for i, lines in enumerate(names):
        for row, text in enumerate(lines):
            at = (slot * (i + 0.5), _FOOT + _NAME_DROP + leading * row)
            canvas.text(at, text, face, style.ink, Anchor.MIDDLE)
    return canvas


def _fitting(style: Style, role: str, weight: int, texts: list[str], room: float) -> Typeface:
    """The typeface of a role, a little smaller when a text would not have room."""
    largest, smallest = style.sizes[role][0], style.sizes["etikett"][0] - 2
    sizes = range(largest, smallest, -1)
    faces = [typeface(style, px, weight) for px in sizes]
    fits = (face for face in faces if all(face.width(text) <= room for text in texts))
    return next(fits, faces[-1])


def _steps(chart: WaterfallChart, slot: float) -> _Steps:
    """The levels from the foot, or from below zero, to the highest bar."""
    base = waterfall_base(chart)
    ends = [level for pair in waterfall_levels(chart) for level in pair if base == 0 or level]
    low, high = min([base, *ends]), max([base, *ends])
    if low == high:
        high = low + 1
    return _Steps(slot, float(high), float(low), float(base))


def _draw_first_level(canvas: Canvas, chart: WaterfallChart, steps: _Steps) -> None:
    """A dashed line at the first total, to see where the last one ends against it."""
    first = chart.bars[0]
    if first.total and len(chart.bars) > 1:
        y = steps.y(float(first.value))
        canvas.line([(0, y), (canvas.width, y)], Stroke(canvas.style.ink, 1, (4, 3)))


def _draw_bars(canvas: Canvas, chart: WaterfallChart, steps: _Steps) -> None:
    levels = waterfall_levels(chart)
    texts = [bar.text for bar in chart.bars]
    face = _fitting(canvas.style, "text", SEMIBOLD, texts, steps.slot - _AIR)
    for i, (bar, (start, end)) in enumerate(zip(chart.bars, levels, strict=True)):
        box = _box(steps, i, start if start or not bar.total else Decimal(steps.base), end)
        _draw_bar(canvas, bar, box, broken=bar.total and steps.base != 0)
        middle = (box.left + box.right) / 2
        text = face.shortened(bar.text, steps.slot - _AIR)
        canvas.text((middle, box.top - _LABEL_GAP), text, face, canvas.style.ink, Anchor.MIDDLE)
        if i + 1 < len(chart.bars):
            y, after = steps.y(float(end)), steps.sides(i + 1)[0]
            canvas.line([(box.right, y), (after, y)], Stroke(canvas.style.grey))


def _box(steps: _Steps, i: int, start: Decimal, end: Decimal) -> Box:
    """The bar between two levels; one of no height still shows as a line."""
    left, right = steps.sides(i)
    top, bottom = sorted((steps.y(float(start)), steps.y(float(end))))
    return Box(left, top, right, max(bottom, top + _LEAST_BAR))


def _draw_bar(canvas: Canvas, bar: Bar, box: Box, *, broken: bool) -> None:
    style = canvas.style
    if bar.total:
        canvas.bar(box, style.profile)
    elif bar.value >= 0:
        canvas.bar(box, style.none)
    else:
        shown = Box(box.left, box.top, box.right, max(box.bottom, box.top + _LEAST_FALL))
        edge = 2 if shown.bottom - shown.top >= _LEAST_OPEN else 1
        canvas.bar(shown, PAPER, Stroke(style.none, edge))
    if broken:
        y, left, right = box.bottom - 16, box.left - 3, box.right + 3
        cut = [(left, y), (right, y - 5), (right, y), (left, y + 5)]
        canvas.area(cut, PAPER)
