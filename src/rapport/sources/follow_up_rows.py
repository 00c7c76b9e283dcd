"""What people report back in a follow-up file: controls, assignments and demands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from rapport.domain.agreement import RequirementReport, RequirementStatus
from rapport.domain.assignment import AssignmentReport, Proposal
from rapport.domain.control import (
    ControlJudgement,
    ControlResult,
    ControlVerdict,
    Deviation,
    NextYear,
)
from rapport.sources.assignments import BodyDecisionModel, NoteModel, notes_of
from rapport.sources.fields import FileModel, FreeDate, Id, IsoDate, Text, Whole, word
from rapport.sources.tree import Spot


class ControlResultModel(FileModel):
    """The result of a step of a control ("kontrollresultat")."""

    control: Id = Field(alias="kontroll", examples=["basala-hygienrutiner"])
    step: Whole = Field(alias="steg", default=1, description="Vilken av momentets rader, från 1.")
    done_on: IsoDate = Field(alias="genomförd", default="")
    extent: Text = Field(alias="omfattning", default="", examples=["20 av 140 fakturor"])
    result: Text = Field(alias="resultat", default="")
    grade: Annotated[Deviation, word(Deviation)] | None = Field(
        alias="avvikelsegrad", default=None, description="Utelämnas medan kontrollen pågår."
    )
    action: Text = Field(alias="åtgärd", default="")
    responsible: Text = Field(alias="ansvarig", default="")
    due: FreeDate = Field(alias="klart", default="")
    next_year: Annotated[NextYear, word(NextYear)] | None = Field(alias="nästa_år", default=None)
    next_year_reason: Text = Field(alias="skäl_nästa_år", default="")
    reported_by: Text = Field(alias="lämnad_av", default="")


class ControlJudgementModel(FileModel):
    """A board's overall judgement of its internal control ("samlad bedömning")."""

    verdict: Annotated[ControlVerdict, word(ControlVerdict)] = Field(
        alias="bedömning", examples=["tillräcklig"]
    )
    decided_by: Text = Field(alias="beslutad_av", examples=["Regionstyrelsen"])
    decided_on: IsoDate = Field(alias="datum", examples=["2024-09-27"])
    reason: Text = Field(alias="skäl", examples=["Avvikelserna är få och åtgärdas"])


class ClosingModel(BodyDecisionModel):
    """The decision that closes an assignment: its day is known, not only told."""

    day: IsoDate = Field(alias="datum", examples=["2024-10-09"])


class AssignmentReportModel(FileModel):
    """The report-back of an assignment ("återrapportering")."""

    assignment: Id = Field(alias="avser", examples=["remisskrav-npu"])
    notes: list[NoteModel] = Field(alias="lägen", default=[])
    remaining: Text = Field(alias="kvarstår", default="")
    next_day: FreeDate = Field(alias="nästa_återrapportering", default="")
    proposal: Annotated[Proposal, word(Proposal)] | None = Field(alias="förslag", default=None)
    closed_by: ClosingModel | None = Field(
        alias="avslutat_genom", default=None, description="Bara när ett organ har beslutat det."
    )
    reported_by: Text = Field(alias="lämnad_av", default="")


class RequirementReportModel(FileModel):
    """How a demand of an agreement stands ("läge för krav")."""

    agreement: Id = Field(alias="överenskommelse", examples=["psykisk-halsa"])
    requirement: Id = Field(alias="krav", examples=["handlingsplan"])
    status: Annotated[RequirementStatus, word(RequirementStatus)] = Field(
        alias="läge", examples=["pågår"]
    )
    comment: Text = Field(alias="kommentar", default="")
    reported_by: Text = Field(alias="lämnad_av", default="")


def control_results_of(
    plan: str, models: list[ControlResultModel], spot: Spot
) -> Iterator[ControlResult]:
    """The results of a plan's controls; ``spot`` is their list."""
    for place, row in enumerate(models):
        yield ControlResult(
            plan=plan,
            control=row.control,
            step=row.step,
            done_on=row.done_on,
            extent=row.extent,
            result=row.result,
            grade=row.grade,
            action=row.action,
            responsible=row.responsible,
            due=row.due,
            next_year=row.next_year,
            next_year_reason=row.next_year_reason,
            reported_by=row.reported_by,
            location=(spot / place / "kontroll").location,
        )


def judgement_of(
    plan: str, model: ControlJudgementModel | None, spot: Spot
) -> tuple[ControlJudgement, ...]:
    """The overall judgement of a plan's internal control, if there is one."""
    if model is None:
        return ()
    location = (spot / "bedömning").location
    given = ControlJudgement(
        plan, model.verdict, model.decided_by, model.decided_on, model.reason, location
    )
    return (given,)


def assignment_reports_of(
    plan: str, occasion: str, models: list[AssignmentReportModel], spot: Spot
) -> Iterator[AssignmentReport]:
    """The report-backs of a plan's assignments at an occasion; ``spot`` is their list."""
    for place, row in enumerate(models):
        here = spot / place
        yield AssignmentReport(
            plan=plan,
            assignment=row.assignment,
            notes=tuple(notes_of(row.notes, here / "lägen")),
            remaining=row.remaining,
            next_day=row.next_day,
            proposal=row.proposal,
            closed_by=row.closed_by.to_domain() if row.closed_by else None,
            occasion=occasion,
            reported_by=row.reported_by,
            location=(here / "avser").location,
        )


def requirement_reports_of(
    plan: str, models: list[RequirementReportModel], spot: Spot
) -> Iterator[RequirementReport]:
    """How the demands of a plan's agreements stand; ``spot`` is their list."""
    for place, row in enumerate(models):
        location = (spot / place / "överenskommelse").location
        yield RequirementReport(
            plan, row.agreement, row.requirement, row.status, row.comment, row.reported_by, location
        )
