"""From a measure in a plan file to the domain's indicator ("styrmått")."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from rapport.domain.breakdown import Breakdown, Sex
from rapport.domain.plan import Better, Dimension, Indicator
from rapport.domain.problem import Problem
from rapport.domain.quantity import MeasureKind, Unit
from rapport.domain.target import Baseline, Limits, YearTarget
from rapport.sources.indicator_model import BaselineModel, IndicatorModel
from rapport.sources.target_model import Condition, TargetModel
from rapport.sources.targets import target_of
from rapport.sources.time_checks import time_problems
from rapport.sources.tolerance_units import wrong_unit
from rapport.sources.tree import Spot

_PERCENT = Decimal(100)
_MULTIPLIERS = {
    Unit.PER_THOUSAND: Decimal(1000),
    Unit.PER_HUNDRED_THOUSAND: Decimal(100_000),
    Unit.PERCENT: _PERCENT,
}


def indicator_of(model: IndicatorModel, number: str, spot: Spot) -> Indicator:
    """The indicator; ``number`` is used where the plan prints none."""
    dimensions = tuple(
        Dimension(d.id, d.name, tuple(d.values.items()), d.judged) for d in model.dimensions
    )
    order = {dimension.id: place for place, dimension in enumerate(dimensions)}
    return replace(
        _measure(model, spot),
        number=model.number or number,
        baselines=tuple(_baseline(baseline, order) for baseline in model.baselines),
        targets=tuple(_year_target(target, order) for target in model.targets),
        dimensions=dimensions,
    )


def _measure(model: IndicatorModel, spot: Spot) -> Indicator:
    """What stands on the measure's own lines, without its baselines, targets and dimensions."""
    share = _PERCENT if model.kind is MeasureKind.SHARE else Decimal(1)
    return Indicator(
        id=model.id,
        number=model.number,
        name=model.name,
        short_name=model.short_name or model.name,
        kind=model.kind,
        unit=model.unit,
        decimals=model.decimals,
        better=model.better,
        basis=model.basis,
        occasions=frozenset(model.occasions),
        data_id=model.data_id or model.id,
        data_level=model.data_level,
        definition=model.definition,
        multiplier=share if model.multiplier is None else model.multiplier,
        denominator_is_stock=model.stock,
        also_shows=tuple(model.also_shows),
        path=model.path,
        within_year=model.within_year,
        forecast_method=model.forecast_method,
        both_sexes=model.both_sexes,
        sex_split=model.sex_split,
        sex_note=model.sex_note,
        reference=model.reference,
        sources=tuple(model.sources),
        footnotes=tuple(model.footnotes),
        owner=model.owner,
        concept=model.concept,
        printed_occasions=model.printed_occasions,
        tolerance=model.tolerance.tolerance if model.tolerance else None,
        limits=Limits(model.limits.met, model.limits.partly) if model.limits else None,
        completeness=model.completeness,
        target_for_units=model.target_for_units,
        numerator_name=model.numerator,
        denominator_name=model.denominator,
        deviations=tuple(model.deviations),
        location=(spot / "id").location,
    )


def _breakdown(sex: Sex | None, written: Mapping[str, str], order: Mapping[str, int]) -> Breakdown:
    """The cell, its dimensions in the order in which the measure names them."""
    pairs = sorted(written.items(), key=lambda pair: order.get(pair[0], len(order)))
    return Breakdown(sex, tuple(pairs))


def _baseline(model: BaselineModel, order: Mapping[str, int]) -> Baseline:
    return Baseline(
        kind=model.kind,
        period=model.period,
        breakdown=_breakdown(model.sex, model.breakdown, order),
        printed=model.printed,
        value=model.value,
        decimals=_decimals(model.value),
        compared=model.compared,
        note=model.note,
    )


def _decimals(value: Decimal | None) -> int:
    """With how many decimals a figure was written."""
    exponent = value.as_tuple().exponent if value is not None else 0
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _year_target(model: TargetModel, order: Mapping[str, int]) -> YearTarget:
    breakdown = _breakdown(model.sex, model.breakdown, order)
    return YearTarget(model.year, target_of(model), None if breakdown.is_total else breakdown)


def indicator_problems(model: IndicatorModel, spot: Spot) -> tuple[Problem, ...]:
    """What does not hold together inside one measure."""
    return (
        *_unknown_breakdowns(model, spot),
        *_double_targets(model, spot / "mål"),
        *_tolerance_unit(model, spot / "tolerans"),
        *_multiplier(model, spot),
        *_limits(model, spot / "gränser"),
        *_answers(model, spot),
        *time_problems(model, spot),
    )


