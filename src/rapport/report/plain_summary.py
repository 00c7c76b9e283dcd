"""The summary of a report without measures: what its plans hold and how that stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rapport.domain.activity import ActivityStatus
from rapport.domain.agreement import RequirementStatus
from rapport.domain.control import Deviation
from rapport.domain.plan import Plan, PlanKind
from rapport.report.assignment_register import lead_words, register_blocks
from rapport.report.assignment_standing import standings
from rapport.report.blocks import Block, KeyMessages, Lead
from rapport.report.facts import Facts
from rapport.report.inline import Line, Text, line
from rapport.swedish import phrases, prose

_AGREEMENT = prose.Noun("nationell överenskommelse", "nationella överenskommelser", neuter=False)
_MOMENT = prose.Noun("kontrollmoment", "kontrollmoment")
_STEP = prose.Noun("kontroll", "kontroller", neuter=False)


def plain_summary(facts: Facts, most: int = 5) -> tuple[Block, ...]:
    """Assignments, controls and activities in a sentence each, and the register of assignments.

    After the first message, which counts, at most ``most`` go into detail.
    """
    messages = [message for plan in facts.plans for message in _messages(facts, plan)][: most + 1]
    opening: tuple[Block, ...] = (KeyMessages(tuple(messages)),)
    if not messages:
        opening = (Lead(line("Rapportens planer har inga mått att sammanfatta.")),)
    registers = (p for p in facts.plans if p.kind is PlanKind.ASSIGNMENTS and p.assignments)
    return (*opening, *(block for plan in registers for block in register_blocks(facts, plan)))


def _messages(facts: Facts, plan: Plan) -> Iterator[Line]:
    if plan.kind is PlanKind.ASSIGNMENTS and plan.assignments:
        yield from _assignments(facts, plan)
    if plan.agreements:
        yield _agreements(facts, plan)
    if plan.controls:
        yield _controls(facts, plan)
    if plan.areas:
        yield _activities(facts, plan)


def _assignments(facts: Facts, plan: Plan) -> Iterator[Line]:
    """How many there are, and what each has left to do."""
    found = standings(facts, plan)
    yield _message(lead_words(found), "")
    for each in found:
        name = f"Uppdrag {each.assignment.number}, {phrases.inside(each.assignment.short_name)}."
        if each.remaining and not each.closed_by:
            yield _message(name, f"Kvarstår: {phrases.inside(each.remaining)}")


def _agreements(facts: Facts, plan: Plan) -> Line:
    """How many agreements there are, and how their demands stand."""
    given = [
        facts.follow_up.requirement_report(plan.id, agreement.id, each.id)
        for agreement in plan.agreements
        for each in agreement.requirements
    ]
    counted = Counter(report.status if report else None for report in given)
    total = prose.capitalised(f"{prose.counted(len(plan.agreements), _AGREEMENT)}.")
    parts = [f"{counted[status]} {status}" for status in RequirementStatus if counted[status]]
    if counted[None]:
        parts.append(f"{counted[None]} utan läge")
    if not parts:
        return _message(total, "")
    demands = prose.counted(len(given), prose.Noun("krav", "krav"))
    return _message(total, f"{prose.capitalised(demands)}: {prose.enumeration(parts)}.")


def _controls(facts: Facts, plan: Plan) -> Line:
    """How many controls of the plan are done, and with what result."""
    steps = [(each.id, place + 1) for each in plan.controls for place, _ in enumerate(each.steps)]
    given = [facts.follow_up.control_result(plan.id, *step) for step in steps]
    grades = Counter(result.grade for result in given if result and result.grade)
    total = f"{prose.counted(len(plan.controls), _MOMENT)} i {phrases.inside(plan.short_name)}."
    if not grades:
        return _message(prose.capitalised(total), "Inget resultat har lämnats.")
    parts = [
        f"{grade} i {prose.counted(grades[grade], _STEP)}" for grade in Deviation if grades[grade]
    ]
    return _message(prose.capitalised(total), f"{prose.capitalised(prose.enumeration(parts))}.")


def _activities(facts: Facts, plan: Plan) -> Line:
    """How the activities of the plan stand."""
    every = [activity for area in plan.areas for activity in area.activities]
    given = [facts.follow_up.status_of(plan.id, activity.id) for activity in every]
    counted = Counter(report.status if report else None for report in given)
    parts = [
        f"{prose.count_word(counted[status], neuter=False)} "
        f"{phrases.status_verb(status, counted[status])}"
        for status in ActivityStatus
        if counted[status]
    ]
    if counted[None]:
        parts.append(f"{prose.count_word(counted[None], neuter=False)} saknar läge")
    total = f"{prose.counted(len(every), prose.ACTIVITY)} i {phrases.inside(plan.short_name)}."
    return _message(prose.capitalised(total), f"{prose.capitalised(prose.enumeration(parts))}.")


def _message(claim: str, rest: str) -> Line:
    return (Text(f"{claim} ", strong=True), Text(rest)) if rest else (Text(claim, strong=True),)
