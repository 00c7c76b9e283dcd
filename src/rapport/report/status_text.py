"""Days to each meeting of a report, in figures and in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rapport.report.facts import Facts
from rapport.report.sections.cover import day_text
from rapport.swedish import prose


def deadlines(facts: Facts, today: date) -> Iterator[tuple[str, str, int | None]]:
    """Each meeting of the round: its name, its day, and the days left (negative when past)."""
    if facts.round is None or facts.calendar is None:
        return
    names = dict(facts.calendar.stage_names)
    for stage, day in facts.round.days:
        left = (day.first - today).days if day.first is not None else None
        yield names[stage], day_text(day), left


_DAY = prose.Noun("dag", "dagar", neuter=False)


def days_left(left: int | None) -> str:
    """The days left to a day in words."""
    match left:
        case None:
            return "dag inte bestämd"
        case 0:
            return "i dag"
        case 1:
            return "i morgon"
        case days if days > 0:
            return f"om {days} dagar"
        case days:
            return f"för {prose.counted(-days, _DAY)} sedan"
