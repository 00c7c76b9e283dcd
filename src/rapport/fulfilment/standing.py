"""Standing ("placering") of a unit among the others: a comparison, never a verdict on a target."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from rapport.domain.plan import Better

FEWEST = 4
"""So many units it takes for a quarter of them to be one."""

_QUARTER = Fraction(1, 4)


class Standing(StrEnum):
    """Where a unit stands; the words are never those of a verdict."""

    BEST = "bland den bästa fjärdedelen"
    MIDDLE = "bland den mellersta hälften"
    WORST = "bland den sämsta fjärdedelen"


def standing(better: Better, unit: str, values: Mapping[str, Decimal]) -> Standing | None:
    """Where a unit stands among those with a figure that may be shown.

    Nothing where no way is better, the unit has no figure, or they are fewer than four.
    Equal figures stand equal: when nobody is better and nobody worse, all are in the middle.
    """
    if better is Better.NEITHER or unit not in values or len(values) < FEWEST:
        return None
    above = sum(value > values[unit] for value in values.values())
    below = sum(value < values[unit] for value in values.values())
    ahead, behind = (above, below) if better is Better.HIGHER else (below, above)
    limit = _QUARTER * len(values)
    first, last = ahead < limit, behind < limit
    if first is last:
        return Standing.MIDDLE
    return Standing.BEST if first else Standing.WORST
