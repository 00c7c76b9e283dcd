"""Rows of totals ("Totalt", "Summa") in exports: never data, always a check on what was read.

An export often ends with its own total. Read as a unit it would be counted twice; left out
unread it could not tell that a unit is missing. So it is compared with the cells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import Enum
from functools import partial
from typing import NamedTuple

from rapport.domain.breakdown import Breakdown
from rapport.domain.period import Period
from rapport.domain.problem import Severity
from rapport.domain.quantity import Gap, MeasureKind
from rapport.sources.figures import Figure, Figures, Key
from rapport.sources.labels import LabelFault, Labels
from rapport.sources.problem_list import ProblemList
from rapport.sources.raw_table import Field, RawCell, cell_text
from rapport.swedish.numbers import needed_decimals, number

_WORDS = frozenset(
    {"total", "totalt", "totalsumma", "summa", "summa totalt", "delsumma", "alla", "samtliga"}
)
_WHOLE_FIELDS = (Field.INDICATOR, Field.PERIOD, Field.ORGANISATION)


class Whole(Enum):
    """Stands for all measures, periods or organisations together."""

    WHOLE = "totalt"


WHOLE = Whole.WHOLE


class TotalKey(NamedTuple):
    """What a row of totals is about; at least one part is the whole."""

    indicator: str | Whole
    period: Period | Whole
    organisation: str | Whole
    breakdown: Breakdown


class TotalRow(NamedTuple):
    """A row of totals with its figures."""

    key: TotalKey
    figures: Figures


def mark_totals(
    understood: Mapping[str, list[object]], columns: Mapping[str, list[RawCell]]
) -> frozenset[int]:
    """Put the whole where a total's word stands, and in the blanks beside it.

    A word that the region uses as a name ("Samtliga" as alias) is that organisation. Returns
    the positions of the rows that are totals.
    """
    words = {
        name: [" ".join(cell_text(cell).split()).casefold() for cell in columns[name]]
        for name in _WHOLE_FIELDS
        if any(isinstance(meaning, LabelFault) for meaning in understood[name])
    }
    rows = frozenset(
        position
        for name, texts in words.items()
        for position, text in enumerate(texts)
        if text in _WORDS and isinstance(understood[name][position], LabelFault)
    )
    for position in rows:
        for name, texts in words.items():
            blank = texts[position] == "" or texts[position] in _WORDS
            if blank and isinstance(understood[name][position], LabelFault):
                understood[name][position] = WHOLE
        if Field.SEX in understood and cell_text(columns[Field.SEX][position]).strip() == "":
            understood[Field.SEX][position] = None
    return rows


def check_totals(
    totals: Iterable[TotalRow], cells: Mapping[Key, Figures], labels: Labels, problems: ProblemList
) -> None:
    """Warn about each total that the cells do not add up to.

    The parts may lie at several levels (divisions and their hospitals) and be given for
    women and men or for both, so one sum that agrees is enough.
    """
    by_indicator: dict[str, list[tuple[Key, Figures]]] = {}
    totals = list(totals)
    for key, figures in cells.items() if totals else ():
        by_indicator.setdefault(key.indicator, []).append((key, figures))
    for total in totals:
        if not isinstance(total.key.indicator, str):
            continue
        parts = [
            part for part in by_indicator.get(total.key.indicator, ()) if _is_part(part, total)
        ]
        for name, figure in total.figures.items():
            if figure.number.value is not None and _adds_up(name, total.key, labels):
                _check(name, figure, parts, labels, problems)


def _is_part(part: tuple[Key, Figures], total: TotalRow) -> bool:
    key, wanted = part[0], total.key
    return (
        wanted.period in {WHOLE, key.period}
        and wanted.organisation in {WHOLE, key.organisation}
        and wanted.breakdown.dimensions in {(), key.breakdown.dimensions}
        and wanted.breakdown.sex in {None, key.breakdown.sex}
    )


def _adds_up(name: Field, key: TotalKey, labels: Labels) -> bool:
    """Whether such figures can be summed over what the total is a total of."""
    indicator = labels.indicators[str(key.indicator)]
    over_time = key.period is WHOLE
    if name is Field.NUMERATOR:
        return not (over_time and indicator.kind is MeasureKind.LEVEL)
    return name is Field.DENOMINATOR and not (over_time and indicator.denominator_is_stock)


def _check(
    name: Field,
    total: Figure,
    parts: list[tuple[Key, Figures]],
    labels: Labels,
    problems: ProblemList,
) -> None:
    stated = total.number.value or Decimal(0)
    sums = [found for group in _groups(parts, labels) if (found := _sum(name, group, total))]
    if not sums or any(_agrees(stated, found) for found in sums):
        return
    nearest = min((found.known for found in sums), key=lambda known: abs(known - stated))
    message = (
        f"Raden med summan säger {_shown(stated)} ({name}), men de rader som lästs blir "
        f"tillsammans {_shown(nearest)}. Kontrollera att inget saknas i uttaget och att inget "
        "står två gånger. Summan själv räknas aldrig med."
    )
    place = partial(total.places.location, total.row, name)
    problems.add_at(place, "fel-summa", message, Severity.WARNING)


def _groups(parts: list[tuple[Key, Figures]], labels: Labels) -> Iterator[list[Figures]]:
    """The parts that belong together: one level, one length of period, one way to split up."""
    found: dict[tuple[object, ...], list[Figures]] = {}
    for key, figures in parts:
        split = (key.breakdown.sex is None, len(key.breakdown.dimensions))
        group = (labels.level(key.organisation), key.period.length, *split)
        found.setdefault(group, []).append(figures)
    yield from found.values()


class _Sum(NamedTuple):
    """What parts add up to, and whether some of them are unknown."""

    known: Decimal
    is_whole: bool


def _sum(name: Field, group: list[Figures], total: Figure) -> _Sum | None:
    """The sum of the parts that are known; nothing when they are in another unit."""
    numbers = [figures[name].number for figures in group if name in figures]
    values = [found.value for found in numbers if found.value is not None]
    if not values or any(n.value is not None and n.suffix != total.number.suffix for n in numbers):
        return None
    unknown = any(n.value is None and n.gap is not Gap.NOT_APPLICABLE for n in numbers)
    return _Sum(sum(values, Decimal(0)), not unknown)


def _agrees(stated: Decimal, found: _Sum) -> bool:
    return stated == found.known or (not found.is_whole and stated > found.known)


def _shown(value: Decimal) -> str:
    return number(value, needed_decimals(value, 0, 6))
