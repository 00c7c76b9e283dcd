"""Internal control ("intern kontroll") in a plan file: moments, risk and steps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field, model_validator

from rapport.domain.control import Control, ControlLevel, ControlStep, Risk
from rapport.sources.fields import FileModel, Id, Text, Whole, between, mistake, word
from rapport.sources.tree import Spot

_Score = Annotated[Whole, between(1, 4)]


class RiskModel(FileModel):
    """A risk ("risk"): how probable, and how grave."""

    probability: _Score = Field(alias="sannolikhet", examples=["3"])
    consequence: _Score = Field(alias="konsekvens", examples=["2"])
    description: Text = Field(alias="beskrivning", default="")


class StepModel(FileModel):
    """One row of a control: who carries it out, and how."""

    performers: list[Text] = Field(alias="utförare", default=[], examples=["[Division Nära]"])
    method: Text = Field(alias="metod", default="")
    indicator: Id | None = Field(alias="styrmått", default=None)
    indicator_plan: Id = Field(
        alias="styrmått_i_plan", default="", description="När styrmåttet står i en annan plan."
    )

    @model_validator(mode="after")
    def _plan_has_an_indicator(self) -> StepModel:
        if self.indicator_plan and self.indicator is None:
            message = (
                '"styrmått_i_plan" säger i vilken plan styrmåttet står, men "styrmått" saknas. '
                "Lägg till styrmåttets id, eller ta bort raden."
            )
            raise mistake(code="oklart-steg", message=message, key="styrmått_i_plan")
        return self


class ControlModel(StepModel):
    """An internal control ("internkontrollmoment"): one row, or several under "steg"."""

    id: Id = Field(alias="id", examples=["basala-hygienrutiner"])
    number: Text = Field(alias="nummer", default="")
    text: Text = Field(alias="kontrollmoment", examples=["Följsamhet till basala hygienrutiner"])
    level: Annotated[ControlLevel, word(ControlLevel)] = Field(
        alias="nivå", default=ControlLevel.BOARD
    )
    risk: RiskModel | None = Field(alias="risk", default=None)
    steps: list[StepModel] = Field(
        alias="steg", default=[], description="När planen har flera rader för samma moment."
    )

    @model_validator(mode="after")
    def _has_its_rows_in_one_place(self) -> ControlModel:
        if self.steps and (self.performers or self.method or self.indicator):
            message = (
                "Momentet har både egna rader (utförare, metod eller styrmått) och steg. Flytta "
                "allt till stegen, eller ta bort dem."
            )
            raise mistake(code="oklart-steg", message=message, key="steg")
        return self


def controls_of(models: list[ControlModel], spot: Spot) -> Iterator[Control]:
    """The controls of a plan; ``spot`` is their list."""
    for place, model in enumerate(models):
        here = spot / place
        yield Control(
            id=model.id,
            text=model.text,
            steps=tuple(_steps(model, here)),
            number=model.number,
            level=model.level,
            risk=_risk(model.risk),
            location=(here / "id").location,
        )


def _risk(model: RiskModel | None) -> Risk | None:
    return Risk(model.probability, model.consequence, model.description) if model else None


def _steps(model: ControlModel, spot: Spot) -> Iterator[ControlStep]:
    for row, here in step_places(model, spot):
        location = (here / next(iter(_written(row)), "id")).location
        yield ControlStep(
            tuple(row.performers), row.method, row.indicator, row.indicator_plan, location
        )


def step_places(model: ControlModel, spot: Spot) -> Iterator[tuple[StepModel, Spot]]:
    """Each row of a control with its place."""
    if not model.steps:
        yield model, spot
    for place, step in enumerate(model.steps):
        yield step, spot / "steg" / place


def _written(row: StepModel) -> Iterator[str]:
    """The key to point at for a row: the first that it has."""
    if isinstance(row, ControlModel):
        yield "id"
    elif row.method:
        yield "metod"
    elif row.performers:
        yield "utförare"
    elif row.indicator:
        yield "styrmått"
