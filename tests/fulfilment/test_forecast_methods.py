"""Forecast methods apart from any measure: what each makes of the same months, and their test."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.forecast import ForecastMethod
from rapport.fulfilment.forecast_methods import (
    ADDING,
    RATIOS,
    KnownYear,
    Method,
    Part,
    Trial,
    best,
    last_year_and_change,
    near,
    pro_rata,
    seasonal_ratio,
    seasonal_share,
    so_far,
    trial_of,
)


def part(year: int, value: int, months: int = 8) -> Part:
    """A count of a year's first months."""
    return Part(year, months, Decimal(value))


def known(year: int, so_far: int, whole: int) -> KnownYear:
    """A whole year with its first eight months."""
    return KnownYear(part(year, so_far), part(year, whole, 12))


def ratio(year: int, x: int, n: int, months: int = 8) -> Part:
    """A share in percent with its sums."""
    return Part(year, months, Decimal(100 * x) / n, Decimal(x), Decimal(n))


@pytest.mark.parametrize(
    "method, expected",
    [(pro_rata, 960), (seasonal_share, 1280), (last_year_and_change, 840), (so_far, 640)],
)
def test_six_hundred_and_forty_by_august(method: Method, expected: int) -> None:
    """After a year of 600 by August and 800 in all, and one of 200 and 800."""
    earlier = [known(2022, 200, 800), known(2023, 600, 800)]

    assert Decimal(expected) == method(part(2024, 640), earlier)


def test_methods_say_nothing_without_what_they_need() -> None:
    """No earlier year, no season; last year missing, no change to add."""
    now = part(2024, 640)

    assert seasonal_share(now, []) is None
    assert seasonal_share(now, [known(2023, 0, 800)]) is None
    assert last_year_and_change(now, [known(2022, 200, 800)]) is None
    assert seasonal_ratio(now, [known(2023, 600, 800)]) is None


def test_share_scales_numerator_and_denominator_by_their_own_seasons() -> None:
    """40 of 100 by August; last year the answers doubled but the questions tripled."""
    earlier = KnownYear(ratio(2023, 30, 100), ratio(2023, 60, 300, 12))

    made = seasonal_ratio(ratio(2024, 40, 100), [earlier])

    assert made is not None
    assert "26.667" == f"{made:.3f}"


def test_each_year_is_left_out_and_forecast_by_the_others() -> None:
    """2022 by the season of 2023 and the other way round."""
    years = [known(2022, 50, 100), known(2023, 60, 100)]

    trial = trial_of(ForecastMethod.SEASONAL, seasonal_share, years, 3, relative=True)

    assert ("0.2000", "0.1667") == tuple(f"{error:.4f}" for error in trial.errors)
    assert ("0.1833", "0.5666") == (f"{trial.median:.4f}", f"{trial.reach:.4f}")


def test_ratios_err_in_their_own_unit() -> None:
    """Two percentage points are two, whatever the level."""
    years = [known(2022, 50, 52), known(2023, 60, 59)]

    trial = trial_of(ForecastMethod.SO_FAR, so_far, years, 3, relative=False)

    assert (Decimal(2), Decimal(1)) == trial.errors


def test_season_is_learnt_from_the_nearest_years_only() -> None:
    """At most the region's number of years away, and never from the year itself."""
    years = [known(year, 50, 100) for year in range(2015, 2024)]

    assert (2021, 2022, 2023) == tuple(one.year for one in near(2024, years, 3))
    assert (2018, 2019, 2021, 2022) == tuple(one.year for one in near(2020, years, 2))


def test_forecast_of_nothing_is_not_an_error_without_end() -> None:
    """A year that began with zero cannot be scaled."""
    trial = trial_of(ForecastMethod.PRO_RATA, pro_rata, [known(2023, 0, 5)], 3, relative=True)

    assert () == trial.errors


def test_best_has_the_least_median_error_of_enough_years() -> None:
    """A method tested on a single year is not compared; of equals the simplest wins."""
    rough = Trial(ForecastMethod.PRO_RATA, (Decimal(3), Decimal(5)))
    fine = Trial(ForecastMethod.SEASONAL, (Decimal(1), Decimal(2), Decimal(90)))
    single = Trial(ForecastMethod.LAST_YEAR, (Decimal(0),))
    equal = Trial(ForecastMethod.LAST_YEAR, (Decimal(2), Decimal(2)))

    assert fine == best([rough, fine, single])
    assert fine == best([rough, fine, equal])
    assert best([single]) is None


@given(st.lists(st.integers(1, 500), min_size=2, max_size=6), st.integers(1, 11))
def test_even_years_are_foreseen_without_error(levels: list[int], months: int) -> None:
    """When every month is alike, season and even pace agree and are never wrong."""
    years = [
        KnownYear(part(2010 + i, level * months, months), part(2010 + i, level * 12, 12))
        for i, level in enumerate(levels)
    ]
    for method in (ForecastMethod.PRO_RATA, ForecastMethod.SEASONAL):
        trial = trial_of(method, ADDING[method], years, 10, relative=True)
        assert all(error < Decimal("1e-20") for error in trial.errors)
        assert len(levels) == len(trial.errors)


def test_every_method_of_a_plan_belongs_to_a_kind_of_measure() -> None:
    """Auto chooses among the others; each of them is a method for something."""
    assert set(ForecastMethod) - {ForecastMethod.AUTO} == ADDING.keys() | RATIOS.keys()


def test_interval_narrows_with_the_number_of_tested_years() -> None:
    """Student's t by one less than the years; beyond ten it stays as it is."""
    reach = [
        str(Trial(ForecastMethod.PRO_RATA, (Decimal(1),) * years).reach) for years in (2, 3, 10, 25)
    ]

    assert ["3.078", "1.886", "1.383", "1.383"] == reach
