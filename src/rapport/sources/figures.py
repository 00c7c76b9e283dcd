"""Makes one observation of the figures that a data file gives for a cell, or says what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from rapport.domain.breakdown import Breakdown
from rapport.domain.measurement import Observation, SourceRef
from rapport.domain.period import Period
from rapport.domain.plan import Indicator
from rapport.domain.problem import Severity
from rapport.domain.quantity import Gap, MeasureKind, Unit
from rapport.sources.number_reader import ReadNumber
from rapport.sources.problem_list import ProblemList
from rapport.sources.raw_table import Field, Places
from rapport.sources.workbook import PERCENT, UNKNOWN_SCALE
from rapport.swedish.numbers import needed_decimals, number

_MONEY = {
    "kr": Decimal(1),
    "tkr": Decimal(1_000),
    "mnkr": Decimal(1_000_000),
    "mdkr": Decimal(1_000_000_000),
}
_MONEY_UNITS = {
    Unit.KRONOR: "kr",
    Unit.KRONOR_PER_INHABITANT: "kr",
    Unit.THOUSAND_KRONOR: "tkr",
    Unit.MILLION_KRONOR: "mnkr",
    Unit.BILLION_KRONOR: "mdkr",
}
_PERCENT_UNITS = {Unit.PERCENT, Unit.PERCENTAGE_POINTS}
_NEEDS_DENOMINATOR = {MeasureKind.SHARE, MeasureKind.RATE, MeasureKind.MEAN}
_NEEDS_VALUE = {MeasureKind.MEDIAN, MeasureKind.INDEX}
_THE = {
    Field.NUMERATOR: "täljaren",
    Field.DENOMINATOR: "nämnaren",
    Field.VALUE: "värdet",
    Field.CODE: "koden",
}
_STRONGEST = (Gap.WITHHELD, Gap.NOT_APPLICABLE, Gap.MISSING)


class Key(NamedTuple):
    """Which cell of measured data a row is about."""

    indicator: str
    period: Period
    organisation: str
    breakdown: Breakdown


class Figure(NamedTuple):
    """A number (or code) with its place; ``rows`` rows of the source are summed in it."""

    number: ReadNumber
    places: Places
    row: int
    rows: int = 1

    @property
    def ref(self) -> SourceRef:
        """Where the number stands, or where the first of its rows does."""
        first = self.places.ref(self.row)
        if self.rows == 1:
            return first
        more = self.rows - 1
        rows = "1 rad" if more == 1 else f"{number(Decimal(more))} rader"
        if not first.cell:
            return first._replace(cell=f"{number(Decimal(self.rows))} rader")
        return first._replace(cell=f"{first.cell} och {rows} till")


Figures = dict[Field, Figure]
"""All figures that a file gives for one cell; a workbook may give them in two blocks."""


class _Refused(NamedTuple):
    """What is wrong with a cell, and at which of its figures."""

    at: Field
    code: str
    message: str


def observe(
    key: Key, figures: Figures, indicator: Indicator, problems: ProblemList, *, is_example: bool
) -> Observation | None:
    """The observation of a cell; nothing when its figures cannot be right."""
    refusals = list(_refusals(figures, indicator))
    for refused in refusals:
        _report(problems, figures[refused.at], refused)
    if refusals:
        return None
    values = {name: _in_unit(name, figure.number, indicator) for name, figure in figures.items()}
    gap = _gap(figures, values, indicator, problems)
    first = next(figures[name] for name in _SOURCE_ORDER if name in figures)
    return Observation(
        *key,
        numerator=None if gap else values.get(Field.NUMERATOR),
        denominator=None if gap else values.get(Field.DENOMINATOR),
        value=None if gap else values.get(Field.VALUE),
        gap=gap,
        source=first.ref,
        is_example=is_example,
    )


_SOURCE_ORDER = (Field.NUMERATOR, Field.VALUE, Field.DENOMINATOR, Field.CODE)


def _report(problems: ProblemList, figure: Figure, refused: _Refused) -> None:
    place = partial(figure.places.location, figure.row, refused.at)
    problems.add_at(place, refused.code, refused.message)


def _refusals(figures: Mapping[Field, Figure], indicator: Indicator) -> Iterator[_Refused]:
    readable = True
    for name, figure in figures.items():
        if not figure.number.fault and not figure.number.suffix:
            continue
        if figure.number.fault:
            readable = False
            message = f"{figure.number.fault[:1].upper()}{figure.number.fault[1:]}. {_WRITE}"
            yield _Refused(name, "inte-ett-tal", message)
        elif message := _wrong_unit(name, figure.number.suffix, indicator):
            readable = False
            code = "skala-saknas" if figure.number.suffix == UNKNOWN_SCALE else "fel-enhet"
            yield _Refused(name, code, message)
    if readable:
        yield from _contradictions(figures, indicator)


_WRITE = "Skriv ett tal som 1 234,5, eller - för bortfall, . för ej tillämpligt, .. för sekretess."


def _wrong_unit(name: Field, suffix: str, indicator: Indicator) -> str:
    """What is wrong with the unit written after a number; empty when nothing is."""
    is_value = name is Field.VALUE
    if suffix == UNKNOWN_SCALE and is_value and indicator.unit in _PERCENT_UNITS:
        return (
            "Filen är för stor för att cellernas format ska läsas. Ange skala: andel (0,751) "
            "eller skala: procent (75,1) i beskrivningsfilen."
        )
    if suffix in {"", UNKNOWN_SCALE}:
        return ""
    if suffix == PERCENT and is_value and indicator.unit in _PERCENT_UNITS:
        return ""
    if suffix in _MONEY and name is not Field.DENOMINATOR and indicator.unit in _MONEY_UNITS:
        return ""
    return (
        f'Enheten "{suffix}" stämmer inte med styrmåttet "{indicator.data_id}", där '
        f"{_THE[name]} ska vara {_expected_unit(name, indicator)}. Kontrollera kolumnen i "
        "beskrivningsfilen."
    )


def _expected_unit(name: Field, indicator: Indicator) -> str:
    if name is not Field.DENOMINATOR and indicator.unit in _MONEY_UNITS:
        return _MONEY_UNITS[indicator.unit]
    return str(indicator.unit) if name is Field.VALUE else "ett antal"


def _in_unit(name: Field, read: ReadNumber, indicator: Indicator) -> Decimal | None:
    """The number in the measure's own unit of money."""
    if read.value is None or name is Field.DENOMINATOR or read.suffix not in _MONEY:
        return read.value
    return read.value * _MONEY[read.suffix] / _MONEY[_MONEY_UNITS[indicator.unit]]


