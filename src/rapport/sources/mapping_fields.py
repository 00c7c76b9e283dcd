"""The words and values that may stand in mapping files, and how each is read."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator

from rapport.sources.fields import as_text, mistake
from rapport.sources.heading_units import unit_in
from rapport.sources.raw_table import Field as DataField

_COLUMN = re.compile(r"[A-Za-z]{1,3}")
_COLUMN_RANGE = re.compile(r"([A-Za-z]{1,3}) ?[:–-] ?([A-Za-z]{1,3})")
_LAST_ROW = 1_048_576
_LONGEST_TABLE_NAME = 2
_DELIMITERS = {
    "auto": "auto", ";": ";", "semikolon": ";", ",": ",", "komma": ",", "tab": "\t", "tabb": "\t",
}  # fmt: skip


class DataFormat(StrEnum):
    """The kinds of data file."""

    CSV = "csv"
    EXCEL = "excel"
    PARQUET = "parquet"
    DATABASE = "databas"


class Rows(StrEnum):
    """What the rows are ("rader"): one for each figure, or parts to be summed, as cases are."""

    UNIQUE = "unika"
    SUMMED = "summeras"


class Encoding(StrEnum):
    """How letters are stored ("teckenkodning"); the value is also the codec's name."""

    AUTO = "auto"
    UTF8 = "utf-8"
    UTF16 = "utf-16"
    CP1252 = "cp1252"


class Scale(StrEnum):
    """How a ready-made share is stored: 75,1 or 0,751 ("skala")."""

    PERCENT = "procent"
    FRACTION = "andel"


class Measure(StrEnum):
    """What the figures of a wide block are ("mått"); the value is the field's name."""

    NUMERATOR = DataField.NUMERATOR
    DENOMINATOR = DataField.DENOMINATOR
    VALUE = DataField.VALUE


def column_number(letters: str) -> int:
    """The number of a spreadsheet column: A is 1, AA is 27.

    >>> column_number("aa")
    27
    """
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _file_name(value: object) -> str:
    text = as_text(value)
    if text in {".", ".."} or any(mark in text for mark in '/\\:*?"<>|'):
        message = (
            f'"{text}" pekar utanför mappen. Skriv bara filens namn; datafilen ska ligga i '
            "samma mapp som beskrivningen."
        )
        raise mistake(code="otillåten-sökväg", message=message)
    return text


def _column(value: object) -> int:
    text = as_text(value)
    if not _COLUMN.fullmatch(text):
        message = f'"{text}" är ingen kolumn. Skriv kolumnens bokstav, till exempel A.'
        raise mistake(code="fel-kolumn", message=message)
    return column_number(text)


def _columns(value: object) -> tuple[int, int]:
    text = as_text(value)
    match = _COLUMN_RANGE.fullmatch(text)
    found = (column_number(match[1]), column_number(match[2])) if match else (1, 0)
    if found[1] < found[0]:
        message = f'"{text}" är inget område. Skriv första och sista kolumnen, till exempel B:Q.'
        raise mistake(code="fel-kolumn", message=message)
    return found


def _row(value: object) -> int:
    text = as_text(value)
    if not re.fullmatch(r"[0-9]{1,7}", text) or not 1 <= int(text) <= _LAST_ROW:
        message = f'"{text}" är inget radnummer. Räkna raderna från 1, som Excel gör.'
        raise mistake(code="fel-rad", message=message)
    return int(text)


def _delimiter(value: object) -> str:
    text = as_text(value)
    if text.casefold() not in _DELIMITERS:
        message = f'"{text}" känns inte igen. Skriv auto, ";", "," eller tab.'
        raise mistake(code="fel-skiljetecken", message=message)
    return _DELIMITERS[text.casefold()]


def _unit(value: object) -> str:
    text = as_text(value)
    unit = unit_in(f"({text})")
    if not unit:
        message = f'"{text}" är ingen enhet som kan anges här. Skriv %, kr, tkr, mnkr eller mdkr.'
        raise mistake(code="okänd-enhet", message=message)
    return unit


def _variable(value: object) -> str:
    text = as_text(value)
    if not re.fullmatch(r"RAPPORT_[A-Z0-9_]{1,60}", text):
        message = (
            f'"{text}" är inget namn på en miljövariabel som får användas. Namnet ska börja med '
            "RAPPORT_ och bara ha A–Z, 0–9 och understreck. Adressen själv skrivs aldrig i filen."
        )
        raise mistake(code="fel-miljövariabel", message=message)
    return text


def _table(value: object) -> tuple[str, ...]:
    parts = tuple(as_text(value).split("."))
    if len(parts) > _LONGEST_TABLE_NAME or not all(part.strip() for part in parts):
        message = f'"{as_text(value)}" är ingen tabell. Skriv tabell eller schema.tabell.'
        raise mistake(code="fel-tabell", message=message)
    return parts


FileName = Annotated[str, BeforeValidator(_file_name)]
HeadingUnit = Annotated[str, BeforeValidator(_unit)]
Variable = Annotated[str, BeforeValidator(_variable)]
TableName = Annotated[tuple[str, ...], BeforeValidator(_table)]
Column = Annotated[int, BeforeValidator(_column)]
ColumnRange = Annotated[tuple[int, int], BeforeValidator(_columns)]
Row = Annotated[int, BeforeValidator(_row)]
Delimiter = Annotated[str, BeforeValidator(_delimiter)]
