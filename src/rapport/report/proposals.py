"""Proposals for decision ("förslag till beslut"): what the body that gets a report is to decide."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.domain.assignment import Proposal
from rapport.domain.meetings import Stage
from rapport.domain.outcome import Verdict
from rapport.domain.plan import Plan, PlanKind
from rapport.report.assignment_standing import Standing, standings
from rapport.report.assignment_words import day_words
from rapport.report.blocks import DecisionBox
from rapport.report.facts import Facts
from rapport.report.inline import line
from rapport.report.owed import tells_of_measures
from rapport.swedish import phrases, prose

ASSIGNMENT_SECTION = "uppdrag"
"""The section that reports assignments back."""

_COUNCILS = frozenset({"regionstyrelsen", "regionfullmäktige"})
"""Bodies whose own reports do not go on to the regional executive."""


def proposal_box(facts: Facts) -> DecisionBox:
    """The proposals of a report in a box of their own."""
    title, items = proposed(facts)
    return DecisionBox("Förslag till beslut", (line(f"{title}:"),), tuple(map(line, items)))


def proposed(facts: Facts) -> tuple[str, tuple[str, ...]]:
    """Who is to decide, "Regionstyrelsen föreslås besluta", and what, item by item."""
    subject = facts.subject
    plan = leading_plan(subject)
    items = (_approval(subject, plan), *_weak(subject, plan), *_assignments(subject))
    return f"{_deciding(subject, plan)} föreslås besluta", items


def leading_plan(facts: Facts) -> Plan:
    """The plan a report is about first of all: the first that can be judged, else the first."""
    return next((plan for plan in facts.plans if _can_be_judged(plan)), facts.plans[0])


def has_measures(facts: Facts) -> bool:
    """Whether the report tells of measures with targets to be met."""
    return tells_of_measures(facts) and any(map(_can_be_judged, facts.plans))


def _can_be_judged(plan: Plan) -> bool:
    """A management report follows its measures, and has no targets for them."""
    return plan.kind is not PlanKind.MANAGEMENT and any(plan.indicators)


def _deciding(facts: Facts, plan: Plan) -> str:
    """The body that decides: the plan's own, or the one that gets assignments back."""
    back = ASSIGNMENT_SECTION in facts.definition.section_kinds
    return facts.board_name(facts.definition.recipient if back else plan.board)


def _approval(facts: Facts, plan: Plan) -> str:
    """To approve the report, and to pass it on where it goes further than to the board itself."""
    if ASSIGNMENT_SECTION in facts.definition.section_kinds:
        return f"Godkänna återrapporteringen av uppdragen {facts.occasion_label}."
    approve = f"Godkänna rapporten {facts.occasion_label}"
    recipient, board = facts.definition.recipient, phrases.inside(facts.board_name(plan.board))
    if recipient != plan.board:
        onward = phrases.inside(facts.board_name(recipient))
    elif facts.round and facts.round.day(Stage.EXECUTIVE) and board not in _COUNCILS:
        onward = "regionstyrelsen"
    else:
        return f"{approve}."
    return f"{approve} och överlämna den till {onward}."


def _weak(facts: Facts, plan: Plan) -> Iterator[str]:
    """To follow the actions for the measures that miss their targets."""
    if not has_measures(facts):
        return
    weak = [a.indicator.number for a in facts.headlines(plan) if a.final_verdict is Verdict.NOT_MET]
    if weak:
        yield f"Följa åtgärderna för mått {prose.enumeration(weak)}, som inte når målet."


def _assignments(facts: Facts) -> Iterator[str]:
    """To close what is proposed to be closed, and let the rest go on until their next report."""
    if ASSIGNMENT_SECTION not in facts.definition.section_kinds:
        return
    found = [each for plan in facts.plans for each in standings(facts, plan)]
    closing = [each for each in found if each.proposal is Proposal.CLOSE]
    if closing:
        yield f"Avsluta {_named(closing)}."
    going = [each for each in found if each.proposal is Proposal.CONTINUE]
    for day in dict.fromkeys(each.next_day for each in going):
        these = [each for each in going if each.next_day == day]
        when = f" och återrapporteras {day_words(day)}" if day else ""
        yield f"Låta {_named(these)} fortsätta{when}."


def _named(found: list[Standing]) -> str:
    names = [
        f"{each.assignment.number} ({phrases.inside(each.assignment.short_name)})" for each in found
    ]
    return f"uppdrag {prose.enumeration(names)}"
