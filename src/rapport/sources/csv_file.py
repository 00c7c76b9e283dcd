"""CSV exports: guesses encoding and delimiter the safe way and remembers every cell's place."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from rapport.domain.measurement import SourceRef
from rapport.domain.problem import Location, Problem
from rapport.domain.visible_text import is_hidden
from rapport.sources.csv_heading import CsvHeading, CsvLayout, field_span, find_heading, ragged
from rapport.sources.encodings import encoding_choices, unknown_encoding
from rapport.sources.raw_table import RawTable, TableRefused
from rapport.sources.source_text import SourceText, hidden_character

MAX_BYTES = 200 * 1024 * 1024
"""Larger files are refused with a message instead of filling the memory."""


@dataclass(frozen=True)
class _CsvPlaces:
    """Places in a CSV file; row labels are line numbers."""

    source: SourceText
    heading: CsvHeading

    def location(self, row: int, column: str) -> Location:
        line = self.source.lines[row - 1]
        position = self.heading.positions.get(column, 0)
        start, length = field_span(line, self.heading.delimiter, position)
        return self.source.at(row, start, length)

    def ref(self, row: int) -> SourceRef:
        return SourceRef(self.source.path, "", f"rad {row}")


def read_csv_table(path: Path, shown: str, layout: CsvLayout) -> tuple[RawTable, list[Problem]]:
    """Read a CSV file into a raw table; ``shown`` is its path as messages show it.

    Raises:
        TableRefused: the file is not a table with the columns of the mapping.
    """
    source = SourceText(shown, _decoded(path, shown, layout.encoding))
    if not source.text.strip():
        raise TableRefused(_problem(shown, "tom-datafil", "Filen är tom. Gör om uttaget."))
    _refuse_hidden_characters(source)
    heading = find_heading(source, layout)
    places = _CsvPlaces(source, heading)
    frame, problems = _frame(heading, places)
    return RawTable(frame, places), problems


def _problem(shown: str, code: str, message: str) -> Problem:
    return Problem(Location(shown), code, message)


def _content(path: Path, shown: str) -> bytes:
    try:
        if path.stat().st_size <= MAX_BYTES:
            return path.read_bytes()
    except OSError:
        message = "Filen går inte att läsa. Kontrollera att inget annat program har låst den."
        raise TableRefused(_problem(shown, "oläsbar-fil", message)) from None
    message = f"Filen är större än {MAX_BYTES // 1024**2} MB. Dela uttaget i flera filer."
    raise TableRefused(_problem(shown, "för-stor-fil", message))


def _decoded(path: Path, shown: str, declared: str) -> str:
    raw = _content(path, shown)
    choices = encoding_choices(raw, declared)
    for encoding in choices:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise unknown_encoding(shown, choices)


def _refuse_hidden_characters(source: SourceText) -> None:
    if not any(is_hidden(character) for character in set(source.text)):
        return
    raise TableRefused(
        *(
            hidden_character(source.at(number, column), character)
            for number, line in enumerate(source.lines, 1)
            for column, character in enumerate(line, 1)
            if is_hidden(character)
        )
    )


def _frame(heading: CsvHeading, places: _CsvPlaces) -> tuple[pd.DataFrame, list[Problem]]:
    """The body as a table of text; rows with too few or too many fields are problems."""
    lines = places.source.lines
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=heading.delimiter)
    rows: list[list[str]] = []
    numbers: list[int] = []
    problems: list[Problem] = []
    start = 1
    for row in reader:
        number, start = start, reader.line_num + 1
        if number <= heading.row or not any(cell.strip() for cell in row):
            continue
        if len(row) == heading.width:
            rows.append(row)
            numbers.append(number)
        else:
            place = places.source.at(number, 1, len(lines[number - 1]))
            problems.append(Problem(place, "fel-antal-fält", ragged(len(row), heading.width)))
    frame = pd.DataFrame(rows, columns=range(heading.width), index=numbers, dtype=object)
    mapped = frame[list(heading.positions.values())]
    return mapped.set_axis(list(heading.positions), axis=1), problems
