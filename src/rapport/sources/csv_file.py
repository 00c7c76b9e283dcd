"""CSV exports: guesses encoding and delimiter the safe way and remembers every cell's place."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from rapport.domain.measurement import SourceRef
from rapport.domain.problem import Location, Problem
from rapport.sources.raw_table import RawTable
from rapport.sources.source_text import SourceText, hidden_character, is_hidden

MAX_BYTES = 200 * 1024 * 1024
"""Larger files are refused with a message instead of filling the memory."""

_DELIMITERS = (";", "\t", ",")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class CsvRefused(Exception):
    """The file cannot be read as a table; carries the problems."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(problems)
        self.problems = problems


@dataclass(frozen=True)
class CsvLayout:
    """How a CSV file is laid out, as its mapping file says ("auto" means find out).

    ``columns`` maps a field or dimension id to the heading it has in the file.
    """

    columns: Mapping[str, str]
    encoding: str = "auto"
    delimiter: str = "auto"
    heading_row: int = 1


@dataclass(frozen=True)
class _CsvPlaces:
    """Places in a CSV file; row labels are line numbers."""

    source: SourceText
    delimiter: str
    positions: Mapping[str, int]

    def location(self, row: int, column: str) -> Location:
        line = self.source.lines[row - 1]
        start, length = field_span(line, self.delimiter, self.positions.get(column, 0))
        return self.source.at(row, start, length)

    def ref(self, row: int) -> SourceRef:
        return SourceRef(self.source.path, "", f"rad {row}")


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


def read_csv_table(path: Path, shown: str, layout: CsvLayout) -> tuple[RawTable, list[Problem]]:
    """Read a CSV file into a raw table; ``shown`` is its path as messages show it.

    Raises:
        CsvRefused: the file is not a table with the columns of the mapping.
    """
    source = SourceText(shown, _decoded(path, shown, layout.encoding))
    if not source.text.strip():
        raise CsvRefused(_problem(shown, "tom-datafil", "Filen är tom. Gör om uttaget."))
    _refuse_hidden_characters(source)
    heading = layout.heading_row + source.lines[0].lower().startswith("sep=")
    if heading > len(source.lines):
        message = f"Filen har ingen rad {heading} med rubriker. Rätta rubrikrad."
        raise CsvRefused(_problem(shown, "saknad-rubrikrad", message))
    delimiter = _delimiter(layout, source.lines[heading - 1])
    header, positions = _header(source, heading, delimiter, layout)
    places = _CsvPlaces(source, delimiter, positions)
    frame, problems = _frame(heading, header, places)
    return RawTable(frame, places), problems


def _problem(shown: str, code: str, message: str) -> Problem:
    return Problem(Location(shown), code, message)


def _content(path: Path, shown: str) -> bytes:
    try:
        if path.stat().st_size <= MAX_BYTES:
            return path.read_bytes()
    except OSError:
        message = "Filen går inte att läsa. Kontrollera att inget annat program har låst den."
        raise CsvRefused(_problem(shown, "oläsbar-fil", message)) from None
    message = f"Filen är större än {MAX_BYTES // 1024**2} MB. Dela uttaget i flera filer."
    raise CsvRefused(_problem(shown, "för-stor-fil", message))


def _decoded(path: Path, shown: str, declared: str) -> str:
    raw = _content(path, shown)
    by_bom = next((name for bom, name in _BOMS if raw.startswith(bom)), None)
    choices = [by_bom] if by_bom else ["utf-8", "cp1252"] if declared == "auto" else [declared]
    for encoding in choices:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    tried = " eller ".join(choices)
    message = (
        f"Teckenkodningen går inte att läsa som {tried}. Spara filen som CSV UTF-8, "
        "eller ange teckenkodning i beskrivningsfilen."
    )
    raise CsvRefused(_problem(shown, "okänd-teckenkodning", message))


def _refuse_hidden_characters(source: SourceText) -> None:
    if not any(is_hidden(character) for character in set(source.text)):
        return
    raise CsvRefused(
        *(
            hidden_character(source.at(number, column), character)
            for number, line in enumerate(source.lines, 1)
            for column, character in enumerate(line, 1)
            if is_hidden(character)
        )
    )


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


def _header(
    source: SourceText, number: int, delimiter: str, layout: CsvLayout
) -> tuple[list[str], dict[str, int]]:
    """The fields in the order of the file (unmapped columns keep an empty name)."""
    line = source.lines[number - 1]
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
        raise CsvRefused(*problems)
    positions = {field: names.index(name) for field, name in layout.columns.items()}
    header = [""] * len(names)
    for field, position in positions.items():
        header[position] = field
    return header, positions


def _frame(
    heading: int, header: list[str], places: _CsvPlaces
) -> tuple[pd.DataFrame, list[Problem]]:
    """The body as a table of text; rows with too few or too many fields are problems."""
    lines = places.source.lines
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=places.delimiter)
    rows: list[list[str]] = []
    numbers: list[int] = []
    problems: list[Problem] = []
    start = 1
    for row in reader:
        number, start = start, reader.line_num + 1
        if number <= heading or not any(cell.strip() for cell in row):
            continue
        if len(row) == len(header):
            rows.append(row)
            numbers.append(number)
        else:
            place = places.source.at(number, 1, len(lines[number - 1]))
            problems.append(Problem(place, "fel-antal-fält", _ragged(len(row), len(header))))
    frame = pd.DataFrame(rows, columns=range(len(header)), index=numbers, dtype=object)
    mapped = {position: field for position, field in enumerate(header) if field}
    return frame[list(mapped)].rename(columns=mapped), problems


def _ragged(found: int, expected: int) -> str:
    return (
        f"Raden har {found} fält men rubrikraden har {expected}. Kontrollera skiljetecken och "
        "citattecken (ett tal med decimalkomma behöver citattecken när kommat skiljer fälten)."
    )
