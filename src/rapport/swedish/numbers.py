"""Numbers as Swedish prints them: decimal comma, no-break spaces, a real minus."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from rapport.domain.breakdown import Sex
from rapport.domain.quantity import Unit

NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"
SUPPRESSED = ".."
NO_VALUE = "–"
YES_WORD, NO_WORD = "ja", "nej"

_SUFFIX = {
    Unit.PERCENT: "%",
    Unit.PERCENTAGE_POINTS: "procentenheter",
    Unit.COUNT: "",
    Unit.PER_THOUSAND: "per 1 000 invånare",
    Unit.PER_HUNDRED_THOUSAND: "per 100 000 invånare",
    Unit.KRONOR: "kr",
    Unit.KRONOR_PER_INHABITANT: "kr per invånare",
    Unit.THOUSAND_KRONOR: "tkr",
    Unit.MILLION_KRONOR: "mnkr",
    Unit.BILLION_KRONOR: "mdkr",
    Unit.DAYS: "dagar",
    Unit.INDEX: "",
    Unit.YES_NO: "",
}


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Round half away from zero, as Excel and Swedish practice do.

    >>> rounded(Decimal("0.125"), 2)
    Decimal('0.13')
    """
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def number(value: Decimal, decimals: int = 0, *, signed: bool = False) -> str:
    r"""A number with decimal comma and no-break thousands; ``signed`` also writes a plus.

    >>> number(Decimal("-1234.56"), 1)
    '−1\xa0234,6'
    """
    shown = rounded(value, decimals)
    digits = f"{abs(shown):,.{decimals}f}".replace(",", NO_BREAK_SPACE).replace(".", ",")
    if shown < 0:
        return MINUS + digits
    return f"+{digits}" if signed and shown > 0 else digits


def with_unit(value: Decimal, decimals: int, unit: Unit, *, signed: bool = False) -> str:
    """A number and its unit, held together: "81,5 %", "264 kr per invånare"."""
    if unit is Unit.YES_NO:
        return YES_WORD if value else NO_WORD
    suffix = unit_suffix(unit)
    text = number(value, decimals, signed=signed)
    return f"{text}{NO_BREAK_SPACE}{suffix}" if suffix else text


def unit_suffix(unit: Unit) -> str:
    """What stands after a figure in this unit; empty for counts."""
    return (
        _SUFFIX[unit]
        .replace("1 000", f"1{NO_BREAK_SPACE}000")
        .replace("100 000", f"100{NO_BREAK_SPACE}000")
    )


def difference_unit(unit: Unit) -> Unit:
    """The unit of a difference: shares differ by percentage points, not percent."""
    return Unit.PERCENTAGE_POINTS if unit is Unit.PERCENT else unit


def needed_decimals(value: Decimal, at_least: int, at_most: int) -> int:
    """The decimals that show a value exactly, within bounds (targets keep their precision)."""
    exponent = value.normalize().as_tuple().exponent
    digits = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return min(max(digits, at_least), at_most)


def sex_word(sex: Sex | None) -> str:
    """Women, men or all, as a column title or the subject of a sentence."""
    match sex:
        case Sex.WOMEN:
            return "Kvinnor"
        case Sex.MEN:
            return "Män"
        case None:
            return "Totalt"
