"""Sums rows of a source into one cell, when its mapping says that rows are parts ("summeras").

A withheld part withholds the whole and a missing part leaves it missing; a part that does
not apply adds nothing. So "missing" never becomes 0.
"""

from __future__ import annotations

from rapport.domain.quantity import Gap
from rapport.sources.figures import Figure, Figures
from rapport.sources.number_reader import ReadNumber
from rapport.sources.raw_table import NUMBER_FIELDS, Field

_STRONGEST = (Gap.WITHHELD, Gap.MISSING)


def settled(figures: Figures) -> Figures:
    """One row's figures with its code put where the numbers are missing.

    A code beside a number is a contradiction and stays to be told as one.
    """
    code = figures.get(Field.CODE)
    numbers = {name: figures[name] for name in NUMBER_FIELDS if name in figures}
    if code is None or code.number.gap is None:
        return figures
    if any(figure.number.gap is None for figure in numbers.values()):
        return figures
    gap = ReadNumber(gap=code.number.gap)
    coded = {name: figure._replace(number=gap) for name, figure in numbers.items()}
    return {**coded, Field.CODE: code._replace(number=ReadNumber())}


def added(known: Figures, more: Figures) -> Figures:
    """The figures of two parts of a cell as the figures of both."""
    return {
        name: _added(known[name], more[name]) if name in more else known[name] for name in known
    } | {name: figure for name, figure in more.items() if name not in known}


def _added(known: Figure, more: Figure) -> Figure:
    rows = known.rows + more.rows
    if known.number.fault:
        return known._replace(rows=rows)
    if more.number.fault:
        return more._replace(rows=rows)
    return known._replace(number=_sum(known.number, more.number), rows=rows)


def _sum(one: ReadNumber, other: ReadNumber) -> ReadNumber:
    gaps = {one.gap, other.gap}
    for gap in _STRONGEST:
        if gap in gaps:
            return ReadNumber(gap=gap)
    if one.value is None:
        return one if other.value is None and one.gap is not None else other
    if other.value is None:
        return one
    if one.suffix != other.suffix:
        units = " och ".join(f'"{unit}"' if unit else "ingen enhet" for unit in _units(one, other))
        return ReadNumber(fault=f"raderna som ska summeras har olika enheter ({units})")
    return one._replace(value=one.value + other.value)


def _units(*numbers: ReadNumber) -> list[str]:
    return sorted(number.suffix for number in numbers)
