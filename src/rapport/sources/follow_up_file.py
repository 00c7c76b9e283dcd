"""From ``data/uppfoljning/<period>/*.yaml`` to the domain's follow-up ("uppföljning")."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from rapport.domain.activity import ActivityStatus
from rapport.domain.follow_up import (
    Action,
    BudgetOutcome,
    Cause,
    FollowUp,
    IndicatorDecision,
    OwnForecast,
    Part,
    PartDecision,
    StatusReport,
    TextStatus,
)
from rapport.domain.outcome import Decision, Verdict
from rapport.domain.period import Occasion
from rapport.domain.problem import Problem
from rapport.sources.fields import (
    FileModel,
    Flag,
    FreeDate,
    Id,
    IsoDate,
    Number,
    OccasionLabel,
    Text,
    mistake,
    word,
)
from rapport.sources.follow_up_rows import (
    AssignmentReportModel,
    ControlJudgementModel,
    ControlResultModel,
    RequirementReportModel,
    assignment_reports_of,
    control_results_of,
    judgement_of,
    requirement_reports_of,
)
from rapport.sources.messages import read_model
from rapport.sources.tree import Spot, Tree


class VerdictWord(StrEnum):
    """The words for a decided verdict ("bedömning") in a follow-up file."""

    MET = "uppfyllt"
    PARTLY = "delvis"
    NOT_MET = "ej uppfyllt"
    NOT_ASSESSABLE = "ej bedömbart"


_VERDICTS = {
    VerdictWord.MET: Verdict.MET,
    VerdictWord.PARTLY: Verdict.PARTLY,
    VerdictWord.NOT_MET: Verdict.NOT_MET,
    VerdictWord.NOT_ASSESSABLE: Verdict.NOT_ASSESSABLE,
}
StatusWord = Annotated[ActivityStatus, word(ActivityStatus)]


class StatusModel(FileModel):
    """How an activity, assignment or control stands."""

    item: Id = Field(alias="avser", examples=["folkhalsosatsningar"])
    status: StatusWord = Field(alias="status", examples=["pågår"])
    comment: Text = Field(alias="kommentar", default="")
    new_date: FreeDate = Field(alias="ny_tid", default="")
    reported_by: Text = Field(alias="lämnad_av", default="")


class ActionModel(FileModel):
    """An action ("åtgärd") for a measure that is off target."""

    indicator: Id = Field(alias="styrmått", examples=["oplanerade-aterinskrivningar"])
    text: Text = Field(alias="åtgärd", examples=["Utskrivningssamtal införs"])
    responsible: Text = Field(alias="ansvarig", examples=["Division Länssjukvård 1"])
    due: FreeDate = Field(alias="klart", examples=["2024-10-31"])
    status: StatusWord = Field(alias="status", examples=["pågår"])


class DecisionModel(FileModel):
    """A decided verdict ("beslutad bedömning") and its reason, for one of four things."""

    indicator: Id | None = Field(
        alias="styrmått", default=None, examples=["oplanerade-aterinskrivningar"]
    )
    goal: Id | None = Field(alias="mål", default=None)
    factor: Id | None = Field(alias="framgångsfaktor", default=None)
    whole_plan: Id | None = Field(alias="plan", default=None)
    verdict: Annotated[VerdictWord, word(VerdictWord)] = Field(
        alias="bedömning", examples=["delvis"]
    )
    office: Text = Field(alias="beslutad_av", examples=["Hälso- och sjukvårdsdirektören"])
    date: IsoDate = Field(alias="datum", examples=["2024-09-06"])
    reason: Text = Field(alias="skäl", examples=["Målet nås före årets slut"])
    status: Annotated[TextStatus, word(TextStatus)] = Field(
        alias="status",
        default=TextStatus.APPROVED,
        description="utkast eller klar medan bedömningen är ett förslag; annars godkänd.",
    )

    @property
    def parts(self) -> dict[Part, str]:
        """The goal, success factor or plan that it is for."""
        named = {
            Part.GOAL: self.goal,
            Part.FACTOR: self.factor,
            Part.PLAN: self.whole_plan,
        }
        return {part: item for part, item in named.items() if item is not None}

    @model_validator(mode="after")
    def _is_for_one_thing(self) -> DecisionModel:
        given = [*self.parts, *([] if self.indicator is None else ["styrmått"])]
        if len(given) != 1:
            message = (
                "En beslutad bedömning gäller ett styrmått, ett mål, en framgångsfaktor eller en "
                "plan. Ange exakt ett av dem."
            )
            raise mistake(code="oklar-bedömning", message=message)
        return self


class ForecastModel(FileModel):
    """An office's own year-end forecast ("prognos")."""

    indicator: Id = Field(alias="styrmått", examples=["oplanerade-aterinskrivningar"])
    value: Number = Field(alias="värde", examples=['"15,4"'])
    office: Text = Field(alias="lämnad_av", examples=["Division Länssjukvård 1"])
    reason: Text = Field(alias="skäl", default="")


