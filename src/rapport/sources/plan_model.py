"""What a plan file looks like: the keys of ``data/planer/<id>.yaml``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from rapport.domain.activity import Timing
from rapport.domain.meetings import Stage
from rapport.domain.plan import PlanKind
from rapport.sources.agreements import AgreementModel
from rapport.sources.assignments import AssignmentModel
from rapport.sources.common_models import HeadModel
from rapport.sources.controls import ControlModel
from rapport.sources.fields import (
    FileModel,
    Flag,
    Id,
    Month,
    OccasionLabel,
    Text,
    Year,
    mistake,
    word,
)
from rapport.sources.indicator_model import IndicatorModel
from rapport.sources.plan_parts import BudgetModel, MonitoringAreaModel, PartModel


class CalendarKind(StrEnum):
    """The word that marks a file with nothing but a meeting calendar."""

    CALENDAR = "beredningsplan"


class FactorModel(FileModel):
    """A success factor ("framgångsfaktor")."""

    id: Id = Field(alias="id", examples=["digital-ingang"])
    name: Text = Field(alias="namn", examples=["Digital ingång"])
    short_name: Text = Field(alias="kortnamn", default="")
    indicators: list[IndicatorModel] = Field(alias="styrmått", default=[])


class GoalModel(FileModel):
    """A strategic goal ("strategiskt mål")."""

    id: Id = Field(alias="id", examples=["trygg-norrbottning"])
    name: Text = Field(alias="namn", examples=["Trygg norrbottning"])
    description: Text = Field(alias="beskrivning", default="")
    vision_areas: list[Text] = Field(alias="målbild", default=[])
    statute: Text = Field(alias="lagrum", default="")
    intentions: list[Text] = Field(alias="inriktning", default=[])
    perspective: Text = Field(alias="perspektiv", default="")
    factors: list[FactorModel] = Field(alias="framgångsfaktorer", default=[])


class ActivityModel(FileModel):
    """An activity ("aktivitet") with owners and time."""

    id: Id = Field(alias="id", examples=["behandling-1"])
    number: Text = Field(alias="nummer", examples=['"1"'])
    text: Text = Field(alias="text", examples=["Genomföra läkemedelsberättelser"])
    responsible: list[Text] = Field(alias="ansvariga", examples=["[Verksamhetscheferna]"])
    contributors: list[Text] = Field(alias="medverkande", default=[])
    printed_time: Text = Field(alias="tid", examples=["december"])
    timing: Annotated[Timing, word(Timing)] = Field(alias="tid_slag", examples=["senast"])
    months: list[Month] = Field(alias="månader", default=[])
    reports_to: list[Text] = Field(alias="rapporteras_till", default=[])
    indicator: Id | None = Field(alias="styrmått", default=None)
    contributes_to: list[Id] = Field(
        alias="bidrar_till", default=[], description="Mål eller framgångsfaktorer (id)."
    )

    @model_validator(mode="after")
    def _months_fit_the_timing(self) -> ActivityModel:
        if self.timing is Timing.ONGOING and self.months:
            message = "En löpande aktivitet har inga månader. Ta bort dem, eller byt tid_slag."
            raise mistake(code="fel-tid", message=message, key="månader")
        if self.timing is not Timing.ONGOING and not self.months:
            message = (
                f'Tiden är "{self.timing}", men "månader" saknas. Skriv till exempel månader: [12].'
            )
            raise mistake(code="fel-tid", message=message, key="tid_slag")
        return self


class AreaModel(FileModel):
    """A target area ("målområde") of an action plan."""

    id: Id = Field(alias="id", examples=["ratt-lakemedelsbehandling"])
    name: Text = Field(alias="namn", examples=["Rätt läkemedelsbehandling"])
    column_title: Text = Field(alias="kolumnrubrik", default="Aktivitet")
    activities: list[ActivityModel] = Field(alias="aktiviteter", default=[])


class MeetingRowModel(FileModel):
    """One round of meetings; a stage without a day is left out."""

    submission: Text = Field(alias="HSNI", default="")
    preparation: Text = Field(alias="HSNB", default="")
    board: Text = Field(alias="HSN", default="")
    executive: Text = Field(alias="RS", default="")
    council: Text = Field(alias="RF", default="")
    occasion: OccasionLabel | None = Field(
        alias="avser", default=None, description="Rapporttillfälle vars handlingar går denna väg."
    )


class CalendarModel(FileModel):
    """A year's meeting calendar ("beredningsplan")."""

    year: Year = Field(alias="år", examples=["2023"])
    is_example: Flag = Field(alias="exempeldata", default=False)
    stage_names: dict[Annotated[Stage, word(Stage)], Text] = Field(alias="namn_på_steg", default={})
    rows: list[MeetingRowModel] = Field(
        alias="rader", examples=["[{HSNI: 8 sep, HSNB: 19 sep, HSN: 29 sep}]"]
    )
    notes: list[Text] = Field(alias="anmärkningar", default=[])


