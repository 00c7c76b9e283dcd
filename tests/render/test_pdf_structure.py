"""The structure of a printed report, read back as a screen reader reads it."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import weasyprint

from rapport.domain.problem import RenderFailed
from rapport.render.pdf_reading.tag_tree import ReadPdf, read_pdf
from rapport.render.pdf_tables import same_words
from rapport.report.blocks import Column, Paragraph, Row, Table
from rapport.report.inline import Link, line
from render.gallery import gallery_document
from render.printing import printed, with_blocks


@pytest.fixture(scope="module")
def content() -> bytes:
    """The decided gallery as a file."""
    return printed(gallery_document())


@pytest.fixture(scope="module")
def read(content: bytes) -> ReadPdf:
    """The decided gallery, read back."""
    return read_pdf(content)


def _words(read: ReadPdf, kind: str) -> list[str]:
    return [" ".join(tag.words().split()) for tag in read.root.all(kind)]


def test_a_table_over_pages_is_one_table_with_its_head_once() -> None:
    """The head that is repeated on each page is read once; no row is lost."""
    rows = tuple(Row(((line(f"Rad {n}"),), (line(f"{n}"),))) for n in range(90))
    columns = (Column("Mått", 800, row_header=True), Column("Tal", 200))
    found = read_pdf(printed(with_blocks(Table("Lång tabell", columns, rows))))
    table = found.root.all("Table")[0]
    pages = {tag.page for tag in table.all("TR")}
    assert [1, 1, 91] == [
        len(found.root.all("Table")), len(table.all("THead")), len(table.all("TR"))
    ]  # fmt: skip
    assert {1, 2, 3} <= pages


def test_every_cell_names_its_headings(read: ReadPdf) -> None:
    """A figure is heard with its column and its row; headings have direction and ID."""
    table = read.root.all("Table")[-1]
    cells = {cell.key: cell.words().strip() for cell in table.all("TH")}
    definition = next(cell for cell in table.all("TD") if "Andel utskrivna" in cell.words())
    assert ["Definition", "Läkemedelsberättelse"] == [cells[key] for key in definition.headers]
    assert {"/Column", "/Row"} == {cell.attributes["/Scope"] for cell in table.all("TH")}


def test_running_lines_and_page_numbers_are_not_read(read: ReadPdf) -> None:
    """Head, foot and "Sida n" of each page are outside the text; the document head is in it."""
    document = gallery_document()
    heard = read.root.words()
    assert [False, False, False] == [
        words in heard for words in (document.running_head, document.running_foot, "Sida 1")
    ]
    assert 1 == heard.count("GODKÄNT DATUM")


def test_the_document_head_is_read_first(read: ReadPdf) -> None:
    """What kind of document it is comes before its title."""
    heard = same_words(read.root.words())
    assert heard.index("Redovisandedokument") < heard.index(same_words(gallery_document().title))


def test_the_contents_are_a_table_of_contents(read: ReadPdf) -> None:
    """Each line of the contents is one item with a link and the page."""
    assert ["Sammanfattning 2", "Nära vård 3", "Läkemedelskostnader 5", "Definitioner 6"] == _words(
        read, "TOCI"
    )


def test_lists_say_how_they_are_numbered(read: ReadPdf) -> None:
    """Bullets, numbers and lists without marks are told apart, and numbers are labels."""
    kinds = {tag.attributes["/ListNumbering"] for tag in read.root.all("L")}
    assert {"/Disc", "/Decimal", "/None"} == kinds
    items = [tag for tag in read.root.all("LI") if "Skriv in patienten" in tag.words()]
    assert [["1."], ["Skriv in patienten."]] == [
        [" ".join(kid.words().split()) for kid in items[0].all(kind)] for kind in ("Lbl", "LBody")
    ]


def test_a_footnote_is_read_where_it_is_called(read: ReadPdf) -> None:
    """The note follows its number in the paragraph, not at the end of the page."""
    paragraph = next(tag for tag in read.root.all("P") if tag.all("Note"))
    words = " ".join(paragraph.words().split())
    assert words.index("72 timmar") < words.index("Män nås")
    assert ["not-1", "not-2"] == [note.key for note in paragraph.all("Note")]


def test_a_link_is_named_by_its_text_and_address(read: ReadPdf) -> None:
    """An outside link says where it leads; a page number says which place it means."""
    named = {tag.words().strip(): tag.links[0] for tag in read.root.all("Link")}
    assert "regionens webbplats (https://example.org/mal)" == named["regionens webbplats"]
    assert "Nära vård" == named["Nära vård"]
    assert "Läkemedelskostnader" == named["5"]


def test_a_link_over_two_lines_has_one_area_for_each_line() -> None:
    """Both lines can be followed, and are one link when read."""
    words = "ord " * 40
    linked = Paragraph(line("Före ", Link(words.strip(), "https://example.org/"), " efter"))
    found = read_pdf(printed(with_blocks(linked)))
    links = found.root.all("Link")
    assert 1 == len(links)
    assert len(links[0].links) > 1


def test_charts_have_alternative_text_and_signs_their_words(read: ReadPdf) -> None:
    """A chart is described; a sign that stands alone in a cell is its word, others are silent."""
    heard = [tag.alternative for tag in read.root.all("Figure")]
    assert "Linjediagram för 2024. Kvinnor går från 15,8 till 15,4 procent." in heard
    assert all(heard)


def test_the_place_of_a_chart_is_given_in_points(content: bytes) -> None:
    """The box lies within the page and is as wide as the text, 498 px or so in points."""
    with pikepdf.open(io.BytesIO(content)) as opened:
        boxes = [box for box in _boxes(opened.Root.StructTreeRoot.K[0]) if box[2] - box[0] > 100]
    assert [(True, True)] * 2 == [(box[0] >= 0 and box[2] <= 596, box[3] <= 842) for box in boxes]


def _boxes(element: Any) -> list[list[float]]:  # noqa: ANN401 - a pikepdf object of any kind
    kids = element.get("/K")
    below = [
        box
        for kid in (kids if isinstance(kids, pikepdf.Array) else [])
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid
        for box in _boxes(kid)
    ]
    own = element.get("/A", pikepdf.Dictionary()).get("/BBox")
    return below if own is None else [[float(edge) for edge in own], *below]


def test_another_version_of_the_layout_engine_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tags are made for one version; the message names both and how to install it."""
    monkeypatch.setattr(weasyprint, "__version__", "71.0")
    with pytest.raises(RenderFailed, match=r"71\.0 är installerad.*pip install weasyprint==70\.0"):
        printed(with_blocks(Paragraph(line("Text"))))


def test_a_picture_without_alternative_text_is_refused(own_templates: Path) -> None:
    """The page where the picture stands is named."""
    source = "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSI5IiBoZWlnaHQ9IjkiPjxwYXRoIGQ9Ik0wIDBIOSIvPjwvc3ZnPg=="  # noqa: E501 - one address
    template = own_templates / "blocks" / "paragraph.html"
    template.write_text(f'<p>{{{{ content }}}}<img alt="" src="{source}"></p>', encoding="utf-8")
    with pytest.raises(RenderFailed, match="en bild på sidan 1 saknar alternativtext"):
        printed(with_blocks(Paragraph(line("Text"))), own_templates)


def test_a_table_without_headings_is_refused(own_templates: Path) -> None:
    """A template of one's own cannot make tables that nobody can hear."""
    template = own_templates / "blocks" / "paragraph.html"
    template.write_text(
        "<table><tbody><tr><td>{{ content }}</td></tr></tbody></table>", encoding="utf-8"
    )
    with pytest.raises(RenderFailed, match="tabell 1 i filen saknar rubrikceller"):
        printed(with_blocks(Paragraph(line("Text"))), own_templates)