class CauseModel(FileModel):
    """A cause ("orsak") of a forecast that differs from the budget."""

    text: Text = Field(alias="orsak", examples=["Fler patienter"])
    amount: Number = Field(alias="belopp", examples=['"1,9"'])


class EconomyModel(FileModel):
    """Outcome and forecast of a budget item ("ekonomi")."""

    item: Id = Field(alias="post", examples=["namndens-budget"])
    budget: Number | None = Field(
        alias="budget", default=None, description="Årets budget, när den inte står i planen."
    )
    outcome: Number = Field(alias="utfall", examples=['"0,9"'])
    forecast: Number | None = Field(alias="prognos", default=None)
    comment: Text = Field(alias="kommentar", default="")
    causes: list[CauseModel] = Field(
        alias="orsaker", default=[], description="Tillsammans prognosen minus budgeten."
    )


class FollowUpModel(FileModel):
    """A follow-up file: what has been given for one plan at one occasion."""

    period: OccasionLabel = Field(alias="period", examples=["T2-2024"])
    is_example: Flag = Field(alias="exempeldata", default=False)
    plan: Id = Field(alias="plan", examples=["hsn-2023-2025"])
    statuses: list[StatusModel] = Field(alias="status", default=[])
    actions: list[ActionModel] = Field(alias="åtgärder", default=[])
    decisions: list[DecisionModel] = Field(alias="beslutade_bedömningar", default=[])
    forecasts: list[ForecastModel] = Field(alias="prognoser", default=[])
    economy: list[EconomyModel] = Field(alias="ekonomi", default=[])
    controls: list[ControlResultModel] = Field(alias="kontroller", default=[])
    control_judgement: ControlJudgementModel | None = Field(
        alias="samlad_internkontroll", default=None
    )
    assignments: list[AssignmentReportModel] = Field(alias="uppdrag", default=[])
    requirements: list[RequirementReportModel] = Field(alias="krav", default=[])


def read_follow_up(tree: Tree, occasion: Occasion) -> tuple[FollowUp | None, tuple[Problem, ...]]:
    """Read one file of the folder of an occasion; the file must be for the same occasion."""
    model, problems = read_model(FollowUpModel, tree)
    if model is None:
        return None, problems
    spot = Spot(tree)
    if model.period != occasion:
        problems = (
            Problem(
                (spot / "period").location,
                "fel-period",
                f'Filen gäller {model.period} men ligger i mappen "{occasion}". Flytta filen, '
                "eller rätta perioden.",
            ),
        )
    return _follow_up(model, spot), problems