class CalendarFileModel(FileModel):
    """A file with nothing but a meeting calendar."""

    id: Id = Field(alias="id", examples=["beredningsplan-2024"])
    kind: Annotated[CalendarKind, word(CalendarKind)] = Field(alias="slag")
    name: Text = Field(alias="namn", examples=["Beredningsplan 2024"])
    board: Id = Field(alias="nämnd", examples=["hsn"])
    is_example: Flag = Field(alias="exempeldata", default=False)
    calendar: CalendarModel = Field(alias="beredningsplan")


class PlanModel(FileModel):
    """A plan of any kind; which lists it holds is up to the plan."""

    id: Id = Field(alias="id", examples=["hsn-2023-2025"])
    kind: Annotated[PlanKind, word(PlanKind)] = Field(alias="slag", examples=["verksamhetsplan"])
    name: Text = Field(alias="namn", examples=["Verksamhetsplan 2023–2025"])
    short_name: Text = Field(alias="kortnamn", default="")
    board: Id = Field(alias="nämnd", examples=["hsn"])
    first_year: Year = Field(alias="första_år", examples=["2023"])
    last_year: Year = Field(alias="sista_år", examples=["2025"])
    is_example: Flag = Field(alias="exempeldata", default=False)
    continues: Id = Field(
        alias="fortsätter", default="", description="Id för planen som den här tar över efter."
    )
    profile: Id = Field(
        alias="bedömningsprofil", default="", description="Id i rapport.toml; annars regionens."
    )
    head: HeadModel = Field(alias="dokumenthuvud", default=HeadModel())
    mission: list[Text] = Field(alias="uppdrag_till_nämnden", default=[])
    governing_documents: list[Text] = Field(alias="styrande_dokument", default=[])
    background: list[Text] = Field(alias="bakgrund", default=[])
    directions: list[PartModel] = Field(alias="inriktningar", default=[])
    focus_areas: list[PartModel] = Field(alias="fokusområden", default=[])
    goals: list[GoalModel] = Field(alias="mål", default=[])
    other_indicators: list[IndicatorModel] = Field(alias="styrmått", default=[])
    areas: list[AreaModel] = Field(alias="målområden", default=[])
    economic_goal: Text = Field(alias="ekonomiskt_mål", default="")
    assignments: list[AssignmentModel] = Field(alias="riktade_uppdrag", default=[])
    controls: list[ControlModel] = Field(alias="internkontroll", default=[])
    agreements: list[AgreementModel] = Field(alias="överenskommelser", default=[])
    monitoring: list[MonitoringAreaModel] = Field(alias="områden", default=[])
    budget: list[BudgetModel] = Field(alias="budget", default=[])
    calendar: CalendarModel | None = Field(alias="beredningsplan", default=None)

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> PlanModel:
        if self.last_year < self.first_year:
            raise mistake(
                code="fel-år",
                message="Planens sista år ligger före det första. Rätta åren.",
                key="sista_år",
            )
        return self
