"""From ``reports/<id>.yaml`` to the report floor's definition of a report."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import get_close_matches
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator

from rapport.domain.problem import Problem
from rapport.report.definition import LETTER, ReportDefinition, SectionRequest
from rapport.sources.common_models import HeadModel
from rapport.sources.fields import FileModel, Id, OccasionWord, Text, mistake, word
from rapport.sources.messages import read_model
from rapport.sources.tree import Spot, Tree


class Format(StrEnum):
    """The files a report can be written as ("format")."""

    PDF = "pdf"
    WORD = "docx"
    HTML = "html"


class SectionModel(FileModel):
    """A section ("avsnitt"): a word, or a mapping with "typ" and the section's own options."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, Text]

    kind: Id = Field(alias="typ", examples=["sammanfattning"])


def _with_options(value: object) -> object:
    """A section that is only a word, as the mapping it stands for."""
    if isinstance(value, list):
        raise mistake(
            code="fel-form", message="Ett avsnitt är ett ord, eller {typ: ord, val: värde}."
        )
    return {"typ": value} if isinstance(value, str) else value


_SECTION_SCHEMA = {
    "anyOf": [
        {"type": "string"},
        {"type": "object", "required": ["typ"], "properties": {"typ": {"type": "string"}}},
    ]
}
Section = Annotated[SectionModel, BeforeValidator(_with_options), WithJsonSchema(_SECTION_SCHEMA)]


class ReportModel(FileModel):
    """A report file, in the order of its keys."""

    id: Id = Field(alias="id", examples=["aterrapportering"])
    title: Text = Field(alias="titel", examples=["Återrapportering"])
    short_title: Text = Field(alias="korttitel", default="")
    document_class: Text = Field(alias="klass", default="")
    recipient: Id = Field(alias="mottagare", examples=["hsn"])
    about: Id = Field(
        alias="avser", default="", description="Rapport som den här står framför; ger planerna."
    )
    plans: list[Id] = Field(alias="planer", default=[], examples=["[hsn-2023-2025]"])
    occasions: list[OccasionWord] = Field(alias="tillfällen", examples=["[T1, T2, T3, ÅR]"])
    formats: list[Annotated[Format, word(Format)]] = Field(
        alias="format", default=[Format.PDF, Format.WORD, Format.HTML]
    )
    head: HeadModel = Field(alias="dokumenthuvud", default=HeadModel())
    sections: list[Section] = Field(alias="avsnitt", examples=["[forstasida, sammanfattning]"])

    @model_validator(mode="after")
    def _has_plans(self) -> ReportModel:
        is_letter = any(section.kind == LETTER for section in self.sections)
        if not self.plans and not self.about and not is_letter:
            message = (
                f'Nyckeln "planer" saknas i "{self.id}". Skriv till exempel '
                '"planer: [hsn-2023-2025]".'
            )
            raise mistake(code="saknad-nyckel", message=message)
        return self


def read_report(
    tree: Tree, section_kinds: Collection[str] | None = None
) -> tuple[ReportDefinition | None, tuple[Problem, ...]]:
    """Read a report file; ``section_kinds`` are the sections that the program can make."""
    model, problems = read_model(ReportModel, tree)
    if model is None:
        return None, problems
    spot = Spot(tree)
    definition = ReportDefinition(
        id=model.id,
        title=model.title,
        recipient=model.recipient,
        plans=tuple(model.plans),
        occasions=frozenset(model.occasions),
        formats=tuple(written.value for written in model.formats),
        head=model.head.to_domain(model.document_class),
        sections=tuple(_sections(model, spot / "avsnitt")),
        short_title=model.short_title,
        about=model.about,
        location=(spot / "id").location,
    )
    if section_kinds is None:
        return definition, ()
    return definition, tuple(_unknown_sections(definition, section_kinds))


def _sections(model: ReportModel, spot: Spot) -> Iterator[SectionRequest]:
    for place, section in enumerate(model.sections):
        here = spot / place
        named = here / "typ"
        location = named.location if named.tree.node(named.path) else here.location
        yield SectionRequest(section.kind, dict(section.__pydantic_extra__ or {}), location)


def _unknown_sections(
    definition: ReportDefinition, section_kinds: Collection[str]
) -> Iterator[Problem]:
    known = sorted(section_kinds)
    for section in definition.sections:
        if section.kind not in section_kinds:
            close = get_close_matches(section.kind, known, n=1)
            hint = f' Menade du "{close[0]}"?' if close else ""
            yield Problem(
                section.location,
                "okänt-avsnitt",
                f'Avsnittet "{section.kind}" finns inte.{hint} Avsnitt som finns: '
                f"{', '.join(known)}.",
            )
