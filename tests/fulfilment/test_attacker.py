"""The attacker: no hidden figure of few people can be worked out from all that is shown.

Seven ways to show a measure times 40 is 280 random regions, half a minute of computing. More
of them: ``SEKRETESSPROV=500 pytest -k attacker -n auto``.
"""

from __future__ import annotations

import os
import random
from dataclasses import replace

import pytest

from fulfilment.attacker import reader_of
from fulfilment.world import COUNT, NORTH, SHARE, SOUTH, WEST, World, cell, world
from rapport.domain.breakdown import Breakdown, Sex
from rapport.domain.period import Grain, OccasionKind, Period
from rapport.domain.plan import Basis, Dimension, Indicator, SexSplit

TABLES = int(os.environ.get("SEKRETESSPROV", "40"))
"""How many random regions are attacked for each way that a measure can be shown."""

YEAR = Period.year_of(2024)
UNITS = (NORTH, SOUTH, WEST)
REPORTS = ("T1-2024", "T2-2024", "AR-2024")
KINDS = Dimension("typ", "Typ", (("a", "A"), ("b", "B")), judged=True)
SIZES = ((0, 4), (0, 9), (0, 30), (3, 60))

FORMS: dict[str, Indicator] = {
    "antal, ackumulerat": replace(COUNT, basis=Basis.CUMULATIVE),
    "antal per tertial": COUNT,
    "antal per tertial, tre tertial": replace(
        COUNT, occasions=frozenset({OccasionKind.T1, OccasionKind.T2, OccasionKind.T3})
    ),
    "andel per tertial": SHARE,
    "andel, ackumulerad": replace(SHARE, basis=Basis.CUMULATIVE),
    "antal utan kön": replace(COUNT, sex_split=SexSplit.UNAVAILABLE, basis=Basis.CUMULATIVE),
    "antal i två slag": replace(COUNT, dimensions=(KINDS,)),
}


def _series(indicator: Indicator) -> list[Breakdown]:
    """The smallest series: a sex, a value of each dimension."""
    sexes = tuple(Sex) if indicator.split_by_sex else (None,)
    return [Breakdown(sex, one.dimensions) for one in indicator.judged_series for sex in sexes]


def _random_world(indicator: Indicator, seed: int, grain: Grain) -> World:
    """Three units with counts of one size, now and then another, and now and then nobody."""
    chance = random.Random(f"{seed} {indicator.kind} {indicator.basis}")  # noqa: S311 - a test
    size = chance.choice(SIZES)
    rows = []
    for unit in UNITS:
        for part in YEAR.split(grain):
            for series in _series(indicator):
                low, high = size if chance.random() < 0.8 else chance.choice(SIZES)
                x = chance.randint(low, high) if chance.random() < 0.9 else 0
                n = None if indicator.kind is COUNT.kind else x + chance.randint(low, high)
                rows.append(cell(part, x, n, of=series, at=unit))
    return world(indicator, rows)


PERIODS = tuple(
    Period(YEAR.first + 4 * first, YEAR.first + 4 * end - 1)
    for first in range(3)
    for end in range(first + 1, 4)
)
MONTHS = tuple(
    Period(first.first, last.last)
    for first in YEAR.months
    for last in YEAR.months
    if first <= last and (first.length + last.last - first.last == 1 or first.first == YEAR.first)
)


@pytest.mark.parametrize("form", FORMS)
def test_tertials_and_sums_of_them_give_no_hidden_figure_away(form: str) -> None:
    """All reports of a year together: each tertial, January until each, until the year's end."""
    hidden = 0
    for seed in range(TABLES):
        attacker = reader_of(_random_world(FORMS[form], seed, Grain.TERTIAL), REPORTS, PERIODS)
        hidden += len(attacker.secrets)
        assert {} == attacker.found_out(), seed
    assert hidden > TABLES


@pytest.mark.parametrize("form", FORMS)
def test_months_give_no_hidden_figure_away(form: str) -> None:
    """A chart of every month beside the tertials, in the reports of T1, T2 and the year."""
    for seed in range(max(TABLES // 4, 2)):
        attacker = reader_of(
            _random_world(FORMS[form], seed, Grain.MONTH), REPORTS, (*PERIODS, *MONTHS)
        )
        assert {} == attacker.found_out(), seed
