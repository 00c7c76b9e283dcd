"""Disclosure: which hidden figures of a table can be computed from the shown ones."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.domain.breakdown import TOTAL, Breakdown
from rapport.fulfilment.disclosure import Sum, TableCell, computable

SIZE = 4
LEAK = {(0, 0), (0, 1), (0, 2), (1, 0), (1, 2), (2, 1), (2, 3), (3, 1), (3, 3)}
"""The cells that sdcTable hides in its example before the last one."""


def at(row: int, column: int) -> TableCell:
    """A cell of a table with totals in row and column -1."""
    return TableCell(f"r{row}", TOTAL if column < 0 else Breakdown(None, (("k", f"{column}"),)))


def table(rows: int, columns: int) -> list[Sum]:
    """The sums of a table: each row's, each column's, and those of the totals."""
    across = [Sum(at(r, -1), tuple(at(r, c) for c in range(columns))) for r in (-1, *range(rows))]
    down = [Sum(at(-1, c), tuple(at(r, c) for r in range(rows))) for c in (-1, *range(columns))]
    return [*across, *down]


def test_two_hidden_cells_in_every_line_can_still_give_one_away() -> None:
    """The known hole in sdcTable's four by four table: the second cell of row one is 47."""
    hidden = {at(*place) for place in LEAK}

    assert {at(0, 1)} == computable(hidden, table(SIZE, SIZE))


def test_one_more_hidden_cell_closes_the_known_hole() -> None:
    """The package adds the cell below, after which the 47 can be 0 to 78."""
    hidden = {at(*place) for place in (*LEAK, (1, 1))}

    assert frozenset() == computable(hidden, table(SIZE, SIZE))


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


def _by_null_space(hidden: list[TableCell], sums: list[Sum]) -> set[TableCell]:
    rows = []
    for one in sums:
        row = [Fraction(0)] * len(hidden)
        for cell in one.cells:
            if cell in hidden:
                row[hidden.index(cell)] += -1 if cell == one.total else 1
        rows.append(row)
    free = _null_space(rows, len(hidden))
    return {cell for i, cell in enumerate(hidden) if not any(change[i] for change in free)}


PLACES = st.sets(st.tuples(st.integers(-1, 3), st.integers(-1, 2)), min_size=1)


@settings(deadline=None, max_examples=200)
@given(PLACES)
def test_what_is_computable_agrees_with_another_algorithm(places: set[tuple[int, int]]) -> None:
    """A hidden cell is safe when it can change while every shown figure stays the same."""
    hidden = [at(*place) for place in sorted(places)]

    assert _by_null_space(hidden, table(4, 3)) == computable(hidden, table(4, 3))


BOTH, LEFT, RIGHT = (Breakdown(None, (("d", name),)) for name in ("", "v", "h"))


@settings(deadline=None, max_examples=200)
@given(st.sets(st.integers(0, 26), min_size=1))
def test_tables_in_three_directions_agree_with_another_algorithm(places: set[int]) -> None:
    """Units by sex by kind need more than ties between two cells."""
    cells = [TableCell(f"{a}{b}", of) for a, b, of in product("TKM", "-ab", (BOTH, LEFT, RIGHT))]
    sums = [
        *(Sum(TableCell(f"T{b}", of), (TableCell(f"K{b}", of), TableCell(f"M{b}", of)))
          for b, of in product("-ab", (BOTH, LEFT, RIGHT))),
        *(Sum(TableCell(f"{a}-", of), (TableCell(f"{a}a", of), TableCell(f"{a}b", of)))
          for a, of in product("TKM", (BOTH, LEFT, RIGHT))),
        *(Sum(TableCell(f"{a}{b}", BOTH), (TableCell(f"{a}{b}", LEFT), TableCell(f"{a}{b}", RIGHT)))
          for a, b in product("TKM", "-ab")),
    ]  # fmt: skip
    hidden = [cells[place] for place in sorted(places)]

    assert _by_null_space(hidden, sums) == computable(hidden, sums)
