"""Swedish numbers in SQL: what can be summed is summed, anything else comes back as it stands.

Only numbers that ``number_reader`` reads the same way count as plain. A code, a unit or a
mistake is grouped by its own text and understood afterwards, by the one reader of numbers.
"""

from __future__ import annotations

from typing import NamedTuple

from rapport.sources.summation import DECIMALS

_SPACES = "\u00a0\u202f\u2009\u2007\t\r\n"
_MINUS = "\u2212"
_DIGITS = 15
_SIMPLE = rf"[+-]?[0-9]{{1,{_DIGITS}}}(,[0-9]{{1,{DECIMALS}}})?"
_GROUPED = rf"[+-]?[0-9]{{1,3}}( [0-9]{{3}}){{1,4}}(,[0-9]{{1,{DECIMALS}}})?"
_POINT = rf"[+-]?[0-9]{{1,{_DIGITS}}}\.[0-9]{{1,{DECIMALS}}}"
_AMBIGUOUS = r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}"
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?)?"

_TYPE = f"DECIMAL(38,{DECIMALS})"
_WHOLE_TYPES = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER")
_EXACT_TYPES = (*_WHOLE_TYPES, "UBIGINT", "HUGEINT", "UHUGEINT", "DECIMAL")
_FLOAT_TYPES = ("FLOAT", "DOUBLE")
_TIME_TYPES = ("DATE", "TIMESTAMP")


class NumberSql(NamedTuple):
    """How a column of figures is read.

    ``odd`` is the text of a cell that cannot be summed, NULL where ``value`` is the number.
    ``{odd}`` in ``value`` stands for the name that the first is given.
    """

    odd: str
    value: str


def text_number(column: str) -> NumberSql:
    """A column of text."""
    text = f"trim(translate(coalesce({column}, ''), '{_SPACES}', '{' ' * len(_SPACES)}'))"
    plain = f"replace({text}, '{_MINUS}', '-')"
    odd = (
        f"CASE WHEN regexp_full_match({column}, '{_SIMPLE}') THEN NULL "
        f"WHEN regexp_full_match({plain}, '{_SIMPLE}|{_GROUPED}') THEN NULL "
        f"WHEN regexp_full_match({plain}, '{_POINT}') "
        f"AND NOT regexp_full_match({plain}, '{_AMBIGUOUS}') THEN NULL ELSE {text} END"
    )
    digits = f"replace(replace({plain}, ' ', ''), ',', '.')"
    return NumberSql(odd, f"CASE WHEN {{odd}} IS NULL THEN CAST({digits} AS {_TYPE}) END")


def typed_number(column: str, kind: str) -> NumberSql | None:
    """A column that its file stores as a type; nothing when the type holds no numbers."""
    if kind == "VARCHAR":
        return text_number(column)
    if kind.startswith(_FLOAT_TYPES):
        fits = f"isfinite({column}) AND abs({column}) < 1e{_DIGITS}"
        number = f"CAST(round({column}, {DECIMALS}) AS {_TYPE})"
    elif kind.startswith(_EXACT_TYPES):
        fits = f"TRY_CAST({column} AS {_TYPE}) = {column}"
        number = f"CAST({column} AS {_TYPE})"
    else:
        return None
    odd = f"CASE WHEN {fits} THEN NULL ELSE coalesce(CAST({column} AS VARCHAR), '') END"
    return NumberSql(odd, f"CASE WHEN {{odd}} IS NULL THEN {number} END")


def label(column: str, kind: str = "VARCHAR") -> str:
    """A column of words; an empty cell is an empty word."""
    return f"coalesce(CAST({column} AS VARCHAR), '')" if kind != "VARCHAR" else _text(column)


def period(column: str, kind: str, *, adds_up: bool) -> str:
    """A column of periods; days become months where rows are parts of a month."""
    if kind.startswith(_TIME_TYPES):
        form = "%Y-%m" if adds_up else "%Y-%m-%d"
        return f"coalesce(strftime({column}, '{form}'), '')"
    if kind != "VARCHAR" or not adds_up:
        return label(column, kind)
    text = f"trim({column})"
    is_day = (
        f"regexp_full_match({text}, '{_DAY}') AND TRY_CAST(left({text}, 10) AS DATE) IS NOT NULL"
    )
    return f"CASE WHEN {is_day} THEN left({text}, 7) ELSE {_text(column)} END"


def _text(column: str) -> str:
    return f"coalesce({column}, '')"


def quoted(name: str) -> str:
    """A column's own name as SQL writes it."""
    doubled = name.replace('"', '""')
    return f'"{doubled}"'
