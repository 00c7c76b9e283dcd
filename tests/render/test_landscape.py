"""Pages that lie down for wide tables, in Word and in print, with head and foot of their width."""

from __future__ import annotations

import io
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

from rapport.charts.style import read_style
from rapport.render.html import html_page
from rapport.render.word import PageNumbers, word_bytes
from rapport.render.word_gate import require_good_word
from rapport.render.word_xml import LANDSCAPE_PX, TWIPS_PER_PX
from rapport.render.zipped import zip_bytes
from rapport.report.blocks import Block, Cover, Heading, Landscape, Paragraph, Table
from rapport.report.document import Document
from rapport.report.inline import PageRef, line
from render.format_words import words_of_page, words_of_pdf, words_of_word
from render.gallery import gallery_document
from render.gallery_blocks import wide
from render.printing import TEMPLATES, laid_out, page_texts, printed
from render.word_reading import W, parts, style, tree, words, written

A4 = (11906, 16838)
LYING = (16838, 11906)
AFTER = (
    Heading(1, "Efteråt", "s-efterat", in_contents=True, new_page=True),
    Paragraph(line("Slut.")),
)


def document(*after: Block, draft: bool = False) -> Document:
    """A first page, a wide table on pages of its own, and what comes after."""
    gallery = gallery_document(draft=draft)
    (cover, *_) = gallery.blocks
    assert isinstance(cover, Cover)
    opening = Heading(1, "Sammanfattning", "s-samman", in_contents=True, new_page=True)
    blocks = (replace(cover, notice=None), opening, Paragraph(line("Kort.")), *wide(), *after)
    return replace(gallery, blocks=blocks)


def sections(content: bytes) -> list[etree._Element]:
    """The sections of a Word file, in order."""
    return list(tree(content).iter(f"{W}sectPr"))


def page_size(section: etree._Element) -> tuple[int, int]:
    """The width and height of the pages of a section in twips."""
    size = section.find(f"{W}pgSz")
    assert size is not None
    return int(size.get(f"{W}w") or 0), int(size.get(f"{W}h") or 0)


def heads(section: etree._Element) -> list[tuple[str | None, str]]:
    """The kinds of head and foot of a section, and where they are kept."""
    names = (f"{W}headerReference", f"{W}footerReference")
    return [
        (each.get(f"{W}type"), str(etree.QName(each).localname)) for each in section.iter(*names)
    ]


def test_the_pages_lie_down_and_stand_up_again() -> None:
    """Three sections: standing, lying, standing; none of them empty."""
    made = written(document(*AFTER))
    assert [A4, LYING, A4] == [page_size(each) for each in sections(made)]
    require_good_word(made, document(*AFTER))


def test_a_document_that_ends_lying_has_no_empty_page_after() -> None:
    """The last section is the lying one itself."""
    assert [A4, LYING] == [page_size(each) for each in sections(written(document()))]


def test_only_the_first_section_has_a_first_page_of_its_own() -> None:
    """The document's head stands once, and the count of pages goes on."""
    numbered = document(*AFTER)
    numbered = replace(numbered, head=replace(numbered.head, page_start=0))
    found = sections(written(numbered))
    for name in ("titlePg", "pgNumType"):
        assert [True, False, False] == [each.find(f"{W}{name}") is not None for each in found]
    usual = [("default", "headerReference"), ("default", "footerReference")]
    assert [usual, usual] == [heads(each) for each in found[1:]]


def test_the_table_is_as_wide_as_the_page() -> None:
    """The text of a lying page is wider, and so is what stands on it; then it is as before."""
    (lying,) = wide()
    assert isinstance(lying, Landscape)
    table = lying.blocks[-1]
    assert isinstance(table, Table)
    body = tree(written(document(*AFTER, replace(table, anchor="t-uppratt"))))
    widths = [
        table.find(f"{W}tblPr/{W}tblW").get(f"{W}w")  # type: ignore[union-attr]
        for table in body.iter(f"{W}tbl")
        if "Vårdcentral 1 " in words(table)
    ]
    upright = str(style().spaces["satsyta"] * TWIPS_PER_PX)
    assert [str(LANDSCAPE_PX * TWIPS_PER_PX), upright] == widths


