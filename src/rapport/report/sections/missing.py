"""What is missing ("vad som saknas"): the list at the end of every draft."""

from __future__ import annotations

import re

from rapport.report.blocks import Block, Column, Heading, Lead, Row, Table
from rapport.report.changes.snapshot import MISSING_TABLES
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts, MissingItem
from rapport.report.inline import Line, PageRef, Text, line
from rapport.swedish import numbers

_SHORT = 5
"""So few items need no page of their own."""
_FILE = re.compile(r"([\w.-]+\.md)")


def compose(facts: Facts, _request: SectionRequest) -> tuple[Block, ...]:
    """Two tables: what stops approval, and what should be looked at. Nothing in a final."""
    if facts.final:
        return ()
    new_page = len(facts.missing) > _SHORT
    heading = Heading(1, "Vad som saknas", "vad-som-saknas", in_contents=True, new_page=new_page)
    if not facts.missing:
        return (heading, Lead(line("Kontrollen hittar inget som saknas.")))
    blocking = tuple(item for item in facts.missing if item.blocking)
    others = tuple(item for item in facts.missing if not item.blocking)
    return (
        heading,
        *_table("Hindrar godkännande", blocking, MISSING_TABLES[0]),
        *_table("Behöver kontrolleras", others, MISSING_TABLES[1]),
    )


def _table(caption: str, items: tuple[MissingItem, ...], anchor: str) -> tuple[Block, ...]:
    if not items:
        return ()
    paged = any(item.anchor for item in items)
    columns = (
        *((Column("Sida", 70),) if paged else ()),
        Column("Vad", 510 if paged else 580, row_header=True),
        Column("Vem", 290),
        Column("Senast", 130),
    )
    rows = tuple(
        Row(
            (
                *(((_page(item),),) if paged else ()),
                (_with_file_names(item.what),),
                (line(item.who or "–"),),
                (line(item.due),),
            )
        )
        for item in items
    )
    return (Table(caption, columns, rows, label="", anchor=anchor),)


def _with_file_names(words: str) -> Line:
    """The words with the names of text files as they are written."""
    return tuple(
        Text(part, exact=bool(_FILE.fullmatch(part))) for part in _FILE.split(words) if part
    )


def _page(item: MissingItem) -> Line:
    return (PageRef(item.anchor, narrow=True),) if item.anchor else line(numbers.NO_VALUE)
