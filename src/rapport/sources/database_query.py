"""The questions that are put to a database, as SQLAlchemy expressions, and their answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Connection, Row, Select, Table

from rapport.sources.raw_table import Field, RawCell
from rapport.sources.summation import DECIMALS, MAX_CELLS, SummedRow, Wanted, summed_number

_EXACT = sa.Numeric(38, DECIMALS)


def words_of(connection: Connection, table: Table, wanted: Wanted) -> list[object] | None:
    """The measures of the table that the plans know, as they stand; nothing when all rows count.

    A warehouse holds much more than a plan asks for, so other measures are left where they
    are. Which words mean a measure is decided here and not in the database.
    """
    heading = wanted.headings.get(Field.INDICATOR)
    if heading is None:
        return None
    found = connection.scalars(sa.select(table.c[heading]).distinct()).all()
    return [word for word in found if wanted.knows_indicator(_text(word))]


def summing(table: Table, wanted: Wanted, words: Sequence[object] | None) -> Select[Any]:
    """The sums of the wanted columns by words, and by whether there is a number at all."""
    labels = [_label(table.c[wanted.headings[name]], name, wanted) for name in wanted.labels]
    numbers = [table.c[wanted.headings[name]] for name in wanted.numbers]
    absent = [column.is_(None) for column in numbers]
    by = [expression for parts in labels for expression in parts] + absent
    asked = sa.select(
        sa.func.count().label("rows"),
        *(expression.label(f"l{place}") for place, expression in enumerate(by)),
        *(_sum(column).label(f"v{place}") for place, column in enumerate(numbers)),
    )
    if words is not None:
        asked = asked.where(table.c[wanted.headings[Field.INDICATOR]].in_(words))
    return asked.group_by(*by).limit(MAX_CELLS + 1)


def _label(column: ColumnElement[Any], name: str, wanted: Wanted) -> list[ColumnElement[Any]]:
    """The expressions that a word comes from: year and month for days that are parts."""
    if _is_month(column, name, wanted):
        return [sa.extract("year", column), sa.extract("month", column)]
    return [column]


def _is_month(column: ColumnElement[Any], name: str, wanted: Wanted) -> bool:
    is_day = isinstance(column.type, sa.Date | sa.DateTime)
    return name == Field.PERIOD and wanted.adds_up and is_day


def _sum(column: ColumnElement[Any]) -> ColumnElement[Any]:
    exact = sa.cast(column, _EXACT) if isinstance(column.type, sa.Float) else column
    return sa.func.sum(exact)


def rows_of(found: Sequence[Row[Any]], table: Table, wanted: Wanted) -> list[SummedRow]:
    """The answer as rows of words and figures, in an order of its own."""
    rows = sorted((_row(tuple(row), table, wanted) for row in found), key=_order)
    return [row._replace(first=number) for number, row in enumerate(rows, start=1)]


def _row(values: tuple[Any, ...], table: Table, wanted: Wanted) -> SummedRow:
    count, *rest = values
    labels: list[str] = []
    for name in wanted.labels:
        if _is_month(table.c[wanted.headings[name]], name, wanted):
            year, month, *rest = rest
            labels.append("" if year is None else f"{int(year):04d}-{int(month):02d}")
        else:
            word, *rest = rest
            labels.append(_text(word))
    sums = rest[len(wanted.numbers) :]
    return SummedRow(0, count, tuple(labels), tuple(_cell(value) for value in sums))


def _order(row: SummedRow) -> tuple[tuple[str, ...], tuple[bool, ...]]:
    return row.labels, tuple(isinstance(figure, str) for figure in row.figures)


def _text(word: object) -> str:
    match word:
        case None:
            return ""
        case datetime():
            return f"{word:%Y-%m-%d}"
        case date():
            return word.isoformat()
        case _:
            return str(word)


def _cell(value: Decimal | int | None) -> RawCell:
    if value is None:
        return ""
    if not Decimal(value).is_finite():
        return str(value)
    return summed_number(value)
