"""Disclosure ("röjande"): which hidden figures of a table can be computed from the shown ones."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from fractions import Fraction
from typing import NamedTuple

from rapport.domain.breakdown import Breakdown


class TableCell(NamedTuple):
    """A place in the family of tables of one indicator: an organisation and a breakdown."""

    organisation: str
    breakdown: Breakdown


class Sum(NamedTuple):
    """A cell that is the sum of others: everybody of women and men, the region of its units."""

    total: TableCell
    parts: tuple[TableCell, ...]

    @property
    def cells(self) -> tuple[TableCell, ...]:
        """All cells that the sum ties together."""
        return (self.total, *self.parts)


def computable(hidden: Collection[TableCell], sums: Sequence[Sum]) -> frozenset[TableCell]:
    """The hidden cells that the shown ones give away exactly.

    Every sum is an equation in which the shown cells are known. A hidden cell is given
    away when the reduced equations have one that holds it alone.
    """
    unknown = list(dict.fromkeys(cell for one in sums for cell in one.cells if cell in hidden))
    rows = []
    for one in sums:
        row = [Fraction(0)] * len(unknown)
        for cell in one.cells:
            if cell in hidden:
                row[unknown.index(cell)] += -1 if cell == one.total else 1
        if any(row):
            rows.append(row)
    alone = []
    for row in _reduced(rows, len(unknown)):
        places = [place for place, factor in enumerate(row) if factor]
        if len(places) == 1:
            alone.append(unknown[places[0]])
    return frozenset(alone)


def _reduced(rows: list[list[Fraction]], width: int) -> list[list[Fraction]]:
    """Gauss–Jordan elimination in exact fractions; the tables are small."""
    done = 0
    for column in range(width):
        pivot = next((r for r in range(done, len(rows)) if rows[r][column]), None)
        if pivot is None:
            continue
        rows[done], rows[pivot] = rows[pivot], rows[done]
        lead = rows[done][column]
        rows[done] = [factor / lead for factor in rows[done]]
        for r, row in enumerate(rows):
            if r != done and row[column]:
                times = row[column]
                rows[r] = [a - times * b for a, b in zip(row, rows[done], strict=True)]
        done += 1
    return rows[:done]
