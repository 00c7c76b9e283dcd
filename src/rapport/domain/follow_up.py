"""Follow-up ("uppföljning") that people give: statuses, actions, decisions and texts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from rapport.domain.activity import ActivityStatus
from rapport.domain.agreement import RequirementReport
from rapport.domain.assignment import AssignmentReport
from rapport.domain.control import ControlJudgement, ControlResult
from rapport.domain.outcome import Decision
from rapport.domain.problem import NOWHERE, Location


class TextStatus(StrEnum):
    """How far a text has come ("status")."""

    DRAFT = "utkast"
    READY = "klar"
    APPROVED = "godkänd"


@dataclass(frozen=True)
class StatusReport:
    """How an activity or assignment stands at an occasion, with a sentence of comment."""

    plan: str
    item: str
    status: ActivityStatus
    comment: str = ""
    new_date: str = ""
    reported_by: str = ""
    location: Location = NOWHERE


@dataclass(frozen=True)
class Action:
    """An action ("åtgärd") for a measure that is off target: what, who, by when, status."""

    plan: str
    indicator: str
    text: str
    responsible: str
    due: str
    status: ActivityStatus
    location: Location = NOWHERE


@dataclass(frozen=True)
class IndicatorDecision:
    """A decided verdict for a measure of a plan, and how far the decision itself has come."""

    plan: str
    indicator: str
    decision: Decision
    status: TextStatus = TextStatus.APPROVED
    location: Location = NOWHERE


class Part(StrEnum):
    """What of a plan can have a decided verdict beside its measures."""

    GOAL = "mål"
    FACTOR = "framgångsfaktor"
    PLAN = "plan"


@dataclass(frozen=True)
class PartDecision:
    """A decided verdict ("samlad bedömning") for a goal, a success factor or a whole plan."""

    plan: str
    part: Part
    item: str
    decision: Decision
    status: TextStatus = TextStatus.APPROVED
    location: Location = NOWHERE


@dataclass(frozen=True)
class OwnForecast:
    """The responsible office's own year-end forecast for a measure, in the measure's unit."""

    plan: str
    indicator: str
    value: Decimal
    office: str
    reason: str = ""
    location: Location = NOWHERE


@dataclass(frozen=True)
class Cause:
    """A cause ("orsak") of a forecast that differs from the budget, in the item's unit."""

    text: str
    amount: Decimal


@dataclass(frozen=True)
class BudgetOutcome:
    """Money used so far and expected for the year, for a budget item of a plan.

    ``budget`` is the year's own budget, in the item's unit, when the plan does not state it.
    ``causes``, where given, add up to forecast minus budget.
    """

    plan: str
    item: str
    outcome: Decimal
    forecast: Decimal | None
    comment: str = ""
    is_example: bool = True
    location: Location = NOWHERE
    budget: Decimal | None = None
    causes: tuple[Cause, ...] = ()


@dataclass(frozen=True)
class NarrativeText:
    """A comment or narrative ("text") in Markdown with bound numbers not yet filled in.

    ``key`` is its file name without ending ("analys.oplanerade-aterinskrivningar");
    sections ask for texts by key. ``first_line`` is the line of the file on which the
    Markdown begins, so that later problems in it can be placed. ``changed_by`` is the office
    that last changed it ("ändrad av"), ``approved_by`` the one that approved it
    ("godkänd av"), each with the ISO date beside; empty where nobody has said.
    ``sha256`` is that of the file.
    """

    key: str
    markdown: str
    status: TextStatus
    responsible: str
    location: Location
    is_example: bool = False
    first_line: int = 1
    changed_by: str = ""
    changed: str = ""
    approved_by: str = ""
    approved: str = ""
    sha256: str = ""


@dataclass(frozen=True)
class ReportState:
    """How far a report has come at an occasion ("rapportens läge"): which office says so, and when.

    ``version`` and ``approved`` (ISO date) go into the document head and come before what
    ``reports/<id>.yaml`` says, which is the same at every occasion.
    """

    report: str
    status: TextStatus
    office: str
    day: str
    version: str = ""
    approved: str = ""
    location: Location = NOWHERE


@dataclass(frozen=True)
class FollowUp:
    """Everything people have given for one report occasion.

    ``earlier_assignment_reports`` were given at earlier occasions, oldest first: history.
    """

    statuses: tuple[StatusReport, ...] = ()
    actions: tuple[Action, ...] = ()
    decisions: tuple[IndicatorDecision, ...] = ()
    part_decisions: tuple[PartDecision, ...] = ()
    forecasts: tuple[OwnForecast, ...] = ()
    budget: tuple[BudgetOutcome, ...] = ()
    texts: tuple[NarrativeText, ...] = ()
    is_example: bool = False
    control_results: tuple[ControlResult, ...] = ()
    control_judgements: tuple[ControlJudgement, ...] = ()
    assignment_reports: tuple[AssignmentReport, ...] = ()
    earlier_assignment_reports: tuple[AssignmentReport, ...] = ()
    requirement_reports: tuple[RequirementReport, ...] = ()
    report_states: tuple[ReportState, ...] = ()

    def status_of(self, plan: str, item: str) -> StatusReport | None:
        """The status given for an activity or assignment."""
        return next((s for s in self.statuses if s.plan == plan and s.item == item), None)

    def control_result(self, plan: str, control: str, step: int = 1) -> ControlResult | None:
        """The result given for a step of a control."""
        wanted = (plan, control, step)
        given = self.control_results
        return next(
            (each for each in given if (each.plan, each.control, each.step) == wanted), None
        )

    def assignment_report(self, plan: str, assignment: str) -> AssignmentReport | None:
        """The report-back given for an assignment at this occasion."""
        wanted = (plan, assignment)
        given = self.assignment_reports
        return next((each for each in given if (each.plan, each.assignment) == wanted), None)

    def requirement_report(
        self, plan: str, agreement: str, requirement: str
    ) -> RequirementReport | None:
        """How a demand of an agreement stands."""
        wanted = (plan, agreement, requirement)
        given = self.requirement_reports
        return next(
            (each for each in given if (each.plan, each.agreement, each.requirement) == wanted),
            None,
        )

    def decision_for(self, plan: str, part: Part, item: str) -> Decision | None:
        """The decided verdict for a goal, a success factor or the plan itself."""
        return next(
            (
                given.decision
                for given in self.part_decisions
                if (given.plan, given.part, given.item) == (plan, part, item)
            ),
            None,
        )

    def actions_for(self, plan: str, indicator: str) -> tuple[Action, ...]:
        """The actions given for a measure."""
        return tuple(a for a in self.actions if a.plan == plan and a.indicator == indicator)

    def report_state(self, report: str) -> ReportState | None:
        """How far a report has come, where anyone has said so."""
        return next((each for each in self.report_states if each.report == report), None)

    def text(self, key: str) -> NarrativeText | None:
        """A text by key."""
        return next((text for text in self.texts if text.key == key), None)
