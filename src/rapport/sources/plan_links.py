"""What plans say of each other, of the region's bodies and of the measures of other plans."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.domain.problem import Location, Problem
from rapport.sources.contents import Contents
from rapport.sources.name_hints import hint


def unknown_plan(plan: str, location: Location, contents: Contents) -> Iterator[Problem]:
    """The problem that no file can be a plan, if that is so."""
    if contents.is_unknown(plan):
        nearest = hint(plan, [known.id for known in contents.plans])
        message = f'Planen "{plan}" finns inte i data/planer.{nearest}'
        yield Problem(location, "okänd-plan", message)


def unknown_bodies(contents: Contents) -> Iterator[Problem]:
    """Decisions by a body that the region has under no name."""
    if contents.region is None:
        return
    boards = contents.region.boards
    names = [name for board in boards for name in (board.id, board.name, *board.aliases)]
    known = {name.casefold() for name in names}
    for body, location in _bodies(contents):
        if body.casefold() not in known:
            message = f'Organet "{body}" finns inte bland nämnderna i rapport.toml.'
            yield Problem(location, "okänd-nämnd", message + hint(body, names))


def _bodies(contents: Contents) -> Iterator[tuple[str, Location]]:
    near = contents.places.near
    for assignment in (each for plan in contents.plans for each in plan.assignments):
        if assignment.decision:
            yield assignment.decision.body, near(assignment.location, "beslut", "organ")
    for follow_up in contents.follow_ups:
        for report in follow_up.assignment_reports:
            if report.closed_by:
                yield report.closed_by.body, near(report.location, "avslutat_genom", "organ")


def unknown_predecessors(contents: Contents) -> Iterator[Problem]:
    """Plans that take over from a plan which does not exist, or which is not before them."""
    for plan in contents.plans:
        if not plan.continues:
            continue
        location = contents.places.near(plan.location, "fortsätter")
        yield from unknown_plan(plan.continues, location, contents)
        before = contents.plan(plan.continues)
        if before is not None and before.first_year >= plan.first_year:
            yield Problem(
                location,
                "fel-föregångare",
                f'Planen "{before.id}" börjar {before.first_year} och kan inte vara föregångare '
                f"till en plan som börjar {plan.first_year}. Rätta id:t eller åren.",
            )


def unknown_goals(contents: Contents) -> Iterator[Problem]:
    """Activities and assignments that contribute to a goal which no plan has."""
    known = {name for plan in contents.plans for name in plan.goal_ids}
    for names, location in () if contents.unread_plans else _contributions(contents):
        for place, name in enumerate(names):
            if name not in known:
                yield Problem(
                    contents.places.near(location, "bidrar_till", place),
                    "okänt-mål",
                    f'Inget mål och ingen framgångsfaktor har id "{name}".{hint(name, known)}',
                )


def _contributions(contents: Contents) -> Iterator[tuple[tuple[str, ...], Location]]:
    for plan in contents.plans:
        for activity in (activity for area in plan.areas for activity in area.activities):
            yield activity.contributes_to, activity.location
        for assignment in plan.assignments:
            yield assignment.contributes_to, assignment.location


def unknown_measures_elsewhere(contents: Contents) -> Iterator[Problem]:
    """Controls whose method is a measure of another plan that has no such measure."""
    for plan in contents.plans:
        for step in (step for control in plan.controls for step in control.steps):
            if step.indicator is None or step.indicator_plan in {"", plan.id}:
                continue
            place = contents.places.near(step.location, "styrmått_i_plan")
            yield from unknown_plan(step.indicator_plan, place, contents)
            other = contents.plan(step.indicator_plan)
            known = [indicator.id for indicator in other.indicators] if other else []
            if other is not None and step.indicator not in known:
                yield Problem(
                    contents.places.near(step.location, "styrmått"),
                    "okänt-styrmått",
                    f'Planen "{other.id}" har inget styrmått "{step.indicator}".'
                    f"{hint(step.indicator, known)}",
                )
