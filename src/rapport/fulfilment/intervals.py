"""Intervals ("konfidensintervall") of shares: Wilson for one, Newcombe for a difference."""

from __future__ import annotations

from decimal import Decimal

from rapport.domain.outcome import Outcome

Z = Decimal("1.959964")
"""The 97,5th percentile of the normal distribution, for 95 % intervals."""


def wilson(numerator: Decimal, denominator: Decimal) -> tuple[Decimal, Decimal]:
    """The 95 % interval of a share (0-1), good also for few and for shares near 0 and 1."""
    x, n = numerator, denominator
    middle = 2 * x + Z * Z
    spread = Z * (Z * Z + 4 * x * (1 - x / n)).sqrt()
    below = 2 * (n + Z * Z)
    return (middle - spread) / below, (middle + spread) / below


def newcombe(
    one: tuple[Decimal, Decimal], other: tuple[Decimal, Decimal]
) -> tuple[Decimal, Decimal]:
    """The 95 % interval of the difference of two shares, each (numerator, denominator)."""
    first, second = one[0] / one[1], other[0] / other[1]
    (low1, high1), (low2, high2) = wilson(*one), wilson(*other)
    down = ((first - low1) ** 2 + (high2 - second) ** 2).sqrt()
    up = ((high1 - first) ** 2 + (second - low2) ** 2).sqrt()
    return first - second - down, first - second + up


def _parts(outcome: Outcome) -> tuple[Decimal, Decimal] | None:
    x, n = outcome.numerator, outcome.denominator
    return (x, n) if x is not None and n and 0 <= x <= n else None


def difference_is_certain(one: Outcome, other: Outcome) -> bool:
    """Whether two shares differ by more than chance ("statistiskt säkerställd")."""
    parts = _parts(one), _parts(other)
    if parts[0] is None or parts[1] is None:
        return False
    low, high = newcombe(parts[0], parts[1])
    return low > 0 or high < 0
