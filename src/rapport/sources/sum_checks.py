"""Totals that are not women plus men: reported, never an error, for the stated total stands.

Sex can be unknown for some, and statistics are rounded to protect people, so that parts need
not sum to their total.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from rapport.domain.breakdown import Sex
from rapport.domain.measurement import Measurements, Observation
from rapport.domain.problem import Location, Problem, Severity
from rapport.swedish.numbers import needed_decimals, number

_ROW = re.compile(r"rad (\d+)")


class _Difference(NamedTuple):
    """A total and what its women and men make together, of numerators or denominators."""

    total: Observation
    what: str
    stated: Decimal
    women: Decimal
    men: Decimal


def differing_totals(measured: Measurements) -> Iterator[Problem]:
    """A note for each file and measure where they differ: the first place, and how many more."""
    found: dict[tuple[str, str], list[_Difference]] = {}
    for difference in _differences(measured):
        key = (difference.total.source.file, difference.total.indicator)
        found.setdefault(key, []).append(difference)
    for (_, indicator), differences in found.items():
        yield _note(indicator, differences)


def _differences(measured: Measurements) -> Iterator[_Difference]:
    for (indicator, organisation, breakdown), series in measured.series.items():
        if breakdown.sex is not None:
            continue
        women, men = (measured.get(indicator, organisation, breakdown.with_sex(sex)) for sex in Sex)
        for period, total in series.items():
            if period in women and period in men:
                yield from _compared(total, women[period], men[period])


def _compared(total: Observation, women: Observation, men: Observation) -> Iterator[_Difference]:
    """The first figure that differs; what is missing or protected is not compared."""
    for what, figures in (
        ("täljare", (total.numerator, women.numerator, men.numerator)),
        ("nämnare", (total.denominator, women.denominator, men.denominator)),
    ):
        stated, of_women, of_men = figures
        if stated is None or of_women is None or of_men is None:
            continue
        if stated != of_women + of_men:
            yield _Difference(total, what, stated, of_women, of_men)
            return


def _note(indicator: str, differences: list[_Difference]) -> Problem:
    first = differences[0]
    total, organisation = first.total, first.total.organisation
    more = f" Samma sak gäller {len(differences) - 1} totaler till." if differences[1:] else ""
    return Problem(
        _place(total),
        "könen-är-inte-summan",
        f'Totalen {_shown(first.stated)} ({first.what}) för "{indicator}", {organisation}, '
        f"{total.period} är inte kvinnor plus män: {_shown(first.women)} + {_shown(first.men)} = "
        f"{_shown(first.women + first.men)}.{more} Totalen används. Kontrollera uttaget; kön kan "
        "saknas för några, eller källan kan avrunda.",
        Severity.NOTE,
    )


def _place(observation: Observation) -> Location:
    source = observation.source
    row = _ROW.fullmatch(source.cell)
    if row is not None:
        return Location(source.file, line=int(row[1]))
    return Location(source.file, sheet=source.sheet or None, cell=source.cell or None)


def _shown(value: Decimal) -> str:
    return number(value, needed_decimals(value, 0, 6))
