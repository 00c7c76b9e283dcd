"""The marks of women, men and others: shape first, colour second, so that grey print works."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from rapport.charts.canvas import Canvas, Stroke
from rapport.charts.placement import Point
from rapport.charts.style import Style
from rapport.report.chart_specs import Tone

PAPER = "white"
"""The inside of open marks: the paper itself."""
TARGET_WIDTH = 2.6


def tone_colour(style: Style, tone: Tone) -> str:
    """The colour of a line and its figures."""
    match tone:
        case Tone.WOMEN:
            return style.women
        case Tone.MEN:
            return style.men
        case Tone.TOTAL:
            return style.ink
        case Tone.REFERENCE:
            return style.none
        case _ as never:
            assert_never(never)


def put_marks(canvas: Canvas, points: Sequence[Point], tone: Tone, radius: float) -> None:
    """Marks of one tone: women filled circles, men open squares, reference open circles."""
    colour = tone_colour(canvas.style, tone)
    edge = Stroke(colour, max(1.4, radius * 0.43))
    match tone:
        case Tone.WOMEN | Tone.TOTAL:
            canvas.circles(points, radius, colour, edge)
        case Tone.MEN:
            canvas.squares(points, radius, PAPER, edge)
        case Tone.REFERENCE:
            canvas.circles(points, radius, PAPER, edge)
        case _ as never:
            assert_never(never)
