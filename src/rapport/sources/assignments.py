"""Assignments ("uppdrag") in a plan file: decision, parts, history and when to report back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

from pydantic import Field

from rapport.domain.assignment import Assignment, BodyDecision, Origin, ProgressNote
from rapport.sources.fields import FileModel, FreeDate, Id, IsoDate, Text, word
from rapport.sources.tree import Spot


class BodyDecisionModel(FileModel):
    """A decision ("beslut") of a political body."""

    body: Text = Field(
        alias="organ", examples=["rs"], description="Nämndens id i rapport.toml, eller ett alias."
    )
    day: FreeDate = Field(alias="datum", examples=["2020-06-17"])
    case: Text = Field(alias="ärende", default="")
    text: Text = Field(alias="text", default="", description="Vad som beslutades.")
    paragraph: Text = Field(alias="paragraf", default="")
    diary: Text = Field(alias="diarienummer", default="")

    def to_domain(self) -> BodyDecision:
        """The decision as the domain has it."""
        return BodyDecision(self.body, self.day, self.case, self.text, self.paragraph, self.diary)


class NoteModel(FileModel):
    """A dated note of what was done ("lägesrapport")."""

    day: FreeDate = Field(alias="datum", examples=["2024-08-28"])
    division: Text = Field(alias="division", default="")
    unit: Text = Field(alias="verksamhet", default="")
    site: Text = Field(alias="ort", default="")
    text: Text = Field(alias="text", examples=["Kraven har gåtts igenom"])


class AssignmentModel(FileModel):
    """A political assignment ("riktat uppdrag")."""

    id: Id = Field(alias="id", examples=["folkhalsosatsningar"])
    number: Text = Field(alias="nummer", default="")
    short_name: Text = Field(alias="kortnamn", default="")
    text: Text = Field(alias="text", examples=["Utreda folkhälsosatsningar"])
    origin: Annotated[Origin, word(Origin)] = Field(alias="ursprung", default=Origin.PLAN)
    decision: BodyDecisionModel | None = Field(alias="beslut", default=None)
    parts: list[Text] = Field(alias="deluppdrag", default=[])
    due: Text = Field(
        alias="återrapporteras", default="", description='Som det är beslutat: "efter ett år".'
    )
    due_day: IsoDate = Field(
        alias="återrapporteras_senast", default="", description="Den dag som det betyder."
    )
    responsible: Text = Field(alias="ansvarig", default="")
    contributes_to: list[Id] = Field(
        alias="bidrar_till", default=[], description="Mål eller framgångsfaktorer (id)."
    )
    history: list[NoteModel] = Field(
        alias="historik", default=[], description="Det som redovisades före första uppföljningen."
    )


def assignments_of(models: list[AssignmentModel], spot: Spot) -> Iterator[Assignment]:
    """The assignments of a plan; ``spot`` is their list."""
    for place, model in enumerate(models):
        here = spot / place
        yield Assignment(
            id=model.id,
            number=model.number or str(place + 1),
            text=model.text,
            short_name=model.short_name or model.text,
            origin=model.origin,
            decision=model.decision.to_domain() if model.decision else None,
            parts=tuple(model.parts),
            due=model.due,
            due_day=model.due_day,
            history=tuple(notes_of(model.history, here / "historik")),
            responsible=model.responsible,
            location=(here / "id").location,
            contributes_to=tuple(model.contributes_to),
        )


def notes_of(models: Iterable[NoteModel], spot: Spot) -> Iterator[ProgressNote]:
    """Notes in the order of the file; ``spot`` is their list."""
    for place, note in enumerate(models):
        location = (spot / place / "datum").location
        yield ProgressNote(note.day, note.text, note.division, note.unit, note.site, location)
