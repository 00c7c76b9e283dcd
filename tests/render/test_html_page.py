"""The review page ("granskningsfilen"): whole, self-contained and accessible."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html as lxml_html

from rapport.charts.style import read_style
from rapport.domain.problem import RenderFailed
from rapport.render.html import html_page
from rapport.render.inline_markup import Media
from rapport.render.templates_folder import templates_folder
from rapport.report.blocks import Heading, Labelled, Paragraph, Table
from rapport.report.document import Document
from rapport.report.inline import line
from render.gallery import gallery_charts, gallery_document

TEMPLATES = templates_folder(Path("no-workspace"))
STYLE = read_style(TEMPLATES)


def page(document: Document, media: Media = "screen") -> str:
    """The page of a document."""
    return html_page(document, gallery_charts(), STYLE, TEMPLATES, media)


def tree(document: Document, media: Media = "screen") -> lxml_html.HtmlElement:
    """The parsed page of a document."""
    return lxml_html.document_fromstring(page(document, media))


def test_the_page_needs_no_other_file() -> None:
    """Every address is in the page itself, except links that the reader may follow."""
    addresses = [
        (str(element.tag), str(address))
        for element, _, address, _ in tree(gallery_document()).iterlinks()
    ]
    outside = [
        (tag, address) for tag, address in addresses if not address.startswith(("#", "data:"))
    ]
    assert outside == [("a", "https://example.org/mal")]


def test_the_page_runs_nothing() -> None:
    """There is no script and no event attribute."""
    whole = tree(gallery_document())
    attributes = [name for node in whole.iter("*") for name in node.attrib]
    assert [] == whole.xpath("//script")
    assert [] == [name for name in attributes if name.lower().startswith("on")]


def test_the_page_is_small_enough_to_mail() -> None:
    """With all fonts inside it stays well under one and a half megabytes."""
    assert len(page(gallery_document()).encode()) < 400_000


def test_the_page_has_landmarks_and_a_way_past_the_head() -> None:
    """Header, main, contents, notes and footer are named parts; a skip link leads to main."""
    whole = tree(gallery_document())
    assert [1, 1, 1, 1] == [
        len(whole.xpath(f"//{tag}")) for tag in ("header", "nav", "main", "footer")
    ]
    assert ["#innehall"] == whole.xpath("//a[@class='skip']/@href")
    assert ["innehall"] == whole.xpath("//main/@id")


def test_the_page_says_its_language_and_title() -> None:
    """Screen readers pronounce it as Swedish, tabs show title and period."""
    whole = tree(gallery_document())
    assert whole.get("lang") == "sv-SE"
    assert whole.findtext(".//title") == (
        "Tertialrapport för hälso- och sjukvårdsnämnden – Andra tertialet 2024, januari–augusti"
    )


@pytest.mark.parametrize("media", ["screen", "print"])
def test_headings_never_skip_a_level(media: Media) -> None:
    """One title, and each heading is at most one level below the one before it."""
    levels = [
        int(node.tag[1]) for node in tree(gallery_document(), media).xpath("//h1|//h2|//h3|//h4")
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [] == [(a, b) for a, b in pairwise(levels) if b > a + 1]


@pytest.mark.parametrize("media", ["screen", "print"])
def test_every_table_heading_says_what_it_heads(media: Media) -> None:
    """Column and row headings carry scope, and each row has its heading."""
    whole = tree(gallery_document(), media)
    assert [] == whole.xpath("//th[not(@scope)]")
    assert [] == whole.xpath("//tbody/tr[not(th[@scope='row'])]")


@pytest.mark.parametrize("media", ["screen", "print"])
def test_ids_are_unique_and_every_inner_link_has_a_target(media: Media) -> None:
    """Two drawings with the same inner names do not collide."""
    whole = tree(gallery_document(), media)
    ids = whole.xpath("//@id")
    targets = {
        str(address)[1:] for address in whole.xpath("//a/@href") if str(address).startswith("#")
    }
    assert len(ids) == len(set(ids))
    assert set() == targets - {str(one) for one in ids}


def test_each_footnote_has_a_way_there_and_back() -> None:
    """The call leads to the note and the note back to the call."""
    whole = tree(gallery_document())
    notes = whole.xpath("//section[@role='doc-endnotes']//li")
    assert ["not-1", "not-2"] == [note.get("id") for note in notes]
    assert ["#notref-1", "#notref-2"] == [note.find("a").get("href") for note in notes]


def test_a_chart_is_named_by_its_alternative_text() -> None:
    """The drawing is one picture with the figure's alternative text."""
    names = tree(gallery_document()).xpath("//*[@class='chart']/@aria-label")
    assert names[0] == "Linjediagram för 2024. Kvinnor går från 15,8 till 15,4 procent."