def _unknown_breakdowns(model: IndicatorModel, spot: Spot) -> Iterable[Problem]:
    known = {dimension.id: dimension.values for dimension in model.dimensions}
    cells = [
        *((spot / "ingångsvärden" / i, b.breakdown) for i, b in enumerate(model.baselines)),
        *((spot / "mål" / i, t.breakdown) for i, t in enumerate(model.targets)),
    ]
    for cell, breakdown in cells:
        for dimension, value in breakdown.items():
            if value not in known.get(dimension, {}):
                words = [f"{name}: {one}" for name, values in known.items() for one in values]
                allowed = ", ".join(words) or "inga, för styrmåttet har inga dimensioner"
                yield Problem(
                    (cell / "uppdelning" / dimension).location,
                    "okänd-uppdelning",
                    f'Uppdelningen "{dimension}: {value}" finns inte bland styrmåttets '
                    f"dimensioner. Tillåtna: {allowed}.",
                )


def _double_targets(model: IndicatorModel, spot: Spot) -> Iterable[Problem]:
    seen: set[tuple[object, ...]] = set()
    for place, target in enumerate(model.targets):
        key = (target.year, target.sex, *sorted(target.breakdown.items()))
        if key in seen:
            yield Problem(
                (spot / place / "år").location,
                "dubbelt-mål",
                f"Styrmåttet har redan ett mål för {target.year} och samma grupp. Ta bort det ena, "
                "eller ange kön eller uppdelning.",
            )
        seen.add(key)


def _tolerance_unit(model: IndicatorModel, spot: Spot) -> Iterable[Problem]:
    if model.tolerance and (message := wrong_unit(model.tolerance, model.unit)):
        yield Problem(spot.location, "fel-tolerans", message)


def _multiplier(model: IndicatorModel, spot: Spot) -> Iterable[Problem]:
    """A share not times 100, or a rate per thousand not times 1 000, is hardly meant."""
    if model.kind not in {MeasureKind.SHARE, MeasureKind.RATE} or model.unit not in _MULTIPLIERS:
        return
    default = _PERCENT if model.kind is MeasureKind.SHARE else Decimal(1)
    written = default if model.multiplier is None else model.multiplier
    expected = _MULTIPLIERS[model.unit]
    if written != expected:
        key = "enhet" if model.multiplier is None else "multiplikator"
        yield Problem(
            (spot / key).location,
            "fel-multiplikator",
            f'Enheten "{model.unit}" betyder täljare genom nämnare gånger {expected}, men '
            f'multiplikatorn är {written}. Skriv "multiplikator: {expected}", eller byt enhet.',
        )


def _limits(model: IndicatorModel, spot: Spot) -> Iterable[Problem]:
    """Limits need a way that is better, and partly met on the easier side of met."""
    if model.limits is None:
        return
    met, partly = model.limits.met, model.limits.partly
    if model.better is Better.NEITHER:
        message = "Gränser kräver att högre eller lägre är bättre. Ange riktning."
        yield Problem(spot.location, "fel-gränser", message)
    elif not (partly < met if model.better is Better.HIGHER else partly > met):
        message = (
            f"Gränsen för delvis ska vara lättare att nå än den för uppfyllt när {model.better}. "
            "Byt plats på talen."
        )
        yield Problem((spot / "delvis").location, "fel-gränser", message)


def _answers(model: IndicatorModel, spot: Spot) -> Iterable[Problem]:
    """A measure that answers yes or no has that kind, that unit and no other target than yes."""
    kind, unit = model.kind is MeasureKind.YES_NO, model.unit is Unit.YES_NO
    if kind is not unit:
        message = "Måttyp ja/nej och enhet ja/nej hör ihop. Ange båda, eller ingen av dem."
        yield Problem((spot / "enhet").location, "fel-måttyp", message)
    for place, target in enumerate(model.targets):
        if (target.condition is Condition.YES) is not kind:
            message = (
                'Målet för ett mått som är ja/nej skrivs "villkor: ja".'
                if kind
                else 'Villkoret "ja" är för mått med måttyp ja/nej. Byt villkor eller måttyp.'
            )
            yield Problem((spot / "mål" / place / "villkor").location, "fel-måttyp", message)
