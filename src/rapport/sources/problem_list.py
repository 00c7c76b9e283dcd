"""A list of problems in a data file that stops growing: fifty say as much as ten thousand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from openpyxl.utils import column_index_from_string

from rapport.domain.problem import Location, Problem, Severity

MAX_PER_FILE = 50
_CELL = re.compile(r"([A-Z]{1,3})([0-9]+)")


@dataclass
class ProblemList:
    """The problems of one data file; beyond the limit it is only noted that there are more."""

    path: str
    found: list[Problem] = field(default_factory=list)
    is_cut: bool = False

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
        if len(self.found) >= MAX_PER_FILE:
            self.is_cut = True
            return
        problem = Problem(place(), code, message, severity)
        # One wrong heading is a mistake of every figure below it, but is told once.
        if problem not in self.found:
            self.found.append(problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Take several problems."""
        for problem in problems:
            self.add(problem)

    def closed(self) -> tuple[Problem, ...]:
        """The problems in the order of the file, before them one that says if some are left out."""
        ordered = tuple(sorted(self.found, key=lambda problem: place_order(problem.location)))
        if not self.is_cut:
            return ordered
        message = (
            f"Filen har fler än {MAX_PER_FILE} fel. Här visas så många; rätta dem och kontrollera "
            "igen. Ofta har de samma orsak."
        )
        return (Problem(Location(self.path), "fler-fel", message), *ordered)


def place_order(place: Location) -> tuple[str, str, int, int]:
    """The order of places in a file: by line and column, or by sheet, row and column.

    >>> place_order(Location("a.xlsx", sheet="Blad1", cell="B12"))
    ('a.xlsx', 'Blad1', 12, 2)
    """
    line, column = place.line or 0, place.column or 0
    if match := _CELL.fullmatch(place.cell or ""):
        column, line = column_index_from_string(match[1]), int(match[2])
    return place.path, place.sheet or "", line, column
