"""Understands the rows of raw tables and joins them into observations, one per cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import cast

from rapport.domain.breakdown import Breakdown, Sex
from rapport.domain.measurement import Observation
from rapport.domain.period import Period
from rapport.domain.problem import Location
from rapport.sources.figures import Figure, Figures, Key, observe
from rapport.sources.labels import LabelFault, Labels
from rapport.sources.number_reader import ReadNumber, read_gap, read_number
from rapport.sources.period_labels import month_of_day
from rapport.sources.problem_list import ProblemList
from rapport.sources.raw_table import NUMBER_FIELDS, Field, RawCell, RawTable, cell_text
from rapport.sources.row_sums import added, settled
from rapport.sources.totals import WHOLE, TotalKey, TotalRow, check_totals, mark_totals

_FIELDS = frozenset(Field)


class RowJoiner:
    """Collects the cells of one source, table by table.

    ``adds_up``: rows about the same cell are parts to be summed; else they are refused. Rows
    that are totals ("Totalt", "Summa") are never cells: they are what the cells are checked
    against.
    """

    def __init__(self, labels: Labels, problems: ProblemList, *, adds_up: bool = False) -> None:
        self._labels = labels
        self._problems = problems
        self._adds_up = adds_up
        self._cells: dict[Key, Figures] = {}
        self._totals: list[TotalRow] = []

    def take(
        self,
        table: RawTable,
        constants: Mapping[str, str],
        constant_place: Callable[[str], Location],
    ) -> None:
        """Read a table; ``constants`` ("fasta") hold for all its rows."""
        if not self._constants_are_known(table, constants, constant_place):
            return
        columns = _columns(table, constants)
        keys = self._keys(columns, table)
        figures = _figures(columns, table)
        for row, key, found in zip(table.frame.index.tolist(), keys, figures, strict=True):
            if isinstance(key, Key):
                self._join(key, found, table, row)
            elif key is not None:
                self._totals.append(TotalRow(key, found))

    def observations(self, *, is_example: bool) -> list[Observation]:
        """The observations of all cells whose figures can be right."""
        check_totals(self._totals, self._cells, self._labels, self._problems)
        made = (
            observe(
                key,
                figures,
                self._labels.indicators[key.indicator],
                self._problems,
                is_example=is_example,
            )
            for key, figures in self._cells.items()
        )
        return [observation for observation in made if observation is not None]

    def _constants_are_known(
        self,
        table: RawTable,
        constants: Mapping[str, str],
        constant_place: Callable[[str], Location],
    ) -> bool:
        """Whether all needed fields are there and the constants mean something."""
        before = self._problems.noted
        names = {*constants, *map(str, table.frame.columns)}
        for needed in (Field.INDICATOR, Field.PERIOD, Field.ORGANISATION):
            if needed not in names:
                message = (
                    f"Det står ingenstans vilken {needed} talen gäller. Ange {needed} bland "
                    "kolumner, radrubriker eller fasta."
                )
                self._problems.add_at(partial(constant_place, ""), "saknat-fält", message)
        for name in sorted(names - _FIELDS):
            if not self._labels.knows_dimension(name):
                message = f'Dimensionen "{name}" finns inte i någon plan. Rätta eller ta bort den.'
                self._problems.add_at(partial(constant_place, name), "okänd-dimension", message)
        for name, text in constants.items():
            fault = self._constant_fault(name, text)
            if fault:
                self._problems.add_at(partial(constant_place, name), *fault)
        return self._problems.noted == before

    def _constant_fault(self, name: str, text: str) -> LabelFault | None:
        readers: dict[str, Callable[[str], object]] = {
            Field.INDICATOR: self._labels.indicator,
            Field.ORGANISATION: self._labels.organisation,
            Field.PERIOD: self._labels.period,
            Field.SEX: self._labels.sex,
        }
        found = readers[name](text) if name in readers else None
        return found if isinstance(found, LabelFault) else None

    def _keys(
        self, columns: Mapping[str, list[RawCell]], table: RawTable
    ) -> list[Key | TotalKey | None]:
        """The cell that each row is about; nothing, with problems, when a word is unknown.

        Each column is read word by word: a file repeats few words many times.
        """
        labels = self._labels
        understood: dict[str, list[object]] = {
            Field.INDICATOR: _understood(columns[Field.INDICATOR], labels.indicator),
            Field.PERIOD: _understood(columns[Field.PERIOD], self._period),
            Field.ORGANISATION: _understood(columns[Field.ORGANISATION], labels.organisation),
        }
        indicators = understood[Field.INDICATOR]
        if Field.SEX in columns:
            understood[Field.SEX] = _understood(columns[Field.SEX], labels.sex)
        totals = mark_totals(understood, columns)
        for name in sorted(columns.keys() - _FIELDS):
            understood[name] = self._dimension_values(name, columns[name], indicators)
        faulty = self._report_faults(understood, table)
        keys = map(
            Key._make,
            zip(
                indicators,
                understood[Field.PERIOD],
                understood[Field.ORGANISATION],
                self._breakdowns(understood, len(indicators)),
                strict=True,
            ),
        )
        return [
            None if position in faulty else TotalKey(*key) if position in totals else key
            for position, key in enumerate(keys)
        ]

    def _period(self, text: str) -> Period | LabelFault:
        return self._labels.period(month_of_day(text) if self._adds_up else text)

    def _dimension_values(
        self, name: str, column: list[RawCell], indicators: list[object]
    ) -> list[object]:
        """The values of a dimension; what they may be depends on the measure of the row."""
        pairs = list(zip(indicators, column, strict=True))
        meanings = {
            (indicator, cell): self._labels.dimension_value(indicator, name, cell_text(cell))
            if isinstance(indicator, str)
            else None
            for indicator, cell in set(pairs)
        }
        return [meanings[pair] for pair in pairs]

    def _report_faults(
        self, understood: Mapping[str, list[object]], table: RawTable
    ) -> frozenset[int]:
        """Make problems of all words that were not understood; returns their rows' positions."""
        faults = sorted(
            (position, name)
            for name, words in understood.items()
            for position, word in enumerate(words)
            if type(word) is LabelFault
        )
        labels = table.frame.index.tolist()
        for position, name in faults:
            place = partial(table.places.location, labels[position], name)
            self._problems.add_at(place, *cast("LabelFault", understood[name][position]))
        return frozenset(position for position, _ in faults)

    def _breakdowns(self, understood: Mapping[str, list[object]], length: int) -> list[object]:
        names = [name for name in understood if name not in _FIELDS]
        sexes = understood.get(Field.SEX, [None] * length)
        rows = list(
            zip(
                understood[Field.INDICATOR],
                sexes,
                *(understood[name] for name in names),
                strict=True,
            )
        )
        meanings = {
            row: None
            if any(type(word) is LabelFault for word in row)
            else self._breakdown(row, names)
            for row in set(rows)
        }
        return [meanings[row] for row in rows]

    def _breakdown(self, row: tuple[object, ...], names: list[str]) -> Breakdown:
        indicator, sex, *words = row
        if indicator is WHOLE:
            return Breakdown(cast("Sex | None", sex))
        values = {
            name: cast("str", word)
            for name, word in zip(names, words, strict=True)
            if word is not None
        }
        return self._labels.breakdown(cast("str", indicator), cast("Sex | None", sex), values)

    def _join(self, key: Key, figures: Figures, table: RawTable, row: int) -> None:
        if self._adds_up:
            parts = settled(figures)
            self._cells[key] = added(self._cells[key], parts) if key in self._cells else parts
            return
        self._refuse_repeated(key, figures, table, row)
        known = self._cells.setdefault(key, figures)
        if known is figures:
            return
        double = next((name for name in figures if name in known), None)
        if double is None:
            known.update(figures)
            return
        first = known[double]
        message = (
            f"Samma cell står redan i {first.ref}: {key.indicator}, "
            f"{key.period}, {key.organisation}, {key.breakdown}. Ta bort den ena raden."
        )
        self._problems.add_at(partial(table.places.location, row, double), "dubbel-cell", message)

    def _refuse_repeated(self, key: Key, figures: Figures, table: RawTable, row: int) -> None:
        """Refuse a row that a source made of several, which only parts may be."""
        rows = table.rows_behind.get(row, 1)
        if rows > 1:
            message = (
                f"Samma cell står på {rows} rader: {key.indicator}, {key.period}, "
                f"{key.organisation}, {key.breakdown}. Ta bort alla utom en, eller skriv rader: "
                "summeras i beskrivningsfilen om raderna är delar som ska läggas ihop."
            )
            place = partial(table.places.location, row, next(iter(figures)))
            self._problems.add_at(place, "dubbel-cell", message)


