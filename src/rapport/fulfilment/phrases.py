"""Phrases ("satsdelar") of explanations: the outcome, the target and the distance in words."""

from __future__ import annotations

from decimal import Decimal

from rapport.domain.breakdown import Breakdown
from rapport.domain.outcome import Assessment, EffectiveTarget, Outcome
from rapport.domain.period import Period
from rapport.domain.plan import Indicator
from rapport.domain.quantity import MeasureKind, Unit
from rapport.domain.region import ProfileKind
from rapport.domain.target import (
    Directional,
    SinceYear,
    WithinYear,
    YearTarget,
    held_against,
    numbers_of,
)
from rapport.fulfilment.case import Case
from rapport.fulfilment.rules import limits_in_force
from rapport.fulfilment.season import span_of_years
from rapport.fulfilment.target_path import surrounding, threshold
from rapport.swedish.dates import month_span
from rapport.swedish.numbers import (
    NO_BREAK_SPACE,
    difference_unit,
    needed_decimals,
    number,
    rounded,
    with_unit,
)
from rapport.swedish.prose import enumeration
from rapport.swedish.target_words import target_condition
from rapport.swedish.terms import SEXES, exact

EXTRA_DECIMALS = 3
"""How many decimals may be added so that a printed figure does not contradict its verdict."""


def shown_decimals(assessment: Assessment) -> int:
    """The decimals an outcome needs so that, as printed, it is on the right side of its target.

    94,96 against at least 95 would print as 95,0 beside "delvis"; it prints as 94,96. Where
    another figure was judged, the outcome has the measure's own decimals.
    """
    value = None if assessment.judged else assessment.outcome.value
    return _decimals_beside(assessment, value)


def judged_decimals(assessment: Assessment) -> int:
    """The same for the figure that was judged, which mostly is the outcome."""
    judged = assessment.judged
    return _decimals_beside(assessment, judged.value if judged else assessment.outcome.value)


def _decimals_beside(assessment: Assessment, value: Decimal | None) -> int:
    decimals = assessment.indicator.decimals
    if value is None or assessment.target is None:
        return decimals
    limits = _limits(assessment.indicator, assessment.target)
    for more in range(EXTRA_DECIMALS + 1):
        shown = rounded(value, decimals + more)
        if all((shown > x) == (value > x) and (shown < x) == (value < x) for x in limits):
            return decimals + more
    return decimals + EXTRA_DECIMALS


def _limits(indicator: Indicator, target: EffectiveTarget) -> list[Decimal]:
    """The numbers that a verdict turns on: the target's, and the limits of partly met."""
    plain = held_against(target.target)
    own = limits_in_force(indicator, target) or ()
    return [*(numbers_of(plain) if plain else ()), *(bound.value for bound in own)]


def series_name(indicator: Indicator, breakdown: Breakdown) -> str:
    """A series in running text: "kvinnor", "nybesök", "nybesök för män"."""
    chosen = dict(breakdown.dimensions)
    names = [
        name.lower()
        for dimension in indicator.dimensions
        for value, name in dimension.values
        if chosen.get(dimension.id) == value
    ]
    sex = SEXES[breakdown.sex]
    if not names:
        return sex
    return ", ".join(names) + (f" för {sex}" if breakdown.sex else "")


def value_text(assessment: Assessment) -> str:
    """The outcome with its unit, as precise as its verdict needs; signed for a difference."""
    value = assessment.outcome.value
    if value is None:
        return ""
    signed = assessment.indicator.reference is not None
    return with_unit(value, shown_decimals(assessment), assessment.indicator.unit, signed=signed)


def outcome_phrase(case: Case, assessment: Assessment) -> str:
    """The subject of a sentence: "Utfallet 15,4 % (604 av 3 920, maj–augusti 2024)"."""
    details = [*_made_of(case, assessment), span_text(case.indicator, assessment.outcome.period)]
    return f"Utfallet {value_text(assessment)} ({', '.join(details)})"


def judged_phrase(case: Case, assessment: Assessment) -> str:
    """The figure that was judged as the subject of a sentence, after the outcome it is not."""
    judged, outcome = assessment.judged, outcome_phrase(case, assessment)
    if judged is None or judged.value is None:
        return outcome
    unit = case.indicator.unit
    figure = with_unit(judged.value, judged_decimals(assessment), unit)
    if judged.organisation:
        name = case.region.organisations[judged.organisation].name
        return f"{outcome}, och {name}, som ligger sämst till med {figure},"
    earlier = [
        f"{with_unit(term.value, case.indicator.decimals, unit)} {term.period.year}"
        for term in judged.terms[1:]
        if term.value is not None
    ]
    return f"{outcome} ger med {enumeration(earlier)} snittet {figure}, som"


def span_text(indicator: Indicator, period: Period) -> str:
    """The months an outcome speaks of; a level speaks of the last one."""
    return month_span(period.months[-1] if indicator.kind is MeasureKind.LEVEL else period)


