"""Markdown in texts: the few forms that are allowed, and a placed refusal of every other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.render.markdown_blocks import MarkdownRefused, blocks_of
from rapport.report.blocks import (
    BulletList,
    Column,
    Label,
    NumberedList,
    Paragraph,
    Row,
    Table,
)
from rapport.report.inline import Link, Text, plain

ALLOWED = (
    "Tillåtet är stycken, punktlistor, numrerade listor, fet och kursiv stil, länkar och enkla "
    "tabeller."
)


def only_line(markdown: str, *values: str) -> tuple[object, ...]:
    """The line of a text that is one paragraph."""
    (block,) = blocks_of(markdown, values)
    assert isinstance(block, Paragraph)
    return block.content


def refused_line(markdown: str) -> int | None:
    """The line a text is refused for, or nothing when it can be read."""
    try:
        blocks_of(markdown, ())
    except MarkdownRefused as refused:
        return refused.line
    return None


def test_words_with_two_looks_are_two_runs() -> None:
    """Bold and italic are kept, and neighbours of the same look are one run."""
    expected = (Text("Av "), Text("alla", strong=True), Text(" var "), Text("få", emphasis=True))
    assert expected == only_line("Av **alla** var *få*")


def test_italic_within_bold_is_both() -> None:
    """Looks add up."""
    expected = (Text("a ", strong=True), Text("b", strong=True, emphasis=True), Text(" c"))
    assert expected == only_line("**a *b*** c")


def test_a_line_break_in_a_paragraph_is_a_space() -> None:
    """Texts are often broken by hand; the report breaks its own lines."""
    assert (Text("en rad till och en"),) == only_line("en rad\ntill  \noch en")


def test_blank_lines_part_paragraphs() -> None:
    """A blank line begins a new paragraph."""
    assert ["ett", "två"] == [
        plain(block.content)
        for block in blocks_of("ett\n\ntvå", ())
        if isinstance(block, Paragraph)
    ]


def test_a_heading_in_a_text_is_a_label() -> None:
    """The report owns its headings; those of a text do not enter the contents."""
    assert (Label((Text("Orsaker"),)),) == blocks_of("## Orsaker", ())


def test_lists_keep_their_items_in_order() -> None:
    """Bullets and numbers are two kinds of list."""
    assert (
        BulletList(((Text("a"),), (Text("b"),))),
        NumberedList(((Text("c"),), (Text("d"),))),
    ) == blocks_of("- a\n- b\n\n1. c\n2. d", ())


def test_a_table_has_equal_columns_that_fill_the_width() -> None:
    """Three columns share 1000 without losing the remainder; the first names the rows."""
    (table,) = blocks_of("| a | b | c |\n|---|---|--:|\n| 1 | **2** | 3 |", ())
    expected = Table(
        "",
        (Column("a", 333, row_header=True), Column("b", 333), Column("c", 334)),
        (Row((((Text("1"),),), ((Text("2", strong=True),),), ((Text("3"),),))),),
        label="",
    )
    assert expected == table


def test_a_link_keeps_words_and_address() -> None:
    """Bold inside a link is dropped, its words are not."""
    expected = (Text("Se "), Link("hela planen", "https://example.org/plan"), Text("."))
    assert expected == only_line("Se [hela **planen**](https://example.org/plan).")


@pytest.mark.parametrize("address", ["https://a.se/å?b=1#c", "http://a.se", "mailto:a@example.org"])
def test_web_and_mail_addresses_are_allowed(address: str) -> None:
    """Links to the web and to a mailbox are what a report needs."""
    (link,) = only_line(f"[planen]({address})")
    assert isinstance(link, Link)


def test_a_bound_value_stands_where_its_token_stood() -> None:
    """A value is put in after parsing, in paragraphs, lists, labels and cells alike."""
    mark = "\ue0000\ue001"
    markdown = f"# {mark}\n\n**{mark}.**\n\n- {mark}\n\n| {mark} |\n|---|\n| {mark} |"
    shown = str(blocks_of(markdown, ("15,4\u00a0%",)))
    assert (5, 0) == (shown.count("15,4\\xa0%"), shown.count("ue000"))


@pytest.mark.parametrize(
    "value", ["**x**", "<b>", "[x](https://a.se)", "| a |", "# a", "- a", "&amp;"]
)
def test_a_bound_value_never_becomes_markup(value: str) -> None:
    """The value is text whatever it holds."""
    assert (Text(f"Utfall {value}"),) == only_line("Utfall \ue0000\ue001", value)


@pytest.mark.parametrize(
    "markdown, line, what",
    [
        ("a\n\n```\nkod\n```", 2, "Ett kodblock"),
        ("    kod", 0, "Ett kodblock (rader med indrag)"),
        ("a\n\n> citat", 2, "Ett citatblock"),
        ("a\n\n***", 2, "En linje"),
        ("a\n`kod`", 1, "Kod"),
        ("a\nb\n![bild](https://a.se/b.png)", 2, "En bild"),
        ("| a |\n|---|\n| ![b](x) |", 2, "En bild"),
        ("- a\n\n      kod", 2, "Ett kodblock (rader med indrag)"),
        ("- a\n  > b", 1, "Ett citatblock"),
        ("- a\n\n  ***", 2, "En linje"),
        ("- a\n  - b", 1, "En lista i en lista"),
        ("1. a\n   1. b", 1, "En lista i en lista"),
        ("- " * 3000 + "x", 0, "En lista i en lista"),
    ],
)
def test_a_form_that_reports_do_not_have_is_refused(markdown: str, line: int, what: str) -> None:
    """The refusal names the form, its line, and what is allowed instead."""
    with pytest.raises(MarkdownRefused) as refused:
        blocks_of(markdown, ())
    assert (line, f"{what} kan inte stå i en text. {ALLOWED}") == (
        refused.value.line,
        str(refused.value),
    )


@pytest.mark.parametrize(
    "markdown, line, message",
    [
        ("- a\n\n  b", 2, "Varje punkt i en lista är ett enda stycke. Slå ihop styckena."),
        ("- a\n-", 1, "Punkten är tom. Skriv något i den eller ta bort den."),
        ("3. a", 0, "En numrerad lista i en text börjar alltid på 1. Skriv 1. först i listan."),
        ("[](https://a.se)", 0, "Länken har ingen text. Skriv orden som ska leda till adressen."),
        (
            "a\n[x](https://a.se/\ue0000\ue001)",
            1,
            "Ett bundet tal kan inte stå i en länks adress. Skriv adressen färdig.",
        ),
        (
            "a\n\n" + "|a" * 9 + "|\n" + "|-" * 9 + "|",
            2,
            "Tabellen har 9 kolumner. En tabell i en text kan ha högst åtta.",
        ),
    ],
)
def test_what_would_be_lost_is_refused_instead(markdown: str, line: int, message: str) -> None:
    """Nothing a person wrote disappears without a word."""
    with pytest.raises(MarkdownRefused) as refused:
        blocks_of(markdown, ("1",))
    assert (line, message) == (refused.value.line, str(refused.value))


@pytest.mark.parametrize(
    "address", ["/etc/passwd", "ftp://a.se", "plan.pdf", "#avsnitt", "//a.se", "tel:112"]
)
def test_a_link_elsewhere_than_the_web_is_refused(address: str) -> None:
    """The message says how a link begins."""
    with pytest.raises(MarkdownRefused) as refused:
        blocks_of(f"[x]({address})", ())
    expected = (
        f'Länken "{address}" är inte tillåten. Länkar börjar med https://, http:// eller mailto:.'
    )
    assert expected == str(refused.value)


@pytest.mark.parametrize(
    "markdown",
    [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](vbscript:x)",
        "[x](data:text/html;base64,AAAA)",
        "[x](file:///etc/passwd)",
        "<javascript:alert(1)>",
    ],
)
def test_an_address_that_runs_code_never_becomes_a_link(markdown: str) -> None:
    """It is refused or shown as the text it is."""
    try:
        content = only_line(markdown)
    except MarkdownRefused:
        return
    assert (Text(markdown),) == content


@pytest.mark.parametrize(
    "markdown", ["[" * 20_000, "*a " * 20_000, "<" * 20_000, "> " * 5000 + "x"]
)
def test_pathological_texts_end(markdown: str) -> None:
    """Brackets, stars and quotes without end are read or refused, never a traceback."""
    assert refused_line(markdown) in {None, 0}


@given(st.text(alphabet="ab *_`#->[]()|!<&\\\n1.:/é", max_size=60))
def test_any_text_is_blocks_or_a_refusal(markdown: str) -> None:
    """Whatever is written, the outcome is blocks or a refusal within the text's lines."""
    assert refused_line(markdown) in {None, *range(markdown.count("\n") + 1)}


