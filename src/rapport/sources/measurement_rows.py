"""Understands the rows of raw tables and joins them into observations, one per cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import cast

from rapport.domain.breakdown import Breakdown, Sex
from rapport.domain.measurement import Observation
from rapport.domain.problem import Location
from rapport.sources.figures import Figure, Figures, Key, observe
from rapport.sources.labels import LabelFault, Labels
from rapport.sources.number_reader import ReadNumber, read_gap, read_number
from rapport.sources.problem_list import ProblemList
from rapport.sources.raw_table import NUMBER_FIELDS, Field, RawCell, RawTable, cell_text

_FIELDS = frozenset(Field)


class RowJoiner:
    """Collects the cells of one data file, table by table."""

    def __init__(self, labels: Labels, problems: ProblemList) -> None:
        self._labels = labels
        self._problems = problems
        self._cells: dict[Key, Figures] = {}

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
            if key is not None:
                self._join(key, found, table, row)

    def observations(self, *, is_example: bool) -> list[Observation]:
        """The observations of all cells whose figures can be right."""
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
        before = len(self._problems.found)
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
        return len(self._problems.found) == before and not self._problems.is_cut

    def _constant_fault(self, name: str, text: str) -> LabelFault | None:
        readers: dict[str, Callable[[str], object]] = {
            Field.INDICATOR: self._labels.indicator,
            Field.ORGANISATION: self._labels.organisation,
            Field.PERIOD: self._labels.period,
            Field.SEX: self._labels.sex,
        }
        found = readers[name](text) if name in readers else None
        return found if isinstance(found, LabelFault) else None

    def _keys(self, columns: Mapping[str, list[RawCell]], table: RawTable) -> list[Key | None]:
        """The cell that each row is about; nothing, with problems, when a word is unknown.

        Each column is read word by word: a file repeats few words many times.
        """
        labels = self._labels
        understood: dict[str, list[object]] = {
            Field.INDICATOR: _understood(columns[Field.INDICATOR], labels.indicator),
            Field.PERIOD: _understood(columns[Field.PERIOD], labels.period),
            Field.ORGANISATION: _understood(columns[Field.ORGANISATION], labels.organisation),
        }
        indicators = understood[Field.INDICATOR]
        if Field.SEX in columns:
            understood[Field.SEX] = _understood(columns[Field.SEX], labels.sex)
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
        return [None if position in faulty else key for position, key in enumerate(keys)]

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
        values = {
            name: cast("str", word)
            for name, word in zip(names, words, strict=True)
            if word is not None
        }
        return self._labels.breakdown(cast("str", indicator), cast("Sex | None", sex), values)

    def _join(self, key: Key, figures: Figures, table: RawTable, row: int) -> None:
        known = self._cells.setdefault(key, figures)
        if known is figures:
            return
        double = next((name for name in figures if name in known), None)
        if double is None:
            known.update(figures)
            return
        first = known[double]
        message = (
            f"Samma cell står redan i {first.places.ref(first.row)}: {key.indicator}, "
            f"{key.period}, {key.organisation}, {key.breakdown}. Ta bort den ena raden."
        )
        self._problems.add_at(partial(table.places.location, row, double), "dubbel-cell", message)


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
    numbers = {name: map(_number, columns[name]) for name in NUMBER_FIELDS if name in columns}
    if Field.CODE in columns:
        numbers[Field.CODE] = map(_code, columns[Field.CODE])
    names, places = tuple(numbers), table.places
    for row, *found in zip(table.frame.index.tolist(), *numbers.values(), strict=True):
        yield {name: Figure(number, places, row) for name, number in zip(names, found, strict=True)}


def _number(cell: RawCell) -> ReadNumber:
    return read_number(cell) if isinstance(cell, str) else cell


def _code(cell: RawCell) -> ReadNumber:
    text = cell_text(cell).strip()
    gap = read_gap(text)
    if gap is None and text:
        return ReadNumber(fault=f'koden "{text}" känns inte igen')
    return ReadNumber(gap=gap)
