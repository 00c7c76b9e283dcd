"""A list of problems in a data file that stops growing: fifty say as much as ten thousand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from openpyxl.utils import column_index_from_string

from rapport.domain.problem import Location, Problem, Severity
from rapport.swedish import prose

MAX_PER_FILE, _SHOWN = 50, 5
_CELL = re.compile(r"([A-Z]{1,3})([0-9]+)")


@dataclass
class ProblemList:
    """The problems of one data file.

    One mistake in an export is often made on every row, and is told once with the rows that it
    is made on. Beyond the limit it is only noted that there are more. ``noted`` counts every
    problem, told or not.
    """

    path: str
    noted: int = 0
    is_cut: bool = False
    _places: dict[tuple[str, str, Severity], list[Location]] = field(default_factory=dict)

    def add(self, problem: Problem) -> None:
        """Take a problem, if there is room."""
        self.add_at(lambda: problem.location, problem.code, problem.message, problem.severity)

    def add_at(
        self,
        place: Callable[[], Location],
        code: str,
        message: str,
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Take a problem whose place is looked up only when it will be shown."""
        self.noted += 1
        kind = (code, message, severity)
        if kind not in self._places and len(self._places) >= MAX_PER_FILE:
            self.is_cut = True
            return
        places = self._places.setdefault(kind, [])
        # One wrong heading is a mistake of every figure below it, and has one place.
        if len(places) < MAX_PER_FILE and (here := place()) not in places:
            places.append(here)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Take several problems."""
        for problem in problems:
            self.add(problem)

    def closed(self) -> tuple[Problem, ...]:
        """The problems in the order of the file, before them one that says if some are left out."""
        told = (_told(kind, places) for kind, places in self._places.items())
        ordered = tuple(sorted(told, key=lambda problem: place_order(problem.location)))
        if not self.is_cut:
            return ordered
        message = (
            f"Filen har fler än {MAX_PER_FILE} fel. Här visas så många; rätta dem och kontrollera "
            "igen. Ofta har de samma orsak."
        )
        return (Problem(Location(self.path), "fler-fel", message), *ordered)


def _told(kind: tuple[str, str, Severity], places: list[Location]) -> Problem:
    """A kind of mistake at its first place, with the others it is made at."""
    code, message, severity = kind
    first, *others = sorted(places, key=place_order)
    return Problem(first, code, f"{message}{_also(first, others)}", severity)


def _also(first: Location, others: list[Location]) -> str:
    """The other rows or cells with the same mistake: the first few, and how many more."""
    names = [str(place.cell or place.line or "") for place in others]
    if not all(names) or not names:
        return ""
    shown, left = names[:_SHOWN], len(names) - _SHOWN
    if len(others) + 1 >= MAX_PER_FILE:
        shown.append("många till")
    elif left > 0:
        shown.append(f"{prose.count_word(left, neuter=False)} till")
    where = "i cell" if first.cell else "på rad"
    return f" Samma fel {where} {prose.enumeration(shown)}."


def place_order(place: Location) -> tuple[str, str, int, int]:
    """The order of places in a file: by line and column, or by sheet, row and column.

    >>> place_order(Location("a.xlsx", sheet="Blad1", cell="B12"))
    ('a.xlsx', 'Blad1', 12, 2)
    """
    line, column = place.line or 0, place.column or 0
    if match := _CELL.fullmatch(place.cell or ""):
        column, line = column_index_from_string(match[1]), int(match[2])
    return place.path, place.sheet or "", line, column
