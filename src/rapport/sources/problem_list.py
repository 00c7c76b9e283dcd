"""A list of problems in a data file that stops growing: fifty say as much as ten thousand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from rapport.domain.problem import Location, Problem, Severity

MAX_PER_FILE = 50


@dataclass
class ProblemList:
    """The problems of one data file; beyond the limit they are only counted."""

    path: str
    found: list[Problem] = field(default_factory=list)
    beyond: int = 0

    def add(self, problem: Problem) -> None:
        """Take a problem, or count it."""
        self.add_at(lambda: problem.location, problem.code, problem.message, problem.severity)

    def add_at(
        self,
        place: Callable[[], Location],
        code: str,
        message: str,
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Take a problem whose place is looked up only when it will be shown."""
        if len(self.found) < MAX_PER_FILE:
            self.found.append(Problem(place(), code, message, severity))
        else:
            self.beyond += 1

    def extend(self, problems: Iterable[Problem]) -> None:
        """Take several problems."""
        for problem in problems:
            self.add(problem)

    def closed(self) -> tuple[Problem, ...]:
        """The problems in the order of the file, with a last one that counts the rest."""
        ordered = tuple(sorted(self.found, key=lambda problem: _order(problem.location)))
        if not self.beyond:
            return ordered
        message = (
            f"Filen har {self.beyond} fel till som inte visas. Rätta de första och kontrollera "
            "igen; ofta har de samma orsak."
        )
        return (*ordered, Problem(Location(self.path), "fler-fel", message))


def _order(place: Location) -> tuple[str, str, int, int]:
    return place.path, place.sheet or "", place.line or 0, place.column or 0
