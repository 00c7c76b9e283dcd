"""Spreads chosen totals over months, units and sexes for the sample region ("exempeldata").

The totals stand in ``exempeltal.py``; only how they fall over the months is drawn, by a
seeded generator. No figure describes a real organisation.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import sqrt
from random import Random

LAST = (2024, 8)

Month = tuple[int, int]
MONTHS: list[Month] = [
    (year, month) for year in (2022, 2023, 2024) for month in range(1, 13) if (year, month) <= LAST
]
TERTIALS = [MONTHS[start : start + 4] for start in range(0, len(MONTHS), 4)]

EVEN = (1.03, 0.96, 1.05, 1.0, 1.0, 0.95, 0.8, 0.94, 1.03, 1.07, 1.05, 0.98)
"""How the year usually divides a steady activity over its months."""


@dataclass(frozen=True)
class Row:
    """One cell: ``code`` is "-" (bortfall) or "." (ej tillämplig) where there are no figures."""

    series: str
    month: Month
    unit: str
    sex: str
    numerator: int | None
    denominator: int | None = None
    kind: str = ""
    code: str = ""

    def gone(self, code: str = "-") -> Row:
        """The same cell without its figures."""
        return replace(self, numerator=None, denominator=None, code=code)


def apportion(total: int, weights: list[float], caps: list[int] | None = None) -> list[int]:
    """Whole numbers in proportion to weights that add up to a total, none above its cap."""
    limits = caps or [total] * len(weights)
    exact = [total * weight / sum(weights) for weight in weights]
    parts = [min(int(part), limit) for part, limit in zip(exact, limits, strict=True)]
    order = sorted(range(len(parts)), key=lambda i: (int(exact[i]) - exact[i], i))
    while (left := total - sum(parts)) > 0:
        open_parts = [i for i in order if parts[i] < limits[i]]
        if not open_parts:
            msg = f"{total} får inte plats"
            raise ValueError(msg)
        for i in open_parts[:left]:
            parts[i] += 1
    return parts


def about(random: Random, spread: float) -> float:
    """A factor near one."""
    return random.uniform(1 - spread, 1 + spread)


@dataclass(frozen=True)
class Shares:
    """A series of shares: the denominator per tertial and the percentage of each, by sex."""

    series: str
    units: dict[str, float]
    denominators: dict[str, int]
    percent: dict[str, tuple[float, ...]]
    kind: str = ""
    spread: float = 0.04

    def rows(self, random: Random) -> list[Row]:
        """The cells of all months, units and sexes."""
        effect = {unit: about(random, self.spread) for unit in self.units}
        return [
            row
            for sex, percent in self.percent.items()
            for number, months in enumerate(TERTIALS)
            for row in self._tertial(random, sex, months, percent[number], effect)
        ]

    def _chance(self, expected: float) -> float:
        """How far a cell may fall from its share: the fewer cases, the more by chance."""
        return min(0.6, self.spread / 2 + 0.9 / sqrt(max(1.0, expected)))

    def _tertial(
        self,
        random: Random,
        sex: str,
        months: list[Month],
        percent: float,
        effect: dict[str, float],
    ) -> list[Row]:
        cells = [(month, unit) for month in months for unit in self.units]
        is_last = months[-1] == LAST
        total = round(self.denominators[sex] * (1 if is_last else about(random, 0.03)))
        below = apportion(
            total, [EVEN[m[1] - 1] * self.units[u] * about(random, 0.05) for m, u in cells]
        )
        shares = [
            n * effect[unit] * about(random, self._chance(n * percent / 100))
            for n, (_, unit) in zip(below, cells, strict=True)
        ]
        above = apportion(round(total * percent / 100), shares, below)
        return [
            Row(self.series, month, unit, sex, x, n, self.kind)
            for (month, unit), x, n in zip(cells, above, below, strict=True)
        ]


@dataclass(frozen=True)
class Counts:
    """A series of counts: the total of January-August and September-December, by sex."""

    series: str
    units: dict[str, float]
    totals: dict[str, tuple[int, ...]]
    season: tuple[float, ...] = EVEN

    def rows(self, random: Random) -> list[Row]:
        """The cells of all months, units and sexes."""
        parts = [MONTHS[0:8], MONTHS[8:12], MONTHS[12:20], MONTHS[20:24], MONTHS[24:32]]
        rows = []
        for sex, totals in self.totals.items():
            for months, total in zip(parts, totals, strict=True):
                cells = [(month, unit) for month in months for unit in self.units]
                weights = [
                    self.season[m[1] - 1] * self.units[u] * about(random, 0.05) for m, u in cells
                ]
                rows += [
                    Row(self.series, month, unit, sex, count)
                    for (month, unit), count in zip(cells, apportion(total, weights), strict=True)
                ]
        return rows
