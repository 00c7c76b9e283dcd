"""Whether a typed number says the same as a known figure, or nearly: in unit and in value."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from rapport.domain.quantity import Unit
from rapport.report.claims.known_figures import KnownFigure, Role
from rapport.report.claims.typed_numbers import Hedge, TypedNumber
from rapport.swedish.numbers import rounded

MONEY: dict[Unit, Decimal] = {
    Unit.KRONOR: Decimal(1),
    Unit.THOUSAND_KRONOR: Decimal(1_000),
    Unit.MILLION_KRONOR: Decimal(1_000_000),
    Unit.BILLION_KRONOR: Decimal(1_000_000_000),
}
"""The units of money, in kronor."""

_BARE = frozenset({Unit.COUNT, Unit.PER_THOUSAND, Unit.PER_HUNDRED_THOUSAND, Unit.INDEX, Unit.DAYS})
_INTERCHANGEABLE = {
    Unit.KRONOR: frozenset({Unit.KRONOR_PER_INHABITANT}),
    Unit.KRONOR_PER_INHABITANT: frozenset({Unit.KRONOR}),
}
_ROUND_FROM, _ROUND_OFF = Decimal(1000), Decimal("0.02")
_HEDGED_OFF = Decimal("0.05")
_NEAR_POINTS, _NEAR_OF_SHARE = Decimal(1), Decimal("0.2")
_NEAR_OF_COUNT, _FEWEST_DIGITS = Decimal("0.03"), 3
_NEAR_ROLES = frozenset(
    {Role.OUTCOME, Role.TARGET, Role.NUMERATOR, Role.DENOMINATOR, Role.FORECAST}
)


def comparable(typed: TypedNumber, figure: KnownFigure) -> bool:
    """Whether the two are counted in the same; a bare number may be a count or a decimal."""
    if typed.unit is None:
        return figure.unit in _BARE or typed.decimals > 0
    if typed.unit in MONEY and figure.unit in MONEY:
        return True
    return typed.unit is figure.unit or figure.unit in _INTERCHANGEABLE.get(typed.unit, ())


def says_exactly(typed: TypedNumber, figure: KnownFigure) -> bool:
    """Whether a typed number is the figure, whatever reservation stands before it."""
    return says_the_same(replace(typed, hedge=None), figure)


def says_precisely(typed: TypedNumber, figure: KnownFigure) -> bool:
    """Whether a typed number is the figure to the last digit typed."""
    if not comparable(typed, figure):
        return False
    said, real = _in_same_unit(typed, figure)
    return rounded(real, typed.decimals) == said


def says_the_same(typed: TypedNumber, figure: KnownFigure) -> bool:
    """Whether a typed number is the figure at the precision it was typed with."""
    if not comparable(typed, figure):
        return False
    said, real = _in_same_unit(typed, figure)
    off = abs(real - said)
    if typed.hedge is not None:
        return _keeps_reservation(typed.hedge, said, real) and off <= abs(real) * _HEDGED_OFF
    if rounded(real, typed.decimals) == said or _printed(real, figure, typed.decimals) == said:
        return True
    return abs(said) >= _ROUND_FROM and off <= abs(real) * _ROUND_OFF and _is_rounding(said, real)


def nearly_says(typed: TypedNumber, figure: KnownFigure) -> bool:
    """Whether a typed number is so near a figure that it must have been meant for it."""
    if figure.role not in _NEAR_ROLES or not comparable(typed, figure):
        return False
    said, real = _in_same_unit(typed, figure)
    off = abs(real - said)
    if said == real or not real:
        return False
    digits = _digits(said)
    if len(digits) >= _FEWEST_DIGITS and sorted(digits) == sorted(_digits(_shown(real, typed))):
        return True
    if figure.unit is Unit.PERCENT:
        return off <= _NEAR_POINTS and off <= abs(real) * _NEAR_OF_SHARE
    allowed = _HEDGED_OFF if typed.hedge else _NEAR_OF_COUNT
    return len(digits) >= _FEWEST_DIGITS and off <= abs(real) * allowed


def distance(typed: TypedNumber, figure: KnownFigure) -> Decimal:
    """How far apart the two are."""
    said, real = _in_same_unit(typed, figure)
    return abs(real - said)


def _in_same_unit(typed: TypedNumber, figure: KnownFigure) -> tuple[Decimal, Decimal]:
    """Both values in the typed unit; the sign of a difference is left to the words."""
    real = figure.value
    if typed.unit in MONEY and figure.unit in MONEY:
        real = real * MONEY[figure.unit] / MONEY[typed.unit]
    if figure.is_signed and typed.value >= 0:
        real = abs(real)
    return typed.value, real


def _printed(real: Decimal, figure: KnownFigure, decimals: int) -> Decimal:
    """The figure as printed, rounded once more: 8,45 is printed 8,5 and may be told as 9."""
    return rounded(rounded(real, figure.decimals), decimals)


def _keeps_reservation(hedge: Hedge, said: Decimal, real: Decimal) -> bool:
    match hedge:
        case Hedge.ABOUT:
            return True
        case Hedge.ABOVE | Hedge.AT_LEAST:
            return real >= said
        case Hedge.BELOW | Hedge.AT_MOST:
            return real <= said


def _is_rounding(said: Decimal, real: Decimal) -> bool:
    """Whether 30 000 is what 30 080 becomes when rounded to as many digits."""
    if said != said.to_integral_value():
        return False
    text = str(abs(said).to_integral_value())
    zeros = len(text) - len(text.rstrip("0"))
    place = Decimal(10) ** zeros
    return (real / place).quantize(Decimal(1), rounding=ROUND_HALF_UP) * place == said


def _digits(value: Decimal) -> str:
    return "".join(sign for sign in str(abs(value)) if sign.isdigit())


def _shown(real: Decimal, typed: TypedNumber) -> Decimal:
    return rounded(real, typed.decimals)
