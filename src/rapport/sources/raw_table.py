"""The raw table: what stood in a data file, cell by cell, before anything is understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

import pandas as pd

from rapport.domain.measurement import SourceRef
from rapport.domain.problem import Location, Problem
from rapport.sources.number_reader import ReadNumber


class Field(StrEnum):
    """The fields of measured data ("fält"); the value is the word used in mapping files."""

    INDICATOR = "indikator"
    PERIOD = "period"
    ORGANISATION = "organisation"
    SEX = "kön"
    NUMERATOR = "täljare"
    DENOMINATOR = "nämnare"
    VALUE = "värde"
    CODE = "kod"


NUMBER_FIELDS = (Field.NUMERATOR, Field.DENOMINATOR, Field.VALUE)
"""The fields that hold figures; the others hold labels."""

RawCell = str | ReadNumber
"""A cell as it stands: text, or a spreadsheet's stored number or error."""


class Places(Protocol):
    """Knows where the rows of a raw table stand in their file."""

    def location(self, row: int, column: str) -> Location:
        """The place of a cell, for a problem; ``row`` is a label in the frame's index."""
        ...

    def ref(self, row: int) -> SourceRef:
        """The place of a row's figures, for the report."""
        ...


@dataclass(frozen=True)
class RawTable:
    """A table of raw cells with one column per field or dimension id.

    ``frame`` holds ``RawCell`` values; its index holds the row labels that ``places``
    understands. ``units`` are the units of whole columns ("Kostnad (tkr)"), by field. A
    source that sums by itself says in ``rows_behind`` how many of its own rows each row of
    the table stands for, where they are more than one.
    """

    frame: pd.DataFrame
    places: Places
    units: Mapping[str, str] = field(default_factory=dict)
    rows_behind: Mapping[int, int] = field(default_factory=dict)


class TableRefused(Exception):
    """The source cannot be read as a table; carries the problems."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(problems)
        self.problems = problems


def cell_text(cell: RawCell) -> str:
    """The text of a cell that holds a label; a stored number as it would be typed.

    >>> cell_text(ReadNumber())
    ''
    """
    if isinstance(cell, str):
        return cell
    return "" if cell.value is None else str(cell.value)
