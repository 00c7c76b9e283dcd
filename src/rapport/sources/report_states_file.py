"""From ``data/uppfoljning/<period>/rapporter.yaml`` to how far each report has come."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Annotated

from pydantic import Field, model_validator

from rapport.domain.follow_up import ReportState, TextStatus
from rapport.domain.period import Occasion
from rapport.domain.problem import Problem
from rapport.sources.fields import FileModel, Id, IsoDate, OccasionLabel, Text, mistake, word
from rapport.sources.messages import misplaced, read_model
from rapport.sources.tree import Spot, Tree

REPORT_STATES = "rapporter.yaml"


class ReportStateModel(FileModel):
    """The state of one report: who says so and when, and what its head shall say."""

    report: Id = Field(alias="rapport", examples=["aterrapportering"])
    status: Annotated[TextStatus, word(TextStatus)] = Field(alias="status", examples=["klar"])
    office: Text = Field(alias="av", examples=["Hälso- och sjukvårdsavdelningen"])
    day: IsoDate = Field(alias="datum", examples=["2024-09-20"])
    version: Text = Field(alias="version", default="", examples=['"1.0"'])
    approved: IsoDate | None = Field(alias="godkänt", default=None, examples=["2024-09-27"])

    @model_validator(mode="after")
    def _approved_has_version_and_day(self) -> ReportStateModel:
        if self.status is TextStatus.APPROVED and not (self.version and self.approved):
            message = (
                "En godkänd rapport har version och datum. Lägg till version: och godkänt:, "
                'till exempel version: "1.0" och godkänt: 2024-09-27.'
            )
            raise mistake(code="ofullständigt-godkännande", message=message, key="status")
        return self


class ReportStatesModel(FileModel):
    """The states of the reports of an occasion."""

    period: OccasionLabel = Field(alias="period", examples=["T2-2024"])
    states: list[ReportStateModel] = Field(alias="rapporter", default=[])


def read_report_states(
    tree: Tree, occasion: Occasion, reports: Collection[str]
) -> tuple[tuple[ReportState, ...], tuple[Problem, ...]]:
    """Read the states of an occasion; each must be of a report that exists, and only once."""
    model, problems = read_model(ReportStatesModel, tree)
    if model is None:
        return (), problems
    spot = Spot(tree)
    states = tuple(_states(model, spot / "rapporter"))
    misplacing = misplaced(spot, model.period, occasion)
    return states, (*problems, *misplacing, *_mistaken(states, reports))


def _states(model: ReportStatesModel, spot: Spot) -> Iterator[ReportState]:
    for place, row in enumerate(model.states):
        yield ReportState(
            report=row.report,
            status=row.status,
            office=row.office,
            day=row.day,
            version=row.version,
            approved=row.approved or "",
            location=(spot / place / "rapport").location,
        )


def _mistaken(states: tuple[ReportState, ...], reports: Collection[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for state in states:
        if state.report not in reports:
            known = ", ".join(sorted(reports)) or "inga"
            message = f'Det finns ingen rapport "{state.report}" i reports. De som finns: {known}.'
            yield Problem(state.location, "okänd-rapport", message)
        if state.report in seen:
            message = (
                f'Läget för "{state.report}" står två gånger. Ta bort den rad som inte gäller.'
            )
            yield Problem(state.location, "dubbelt-läge", message)
        seen.add(state.report)
