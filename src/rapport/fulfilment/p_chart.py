"""p charts ("styrdiagram för andelar"): limits that follow how many were asked each time."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from rapport.fulfilment.intervals import Interval

_SIGMAS = 3


def p_limits(
    numerators: Sequence[Decimal], denominators: Sequence[Decimal]
) -> tuple[Decimal, tuple[Interval, ...]]:
    """The common share (0-1) and, for each point, the limits of three standard errors."""
    share = sum(numerators, Decimal(0)) / sum(denominators, Decimal(0))
    return share, tuple(_around(share, n) for n in denominators)


def _around(share: Decimal, denominator: Decimal) -> Interval:
    reach = _SIGMAS * (share * (1 - share) / denominator).sqrt()
    return Interval(max(Decimal(0), share - reach), min(Decimal(1), share + reach))
