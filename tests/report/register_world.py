"""A register of four assignments, as a plan and its follow-up, on top of the small region."""

from __future__ import annotations

from dataclasses import replace

from rapport.domain.assignment import (
    Assignment,
    AssignmentReport,
    BodyDecision,
    Origin,
    ProgressNote,
    Proposal,
)
from rapport.domain.follow_up import FollowUp
from rapport.domain.plan import DocumentHead, Plan, PlanKind
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts

PLAN = "register"

CLOSING = BodyDecision("rf", "2024-06-12", "Redovisning av uppdrag", paragraph="§ 118")

WAITING = ProgressNote(
    "2021-10-31", "47 personer väntar.", "Division Norr", "Barnteamet", "Gällivare"
)

ASSIGNMENTS = (
    Assignment(
        "ordning", "1", "Revidera delegationsordningen.", "Delegationsordningen",
        decision=BodyDecision(
            "rf", "2021-09-14", "Principbeslut om läkemedel", "Ordningen ska revideras.", "141",
            "624-2021",
        ),
    ),
    Assignment(
        "remiss", "2", "Införa remisskrav.", "Remisskrav", due="efter ett år",
        due_day="2021-09-01", history=(WAITING,), responsible="Vårddirektören",
        decision=BodyDecision("rf", "2020-06-17", text="Remisskrav införs."),
        parts=("Införa kravet", "Följa upp kravet"),
    ),
    Assignment(
        "inforande", "3", "Återkoppla om åtgärder.", "Ordnat införande", origin=Origin.AUDIT,
        responsible="Läkemedelsrådet", due_day="2024-05-01",
    ),
    Assignment("samverkan", "4", "Återkoppla om samverkan.", "Samverkan", responsible="Vården"),
)  # fmt: skip

REPORTS = (
    AssignmentReport(PLAN, "ordning", closed_by=CLOSING),
    AssignmentReport(
        PLAN, "remiss",
        (
            ProgressNote("2024-08-28", "Köerna minskar.", "Division Norr", "Barnteamet"),
            ProgressNote("2024-08-28", "31 väntar.", "Division Norr", "Barnteamet", "Gällivare"),
            ProgressNote("2024-08-28", "12 väntar.", "Division Norr", "Barnteamet", "Kalix"),
            ProgressNote("2024-08-30", "Kravet gäller i alla divisioner."),
            WAITING,
        ),
        "Orsakerna ska analyseras.", "2025-02-12", Proposal.CONTINUE,
    ),
    AssignmentReport(
        PLAN, "samverkan", (ProgressNote("2024-08-20", "Allt är gjort."),), "", "", Proposal.CLOSE
    ),
)  # fmt: skip

HEAD = DocumentHead("Register", "Politik", "fjall-9", "1.0", "2024-01-01", "Direktören", "Staben")


def with_register(
    facts: Facts,
    reports: tuple[AssignmentReport, ...] = REPORTS,
    earlier: tuple[AssignmentReport, ...] = (),
) -> Facts:
    """The report-back of a register instead of the small region's plans."""
    plan = Plan(
        PLAN, PlanKind.ASSIGNMENTS, "Fullmäktiges uppdrag", "Uppdrag till vårddirektören", "rf",
        2020, 2024, HEAD, assignments=ASSIGNMENTS,
    )  # fmt: skip
    definition = replace(
        facts.definition, id="uppdrag", title="Återrapportering av uppdrag", recipient="rf",
        plans=(PLAN,), sections=(SectionRequest("uppdrag"), SectionRequest("saknas")),
    )  # fmt: skip
    given = FollowUp(assignment_reports=reports, earlier_assignment_reports=earlier)
    return replace(
        facts, definition=definition, plans=(plan,), follow_up=given, assessments={}, texts={},
        notes=(), missing=(),
    )  # fmt: skip
