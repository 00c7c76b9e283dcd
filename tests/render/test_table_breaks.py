"""Where a table may go on to the next page."""

from __future__ import annotations

import pytest

from rapport.render.table_breaks import rows_held
from rapport.report.blocks import Block, Column, Paragraph, Row, Table
from rapport.report.inline import line
from render.printing import page_texts, printed, with_blocks
from render.word_reading import W, tree, written

SENTENCE = (
    "Kontrollen visade att underlagen var ofullständiga i flera av de fall som granskades då."
)


def table(rows: int, words: str = "", *, total: bool = False) -> Table:
    """A table whose rows can be told from each other."""
    columns = (Column("Mått", 300, row_header=True), Column("Utfall", 700))
    made = [Row(((line(f"Mått {n}."),), (line(f"Utfall {n}. {words}"),))) for n in range(rows)]
    if total:
        made.append(Row(((line("Summa."),), (line("Allt."),)), total=True))
    return Table("", columns, tuple(made), label="", anchor="tabell-prov")


def pages_of(lines: int, block: Block, *words: str) -> list[int]:
    """The page of each of these words when the table comes after so many lines of text."""
    filling = [Paragraph(line(f"Rad {n}.")) for n in range(lines)]
    texts = page_texts(printed(with_blocks(*filling, block)))
    return [next(at for at, text in enumerate(texts) if word in text) for word in words]


@pytest.mark.parametrize("lines", range(24, 31))
def test_no_row_of_figures_is_alone_on_its_side_of_a_page_break(lines: int) -> None:
    """The first two rows are on one page, and so are the last two."""
    found = pages_of(lines, table(7), "Utfall 0.", "Utfall 1.", "Utfall 5.", "Utfall 6.")
    assert (found[0], found[2]) == (found[1], found[3])


@pytest.mark.parametrize("lines", [25, 28])
def test_a_table_of_some_length_fills_the_page_before_it_goes_on(lines: int) -> None:
    """A table of seven rows is divided rather than leaving the rest of the page empty."""
    first, last = pages_of(lines, table(7), "Utfall 0.", "Utfall 6.")
    assert (0, 1) == (first, last)


@pytest.mark.parametrize("lines", range(24, 31, 2))
def test_a_short_table_is_never_divided(lines: int) -> None:
    """Three rows stay together, here or on the next page."""
    first, last = pages_of(lines, table(3), "Utfall 0.", "Utfall 2.")
    assert first == last


@pytest.mark.parametrize("lines", range(24, 31, 2))
def test_a_sum_is_on_the_page_of_the_row_above_it(lines: int) -> None:
    """A total that begins a page would have nothing to be the total of."""
    above, total = pages_of(lines, table(6, total=True), "Utfall 5.", "Summa.")
    assert above == total


def test_a_row_of_sentences_may_stand_alone_before_the_break() -> None:
    """Rows of running text are tall: holding two together would leave a page half empty."""
    wordy = table(3, " ".join([SENTENCE] * 4))
    assert [0, 1] == pages_of(26, wordy, "Utfall 0.", "Utfall 1.")


@pytest.mark.parametrize(
    "block, held",
    [
        (table(1), []),
        (table(3), [0, 1]),
        (table(7), [0, 5]),
        (table(6, total=True), [0, 5]),
        (table(3, SENTENCE), [1]),
        (table(7, SENTENCE), [5]),
    ],
)
def test_word_holds_the_rows_that_the_page_does(block: Table, held: list[int]) -> None:
    """A row that is held has the mark of Word in each of its paragraphs."""
    assert held == sorted(rows_held(block))
    (made,) = tree(written(with_blocks(block))).iterfind(f"{W}body/{W}tbl[last()]")
    rows = made.findall(f"{W}tr")[1:]
    kept = [{p.find(f"{W}pPr/{W}keepNext") is not None for p in row.iter(f"{W}p")} for row in rows]
    assert [{at in held} for at in range(len(rows))] == kept
