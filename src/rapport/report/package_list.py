"""The cover list of a board's papers ("handlingslista"): which they are and where they lie."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from rapport.domain.period import Occasion
from rapport.domain.plan import DocumentHead
from rapport.report.blocks import Block, Column, Heading, Lead, Paragraph, Row, Table
from rapport.report.document import Document
from rapport.report.inline import line
from rapport.swedish import dates, prose

ID = "handlingslista"
CHECKSUMS = "kontrollsummor.sha256"


@dataclass(frozen=True)
class Paper:
    """A paper of the case ("handling"): what it is called and the file it lies in."""

    title: str
    file: str


@dataclass(frozen=True)
class PaperList:
    """The papers of a case and what the list says of it.

    ``head`` is that of the first report of the case; ``meeting`` the day of the board's
    meeting, where a calendar says it; ``day`` the date the papers speak from.
    """

    papers: tuple[Paper, ...]
    board: str
    sender: str
    occasion: Occasion
    meeting: date | None
    head: DocumentHead
    draft: bool
    example: str
    day: date


def cover_list(listed: PaperList) -> Document:
    """The list as a document of its own, in front of the papers."""
    title, occasion = f"Handlingar till {listed.board}", listed.occasion
    identity = listed.head.document_id or "dokument-id saknas"
    return Document(
        id=ID,
        title=title,
        subtitle=dates.occasion_title(occasion),
        sender=listed.sender,
        head=replace(listed.head, document_class="Handlingslista"),
        running_head=f"{title} {dates.short_label(occasion.period)} · {listed.sender}",
        running_foot=f"{identity} · handlingslista",
        date=listed.day.isoformat(),
        draft=listed.draft,
        example=listed.example,
        blocks=_blocks(listed, title),
        keywords=(ID, str(occasion), listed.board),
    )


_PAPER = prose.Noun("handling", "handlingar", neuter=False)


def _blocks(listed: PaperList, title: str) -> tuple[Block, ...]:
    papers, meeting = listed.papers, listed.meeting
    count = prose.capitalised(prose.counted(len(papers), _PAPER))
    when = f" till sammanträdet den {dates.long_date(meeting)}" if meeting else ""
    about = dates.occasion_title(listed.occasion)
    rows = tuple(
        Row(((line(str(place)),), (line(paper.title),), (line(paper.file),)))
        for place, paper in enumerate(papers, start=1)
    )
    columns = (
        Column("Nr", 80),
        Column("Handling", 480, row_header=True),
        Column("Fil", 440),
    )
    return (
        Heading(1, title, ID),
        Lead(line(f"{count}{when}. Rapporttillfälle: {about}.")),
        Table(
            "Handlingar i den ordning de läses", columns, rows, label="", anchor="tabell-handlingar"
        ),
        Paragraph(
            line(
                f"Filen {CHECKSUMS} har en kontrollsumma (SHA-256) för varje fil. Med den går det "
                "att se att en fil är densamma som lämnades."
            )
        ),
    )
