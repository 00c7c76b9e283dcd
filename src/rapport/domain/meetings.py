"""The way of a case through the year's meetings ("beredningsplan")."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class Stage(StrEnum):
    """The stages of a case; the value is the plan's abbreviation."""

    SUBMISSION = "HSNI"
    PREPARATION = "HSNB"
    BOARD = "HSN"
    EXECUTIVE = "RS"
    COUNCIL = "RF"


@dataclass(frozen=True)
class MeetingDay:
    """A day or a range of days; only the year when that is all the plan knows ("2024")."""

    printed: str
    first: date | None
    last: date | None
    year: int

    @property
    def is_exact(self) -> bool:
        """Whether the plan names a day."""
        return self.first is not None


@dataclass(frozen=True)
class MeetingRow:
    """One round of meetings: a day per stage; a stage may be blank.

    ``occasion`` is the report occasion whose papers go this way, when the plan ties one
    to the round ("T2-2024").
    """

    days: tuple[tuple[Stage, MeetingDay], ...]
    occasion: str | None = None

    def day(self, stage: Stage) -> MeetingDay | None:
        """The day of a stage, or nothing where the plan leaves it blank."""
        return dict(self.days).get(stage)

    def only(self, stages: Collection[Stage]) -> MeetingRow:
        """The same round with only some of its stages."""
        kept = tuple((stage, day) for stage, day in self.days if stage in stages)
        return replace(self, days=kept)


@dataclass(frozen=True)
class MeetingCalendar:
    """A year's meeting calendar ("beredningsplan") with the names of its stages.

    ``board`` is the id of the body whose cases it follows, empty where nobody says.
    """

    year: int
    rows: tuple[MeetingRow, ...]
    stage_names: tuple[tuple[Stage, str], ...]
    notes: tuple[str, ...] = ()
    is_example: bool = False
    board: str = ""

    def round_for(self, occasion: str) -> MeetingRow | None:
        """The round that takes the papers of a report occasion."""
        return next((row for row in self.rows if row.occasion == occasion), None)

    def round_after(self, day: date) -> MeetingRow | None:
        """The first round whose papers are handed in after a day."""
        for row in self.rows:
            first = row.day(Stage.SUBMISSION)
            if first and first.first and first.first > day:
                return row
        return None
