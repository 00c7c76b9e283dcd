"""Dates and periods in Swedish words."""

from __future__ import annotations

from datetime import date, timedelta

from rapport.domain.period import Grain, Occasion, Period

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
SHORT_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_TERTIAL_ORDER = {1: "Första", 2: "Andra", 3: "Tredje"}


def long_date(day: date) -> str:
    """Write a day as 14 september 2021; a sentence puts "den" before it."""
    return f"{day.day}\u00a0{MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """Write a day as 14 sep 2021."""
    return f"{day.day}\u00a0{SHORT_MONTHS[day.month - 1]}\u00a0{day.year}"


def with_weekday(day: date) -> str:
    """Write a day as fredag 5 januari."""
    return f"{WEEKDAYS[day.weekday()]} {day_and_month(day)}"


def day_and_month(day: date) -> str:
    """Write a day as 14 september."""
    return f"{day.day}\u00a0{MONTHS[day.month - 1]}"


def month_span(period: Period) -> str:
    """The months of a period with year: "maj–augusti 2024", "augusti 2024", "helår 2024"."""
    if period.grain is Grain.YEAR:
        return f"helår {period.year}"
    last = MONTHS[period.last_month - 1]
    if period.length == 1:
        return f"{last} {period.year}"
    first = MONTHS[period.first_month - 1]
    start = period.first // 12
    return (
        f"{first}–{last} {period.year}"
        if start == period.year
        else f"{first} {start}–{last} {period.year}"
    )


def short_label(period: Period) -> str:
    """A column title: "T2 2024", "jan–aug 2024", "R12 aug 2024", "2024"."""
    last = SHORT_MONTHS[period.last_month - 1]
    match period.grain:
        case Grain.YEAR:
            return f"{period.year}"
        case Grain.TERTIAL | Grain.QUARTER | Grain.HALF_YEAR as grain:
            return f"{grain}{period.last_month // grain.months} {period.year}"
        case Grain.MONTH:
            return f"{last} {period.year}"
        case Grain.CUMULATIVE:
            return f"{SHORT_MONTHS[0]}–{last} {period.year}"
        case Grain.ROLLING_YEAR:
            return f"R12 {last} {period.year}"
        case Grain.OTHER:
            return month_span(period)


def occasion_title(occasion: Occasion) -> str:
    """The line below a report's title: "Andra tertialet 2024, januari–augusti"."""
    period = occasion.period
    last = MONTHS[period.last_month - 1]
    match period.grain:
        case Grain.TERTIAL:
            order = _TERTIAL_ORDER[period.last_month // Grain.TERTIAL.months]
            return f"{order} tertialet {period.year}, januari–{last}"
        case Grain.YEAR:
            return f"Helår {period.year}"
        case _:
            return month_span(period).capitalize()


def last_day(period: Period) -> date:
    """The last day of a period."""
    following = period.last + 1
    return date(following // 12, following % 12 + 1, 1) - timedelta(days=1)


def day_span(first: date, last: date) -> str:
    """Write one day, or a span within a month or over two: 23–24 oktober."""
    if first == last:
        return day_and_month(first)
    if first.month == last.month:
        return f"{first.day}–{day_and_month(last)}"
    return f"{day_and_month(first)}–{day_and_month(last)}"


def basis_words(period: Period) -> str:
    """What a figure covers, in words: maj–augusti 2024, ackumulerat januari–augusti 2024."""
    match period.grain:
        case Grain.ROLLING_YEAR:
            end = f"{MONTHS[period.last_month - 1]} {period.year}"
            return f"rullande tolv månader till och med {end}"
        case Grain.CUMULATIVE:
            return f"ackumulerat {month_span(period)}"
        case _:
            return month_span(period)
