"""Targets ("mål") in words and signs: "minst 95 %" in a sentence, "≥ 95" in a narrow cell."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from rapport.domain.quantity import Unit
from rapport.domain.target import (
    Above,
    Aim,
    AtLeast,
    AtMost,
    Below,
    Directional,
    EveryUnit,
    Exactly,
    MeanOverYears,
    Plain,
    SinceYear,
    Target,
    TwoLevels,
    Within,
    Yes,
)
from rapport.swedish.numbers import NO_BREAK_SPACE, difference_unit, number, unit_suffix
from rapport.swedish.terms import AIMS, exact, needed

_COUNTABLE = frozenset({Unit.COUNT, Unit.PER_THOUSAND, Unit.PER_HUNDRED_THOUSAND, Unit.DAYS})

_SIDES: dict[type[Target], str] = {
    AtLeast: "minst",
    AtMost: "högst",
    Below: "mindre än",
    Above: "mer än",
    Exactly: "lika med",
}
_FOR_COUNTS: dict[type[Target], str] = {Below: "färre än", Above: "fler än"}
_SIGNS: dict[type[Target], str] = {AtLeast: "≥", AtMost: "≤", Below: "<", Above: ">", Exactly: "="}
_AIM_IN_TABLE = {Aim.INCREASE: "Öka", Aim.DECREASE: "Minska", Aim.MAINTAIN: "Bibehåll"}


def target_condition(target: Target, decimals: int, unit: Unit) -> str:
    """A target in words: "minst 95 %", "färre än 250", "1–3 %", "öka"."""
    match target:
        case EveryUnit(bound):
            return f"{_plain(bound, decimals, unit)} för varje enhet"
        case MeanOverYears(bound, years):
            return f"{_plain(bound, decimals, unit)} i snitt över {years} år"
        case TwoLevels(bound, moderate):
            lower = _plain(replace(bound, value=moderate), decimals, unit)
            return f"{_plain(bound, decimals, unit)} (måttlig nivå {lower})"
        case SinceYear():
            return _since_year(target, decimals, unit)
        case _:
            return _plain(target, decimals, unit)


def _plain(target: Plain, decimals: int, unit: Unit) -> str:
    match target:
        case Directional(aim):
            return AIMS[aim]
        case Yes():
            return "ja"
        case Within(low, high):
            return _interval(low, high, decimals, unit)
        case _:
            words = {**_SIDES, **_FOR_COUNTS} if unit in _COUNTABLE else _SIDES
            return f"{words[type(target)]} {exact(target.value, decimals, unit)}"


def _since_year(target: SinceYear, decimals: int, unit: Unit) -> str:
    """A target on the change since another year: "öka jämfört med 2019"."""
    condition, when = target.condition, _year(target)
    if isinstance(condition, Directional):
        return f"{AIMS[condition.aim]} jämfört med {when}"
    side = _SIDES[type(condition)]
    if not condition.value:
        return f"{side} samma som {when}"
    return f"{side} {exact(condition.value, decimals, difference_unit(unit))} mer än {when}"


def condition_word(target: Target) -> str:
    """What kind of target it is, without its number: "minst", "färre än", "öka"."""
    match target:
        case Directional(aim):
            return str(aim)
        case EveryUnit(bound):
            return f"{condition_word(bound)} för varje enhet"
        case MeanOverYears(bound, years):
            return f"{condition_word(bound)} i snitt över {years} år"
        case TwoLevels(bound):
            return f"{condition_word(bound)}, två nivåer"
        case SinceYear(condition):
            return f"{condition_word(condition)} jämfört med {_year(target)}"
        case _:
            return _WORDS[type(target)]


_WORDS = {**_SIDES, **_FOR_COUNTS, Within: "intervall", Yes: "ja"}


def _year(target: SinceYear) -> str:
    return "året före" if target.year is None else str(target.year)


def target_symbol(target: Target, decimals: int) -> str:
    """A target in a narrow table cell, without unit: "≥ 95", "< 250", "1–3", "Öka"."""
    match target:
        case EveryUnit(bound) | TwoLevels(bound):
            return _plain_symbol(bound, decimals)
        case MeanOverYears(bound, years):
            return f"{_plain_symbol(bound, decimals)} på {years}{NO_BREAK_SPACE}år"
        case SinceYear():
            return _change_symbol(target, decimals)
        case _:
            return _plain_symbol(target, decimals)


def _plain_symbol(target: Plain, decimals: int) -> str:
    match target:
        case Directional(aim):
            return _AIM_IN_TABLE[aim]
        case Yes():
            return "Ja"
        case Within(low, high):
            return _interval(low, high, decimals, Unit.COUNT)
        case _:
            figure = number(target.value, needed(target.value, decimals))
            return f"{_SIGNS[type(target)]}{NO_BREAK_SPACE}{figure}"


def _change_symbol(target: SinceYear, decimals: int) -> str:
    """A change since another year in a narrow cell: "≥ 2019", "≥ +2 mot året före"."""
    condition, when = target.condition, _year(target)
    if isinstance(condition, Directional):
        return _AIM_IN_TABLE[condition.aim]
    sign = _SIGNS[type(condition)]
    if not condition.value:
        return f"{sign}{NO_BREAK_SPACE}{when}"
    size = number(condition.value, needed(condition.value, decimals), signed=True)
    return f"{sign}{NO_BREAK_SPACE}{size} mot {when}"


def _interval(low: Decimal, high: Decimal, decimals: int, unit: Unit) -> str:
    ends = [number(end, needed(end, decimals)) for end in (low, high)]
    joint = " till " if low < 0 else "–"
    suffix = unit_suffix(unit)
    return joint.join(ends) + (f"{NO_BREAK_SPACE}{suffix}" if suffix else "")
