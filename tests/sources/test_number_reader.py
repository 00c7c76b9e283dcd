"""Numbers as Swedish exports write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.quantity import Gap
from rapport.sources.number_reader import ReadNumber, exact_decimal, read_number
from rapport.swedish.numbers import number

UNDERSTOOD = {
    "0": "0",
    "16,0": "16.0",
    "1\u00a0234": "1234",
    "1\u202f645,5": "1645.5",
    "1 234 567,8": "1234567.8",
    "1.234,5": "1234.5",
    "1.234.567": "1234567",
    "12.5": "12.5",
    "0.751": "0.751",
    "\u221212": "-12",
    "+3,2": "3.2",
    "107,76 %": "107.76",
}


@pytest.mark.parametrize("text,value", UNDERSTOOD.items())
def test_a_number_is_read_exactly(text: str, value: str) -> None:
    """The digits are the same, without spaces and with a decimal point."""
    assert Decimal(value) == read_number(text).value


@pytest.mark.parametrize(
    "text",
    ["1.234", "-1.234", "7 5%", "1 23", "12 3456", "x", "K 12", "1e5", "٣", "1?645", "ca 11"],
)
def test_a_doubtful_number_is_refused(text: str) -> None:
    """There is a fault and neither value nor gap."""
    read = read_number(text)
    assert (True, None, None) == (bool(read.fault), read.value, read.gap)


def test_a_point_between_three_digits_is_called_ambiguous() -> None:
    """The message says why: the point may stand for thousands or decimals."""
    expected = '"1.234" är tvetydigt: punkten kan skilja tusental eller decimaler'
    assert expected == read_number("1.234").fault


def test_an_excel_error_is_named() -> None:
    """The error is in the message, so that it can be found in the workbook."""
    expected = "Excelfelet #DIVISION/0! står i stället för ett tal"
    assert expected == read_number("#DIVISION/0!").fault


@pytest.mark.parametrize(
    "text,gap",
    [
        ("", Gap.MISSING),
        ("\u00a0", Gap.MISSING),
        ("-", Gap.MISSING),
        ("–", Gap.MISSING),
        (".", Gap.NOT_APPLICABLE),
        ("..", Gap.WITHHELD),
        ("<5", Gap.WITHHELD),
        ("≤ 4", Gap.WITHHELD),
        ("Bortfall", Gap.MISSING),
    ],
)
def test_a_code_says_why_the_figure_is_absent(text: str, gap: Gap) -> None:
    """The three codes of official statistics are three different gaps."""
    assert ReadNumber(gap=gap) == read_number(text)


@pytest.mark.parametrize(
    "text,suffix",
    [
        ("75 %", "%"),
        ("75%", "%"),
        ("12 tkr", "tkr"),
        ("1,5 Mnkr", "mnkr"),
        ("3 kronor", "kr"),
        ("4 st", ""),
    ],
)
def test_a_unit_after_the_number_is_kept(text: str, suffix: str) -> None:
    """The unit is told apart from the number, so that it can be checked."""
    assert suffix == read_number(text).suffix


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=2, min_value=-(10**12), max_value=10**12
    )
)
def test_what_is_printed_reads_back(value: Decimal) -> None:
    """A number printed as Swedish is the same number when read."""
    assert value == read_number(number(value, 2)).value


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e12, max_value=1e12))
def test_a_stored_float_keeps_the_digits_it_shows(stored: float) -> None:
    """The exact decimal is the float's shortest writing, not its binary tail."""
    assert float(exact_decimal(stored)) == stored
