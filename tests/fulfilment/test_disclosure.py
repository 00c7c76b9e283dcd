"""Disclosure: no hidden figure can be computed from the shown ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from fulfilment.world import (
    COUNT,
    NORTH,
    REGION,
    SOUTH,
    TREE,
    WEST,
)
from rapport.domain.breakdown import MEN, TOTAL, WOMEN
from rapport.domain.outcome import Outcome
from rapport.domain.period import Period
from rapport.domain.quantity import MeasureKind, State
from rapport.fulfilment.disclosure import Sum, TableCell, computable
from rapport.fulfilment.suppression import hidden_cells, is_small

MONTH = Period.month(2024, 8)
UNITS = (NORTH, SOUTH, WEST)


def outcome(x: int, n: int | None = None) -> Outcome:
    """A measured outcome of a month."""
    below = None if n is None else Decimal(n)
    return Outcome(MONTH, State.MEASURED, Decimal(x), Decimal(x), below)


def family(women: tuple[int, ...], men: tuple[int, ...]) -> dict[TableCell, Outcome]:
    """The region and its hospitals, women, men and everybody, with counts that add up."""
    found: dict[TableCell, Outcome] = {}
    for unit, k, m in zip((REGION, *UNITS), (sum(women), *women), (sum(men), *men), strict=True):
        for breakdown, x in ((TOTAL, k + m), (WOMEN, k), (MEN, m)):
            found[TableCell(unit, breakdown)] = outcome(x)
    return found


def test_hidden_cells_in_two_of_each_line_can_still_give_one_away() -> None:
    """The known hole in a four by four table: every line has two, one is computable."""
    hidden = {(0, 0), (0, 1), (1, 0), (1, 1), (1, 2), (2, 2), (2, 3), (3, 2), (3, 3)}

    def at(row: int, column: int) -> TableCell:
        return TableCell(
            f"r{row}", WOMEN if column < 0 else replace(TOTAL, dimensions=(("k", str(column)),))
        )

    rows = [Sum(at(r, -1), tuple(at(r, c) for c in range(4))) for r in range(4)]
    columns = [Sum(at(-1, c), tuple(at(r, c) for r in range(4))) for c in range(4)]

    assert {at(1, 2)} == computable({at(*place) for place in hidden}, [*rows, *columns])


COUNTS = st.tuples(*[st.integers(min_value=0, max_value=12)] * 3)


def _null_space(rows: list[list[Fraction]], width: int) -> list[list[Fraction]]:
    """All ways to change the hidden cells without changing a shown sum (another algorithm)."""
    basis = [[Fraction(int(i == j)) for j in range(width)] for i in range(width)]
    for row in rows:
        products = [sum((a * b for a, b in zip(row, v, strict=True)), Fraction(0)) for v in basis]
        pivot = next((i for i, p in enumerate(products) if p), None)
        if pivot is None:
            continue
        lead, by = basis[pivot], products[pivot]
        basis = [
            [a - products[i] / by * b for a, b in zip(v, lead, strict=True)]
            for i, v in enumerate(basis)
            if i != pivot
        ]
    return basis


def _sums() -> Iterator[tuple[TableCell, tuple[TableCell, ...]]]:
    for unit in (REGION, *UNITS):
        yield TableCell(unit, TOTAL), (TableCell(unit, WOMEN), TableCell(unit, MEN))
    for breakdown in (TOTAL, WOMEN, MEN):
        yield TableCell(REGION, breakdown), tuple(TableCell(u, breakdown) for u in UNITS)


@settings(deadline=None)
@given(COUNTS, COUNTS)
def test_no_hidden_figure_can_be_computed_from_the_shown(
    women: tuple[int, ...], men: tuple[int, ...]
) -> None:
    """Each hidden cell can differ while every shown figure and every sum stays the same."""
    cells = family(women, men)
    hidden = sorted(hidden_cells(cells, COUNT, TREE, 5), key=str)
    rows = []
    for total, parts in _sums():
        row = [Fraction(0)] * len(hidden)
        for one in (total, *parts):
            if one in hidden:
                row[hidden.index(one)] += -1 if one == total else 1
        rows.append(row)
    free = _null_space(rows, len(hidden))

    assert all(any(change[i] for change in free) for i in range(len(hidden)))
    assert {c for c, o in cells.items() if is_small(o, MeasureKind.COUNT, 5)} <= set(hidden)
