"""All reports of an occasion at a glance: meetings ahead, each report, and who owes what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from rapport.domain.follow_up import TextStatus
from rapport.domain.meetings import MeetingDay, Stage
from rapport.report.case_path import free_day_note, hand_in_by
from rapport.report.facts import Facts, MissingItem
from rapport.report.review.overview import report_state
from rapport.report.sections.cover import day_text
from rapport.report.states import REPORT, state_rows
from rapport.report.status_text import days_left
from rapport.swedish import dates, prose

_NOBODY = "Ingen ansvarig angiven"
_REPORT = prose.Noun("rapport", "rapporter", neuter=False)
_MOST_NAMED = 3


@dataclass(frozen=True)
class Meeting:
    """A day of the round with the reports that share it; ``by`` is when one must be ready."""

    stage: Stage
    name: str
    day: MeetingDay
    by: date | None
    reports: tuple[str, ...]

    def left(self, today: date) -> int | None:
        """Days left, negative when past; nothing where the day is not decided."""
        return (self.by - today).days if self.by else None


@dataclass(frozen=True)
class Owed:
    """Something missing, once for all the reports that wait for it."""

    item: MissingItem
    reports: tuple[str, ...]

    @property
    def who(self) -> str:
        """The office that owes it."""
        return self.item.who or _NOBODY


def meetings(reports: Sequence[Facts]) -> tuple[Meeting, ...]:
    """Every day that any of the reports goes to, in order; undecided days last."""
    found: dict[tuple[Stage, str, MeetingDay], list[str]] = {}
    for facts in reports:
        if facts.round is None or facts.calendar is None:
            continue
        names = dict(facts.calendar.stage_names)
        for stage, day in facts.round.days:
            found.setdefault((stage, names[stage], day), []).append(facts.definition.id)
    made = (
        Meeting(stage, name, day, _by(stage, day), tuple(ids))
        for (stage, name, day), ids in found.items()
    )
    order = list(Stage)
    return tuple(sorted(made, key=lambda each: (each.by or date.max, order.index(each.stage))))


def _by(stage: Stage, day: MeetingDay) -> date | None:
    """Papers due on a holiday are due the working day before."""
    if day.first is None:
        return None
    return hand_in_by(day.first) if stage is Stage.SUBMISSION else day.first


def owed_items(reports: Sequence[Facts]) -> tuple[Owed, ...]:
    """Everything missing, the most urgent first, then by office."""
    found: dict[tuple[bool, str, str, str], tuple[MissingItem, list[str]]] = {}
    for facts in reports:
        for item in facts.missing:
            key = (item.blocking, item.what, item.who, item.due)
            found.setdefault(key, (item, []))[1].append(facts.definition.id)
    made = [Owed(item, tuple(ids)) for item, ids in found.values()]
    return tuple(sorted(made, key=_urgency))


def _urgency(owed: Owed) -> tuple[bool, date, str, str]:
    item = owed.item
    return not item.blocking, item.day or date.max, item.due, owed.who


def overview_lines(reports: Sequence[Facts], today: date) -> Iterator[str]:
    """The status of an occasion as text."""
    if not reports:
        return
    days = meetings(reports)
    yield f"Läget för {reports[0].occasion} den {dates.long_date(today)}"
    yield _next_step(days, today)
    yield from _meeting_lines(days, today)
    yield from _elsewhere(reports)
    yield from _report_lines(reports)
    found = owed_items(reports)
    blocking = [each for each in found if each.item.blocking]
    yield from _owed_lines("Ska lämnas eller göras före beslut", blocking, today)
    others = [each for each in found if not each.item.blocking]
    yield from _owed_lines("Behöver kontrolleras", others, today)


def _next_step(days: Sequence[Meeting], today: date) -> str:
    ahead = next((each for each in days if each.by and each.by >= today), None)
    if ahead and ahead.by:
        when = dates.with_weekday(ahead.by)
        return f"Nästa steg: {ahead.name}, {when}, {days_left(ahead.left(today))}."
    return "Alla möten har varit." if days else "Ingen beredningsplan anger några möten."


def _meeting_lines(days: Sequence[Meeting], today: date) -> Iterator[str]:
    if not days:
        return
    yield from ("", "Möten")
    for each in days:
        weekday = dates.WEEKDAYS[each.day.first.weekday()] if each.day.first else ""
        when = f"{weekday:<8} {day_text(each.day)}"
        left = days_left(each.left(today))
        yield f"  {each.name:<18} {when:<26} {left:<22} {_named(each.reports)}"
        note = free_day_note(each.day.first) if each.day.first else ""
        if note:
            yield f"    OBS: {note}."


def _named(reports: Sequence[str]) -> str:
    """The reports of a day, or how many when a line has no room for them."""
    if len(reports) > _MOST_NAMED:
        return prose.counted(len(reports), _REPORT)
    return ", ".join(reports)


def _elsewhere(reports: Sequence[Facts]) -> Iterator[str]:
    """Reports whose recipient has no day in the calendar."""
    for facts in reports:
        if facts.round is None:
            board = facts.board_name(facts.definition.recipient)
            yield f"  {facts.definition.id} går till {board}; beredningsplanen anger ingen dag."


def _report_lines(reports: Sequence[Facts]) -> Iterator[str]:
    yield from ("", "Rapporter")
    widest = max(len(facts.definition.id) for facts in reports)
    for facts in reports:
        stops = sum(item.blocking for item in facts.missing)
        looks = len(facts.missing) - stops
        said = f"{stops} hindrar, {looks} att kontrollera" if facts.missing else "inget saknas"
        board = facts.board_name(facts.definition.recipient)
        named = f"{facts.definition.id:<{widest}}"
        state = f"{report_state(facts):<22} {_approved(facts):<20} {said:<32}"
        yield f"  {named}  {state} till {board}"


def _approved(facts: Facts) -> str:
    """How many of the report's texts and decided verdicts are approved."""
    rows = [row for row in state_rows(facts) if row.kind != REPORT]
    approved = sum(row.status is TextStatus.APPROVED for row in rows)
    return f"{approved} av {len(rows)} godkända" if rows else ""


