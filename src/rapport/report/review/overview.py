"""The reports of an occasion as the review page lists them: state, deadlines, what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rapport.report.facts import Facts, MissingItem
from rapport.report.states import status_of_report
from rapport.report.status_text import days_left, deadlines
from rapport.swedish import prose, terms

_ITEM = prose.Noun("uppgift", "uppgifter", neuter=False)


@dataclass(frozen=True)
class Deadline:
    """A meeting of the round: its name, its day and the days left in words; ``next`` is ahead."""

    name: str
    day: str
    left: str
    past: bool
    next: bool


@dataclass(frozen=True)
class ReportCard:
    """One report of the occasion: what it is, how far it has come and what it waits for."""

    id: str
    title: str
    recipient: str
    state: str
    summary: str
    deadlines: tuple[Deadline, ...]
    blocking: tuple[MissingItem, ...]
    checks: tuple[MissingItem, ...]

    @property
    def ahead(self) -> str:
        """The next meeting in a few words."""
        coming = next((day for day in self.deadlines if day.next), None)
        if coming is not None:
            return f"{coming.name} {coming.day}, {coming.left}"
        return "alla möten har varit" if self.deadlines else "inga möten angivna"


def report_card(facts: Facts, today: date) -> ReportCard:
    """What the list says of one report; days are counted from ``today``."""
    blocking = tuple(item for item in facts.missing if item.blocking)
    checks = tuple(item for item in facts.missing if not item.blocking)
    return ReportCard(
        facts.definition.id,
        facts.title,
        facts.board_name(facts.definition.recipient),
        report_state(facts),
        _summary(len(blocking), len(checks)),
        tuple(_deadlines(facts, today)),
        blocking,
        checks,
    )


def report_state(facts: Facts) -> str:
    """How far a report has come: what an office has said of it, else what its head tells."""
    words = prose.capitalised(terms.TEXT_STATUSES[status_of_report(facts)])
    return f"{words}, version {facts.head.version or 'saknas'}"


def _summary(blocking: int, checks: int) -> str:
    """What stands between the report and its approval, in one sentence."""
    if not blocking and not checks:
        return "Inget saknas."
    looks = f"{prose.count_word(checks, neuter=False)} behöver kontrolleras"
    if not blocking:
        return f"Inget hindrar godkännande; {prose.counted(checks, _ITEM)} behöver kontrolleras."
    stops = f"{prose.counted(blocking, _ITEM)} hindrar godkännande"
    return f"{prose.capitalised(stops)}, {looks}."


def _deadlines(facts: Facts, today: date) -> Iterable[Deadline]:
    ahead = True
    for name, day, left in deadlines(facts, today):
        is_next = ahead and left is not None and left >= 0
        ahead = ahead and not is_next
        yield Deadline(name, day, days_left(left), past=left is not None and left < 0, next=is_next)
