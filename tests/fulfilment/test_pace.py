"""The pace towards a multi-year target."""

from __future__ import annotations

from decimal import Decimal

import pytest

from fulfilment.references import rows_of
from rapport.domain.pace import Pace, PaceClass
from rapport.domain.plan import Better
from rapport.fulfilment.pace import YearValue, pace

STATUSES = {
    "target_achieved": PaceClass.REACHED,
    "on_track": PaceClass.ON_TRACK,
    "progress_needs_acceleration": PaceClass.MORE_NEEDED,
    "limited_progress": PaceClass.LIMITED,
    "deterioration": PaceClass.WRONG_WAY,
}
DIRECTIONS = {"positive": Better.HIGHER, "negative": Better.LOWER}


def paced(base: str, now: str, target: str, better: Better = Better.HIGHER) -> Pace | None:
    """From 2021 over 2023 to 2025."""
    return pace(
        YearValue(2021, Decimal(base)),
        YearValue(2023, Decimal(now)),
        YearValue(2025, Decimal(target)),
        better,
    )


def test_all_published_cases_agree() -> None:
    """Four hundred cases of Statistics Canada's measure."""
    rows = rows_of("progress_statcan.csv")
    wrong = []
    for row in rows:
        found = pace(
            YearValue(int(row["base_year"]), Decimal(row["base"])),
            YearValue(int(row["year"]), Decimal(row["value"])),
            YearValue(int(row["target_year"]), Decimal(row["target"])) if row["target"] else None,
            DIRECTIONS[row["direction"]],
        )
        if found is None or found.status is not STATUSES[row["status"]]:
            wrong.append(row)

    assert (400, []) == (len(rows), wrong)


@pytest.mark.parametrize(
    "now, better, target, status",
    [
        ("121", Better.HIGHER, "146.41", PaceClass.ON_TRACK),
        ("114", Better.HIGHER, "146.41", PaceClass.MORE_NEEDED),
        ("105", Better.HIGHER, "146.41", PaceClass.LIMITED),
        ("99", Better.HIGHER, "146.41", PaceClass.WRONG_WAY),
        ("150", Better.HIGHER, "146.41", PaceClass.REACHED),
        ("90", Better.LOWER, "81", PaceClass.ON_TRACK),
        ("81", Better.LOWER, "81", PaceClass.REACHED),
        ("50", Better.LOWER, "0", PaceClass.LIMITED),
    ],
)
def test_pace_from_a_hundred(now: str, better: Better, target: str, status: PaceClass) -> None:
    """From 100 in 2021; ten percent a year makes 121 in 2023 and 146,41 in 2025."""
    found = paced("100", now, target, better)

    assert found is not None
    assert status == found.status


def test_pace_tells_its_growth() -> None:
    """Ten percent a year so far, ten percent a year needed."""
    found = paced("100", "121", "146.41")

    assert Pace(PaceClass.ON_TRACK, 2021, 2025, Decimal(1), Decimal("0.1"), Decimal("0.1")) == found


@pytest.mark.parametrize(
    "base, now, target, better",
    [
        ("0", "5", "10", Better.HIGHER),
        ("-15", "-14", "-10", Better.HIGHER),
        ("100", "90", "100", Better.HIGHER),
        ("100", "110", "120", Better.NEITHER),
    ],
)
def test_growth_without_meaning_has_no_pace(
    base: str, now: str, target: str, better: Better
) -> None:
    """From zero, with negative figures, to a target at the base, or without a direction."""
    assert paced(base, now, target, better) is None


def test_base_year_itself_has_no_pace() -> None:
    """Nothing has had time to grow."""
    same = YearValue(2023, Decimal(5))

    assert pace(same, same, YearValue(2025, Decimal(9)), Better.HIGHER) is None
    assert (
        pace(same, YearValue(2024, Decimal(6)), YearValue(2023, Decimal(9)), Better.HIGHER) is None
    )


@pytest.mark.parametrize(
    "now, better, status",
    [
        ("104", Better.HIGHER, PaceClass.ON_TRACK),
        ("102", Better.HIGHER, PaceClass.MORE_NEEDED),
        ("100", Better.HIGHER, PaceClass.LIMITED),
        ("96", Better.HIGHER, PaceClass.WRONG_WAY),
        ("96", Better.LOWER, PaceClass.ON_TRACK),
    ],
)
def test_without_target_the_growth_itself_is_judged(
    now: str, better: Better, status: PaceClass
) -> None:
    """One and a half percent a year is enough, half a percent is something."""
    found = pace(YearValue(2021, Decimal(100)), YearValue(2023, Decimal(now)), None, better)

    assert found is not None
    assert (status, None) == (found.status, found.ratio)


def test_growth_from_zero_without_target_has_no_pace() -> None:
    """Nothing cannot grow by percent."""
    zero = YearValue(2021, Decimal(0))

    assert pace(zero, YearValue(2023, Decimal(5)), None, Better.HIGHER) is None
