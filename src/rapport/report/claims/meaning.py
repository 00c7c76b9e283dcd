"""Which figure a typed number can mean: the same one, a fitting one, one so particular."""

from __future__ import annotations

from rapport.domain.breakdown import Breakdown, Sex
from rapport.report.claims import matching
from rapport.report.claims.known_figures import KnownFigure, Role
from rapport.report.claims.typed_numbers import TypedNumber
from rapport.report.claims.written import Sentence


def same(typed: TypedNumber, figure: KnownFigure) -> bool:
    """Whether a number is a figure; for "x av y" whether both are."""
    if typed.total is None:
        return matching.says_the_same(typed, figure)
    if figure.role is not Role.NUMERATOR or figure.binding is None:
        return False
    whole = figure.binding.assessment.outcome.denominator
    return figure.value == typed.value and whole == typed.total.value


def fits(typed: TypedNumber, figure: KnownFigure) -> bool:
    """Whether a number could have been meant for a figure; a pair only for a numerator."""
    if figure.binding is None or not matching.comparable(typed, figure):
        return False
    if typed.total is not None:
        whole = figure.binding.assessment.outcome.denominator
        return figure.role is Role.NUMERATOR and (
            whole == typed.total.value or figure.value == typed.value
        )
    return True


def is_of_series(figure: KnownFigure, sentence: Sentence) -> bool:
    """Whether a sentence can mean a series: a judged one, or one whose values it names."""
    breakdown, indicator = figure.breakdown, figure.indicator
    if breakdown.with_sex(None) in (Breakdown(), *indicator.judged_series):
        return True
    names = {value: name for each in indicator.dimensions for value, name in each.values}
    words = sentence.text.lower()
    return all(names[value].lower() in words for _, value in breakdown.dimensions)


def exactly(typed: TypedNumber, figure: KnownFigure) -> bool:
    """Whether a number is the figure itself, not only on the right side of a reservation."""
    return typed.total is not None or matching.says_exactly(typed, figure)


def telling(typed: TypedNumber, figure: KnownFigure, fewest: int) -> bool:
    """Whether a number is so particular that it is no chance that it agrees with a figure."""
    role = figure.role in {Role.OUTCOME, Role.NUMERATOR, Role.DENOMINATOR}
    particular = typed.decimals > 0 or digits(typed) >= fewest
    precise = typed.total is not None or matching.says_precisely(typed, figure)
    return role and particular and precise


def digits(typed: TypedNumber) -> int:
    """How many digits a number was typed with."""
    return len(str(abs(typed.value)).replace(".", ""))


def of_sex(figures: list[KnownFigure], sexes: frozenset[Sex]) -> list[KnownFigure]:
    """The figures of women or men where a sentence mentions only them and they are split."""
    if len(sexes) != 1:
        return figures
    return [figure for figure in figures if figure.breakdown.sex in sexes] or figures
