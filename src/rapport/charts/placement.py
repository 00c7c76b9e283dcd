"""Placing labels so that none covers another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A rectangle in px from the top left of the drawing."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Whether the two share any area; touching edges do not."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, other: Box) -> bool:
        """Whether this box lies wholly inside another."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )

    def grown(self, by: float) -> Box:
        """The box with a margin of air around it."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


def path_boxes(points: Sequence[Point], thickness: float, step: float = 4) -> list[Box]:
    """Small boxes along a drawn line, so that labels can keep off it."""
    half = thickness / 2
    boxes = [Box(x - half, y - half, x + half, y + half) for x, y in points]
    for (x1, y1), (x2, y2) in pairwise(points):
        count = int(max(abs(x2 - x1), abs(y2 - y1)) // step)
        for i in range(1, count + 1):
            x, y = x1 + (x2 - x1) * i / (count + 1), y1 + (y2 - y1) * i / (count + 1)
            boxes.append(Box(x - half, y - half, x + half, y + half))
    return boxes


def first_free(candidates: Iterable[Box], obstacles: Sequence[Box], room: Box) -> Box | None:
    """The first candidate inside the room that covers no obstacle; ``None`` when all do."""
    for box in candidates:
        if box.within(room) and not any(box.overlaps(other) for other in obstacles):
            return box
    return None


def spread(
    wanted: Sequence[float], sizes: Sequence[float], low: float, high: float
) -> tuple[float, ...]:
    """Centres as near the wanted ones as possible, so that labels of these sizes do not overlap.

    The order of the wanted centres is kept, and the labels stay between ``low`` and ``high``
    as far as they have room there; if they have not, they go out at the high end.

    >>> spread([10, 12], [8, 8], 0, 100)
    (7.0, 15.0)
    """
    order = sorted(range(len(wanted)), key=lambda i: (wanted[i], i))
    offsets = _offsets([sizes[i] for i in order])
    shifts = _never_falling([wanted[i] - offset for i, offset in zip(order, offsets, strict=True)])
    centres = [0.0] * len(wanted)
    for i, shift, offset in zip(order, shifts, offsets, strict=True):
        lowest = low + sizes[order[0]] / 2
        highest = high - sizes[order[-1]] / 2 - offsets[-1]
        centres[i] = max(lowest, min(shift, highest)) + offset
    return tuple(centres)


def _offsets(sizes: Sequence[float]) -> list[float]:
    """How far each label's centre must be from the first one's when they stand close."""
    offsets = [0.0] if sizes else []
    for before, after in pairwise(sizes):
        offsets.append(offsets[-1] + (before + after) / 2)
    return offsets


def _never_falling(values: Sequence[float]) -> list[float]:
    """The nearest never-falling sequence: neighbours that fall are replaced by their mean."""
    runs: list[tuple[float, int]] = []
    for value in values:
        total, count = float(value), 1
        while runs and runs[-1][0] / runs[-1][1] > total / count:
            earlier, length = runs.pop()
            total, count = total + earlier, count + length
        runs.append((total, count))
    return [total / count for total, count in runs for _ in range(count)]
