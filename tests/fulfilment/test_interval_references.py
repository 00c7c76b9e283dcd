"""Intervals against the health agency's workbooks, and against scipy and statsmodels."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep
from statsmodels.stats.rates import confint_poisson_2indep

from fulfilment.references import close, decimal, sheet_of
from rapport.fulfilment.intervals import (
    TAIL,
    Interval,
    Z,
    byar,
    newcombe,
    of_cases,
    poisson_exact,
    rate_difference,
    wilson,
)

Z998 = Decimal("3.090232306167813541540399830107")
LEVELS = {"95%": Z, "99.8%": Z998}
WORKBOOK = "1e-6"
ORACLE = Decimal("1e-12")


def agrees(found: Interval | None, low: object, high: object, factor: Decimal) -> bool:
    """Whether an interval is the workbook's; an empty lower bound is none of ours."""
    if low == "":
        return found is None
    if found is None:
        return False
    scaled = found.times(factor)
    return close(decimal(low), scaled.low, WORKBOOK) and close(decimal(high), scaled.high, WORKBOOK)


def test_byar_and_wilson_agree_with_the_published_workbook() -> None:
    """All thirteen rows, of which one is not available."""
    rows = [row for row in sheet_of("testdata_Byars_Wilson.xlsx", "testdata_B_W") if row["x"] != ""]
    wrong = []
    for row in rows:
        x, z = decimal(row["x"]), LEVELS[str(row["confidence"])]
        found = byar(x, z) if row["method"] == "Byars" else wilson(x, decimal(row["n"]), z)
        if not agrees(found, row["lowercl"], row["uppercl"], Decimal(1)):
            wrong.append(row)

    assert (13, []) == (len(rows), wrong)


def test_shares_agree_with_the_published_workbook() -> None:
    """Both levels of every row with figures."""
    sheet = sheet_of("testdata_Proportion.xlsx", "testdata_Prop")
    compared, wrong = 0, []
    for row in sheet:
        if row["Numerator"] == "" or row["Denominator"] == "":
            continue
        x, n, factor = (decimal(row[key]) for key in ("Numerator", "Denominator", "multiplier"))
        for z, level in ((Z, "95_0"), (Z998, "99_8")):
            low, high = row[f"lower{level}cl"], row[f"upper{level}cl"]
            if isinstance(low, float) and isinstance(high, float):
                compared += 2
                if not agrees(wilson(x, n, z), low, high, factor):
                    wrong.append(row)

    assert [] == wrong
    assert compared >= 60


def test_rates_agree_with_the_published_workbook() -> None:
    """Exact below ten cases and Byar from there, at both levels."""
    sheet = sheet_of("testdata_Rate.xlsx", "testdata_Rate")
    compared, wrong = 0, []
    for row in sheet:
        if row["Numerator"] == "" or row["Denominator"] == "":
            continue
        x, n, factor = (decimal(row[key]) for key in ("Numerator", "Denominator", "multiplier"))
        for z, tail, level in ((Z, TAIL, "95_0"), (Z998, Decimal("0.001"), "99_8")):
            low, high = row[f"lower{level}cl"], row[f"upper{level}cl"]
            if isinstance(low, float) and isinstance(high, float):
                compared += 2
                if not agrees(of_cases(x, z, tail), low, high, factor / n):
                    wrong.append((row["Area"], level))

    assert [] == wrong
    assert compared >= 60


@pytest.mark.parametrize("cases", range(30))
def test_exact_bounds_agree_with_the_chi_square_distribution(cases: int) -> None:
    """To twelve digits of scipy's."""
    low, high = poisson_exact(cases)
    expected_low = stats.chi2.ppf(0.025, 2 * cases) / 2 if cases else 0.0
    expected_high = stats.chi2.ppf(0.975, 2 * cases + 2) / 2

    assert abs(low - Decimal(expected_low)) <= ORACLE * max(low, Decimal(1))
    assert abs(high - Decimal(expected_high)) <= ORACLE * max(high, Decimal(1))


def test_five_hundred_random_differences_agree_with_statsmodels() -> None:
    """Newcombe's method 10, to twelve decimals."""
    chance = random.Random(20241122)  # noqa: S311 - a repeatable choice of test cases
    apart = Decimal(0)
    for _ in range(500):
        n1, n2 = chance.randint(1, 5000), chance.randint(1, 5000)
        x1, x2 = chance.randint(0, n1), chance.randint(0, n2)
        low, high = newcombe((Decimal(x1), Decimal(n1)), (Decimal(x2), Decimal(n2)))
        expected = confint_proportions_2indep(x1, n1, x2, n2, method="newcomb", compare="diff")
        apart = max(apart, abs(low - Decimal(expected[0])), abs(high - Decimal(expected[1])))

    assert apart <= ORACLE


def test_differences_of_small_rates_agree_with_statsmodels() -> None:
    """Two exact intervals make the interval of the difference."""
    chance = random.Random(20241123)  # noqa: S311 - a repeatable choice of test cases
    apart = Decimal(0)
    for _ in range(100):
        x1, x2 = chance.randint(0, 9), chance.randint(0, 9)
        n1, n2 = chance.randint(50, 5000), chance.randint(50, 5000)
        found = rate_difference((Decimal(x1), Decimal(n1)), (Decimal(x2), Decimal(n2)))
        assert found is not None
        expected = confint_poisson_2indep(
            x1, n1, x2, n2, method="mover", compare="diff", method_mover="exact-c"
        )
        apart = max(
            apart, abs(found.low - Decimal(expected[0])), abs(found.high - Decimal(expected[1]))
        )

    assert apart <= ORACLE
