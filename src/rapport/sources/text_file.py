"""From ``data/texter/<period>/<key>.md`` to the domain's narrative text ("text")."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Annotated

from pydantic import Field

from rapport.domain.follow_up import NarrativeText, TextStatus
from rapport.domain.problem import Problem
from rapport.domain.text_key import is_text_key
from rapport.sources.fields import FileModel, Flag, IsoDate, Text, word
from rapport.sources.messages import read_model
from rapport.sources.source_text import SourceText
from rapport.sources.strict_yaml import parse_yaml

_FENCE = "---"


class FrontMatterModel(FileModel):
    """The lines between the two ``---`` at the top of a text."""

    status: Annotated[TextStatus, word(TextStatus)] = Field(alias="status", examples=["utkast"])
    responsible: Text = Field(alias="ansvarig", examples=["Division Nära"])
    is_example: Flag = Field(alias="exempeldata", default=False)
    changed_by: Text = Field(alias="ändrad_av", default="", examples=["Division Nära"])
    changed: IsoDate = Field(alias="ändrad", default="", examples=["2024-09-20"])
    approved_by: Text = Field(alias="godkänd_av", default="", examples=["Division Nära"])
    approved: IsoDate = Field(alias="godkänd", default="", examples=["2024-09-24"])


def read_text(source: SourceText) -> tuple[NarrativeText | None, tuple[Problem, ...]]:
    """Read a text: front matter in strict YAML, then Markdown that is kept as it stands."""
    name = PurePosixPath(source.path).name.removesuffix(".md")
    if not is_text_key(name):
        return None, (_bad_name(source),)
    end = _end_of_front_matter(source)
    if end is None:
        return None, (_no_front_matter(source),)
    # Blank lines before the front matter keep its line numbers those of the file.
    front = "\n".join(["", *source.lines[1:end]])
    tree, problems = parse_yaml(SourceText(source.path, front))
    if tree is None:
        return None, problems
    model, found = read_model(FrontMatterModel, tree)
    if model is None:
        return None, (*problems, *found)
    body = source.lines[end + 1 :]
    blank = next((i for i, line in enumerate(body) if line.strip()), 0)
    first = end + 2 + blank
    text = NarrativeText(
        key=name,
        markdown="\n".join(body[blank:]),
        status=model.status,
        responsible=model.responsible,
        location=source.at(first, 1, len(source.at(first, 1).excerpt)),
        is_example=model.is_example,
        first_line=first,
        changed_by=model.changed_by,
        changed=model.changed,
        approved_by=model.approved_by,
        approved=model.approved,
        sha256=source.sha256,
    )
    return text, problems


def _end_of_front_matter(source: SourceText) -> int | None:
    """The index of the line that closes the front matter."""
    if source.lines[0].rstrip() != _FENCE:
        return None
    lines = enumerate(source.lines[1:], start=1)
    return next((number for number, line in lines if line.rstrip() == _FENCE), None)


def _no_front_matter(source: SourceText) -> Problem:
    return Problem(
        source.at(1, 1, len(source.lines[0])),
        "saknat-texthuvud",
        "Texten saknar sitt huvud. Börja filen med en rad ---, sedan status: och ansvarig:, och "
        "avsluta huvudet med en rad --- till.",
    )


def _bad_name(source: SourceText) -> Problem:
    return Problem(
        source.at(1, 1),
        "fel-filnamn",
        "Filnamnet blir textens nyckel och får bara ha a–z, siffror, bindestreck och punkt. Byt "
        'namn, till exempel till "analys.styrmattets-id.md".',
    )