def test_a_draft_is_marked_on_the_page() -> None:
    """A draft has a banner, the mark in the version and in the foot; a final has none."""
    assert "UTKAST" not in tree(gallery_document()).text_content()
    draft = tree(gallery_document(draft=True))
    assert draft.xpath("//*[contains(@class, 'draft-banner')]")[0].text_content() == "UTKAST"
    assert "0.9 UTKAST" in draft.xpath("//header")[0].text_content()
    assert draft.xpath("//footer")[0].text_content().strip().endswith("UTKAST")


def test_a_missing_head_field_is_said_in_words() -> None:
    """A draft without approval date reads "saknas"."""
    header = tree(gallery_document(draft=True)).xpath("//header")[0].text_content()
    assert re.search(r"Godkänt datum\s+saknas", header)


def test_text_from_users_is_never_markup() -> None:
    """A table cell with angle brackets and ampersand is printed as it was written."""
    cells = [cell.text_content() for cell in tree(gallery_document()).xpath("//tbody//th")]
    assert "Återbäring & avtal <A>" in cells


def test_a_row_before_the_total_has_a_line_under_it() -> None:
    """The total row and the one above it are marked for the look."""
    rows = tree(gallery_document()).xpath("//table[@id='t-kostnad']/tbody/tr/@class")
    assert rows == ["before-total", "total"]


def test_column_widths_add_up_to_the_whole_width() -> None:
    """Every column has a share of the width in percent."""
    shares = tree(gallery_document()).xpath("//table[@id='t-kostnad']//col/@style")
    assert shares == ["width:40.0%", "width:20.0%", "width:20.0%", "width:20.0%"]


def test_the_table_caption_has_number_statement_and_unit() -> None:
    """Label and number come first, then the statement, then what unit and period it is."""
    caption = tree(gallery_document()).xpath("//table[@id='t-kostnad']/caption")[0]
    assert caption.text_content() == "Tabell 1. Läkemedelskostnad · mnkr"


def test_the_contents_list_the_headings_that_asked_for_it() -> None:
    """Only headings with in_contents stand there, in order."""
    entries = tree(gallery_document()).xpath("//nav//a")
    assert ["Sammanfattning", "Nära vård", "Läkemedelskostnader", "Definitioner"] == [
        entry.text_content() for entry in entries
    ]


def test_an_editable_text_says_which_text_it_is() -> None:
    """The region carries the key of the text file it came from."""
    keys = tree(gallery_document()).xpath("//*[@class='editable']/@data-text")
    assert keys == ["faktor.samordnad", "analys.aterinskrivningar"]


def test_a_document_without_cover_begins_with_a_first_level_heading() -> None:
    """A report type without a cover still has a heading structure that starts at the top."""
    blocks = (Heading(2, "Läget", "laget"), Paragraph(line("Text.")))
    document = replace(gallery_document(), blocks=blocks)
    assert ["h1"] == [node.tag for node in tree(document).xpath("//h1|//h2|//h3")]


def test_two_places_with_the_same_anchor_are_refused() -> None:
    """A link could lead to the wrong place, so the document is not made."""
    blocks = (Heading(1, "Ett", "s"), Heading(1, "Två", "s"))
    with pytest.raises(RenderFailed, match='samma ankare, "s": "Ett" och "Två"'):
        page(replace(gallery_document(), blocks=blocks))


def test_a_table_row_with_too_few_cells_is_a_bug() -> None:
    """A row that does not fit its columns is never printed shifted."""
    table = next(block for block in gallery_document().blocks if isinstance(block, Table))
    broken = replace(table, columns=table.columns[:-1])
    with pytest.raises(ValueError, match="argument 2 is shorter"):
        page(replace(gallery_document(), blocks=(broken,)))


def test_the_same_document_gives_the_same_page() -> None:
    """Two runs give the same text."""
    assert page(gallery_document()) == page(gallery_document())


def test_a_label_of_two_lines_has_room_for_both() -> None:
    """A hanging label is taken out of the flow, so a text of one line would let the next in."""
    blocks = tuple(
        Labelled(name, (Paragraph(line("Text.")),)) for name in ("Läget", "Samlad bedömning")
    )
    made = tree(replace(gallery_document(), blocks=blocks), "print").find_class("labelled")
    assert [False, True] == ["tall" in each.classes for each in made]
