"""Notes on assignments as blocks: by division, unit and site when new, one table when history."""

from __future__ import annotations

from collections.abc import Iterable

from rapport.domain.assignment import ProgressNote
from rapport.report.blocks import Block, Column, Label, Labelled, Paragraph, Row, Table
from rapport.report.inline import line
from rapport.swedish import numbers, phrases

_TABLE_FROM = 2
"""So many sites make a table."""


def news_blocks(notes: tuple[ProgressNote, ...], anchor: str) -> tuple[Block, ...]:
    """The notes of this occasion; what concerns everybody comes first."""
    groups: dict[tuple[str, str], list[ProgressNote]] = {}
    for note in notes:
        groups.setdefault((note.division, note.unit), []).append(note)
    ordered = sorted(groups.items(), key=lambda group: group[0] != ("", ""))
    return tuple(
        block
        for place, (path, found) in enumerate(ordered)
        for block in _group(path, found, f"{anchor}-{place + 1}")
    )


def _group(path: tuple[str, str], notes: list[ProgressNote], anchor: str) -> list[Block]:
    """One unit's notes: those of the whole unit, then those of its sites."""
    name = _path(path)
    per_site = [note for note in notes if note.site]
    whole = [note for note in notes if not note.site]
    if len(per_site) < _TABLE_FROM:
        per_site, whole = [], notes
    heading: list[Block] = [Label(line(name))] if name and whole else []
    dated = [_dated(note) for note in whole]
    if not per_site:
        return [*heading, *dated]
    caption = "Per ort" if whole or not name else name
    return [*heading, *dated, _sites(caption, per_site, anchor)]


def _dated(note: ProgressNote) -> Labelled:
    text = f"{note.site}: {phrases.inside(note.text)}" if note.site else note.text
    return Labelled(phrases.short_date_words(note.day), (Paragraph(line(text)),))


def _sites(caption: str, notes: list[ProgressNote], anchor: str) -> Table:
    """A row per site; the day stands once when all have the same."""
    days = {note.day for note in notes}
    same = len(days) == 1
    columns = (
        Column("Ort", 180, row_header=True),
        *(() if same else (Column("Dag", 140),)),
        Column("Läge", 820 if same else 680),
    )
    rows = tuple(
        Row(
            (
                (line(note.site),),
                *(() if same else ((line(phrases.short_date_words(note.day)),),)),
                (line(note.text),),
            )
        )
        for note in notes
    )
    said = phrases.date_words(days.pop()) if same else ""
    return Table(caption, columns, rows, said, label="", anchor=anchor)


def history_table(notes: tuple[ProgressNote, ...], anchor: str) -> Table:
    """What was reported before, newest first, so marked that nobody takes it for news."""
    said = any(_place(note) for note in notes)
    columns = (
        Column("Daterat", 130, row_header=True),
        *((Column("Verksamhet", 250),) if said else ()),
        Column("Det som då redovisades", 620 if said else 870),
    )
    rows = tuple(
        Row(
            (
                (line(phrases.short_date_words(note.day)),),
                *(((line(_place(note) or numbers.NO_VALUE),),) if said else ()),
                (line(note.text),),
            )
        )
        for note in notes
    )
    remark = "historik, inget nytt sedan förra redovisningen"
    return Table("Tidigare redovisat", columns, rows, remark, label="", anchor=anchor, small=True)


def _place(note: ProgressNote) -> str:
    return _path((note.division, note.unit, note.site))


def _path(parts: Iterable[str]) -> str:
    return ", ".join(part for part in parts if part)
