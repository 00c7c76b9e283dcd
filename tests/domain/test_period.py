"""Periods are intervals of whole months, and what they mean to each other holds for all of them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.period import (
    MONTHS_PER_YEAR,
    Grain,
    Occasion,
    OccasionKind,
    Period,
    parse_period,
)

CALENDAR = (Grain.MONTH, Grain.QUARTER, Grain.TERTIAL, Grain.HALF_YEAR, Grain.YEAR)
FIRST, LAST = 1990 * MONTHS_PER_YEAR, 2099 * MONTHS_PER_YEAR + 11

periods = st.builds(
    lambda first, more: Period(first, first + more), st.integers(FIRST, LAST), st.integers(0, 40)
)
calendar_periods = st.sampled_from(CALENDAR).flatmap(
    lambda grain: st.builds(
        Period.of,
        st.just(grain),
        st.integers(1990, 2099),
        st.integers(1, MONTHS_PER_YEAR // grain.months),
    )
)


@given(periods)
def test_every_name_reads_back(period: Period) -> None:
    """What is printed for a period is read as that period."""
    assert period == parse_period(str(period))


@given(periods, periods)
def test_two_periods_never_share_a_name(one: Period, other: Period) -> None:
    """A name means one period, so T2 is never also January to August."""
    assert (str(one) == str(other)) is (one == other)


@given(calendar_periods)
def test_a_calendar_period_knows_its_shape(period: Period) -> None:
    """A tertial is a tertial however it was made; a year is a year and not twelve months."""
    assert period.length == period.grain.months


@given(periods)
def test_a_period_is_the_sum_of_its_months(period: Period) -> None:
    """Its months follow on each other and cover it."""
    first, *rest = period.months
    whole = first
    for month in rest:
        whole += month
    assert period == whole


@given(periods)
def test_the_period_before_lies_just_before(period: Period) -> None:
    """They are equally long and can be added."""
    assert Period(period.first - period.length, period.last) == period.previous + period


@given(periods, st.integers(-30, 30))
def test_shifting_back_and_forth_changes_nothing(period: Period, months: int) -> None:
    """Shifts undo each other and keep the length."""
    assert period == period.shifted(months).shifted(-months)
    assert period.length == period.shifted(months).length


@given(periods, st.integers(0, 10))
def test_the_same_months_of_an_earlier_year(period: Period, years: int) -> None:
    """Only the year differs."""
    earlier = period.years_earlier(years)
    assert (period.first_month, period.last_month) == (earlier.first_month, earlier.last_month)
    assert period.year - years == earlier.year


@given(periods)
def test_accumulated_months_begin_in_january_and_end_with_the_period(period: Period) -> None:
    """Accumulating twice is accumulating once."""
    so_far = period.cumulative
    assert (1, period.last, period.year) == (so_far.first_month, so_far.last, so_far.year)
    assert so_far == so_far.cumulative


@given(periods)
def test_twelve_months_end_with_the_period(period: Period) -> None:
    """At the end of a year they are that year."""
    assert (MONTHS_PER_YEAR, period.last) == (period.rolling_year.length, period.rolling_year.last)
    assert period.whole_year == period.whole_year.rolling_year


@given(periods)
def test_what_has_been_and_the_rest_make_up_the_year(period: Period) -> None:
    """Nothing is counted twice and nothing left out."""
    rest = period.rest_of_year
    made = period.cumulative + rest if rest else period.cumulative
    assert period.whole_year == made


@given(calendar_periods, st.sampled_from(CALENDAR))
def test_a_split_is_put_together_again(period: Period, grain: Grain) -> None:
    """Parts of one grain make up the whole; a quarter has no tertials and says so."""
    if period.first % grain.months or period.length % grain.months:
        with pytest.raises(ValueError, match="kan inte delas"):
            period.split(grain)
        return
    parts = period.split(grain)
    assert [grain] * len(parts) == [part.grain for part in parts]
    assert (period.first, period.last) == (parts[0].first, parts[-1].last)
    assert period.length == sum(part.length for part in parts)


@given(periods, periods)
def test_only_adjacent_periods_are_added(one: Period, other: Period) -> None:
    """A gap or an overlap is refused, so that no month is lost or counted twice."""
    if one.last + 1 == other.first:
        assert one.length + other.length == (one + other).length
    else:
        with pytest.raises(ValueError, match="ligger inte intill"):
            _ = one + other


@given(periods, periods)
def test_one_period_lies_in_another_when_all_its_months_do(one: Period, other: Period) -> None:
    """Containing is about months, not about names."""
    assert (set(one.months) <= set(other.months)) is (one in other)


@pytest.mark.parametrize(
    "name,before,so_far,twelve,rest",
    [
        ("T1-2024", "T3-2023", "T1-2024", "R12-2024-04", "2024-05--2024-12"),
        ("T2-2024", "T1-2024", "ACK08-2024", "R12-2024-08", "T3-2024"),
        ("T3-2024", "T2-2024", "AR-2024", "AR-2024", None),
        ("K3-2024", "K2-2024", "ACK09-2024", "R12-2024-09", "K4-2024"),
        ("H1-2024", "H2-2023", "H1-2024", "R12-2024-06", "H2-2024"),
        ("AR-2024", "AR-2023", "AR-2024", "AR-2024", None),
        ("2024-01", "2023-12", "2024-01", "R12-2024-01", "2024-02--2024-12"),
    ],
)
def test_the_periods_around_a_period(
    name: str, before: str, so_far: str, twelve: str, rest: str | None
) -> None:
    """As a controller would name them."""
    period = parse_period(name)
    assert (before, so_far, twelve, rest) == (
        str(period.previous),
        str(period.cumulative),
        str(period.rolling_year),
        str(period.rest_of_year) if period.rest_of_year else None,
    )


def test_the_tertial_and_the_months_until_it_are_two_periods() -> None:
    """T2 is May to August; "t.o.m. T2" is January to August."""
    tertial, until = parse_period("T2-2024"), parse_period("ACK08-2024")
    assert (4, 8) == (tertial.length, until.length)
    assert until == parse_period("T1-2024") + tertial


def test_a_school_year_is_a_period_of_its_own() -> None:
    """August to June is no calendar shape but has a name and a year before."""
    school_year = parse_period("2021-08--2022-06")
    assert (Grain.OTHER, 11, 2022) == (school_year.grain, school_year.length, school_year.year)
    assert "2020-08--2021-06" == str(school_year.years_earlier())


def test_only_the_months_until_august_cover_what_the_law_asks_of_an_interim_report() -> None:
    """At least half and at most two thirds of the year: T2 does, T1 and T3 do not."""

    def covered(occasion: str) -> Fraction:
        return Fraction(parse_period(occasion).cumulative.length, MONTHS_PER_YEAR)

    lawful = [
        name
        for name in ("T1-2024", "T2-2024", "T3-2024")
        if Fraction(1, 2) <= covered(name) <= Fraction(2, 3)
    ]
    assert ["T2-2024"] == lawful


@pytest.mark.parametrize("text", ["T4-2024", "K5-2024", "H3-2024", "2024-13", "ACK00-2024"])
def test_a_period_that_does_not_exist_is_refused(text: str) -> None:
    """The message says how many there are."""
    with pytest.raises(ValueError, match="finns inte"):
        parse_period(text)


@pytest.mark.parametrize("text", ["", "v 35", "T2", "2024", "DÅ08-2024", "2024-08-15"])
def test_what_is_no_canonical_name_is_refused(text: str) -> None:
    """The looser labels of exports are read elsewhere."""
    with pytest.raises(ValueError, match="är ingen period"):
        parse_period(text)


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    """Also when both ends are months of their own."""
    with pytest.raises(ValueError, match="slutar före sin början"):
        parse_period("2024-08--2024-06")


@pytest.mark.parametrize(
    "text,kinds",
    [
        ("T1-2024", {OccasionKind.T1}),
        ("T2-2024", {OccasionKind.T2}),
        ("T3-2024", {OccasionKind.T3}),
        ("AR-2024", {OccasionKind.YEAR}),
        ("2024-09", {OccasionKind.MONTH}),
        ("K3-2024", set()),
    ],
)
def test_an_occasion_knows_what_the_plans_call_it(text: str, kinds: set[OccasionKind]) -> None:
    """The third tertial and the year end on one day but are two occasions."""
    assert kinds == Occasion.parse(text).kinds


@pytest.mark.parametrize("text", ["ACK08-2024", "R12-2024-08", "H1-2024", "2023-10--2024-03"])
def test_one_does_not_report_at_a_span_of_months(text: str) -> None:
    """What a measure shows is said in the plan, not by the occasion."""
    with pytest.raises(ValueError, match="inget rapporttillfälle"):
        Occasion.parse(text)
