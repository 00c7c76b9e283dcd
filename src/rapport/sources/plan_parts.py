"""The parts of strategies and management reports in a plan file: directions, areas, sums."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from rapport.domain.plan import BudgetItem, PlanPart
from rapport.domain.quantity import Unit
from rapport.sources.fields import FileModel, Id, Number, Text, Year, word
from rapport.sources.indicator_model import IndicatorModel
from rapport.sources.tree import Spot


class PartModel(FileModel):
    """A named part of a strategy: a direction ("inriktning") or a focus area ("fokusområde")."""

    id: Id = Field(alias="id", examples=["jamlik-vard"])
    name: Text = Field(alias="namn", examples=["Jämlik vård"])
    text: Text = Field(alias="text", default="")
    points: list[Text] = Field(alias="punkter", default=[])


class MonitoringAreaModel(FileModel):
    """An area of a management report ("område") with its monitoring measures."""

    id: Id = Field(alias="id", examples=["ekonomi"])
    name: Text = Field(alias="namn", examples=["Ekonomi"])
    indicators: list[IndicatorModel] = Field(alias="styrmått", default=[])


class BudgetModel(FileModel):
    """A sum of money in the plan."""

    id: Id = Field(alias="id", examples=["namndens-budget"])
    name: Text = Field(alias="namn", examples=["Nämndens budget"])
    year: Year = Field(alias="år", examples=["2023"])
    amount: Number = Field(alias="belopp", examples=['"1,6"'])
    unit: Annotated[Unit, word(Unit)] = Field(alias="enhet", examples=["mnkr"])
    group: Id = Field(alias="grupp", default="", description="Poster som visas tillsammans.")


def parts_of(models: list[PartModel]) -> tuple[PlanPart, ...]:
    """Directions or focus areas."""
    return tuple(PlanPart(m.id, m.name, m.text, tuple(m.points)) for m in models)


def budget_of(models: list[BudgetModel], spot: Spot) -> Iterator[BudgetItem]:
    """The sums of a plan; ``spot`` is their list."""
    for place, item in enumerate(models):
        location = (spot / place / "id").location
        yield BudgetItem(
            item.id, item.name, item.year, item.amount, item.unit, item.group, location
        )
