"""Snapshots ("ögonblicksbild"): what two builds are compared by, however they were kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from rapport.report.blocks import (
    Block,
    BulletList,
    Cover,
    Editable,
    Heading,
    KeyMessages,
    Label,
    Labelled,
    Landscape,
    Lead,
    Note,
    NumberedList,
    Paragraph,
    Table,
)
from rapport.report.document import Document
from rapport.report.inline import Line, line, plain

MISSING_TABLES = ("tabell-hindrar", "tabell-kontrolleras")
"""The tables of what stops a report, and of what should be looked at, by their anchors."""

FigureKey = tuple[str, str, str, str]
"""What a row of ``resultat`` is about: plan, measure, organisation, breakdown."""


@dataclass(frozen=True)
class Paper:
    """A report as it stood: its title, its texts by key, its headings and what it lacked."""

    id: str
    title: str
    texts: Mapping[str, str]
    headings: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Snapshot:
    """A build as it stood.

    ``name`` is what people call it ("T2-2024 (utkast)"); ``rows`` are those of ``resultat`` with
    plain texts; ``papers`` are the reports whose words are known, among all ``reports``, by id;
    ``inputs`` the hash of every file it was made of.
    """

    name: str
    rows: Mapping[FigureKey, Mapping[str, str]]
    papers: Mapping[str, Paper]
    reports: tuple[str, ...]
    inputs: Mapping[str, str] = field(default_factory=dict)
    version: str = ""


def keyed(rows: Iterable[Mapping[str, str]]) -> dict[FigureKey, Mapping[str, str]]:
    """The rows of ``resultat`` by what they are about, in their order."""
    return {
        (row["plan"], row["indikator"], row["organisation"], row["uppdelning"]): row for row in rows
    }


def paper_of(document: Document) -> Paper:
    """A document that has just been composed, with what a reader of its page would find there.

    Its chapters are the headings below its title, which stands on the cover where it has one.
    """
    blocks = tuple(_flat(document.blocks))
    chapter = 1 if any(isinstance(each, Cover) for each in blocks) else 2
    return Paper(
        id=document.id,
        title=one_line(document.full_title),
        texts={each.key: _text(each.blocks) for each in blocks if isinstance(each, Editable)},
        headings=tuple(
            one_line(each.text)
            for each in blocks
            if isinstance(each, Heading) and each.level == chapter and each.anchor
        ),
        missing=tuple(
            item for each in blocks if isinstance(each, Table) for item in _missing(each)
        ),
    )


def _missing(table: Table) -> Iterator[str]:
    """What the table lists as missing, if it is one that does."""
    if table.anchor in MISSING_TABLES:
        (at,) = (n for n, column in enumerate(table.columns) if column.row_header)
        for row in table.rows:
            yield one_line(" ".join(plain(each) for each in row.cells[at]))


def one_line(text: str) -> str:
    """A text with every run of blanks, no-break ones too, as one space."""
    return " ".join(text.split())


def _flat(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Labelled | Landscape):
            yield from _flat(block.blocks)


def _text(blocks: tuple[Block, ...]) -> str:
    return one_line(" ".join(plain(each) for block in blocks for each in _lines(block)))


def _lines(block: Block) -> Iterator[Line]:
    """The lines of a block that a text can hold."""
    match block:
        case Paragraph() | Lead() | Label() | Note():
            yield block.content
        case BulletList() | NumberedList() | KeyMessages():
            yield from block.items
        case Heading(text=text):
            yield line(text)
        case Table():
            yield line(block.caption)
            yield from (line(column.title) for column in block.columns)
            yield from (each for row in block.rows for cell in row.cells for each in cell)
        case Labelled() | Editable() | Landscape():
            for each in block.blocks:
                yield from _lines(each)