def _columns(table: RawTable, constants: Mapping[str, str]) -> dict[str, list[RawCell]]:
    """All columns of a table, the constants too; a column wins over a constant."""
    length = len(table.frame)
    filled: dict[str, list[RawCell]] = {name: [text] * length for name, text in constants.items()}
    return {**filled, **{str(name): table.frame[name].tolist() for name in table.frame.columns}}


def _understood(column: list[RawCell], read: Callable[[str], object]) -> list[object]:
    meanings = {cell: read(cell_text(cell)) for cell in set(column)}
    return [meanings[cell] for cell in column]


def _figures(columns: Mapping[str, list[RawCell]], table: RawTable) -> Iterator[Figures]:
    """The figures of each row."""
    numbers = {
        name: map(partial(_number, unit=table.units.get(name, "")), columns[name])
        for name in NUMBER_FIELDS
        if name in columns
    }
    if Field.CODE in columns:
        numbers[Field.CODE] = map(_code, columns[Field.CODE])
    names, places = tuple(numbers), table.places
    for row, *found in zip(table.frame.index.tolist(), *numbers.values(), strict=True):
        rows = table.rows_behind.get(row, 1)
        yield {
            name: Figure(number, places, row, rows)
            for name, number in zip(names, found, strict=True)
        }


def _number(cell: RawCell, unit: str) -> ReadNumber:
    """A cell's number; the unit of its column holds where none is written after it."""
    number = read_number(cell) if isinstance(cell, str) else cell
    if not unit or number.value is None or number.suffix:
        return number
    return number._replace(suffix=unit)


def _code(cell: RawCell) -> ReadNumber:
    text = cell_text(cell).strip()
    gap = read_gap(text)
    if gap is None and text:
        return ReadNumber(fault=f'koden "{text}" känns inte igen')
    return ReadNumber(gap=gap)
