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


Factor = int | Fraction
"""An exact factor; nearly all are 1 and -1, which whole numbers are quicker for."""

Equation = dict[int, Factor]
"""What is left of a sum when its shown cells are known: numbered cells and their factors."""

_PAIR = 2


def computable(unknown: Collection[TableCell], sums: Sequence[Sum]) -> frozenset[TableCell]:
    """The unknown cells that the other cells of the sums give away exactly.

    Every sum is an equation in which the other cells are known. Equations in one cell give
    it away, equations in two tie one to the other; what is left is eliminated exactly. The
    first two settle nearly everything in tables of many units by women and men.
    """
    number = {cell: place for place, cell in enumerate(unknown)}
    equations: list[Equation] = [
        {number[c]: -1 if c == one.total else 1 for c in one.cells if c in number} for one in sums
    ]
    ties = _Ties()
    for equation in _reduced(_distinct(_settled(equations, ties))):
        if len(equation) == 1:
            ties.learn(equation)
    return frozenset(cell for cell, place in number.items() if ties.knows(place))


def _settled(equations: Sequence[Equation], ties: _Ties) -> list[Equation]:
    """The equations in three cells or more that remain when the shorter ones are used."""
    left = [equation for equation in equations if equation]
    while True:
        left = [short for equation in left if (short := ties.rewritten(equation))]
        if all(len(equation) > _PAIR for equation in left):
            return left
        for equation in left:
            if len(equation) <= _PAIR:
                ties.learn(ties.rewritten(equation))
        left = [equation for equation in left if len(equation) > _PAIR]


class _Ties:
    """Cells that are given away, and cells tied to another one by a factor."""

    def __init__(self) -> None:
        self._tied: dict[int, tuple[int, Factor]] = {}
        self._known: set[int] = set()

    def learn(self, equation: Equation) -> None:
        """Take in an equation in one cell or two."""
        match list(equation.items()):
            case [(cell, _)]:
                self._known.add(cell)
            case [(cell, factor), (other, by)]:
                self._tied[cell] = (other, _ratio(-by, factor))
            case _:
                pass

    def knows(self, cell: int) -> bool:
        """Whether a cell is given away, by itself or through the one it is tied to."""
        return self._root(cell)[0] in self._known

    def rewritten(self, equation: Equation) -> Equation:
        """An equation in the cells that the others are tied to, without the known ones."""
        found: Equation = {}
        for cell, factor in equation.items():
            root, times = self._root(cell)
            if root not in self._known:
                found[root] = found.get(root, 0) + factor * times
        return {cell: factor for cell, factor in found.items() if factor}

    def _root(self, cell: int) -> tuple[int, Factor]:
        """The cell that a cell is tied to in the end, and the factor there."""
        times: Factor = 1
        passed = []
        while cell in self._tied:
            passed.append((cell, times))
            cell, by = self._tied[cell]
            times *= by
        for one, before in passed:
            self._tied[one] = (cell, _ratio(times, before))
        return cell, times


def _ratio(above: Factor, below: Factor) -> Factor:
    if below in {1, -1}:
        return above * below
    return Fraction(above) / below


def _distinct(equations: Sequence[Equation]) -> list[Equation]:
    """Without those that say the same as another one, however scaled."""
    found: dict[frozenset[tuple[int, Factor]], Equation] = {}
    for equation in equations:
        lead = equation[min(equation)]
        scaled = {cell: _ratio(factor, lead) for cell, factor in equation.items()}
        found.setdefault(frozenset(scaled.items()), scaled)
    return list(found.values())


def _reduced(equations: Sequence[Equation]) -> list[Equation]:
    """Gauss-Jordan elimination in exact fractions; each equation ends with a cell of its own."""
    done: dict[int, Equation] = {}
    for equation in equations:
        new = dict(equation)
        for cell in [cell for cell in new if cell in done]:
            _subtract(new, done[cell], new[cell])
        if not new:
            continue
        pivot = min(new)
        lead = new[pivot]
        new = {cell: _ratio(factor, lead) for cell, factor in new.items()}
        for other in done.values():
            if pivot in other:
                _subtract(other, new, other[pivot])
        done[pivot] = new
    return list(done.values())


def _subtract(equation: Equation, other: Equation, times: Factor) -> None:
    """Subtract a multiple of another equation, in place."""
    for cell, factor in other.items():
        left = equation.get(cell, 0) - times * factor
        if left:
            equation[cell] = left
        else:
            equation.pop(cell, None)
