"""HTML, Word and PDF say the same: word for word, figure for figure."""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rapport.charts.style import read_style
from rapport.domain.plan import Indicator
from rapport.render.furniture import foot_line, head_fields
from rapport.render.html import html_page
from rapport.render.word import PageNumbers, word_bytes
from rapport.report.blocks import (
    Block,
    BulletList,
    Column,
    Cover,
    Heading,
    Label,
    Labelled,
    Lead,
    Note,
    NumberedList,
    Paragraph,
    Row,
    Table,
)
from rapport.report.document import Document
from rapport.report.inline import Link, Text, line
from rapport.swedish.numbers import number
from regions import BuiltRegion, prepared
from render.format_words import REFERENCE, words_in, words_of_page, words_of_pdf, words_of_word
from render.gallery import gallery_document
from render.printing import TEMPLATES, printed
from report.reading import sentences, tables

REPORTS = [
    ("built_mini", "aterrapportering"),
    ("sample_region", "aterrapportering"),
    ("sample_region", "verksamhetsrapport"),
]


@pytest.fixture(params=REPORTS, ids=" ".join)
def report(request: pytest.FixtureRequest) -> tuple[BuiltRegion, str]:
    """A built report: its region and its id."""
    region, name = request.param
    return request.getfixturevalue(region), name


def test_word_says_what_the_page_says(report: tuple[BuiltRegion, str]) -> None:
    """The same words in the same order, from the summary to the last line."""
    region, name = report
    page = words_of_page(region.read(f"{name}.html"))
    word = words_of_word(region.read(f"{name}.docx"))
    assert len(page) > 500
    assert page == word


def test_the_pdf_says_what_the_page_says(report: tuple[BuiltRegion, str]) -> None:
    """Every word as often, charts included; only furniture stands in the PDF alone."""
    region, name = report
    page = Counter(words_of_page(region.read(f"{name}.html"), charts=True))
    pdf = Counter(words_of_pdf(region.read(f"{name}.pdf")))
    document = next(each for each in region.documents if each.id == name)
    lost = {word: count for word, count in (page - pdf).items() if REFERENCE not in word}
    assert {} == lost
    furniture = _furniture(document)
    assert [] == [word for word in pdf - page if word not in furniture and not _is_page(word)]


def _furniture(document: Document) -> set[str]:
    """The words of head, foot, cover, contents, and headings that a table repeats on each page."""
    fields = [
        text for field in head_fields(document) for text in (field.label.upper(), field.value)
    ]
    titles = [block.text for block in document.blocks if isinstance(block, Heading)]
    columns = [column.title for table in tables(document.blocks) for column in table.columns]
    lines = [document.running_head, foot_line(document), document.head.document_class]
    drawn = ["Sida", "U T K A S T", "•", "·", "–", "|", "Innehåll"]
    texts = [*fields, *titles, *columns, *lines, *drawn, *_cover(document)]
    return {word for text in texts for word in words_in(text)}


def _cover(document: Document) -> list[str]:
    (cover, *_) = document.blocks
    assert isinstance(cover, Cover)
    way = cover.milestones
    stations = [text for each in way.stations for text in (each.name, each.when)] if way else []
    return [*sentences([cover]), *stations, *([way.title, way.remark] if way else [])]


def _is_page(word: str) -> bool:
    return word.strip("().").isdigit()


@cache
def _measures(root: Path) -> tuple[str, dict[tuple[str, str], Indicator]]:
    """The organisation at the top of a region, and its measures by plan and id."""
    facts = [each.facts for each in prepared(root)]
    plans = {plan.id: plan for fact in facts for plan in fact.plans}
    found = {(plan.id, each.id): each for plan in plans.values() for each in plan.indicators}
    return facts[0].region.organisations.top, found


