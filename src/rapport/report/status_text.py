"""Where things stand ("rapport status"): days to each meeting, what is missing and who owes it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rapport.report.facts import Facts, MissingItem
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


def status_lines(facts: Facts, today: date) -> Iterator[str]:
    """The status of one report as text."""
    yield f"{facts.title}, {facts.occasion} ({facts.definition.id})"
    found = list(deadlines(facts, today))
    if not found:
        yield "  Ingen beredningsplan anger några möten för tillfället."
    for name, day, left in found:
        yield f"  {name:<18} {day:<18} {days_left(left)}"
    blocking = [item for item in facts.missing if item.blocking]
    checks = [item for item in facts.missing if not item.blocking]
    yield from _items("Hindrar godkännande", blocking)
    yield from _items("Behöver kontrolleras", checks)
    if not facts.missing:
        yield "  Inget saknas."


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


def _items(title: str, items: list[MissingItem]) -> Iterator[str]:
    if not items:
        return
    yield f"  {title} ({len(items)}):"
    for item in items:
        yield f"    {item.who or 'ingen ansvarig angiven'}, senast {item.due}: {item.what}"