def _contradictions(figures: Mapping[Field, Figure], indicator: Indicator) -> Iterator[_Refused]:
    found = {name: figure.number.value for name, figure in figures.items()}
    numerator, denominator = found.get(Field.NUMERATOR), found.get(Field.DENOMINATOR)
    for name, value in ((Field.NUMERATOR, numerator), (Field.DENOMINATOR, denominator)):
        may_be_negative = name is Field.NUMERATOR and indicator.unit in _MONEY_UNITS
        if value is not None and value < 0 and not may_be_negative:
            message = f"Ett antal kan inte vara negativt ({_shown(value)}). Kontrollera uttaget."
            yield _Refused(name, "negativt-antal", message)
    if numerator is not None and denominator is not None:
        yield from _impossible_pair(numerator, denominator, indicator)
    code = figures.get(Field.CODE)
    if code and code.number.gap and any(v is not None for v in found.values()):
        message = f"Raden har både ett tal och koden för {code.number.gap}. Ta bort det ena."
        yield _Refused(Field.CODE, "kod-och-tal", message)


def _impossible_pair(
    numerator: Decimal, denominator: Decimal, indicator: Indicator
) -> Iterator[_Refused]:
    if indicator.kind is MeasureKind.SHARE and 0 <= denominator < numerator:
        message = (
            f"Täljaren {_shown(numerator)} är större än nämnaren {_shown(denominator)}, men en "
            "andel räknar en del av nämnaren. Kontrollera uttaget, eller om kolumnerna är "
            "förväxlade."
        )
        yield _Refused(Field.NUMERATOR, "täljare-större-än-nämnare", message)
    elif indicator.kind in _NEEDS_DENOMINATOR and denominator == 0 != numerator:
        message = f"Nämnaren är 0 men täljaren {_shown(numerator)}. Kontrollera uttaget."
        yield _Refused(Field.DENOMINATOR, "nämnare-noll", message)


def _shown(value: Decimal) -> str:
    return number(value, needed_decimals(value, 0, 6))


def _gap(
    figures: Mapping[Field, Figure],
    values: Mapping[Field, Decimal | None],
    indicator: Indicator,
    problems: ProblemList,
) -> Gap | None:
    """Why the cell is empty; nothing when what the measure needs is there."""
    present = {name for name, value in values.items() if value is not None}
    if Field.VALUE in present:
        return None
    needed = _needed(indicator)
    if needed <= present:
        return None
    gaps = {figure.number.gap for figure in figures.values()}
    strongest = next((gap for gap in _STRONGEST if gap in gaps), Gap.MISSING)
    if present and strongest is Gap.MISSING:
        _warn_half(figures, present, needed, problems)
    return strongest


def _needed(indicator: Indicator) -> set[Field]:
    if indicator.kind in _NEEDS_VALUE:
        return {Field.VALUE}
    if indicator.kind in _NEEDS_DENOMINATOR:
        return {Field.NUMERATOR, Field.DENOMINATOR}
    return {Field.NUMERATOR}


def _warn_half(
    figures: Mapping[Field, Figure], present: set[Field], needed: set[Field], problems: ProblemList
) -> None:
    at = next(name for name in _SOURCE_ORDER if name in present)
    figure = figures[at]
    absent = " och ".join(sorted(needed - present))
    message = (
        f"Här finns {at} men inte {absent}, så cellen räknas som bortfall. Komplettera uttaget."
    )
    place = partial(figure.places.location, figure.row, at)
    problems.add_at(place, "halv-cell", message, Severity.WARNING)
