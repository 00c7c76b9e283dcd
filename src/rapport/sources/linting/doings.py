"""Activities, assignments and controls: who, when and to whom, and what is said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from rapport.domain.agreement import Agreement
from rapport.domain.plan import Plan
from rapport.domain.problem import Location
from rapport.sources.contents import Contents
from rapport.sources.linting.finding import Finding

_DATE = re.compile(r"\b(?:(?:19|20)\d\d(?:-\d\d){0,2}|[0-3]?\d/[01]?\d|\d{6})\b")


def incomplete_activities(contents: Contents) -> Iterator[Finding]:
    """Activities without owner or recipient; a time is required of every activity."""
    for plan in contents.plans:
        for activity in (activity for area in plan.areas for activity in area.activities):
            lacks = _lacks({"ansvarig": activity.responsible, "mottagare": activity.reports_to})
            if lacks:
                yield Finding(
                    plan,
                    activity.location,
                    "ofullständig-aktivitet",
                    f"Aktivitet {activity.number}",
                    f"({activity.id}) {lacks}",
                    "Ange vem som ansvarar och vem som ska få återrapporteringen.",
                )


def incomplete_assignments(contents: Contents) -> Iterator[Finding]:
    """Assignments given by a decision that nobody answers for, or that are never due."""
    for plan in contents.plans:
        for assignment in plan.assignments:
            due = assignment.due or assignment.due_day
            lacks = _lacks({"ansvarig": assignment.responsible, "tid för återrapportering": due})
            if assignment.decision and lacks:
                yield Finding(
                    plan,
                    assignment.location,
                    "ofullständigt-uppdrag",
                    f'Uppdraget "{assignment.id}"',
                    lacks,
                    "Ange ansvarig och när uppdraget ska återrapporteras, om beslutet säger det.",
                )


def _lacks(answers: Mapping[str, object]) -> str:
    """Which of some answers are missing, in words; nothing when none is."""
    missing = [name for name, answer in answers.items() if not answer]
    return f"saknar {' och '.join(missing)}" if missing else ""


def same_method_twice(contents: Contents) -> Iterator[Finding]:
    """Controls whose method is word for word that of another control."""
    for plan in contents.plans:
        seen: dict[str, tuple[str, str]] = {}
        for control in plan.controls:
            for step in control.steps:
                method = " ".join(step.method.casefold().split())
                other, name = seen.setdefault(method, (control.id, control.text))
                if method and other != control.id:
                    yield Finding(
                        plan,
                        step.location,
                        "samma-metod",
                        f'Kontrollen "{control.id}"',
                        f'har ordagrant samma metod som "{other}" ({name})',
                        "Kontrollera att metoden hör till momentet och inte är kopierad.",
                    )


def dates_in_names(contents: Contents) -> Iterator[Finding]:
    """Controls with a date in their name, which will be wrong next year."""
    for plan in contents.plans:
        for control in plan.controls:
            date = _DATE.search(control.text)
            if date:
                yield Finding(
                    plan,
                    contents.places.near(control.location, "kontrollmoment"),
                    "datum-i-namn",
                    f'Kontrollen "{control.id}"',
                    f'har "{date[0]}" i sitt namn',
                    "Ett namn ska hålla i flera år. Flytta datumet till metoden eller resultatet.",
                )


def years_outside(contents: Contents) -> Iterator[Finding]:
    """Sums, targets, meetings and days of report-back outside the years of their plan."""
    for plan in contents.plans:
        for location, subject, year in _years(contents, plan):
            if not plan.covers(year):
                span = _span(plan.first_year, plan.last_year)
                fault = f"gäller {year}, men planen gäller {span}"
                yield _outside(plan, location, subject, fault)
        for agreement in plan.agreements:
            for location, year in _years_of(contents, agreement):
                if year and not agreement.first_year <= year <= agreement.last_year:
                    span = _span(agreement.first_year, agreement.last_year)
                    subject = f'En uppgift i överenskommelsen "{agreement.id}"'
                    fault = f"gäller {year}, men överenskommelsen gäller {span}"
                    yield _outside(plan, location, subject, fault)


def _outside(plan: Plan, location: Location, subject: str, fault: str) -> Finding:
    remedy = "Kontrollera året mot källan."
    return Finding(plan, location, "år-utanför-planen", subject, fault, remedy)


def _years_of(contents: Contents, agreement: Agreement) -> Iterator[tuple[Location, int]]:
    near = contents.places.near
    for top in (*agreement.national, *agreement.regional):
        for _, amount in top.walk():
            yield near(amount.location, "år"), amount.year
    for demand in agreement.requirements:
        yield near(demand.location, "år"), demand.year


def _years(contents: Contents, plan: Plan) -> Iterator[tuple[Location, str, int]]:
    near = contents.places.near
    for item in plan.budget:
        yield near(item.location, "år"), f'Budgetposten "{item.id}"', item.year
    for indicator in plan.indicators:
        for place, target in enumerate(indicator.targets):
            # A target some years ahead is a target to be on the way to, and a plan that takes
            # over from another begins at that one's targets.
            if target.year < plan.first_year and not plan.continues:
                where = near(indicator.location, "mål", place, "år")
                yield where, f'Ett mål för styrmåttet "{indicator.id}"', target.year
    for assignment in plan.assignments:
        if assignment.due_day:
            where = near(assignment.location, "återrapporteras_senast")
            yield where, f'Uppdraget "{assignment.id}"', int(assignment.due_day[:4])
    if plan.meetings is not None:
        where = contents.places.at(plan.location.path, "beredningsplan", "år")
        yield where, "Beredningsplanen", plan.meetings.year


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"
