"""Every table of a document read back out of its PDF and compared, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from rapport.render.pdf_findings import Finding
from rapport.render.pdf_reading.tag_tree import Tag
from rapport.report.blocks import Row, Table
from rapport.report.document import Document
from rapport.report.inline import Line, PageRef, plain
from rapport.report.walking import walk

RULE = "tabell-återläsning"

_UNHEARD = re.compile(r"[\s\x02\u00ad\u2010\ufffe-]+")
_NOTES = frozenset({"Note", "Reference"})


@dataclass(frozen=True)
class ReadCell:
    """A cell as it is heard: whether it is a heading, its text and those of its headings."""

    is_heading: bool
    text: str
    headings: frozenset[str]


def table_findings(root: Tag, document: Document, pages: Mapping[str, int]) -> Iterator[Finding]:
    """What differs between the tables of a file and those of the document it was made from.

    ``pages`` gives the printed page number of each anchor.
    """
    tables = [block for block in walk(document.blocks) if isinstance(block, Table)]
    tags = root.all("Table")
    if len(tables) != len(tags):
        message = f"filen har {len(tags)} tabeller men dokumentet {len(tables)}"
        yield Finding(RULE, message)
    for number, (table, tag) in enumerate(zip(tables, tags, strict=False), start=1):
        name = f'tabell {number} "{table.caption}"' if table.caption else f"tabell {number}"
        for difference in _differences(table, tag, pages):
            yield Finding(RULE, f"{name}, {difference}", tag.page)


def same_words(text: str) -> str:
    """A text without blanks and hyphens: what a line break may change."""
    return _UNHEARD.sub("", text)


def _differences(table: Table, tag: Tag, pages: Mapping[str, int]) -> Iterator[str]:
    expected, actual = expected_rows(table, pages), read_rows(tag)
    if len(expected) != len(actual):
        yield f"har {len(actual)} rader i filen men {len(expected)} i dokumentet"
        return
    for at, (wanted, found) in enumerate(zip(expected, actual, strict=True), start=1):
        for column, (one, other) in enumerate(zip_longest(wanted, found), start=1):
            if one != other:
                yield f"rad {at}, kolumn {column}: {_difference(one, other)}"


def _difference(wanted: ReadCell | None, found: ReadCell | None) -> str:
    if wanted is None or found is None:
        return "cellen saknas" if found is None else "cellen finns inte i dokumentet"
    if wanted.text != found.text:
        return f'texten läses "{found.text}" men ska vara "{wanted.text}"'
    if wanted.is_heading != found.is_heading:
        return "cellen ska vara rubrik" if wanted.is_heading else "cellen ska inte vara rubrik"
    heard, right = (", ".join(sorted(cell.headings)) for cell in (found, wanted))
    return f'cellens rubriker läses "{heard}" men ska vara "{right}"'


def expected_rows(table: Table, pages: Mapping[str, int]) -> list[list[ReadCell]]:
    """The rows of a table of the document, titles first, as they shall be heard."""
    titles = [same_words(column.title) for column in table.columns]
    heads = [ReadCell(is_heading=True, text=title, headings=frozenset()) for title in titles]
    return [heads, *(_expected_row(row, table, titles, pages) for row in table.rows)]


def _expected_row(
    row: Row, table: Table, titles: list[str], pages: Mapping[str, int]
) -> list[ReadCell]:
    texts = [same_words("".join(_heard(one, pages) for one in cell)) for cell in row.cells]
    cells = []
    names: frozenset[str] = frozenset()
    for column, title, text in zip(table.columns, titles, texts, strict=True):
        cells.append(ReadCell(column.row_header, text, names | {title}))
        names |= {text} if column.row_header else set()
    return cells


def _heard(line: Line, pages: Mapping[str, int]) -> str:
    return "".join(
        str(pages[part.anchor]) if isinstance(part, PageRef) else plain((part,)) for part in line
    )


def read_rows(table: Tag) -> list[list[ReadCell]]:
    """The rows of a table in the file, with the headings that its cells point at."""
    texts = {cell.key: same_words(cell.words(_NOTES)) for cell in table.all("TH", "TD") if cell.key}
    return [
        [
            ReadCell(
                cell.kind == "TH",
                same_words(cell.words(_NOTES)),
                frozenset(texts.get(key, f"okänd {key}") for key in cell.headers),
            )
            for cell in row.all("TH", "TD")
        ]
        for row in table.all("TR")
    ]
