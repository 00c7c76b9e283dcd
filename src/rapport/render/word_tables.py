"""Tables in Word: lines instead of boxes, fixed widths, a header row on every page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapport.render.furniture import table_number
from rapport.render.table_breaks import rows_held
from rapport.render.word_fields import sequence
from rapport.render.word_runs import SIGN_PX, SMALL_SIGN_PX, lines, muted_run, runs, sign_run
from rapport.render.word_story import Story
from rapport.render.word_styles import WordStyle
from rapport.render.word_table_frame import (
    CellLook,
    TableLook,
    cell_frame,
    row_frame,
    shared_widths,
    table_frame,
)
from rapport.render.word_xml import TWIPS_PER_PX, ParagraphLook, paragraph, run
from rapport.report.blocks import Align, Column, Row, Table
from rapport.report.inline import Line, SignMark

_GAP_PX = 8
_GAP_NOW_PX = 6
_GAP_HEADER_PX = 2
_GAP_BEFORE_TEXT_PX = 14
_SIGN_AND_FIGURES_PX = 60
"""Room for a sign and the figures to the right of it in the matrix."""

_NORMAL = (WordStyle.TABLE_HEAD, WordStyle.TABLE_TEXT, WordStyle.TABLE_NUMBER)
_SMALL = (WordStyle.TABLE_HEAD_SMALL, WordStyle.TABLE_TEXT_SMALL, WordStyle.TABLE_NUMBER_SMALL)


def table_xml(story: Story, table: Table) -> str:
    """A table with its caption; two tables that would touch are held apart."""
    above = _caption(story, table)
    if not above and story.after_table:
        above = story.paragraph(WordStyle.TABLE_GAP, "")
    widths = shared_widths([column.width for column in table.columns], story.column)
    writer = _RowWriter(story, table, widths)
    held = rows_held(table)
    rows = writer.header() + "".join(
        [
            writer.row(row, first=place == 0, held=place in held)
            for place, row in enumerate(table.rows)
        ]
    )
    story.after_table = True
    return above + table_frame(widths, rows, _described(story, table))


def _described(story: Story, table: Table) -> TableLook:
    titles = ", ".join(_one_line(column.title) for column in table.columns)
    name = " ".join(part for part in (table_number(table), table.caption) if part)
    return TableLook(
        title=name or story.label or titles,
        description=f"{table.caption_note}: {titles}" if table.caption_note else titles,
        indent=story.indent,
        row_names=table.columns[0].row_header,
    )


def _caption(story: Story, table: Table) -> str:
    """The numbered statement above the table; the number is a field that others refer to."""
    if not table.caption and not table.number:
        return ""
    number = ""
    if table_number(table):
        field = run(f"{table.label} ") + sequence(table.label, table.number)
        number = story.bookmarked(table.anchor, field) + run(". " if table.caption else ".")
    note = muted_run(f" · {table.caption_note}") if table.caption_note else ""
    words = number + run(table.caption)
    content = words if number else story.bookmarked(table.anchor, words)
    look = ParagraphLook(indent=story.indent * TWIPS_PER_PX) if story.indent else ParagraphLook()
    return story.paragraph(WordStyle.CAPTION, content + note, look)


@dataclass(frozen=True)
class _RowWriter:
    """Writes the rows of one table."""

    story: Story
    table: Table
    widths: tuple[int, ...]

    def header(self) -> str:
        """The header row, repeated on every page."""
        head = self._styles()[0]
        titles = (
            paragraph(head, run(column.title), ParagraphLook(align=_align(column)))
            for column in self.table.columns
        )
        ink = self.story.style.ink
        looks = (
            replace(look, at_bottom=True, line_below=ink, right=_header_gap(column, look))
            for column, look in zip(self.table.columns, self._looks(), strict=True)
        )
        return row_frame(map(cell_frame, titles, looks), header=True)

    def row(self, row: Row, *, first: bool, held: bool) -> str:
        """A row of cells; a row of totals has a line above, and bold figures.

        A row that is held stands on the same page as the next.

        The first row repeats the header's lower line, because LibreOffice draws the line of
        the row below where two meet.
        """
        line_above = self.story.style.ink if row.total or first else ""
        looks = [replace(look, line_above=line_above) for look in self._looks()]
        texts = (
            self._text(column, content, look, strong=row.total, held=held)
            for column, content, look in zip(self.table.columns, row.cells, looks, strict=True)
        )
        return row_frame(map(cell_frame, texts, looks))

    def _looks(self) -> Iterator[CellLook]:
        last = len(self.widths) - 1
        for place, (column, width) in enumerate(zip(self.table.columns, self.widths, strict=True)):
            right = 0 if place == last else _GAP_PX
            yield CellLook(
                width=width,
                left=_GAP_BEFORE_TEXT_PX if column.after_number else 0,
                right=_GAP_NOW_PX if column.highlight else right,
                shade=self.story.style.tone if column.highlight else "",
            )

    def _text(
        self,
        column: Column,
        content: tuple[Line, ...],
        look: CellLook,
        *,
        strong: bool,
        held: bool,
    ) -> str:
        _, text, number = self._styles()
        is_number = column.align is Align.RIGHT
        if self.table.compact and is_number and _starts_with_sign(content):
            return _sign_before_figures(self.story, content, look, text, held=held)
        sign_px = SMALL_SIGN_PX if self.table.compact else SIGN_PX
        words = lines(self.story, content, sign_px, strong=strong)
        return paragraph(number if is_number else text, words, ParagraphLook(keep_next=held))

    def _styles(self) -> tuple[WordStyle, WordStyle, WordStyle]:
        return _SMALL if self.table.small else _NORMAL


def _header_gap(column: Column, look: CellLook) -> int:
    """Titles are bold, and wider in Word than on the page: texts get more of the gap."""
    return look.right if column.align is Align.RIGHT else min(look.right, _GAP_HEADER_PX)


def _align(column: Column) -> str:
    return "right" if column.align is Align.RIGHT else ""


def _starts_with_sign(content: tuple[Line, ...]) -> bool:
    return any(isinstance(part, SignMark) for one in content for part in one[:1])


def _sign_before_figures(
    story: Story, content: tuple[Line, ...], look: CellLook, style: WordStyle, *, held: bool
) -> str:
    """In the matrix all signs stand in one line down, and all figures in another."""
    room = look.width - (look.left + look.right) * TWIPS_PER_PX
    indent = max(0, room - _SIGN_AND_FIGURES_PX * TWIPS_PER_PX)
    pieces = []
    for one in content:
        match one:
            case (SignMark() as mark, *rest):
                sign = sign_run(story, mark, SMALL_SIGN_PX)
                pieces.append(sign + run("\t") + runs(story, tuple(rest), SMALL_SIGN_PX))
            case _:
                pieces.append(run("\t") + runs(story, one, SMALL_SIGN_PX))
    place = ParagraphLook(tabs=(("right", room),), indent=indent, keep_next=held)
    return paragraph(style, "<w:r><w:br/></w:r>".join(pieces), place)


def _one_line(title: str) -> str:
    return title.replace("-\n", "").replace("\n", " ").replace("\u00ad", "")
