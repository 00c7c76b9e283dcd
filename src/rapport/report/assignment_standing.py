"""How an assignment ("uppdrag") stands: what was reported, when it was due, who closed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rapport.domain.activity import ActivityStatus
from rapport.domain.assignment import (
    Assignment,
    AssignmentReport,
    BodyDecision,
    ProgressNote,
    Proposal,
)
from rapport.domain.plan import Plan
from rapport.report.facts import Facts


@dataclass(frozen=True)
class Standing:
    """One assignment with all that has been reported on it, as of the report's day.

    ``report`` is what was given for this occasion, ``earlier`` what was given before it,
    oldest first. ``said`` is the status ("läge") that its owner gives.
    """

    plan: Plan
    assignment: Assignment
    report: AssignmentReport | None
    earlier: tuple[AssignmentReport, ...]
    today: date
    said: ActivityStatus | None = None

    @property
    def closed_by(self) -> BodyDecision | None:
        """The decision that ended it; nothing else does."""
        given = (*self.earlier, *((self.report,) if self.report else ()))
        return next((each.closed_by for each in reversed(given) if each.closed_by), None)

    @property
    def was_closed_earlier(self) -> bool:
        """Whether it was ended before this occasion, so that no report is asked for."""
        return any(each.closed_by for each in self.earlier)

    @property
    def history(self) -> tuple[ProgressNote, ...]:
        """Everything reported before this occasion, newest first."""
        notes = (*self.assignment.history, *(n for each in self.earlier for n in each.notes))
        return tuple(sorted(notes, key=lambda note: note.day, reverse=True))

    @property
    def news(self) -> tuple[ProgressNote, ...]:
        """What is reported now, without what was said in the same words before."""
        known = {_said(note) for note in self.history}
        return tuple(n for n in (self.report.notes if self.report else ()) if _said(n) not in known)

    @property
    def stale(self) -> tuple[ProgressNote, ...]:
        """What is reported now but is dated before the last report, so perhaps nothing new."""
        latest = self.last_reported
        return tuple(n for n in self.news if latest and _is_before(n.day, latest))

    @property
    def last_reported(self) -> str:
        """The day of the newest earlier note, empty when there is none."""
        return next((note.day for note in self.history if _is_day(note.day)), "")

    @property
    def first_reported(self) -> str:
        """The day of the very first note, empty when there is none."""
        days = sorted(n.day for n in (*self.history, *self.news) if _is_day(n.day))
        return days[0] if days else ""

    @property
    def deadline(self) -> str:
        """When a report was last promised or asked for, as an ISO day; empty when never."""
        promised = [each.next_day for each in self.earlier if each.next_day]
        return promised[-1] if promised else self.assignment.due_day

    @property
    def is_overdue(self) -> bool:
        """Whether it is open, its day has passed, and nothing has been reported since then."""
        if self.closed_by or self.report or not self.deadline:
            return False
        answered = self.last_reported and not _is_before(self.last_reported, self.deadline)
        return _is_before(self.deadline, self.today.isoformat()) and not answered

    @property
    def state(self) -> ActivityStatus | None:
        """How it stands while it is open; None when nobody has reported and nothing is late."""
        if self.is_overdue:
            return ActivityStatus.LATE
        return None if self.report is None else self.said or ActivityStatus.ONGOING

    @property
    def was_first_reported_late(self) -> bool:
        """Whether the first report came after the day it was due."""
        due = self.assignment.due_day
        return bool(due and self.first_reported) and _is_before(due, self.first_reported)

    @property
    def proposal(self) -> Proposal | None:
        """What is proposed; nothing for an assignment that is closed."""
        return None if self.closed_by or self.report is None else self.report.proposal

    @property
    def remaining(self) -> str:
        """What is left to do, as said at this occasion."""
        return self.report.remaining if self.report else ""

    @property
    def next_day(self) -> str:
        """When it is reported next, as said at this occasion."""
        return self.report.next_day if self.report else ""


def standings(facts: Facts, plan: Plan) -> tuple[Standing, ...]:
    """Every assignment of a plan with how it stands, in the plan's order."""
    given = facts.follow_up
    return tuple(
        Standing(
            plan,
            each,
            given.assignment_report(plan.id, each.id),
            tuple(
                report
                for report in given.earlier_assignment_reports
                if (report.plan, report.assignment) == (plan.id, each.id)
            ),
            facts.today,
            _said_status(facts, plan, each),
        )
        for each in plan.assignments
    )


def _said_status(facts: Facts, plan: Plan, assignment: Assignment) -> ActivityStatus | None:
    given = facts.follow_up.status_of(plan.id, assignment.id)
    return given.status if given else None


def _said(note: ProgressNote) -> tuple[str, str, str, str, str]:
    return note.day, note.division, note.unit, note.site, note.text


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_before(day: str, other: str) -> bool:
    """Whether an ISO day lies before another; other words ("hösten 2024") never do."""
    return _is_day(day) and _is_day(other) and day < other
