"""Forecasts and paces in words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from fulfilment.world import COUNT, SHARE
from rapport.domain.outcome import Forecast, Verdict
from rapport.domain.pace import Pace, PaceClass
from rapport.domain.quantity import Unit
from rapport.swedish.forecast import forecast_interval, forecast_method_words, interval_words
from rapport.swedish.pace import PACES, pace_words

SEASON = Forecast(Decimal(1220), "säsongsandel 2022–2023", Verdict.MET)
BOUNDED = replace(SEASON, low=Decimal(1180), high=Decimal("1259.6"), tested_years=2)


@pytest.mark.parametrize(
    "low, high, unit, words",
    [
        ("1180", "1260", Unit.COUNT, "1\u00a0180–1\u00a0260"),
        ("14.96", "16.04", Unit.PERCENT, "15–16\u00a0%"),
        ("-3", "4", Unit.KRONOR, "\u22123 till 4\u00a0kr"),
        ("-0.2", "4", Unit.KRONOR, "0–4\u00a0kr"),
    ],
)
def test_interval_has_its_unit_once(low: str, high: str, unit: Unit, words: str) -> None:
    """A dash between, or "till" where the lower bound is negative as printed."""
    assert words == interval_words(Decimal(low), Decimal(high), 0, unit)


def test_method_tells_what_its_interval_rests_on() -> None:
    """The method, the bounds and the years; "osäkert" last."""
    uncertain = replace(BOUNDED, verdict=Verdict.NOT_ASSESSABLE, uncertain=True)
    told = (
        "säsongsandel 2022–2023, 1\u00a0180–1\u00a0260 med 80\u00a0% säkerhet efter felen i två "
        "tidigare år"
    )

    assert told == forecast_method_words(BOUNDED, COUNT)
    assert f"{told}, osäkert" == forecast_method_words(uncertain, COUNT)


def test_method_without_past_errors_stands_alone() -> None:
    """Nothing is said of an interval that there is not."""
    assert "säsongsandel 2022–2023" == forecast_method_words(SEASON, COUNT)
    assert "" == forecast_interval(SEASON, SHARE)


def test_interval_may_leave_out_the_unit_for_a_chart() -> None:
    """Beside a mark the unit is known from the subtitle."""
    assert "1\u00a0180,0–1\u00a0259,6" == forecast_interval(BOUNDED, SHARE, with_unit=False)


@pytest.mark.parametrize(
    "pace, words",
    [
        (Pace(PaceClass.REACHED, 2021, 2025), "målet är redan nått"),
        (
            Pace(PaceClass.WRONG_WAY, 2021, None, None, Decimal("-0.02")),
            "utvecklingen går åt fel håll: \u22122,0\u00a0% om året sedan 2021",
        ),
        (
            Pace(
                PaceClass.MORE_NEEDED, 2021, 2025, Decimal("0.8"), Decimal("0.04"), Decimal("0.05")
            ),
            (
                "takten behöver öka: +4,0\u00a0% om året sedan 2021, "
                "+5,0\u00a0% om året behövs till 2025"
            ),
        ),
    ],
)
def test_pace_tells_growth_so_far_and_growth_needed(pace: Pace, words: str) -> None:
    """What is not known is left out."""
    assert words == pace_words(pace)


def test_every_pace_has_its_words() -> None:
    """Words for each class, and no other."""
    assert set(PaceClass) == PACES.keys()
