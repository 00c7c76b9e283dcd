"""Labels at the right end of lines, moved apart where they would touch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapport.charts.canvas import Canvas
from rapport.charts.placement import Box, spread
from rapport.charts.typeface import Typeface

_LEADING = 1.08
_BASELINE = 0.79


@dataclass(frozen=True)
class EndLine:
    """One line of text with its look."""

    text: str
    face: Typeface
    colour: str

    @property
    def leading(self) -> float:
        """The height of the line."""
        return self.face.px * _LEADING


@dataclass(frozen=True)
class EndLabel:
    """Lines that belong to one value, with the height ("y") where that value stands."""

    lines: tuple[EndLine, ...]
    wanted: float

    @property
    def height(self) -> float:
        """The height of all lines."""
        return sum(line.leading for line in self.lines)


def end_lines(text: str, face: Typeface, colour: str, most_width: float) -> tuple[EndLine, ...]:
    """A text as one or two lines of a label; an empty text has none."""
    if not text:
        return ()
    return tuple(EndLine(part, face, colour) for part in face.wrapped(text, most_width, 2))


def label_room(labels: Sequence[EndLabel]) -> float:
    """The width of the widest line."""
    return max((line.face.width(line.text) for label in labels for line in label.lines), default=0)


def draw_end_labels(
    canvas: Canvas, left: float, labels: Sequence[EndLabel], low: float, high: float
) -> list[Box]:
    """Draw the labels from ``left``, between the heights ``low`` and ``high``."""
    wanted, heights = [label.wanted for label in labels], [label.height for label in labels]
    taken = []
    for label, centre in zip(labels, spread(wanted, heights, low, high), strict=True):
        top = centre - label.height / 2
        for line in label.lines:
            baseline = top + line.leading * _BASELINE
            taken.append(canvas.text((left, baseline), line.text, line.face, line.colour))
            top += line.leading
    return taken