@pytest.mark.parametrize("region", ["built_mini", "sample_region"])
def test_every_outcome_of_the_region_is_printed_in_all_three(
    region: str, request: pytest.FixtureRequest
) -> None:
    """Women, men, all and each series, with the decimals of the measure."""
    built: BuiltRegion = request.getfixturevalue(region)
    spoken = {
        "html": words_of_page(built.read("aterrapportering.html")),
        "docx": words_of_word(built.read("aterrapportering.docx")),
        "pdf": words_of_pdf(built.read("aterrapportering.pdf")),
    }
    squeezed = {name: "".join(words) for name, words in spoken.items()}
    rows = csv.DictReader(io.StringIO(built.read("resultat.csv").decode()))
    top, measures = _measures(built.root)
    shown = 0
    for row in rows:
        indicator = measures[row["plan"], row["indikator"]]
        if row["organisation"] != top or not row["utfall"] or indicator.reference:
            continue
        text = number(Decimal(row["utfall"]), indicator.decimals).replace("\u00a0", "")
        missing = [name for name, words in squeezed.items() if text not in words]
        assert (row["indikator"], row["uppdelning"], text, []) == (
            *(row["indikator"], row["uppdelning"], text, missing),
        )
        shown += 1
    assert shown > 10


WORDS = st.lists(
    st.text(alphabet="abcåäöABCÅÄÖ0123456789&<>%", min_size=1, max_size=9), min_size=1, max_size=6
).map(" ".join)
LINES = st.lists(
    st.one_of(
        WORDS.map(Text),
        WORDS.map(lambda text: Text(text, strong=True)),
        WORDS.map(lambda text: Link(text, "https://example.org")),
    ),
    min_size=1,
    max_size=3,
).map(lambda parts: line(*(piece for part in parts for piece in (part, " "))))
ROWS = st.lists(st.tuples(LINES, LINES), min_size=1, max_size=4).map(
    lambda pairs: tuple(Row(((first,), (second,))) for first, second in pairs)
)
PLAIN_BLOCKS = st.one_of(
    LINES.map(Paragraph),
    LINES.map(Lead),
    LINES.map(Label),
    LINES.map(Note),
    st.lists(LINES, min_size=1, max_size=3).map(lambda items: BulletList(tuple(items))),
    st.lists(LINES, min_size=1, max_size=3).map(lambda items: NumberedList(tuple(items))),
    st.builds(
        lambda caption, rows: Table(
            caption, (Column("Mått", 500, row_header=True), Column("Tal", 500)), rows, label=""
        ),
        WORDS,
        ROWS,
    ),
)
BLOCKS = st.lists(
    st.one_of(
        PLAIN_BLOCKS,
        st.builds(
            lambda label, blocks: Labelled(label, tuple(blocks)),
            st.sampled_from(["Analys", "Så läser du"]),
            st.lists(LINES.map(Paragraph), min_size=1, max_size=2),
        ),
    ),
    min_size=1,
    max_size=5,
)
SLOW = settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def small_document(blocks: list[Block]) -> Document:
    """A document of a heading and some blocks."""
    heading = Heading(1, "Sammanfattning", "s-samman", in_contents=True)
    return replace(gallery_document(), blocks=(heading, *blocks))


@given(blocks=BLOCKS)
@settings(max_examples=40, deadline=None)
def test_any_small_document_is_the_same_in_word_and_html(blocks: list[Block]) -> None:
    """Whatever the words and looks, nothing is lost, doubled or moved."""
    document = small_document(blocks)
    style = read_style(TEMPLATES)
    page = html_page(document, {}, style, TEMPLATES, "screen").encode()
    word = word_bytes(document, {}, style, TEMPLATES, PageNumbers())
    assert words_of_page(page) == words_of_word(word)


@given(blocks=BLOCKS)
@SLOW
def test_any_small_document_is_whole_in_the_pdf(blocks: list[Block]) -> None:
    """Each word of the page stands in the PDF as often."""
    document = small_document(blocks)
    page = html_page(document, {}, read_style(TEMPLATES), TEMPLATES, "screen").encode()
    assert Counter() == Counter(words_of_page(page)) - Counter(words_of_pdf(printed(document)))
