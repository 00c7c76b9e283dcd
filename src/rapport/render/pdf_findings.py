"""What a check of a finished PDF found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """A fault: which rule, what is wrong in Swedish, and the page from 1 where it is known."""

    rule: str
    message: str
    page: int | None = None

    def __str__(self) -> str:
        place = f"sidan {self.page}: " if self.page is not None else ""
        return f"{self.rule}: {place}{self.message}"
