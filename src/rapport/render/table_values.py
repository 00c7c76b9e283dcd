"""A table as plain values for its template: columns with widths and classes, rows of cells."""

from __future__ import annotations

import re
from itertools import pairwise

from markupsafe import Markup

from rapport.render.environment import Values
from rapport.render.furniture import table_number
from rapport.render.inline_markup import InlineSetter
from rapport.render.table_breaks import is_short, rows_held
from rapport.report.blocks import Align, Column, Row, Table
from rapport.report.inline import Line, SignMark, plain

_LONG_WORD = re.compile(r"\w{10}")
"""Only such words may be hyphenated; the other cells are set faster without hyphenation."""


def table_values(table: Table, inline: InlineSetter) -> Values:
    """Everything the table template prints."""
    short = is_short(table)
    held = rows_held(table) if not short else frozenset[int]()
    looks = [
        name
        for name, wanted in (
            ("compact", table.compact),
            ("small", table.small),
            ("short", short),
        )
        if wanted
    ]
    return {
        "anchor": table.anchor,
        "classes": " ".join(looks),
        "number": table_number(table),
        "caption": table.caption,
        "caption_note": table.caption_note,
        "columns": tuple(_column(column) for column in table.columns),
        "rows": tuple(
            {
                "classes": _row_classes(row, following, held=place in held),
                "cells": tuple(
                    _cell(lines, column, inline, compact=table.compact)
                    for lines, column in zip(row.cells, table.columns, strict=True)
                ),
            }
            for place, (row, following) in enumerate(pairwise((*table.rows, None)))
            if row is not None
        ),
    }


def _column(column: Column) -> Values:
    title = Markup("<br>").join(Markup("{}").format(part) for part in column.title.split("\n"))
    return {
        "width": f"width:{column.width // 10}.{column.width % 10}%",
        "title": title,
        "classes": " ".join([*_column_classes(column), *_hyphenated(column.title)]),
    }


def _column_classes(column: Column) -> list[str]:
    return [
        name
        for name, wanted in (
            ("number", column.align is Align.RIGHT),
            ("now", column.highlight),
            ("after-number", column.after_number),
        )
        if wanted
    ]


def _hyphenated(text: str) -> list[str]:
    return ["hyphenated"] if _LONG_WORD.search(text) else []


def _row_classes(row: Row, following: Row | None, *, held: bool) -> str:
    if row.total:
        return "total"
    before_total = following is not None and following.total
    return " ".join([*(["before-total"] if before_total else []), *(["held"] if held else [])])


def _cell(
    lines: tuple[Line, ...], column: Column, inline: InlineSetter, *, compact: bool
) -> Values:
    words = "".join(plain(one) for one in lines)
    aligned = compact and column.align is Align.RIGHT
    content = Markup("<br>").join(
        _sign_before_number(one, inline) if aligned else inline.line(one) for one in lines
    )
    return {
        "heading": column.row_header,
        "classes": " ".join([*_column_classes(column), *_hyphenated(words)]),
        "content": content,
    }


def _sign_before_number(content: Line, inline: InlineSetter) -> Markup:
    """In the matrix all signs stand in one line down, and all figures in another."""
    match content:
        case (SignMark() as mark, *rest):
            return Markup('{}<span class="figure">{}</span>').format(
                inline.sign(mark), inline.line(tuple(rest))
            )
        case _:
            return inline.line(content)
