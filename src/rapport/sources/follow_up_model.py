"""What a follow-up file looks like: the keys of ``data/uppfoljning/<period>/*.yaml``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from rapport.domain.activity import ActivityStatus
from rapport.domain.follow_up import Part, TextStatus
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
)

StatusWord = Annotated[ActivityStatus, word(ActivityStatus)]


class VerdictWord(StrEnum):
    """The words for a decided verdict ("bedömning") in a follow-up file."""

    MET = "uppfyllt"
    PARTLY = "delvis"
    NOT_MET = "ej uppfyllt"
    NOT_ASSESSABLE = "ej bedömbart"


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
