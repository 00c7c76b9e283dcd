"""An outsider with all reports at hand, who solves for what they hide ("angriparen").

Everything that the reports of a year show is written as equations over the smallest pieces
there are - a unit, a sex, a part of the year - of which none is negative. Linear programming
then gives the least and the most that each hidden figure can be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import product

import numpy as np
import numpy.typing as npt
from scipy.optimize import linprog

from fulfilment.world import REGION, World
from rapport.domain.breakdown import Breakdown
from rapport.domain.period import Period, parse_period
from rapport.domain.quantity import MeasureKind, State
from rapport.fulfilment.assessment import rows

Place = tuple[str, Breakdown, Period]
"""A figure: whose, of whom, and when."""

Vector = npt.NDArray[np.float64]

_CERTAIN = 1e-6
_MIXTURES = 4
COUNTED, NOT_COUNTED = 0, 1


@dataclass(frozen=True)
class Truth:
    """The rows of the measured data: the pieces that every figure is a sum of."""

    world: World

    @cached_property
    def counts(self) -> Vector:
        """Those who count and those who do not, for each piece."""
        table = [
            (x := float(cell.numerator or 0), float(cell.denominator or x) - x)
            for cell in self.world.cells
        ]
        return np.array(table).T

    @cached_property
    def _rows(self) -> dict[Place, Vector]:
        return {}

    def row(self, place: Place) -> Vector:
        """Which pieces a figure is the sum of."""
        if place not in self._rows:
            self._rows[place] = self._made(place)
        return self._rows[place]

    def _made(self, place: Place) -> Vector:
        organisation, breakdown, period = place
        return np.array(
            [
                float(
                    organisation in {REGION, cell.organisation}
                    and breakdown.sex in {None, cell.breakdown.sex}
                    and set(breakdown.dimensions) <= set(cell.breakdown.dimensions)
                    and cell.period in period
                )
                for cell in self.world.cells
            ]
        )

    def few(self, place: Place) -> Iterator[int]:
        """Which counts of a figure are few people: those who count, those who do not."""
        both = (COUNTED, NOT_COUNTED)
        asked = both if self.world.indicator.kind is MeasureKind.SHARE else (COUNTED,)
        row = self.row(place)
        for count in asked:
            if 0 < row @ self.counts[count] < self.world.threshold:
                yield count


@dataclass
class Attacker:
    """What the reports have shown so far of a measure, and which few people they have hidden."""

    truth: Truth
    shown: dict[Place, Vector] = field(default_factory=dict)
    secrets: set[tuple[Place, int]] = field(default_factory=set)

    def read(self, world: World, periods: Sequence[Period]) -> None:
        """Take in everything that one build of the reports may show."""
        evaluation, indicator = world.evaluation, world.indicator
        units = evaluation.organisations(world.plan, indicator)
        for place in product(units, rows(indicator), periods):
            outcome = evaluation.outcome(indicator, *place)
            row = self.truth.row(place)
            if outcome.state is State.MEASURED:
                assert outcome.numerator == row @ self.truth.counts[COUNTED]
                self.shown[place] = row
            elif outcome.state is State.SUPPRESSED:
                few = set(self.truth.few(place))
                assert outcome.is_cover == (not few)
                self.secrets |= {(place, count) for count in few}

    def found_out(self) -> dict[tuple[Place, int], float]:
        """The hidden counts of few people that have only one possible value."""
        found: dict[tuple[Place, int], float] = {}
        for count in (COUNTED, NOT_COUNTED):
            wanted = [place for place, which in self.secrets if which == count]
            for place, value in self._certain(wanted, count):
                found[place, count] = value
        return found

    def _certain(self, wanted: Sequence[Place], count: int) -> Iterator[tuple[Place, float]]:
        """Look for two answers that differ: first for all at once, then for each that is left."""
        left = {place: self.truth.row(place) for place in wanted}
        answers: list[Vector] = []
        for goal in _goals(list(left.values())) if left else ():
            answers.append(self._answer(goal, count))
            left = {place: row for place, row in left.items() if _width(row, answers) < _CERTAIN}
        for place, row in left.items():
            ends = [self._answer(sign * row, count) for sign in (1, -1)]
            if _width(row, ends) < _CERTAIN:
                yield place, float(row @ ends[0])

    def _answer(self, goal: Vector, count: int) -> Vector:
        """A table that agrees with everything shown, as far as possible in a direction."""
        equations = np.unique(np.array(list(self.shown.values())), axis=0)
        known = equations @ self.truth.counts[count]
        most = known.max(initial=0) * 2 + 100
        solved = linprog(goal, A_eq=equations, b_eq=known, bounds=(0, most), method="highs")
        assert solved.status == 0, solved.message
        return np.asarray(solved.x)


def _goals(hidden: Sequence[Vector]) -> Iterator[Vector]:
    """Where to look for answers that differ: all hidden figures up, down, and mixtures."""
    total = np.sum(hidden, axis=0)
    mixed = np.random.default_rng(1)
    yield from (total, -total, *(total * mixed.normal(size=total.size) for _ in range(_MIXTURES)))


def _width(row: Vector, answers: Sequence[Vector]) -> float:
    values = [float(row @ answer) for answer in answers]
    return max(values) - min(values)


def reader_of(world: World, occasions: Sequence[str], periods: Sequence[Period]) -> Attacker:
    """An outsider who has kept the reports of every occasion, each built on data until then."""
    attacker = Attacker(Truth(world))
    for occasion in occasions:
        end = parse_period(occasion).last
        known = tuple(cell for cell in world.cells if cell.period.last <= end)
        then = replace(world, cells=known, occasion=occasion)
        attacker.read(then, [period for period in periods if period.last <= end])
    return attacker
