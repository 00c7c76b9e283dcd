"""A risk matrix ("riskmatris"): risks as numbered marks in sixteen squares.

Shade, the printed risk value and the shape of the marks all say how serious a square is, so
that the matrix reads the same in grey. A square is as high as the fullest one needs.
"""

from __future__ import annotations

from dataclasses import dataclass

from rapport.charts.canvas import Anchor, Canvas, Stroke
from rapport.charts.chart_type import axis_face, axis_strong_face
from rapport.charts.marks import PAPER
from rapport.charts.nothing import nothing_to_show
from rapport.charts.placement import Box, Point
from rapport.charts.style import Style
from rapport.report.chart_specs import RiskMark, RiskMatrix

_STEPS = 4
_VALUES = sorted({p * c for p in range(1, _STEPS + 1) for c in range(1, _STEPS + 1)})
_NAMES = 122
_TOP = 37
_TITLE_BASELINE = 14
_GAP = 2
_VALUE = 24
_BASELINE = 16
_MARK = 10
_APART = 24
_PADDING = 6
_NAME_RISE = 8
_KEY_HEIGHT = 29
_KEY_DROP = 20
_KEY_MARK = 5
_SWATCH = 20
_FILLED, _SQUARES = frozenset({2, 3}), frozenset({1, 3})


@dataclass(frozen=True)
class _Grid:
    """Where the squares stand; ``height`` is that of one square with the gap below it."""

    width: float
    height: float

    def square(self, probability: int, consequence: int) -> Box:
        """The square of a probability and a consequence, 1-4 each."""
        left = _NAMES + self.width * (consequence - 1)
        top = _TOP + self.height * (_STEPS - probability)
        return Box(left, top, left + self.width - _GAP, top + self.height - _GAP)

    @property
    def bottom(self) -> float:
        """The foot of the lowest squares."""
        return _TOP + self.height * _STEPS


def draw_risk_matrix(matrix: RiskMatrix, style: Style) -> Canvas:
    """Draw the squares, the names of the steps, the marks and the key."""
    if not matrix.marks:
        return nothing_to_show(style)
    width = (style.spaces["satsyta"] - _NAMES) / _STEPS
    in_a_row = int((width - _PADDING - _VALUE) // _APART)
    squares = _by_square(matrix)
    rows = max(-(-len(found) // in_a_row) for found in squares.values())
    grid = _Grid(width, rows * _APART + 2 * _PADDING)
    canvas = Canvas(style, round(grid.bottom + _KEY_HEIGHT))
    _draw_names(canvas, grid, matrix)
    for place, found in squares.items():
        _draw_square(canvas, grid.square(*place), place, matrix)
        _draw_marks(canvas, grid.square(*place), found, in_a_row, _level(matrix, place))
    _draw_key(canvas, grid, matrix)
    return canvas


def _by_square(matrix: RiskMatrix) -> dict[tuple[int, int], list[RiskMark]]:
    """The marks of every square, also of those that have none."""
    steps = range(1, _STEPS + 1)
    squares: dict[tuple[int, int], list[RiskMark]] = {(p, c): [] for p in steps for c in steps}
    for mark in matrix.marks:
        squares[mark.probability, mark.consequence].append(mark)
    return squares


def _level(matrix: RiskMatrix, place: tuple[int, int]) -> int:
    """Which level of risk a square has, from 0; the last one holds all that is above."""
    value = place[0] * place[1]
    found = (i for i, (_, highest) in enumerate(matrix.levels) if value <= highest)
    return next(found, len(matrix.levels) - 1)


def _shade(style: Style, level: int) -> str:
    """Paper for the least serious, then darker; marks and figures are readable on all."""
    shades = (PAPER, style.tone, style.hairline, style.line)
    return shades[max(0, min(level, len(shades) - 1))]


def _draw_square(canvas: Canvas, box: Box, place: tuple[int, int], matrix: RiskMatrix) -> None:
    style, face = canvas.style, axis_face(canvas.style)
    canvas.bar(box, _shade(style, _level(matrix, place)), Stroke(style.line))
    at = (box.right - _PADDING, box.top + _BASELINE)
    canvas.text(at, str(place[0] * place[1]), face, style.ink, Anchor.END)


def _draw_names(canvas: Canvas, grid: _Grid, matrix: RiskMatrix) -> None:
    """The two scales with their names: consequence above, probability at the left."""
    style, strong, face = canvas.style, axis_strong_face(canvas.style), axis_face(canvas.style)
    canvas.text((0, _TOP - _NAME_RISE), "Sannolikhet", strong, style.ink)
    canvas.text((_NAMES, _TITLE_BASELINE), "Konsekvens", strong, style.ink)
    for step, name in enumerate(matrix.consequences[:_STEPS], start=1):
        shown = face.shortened(f"{step} {name}", grid.width - _PADDING)
        left = grid.square(1, step).left
        canvas.text((left, _TOP - _NAME_RISE), shown, face, style.ink)
    for step, name in enumerate(matrix.probabilities[:_STEPS], start=1):
        box = grid.square(step, 1)
        shown = face.shortened(f"{step} {name}", _NAMES - _PADDING)
        canvas.text((0, (box.top + box.bottom) / 2 + 4), shown, face, style.ink)


def _draw_marks(canvas: Canvas, box: Box, marks: list[RiskMark], in_a_row: int, level: int) -> None:
    """The marks in rows from the left, clear of the risk value."""
    for i, mark in enumerate(marks):
        row, place = divmod(i, in_a_row)
        x = box.left + _PADDING + _MARK + _APART * place
        y = box.top + _PADDING + _MARK + _APART * row
        _draw_mark(canvas, (x, y), mark.text, level)


def _draw_mark(canvas: Canvas, at: Point, text: str, level: int) -> None:
    """Rings, then open squares, filled discs and filled squares as the risk grows."""
    style, face = canvas.style, axis_strong_face(canvas.style)
    filled, square = level in _FILLED, level in _SQUARES
    shape = canvas.squares if square else canvas.circles
    shape(
        [at], _MARK - 1 if square else _MARK, style.ink if filled else PAPER, Stroke(style.ink, 1.6)
    )
    shown = face.shortened(text, 2 * _MARK - 4)
    middle = (at[0], at[1] + 4)
    canvas.text(middle, shown, face, PAPER if filled else style.ink, Anchor.MIDDLE)


def _draw_key(canvas: Canvas, grid: _Grid, matrix: RiskMatrix) -> None:
    """Shade, mark and words of each level, from the least serious."""
    style, face = canvas.style, axis_face(canvas.style)
    slot = canvas.width / max(len(matrix.levels), 1)
    lowest = 1
    for i, (name, highest) in enumerate(matrix.levels):
        left, middle = slot * i, grid.bottom + _KEY_DROP - 4
        swatch = Box(left, middle - _SWATCH / 2, left + _SWATCH * 1.5, middle + _SWATCH / 2)
        canvas.bar(swatch, _shade(style, i), Stroke(style.line))
        _draw_key_mark(canvas, ((swatch.left + swatch.right) / 2, middle), i)
        words = f"{name}, {lowest}–{highest}"
        at = (swatch.right + 7, middle + 4)
        canvas.text(at, face.shortened(words, slot - _SWATCH * 1.5 - 19), face, style.ink)
        lowest = min((value for value in _VALUES if value > highest), default=highest)


def _draw_key_mark(canvas: Canvas, at: Point, level: int) -> None:
    fill = canvas.style.ink if level in _FILLED else PAPER
    shape = canvas.squares if level in _SQUARES else canvas.circles
    shape([at], _KEY_MARK, fill, Stroke(canvas.style.ink, 1.6))
