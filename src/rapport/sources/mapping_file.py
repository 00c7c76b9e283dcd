"""Mapping files ("beskrivningsfiler"): the YAML beside a data file that says what it holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from rapport.sources.fields import FileModel, Flag, IsoDate, Text, as_text, mistake, word
from rapport.sources.raw_table import NUMBER_FIELDS
from rapport.sources.raw_table import Field as DataField

_COLUMN = re.compile(r"[A-Za-z]{1,3}")
_COLUMN_RANGE = re.compile(r"([A-Za-z]{1,3}) ?[:–-] ?([A-Za-z]{1,3})")
_LAST_ROW = 1_048_576
_DELIMITERS = {
    "auto": "auto", ";": ";", "semikolon": ";", ",": ",", "komma": ",", "tab": "\t", "tabb": "\t",
}  # fmt: skip


class DataFormat(StrEnum):
    """The kinds of data file."""

    CSV = "csv"
    EXCEL = "excel"


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


FileName = Annotated[str, BeforeValidator(_file_name)]
Column = Annotated[int, BeforeValidator(_column)]
ColumnRange = Annotated[tuple[int, int], BeforeValidator(_columns)]
Row = Annotated[int, BeforeValidator(_row)]
Delimiter = Annotated[str, BeforeValidator(_delimiter)]


class ExcelBlock(FileModel):
    """One block of figures in a workbook: a sheet, its headings and what its figures are.

    Every key may also stand at the top of the mapping file, where it holds for all blocks.
    ``heading_rows`` are merged headings from the top down; ``period_row`` and ``sex_row``
    say which of them hold periods and sexes.
    """

    sheet: Text | None = Field(None, alias="blad")
    heading_rows: tuple[Row, ...] | None = Field(None, alias="rubrikrader")
    first_row: Row | None = Field(None, alias="första_datarad")
    last_row: Row | None = Field(None, alias="sista_datarad")
    row_headings: Mapping[str, Column] | None = Field(None, alias="radrubriker")
    used_columns: ColumnRange | None = Field(None, alias="område")
    period_row: Row | None = Field(None, alias="period_i_rubrikrad")
    sex_row: Row | None = Field(None, alias="kön_i_rubrikrad")
    measure: Annotated[Measure, word(Measure)] | None = Field(None, alias="mått")
    scale: Annotated[Scale, word(Scale)] | None = Field(None, alias="skala")
    constants: Mapping[str, Text] = Field(default_factory=dict, alias="fasta")

    def completed_by(self, whole: ExcelBlock) -> ExcelBlock:
        """This block with what it leaves out taken from the top of the mapping file."""
        missing = {
            name: getattr(whole, name)
            for name in ExcelBlock.model_fields
            if getattr(self, name) is None
        }
        constants = {**whole.constants, **self.constants}
        return self.model_copy(update={**missing, "constants": constants})


class Columns(FileModel):
    """The heading of each field's column, for a table with one row per figure ("kolumner")."""

    indicator: Text | None = Field(None, alias="indikator")
    period: Text | None = Field(None, alias="period")
    organisation: Text | None = Field(None, alias="organisation")
    sex: Text | None = Field(None, alias="kön")
    numerator: Text | None = Field(None, alias="täljare")
    denominator: Text | None = Field(None, alias="nämnare")
    value: Text | None = Field(None, alias="värde")
    code: Text | None = Field(None, alias="kod")

    @property
    def headings(self) -> dict[str, str]:
        """The stated headings by field."""
        given = ((str(info.alias), getattr(self, name)) for name, info in _COLUMN_FIELDS.items())
        return {alias: heading for alias, heading in given if heading is not None}


_COLUMN_FIELDS = Columns.model_fields


class MappingFile(ExcelBlock):
    """A whole mapping file.

    ``columns`` are the headings of a table with one row per figure (a CSV, or a sheet laid
    out like one); a wide sheet with periods across has headings instead (``ExcelBlock``).
    ``translations`` turn the file's own words into ids ("översättning").
    """

    file: FileName = Field(alias="fil")
    name: Text = Field(alias="namn")
    extracted: IsoDate = Field(alias="uttagsdatum")
    is_example: Flag = Field(alias="exempeldata")
    format: Annotated[DataFormat, word(DataFormat)]
    encoding: Annotated[Encoding, word(Encoding)] = Field(Encoding.AUTO, alias="teckenkodning")
    delimiter: Delimiter = Field("auto", alias="skiljetecken")
    heading_row: Row = Field(1, alias="rubrikrad")
    columns: Columns | None = Field(None, alias="kolumner")
    dimensions: Mapping[str, Text] = Field(default_factory=dict, alias="dimensioner")
    translations: Mapping[str, Mapping[str, Text]] = Field(
        default_factory=dict, alias="översättning"
    )
    blocks: tuple[ExcelBlock, ...] = Field((), alias="block")

    @model_validator(mode="after")
    def _says_where_the_figures_are(self) -> MappingFile:
        if self.format is DataFormat.CSV and not self.columns:
            message = "Nyckeln kolumner saknas. Skriv vilken rubrik varje fält har i datafilen."
            raise mistake(code="saknad-nyckel", message=message, key="format")
        if self.columns and not any(field in self.columns.headings for field in NUMBER_FIELDS):
            message = "Ingen kolumn med tal är angiven. Ange täljare, nämnare eller värde."
            raise mistake(code="saknad-nyckel", message=message, key="kolumner")
        if self.is_wide:
            for block in self.wide_blocks:
                _require_layout(block)
        return self

    @property
    def is_wide(self) -> bool:
        """Whether periods or sexes stand across the sheet instead of one figure per row."""
        return self.format is DataFormat.EXCEL and self.columns is None

    @property
    def headings(self) -> dict[str, str]:
        """The headings of all columns that are read, by field or dimension id."""
        return {**(self.columns.headings if self.columns else {}), **self.dimensions}

    @property
    def wide_blocks(self) -> tuple[ExcelBlock, ...]:
        """The blocks of a wide workbook, completed with what the top of the file says."""
        return tuple(block.completed_by(self) for block in self.blocks) or (self,)


_REQUIRED = {
    "heading_rows": "rubrikrader",
    "first_row": "första_datarad",
    "row_headings": "radrubriker",
    "measure": "mått",
}


def _require_layout(block: ExcelBlock) -> None:
    for name, key in _REQUIRED.items():
        if not getattr(block, name):
            message = (
                f"Nyckeln {key} saknas. Ett Excelblad med perioder i rubriken beskrivs med "
                "rubrikrader, första_datarad, radrubriker och mått (eller med kolumner, om "
                "bladet har en rad per tal)."
            )
            raise mistake(code="saknad-nyckel", message=message, key="format")
    for row in (block.period_row, block.sex_row):
        if row is not None and row not in (block.heading_rows or ()):
            message = f"Rad {row} är inte en av rubrikraderna. Rätta rubrikrader eller raden."
            raise mistake(code="fel-rad", message=message, key="rubrikrader")
