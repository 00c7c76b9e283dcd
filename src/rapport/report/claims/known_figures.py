"""The figures that a text may be held against: everything computed for a measure, as printed.

They come from the evaluation, so what is hidden to protect small groups is not among them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from rapport.domain.breakdown import MEN, WOMEN, Breakdown
from rapport.domain.outcome import Assessment
from rapport.domain.period import Occasion
from rapport.domain.plan import Indicator, Plan
from rapport.domain.quantity import Unit
from rapport.domain.target import numbers_of
from rapport.report.claims.bindings import Binding
from rapport.swedish import numbers


class Role(StrEnum):
    """What a figure is for its measure; the value is how a sentence names it."""

    OUTCOME = "utfallet"
    TARGET = "målet"
    NUMERATOR = "täljaren"
    DENOMINATOR = "nämnaren"
    CHANGE = "förändringen mot samma period året före"
    SEX_GAP = "skillnaden mellan kvinnor och män"
    FORECAST = "prognosen för helåret"
    BASELINE = "ingångsvärdet"
    RELATIVE_CHANGE = "förändringen i procent"
    DISTANCE = "avståndet till målet"
    OTHER = "en uppgift i planen"


@dataclass(frozen=True)
class KnownFigure:
    """A figure of a measure: what it is, and the binding that prints it where there is one."""

    indicator: Indicator
    role: Role
    value: Decimal
    decimals: int
    unit: Unit
    breakdown: Breakdown
    occasion: Occasion
    organisation: str
    binding: Binding | None = None

    @property
    def printed(self) -> str:
        """The figure as reports print it."""
        return numbers.with_unit(self.value, self.decimals, self.unit)

    @property
    def is_signed(self) -> bool:
        """Whether it is a difference, whose sign a sentence often says in words."""
        return self.role in _DIFFERENCES


_DIFFERENCES = frozenset({Role.CHANGE, Role.SEX_GAP, Role.RELATIVE_CHANGE, Role.DISTANCE})


def figures_of(assessments: tuple[Assessment, ...], plan: Plan) -> Iterator[KnownFigure]:
    """Every figure of a measure for one organisation at one occasion."""
    for assessment in assessments:
        yield from _outcome(assessment, plan)
        yield from _target(assessment, plan)
        yield from _movement(assessment, plan)
        yield from _forecast(assessment, plan)
    yield from _sex_gap(assessments, plan)


def stated_in_plan(indicator: Indicator, assessment: Assessment) -> Iterator[KnownFigure]:
    """What the plan itself states: baselines and the targets of each year."""
    unit = indicator.unit
    for baseline in indicator.baselines:
        if baseline.value is not None:
            yield _figure(assessment, Role.BASELINE, baseline.value, (baseline.decimals, unit))
    for stated in indicator.targets:
        for value in numbers_of(stated.target):
            yield _figure(assessment, Role.TARGET, value, (indicator.decimals, unit))


def _figure(
    assessment: Assessment,
    role: Role,
    value: Decimal,
    shown: tuple[int, Unit],
    binding: Binding | None = None,
) -> KnownFigure:
    """A figure that is ``shown`` with so many decimals in a unit."""
    return KnownFigure(
        assessment.indicator,
        role,
        value,
        *shown,
        assessment.breakdown,
        assessment.occasion,
        assessment.organisation,
        binding,
    )


def _outcome(assessment: Assessment, plan: Plan) -> Iterator[KnownFigure]:
    outcome, indicator = assessment.outcome, assessment.indicator
    shown = (indicator.decimals, indicator.unit)
    if outcome.value is None:
        return
    bound = Binding.of("utfall", plan, assessment)
    yield _figure(assessment, Role.OUTCOME, outcome.value, shown, bound)
    for value in (outcome.own, outcome.reference):
        if value is not None:
            yield _figure(assessment, Role.OTHER, value, shown)
    if outcome.numerator is None or outcome.denominator is None:
        return
    for name, role, count in (
        ("täljare", Role.NUMERATOR, outcome.numerator),
        ("nämnare", Role.DENOMINATOR, outcome.denominator),
    ):
        yield _figure(assessment, role, count, (0, Unit.COUNT), Binding.of(name, plan, assessment))


def _target(assessment: Assessment, plan: Plan) -> Iterator[KnownFigure]:
    found, indicator = assessment.target, assessment.indicator
    if found is None:
        return
    bound = Binding.of("mål", plan, assessment)
    shown = (indicator.decimals, indicator.unit)
    for value in numbers_of(found.target):
        decimals = numbers.needed_decimals(value, 0, max(indicator.decimals, 2))
        yield _figure(assessment, Role.TARGET, value, (decimals, indicator.unit), bound)
        if assessment.outcome.value is not None:
            unit, gap = numbers.difference_unit(indicator.unit), assessment.outcome.value - value
            yield _figure(assessment, Role.DISTANCE, gap, (indicator.decimals, unit))
    if found.year_value is not None:
        yield _figure(assessment, Role.TARGET, found.year_value, shown)


def _movement(assessment: Assessment, plan: Plan) -> Iterator[KnownFigure]:
    """The change in the measure's unit, as bound and as the difference of printed figures."""
    now, before = assessment.outcome.value, assessment.last_year
    if now is None or before is None or before.value is None:
        return
    indicator = assessment.indicator
    shown = (indicator.decimals, numbers.difference_unit(indicator.unit))
    bound = Binding.of("förändring", plan, assessment)
    printed = numbers.rounded(now, shown[0]) - numbers.rounded(before.value, shown[0])
    yield _figure(assessment, Role.CHANGE, now - before.value, shown, bound)
    yield _figure(assessment, Role.CHANGE, printed, shown)
    if before.value > 0:
        share = (now - before.value) / before.value * 100
        yield _figure(assessment, Role.RELATIVE_CHANGE, share, (1, Unit.PERCENT))


def _forecast(assessment: Assessment, plan: Plan) -> Iterator[KnownFigure]:
    forecast, indicator = assessment.forecast, assessment.indicator
    if forecast is not None and forecast.value is not None:
        shown, bound = (
            (indicator.decimals, indicator.unit),
            Binding.of("prognos", plan, assessment),
        )
        yield _figure(assessment, Role.FORECAST, forecast.value, shown, bound)


def _sex_gap(assessments: tuple[Assessment, ...], plan: Plan) -> Iterator[KnownFigure]:
    by_breakdown = {assessment.breakdown: assessment for assessment in assessments}
    women, men = by_breakdown.get(WOMEN), by_breakdown.get(MEN)
    if women is None or men is None:
        return
    hers, his = women.outcome.value, men.outcome.value
    if hers is None or his is None:
        return
    headline, indicator = assessments[0], women.indicator
    shown = (indicator.decimals, numbers.difference_unit(indicator.unit))
    printed = numbers.rounded(hers, shown[0]) - numbers.rounded(his, shown[0])
    bound = Binding.of("skillnad", plan, headline)
    yield _figure(headline, Role.SEX_GAP, hers - his, shown, bound)
    yield _figure(headline, Role.SEX_GAP, printed, shown)
