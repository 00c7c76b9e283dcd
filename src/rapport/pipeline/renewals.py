"""What follow-up and data say of a plan that ends: what to mark, carry over and leave out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from rapport.domain.activity import ActivityStatus
from rapport.domain.assignment import ProgressNote
from rapport.domain.control import NextYear
from rapport.domain.follow_up import FollowUp
from rapport.domain.plan import Indicator, Plan, PlanKind
from rapport.domain.quantity import State
from rapport.domain.year_change import PlanRenewal
from rapport.fulfilment.evaluation import Evaluation
from rapport.swedish import numbers, terms

_ONE_YEAR = frozenset({PlanKind.ASSIGNMENTS, PlanKind.AGREEMENTS, PlanKind.MANAGEMENT})

Given = Mapping[str, FollowUp]
"""The follow-up of each occasion, the oldest first."""


def renewal_of(
    plan: Plan, year: int, given: Given, evaluation: Evaluation, plan_ids: Mapping[str, str]
) -> PlanRenewal:
    """Everything that a plan's copy for the next years needs."""
    last = year if plan.kind in _ONE_YEAR else year + plan.last_year - plan.first_year
    marks: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for item, remark in (
        *_answers(plan, given),
        *_changes(plan, given),
        *_outcomes(plan, evaluation),
    ):
        marks[item] += (remark,)
    return PlanRenewal(
        old_id=plan.id,
        new_id=plan_ids[plan.id],
        first_year=year,
        last_year=last,
        old_years=(plan.first_year, plan.last_year),
        marks=dict(marks),
        history=_history(plan, given),
        left_out=frozenset(_left_out(plan, year, given)),
        plan_ids=plan_ids,
        has_example_history=any(
            follow_up.is_example and any(r.plan == plan.id for r in follow_up.assignment_reports)
            for follow_up in given.values()
        ),
    )


def new_id(plan_id: str, old: tuple[int, int], year: int, last: int) -> str:
    """The id of the next plan: the years exchanged, or the new year added.

    >>> new_id("handlingsplan-2024", (2024, 2024), 2025, 2025)
    'handlingsplan-2025'
    >>> new_id("hsn-2023-2025", (2023, 2025), 2026, 2028)
    'hsn-2026-2028'
    >>> new_id("overenskommelser", (2017, 2024), 2025, 2025)
    'overenskommelser-2025'
    """
    first, end = old
    years = str(year) if year == last else f"{year}-{last}"
    pattern = rf"(?<!\d)(?:{first}-{end}|{end})(?!\d)"
    moved = re.sub(pattern, years, plan_id)
    return moved if moved != plan_id else f"{plan_id}-{years}"


def id_of_next(plan: Plan, year: int) -> str:
    """The id of the plan that takes over from one."""
    last = year if plan.kind in _ONE_YEAR else year + plan.last_year - plan.first_year
    return new_id(plan.id, (plan.first_year, plan.last_year), year, last)


def _answers(plan: Plan, given: Given) -> Iterator[tuple[str, str]]:
    """The last status of each activity, assignment and control, with its occasion."""
    last: dict[str, str] = {}
    for occasion, follow_up in given.items():
        for status in follow_up.statuses:
            if status.plan == plan.id:
                comment = f" – {' '.join(status.comment.split())}" if status.comment else ""
                word = terms.STATUSES[status.status]
                ended = status.status in {ActivityStatus.DONE, ActivityStatus.CANCELLED}
                remedy = " Ta bort den om den inte ska göras igen." if ended else ""
                last[status.item] = f"förra svaret ({occasion}): {word}{comment}{remedy}"
    yield from last.items()


def _changes(plan: Plan, given: Given) -> Iterator[tuple[str, str]]:
    """Controls that are to be changed, and why."""
    last = {
        result.control: (occasion, result)
        for occasion, follow_up in given.items()
        for result in follow_up.control_results
        if result.plan == plan.id and result.next_year is not None
    }
    for control, (occasion, result) in last.items():
        if result.next_year is NextYear.CHANGE:
            reason = " ".join(result.next_year_reason.split()) or "skäl har inte lämnats"
            yield control, f"ska ändras enligt uppföljningen {occasion}: {reason}"


def _outcomes(plan: Plan, evaluation: Evaluation) -> Iterator[tuple[str, str]]:
    """The outcome of the plan's last year, suggested as baseline where it is whole and shown."""
    top = evaluation.region.organisations.top
    year = evaluation.occasion.year
    monitored = {measure.id for area in plan.monitoring for measure in area.indicators}
    for indicator in (each for each in plan.indicators if each.id not in monitored):
        outcome = evaluation.assess(plan, indicator, top)[0].outcome
        whole = outcome.state is State.MEASURED and outcome.is_complete
        if not whole or outcome.value is None:
            remark = f"inget helt utfall för {year} finns, så inget ingångsvärde föreslås."
            yield indicator.id, remark
            continue
        value = _written(indicator, outcome.value)
        example = " (exempeldata)" if outcome.is_example else ""
        remark = (
            f"utfallet {year} är {value}{example}. Förslag till ingångsvärde: {{slag: uppmätt, "
            f'period: {outcome.period}, värde: "{value}"}}. Ändras vad som räknas: ge mätdata ett '
            "nytt id, så att åren före inte jämförs."
        )
        yield indicator.id, remark


def _written(indicator: Indicator, value: Decimal) -> str:
    """A figure as a plan file writes it: the measure's decimals and no unit."""
    return numbers.number(value, indicator.decimals).replace(numbers.NO_BREAK_SPACE, " ")


def _history(plan: Plan, given: Given) -> dict[str, tuple[ProgressNote, ...]]:
    """What has been reported of each assignment, the oldest first, each note once."""
    notes: dict[str, tuple[ProgressNote, ...]] = defaultdict(tuple)
    for follow_up in given.values():
        for report in follow_up.assignment_reports:
            if report.plan == plan.id:
                notes[report.assignment] += report.notes
    return dict(notes)


def has_nothing_left(plan: Plan, renewal: PlanRenewal) -> bool:
    """Whether a register would be empty: all that it held has ended."""
    held = {each.id for each in plan.agreements} | {each.id for each in plan.assignments}
    return plan.kind in _ONE_YEAR and bool(held) and held <= renewal.left_out


def _left_out(plan: Plan, year: int, given: Given) -> Iterator[str]:
    """Controls that are dropped, assignments that are closed and agreements that have ended."""
    last: dict[str, NextYear] = {}
    for follow_up in given.values():
        for result in follow_up.control_results:
            if result.plan == plan.id and result.next_year is not None:
                last[result.control] = result.next_year
        for report in follow_up.assignment_reports:
            if report.plan == plan.id and report.closed_by is not None:
                yield report.assignment
    yield from (control for control, said in last.items() if said is NextYear.DROP)
    yield from (a.id for a in plan.agreements if a.last_year < year)
