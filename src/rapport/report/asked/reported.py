"""Questions about what is reported back: assignments, controls and demands of agreements."""

from __future__ import annotations

from rapport.domain.assignment import Assignment, AssignmentReport
from rapport.domain.control import Control, ControlResult, ControlStep
from rapport.domain.plan import Plan
from rapport.report.asked.asking import Asking, said
from rapport.report.asked.form import Question


def report_back(asking: Asking, plan: Plan, assignment: Assignment) -> Question:
    """What has been done for an assignment since last, and what is proposed."""
    given = asking.now.assignment_report(plan.id, assignment.id)
    earlier = [
        each
        for each in asking.now.earlier_assignment_reports
        if (each.plan, each.assignment) == (plan.id, assignment.id)
    ]
    decision = assignment.decision
    about = " ".join(filter(None, (decision.body, decision.day, decision.case))) if decision else ""
    return Question(
        plan=plan.id,
        match=(assignment.id,),
        shown=(
            assignment.number,
            f"{assignment.short_name}. {assignment.text}",
            about,
            _told(earlier[-1]) if earlier else "",
        ),
        now=_reported(given) if given else {},
    )


def _reported(given: AssignmentReport) -> dict[str, str]:
    """What stands in the file; notes are only added to, so none of them is a present answer."""
    return {
        "kvarstår": given.remaining,
        "nästa_återrapportering": given.next_day,
        "förslag": str(given.proposal or ""),
    }


def _told(report: AssignmentReport) -> str:
    notes = [f"{note.day}: {note.text}" for note in report.notes]
    remaining = f"Kvarstår: {report.remaining}" if report.remaining else ""
    return " ".join(filter(None, (*notes, remaining)))


def control_step(
    asking: Asking, plan: Plan, control: Control, step: ControlStep, number: int
) -> Question:
    """How a step of a control turned out; steps count from one."""
    now = asking.now.control_result(plan.id, control.id, number)
    before = asking.before.control_result(plan.id, control.id, number)
    return Question(
        plan=plan.id,
        match=(control.id, str(number)),
        shown=(
            control.text,
            step.method,
            str(control.risk.value) if control.risk else "",
            said(str(before.grade or "pågår"), before.result) if before else "",
        ),
        now=_found(now) if now else {},
    )


def _found(given: ControlResult) -> dict[str, str]:
    return {
        "genomförd": given.done_on,
        "omfattning": given.extent,
        "resultat": given.result,
        "avvikelsegrad": str(given.grade or ""),
        "åtgärd": given.action,
        "ansvarig": given.responsible,
        "klart": given.due,
        "nästa_år": str(given.next_year or ""),
        "skäl_nästa_år": given.next_year_reason,
    }


def demand(asking: Asking, plan: Plan, match: tuple[str, str], shown: tuple[str, str]) -> Question:
    """How a demand of an agreement stands; ``match`` names the two and ``shown`` tells them."""
    now, before = (f.requirement_report(plan.id, *match) for f in (asking.now, asking.before))
    return Question(
        plan=plan.id,
        match=match,
        shown=(*shown, said(str(before.status), before.comment) if before else ""),
        now={"läge": str(now.status), "kommentar": now.comment} if now else {},
    )
