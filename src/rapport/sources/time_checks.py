"""Checks on how a measure goes through time: its target path and its forecast method."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.domain.forecast import ForecastMethod
from rapport.domain.problem import Problem
from rapport.domain.quantity import MeasureKind
from rapport.domain.target import TargetPath
from rapport.sources.indicator_model import IndicatorModel
from rapport.sources.tree import Spot

_PUBLISHED = frozenset({MeasureKind.MEDIAN, MeasureKind.INDEX})


def time_problems(model: IndicatorModel, spot: Spot) -> Iterator[Problem]:
    """A path that its numbers do not allow, and a forecast that the kind of measure cannot have."""
    yield from _path(model, spot)
    yield from _forecast(model, spot / "prognos")


def _path(model: IndicatorModel, spot: Spot) -> Iterator[Problem]:
    if model.path is not TargetPath.GEOMETRIC:
        return
    for place, target in enumerate(model.targets):
        for key, figure in (("värde", target.value), ("från", target.low), ("till", target.high)):
            if figure is not None and figure <= 0:
                yield Problem(
                    (spot / "mål" / place / key).location,
                    "fel-målbana",
                    "Målbanan är geometrisk, det vill säga lika stor förändring i procent varje "
                    "år, och då måste alla mål vara större än noll. Skriv en annan målbana: "
                    "linjär eller steg.",
                )


def _forecast(model: IndicatorModel, spot: Spot) -> Iterator[Problem]:
    if model.forecast_method is ForecastMethod.AUTO:
        return
    allowed = _methods(model)
    if model.forecast_method not in allowed:
        words = ", ".join([*allowed, ForecastMethod.AUTO])
        yield Problem(
            spot.location,
            "fel-prognosmetod",
            f'Prognosmetoden "{model.forecast_method}" passar inte ett mått av typen '
            f'"{model.kind}". Välj bland: {words}.',
        )


def _methods(model: IndicatorModel) -> tuple[ForecastMethod, ...]:
    """What adds up over the year is scaled up; the rest is carried forward."""
    if model.kind in _PUBLISHED:
        return ()
    adds_up = model.kind.accumulates or (model.kind is MeasureKind.RATE and model.stock)
    first = ForecastMethod.PRO_RATA if adds_up else ForecastMethod.SO_FAR
    if model.reference is not None:
        return (ForecastMethod.SO_FAR, ForecastMethod.LAST_YEAR)
    return (first, ForecastMethod.SEASONAL, ForecastMethod.LAST_YEAR)