def _made_of(case: Case, assessment: Assessment) -> list[str]:
    indicator, outcome = case.indicator, assessment.outcome
    if outcome.own is not None and outcome.reference is not None and indicator.reference:
        name = case.region.organisations[indicator.reference].name
        own, other = (
            number(figure, indicator.decimals) for figure in (outcome.own, outcome.reference)
        )
        return [f"eget värde {own}", f"{name} {other}"]
    return _sums(indicator, outcome)


def _sums(indicator: Indicator, outcome: Outcome) -> list[str]:
    if outcome.numerator is None or outcome.denominator is None:
        return []
    above, below = _sum(outcome.numerator), _sum(outcome.denominator)
    match indicator.kind:
        case MeasureKind.SHARE:
            return [f"{above} av {below}"]
        case MeasureKind.RATE if indicator.denominator_is_stock:
            return [f"{above} på i genomsnitt {below}"]
        case _:
            return [f"{above} på {below}"]


def _sum(value: Decimal) -> str:
    return number(value, needed_decimals(rounded(value, 1), 0, 1))


def target_phrase(case: Case, assessment: Assessment, target: EffectiveTarget) -> str:
    """The target and its origin: "målet högst 15,5 % för 2024, räknat rätlinjigt mellan …"."""
    indicator = case.indicator
    origin = _origin(case, assessment.breakdown, target)
    if isinstance(target.target, Directional):
        if case.profile.kind is ProfileKind.TREND:
            return "bedömningen följer utvecklingen, som ska"
        return f"målet{origin}{',' if ',' in origin else ''} är att"
    condition = target_condition(target.target, indicator.decimals, indicator.unit)
    if target.stated is not None:
        return f"målet {condition}{origin}{_change_origin(assessment, target.stated)}"
    if target.share is None:
        return f"målet {condition}{origin}"
    part = with_unit(target.share * 100, 1, Unit.PERCENT)
    year_value = (
        f" {exact(target.year_value, indicator.decimals, indicator.unit)}"
        if target.year_value is not None
        else ""
    )
    months = month_span(assessment.outcome.period)
    origin = origin.removeprefix(f" för {case.occasion.year}")
    return (
        f"målet {condition} för {months}, som är {part} av årets mål{year_value}{origin}"
        f"{_season(case, assessment.breakdown, assessment.outcome.period)}"
    )


def _change_origin(assessment: Assessment, stated: SinceYear) -> str:
    """Where a target that is another year's figure comes from."""
    reference, indicator = assessment.reference, assessment.indicator
    if reference is None or reference.baseline.period is None:
        return ""
    value = with_unit(reference.value, indicator.decimals, indicator.unit)
    when = month_span(reference.baseline.period)
    change = numbers_of(stated)
    if not change or not change[0]:
        return f", som är värdet för {when}"
    unit = difference_unit(indicator.unit)
    size = exact(abs(change[0]), indicator.decimals, unit)
    word = "mer" if change[0] > 0 else "mindre"
    return f", som är {size} {word} än {value} för {when}"


def _season(case: Case, breakdown: Breakdown, period: Period) -> str:
    season = case.target_season(breakdown, period)
    if season and season.years:
        return f", fördelat som säsongen {span_of_years(season.years)}"
    if case.indicator.within_year is WithinYear.SEASONAL:
        return ", jämnt fördelat över året eftersom inget tidigare år är helt"
    return ", jämnt fördelat över året"


def _origin(case: Case, breakdown: Breakdown, target: EffectiveTarget) -> str:
    """From which stated year the target comes, and how."""
    year = case.occasion.year
    around = surrounding(case.indicator, breakdown, year)
    if target.interpolated and around:
        first, last = around
        if first.target == last.target:
            return f" för {year}, samma som {first.year} och {last.year}"
        ends = [_stated(case.indicator, end) for end in around]
        how = "med lika stor årlig förändring i procent" if target.geometric else "rätlinjigt"
        return f" för {year}, räknat {how} mellan {' och '.join(ends)}"
    if target.carried:
        return f" från {target.stated_year}, som gäller vidare {year}"
    if target.stated_year > year:
        return f" för {target.stated_year}, planens första målår"
    return f" för {year}"


def _stated(indicator: Indicator, stated: YearTarget) -> str:
    """A stated year's figure: "16,0 % 2023", "43 000 år 2023", "1–3 % 2023"."""
    value = threshold(stated.target)
    if value is None:
        text = target_condition(stated.target, indicator.decimals, indicator.unit)
        return f"{text} {stated.year}"
    text = number(value, needed_decimals(value, min(indicator.decimals, 1), 2))
    if indicator.unit is Unit.PERCENT:
        return f"{text}{NO_BREAK_SPACE}% {stated.year}"
    return f"{text} år {stated.year}"


def distance_text(assessment: Assessment) -> str:
    """How far from the target, without sign: "1,3 procentenheter"; never printed as zero."""
    apart = abs(assessment.deviation or Decimal(0))
    decimals = judged_decimals(assessment)
    while apart and not rounded(apart, decimals) and decimals < EXTRA_DECIMALS * 2:
        decimals += 1
    return with_unit(apart, decimals, difference_unit(assessment.indicator.unit))
