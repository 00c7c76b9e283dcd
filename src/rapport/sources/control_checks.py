"""Checks on the results of internal controls: the right row, the right year, with an action."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.domain.control import ControlResult, Deviation
from rapport.domain.problem import Problem, Severity
from rapport.sources.contents import Contents
from rapport.swedish import prose

_DEVIATING = frozenset({Deviation.MINOR, Deviation.MAJOR})


def _results(contents: Contents) -> Iterator[ControlResult]:
    for follow_up in contents.follow_ups:
        yield from follow_up.control_results


def unknown_steps(contents: Contents) -> Iterator[Problem]:
    """Results of a row that the control does not have."""
    for given in _results(contents):
        plan = contents.plan(given.plan)
        control = next((c for c in plan.controls if c.id == given.control), None) if plan else None
        if control is None or 1 <= given.step <= len(control.steps):
            continue
        rows = len(control.steps)
        has = "en rad" if rows == 1 else f"{rows} rader"
        remedy = f"Skriv ett steg från 1 till {rows}." if rows > 1 else "Ta bort steget."
        yield Problem(
            contents.places.near(given.location, "steg"),
            "okänt-steg",
            f'Kontrollmomentet "{control.id}" har {has} i planen, så steg {given.step} finns inte. '
            f"{remedy}",
        )


def controls_before_their_plan(contents: Contents) -> Iterator[Problem]:
    """Controls said to be carried out before the years of their plan."""
    for given in _results(contents):
        plan = contents.plan(given.plan)
        if plan and given.done_on and int(given.done_on[:4]) < plan.first_year:
            yield Problem(
                contents.places.near(given.location, "genomförd"),
                "kontroll-före-planen",
                f"Kontrollen är genomförd {given.done_on}, men planen gäller från "
                f"{plan.first_year}. Rätta datumet, eller lämna resultatet till rätt plan.",
            )


def deviations_without_action(contents: Contents) -> Iterator[Problem]:
    """Deviations that nobody has said what to do about, who does it or by when."""
    for given in _results(contents):
        answers = {
            "åtgärd": given.action,
            "ansvarig": given.responsible,
            "klart": given.due,
        }
        missing = [key for key, text in answers.items() if not text]
        if given.grade in _DEVIATING and missing:
            yield Problem(
                contents.places.near(given.location, "avvikelsegrad"),
                "åtgärd-saknas",
                f'Kontrollen "{given.control}" visar {given.grade}, men '
                f"{prose.enumeration(missing)} saknas. Skriv vad som görs, vem som ansvarar och "
                "när det är klart.",
                Severity.WARNING,
            )
