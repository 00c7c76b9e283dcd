"""What internal control still lacks: results, grades, actions with owner and date, a judgement.

During the year a control that is not reported is only to be looked at; in the year's report
it stops the report, for then all controls are to be done or said not to be.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapport.domain.control import Deviation
from rapport.domain.period import OccasionKind
from rapport.domain.plan import Plan
from rapport.report.control_view import DEVIATING, ControlRow, control_rows
from rapport.report.facts import Facts, MissingItem

_SECTIONS = frozenset({"internkontroll", "internkontroll-sammanfattning"})
_BESIDE = frozenset({"forstasida", "text", "arendets-vag", "saknas"})


def tells_only_controls(facts: Facts) -> bool:
    """Whether a report is about internal control alone, and not about the plans' measures."""
    kinds = {request.kind for request in facts.definition.sections}
    return bool(kinds & _SECTIONS) and kinds <= _SECTIONS | _BESIDE


def missing_controls(facts: Facts, submission: str) -> Iterator[MissingItem]:
    """Everything missing about the controls of a report that tells their results."""
    if not _SECTIONS & {request.kind for request in facts.definition.sections}:
        return
    final = OccasionKind.YEAR in facts.occasion.kinds
    for plan in facts.plans:
        for row in control_rows(facts, plan):
            who = "; ".join(row.step.performers)
            anchor = f"internkontroll-{plan.id}"
            for blocking, what in _of_row(row, final=final):
                yield MissingItem(blocking, f"{_name(plan, row)}: {what}", who, submission, anchor)
        if final and plan.controls and not _is_judged(facts, plan):
            who = facts.board_name(plan.board)
            what = f"Samlad bedömning av den interna kontrollen saknas för {plan.short_name}"
            yield MissingItem(True, what, who, submission, f"internkontroll-{plan.id}")  # noqa: FBT003 - a field of the value


def _name(plan: Plan, row: ControlRow) -> str:
    return f"Kontroll {row.number}, {plan.short_name}"


def _of_row(row: ControlRow, *, final: bool) -> Iterator[tuple[bool, str]]:
    """(whether it stops the report, what is missing) for one control."""
    result = row.result
    if result is None:
        yield final, "resultat har inte lämnats"
        return
    if result.grade is None:
        yield final, "kontrollen pågår, avvikelsegrad saknas"
    if row.is_done and not (result.done_on and result.extent) and row.measure is None:
        yield final, "det framgår inte när eller hur mycket som kontrollerats"
    if result.grade in DEVIATING and not (result.action and result.responsible and result.due):
        yield True, "avvikelsen saknar åtgärd, ansvarig eller datum"
    if result.grade is Deviation.NOT_DONE and not result.result:
        yield final, "skälet till att kontrollen inte genomförts saknas"
    if final and result.next_year is None:
        yield True, "förslag till nästa år saknas"


def _is_judged(facts: Facts, plan: Plan) -> bool:
    return any(each.plan == plan.id for each in facts.follow_up.control_judgements)
