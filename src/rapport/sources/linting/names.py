"""Organisations and bodies under several names, and names that are nearly one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import NamedTuple

from rapport.domain.assignment import ProgressNote
from rapport.domain.plan import Plan
from rapport.domain.problem import Location, Problem, Severity
from rapport.domain.region import Region
from rapport.sources.contents import Contents

_NEAR = 0.88
_NUMBER = re.compile(r"\d+")


class _Use(NamedTuple):
    """A name as a plan or follow-up uses it."""

    name: str
    location: Location


def misspelt_names(contents: Contents) -> Iterator[Problem]:
    """Names that are nearly, but not quite, a name of rapport.toml; each name is told once."""
    if contents.region is None:
        return
    known = _names(contents.region)
    told: set[str] = set()
    for use in _uses(contents):
        name = use.name.casefold()
        if not name or name in known or name in told:
            continue
        near = get_close_matches(name, known, n=1, cutoff=_NEAR)
        # Länssjukvård 1 and Länssjukvård 2 are two, however near.
        if near and _NUMBER.findall(near[0]) == _NUMBER.findall(name):
            told.add(name)
            yield Problem(
                use.location,
                "nästan-känt-namn",
                f'"{use.name}" liknar "{known[near[0]][0]}" men är inget av dess namn i '
                "rapport.toml. Rätta stavningen, eller lägg till namnet som alias.",
                Severity.WARNING,
            )


def several_names(contents: Contents) -> Iterator[Problem]:
    """An organisation that the same file calls by several of its names."""
    if contents.region is None:
        return
    known = _names(contents.region)
    used: dict[tuple[str, str], dict[str, Location]] = {}
    for use in _uses(contents):
        found = known.get(use.name.casefold())
        if found:
            spelt = used.setdefault((use.location.path, found[1]), {})
            spelt.setdefault(use.name, use.location)
    for (_, key), spelt in used.items():
        if len({name.casefold() for name in spelt}) > 1:
            listed = ", ".join(f'"{name}" (rad {place.line})' for name, place in spelt.items())
            yield Problem(
                list(spelt.values())[1],
                "flera-namn",
                f"Samma organisation ({key}) skrivs på flera sätt i filen: {listed}. De räknas som "
                "en enligt rapport.toml. Skriv ett av namnen om filen kan ändras.",
                Severity.NOTE,
            )


def _names(region: Region) -> dict[str, tuple[str, str]]:
    """Every name that is known, folded, with its spelling and whose it is."""
    parts = (*region.organisations, *region.boards)
    return {
        name.casefold(): (name, part.name)
        for part in reversed(parts)
        for name in (part.id, part.name, *part.aliases)
    }


def _uses(contents: Contents) -> Iterator[_Use]:
    for plan in contents.plans:
        yield from _of_activities(contents, plan)
        for step in (step for control in plan.controls for step in control.steps):
            for place, name in enumerate(step.performers):
                yield _Use(name, contents.places.near(step.location, "utförare", place))
        yield from _of_notes(contents, (note for each in plan.assignments for note in each.history))
    for follow_up in contents.follow_ups:
        for status in follow_up.statuses:
            yield _Use(status.reported_by, contents.places.near(status.location, "lämnad_av"))
        reports = follow_up.assignment_reports
        yield from _of_notes(contents, (note for report in reports for note in report.notes))


def _of_activities(contents: Contents, plan: Plan) -> Iterator[_Use]:
    near = contents.places.near
    for activity in (activity for area in plan.areas for activity in area.activities):
        for place, name in enumerate(activity.responsible):
            yield _Use(name, near(activity.location, "ansvariga", place))
        for place, name in enumerate(activity.contributors):
            yield _Use(name, near(activity.location, "medverkande", place))


def _of_notes(contents: Contents, notes: Iterable[ProgressNote]) -> Iterator[_Use]:
    for note in notes:
        yield _Use(note.division, contents.places.near(note.location, "division"))
