"""Forecasts in words ("prognos"): the verdict, the interval, and the method with its errors."""

from __future__ import annotations

from decimal import Decimal

from rapport.domain.outcome import Forecast
from rapport.domain.plan import Indicator
from rapport.domain.quantity import Unit
from rapport.swedish.numbers import NO_BREAK_SPACE, number, rounded, unit_suffix
from rapport.swedish.prose import count_word

UNCERTAIN = "osäkert"
"""The forecast's interval holds the target, so it may go either way."""


def interval_words(low: Decimal, high: Decimal, decimals: int, unit: Unit) -> str:
    """Two bounds and their unit once: "1 180–1 260", "−3 till 4 kr"."""
    joint = " till " if rounded(low, decimals) < 0 else "–"
    text = joint.join(number(end, decimals) for end in (low, high))
    suffix = unit_suffix(unit)
    return f"{text}{NO_BREAK_SPACE}{suffix}" if suffix else text


def forecast_interval(forecast: Forecast, indicator: Indicator, *, with_unit: bool = True) -> str:
    """The bounds of a forecast; empty when its past errors are not known."""
    if forecast.low is None or forecast.high is None:
        return ""
    unit = indicator.unit if with_unit else Unit.COUNT
    return interval_words(forecast.low, forecast.high, indicator.decimals, unit)


def forecast_method_words(forecast: Forecast, indicator: Indicator) -> str:
    """The method, its interval with the years it rests on, and whether the verdict is uncertain.

    "säsongsandel 2022–2023, 1 180–1 260 med 80 % säkerhet efter felen i två tidigare år, osäkert"
    """
    parts = [forecast.method]
    interval = forecast_interval(forecast, indicator)
    if interval:
        sure = f"80{NO_BREAK_SPACE}% säkerhet"
        years = count_word(forecast.tested_years)
        parts.append(f"{interval} med {sure} efter felen i {years} tidigare år")
    if forecast.uncertain:
        parts.append(UNCERTAIN)
    return ", ".join(parts)
