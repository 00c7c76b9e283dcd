"""Periods as inclusive intervals of whole months, and the report occasions that name them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

MONTHS_PER_YEAR = 12


class Grain(StrEnum):
    """The calendar shapes a period can have; the value is the letter used in labels."""

    MONTH = "M"
    QUARTER = "K"
    TERTIAL = "T"
    HALF_YEAR = "H"
    YEAR = "AR"
    CUMULATIVE = "ACK"
    ROLLING_YEAR = "R12"
    OTHER = "INT"

    @property
    def months(self) -> int:
        """Length in months of the calendar grains (month to year)."""
        return _GRAIN_MONTHS[self]


_GRAIN_MONTHS = {
    Grain.MONTH: 1,
    Grain.QUARTER: 3,
    Grain.TERTIAL: 4,
    Grain.HALF_YEAR: 6,
    Grain.YEAR: 12,
}


@dataclass(frozen=True, order=True)
class Period:
    """A period: the months ``first`` to ``last``, both included.

    A month is counted as ``year * 12 + month - 1``, so that shifting and comparing
    are plain arithmetic. T2 as a tertial (May-August) and "till och med T2"
    (January-August) are two different periods.

    >>> str(Period.of(Grain.TERTIAL, 2024, 2)), str(Period.of(Grain.TERTIAL, 2024, 2).cumulative)
    ('T2-2024', 'ACK08-2024')
    """

    first: int
    last: int

    def __post_init__(self) -> None:
        if self.last < self.first:
            msg = f"period slutar före sin början: {self.first}..{self.last}"
            raise ValueError(msg)

    @staticmethod
    def of(grain: Grain, year: int, number: int = 1) -> Period:
        """Period ``number`` of its kind in a year: tertial 2 of 2024, quarter 3 of 2023.

        Raises:
            ValueError: there is no such period, for example a fourth tertial.
        """
        count = MONTHS_PER_YEAR // grain.months
        if not 1 <= number <= count:
            msg = f"{grain}{number} finns inte: {grain} har nummer 1–{count}"
            raise ValueError(msg)
        first = year * MONTHS_PER_YEAR + (number - 1) * grain.months
        return Period(first, first + grain.months - 1)

    @staticmethod
    def month(year: int, month: int) -> Period:
        """One month; January is 1."""
        return Period.of(Grain.MONTH, year, month)

    @staticmethod
    def year_of(year: int) -> Period:
        """The whole calendar year."""
        return Period.of(Grain.YEAR, year)

    @property
    def length(self) -> int:
        """Number of months."""
        return self.last - self.first + 1

    @property
    def year(self) -> int:
        """The year in which the period ends."""
        return self.last // MONTHS_PER_YEAR

    @property
    def first_month(self) -> int:
        """Calendar month (1-12) in which the period begins."""
        return self.first % MONTHS_PER_YEAR + 1

    @property
    def last_month(self) -> int:
        """Calendar month (1-12) in which the period ends."""
        return self.last % MONTHS_PER_YEAR + 1

    @property
    def grain(self) -> Grain:
        """The calendar shape; a year is a year rather than "January-December cumulative"."""
        for grain, months in _GRAIN_MONTHS.items():
            if self.length == months and self.first % months == 0:
                return grain
        if self.first % MONTHS_PER_YEAR == 0 and self.first // MONTHS_PER_YEAR == self.year:
            return Grain.CUMULATIVE
        if self.length == MONTHS_PER_YEAR:
            return Grain.ROLLING_YEAR
        return Grain.OTHER

    @property
    def months(self) -> tuple[Period, ...]:
        """The single months, in order."""
        return tuple(Period(month, month) for month in range(self.first, self.last + 1))

    def shifted(self, months: int) -> Period:
        """The same length, moved by a number of months."""
        return Period(self.first + months, self.last + months)

    @property
    def previous(self) -> Period:
        """The period of the same length just before."""
        return self.shifted(-self.length)

    def years_earlier(self, years: int = 1) -> Period:
        """The same months of an earlier year."""
        return self.shifted(-MONTHS_PER_YEAR * years)

    @property
    def cumulative(self) -> Period:
        """January of the period's year until its end ("ackumulerat")."""
        return Period(self.year * MONTHS_PER_YEAR, self.last)

    @property
    def rolling_year(self) -> Period:
        """The twelve months that end with the period ("rullande tolv månader")."""
        return Period(self.last - MONTHS_PER_YEAR + 1, self.last)

    @property
    def whole_year(self) -> Period:
        """The calendar year in which the period ends."""
        return Period.year_of(self.year)

    @property
    def rest_of_year(self) -> Period | None:
        """What remains of the year after the period, or nothing at its end."""
        end = self.whole_year.last
        return None if self.last == end else Period(self.last + 1, end)

    def split(self, grain: Grain) -> tuple[Period, ...]:
        """The period cut into calendar periods of one grain.

        Raises:
            ValueError: the period does not consist of whole periods of that grain.
        """
        step = grain.months
        if self.first % step or self.length % step:
            msg = f"{self} kan inte delas i {grain}"
            raise ValueError(msg)
        return tuple(Period(m, m + step - 1) for m in range(self.first, self.last + 1, step))

    def __add__(self, other: Period) -> Period:
        """Two adjacent periods as one; the other must follow directly."""
        if self.last + 1 != other.first:
            msg = f"{self} och {other} ligger inte intill varandra"
            raise ValueError(msg)
        return Period(self.first, other.last)

    def __contains__(self, other: object) -> bool:
        return isinstance(other, Period) and self.first <= other.first and other.last <= self.last

    def __str__(self) -> str:
        grain, year = self.grain, self.year
        match grain:
            case Grain.MONTH:
                return f"{year}-{self.last_month:02d}"
            case Grain.YEAR:
                return f"AR-{year}"
            case Grain.CUMULATIVE:
                return f"ACK{self.last_month:02d}-{year}"
            case Grain.ROLLING_YEAR:
                return f"R12-{year}-{self.last_month:02d}"
            case Grain.OTHER:
                start = self.first // MONTHS_PER_YEAR
                return f"{start}-{self.first_month:02d}--{year}-{self.last_month:02d}"
            case _:
                return f"{grain}{self.first % MONTHS_PER_YEAR // grain.months + 1}-{year}"