def _owed_lines(title: str, found: Sequence[Owed], today: date) -> Iterator[str]:
    """Grouped by day and then by office."""
    if not found:
        return
    yield from ("", f"{title} ({len(found)})")
    for (due, day), of_day in groupby(found, lambda each: (each.item.due, each.item.day)):
        left = f", {days_left((day - today).days)}" if day else ""
        yield f"  {_due(due)}{left}"
        for who, items in groupby(of_day, lambda each: each.who):
            listed = list(items)
            yield f"    {who} ({len(listed)})"
            for each in listed:
                yield f"      {each.item.what}  [{', '.join(each.reports)}]"


def _due(due: str) -> str:
    return prose.capitalised(due) if due.startswith("före ") else f"Senast {due}"


def report_data(facts: Facts, today: date) -> dict[str, object]:
    """One report for other programs: its days and what it lacks."""
    return {
        "rapport": facts.definition.id,
        "period": str(facts.occasion),
        "mottagare": facts.board_name(facts.definition.recipient),
        "lage": report_state(facts),
        "lagen": [
            {
                "slag": row.kind,
                "vad": row.what,
                "status": row.status,
                "av": row.office,
                "datum": row.day,
            }
            for row in state_rows(facts)
        ],
        "moten": [
            {
                "steg": each.name,
                "dag": day_text(each.day),
                "dagar_kvar": each.left(today),
                "datum": _iso(each.day.first),
                "till_och_med": _iso(each.day.last),
                "senast": _iso(each.by),
            }
            for each in meetings((facts,))
        ],
        "saknas": [
            {
                "hindrar": item.blocking,
                "vad": item.what,
                "vem": item.who,
                "senast": item.due,
                "datum": _iso(item.day),
                "dagar_kvar": (item.day - today).days if item.day else None,
            }
            for item in facts.missing
        ],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