def _follow_up(model: FollowUpModel, spot: Spot) -> FollowUp:
    plan = model.plan
    return FollowUp(
        statuses=tuple(_statuses(model, spot / "status")),
        actions=tuple(_actions(model, spot / "åtgärder")),
        decisions=tuple(_decisions(model, spot / "beslutade_bedömningar")),
        part_decisions=tuple(_part_decisions(model, spot / "beslutade_bedömningar")),
        forecasts=tuple(_forecasts(model, spot / "prognoser")),
        budget=tuple(_economy(model, spot / "ekonomi")),
        is_example=model.is_example,
        control_results=tuple(control_results_of(plan, model.controls, spot / "kontroller")),
        control_judgements=judgement_of(
            plan, model.control_judgement, spot / "samlad_internkontroll"
        ),
        assignment_reports=tuple(
            assignment_reports_of(plan, str(model.period), model.assignments, spot / "uppdrag")
        ),
        requirement_reports=tuple(requirement_reports_of(plan, model.requirements, spot / "krav")),
    )


def _statuses(model: FollowUpModel, spot: Spot) -> Iterator[StatusReport]:
    for place, row in enumerate(model.statuses):
        yield StatusReport(
            plan=model.plan,
            item=row.item,
            status=row.status,
            comment=row.comment,
            new_date=row.new_date,
            reported_by=row.reported_by,
            location=(spot / place / "avser").location,
        )


def _actions(model: FollowUpModel, spot: Spot) -> Iterator[Action]:
    for place, row in enumerate(model.actions):
        yield Action(
            plan=model.plan,
            indicator=row.indicator,
            text=row.text,
            responsible=row.responsible,
            due=row.due,
            status=row.status,
            location=(spot / place / "styrmått").location,
        )


def _decisions(model: FollowUpModel, spot: Spot) -> Iterator[IndicatorDecision]:
    for place, row in enumerate(model.decisions):
        if row.indicator is not None:
            location = (spot / place / "styrmått").location
            yield IndicatorDecision(model.plan, row.indicator, _decision(row), row.status, location)


def _part_decisions(model: FollowUpModel, spot: Spot) -> Iterator[PartDecision]:
    for place, row in enumerate(model.decisions):
        for part, item in row.parts.items():
            location = (spot / place / part.value).location
            yield PartDecision(model.plan, part, item, _decision(row), row.status, location)


def _decision(row: DecisionModel) -> Decision:
    return Decision(_VERDICTS[row.verdict], row.office, row.date, row.reason)


def _forecasts(model: FollowUpModel, spot: Spot) -> Iterator[OwnForecast]:
    for place, row in enumerate(model.forecasts):
        location = (spot / place / "styrmått").location
        yield OwnForecast(model.plan, row.indicator, row.value, row.office, row.reason, location)


def _economy(model: FollowUpModel, spot: Spot) -> Iterator[BudgetOutcome]:
    for place, row in enumerate(model.economy):
        yield BudgetOutcome(
            plan=model.plan,
            item=row.item,
            budget=row.budget,
            outcome=row.outcome,
            forecast=row.forecast,
            comment=row.comment,
            is_example=model.is_example,
            location=(spot / place / "post").location,
            causes=tuple(Cause(cause.text, cause.amount) for cause in row.causes),
        )


def merged(parts: list[FollowUp]) -> FollowUp:
    """The files of an occasion as one; example data when any of them is."""
    return FollowUp(
        statuses=tuple(row for part in parts for row in part.statuses),
        actions=tuple(row for part in parts for row in part.actions),
        decisions=tuple(row for part in parts for row in part.decisions),
        part_decisions=tuple(row for part in parts for row in part.part_decisions),
        forecasts=tuple(row for part in parts for row in part.forecasts),
        budget=tuple(row for part in parts for row in part.budget),
        texts=tuple(text for part in parts for text in part.texts),
        is_example=any(part.is_example for part in parts),
        control_results=tuple(row for part in parts for row in part.control_results),
        control_judgements=tuple(row for part in parts for row in part.control_judgements),
        assignment_reports=tuple(row for part in parts for row in part.assignment_reports),
        requirement_reports=tuple(row for part in parts for row in part.requirement_reports),
    )
