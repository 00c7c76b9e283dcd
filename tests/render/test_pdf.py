"""The printed report: page furniture, page numbers, fonts, and the same bytes every time."""

from __future__ import annotations

import ctypes
import os
import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import weasyprint.pdf.fonts

from rapport.report.blocks import Column, Figure, Heading, Paragraph, Row, Table
from rapport.report.inline import Footnote, line
from render.gallery import gallery_document
from render.printing import page_texts, printed, with_blocks


@pytest.fixture(scope="module")
def final() -> bytes:
    """The decided gallery."""
    return printed(gallery_document())


@pytest.fixture(scope="module")
def final_texts(final: bytes) -> list[str]:
    """The pages of the decided gallery."""
    return page_texts(final)


@pytest.fixture(scope="module")
def draft_texts() -> list[str]:
    """The pages of the draft gallery."""
    return page_texts(printed(gallery_document(draft=True)))


def test_every_page_says_its_number_and_how_many_there_are(final_texts: list[str]) -> None:
    """Each page carries "Sida n (6)"."""
    assert [f"Sida {n} (6)" in text for n, text in enumerate(final_texts, 1)] == [True] * 6


def test_the_first_page_has_the_head_and_the_others_the_running_line(
    final_texts: list[str],
) -> None:
    """The six fields stand once; the running head stands on all pages after the first."""
    running = gallery_document().running_head
    assert [running in text for text in final_texts] == [False, *[True] * 5]
    assert [("GODKÄNT DATUM" in text.upper()) for text in final_texts] == [True, *[False] * 5]
    assert [gallery_document().running_foot in text for text in final_texts] == [True] * 6


def test_the_contents_give_the_page_where_each_heading_stands(final_texts: list[str]) -> None:
    """The page numbers of the contents are those of the pages."""
    for title in ("Sammanfattning", "Nära vård", "Läkemedelskostnader", "Definitioner"):
        stated = re.search(rf"{title} (\d+)", final_texts[0])
        assert stated is not None
        assert title in final_texts[int(stated[1]) - 1]


def test_a_page_reference_gives_the_number_of_the_page(final_texts: list[str]) -> None:
    """The reference to the costs in the decision is the page of the costs."""
    assert "delegationsordningen (sidan 5)" in final_texts[1]


def test_a_draft_is_marked_on_every_page(draft_texts: list[str], final_texts: list[str]) -> None:
    """Margin and foot of each page say UTKAST, the version too; a final says it nowhere."""
    marks = [re.sub(r"\s", "", text).count("UTKAST") for text in draft_texts]
    assert marks == [3, 2, 2, 2, 2, 2]
    assert "0.9 UTKAST" in draft_texts[0]
    assert [] == [text for text in final_texts if "UTKAST" in text]


def test_footnotes_stand_on_the_page_that_calls_them(final_texts: list[str]) -> None:
    """Both notes of the measure's page are at its foot."""
    page = next(text for text in final_texts if "Oplanerade återinskrivningar inom" in text)
    assert "1 Samtal inom 72 timmar efter utskrivning." in page
    assert "2 Andelen är 61 procent." in page


@pytest.mark.parametrize("lines", [20, 31, 38])
def test_a_footnote_never_moves_to_a_later_page(lines: int) -> None:
    """Wherever on a page the call lands, the note lands on the same page."""
    filling = [Paragraph(line(f"Rad {n}.")) for n in range(lines)]
    call = Paragraph(line("Här anropas noten", Footnote("Notens text."), "."))
    texts = page_texts(printed(with_blocks(*filling, call, *filling)))
    assert ["Notens text" in t for t in texts] == ["Här anropas" in t for t in texts]


def test_a_cover_may_count_as_page_zero() -> None:
    """With page_start 0 the cover is page 0 and the total is the last page's number."""
    document = gallery_document()
    head = replace(document.head, page_start=0)
    texts = page_texts(printed(replace(document, head=head)))
    assert [f"Sida {n} (5)" in text for n, text in enumerate(texts)] == [True] * 6


def test_the_file_properties_come_from_the_document(final: bytes) -> None:
    """Title, author, subject, keywords and the report's own date; it is tagged and in Swedish."""
    file = pypdfium2.PdfDocument(final)
    properties = file.get_metadata_dict()
    assert properties["Title"] == gallery_document().full_title
    assert properties["Author"] == "Region Exempel"
    assert properties["Subject"].endswith("Alla utfall är exempeldata.")
    assert properties["Keywords"] == "återrapportering, tertial"
    assert properties["CreationDate"].startswith("D:20240927")
    assert properties["ModDate"].startswith("D:20240927")
    assert pdfium.FPDFCatalog_IsTagged(file.raw)
    buffer = (ctypes.c_ushort * 32)()
    length = pdfium.FPDFCatalog_GetLanguage(file.raw, buffer, 32)
    file.close()
    assert bytes(buffer)[: length - 2].decode("utf-16-le") == "sv-SE"


