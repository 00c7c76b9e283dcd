"""Reads numbers as Swedish exports write them, and the codes that stand where one is missing."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from rapport.domain.quantity import Gap

_SPACES = str.maketrans(dict.fromkeys("\u00a0\u202f\u2009\u2007\t\r\n", " "))
_MINUS = "\u2212"
_DASHES = {"-", "–", "—", _MINUS}

_SWEDISH = re.compile(r"[+-]?(?:[0-9]+|[0-9]{1,3}(?: [0-9]{3})+)(?:,[0-9]+)?")
_POINT_DECIMAL = re.compile(r"[+-]?[0-9]+\.[0-9]+")
_AMBIGUOUS = re.compile(r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}")
_POINT_GROUPS = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+,[0-9]+|(?:\.[0-9]{3}){2,})")
_SMALL_GROUP = re.compile(r"[<≤] ?[0-9]{1,2}")
_SUFFIX = re.compile(r"(.*?[0-9]) ?(%|procent|kr|kronor|tkr|mnkr|mkr|mdkr|st)\.?", re.IGNORECASE)
_SUFFIX_WORD = {"procent": "%", "kronor": "kr", "mkr": "mnkr", "st": ""}

_GAP_WORDS = {
    "..": Gap.WITHHELD,
    ".": Gap.NOT_APPLICABLE,
    **dict.fromkeys(_DASHES, Gap.MISSING),
    **{gap.value: gap for gap in Gap},
}


class ReadNumber(NamedTuple):
    """What a cell says: a number, a reason why there is none ("kod"), or a fault.

    ``suffix`` is the unit written after the number ("%", "kr", "tkr", "mnkr", "mdkr") and
    ``fault`` a Swedish sentence without a full stop, empty when the cell was understood.
    """

    value: Decimal | None = None
    gap: Gap | None = None
    suffix: str = ""
    fault: str = ""


def read_gap(text: str) -> Gap | None:
    """A code for a missing figure: ``-`` bortfall, ``.`` ej tillämplig, ``..`` sekretess.

    >>> read_gap("..")
    <Gap.WITHHELD: 'sekretess'>
    """
    return _GAP_WORDS.get(text.translate(_SPACES).strip().casefold())


@lru_cache(maxsize=65_536)
def read_number(text: str) -> ReadNumber:
    r"""Read one cell of text; an empty cell is "bortfall", because its row exists.

    >>> read_number("1\xa0234,5").value
    Decimal('1234.5')
    >>> read_number("<5").gap
    <Gap.WITHHELD: 'sekretess'>
    >>> read_number("1.234").fault
    '"1.234" är tvetydigt: punkten kan skilja tusental eller decimaler'
    """
    shown = text.translate(_SPACES).strip()
    if not shown:
        return ReadNumber(gap=Gap.MISSING)
    gap = read_gap(shown)
    if gap is None and _SMALL_GROUP.fullmatch(shown):
        gap = Gap.WITHHELD
    if gap is not None:
        return ReadNumber(gap=gap)
    if shown.startswith("#"):
        return ReadNumber(fault=f"Excelfelet {shown} står i stället för ett tal")
    return _read_digits(shown)


def _read_digits(shown: str) -> ReadNumber:
    body, suffix = shown.replace(_MINUS, "-"), ""
    if match := _SUFFIX.fullmatch(body):
        word = match[2].casefold()
        body, suffix = match[1], _SUFFIX_WORD.get(word, word)
    if _AMBIGUOUS.fullmatch(body):
        return ReadNumber(
            fault=f'"{shown}" är tvetydigt: punkten kan skilja tusental eller decimaler'
        )
    if _SWEDISH.fullmatch(body):
        plain = body.replace(" ", "").replace(",", ".")
    elif _POINT_GROUPS.fullmatch(body):
        plain = body.replace(".", "").replace(",", ".")
    elif _POINT_DECIMAL.fullmatch(body):
        plain = body
    else:
        return ReadNumber(fault=f'"{shown}" är inget tal')
    return ReadNumber(value=Decimal(plain), suffix=suffix)


def exact_decimal(stored: float) -> Decimal:
    """The number a spreadsheet shows for a stored float: 0.1 is one tenth, 3.0 is three.

    >>> exact_decimal(0.751), exact_decimal(1234.0)
    (Decimal('0.751'), Decimal('1234'))
    """
    number = Decimal(repr(stored))
    return number.to_integral_value() if number == number.to_integral_value() else number