_CANONICAL = re.compile(
    r"(?P<grain>[TKH])(?P<number>\d)-(?P<gyear>\d{4})|AR-(?P<ayear>\d{4})"
    r"|ACK(?P<cmonth>\d{2})-(?P<cyear>\d{4})|R12-(?P<ryear>\d{4})-(?P<rmonth>\d{2})"
    r"|(?P<fyear>\d{4})-(?P<fmonth>\d{2})--(?P<tyear>\d{4})-(?P<tmonth>\d{2})"
    r"|(?P<myear>\d{4})-(?P<mmonth>\d{2})"
)


def parse_period(text: str) -> Period:
    """Read the canonical form that ``str(period)`` writes: T2-2024, AR-2024, 2024-08, ACK08-2024.

    The looser labels of exports and plans are read by ``rapport.domain.period_label``.

    Raises:
        ValueError: not a period; the message is Swedish and says what to write.
    """
    match = _CANONICAL.fullmatch(text.strip())
    if match is None:
        msg = (
            f'"{text}" är ingen period. Skriv till exempel T2-2024, AR-2024, K3-2024, 2024-08, '
            "ACK08-2024 eller R12-2024-08"
        )
        raise ValueError(msg)
    part = match.groupdict()
    if part["grain"]:
        return Period.of(Grain(part["grain"]), int(part["gyear"]), int(part["number"]))
    if part["ayear"]:
        return Period.year_of(int(part["ayear"]))
    if part["cyear"]:
        return Period.month(int(part["cyear"]), int(part["cmonth"])).cumulative
    if part["ryear"]:
        return Period.month(int(part["ryear"]), int(part["rmonth"])).rolling_year
    if part["fyear"]:
        start = Period.month(int(part["fyear"]), int(part["fmonth"]))
        return Period(start.first, Period.month(int(part["tyear"]), int(part["tmonth"])).last)
    return Period.month(int(part["myear"]), int(part["mmonth"]))


class OccasionKind(StrEnum):
    """When a plan asks for figures ("DÅ 04, 08, ÅR" = T1, T2, ÅR)."""

    T1 = "T1"
    T2 = "T2"
    T3 = "T3"
    YEAR = "ÅR"
    MONTH = "månad"


@dataclass(frozen=True, order=True)
class Occasion:
    """A report occasion ("rapporttillfälle"): what ``--period`` names.

    The occasion says *when* one reports. What each measure shows then - the tertial, the
    months since January or the last twelve - is said by the measure in the plan, because
    the plans use "T2" for all of them.
    """

    period: Period

    @staticmethod
    def parse(text: str) -> Occasion:
        """Read T1-2024, AR-2024 (whole year), 2024-09 (month) or K3-2024 (quarter).

        Raises:
            ValueError: not an occasion that one can report at.
        """
        period = parse_period(text)
        if period.grain not in {Grain.TERTIAL, Grain.YEAR, Grain.MONTH, Grain.QUARTER}:
            msg = (
                f'"{text}" är inget rapporttillfälle. Skriv T2-2024, AR-2024, K3-2024 eller 2024-09'
            )
            raise ValueError(msg)
        return Occasion(period)

    @property
    def kinds(self) -> frozenset[OccasionKind]:
        """The plan's words for this occasion; T3 and ÅR fall on the same date but differ."""
        if self.period.grain is Grain.YEAR:
            return frozenset({OccasionKind.YEAR})
        if self.period.grain is Grain.TERTIAL:
            number = self.period.last_month // Grain.TERTIAL.months
            return frozenset({OccasionKind(f"T{number}")})
        if self.period.grain is Grain.MONTH:
            return frozenset({OccasionKind.MONTH})
        return frozenset()

    @property
    def year(self) -> int:
        """The year that is followed up."""
        return self.period.year

    def __str__(self) -> str:
        return str(self.period)
