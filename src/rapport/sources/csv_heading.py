"""The heading row of a CSV export: delimiter, columns, and where a field stands in a line."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass

from rapport.domain.problem import Location, Problem
from rapport.sources.raw_table import TableRefused
from rapport.sources.source_text import SourceText

_DELIMITERS = (";", "\t", ",")


@dataclass(frozen=True)
class CsvLayout:
    """How a CSV file is laid out, as its mapping file says ("auto" means find out).

    ``columns`` maps a field or dimension id to the heading it has in the file.
    """

    columns: Mapping[str, str]
    encoding: str = "auto"
    delimiter: str = "auto"
    heading_row: int = 1


def _delimiter(layout: CsvLayout, heading: str) -> str:
    if layout.delimiter != "auto":
        return layout.delimiter
    wanted = set(layout.columns.values())

    def score(delimiter: str) -> tuple[int, int]:
        names = _split(heading, delimiter)
        return len(wanted & set(names)), len(names)

    return max(_DELIMITERS, key=score)


def _split(line: str, delimiter: str) -> list[str]:
    return [name.strip() for name in next(csv.reader([line], delimiter=delimiter))]


@dataclass(frozen=True)
class CsvHeading:
    """The heading row of a CSV file: its line, and which column each field stands in."""

    row: int
    delimiter: str
    width: int
    positions: Mapping[str, int]


def find_heading(source: SourceText, layout: CsvLayout) -> CsvHeading:
    """Find the heading row and the columns of the mapping; the first lines are enough.

    Raises:
        TableRefused: a column is missing or stands twice.
    """
    number = layout.heading_row + source.lines[0].lower().startswith("sep=")
    if number > len(source.lines):
        message = f"Filen har ingen rad {number} med rubriker. Rätta rubrikrad."
        raise TableRefused(Problem(Location(source.path), "saknad-rubrikrad", message))
    line = source.lines[number - 1]
    delimiter = _delimiter(layout, line)
    names = _split(line, delimiter)
    place = source.at(number, 1, len(line))
    problems = []
    for field, name in layout.columns.items():
        if name not in names:
            found = ", ".join(f'"{given}"' for given in names)
            message = (
                f'Kolumnen "{name}" ({field}) saknas. Filen har {found}. '
                "Rätta kolumner i beskrivningsfilen eller gör om uttaget."
            )
            problems.append(Problem(place, "saknad-kolumn", message))
        elif names.count(name) > 1:
            message = f'Rubriken "{name}" står mer än en gång. Ge kolumnerna olika rubriker.'
            problems.append(Problem(place, "dubbel-kolumn", message))
    if problems:
        raise TableRefused(*problems)
    positions = {field: names.index(name) for field, name in layout.columns.items()}
    return CsvHeading(number, delimiter, len(names), positions)


def field_span(line: str, delimiter: str, position: int) -> tuple[int, int]:
    """Column (1-based) and length of a field in a line, quotation marks left out.

    >>> field_span('a;"b;c";d', ";", 1)
    (4, 3)
    """
    start, quoted, found = 0, False, 0
    for place, character in enumerate([*line, delimiter]):
        if character == '"':
            quoted = not quoted
        elif character == delimiter and not quoted:
            if found == position:
                marks = 1 if line[start : start + 1] == '"' and place - start > 1 else 0
                return start + 1 + marks, max(1, place - start - 2 * marks)
            start, found = place + 1, found + 1
    return 1, max(1, len(line))


def ragged(found: int, expected: int) -> str:
    """What is wrong with a row that has another number of fields than the heading."""
    return (
        f"Raden har {found} fält men rubrikraden har {expected}. Kontrollera skiljetecken och "
        "citattecken (ett tal med decimalkomma behöver citattecken när kommat skiljer fälten)."
    )