def test_the_headings_become_bookmarks(final: bytes) -> None:
    """The reader's outline has the sections, and what stands below them."""
    file = pypdfium2.PdfDocument(final)
    outline = [(mark.level, mark.get_title()) for mark in file.get_toc()]
    file.close()
    assert outline[:4] == [
        (0, "Sammanfattning"),
        (0, "Nära vård"),
        (1, "Sammanhållen och samordnad vård"),
        (1, "Styrmått"),
    ]


def test_the_same_document_gives_the_same_bytes(
    final: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the clock, the environment nor the place of the templates is in the file."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert final == printed(gallery_document())
    assert os.environ["SOURCE_DATE_EPOCH"] == "1"


def test_the_machines_way_to_cut_fonts_does_not_reach_the_file(
    monkeypatch: pytest.MonkeyPatch, final: bytes
) -> None:
    """HarfBuzz-Subset, of whatever version or none at all, writes nothing in a report."""
    monkeypatch.setattr(weasyprint.pdf.fonts, "harfbuzz_subset", None)
    assert final == printed(gallery_document())


def test_the_place_of_the_templates_is_not_in_the_file(final: bytes, own_templates: Path) -> None:
    """Another machine with the same templates makes the same bytes."""
    assert final == printed(gallery_document(), own_templates)


def test_a_chart_is_text_in_the_file(final_texts: list[str]) -> None:
    """The words of a chart can be searched and read aloud."""
    assert any("15,8 till 15,4 procent" in text for text in final_texts)


def test_a_long_table_repeats_its_heads_and_splits_no_row() -> None:
    """Each page of the table has the column titles, and both lines of every row together."""
    rows = tuple(
        Row(((line(f"Rad {n} början"), line(f"Rad {n} slutet")), (line("1"),))) for n in range(60)
    )
    table = Table(
        "Lång tabell", (Column("Kolumnrubrik", 800, row_header=True), Column("Tal", 200)), rows
    )
    texts = page_texts(printed(with_blocks(table)))
    assert len(texts) > 2
    assert ["Kolumnrubrik" in text for text in texts] == [True] * len(texts)
    for text in texts:
        starts = re.findall(r"Rad (\d+) början", text)
        assert starts == re.findall(r"Rad (\d+) slutet", text)


@pytest.mark.parametrize("lines", range(22, 34, 2))
def test_a_heading_is_never_last_on_a_page(lines: int) -> None:
    """Wherever it falls, a heading stands on the page of the text that follows it."""
    filling = [Paragraph(line(f"Rad {n}.")) for n in range(lines)]
    heading = Heading(2, "Rubriken", "rubrik")
    table = Table(
        "Tabellens rubrik",
        (Column("Första spalten", 1000, row_header=True),),
        tuple(Row(((line(f"Tabellrad {n}"),),)) for n in range(9)),
    )
    texts = page_texts(printed(with_blocks(*filling, heading, table)))
    page = next(text for text in texts if "Rubriken" in text)
    assert "Tabellrad 0" in page


def test_prose_is_hyphenated_in_swedish() -> None:
    """Long words in narrow cells break where Swedish breaks them, with a hyphen."""
    cell = line("Läkemedelsförsörjningsverksamheten")
    table = Table("T", (Column("A", 150, row_header=True), Column("B", 850)), (Row(((cell,), ())),))
    file = pypdfium2.PdfDocument(printed(with_blocks(table)))
    text = file[0].get_textpage().get_text_range()
    file.close()
    assert re.search(r"Läkemedels\w*[-\ufffe\x02]", text)


def test_a_figure_title_that_just_fits_does_not_break_after_its_first_word() -> None:
    """The unit line below the title does not push the title to a second line."""
    figure = next(block for block in gallery_document().blocks if isinstance(block, Figure))
    title = (
        "Hälsocentral, kontakt samma dag: 89,2\u00a0% når inte målet, "
        "4,7 procentenheter mer än T2\u00a02023"
    )
    file = pypdfium2.PdfDocument(printed(with_blocks(replace(figure, title=title, number=2))))
    lines = file[0].get_textpage().get_text_range().splitlines()
    file.close()
    assert "Figur" not in [text.strip() for text in lines]