@given(st.text(alphabet="abcåäö 0123456789,.", min_size=1, max_size=60))
def test_plain_words_come_through_untouched(words: str) -> None:
    """A paragraph of plain words says exactly what was written."""
    blocks = blocks_of(f"x{words}x", ())
    assert [f"x{words}x"] == [plain(b.content) for b in blocks if isinstance(b, Paragraph)]


@pytest.mark.parametrize(
    "markdown, said",
    [
        ("Inledning.\n\n**Ekonomi**", "Fet stil på en egen rad är ingen rubrik."),
        ("Inledning.\n\n• Rutinen är införd.", "Stycket ser ut som en punkt i en lista."),
        ("Inledning.\n\nSe [här](https://example.org).", 'Länken "här" säger inte vart den leder.'),
        (
            "Inledning.\n\n[https://example.org/a](https://example.org/a)",
            'Länken "https://example.org/a" säger inte vart den leder.',
        ),
        ("Inledning.\n\n| Del | |\n|---|---|\n| a | b |", "En kolumn i tabellen saknar rubrik."),
    ],
)
def test_what_cannot_be_followed_by_ear_is_refused(markdown: str, said: str) -> None:
    """A screen reader finds headings, lists, links and columns by what they are, not by looks."""
    with pytest.raises(MarkdownRefused) as refused:
        blocks_of(markdown, ())
    assert (2, said) == (refused.value.line, str(refused.value)[: len(said)])


def test_a_bold_sentence_is_no_heading() -> None:
    """What ends as a sentence, or goes on without bold, is text."""
    assert (Text("Målet nås inte.", strong=True),) == only_line("**Målet nås inte.**")
