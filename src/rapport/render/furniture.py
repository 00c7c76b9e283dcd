"""The words around the text: head fields ("dokumenthuvud"), page line, foot and draft mark.

They stand here once, so that PDF, HTML and Word carry the same furniture.
"""

from __future__ import annotations

from dataclasses import dataclass

from rapport.report.blocks import Figure, Table
from rapport.report.document import Document

DRAFT = "UTKAST"
PAGE = "Sida"
FIGURE = "Figur"
MISSING = "saknas"
HEAD = "Dokumenthuvud"
NOTES = "Noter"
NOTE = "Not"
BACK_TO_TEXT = "Tillbaka till texten"
CHANGE_TEXT = "Ändra texten"
SKIP_TO_TEXT = "Hoppa till innehållet"


@dataclass(frozen=True)
class HeadField:
    """One of the six fields of the document head; a missing value is said in words."""

    label: str
    value: str
    important: bool = False


def head_fields(document: Document) -> tuple[HeadField, ...]:
    """The six fields in printed order; the version of a draft says so."""
    head = document.head
    version = head.version or MISSING
    return (
        HeadField("Gäller för verksamhet", head.applies_to or MISSING),
        HeadField("Dokument-id", head.document_id or MISSING),
        HeadField(
            "Version", f"{version} {DRAFT}" if document.draft else version, important=document.draft
        ),
        HeadField("Godkänt datum", head.approved or MISSING),
        HeadField("Ansvarig", head.responsible or MISSING),
        HeadField("Upprättad av", head.prepared_by or MISSING),
    )


def foot_line(document: Document) -> str:
    """The running foot; in a draft it always carries the draft mark."""
    foot = document.running_foot
    if document.draft and DRAFT not in foot:
        return f"{foot} · {DRAFT}" if foot else DRAFT
    return foot


def table_number(table: Table) -> str:
    """What stands before the caption, "Tabell 3.", or nothing for an unnumbered table."""
    return f"{table.label} {table.number}." if table.label and table.number else ""


def figure_number(figure: Figure) -> str:
    """What stands before the title, "Figur 1.", or nothing for an unnumbered figure."""
    return f"{FIGURE} {figure.number}." if figure.number else ""
