"""Mapping files ("beskrivningsfiler"): the YAML beside a data file that says what it holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, model_validator

from rapport.sources.fields import FileModel, Flag, IsoDate, Text, mistake, word
from rapport.sources.heading_units import unit_in
from rapport.sources.mapping_fields import (
    Column,
    ColumnRange,
    DataFormat,
    Delimiter,
    Encoding,
    FileName,
    HeadingUnit,
    Measure,
    Row,
    Rows,
    Scale,
    TableName,
    Variable,
)
from rapport.sources.raw_table import NUMBER_FIELDS
from rapport.sources.raw_table import Field as DataField


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
    unit: HeadingUnit | None = Field(None, alias="enhet")
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

    file: FileName = Field("", alias="fil")
    name: Text = Field(alias="namn")
    extracted: IsoDate = Field(alias="uttagsdatum")
    is_example: Flag = Field(alias="exempeldata")
    format: Annotated[DataFormat, word(DataFormat)]
    rows: Annotated[Rows, word(Rows)] = Field(Rows.UNIQUE, alias="rader")
    source: Text | None = Field(None, alias="källa")
    variable: Variable | None = Field(None, alias="miljövariabel")
    table: TableName | None = Field(None, alias="tabell")
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
        _require_source(self)
        if self.format is not DataFormat.EXCEL and not self.columns:
            message = "Nyckeln kolumner saknas. Skriv vilken rubrik varje fält har i datafilen."
            raise mistake(code="saknad-nyckel", message=message, key="format")
        if self.columns and not any(field in self.columns.headings for field in NUMBER_FIELDS):
            message = "Ingen kolumn med tal är angiven. Ange täljare, nämnare eller värde."
            raise mistake(code="saknad-nyckel", message=message, key="kolumner")
        if self.is_wide:
            for block in self.all_blocks:
                _require_layout(block)
        _refuse_summed_values(self)
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
    def adds_up(self) -> bool:
        """Whether rows about the same cell are parts of it, to be summed."""
        return self.rows is Rows.SUMMED

    @property
    def units(self) -> dict[str, str]:
        """The units of the columns with figures: the heading's own, else the stated one."""
        headings = self.columns.headings if self.columns else {}
        given = {
            str(name): unit_in(headings[name]) or self.unit or ""
            for name in NUMBER_FIELDS
            if name in headings
        }
        return {name: unit for name, unit in given.items() if unit}

    @property
    def all_blocks(self) -> tuple[ExcelBlock, ...]:
        """The blocks of a workbook, completed with what the top of the file says."""
        return tuple(block.completed_by(self) for block in self.blocks) or (self,)


def _require_source(mapping: MappingFile) -> None:
    is_database = mapping.format is DataFormat.DATABASE
    needed = (
        {"källa": mapping.source, "miljövariabel": mapping.variable, "tabell": mapping.table}
        if is_database
        else {"fil": mapping.file}
    )
    for key in (key for key, given in needed.items() if not given):
        what = (
            "En databas beskrivs med källa, miljövariabel och tabell"
            if is_database
            else ("Skriv datafilens namn, till exempel fil: vantetider.csv")
        )
        message = f"Nyckeln {key} saknas. {what}."
        raise mistake(code="saknad-nyckel", message=message, key="format")


def _refuse_summed_values(mapping: MappingFile) -> None:
    headings = mapping.columns.headings if mapping.columns else {}
    measures = {block.measure for block in mapping.all_blocks} if mapping.is_wide else set()
    if mapping.adds_up and (DataField.VALUE in headings or Measure.VALUE in measures):
        message = (
            "Färdiga värden kan inte summeras: en andel av andelar blir fel. Ange täljare (och "
            "nämnare) i stället för värde, eller ta bort rader: summeras."
        )
        raise mistake(code="färdiga-värden", message=message, key="rader")


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
