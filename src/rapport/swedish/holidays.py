"""Swedish public holidays ("allmänna helgdagar"), on which boards do not meet."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from rapport.swedish.dates import WEEKDAYS

_SATURDAY = 5
_FIXED = (
    (1, 1, "nyårsdagen"),
    (1, 6, "trettondedag jul"),
    (5, 1, "första maj"),
    (6, 6, "Sveriges nationaldag"),
    (12, 25, "juldagen"),
    (12, 26, "annandag jul"),
)
_FROM_EASTER = (
    (-2, "långfredagen"),
    (0, "påskdagen"),
    (1, "annandag påsk"),
    (39, "Kristi himmelsfärdsdag"),
    (49, "pingstdagen"),
)


def easter(year: int) -> date:
    """Easter Sunday ("påskdagen") by the anonymous Gregorian rule.

    >>> easter(2024)
    datetime.date(2024, 3, 31)
    """
    golden = year % 19
    century, of_century = divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap_centuries - correction + 15) % 30
    leap_years, year_rest = divmod(of_century, 4)
    weekday = (32 + 2 * century_rest + 2 * leap_years - moon - year_rest) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=64)
def public_holidays(year: int) -> dict[date, str]:
    """The public holidays of a year with their names, by the law of 1989 (2005 for 6 June)."""
    holidays = {date(year, month, day): name for month, day, name in _FIXED}
    sunday = easter(year)
    holidays |= {sunday + timedelta(days=days): name for days, name in _FROM_EASTER}
    holidays[_saturday_from(date(year, 6, 20))] = "midsommardagen"
    holidays[_saturday_from(date(year, 10, 31))] = "alla helgons dag"
    return holidays


def free_day(day: date) -> str | None:
    """Why nobody works on a day: its holiday, else "lördag" or "söndag"; ``None`` if they do.

    >>> free_day(date(2023, 1, 6))
    'trettondedag jul'
    """
    weekday = WEEKDAYS[day.weekday()] if day.weekday() >= _SATURDAY else None
    return public_holidays(day.year).get(day, weekday)


def last_working_day(day: date) -> date:
    """The last day before another on which people work.

    >>> last_working_day(date(2024, 1, 8))
    datetime.date(2024, 1, 5)
    """
    before = day - timedelta(days=1)
    while free_day(before):
        before -= timedelta(days=1)
    return before


def _saturday_from(day: date) -> date:
    """The first Saturday on or after a day."""
    return day + timedelta(days=(_SATURDAY - day.weekday()) % 7)
