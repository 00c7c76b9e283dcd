"""What an action plan asks people to do: its areas and activities."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rapport.domain.problem import NOWHERE, Location


class ActivityStatus(StrEnum):
    """How an activity or assignment stands ("status")."""

    NOT_STARTED = "ej påbörjad"
    ONGOING = "pågår"
    DONE = "klar"
    LATE = "försenad"
    CANCELLED = "utgår"


class Timing(StrEnum):
    """The kinds of time a plan gives an activity ("tid")."""

    BY_MONTH = "senast"
    ONGOING = "löpande"
    REPORTED_IN = "redovisas i"


@dataclass(frozen=True)
class Due:
    """When an activity is due ("tid"), as printed and as understood.

    "december" is due by that month; "löpande" is never late; "januari, maj, september"
    are the months in which the tertial before is reported. ``months`` are 1-12.
    """

    printed: str
    timing: Timing
    months: tuple[int, ...] = ()


@dataclass(frozen=True)
class Activity:
    """An activity ("aktivitet") of an action plan, numbered as the plan prints it.

    ``contributors`` help but do not answer for it ("medverkande"); ``indicator`` is the
    id of its measure in the same plan, when it is measurable; ``contributes_to`` are the ids
    of the goals and success factors it is done for ("bidrar till"). A row of the plan that
    holds two activities with their own owners and times is two activities, ``2`` and ``2b``.
    """

    id: str
    number: str
    text: str
    responsible: tuple[str, ...]
    due: Due
    reports_to: tuple[str, ...]
    contributors: tuple[str, ...] = ()
    indicator: str | None = None
    location: Location = NOWHERE
    contributes_to: tuple[str, ...] = ()


@dataclass(frozen=True)
class ActivityArea:
    """A target area of an action plan ("målområde") with its table of activities."""

    id: str
    name: str
    column_title: str
    activities: tuple[Activity, ...]
