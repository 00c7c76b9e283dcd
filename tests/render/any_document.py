"""Any document that our blocks can make, for tests that look for one the formats differ on."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from rapport.report.blocks import (
    Align,
    Block,
    BulletList,
    Column,
    DecisionBox,
    Editable,
    Figure,
    Heading,
    KeyMessages,
    Label,
    Labelled,
    Landscape,
    Lead,
    Legend,
    Note,
    NumberedList,
    Paragraph,
    Row,
    StatusCounts,
    Table,
)
from rapport.report.compose import numbered
from rapport.report.document import Document
from rapport.report.inline import Inline, Line, Link, Sign, SignMark, Text, line
from render.gallery import TREND, WATERFALL, gallery_document

NBSP = "\u00a0"
_LETTERS = "abcdefghijklmnopqrstuvwxyzåäöéüABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ"
_NUMBERS = (
    f"1{NBSP}234{NBSP}567,8", "−3,2", f"95{NBSP}%", "≥ 80", "≤ 4,5", "2023–2025", "0", "§ 84",
    "T2-2024", "½", f"12{NBSP}mnkr", "± 0,4", "&", "<Å>", "”så”", "A/B", "kr/inv.", "1:3",
)  # fmt: skip
_LONG = (
    "läkemedelsgenomgångar", "verksamhetsplaneringsprocessens",
    "återinskrivningsfrekvensutvecklingen", "hälso- och sjukvårdsnämnden", "vård\u00adcentral",
)  # fmt: skip

WORDS = st.text(alphabet=_LETTERS, min_size=2, max_size=12)
TOKENS = st.one_of(WORDS, st.sampled_from(_NUMBERS), st.sampled_from(_LONG))
PHRASES = st.builds(
    lambda first, rest: " ".join((first, *rest)), WORDS, st.lists(TOKENS, max_size=6)
)
PIECES: st.SearchStrategy[Inline] = st.one_of(
    PHRASES.map(Text),
    PHRASES.map(lambda text: Text(text, strong=True)),
    PHRASES.map(lambda text: Text(text, emphasis=True)),
    PHRASES.map(lambda text: Text(text, muted=True)),
    PHRASES.map(lambda text: Link(text, "https://example.org/plan")),
)
"""Runs of every look; a line begins with an ordinary word and ends with a stop."""
LINES: st.SearchStrategy[Line] = st.builds(
    lambda first, pieces: line(first, *(part for one in pieces for part in (" ", one)), "."),
    PHRASES,
    st.lists(PIECES, max_size=3),
)
SIGNS = st.sampled_from(Sign)
VERDICTS = st.builds(lambda sign, words: line(SignMark(sign), f" {words}"), SIGNS, PHRASES)
ITEMS = st.lists(LINES, min_size=1, max_size=4).map(tuple)


@st.composite
def tables(draw_from: st.DrawFn) -> Table:
    """Up to five columns of words, figures and signs, with up to six rows."""
    count = draw_from(st.integers(2, 5))
    share = 1000 // count
    columns = tuple(
        Column(
            draw_from(PHRASES),
            1000 - share * (count - 1) if place == 0 else share,
            draw_from(st.sampled_from(Align)) if place else Align.LEFT,
            highlight=place == 1,
            row_header=place == 0,
        )
        for place in range(count)
    )
    cells = st.one_of(LINES, VERDICTS, st.sampled_from(_NUMBERS).map(line))
    rows = tuple(
        Row(tuple((draw_from(LINES if place == 0 else cells),) for place in range(count)))
        for _ in range(draw_from(st.integers(1, 6)))
    )
    label = draw_from(st.sampled_from(("Tabell", "")))
    compact, small = draw_from(st.booleans()), draw_from(st.booleans())
    return Table(draw_from(PHRASES), columns, rows, label=label, compact=compact, small=small)


FIGURES = st.builds(
    lambda title, subtitle, chart: Figure(title, subtitle, chart, f"Diagram: {title}."),
    PHRASES,
    PHRASES,
    st.sampled_from((TREND, WATERFALL)),
)
TEXTS: st.SearchStrategy[Block] = st.one_of(
    LINES.map(Paragraph), ITEMS.map(BulletList), ITEMS.map(NumberedList)
)
REGIONS = st.builds(
    lambda key, blocks: Editable(f"text.{key}", "Text", tuple(blocks)),
    st.integers(0, 10**9),
    st.lists(TEXTS, min_size=1, max_size=3),
)
SIMPLE: st.SearchStrategy[Block] = st.one_of(
    TEXTS,
    LINES.map(Lead),
    LINES.map(Label),
    LINES.map(Note),
    VERDICTS.map(Paragraph),
    ITEMS.map(KeyMessages),
    st.lists(st.tuples(SIGNS, st.integers(0, 99), WORDS), min_size=1, max_size=4).map(
        lambda items: StatusCounts(tuple(items))
    ),
    st.builds(
        lambda items, remark: Legend(tuple(items), remark),
        st.lists(st.tuples(SIGNS, PHRASES), min_size=1, max_size=4),
        PHRASES,
    ),
    st.builds(DecisionBox, PHRASES, ITEMS, ITEMS),
    tables(),
    FIGURES,
    REGIONS,
)
HEADINGS = st.builds(
    lambda level, text, anchor, kicker, new_page: Heading(
        level, text, f"h-{anchor}", kicker, in_contents=level == 1, new_page=new_page
    ),
    st.integers(1, 3),
    PHRASES,
    st.integers(0, 10**9),
    st.one_of(st.just(""), PHRASES),
    st.booleans(),
)
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    SIMPLE,
    HEADINGS,
    st.builds(
        lambda label, blocks: Labelled(label, tuple(blocks)),
        st.sampled_from(("Analys", "Åtgärder")),
        st.lists(st.one_of(TEXTS, REGIONS, tables()), min_size=1, max_size=2),
    ),
    st.lists(SIMPLE, min_size=1, max_size=3).map(lambda blocks: Landscape(tuple(blocks))),
)
"""Every block but the first page, and texts in the order that a reader meets them."""


def _document(blocks: list[Block]) -> Document:
    opening = Heading(1, "Sammanfattning", "s-samman", in_contents=True)
    first = Paragraph(line("Kort om läget."))
    return replace(gallery_document(), blocks=numbered((opening, first, *blocks)))


DOCUMENTS = st.lists(
    BLOCKS, min_size=2, max_size=7, unique_by=lambda block: getattr(block, "anchor", None) or block
).map(_document)
"""A document of a heading, a paragraph and some blocks, its tables and figures numbered."""
