"""Sources that sum their figures where they lie ("summering"): files too large to hold, tables.

Nothing but sums by measure, month, organisation, sex and dimension is asked of such a source.
Its words are understood, its gaps kept and its figures judged by the same code as those of a
small file, because what comes back is an ordinary raw table, only shorter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple, Protocol

import pandas as pd

from rapport.domain.problem import Location, Problem
from rapport.sources.number_reader import ReadNumber
from rapport.sources.raw_table import NUMBER_FIELDS, Places, RawCell, RawTable, TableRefused
from rapport.swedish.numbers import number

MAX_CELLS = 2_000_000
"""More sums than this are refused: they would fill the memory that the summing saved."""

DECIMALS = 9
"""Decimals that are summed exactly; a number with more is refused or rounded, never cut."""


@dataclass(frozen=True)
class Wanted:
    """What is asked of a source: which columns, and whether rows are parts of a cell.

    Whether figures come by unit and by sex follows from the columns; days become months only
    where rows are parts. A source that holds more than the plans need leaves out the measures
    that ``knows_indicator`` does not know.
    """

    headings: Mapping[str, str]
    adds_up: bool
    knows_indicator: Callable[[str], bool]

    @property
    def numbers(self) -> list[str]:
        """The fields with figures."""
        return [str(name) for name in NUMBER_FIELDS if name in self.headings]

    @property
    def labels(self) -> list[str]:
        """The fields and dimensions with words, the code of missing figures among them."""
        return [name for name in self.headings if name not in NUMBER_FIELDS]


class Summation(Protocol):
    """A source that can sum by itself."""

    def summed(self, wanted: Wanted) -> tuple[RawTable, list[Problem]]:
        """The sums, one row for each combination of words, and rows that could not be read.

        Raises:
            TableRefused: the source cannot be read, or lacks a column.
        """
        ...


class SummedRow(NamedTuple):
    """A sum: the number of its first row, how many rows it is, its words and its figures."""

    first: int
    rows: int
    labels: tuple[str, ...]
    figures: tuple[RawCell, ...]


def summed_table(
    wanted: Wanted, rows: Iterable[SummedRow], places: Callable[[pd.DataFrame], Places]
) -> RawTable:
    """The raw table of sums; row labels are the numbers of their first rows.

    A row's words and figures that come back in two rows (plain numbers, and one with a code)
    have different first rows, so labels are never repeated.
    """
    names: Sequence[str] = [*wanted.labels, *wanted.numbers]
    found = list(rows)
    frame = pd.DataFrame(
        [[*row.labels, *row.figures] for row in found],
        index=[row.first for row in found],
        columns=list(names),
        dtype=object,
    )
    behind = {row.first: row.rows for row in found if row.rows > 1}
    return RawTable(frame, places(frame), rows_behind=behind)


def summed_number(value: Decimal | int) -> ReadNumber:
    """A sum without the zeros that the source's own decimals leave behind.

    >>> summed_number(Decimal("12.500000000")).value
    Decimal('12.5')
    """
    plain = Decimal(value)
    whole = plain.to_integral_value()
    return ReadNumber(value=whole if whole == plain else plain.normalize())


def refuse_too_many(found: int, place: Location) -> None:
    """Stop when a source has more sums than can be held.

    Raises:
        TableRefused: there are too many.
    """
    if found > MAX_CELLS:
        message = (
            f"Källan ger fler än {number(Decimal(MAX_CELLS))} celler. Ta bort en uppdelning ur "
            "kolumner eller dimensioner, skriv rader: summeras om raderna är enskilda fall, "
            "eller dela uttaget."
        )
        raise TableRefused(Problem(place, "för-många-celler", message))


def missing_columns(wanted: Wanted, present: list[str], place: Location) -> list[Problem]:
    """A problem for each column of the mapping that a source with named columns lacks."""
    found = ", ".join(f'"{name}"' for name in present)
    return [
        Problem(
            place,
            "saknad-kolumn",
            f'Kolumnen "{heading}" ({name}) saknas. Källan har {found}. Rätta kolumner i '
            "beskrivningsfilen eller gör om uttaget.",
        )
        for name, heading in wanted.headings.items()
        if heading not in present
    ]
