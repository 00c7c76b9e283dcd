"""What readers see: Swedish throughout, no traces of the program, no column without content."""

from __future__ import annotations

import re

import pytest
from lxml import html

from rapport.report.blocks import Block, Heading, Labelled, Table
from regions import BuiltRegion, documents
from render.format_words import words_of_page, words_of_pdf, words_of_word
from report.reading import cells, figures, flat, sentences, tables

ENGLISH = frozenset(
    re.findall(
        r"\w+",
        """
        about above action actions activities activity actual after all amount and annual
        appendix approved are assessment assessments available average baseline because before
        below between board but calculated can cannot case change chapter chart charts comment
        contents continued could count current date day days decided decision department
        description details does done draft due during each empty error every example expected
        factor false figure figures final first footnote for forecast from goal goals has have
        header heading health healthcare how image increase indicator indicators input into item
        items its last latest less level link low lower male maximum measure measured
        measurement measures median meeting minimum missing month months more name new next none
        not note notes number numbers office only open other our out outcome outcomes output
        over overview owner page pages partially partly percent percentage plans please previous
        quarter reason reduce rejected remark report reporting reports required result results
        review row rows section see series share should show shown since some source sources
        state states summary suppressed table tables target targets tasks than that the their
        then there these they this three through time title total totals true two type undefined
        units unknown until use used using value values verdict was were what when which while
        will with within without women word year years yes
        """,
    )
)
"""Words that stand for a label or sentence that was never translated; none is a Swedish word."""

ALSO_SWEDISH = frozenset(
    {"all", "due", "item", "level", "link", "low", "note", "open", "see", "state"}
)
TRACES = ("None", "nan", "NaN", "inf", "True", "False", "undefined", "null", "Decimal")
BROKEN = ("{{", "}}", "{%", "%}", "\ue000", "  ", " ,", " .", ",,", "..,", "()", "[]", "( ", " )")


@pytest.fixture(params=["built_mini", "sample_region"])
def region(request: pytest.FixtureRequest) -> BuiltRegion:
    """A built region."""
    built: BuiltRegion = request.getfixturevalue(request.param)
    return built


@pytest.fixture(scope="session")
def spoken(built_mini: BuiltRegion, sample_region: BuiltRegion) -> list[tuple[str, str]]:
    """Everything the documents of both regions, and of a unit of each, say: id and text."""
    units = documents(built_mini.root, ("soder",)) + documents(
        sample_region.root, ("kalix-sjukhus",)
    )
    found = (*built_mini.documents, *sample_region.documents, *units)
    return [(document.title, text) for document in found for text in sentences(document.blocks)]


def test_no_word_is_english(spoken: list[tuple[str, str]]) -> None:
    """Labels, sentences, alternative texts and captions, word for word."""
    words = {word.lower() for _, text in spoken for word in re.findall(r"[^\W\d_]+", text)}
    assert set() == words & (ENGLISH - ALSO_SWEDISH)


def test_no_value_of_the_program_is_printed(spoken: list[tuple[str, str]]) -> None:
    """Missing values have Swedish words or signs."""
    traces = re.compile(rf"\b({'|'.join(TRACES)})\b")
    assert [] == [(title, text) for title, text in spoken if traces.search(text)]


def test_no_sentence_is_badly_put_together(spoken: list[tuple[str, str]]) -> None:
    """No leftover of a template, double blank, or blank before a stop."""
    odd = [(title, text) for title, text in spoken if any(piece in text for piece in BROKEN)]
    assert [] == odd


def test_every_sentence_begins_with_a_capital(spoken: list[tuple[str, str]]) -> None:
    """Texts that end with a stop are sentences; ids and figures may open them."""
    small = re.compile(r"^[a-zåäö][a-zåäö]+ .*\.$")
    assert [] == [(title, text) for title, text in spoken if small.match(text)]


def test_figures_have_a_decimal_comma_and_a_real_minus(spoken: list[tuple[str, str]]) -> None:
    """Never a decimal point between digits, or a hyphen before one."""
    point = re.compile(r"(?<![\w.-])\d+\.\d+(?![\w.])\s*(%|procent|kr|mnkr)|(?<!\S)-\d")
    assert [] == [(title, text) for title, text in spoken if point.search(text)]


@pytest.mark.parametrize("ending", ["html", "docx", "pdf"])
def test_the_files_themselves_have_no_traces(ending: str, region: BuiltRegion) -> None:
    """As read back from the finished file."""
    reader = {"html": words_of_page, "docx": words_of_word, "pdf": words_of_pdf}[ending]
    words = set(reader(region.read(f"aterrapportering.{ending}")))
    assert set() == words & {*TRACES, "{{", "}}", "{%", "%}"}
    assert set() == {word.lower() for word in words} & (ENGLISH - ALSO_SWEDISH)


def test_what_screen_readers_say_is_swedish(region: BuiltRegion) -> None:
    """Labels, alternative texts and titles of the page."""
    page = html.document_fromstring(region.read("aterrapportering.html"))
    said = [
        str(value)
        for element in page.iter()
        for name, value in element.items()
        if str(name) in {"aria-label", "alt", "title", "placeholder"}
    ]
    words = {word.lower() for text in said for word in re.findall(r"[^\W\d_]+", text)}
    assert len(said) > 5
    assert set() == words & (ENGLISH - ALSO_SWEDISH)
    assert "" not in said


def test_every_figure_has_alternative_text_title_and_subtitle(region: BuiltRegion) -> None:
    """The alternative text is more than the title."""
    for document in region.documents:
        for figure in figures(document.blocks):
            assert figure.title
            assert figure.subtitle
            assert len(figure.alt) > len(figure.title)


def test_every_table_is_introduced(region: BuiltRegion) -> None:
    """By a caption, by the label beside it, or by the heading right above."""
    for document in region.documents:
        assert [] == list(_bare(document.blocks))


def _bare(blocks: tuple[Block, ...]) -> list[str]:
    found: list[str] = []
    before: Block | None = None
    for block in blocks:
        if isinstance(block, Table) and not block.caption and not isinstance(before, Heading):
            found.append(block.anchor or str([column.title for column in block.columns]))
        if isinstance(block, Labelled):
            assert block.label
            assert block.blocks
        before = block
    return found


def test_every_column_has_a_title_and_content(region: BuiltRegion) -> None:
    """Where a table has three rows or more; a period without data keeps its place in time."""
    for document in region.documents:
        for table in tables(document.blocks):
            rows = cells(table)
            titles = [column.title for column in table.columns]
            assert "" not in titles
            if len(rows) < 3 or table.caption == "Siffrorna i figuren":
                continue
            empty = [
                title
                for place, title in enumerate(titles)
                if all(row[place].strip() in {"", "–"} for row in rows)
            ]
            assert (table.anchor, []) == (table.anchor, empty)


def test_no_heading_stands_without_content(region: BuiltRegion) -> None:
    """A heading is followed by something other than a heading of its own level or above."""
    for document in region.documents:
        blocks = list(flat(document.blocks))
        pairs = zip(blocks, [*blocks[1:], None], strict=True)
        alone = [
            first.text
            for first, second in pairs
            if isinstance(first, Heading)
            and (second is None or (isinstance(second, Heading) and second.level <= first.level))
        ]
        assert [] == alone
