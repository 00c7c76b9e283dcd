"""Small groups ("små grupper"): which counts of people a figure rests on, and which are few."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from rapport.domain.outcome import Outcome
from rapport.domain.plan import Indicator
from rapport.domain.quantity import MeasureKind, State, Unit

Counts = tuple[Decimal, ...]
"""The counts behind a figure that are protected; empty where no persons are counted."""

HAS_FIGURES = frozenset({State.MEASURED, State.NOT_ASSESSABLE, State.SUPPRESSED})
"""The states of an outcome that has figures behind it, shown or withheld."""

_COUNTS_NOBODY = frozenset(Unit) - {Unit.COUNT, Unit.PER_THOUSAND, Unit.PER_HUNDRED_THOUSAND}
"""The units of a level that is no count of people: money, percent, days, an index."""


@dataclass(frozen=True)
class Limits:
    """The smallest counts that may be shown ("sekretessgräns").

    ``people`` for those that a figure counts, ``base`` for the group that a share or a mean
    is taken of; zero is nobody and always shown.
    """

    people: int
    base: int = 0

    def few(self, indicator: Indicator, counts: Counts) -> bool:
        """Whether any of the counts behind a figure is few people but not nobody."""
        group = sum(counts, Decimal(0))
        match indicator.kind:
            case MeasureKind.SHARE:
                return any(0 < x < self.people for x in counts) or 0 < group < self.base
            case MeasureKind.MEAN:
                return 0 < group < max(self.people, self.base)
            case MeasureKind.LEVEL if not _counts_people(indicator):
                return False
            case MeasureKind.RATE | MeasureKind.COUNT | MeasureKind.LEVEL:
                return any(0 < x < self.people for x in counts[:1])
            case _:
                return False


def counts_of(outcome: Outcome, indicator: Indicator) -> Counts | None:
    """The counts behind a figure; none at all where the source has withheld them.

    For a share both those who count and those who do not. A population is no secret. Money
    is protected only where the source withholds it, and so is a level in percent (a solvency
    of 1,9 %); medians and indexes cannot be put together from parts.
    """
    if outcome.state is State.SUPPRESSED:
        return None
    counts_nobody = indicator.kind is MeasureKind.LEVEL and indicator.unit in _COUNTS_NOBODY
    x, n = None if counts_nobody else outcome.numerator, outcome.denominator
    match indicator.kind:
        case MeasureKind.SHARE:
            return () if x is None or n is None else (x, n - x)
        case MeasureKind.MEAN:
            return () if n is None else (n,)
        case MeasureKind.LEVEL if not _counts_people(indicator):
            return ()
        case MeasureKind.RATE | MeasureKind.COUNT | MeasureKind.LEVEL | MeasureKind.AMOUNT:
            return () if x is None else (x,)
        case _:
            return ()


def _counts_people(indicator: Indicator) -> bool:
    """Whether a level is so many people on a day, and not a ready-made share or a sum of money."""
    return indicator.unit is Unit.COUNT


def added(counts: Counts | None, before: Counts | None) -> Counts | None:
    """What a count has grown by since an earlier one; unknown when either is withheld.

    A ready-made figure has no count, and tells nothing of one.
    """
    if counts is None or before is None:
        return None
    if len(counts) != len(before):
        return counts
    return tuple(now - then for now, then in zip(counts, before, strict=True))
