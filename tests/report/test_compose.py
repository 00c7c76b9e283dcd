"""A whole document: numbers, anchors, references and the sections one can ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from rapport.pipeline.reading import load
from rapport.report.blocks import Block, Heading, Labelled, Paragraph, Table
from rapport.report.compose import compose, numbered, with_missing
from rapport.report.document import Document
from rapport.report.facts import Facts
from rapport.report.inline import Line, PageRef
from rapport.report.sections import SECTIONS
from rapport.report.walking import anchors_of
from regions import KRONOBERG, MINI, REPO, documents, prepared
from report.reading import figures, flat, sentences, tables


@pytest.fixture(scope="module", params=[MINI, REPO], ids=["mini", "sample"])
def composed(request: pytest.FixtureRequest) -> tuple[Document, ...]:
    """The documents of a region and of one of its units."""
    unit = {MINI: "soder", REPO: "kalix-sjukhus"}[request.param]
    return (*documents(request.param), *documents(request.param, units=(unit,)))


@pytest.fixture(scope="module")
def facts() -> Facts:
    """The small region's report-back."""
    return prepared(MINI, reports=("aterrapportering",))[0].facts


def lines(blocks: tuple[Block, ...]) -> Iterator[Line]:
    """The lines that can hold a reference to a page."""
    for block in flat(blocks):
        if isinstance(block, Paragraph):
            yield block.content
        if isinstance(block, Table):
            yield from (each for row in block.rows for cell in row.cells for each in cell)


def test_figures_and_tables_are_numbered_in_reading_order(composed: tuple[Document, ...]) -> None:
    """From one, without gaps; a table without a label has no number."""
    for document in composed:
        shown = figures(document.blocks)
        assert list(range(1, len(shown) + 1)) == [figure.number for figure in shown]
        labelled = [table.number for table in tables(document.blocks) if table.label]
        assert list(range(1, len(labelled) + 1)) == labelled
        assert {0} >= {table.number for table in tables(document.blocks) if not table.label}


def test_every_anchor_is_unique_and_ascii(composed: tuple[Document, ...]) -> None:
    """A page can be pointed out by one name only."""
    for document in composed:
        anchors = [anchor for anchor in anchors_of(document.blocks) if anchor]
        assert len(set(anchors)) == len(anchors)
        assert [] == [anchor for anchor in anchors if not re.fullmatch(r"[a-z0-9-]+", anchor)]


def test_every_reference_points_at_something(composed: tuple[Document, ...]) -> None:
    """No page number of a page that is not there."""
    for document in composed:
        anchors = set(anchors_of(document.blocks))
        wanted = {
            part.anchor
            for each in lines(document.blocks)
            for part in each
            if isinstance(part, PageRef)
        }
        assert set() == wanted - anchors


@pytest.mark.parametrize(
    "period", ["T1-2024", "T3-2024", "AR-2024", "2024-09", "K3-2024", "T1-2025"]
)
def test_a_report_can_be_composed_at_any_occasion(period: str) -> None:
    """Also where measures are not due, and nothing has been measured or given."""
    for each in prepared(MINI, period=period, reports=("aterrapportering",)):
        document = compose(each.facts)
        anchors = set(anchors_of(document.blocks))
        assert {
            part.anchor
            for each in lines(document.blocks)
            for part in each
            if isinstance(part, PageRef)
        } <= anchors


def test_widths_of_columns_fill_the_table(composed: tuple[Document, ...]) -> None:
    """In thousandths of the text width, and a cell for every column in every row."""
    for document in composed:
        for table in tables(document.blocks):
            assert (table.anchor, 1000) == (table.anchor, sum(c.width for c in table.columns))
            assert {len(table.columns)} >= {len(row.cells) for row in table.rows}


def test_each_table_has_rows_and_one_column_that_names_them(
    composed: tuple[Document, ...],
) -> None:
    """A screen reader says the row's name before its figures."""
    for document in composed:
        for table in tables(document.blocks):
            assert (table.anchor, True, 1) == (
                table.anchor,
                bool(table.rows),
                sum(column.row_header for column in table.columns),
            )


def test_headings_never_skip_a_level(composed: tuple[Document, ...]) -> None:
    """From the first level down one step at a time."""
    for document in composed:
        levels = [block.level for block in flat(document.blocks) if isinstance(block, Heading)]
        assert 1 == levels[0]
        assert [] == [(a, b) for a, b in pairwise(levels) if b > a + 1]


def test_numbering_goes_into_labelled_blocks() -> None:
    """A table beside a label is numbered among the others."""
    table = Table("A", (), ())
    made = numbered((table, Labelled("Åtgärder", (table,)), replace(table, label=""), table))
    assert [1, 2, 0, 3] == [each.number for each in tables(made)]


def test_the_blocks_are_those_of_the_sections_in_order(facts: Facts) -> None:
    """The report's definition decides; composing twice gives the same document."""
    ordered = replace(facts.definition, sections=tuple(reversed(facts.definition.sections)))
    first, last = compose(facts), compose(replace(facts, definition=ordered))
    opening = [next(b for b in d.blocks if isinstance(b, Heading)).text for d in (first, last)]
    assert ["Sammanfattning", "Vad som saknas"] == opening
    assert first == compose(facts)


def test_the_list_of_what_is_missing_points_only_at_pages_that_are_there(facts: Facts) -> None:
    """An item whose section is not in the report has no page; without any the column is gone."""
    only = replace(
        facts.definition,
        sections=tuple(s for s in facts.definition.sections if s.kind == "saknas"),
    )
    document = compose(with_missing(replace(facts, definition=only)))
    assert "Sida" not in sentences(document.blocks)
    assert "Sida" in sentences(compose(facts).blocks)
    assert [] == [p for e in lines(document.blocks) for p in e if isinstance(p, PageRef)]


def test_every_section_is_described_for_those_who_write_reports() -> None:
    """docs/avsnitt.md has a row for each, and none for what does not exist."""
    text = (REPO / "docs" / "avsnitt.md").read_text(encoding="utf-8")
    assert set(SECTIONS) == set(re.findall(r"^\| `([a-z-]+)` \|", text, re.MULTILINE))


def test_every_section_is_used_by_an_example_report() -> None:
    """Someone who looks for how a section is asked for finds it in the reports of the project."""
    used = {
        kind
        for root in (REPO, MINI, KRONOBERG)
        for report in load(root, None)[0].reports.values()
        for kind in report.section_kinds
    }
    assert set(SECTIONS) == used


def test_a_documents_date_is_that_of_its_data(composed: tuple[Document, ...]) -> None:
    """Never the clock's."""
    assert {"2024-09-05"} == {document.date for document in composed}
