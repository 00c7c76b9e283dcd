"""Swedish public holidays."""

from __future__ import annotations

from datetime import date

import pytest

from rapport.swedish.holidays import easter, free_day, public_holidays


@pytest.mark.parametrize(
    "sunday",
    [date(1961, 4, 2), date(2000, 4, 23), date(2008, 3, 23), date(2023, 4, 9), date(2024, 3, 31),
     date(2025, 4, 20), date(2038, 4, 25)],
)  # fmt: skip
def test_easter_falls_on_the_known_sunday(sunday: date) -> None:
    """The computed Easter is the almanac's, also at the earliest and latest days."""
    assert sunday == easter(sunday.year)


def test_a_year_has_its_thirteen_holidays() -> None:
    """The days of 2024 are those of the almanac."""
    expected = [
        date(2024, 1, 1), date(2024, 1, 6), date(2024, 3, 29), date(2024, 3, 31), date(2024, 4, 1),
        date(2024, 5, 1), date(2024, 5, 9), date(2024, 5, 19), date(2024, 6, 6), date(2024, 6, 22),
        date(2024, 11, 2), date(2024, 12, 25), date(2024, 12, 26),
    ]  # fmt: skip
    assert expected == sorted(public_holidays(2024))


@pytest.mark.parametrize(
    "day, reason",
    [
        (date(2023, 1, 6), "trettondedag jul"),
        (date(2023, 4, 10), "annandag påsk"),
        (date(2024, 9, 8), "söndag"),
        (date(2024, 9, 7), "lördag"),
        (date(2024, 9, 9), None),
    ],
)
def test_a_free_day_says_why(day: date, reason: str | None) -> None:
    """A holiday has its name, a weekend its weekday, and a working day nothing."""
    assert reason == free_day(day)
