"""Chance: whether a difference between women and men is more than chance ("säkerställd")."""

from __future__ import annotations

from decimal import Decimal

from rapport.domain.outcome import Outcome

Z_95 = Decimal("1.959963984540054")
"""The normal quantile of a 95 % interval."""


def wilson(successes: Decimal, total: Decimal) -> tuple[Decimal, Decimal]:
    """Wilson's 95 % interval of a share, as fractions.

    >>> [round(limit, 4) for limit in wilson(Decimal(81), Decimal(263))]
    [Decimal('0.2553'), Decimal('0.3662')]
    """
    share = successes / total
    middle = 2 * successes + Z_95**2
    spread = Z_95 * (Z_95**2 + 4 * successes * (1 - share)).sqrt()
    below = 2 * (total + Z_95**2)
    return (middle - spread) / below, (middle + spread) / below


def newcombe(
    first: tuple[Decimal, Decimal], second: tuple[Decimal, Decimal]
) -> tuple[Decimal, Decimal]:
    """The 95 % interval of a difference between two shares, Newcombe's method 10.

    Each argument is (successes, total). Source: Newcombe, Statistics in Medicine 1998.

    >>> low, high = newcombe((Decimal(56), Decimal(70)), (Decimal(48), Decimal(80)))
    >>> round(low, 4), round(high, 4)
    (Decimal('0.0524'), Decimal('0.3339'))
    """
    (low1, high1), (low2, high2) = wilson(*first), wilson(*second)
    share1, share2 = first[0] / first[1], second[0] / second[1]
    gap = share1 - share2
    down = ((share1 - low1) ** 2 + (high2 - share2) ** 2).sqrt()
    up = ((high1 - share1) ** 2 + (share2 - low2) ** 2).sqrt()
    return gap - down, gap + up


def difference_is_certain(one: Outcome, other: Outcome) -> bool:
    """Whether two shares differ by more than chance, at 95 %.

    False also where there is no numerator and denominator to tell from.
    """
    parts = [(each.numerator, each.denominator) for each in (one, other)]
    known = [(x, n) for x, n in parts if x is not None and n is not None and 0 <= x <= n and n > 0]
    if len(known) != len(parts):
        return False
    low, high = newcombe(*known)
    return low > 0 or high < 0
