"""Whether follow-up is about what the plans have, once each, and closes what may be closed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rapport.domain.assignment import Assignment, AssignmentReport, Proposal
from rapport.domain.follow_up import FollowUp, Part
from rapport.domain.plan import Plan
from rapport.domain.problem import Location, Problem, Severity
from rapport.sources.contents import Contents
from rapport.sources.name_hints import hint
from rapport.sources.plan_links import unknown_plan


def unknown_follow_up(contents: Contents) -> Iterator[Problem]:
    """Follow-up on a plan, or a part of a plan, that does not exist; and parts given twice."""
    for follow_up in contents.follow_ups:
        named: dict[str, Location] = {}
        for row in _rows(follow_up):
            named.setdefault(row.plan, row.location)
        for plan_id, location in named.items():
            plan_place = contents.places.at(location.path, "plan")
            yield from unknown_plan(plan_id, plan_place, contents)
            plan = contents.plan(plan_id)
            if plan is not None:
                yield from _unknown_parts(plan, follow_up)
                yield from _unknown_requirements(contents, plan, follow_up)
        yield from _given_twice(follow_up)


class _Row(NamedTuple):
    """What one line of follow-up is about: kind of thing, plan, id, place and which part."""

    about: str
    plan: str
    name: str
    location: Location
    part: str = ""


def _rows(follow_up: FollowUp) -> Iterator[_Row]:
    for status in follow_up.statuses:
        yield _Row("status", status.plan, status.item, status.location)
    for action in follow_up.actions:
        yield _Row("åtgärd", action.plan, action.indicator, action.location)
    for decision in follow_up.decisions:
        yield _Row("beslutad bedömning", decision.plan, decision.indicator, decision.location)
    for given in follow_up.part_decisions:
        yield _Row(given.part.value, given.plan, given.item, given.location)
    for forecast in follow_up.forecasts:
        yield _Row("prognos", forecast.plan, forecast.indicator, forecast.location)
    for money in follow_up.budget:
        yield _Row("ekonomi", money.plan, money.item, money.location)
    yield from _rows_of_reports(follow_up)


def _rows_of_reports(follow_up: FollowUp) -> Iterator[_Row]:
    for result in follow_up.control_results:
        step = str(result.step)
        yield _Row("kontrollresultat", result.plan, result.control, result.location, step)
    for judgement in follow_up.control_judgements:
        about = "samlad bedömning av den interna kontrollen"
        yield _Row(about, judgement.plan, judgement.plan, judgement.location)
    for report in follow_up.assignment_reports:
        yield _Row("återrapportering", report.plan, report.assignment, report.location)
    for demand in follow_up.requirement_reports:
        name = demand.requirement
        yield _Row("läge för krav", demand.plan, demand.agreement, demand.location, name)


class _Known(NamedTuple):
    """What a plan has of one kind: the ids, the code of a mistake and the words for none."""

    ids: tuple[str, ...]
    code: str
    none: str


def _known(plan: Plan) -> dict[str, _Known]:
    """What each kind of line may name; lines not listed here name measures."""
    items = (
        *(activity.id for area in plan.areas for activity in area.activities),
        *(assignment.id for assignment in plan.assignments),
        *(control.id for control in plan.controls),
    )
    budget = tuple(item.id for item in plan.budget)
    goals = tuple(goal.id for goal in plan.goals)
    factors = tuple(factor.id for goal in plan.goals for factor in goal.factors)
    assignments = tuple(assignment.id for assignment in plan.assignments)
    controls = tuple(control.id for control in plan.controls)
    agreements = tuple(agreement.id for agreement in plan.agreements)
    nothing = "ingen aktivitet, inget uppdrag och inget kontrollmoment"
    return {
        "status": _Known(items, "okänd-aktivitet", nothing),
        "ekonomi": _Known(budget, "okänd-budgetpost", "ingen budgetpost"),
        "kontrollresultat": _Known(controls, "okänd-kontroll", "inget kontrollmoment"),
        "samlad bedömning av den interna kontrollen": _Known((plan.id,), "okänd-plan", "ett annat"),
        "återrapportering": _Known(assignments, "okänt-uppdrag", "inget uppdrag"),
        "läge för krav": _Known(agreements, "okänd-överenskommelse", "ingen överenskommelse"),
        Part.GOAL.value: _Known(goals, "okänt-mål", "inget mål"),
        Part.FACTOR.value: _Known(factors, "okänd-framgångsfaktor", "ingen framgångsfaktor"),
        Part.PLAN.value: _Known((plan.id,), "okänd-plan", "ett annat id: filen gäller ingen plan"),
    }


def _unknown_parts(plan: Plan, follow_up: FollowUp) -> Iterator[Problem]:
    indicators = _Known(tuple(i.id for i in plan.indicators), "okänt-styrmått", "inget styrmått")
    kinds = _known(plan)
    for row in (row for row in _rows(follow_up) if row.plan == plan.id):
        known = kinds.get(row.about, indicators)
        if row.name not in known.ids:
            nearest = hint(row.name, known.ids)
            message = f'Planen "{plan.id}" har {known.none} med id "{row.name}".{nearest}'
            yield Problem(row.location, known.code, message)


def _unknown_requirements(contents: Contents, plan: Plan, follow_up: FollowUp) -> Iterator[Problem]:
    """Demands that their agreement does not have."""
    for given in (given for given in follow_up.requirement_reports if given.plan == plan.id):
        agreement = next((a for a in plan.agreements if a.id == given.agreement), None)
        known = [demand.id for demand in agreement.requirements] if agreement else []
        if agreement is not None and given.requirement not in known:
            yield Problem(
                contents.places.near(given.location, "krav"),
                "okänt-krav",
                f'Överenskommelsen "{agreement.id}" har inget krav med id "{given.requirement}".'
                f"{hint(given.requirement, known)}",
            )


def _given_twice(follow_up: FollowUp) -> Iterator[Problem]:
    """Two answers to one question: only one of them could be printed. Actions may be many."""
    seen: dict[tuple[str, str, str, str], Location] = {}
    for row in _rows(follow_up):
        key = (*row[:3], row.part)
        if key in seen and row.about != "åtgärd":
            message = (
                f'För "{row.name}" finns redan {row.about} i {seen[key].path} på rad '
                f"{seen[key].line}. Ta bort den som inte gäller."
            )
            yield Problem(row.location, "dubbel-uppföljning", message)
        seen.setdefault(key, row.location)


def unclear_closings(contents: Contents) -> Iterator[Problem]:
    """Assignments closed by a decision that fits badly with what else is said of them."""
    for follow_up in contents.follow_ups:
        for report in follow_up.assignment_reports:
            plan = contents.plan(report.plan)
            given = plan.assignments if plan else ()
            assignment = next((a for a in given if a.id == report.assignment), None)
            if assignment is not None and report.closed_by is not None:
                yield from _unclear_closing(contents, assignment, report, follow_up)


def _unclear_closing(
    contents: Contents, assignment: Assignment, report: AssignmentReport, follow_up: FollowUp
) -> Iterator[Problem]:
    closed = report.closed_by.day if report.closed_by else ""
    location = contents.places.near(report.location, "avslutat_genom", "datum")
    given = assignment.decision.day if assignment.decision else ""
    if given[:4].isdigit() and closed < given:
        message = (
            f'Uppdraget "{assignment.id}" gavs {given} och kan inte ha avslutats {closed}. Rätta '
            "det datum som är fel."
        )
        yield Problem(location, "oklart-avslut", message)
    earlier = [
        each.proposal
        for each in follow_up.earlier_assignment_reports
        if (each.plan, each.assignment) == (report.plan, report.assignment)
    ]
    if report.proposal is Proposal.CONTINUE:
        message = (
            f'Uppdraget "{assignment.id}" är avslutat genom beslut {closed}, men förslaget är att '
            "det fortsätter. Ta bort det som inte gäller."
        )
        yield Problem(location, "oklart-avslut", message)
    elif Proposal.CLOSE not in {report.proposal, *earlier}:
        message = (
            f'Uppdraget "{assignment.id}" är avslutat genom beslut {closed} men har inte '
            'föreslagits avslutat. Lägg till "förslag: föreslås avslutat" om det föreslogs.'
        )
        yield Problem(location, "oklart-avslut", message, Severity.WARNING)