@pytest.mark.parametrize("name", ["header3", "footer3"])
def test_head_and_foot_reach_over_the_whole_lying_page(name: str) -> None:
    """The tab of the styles gives way to one at the right edge."""
    tabs = tree(written(document(*AFTER), None), f"word/{name}.xml").iter(f"{W}tab")
    stops = [(tab.get(f"{W}val"), tab.get(f"{W}pos")) for tab in tabs if tab.get(f"{W}pos")]
    upright = str(style().spaces["satsyta"] * TWIPS_PER_PX)
    assert [("clear", upright), ("right", str(LANDSCAPE_PX * TWIPS_PER_PX))] == stops


def test_a_draft_says_so_on_lying_pages_too() -> None:
    """The mark in the margin stands on every page, in Word and in print."""
    draft = document(*AFTER, draft=True)
    assert "UTKAST" in words(tree(written(draft), "word/header3.xml")).replace(" ", "")
    pages = [page.replace(" ", "") for page in page_texts(printed(draft))]
    assert [True] * len(pages) == ["UTKAST" in page for page in pages]


def test_a_template_without_lying_pages_gives_them_the_usual_head(own_templates: Path) -> None:
    """A region that took the section away still gets its wide table whole."""
    file = own_templates / "word" / "mall.docx"
    made = parts(file.read_bytes())
    body = etree.fromstring(made["word/document.xml"])
    paragraph = next(body.iter(f"{W}p"))
    paragraph.getparent().remove(paragraph)  # type: ignore[union-attr]
    file.write_bytes(zip_bytes({**made, "word/document.xml": etree.tostring(body)}))
    content = word_bytes(document(*AFTER), {}, style(), own_templates, PageNumbers())
    assert [A4, LYING, A4] == [page_size(each) for each in sections(content)]
    require_good_word(content, document(*AFTER))


def test_the_printed_pages_lie_down_too() -> None:
    """Cover and summary stand, the table lies over two pages, and what follows stands."""
    file = pypdfium2.PdfDocument(io.BytesIO(printed(document(*AFTER))))
    try:
        lies = [page.get_width() > page.get_height() for page in file]
    finally:
        file.close()
    assert [False, False, True, True, False] == lies


def test_a_reference_to_a_table_over_two_pages_is_to_its_first() -> None:
    """The reader is sent to where the table begins, in print and in Word."""
    after = Paragraph(line("Se sidan ", PageRef("t-vantetid"), "."))
    whole = document(AFTER[0], after)
    made = laid_out(whole)
    assert "Se sidan 3." in page_texts(made.content)[-1]
    assert 3 == made.page_of_anchor["t-vantetid"]


def test_lying_pages_say_the_same_in_all_three_formats() -> None:
    """Nothing is lost where the pages turn."""
    whole = document(*AFTER)
    page = html_page(whole, {}, read_style(TEMPLATES), TEMPLATES, "screen").encode()
    assert words_of_page(page) == words_of_word(written(whole))
    assert Counter() == Counter(words_of_page(page)) - Counter(words_of_pdf(printed(whole)))


def test_headings_are_numbered_only_where_the_template_says_so(own_templates: Path) -> None:
    """The numbers are tied to the three heading styles, and switched on by one option."""
    file = own_templates / "word" / "mall.docx"
    levels = tree(file.read_bytes(), "word/numbering.xml").iter(f"{W}pStyle")
    assert ["Heading1", "Heading2", "Heading3"] == [each.get(f"{W}val") for each in levels]
    assert set() == numbered_styles(written(document(*AFTER)))
    script = TEMPLATES.parent / "scripts" / "wordmall.py"
    subprocess.run(  # noqa: S603 - our own script
        [sys.executable, script, "--out", file, "--numrerade-rubriker"],
        check=True,
        capture_output=True,
    )
    content = word_bytes(document(*AFTER), {}, style(), own_templates, PageNumbers())
    assert {"Heading1", "Heading2", "Heading3"} == numbered_styles(content)
    require_good_word(content, document(*AFTER))


def numbered_styles(content: bytes) -> set[str | None]:
    """The heading styles that have a number."""
    styles = tree(content, "word/styles.xml").iter(f"{W}style")
    return {
        each.get(f"{W}styleId")
        for each in styles
        if each.find(f"{W}pPr/{W}outlineLvl") is not None
        and each.find(f"{W}pPr/{W}numPr") is not None
    }
