"""Problems in the user's files: values with a place, collected and shown all at once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters; an error ("fel") stops the build, the others do not."""

    ERROR = "fel"
    WARNING = "varning"
    NOTE = "anmärkning"


@dataclass(frozen=True, order=True)
class Location:
    """A place in a file: line and column in a text, sheet and cell in a workbook.

    ``path`` is relative to the workspace, so that messages and outputs do not depend on
    where the workspace lies. ``excerpt`` is the line (or cell text) as it stands and
    ``length`` how many characters of it to mark.
    """

    path: str
    line: int | None = None
    column: int | None = None
    sheet: str | None = None
    cell: str | None = None
    excerpt: str = ""
    length: int = 1

    def __str__(self) -> str:
        if self.sheet is not None:
            return f'{self.path}, blad "{self.sheet}"' + (
                f", cell {self.cell}" if self.cell else ""
            )
        parts = [self.path]
        if self.line is not None:
            parts.append(str(self.line))
            if self.column is not None:
                parts.append(str(self.column))
        return ":".join(parts)


NOWHERE = Location("")
"""The place of something that was not read from a file."""


@dataclass(frozen=True, order=True)
class Problem:
    """Something in the input that needs attention: code, place, what is wrong, what to do.

    ``code`` is a short Swedish name in ASCII-safe lower case ("okänt-mål"); each code has a
    page in the docs. ``message`` is whole Swedish sentences that end with the remedy.
    """

    location: Location
    code: str
    message: str
    severity: Severity = Severity.ERROR

    @property
    def is_error(self) -> bool:
        """Whether the problem stops a build."""
        return self.severity is Severity.ERROR

    def __str__(self) -> str:
        lines = [f"{self.location}: {self.severity} {self.code}"]
        place = self.location
        if place.excerpt and place.line is not None:
            lines.append(f"{place.line:>5} | {place.excerpt}")
            if place.column is not None:
                lines.append(f"      | {' ' * (place.column - 1)}{'^' * max(1, place.length)}")
        elif place.excerpt:
            lines.append(f"      | {place.excerpt}")
        lines.append(f"  {self.message}")
        return "\n".join(lines)


class RapportError(Exception):
    """Root of the few exceptions that end a run with a message instead of a traceback."""


class InputRejected(RapportError):
    """The input has errors: all of them are listed and nothing is written (exit code 1)."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n\n".join(str(problem) for problem in problems))
        self.problems = problems


class RenderFailed(RapportError):
    """A document could not be rendered or written (exit code 3)."""
