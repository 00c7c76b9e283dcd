"""Rules for tables: a plain grid that says what it is and names its columns on every page."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from rapport.render.word_rules.reading import ReadWord, W, is_on, is_within, shown, value, words

_PICTURE = f"{W}drawing"


def header_row(read: ReadWord) -> Iterator[str]:
    """The first row, and it alone, is a header row, so that Word repeats it on each page."""
    for table in read.all("tbl"):
        heads = [is_on(row, "trPr/tblHeader") for row in table.findall(f"{W}tr")]
        if not heads or heads != [True] + [False] * (len(heads) - 1):
            yield f"{_name(table)} saknar rubrikrad som upprepas, eller har fler än en"


def split_rows(read: ReadWord) -> Iterator[str]:
    """A row is read as one: no page break in it."""
    for table in read.all("tbl"):
        if not all(is_on(row, "trPr/cantSplit") for row in table.findall(f"{W}tr")):
            yield f"{_name(table)} har en rad som kan delas mellan två sidor"


def merged_cells(read: ReadWord) -> Iterator[str]:
    """Merged cells leave a reader who listens without the headings of the cell."""
    for table in read.all("tbl"):
        if next(table.iter(f"{W}gridSpan", f"{W}vMerge", f"{W}hMerge"), None) is not None:
            yield f"{_name(table)} har sammanfogade celler"


def nested(read: ReadWord) -> Iterator[str]:
    """A table in a table cannot be followed by ear."""
    for table in read.all("tbl"):
        if is_within(table, "tc"):
            yield f"{_name(table)} står inne i en annan tabell"


def description(read: ReadWord) -> Iterator[str]:
    """The title and description are read before the cells."""
    for table in read.all("tbl"):
        for name in ("tblCaption", "tblDescription"):
            if not value(table, f"tblPr/{name}").strip():
                yield f"{_name(table)} saknar titel eller beskrivning"
                break


def empty_header(read: ReadWord) -> Iterator[str]:
    """Every column has a name, or a picture with one."""
    for table in read.all("tbl"):
        first = table.find(f"{W}tr")
        for cell in () if first is None else first.iter(f"{W}tc"):
            if not words(cell) and next(cell.iter(_PICTURE), None) is None:
                yield f"{_name(table)} har en kolumn utan rubrik"
                break


def _name(table: etree._Element) -> str:
    title = value(table, "tblPr/tblCaption") or words(table)
    return f"tabellen {shown(title)}"
