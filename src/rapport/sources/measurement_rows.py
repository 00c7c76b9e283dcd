"""Understands the rows of raw tables and joins them into observations, one per cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar, cast

from rapport.domain.breakdown import Sex
from rapport.domain.measurement import Observation
from rapport.domain.period import Period
from rapport.domain.problem import Location
from rapport.sources.figures import Cell, Figure, Key, observe
from rapport.sources.labels import LabelFault, Labels
from rapport.sources.number_reader import ReadNumber, read_gap, read_number
from rapport.sources.problem_list import ProblemList
from rapport.sources.raw_table import NUMBER_FIELDS, Field, RawCell, RawTable, cell_text

_L = TypeVar("_L")
_FIELDS = frozenset(Field)


class RowJoiner:
    """Collects the cells of one data file, table by table."""

    def __init__(self, labels: Labels, problems: ProblemList) -> None:
        self._labels = labels
        self._problems = problems
        self._cells: dict[Key, Cell] = {}
        self._read: dict[tuple[str, ...], object] = {}

    def take(
        self,
        table: RawTable,
        constants: Mapping[str, str],
        constant_place: Callable[[str], Location],
    ) -> None:
        """Read a table; ``constants`` ("fasta") hold for all its rows."""
        if not self._constants_are_known(table, constants, constant_place):
            return
        columns = {str(name): table.frame[name].tolist() for name in table.frame.columns}
        for number, row in enumerate(table.frame.index.tolist()):
            cells = {name: column[number] for name, column in columns.items()}
            key = self._key({**constants, **cells}, table, row)
            if key is not None:
                self._join(key, _figures(cells, table, row), table, row)

    def observations(self, *, is_example: bool) -> list[Observation]:
        """The observations of all cells whose figures can be right."""
        made = (
            observe(
                key,
                cell,
                self._labels.indicators[key.indicator],
                self._problems,
                is_example=is_example,
            )
            for key, cell in self._cells.items()
        )
        return [observation for observation in made if observation is not None]

    def _constants_are_known(
        self,
        table: RawTable,
        constants: Mapping[str, str],
        constant_place: Callable[[str], Location],
    ) -> bool:
        """Whether all needed fields are there and the constants mean something."""
        before = len(self._problems.found) + self._problems.beyond
        names = {*constants, *map(str, table.frame.columns)}
        for needed in (Field.INDICATOR, Field.PERIOD, Field.ORGANISATION):
            if needed not in names:
                message = f"Det står ingenstans vilken {needed} talen gäller. Ange {needed}."
                self._problems.add_at(partial(constant_place, ""), "saknat-fält", message)
        for name in sorted(names - _FIELDS):
            if not self._labels.knows_dimension(name):
                message = f'Dimensionen "{name}" finns inte i någon plan. Rätta eller ta bort den.'
                self._problems.add_at(partial(constant_place, name), "okänd-dimension", message)
        for name, text in constants.items():
            fault = self._constant_fault(name, text)
            if fault:
                self._problems.add_at(partial(constant_place, name), *fault)
        return len(self._problems.found) + self._problems.beyond == before

    def _constant_fault(self, name: str, text: str) -> LabelFault | None:
        readers: dict[str, Callable[[str], object]] = {
            Field.INDICATOR: self._labels.indicator,
            Field.ORGANISATION: self._labels.organisation,
            Field.PERIOD: self._labels.period,
            Field.SEX: self._labels.sex,
        }
        found = readers[name](text) if name in readers else None
        return found if isinstance(found, LabelFault) else None

    def _key(self, cells: Mapping[str, RawCell], table: RawTable, row: int) -> Key | None:
        """The cell a row is about; nothing, with problems, when a word is unknown."""
        labels, faults = self._labels, dict[str, LabelFault]()

        def read(name: str, reader: Callable[[str], _L | LabelFault]) -> _L | None:
            text = cell_text(cells[name])
            found = self._remembered((name, text), partial(reader, text))
            if isinstance(found, LabelFault):
                faults[name] = found
                return None
            return cast("_L", found)

        indicator = read(Field.INDICATOR, labels.indicator)
        period = read(Field.PERIOD, labels.period)
        organisation = read(Field.ORGANISATION, labels.organisation)
        sex = read(Field.SEX, labels.sex) if Field.SEX in cells else None
        values = self._dimension_values(indicator, cells, faults)
        if indicator is None or period is None or organisation is None or faults:
            for name, fault in faults.items():
                self._problems.add_at(partial(table.places.location, row, name), *fault)
            return None
        return self._key_of(indicator, period, organisation, sex, values)

    def _key_of(
        self,
        indicator: str,
        period: Period,
        organisation: str,
        sex: Sex | None,
        values: Mapping[str, str],
    ) -> Key:
        return Key(indicator, period, organisation, self._labels.breakdown(indicator, sex, values))

    def _dimension_values(
        self, indicator: str | None, cells: Mapping[str, RawCell], faults: dict[str, LabelFault]
    ) -> dict[str, str]:
        values: dict[str, str] = {}
        for name in cells.keys() - _FIELDS if indicator is not None else ():
            text = cell_text(cells[name])
            found = self._remembered(
                (name, text, indicator or ""),
                partial(self._labels.dimension_value, indicator or "", name, text),
            )
            if isinstance(found, LabelFault):
                faults[name] = found
            elif isinstance(found, str):
                values[name] = found
        return values

    def _remembered(self, key: tuple[str, ...], read: Callable[[], object]) -> object:
        """What a word meant the first time; a file repeats few words many times."""
        if key not in self._read:
            self._read[key] = read()
        return self._read[key]

    def _join(self, key: Key, figures: dict[Field, Figure], table: RawTable, row: int) -> None:
        cell = self._cells.setdefault(key, Cell())
        double = next((name for name in figures if name in cell.figures), None)
        if double is None:
            cell.figures.update(figures)
            return
        first = cell.figures[double]
        message = (
            f"Samma cell står redan i {first.places.ref(first.row)}: {key.indicator}, "
            f"{key.period}, {key.organisation}, {key.breakdown}. Ta bort den ena raden."
        )
        self._problems.add_at(partial(table.places.location, row, double), "dubbel-cell", message)


def _figures(cells: Mapping[str, RawCell], table: RawTable, row: int) -> dict[Field, Figure]:
    figures: dict[Field, Figure] = {}
    for name in NUMBER_FIELDS:
        if name in cells:
            cell = cells[name]
            number = read_number(cell) if isinstance(cell, str) else cell
            figures[name] = Figure(number, table.places, row)
    if Field.CODE in cells:
        figures[Field.CODE] = Figure(_code(cell_text(cells[Field.CODE])), table.places, row)
    return figures


def _code(text: str) -> ReadNumber:
    gap = read_gap(text)
    if gap is None and text.strip():
        return ReadNumber(fault=f'koden "{text.strip()}" känns inte igen')
    return ReadNumber(gap=gap)
