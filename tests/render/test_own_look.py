"""A region's own look: logo, colours and fonts changed in one file, and seen in every format."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from rapport.charts.images import draw_all
from rapport.charts.style import read_style
from rapport.domain.archive import ArchiveLevel
from rapport.domain.problem import RenderFailed
from rapport.render import pdf
from rapport.render.archiving import Archiving
from rapport.render.html import html_page
from rapport.render.pdf_reading.tag_tree import read_pdf
from rapport.render.word import word_bytes
from rapport.report.document import Document
from rapport.report.walking import charts_of
from render.gallery import gallery_charts, gallery_document
from render.printing import ARCHIVED, printed

BLUE = "#004f9f"
ALTERNATIVE = "Region Exempel"
DRAWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40">'
    '<rect width="120" height="40" fill="#ff00ff"/></svg>'
)


def picture(width: int, height: int) -> bytes:
    """A PNG of one colour."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        sum_of = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + sum_of

    head = struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\xff\0\xff" * width) * height)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def changed(templates: Path, before: str, after: str) -> None:
    """One change in the token file."""
    tokens = templates / "base" / "tokens.toml"
    text = tokens.read_text(encoding="utf-8")
    assert before in text
    tokens.write_text(text.replace(before, after, 1), encoding="utf-8")


def with_logo(templates: Path, *, svg: bool = True) -> None:
    """A logo of three to one, 40 px high."""
    folder = templates / "logotyp"
    folder.mkdir()
    (folder / "logotyp.png").write_bytes(picture(360, 120))
    (folder / "logotyp.svg").write_text(DRAWN, encoding="utf-8")
    drawn = 'svg = "logotyp.svg"\n' if svg else ""
    table = f'[logotyp]\npng = "logotyp.png"\n{drawn}alt = "{ALTERNATIVE}"\n"höjd" = 40\n'
    changed(templates, "[typskala]", f"{table}\n[typskala]")


def paper(templates: Path, document: Document) -> bytes:
    """The document as a PDF, its charts too in the region's own look."""
    style = read_style(templates)
    charts = draw_all(charts_of(document.blocks), style, png=False)
    svgs = {spec: image.svg for spec, image in charts.items()}
    page = html_page(document, svgs, style, templates, "print")
    return pdf.printed(page, document, templates, ARCHIVED).content


def web_page(templates: Path, document: Document) -> str:
    """The document as a web page."""
    return html_page(document, gallery_charts(), read_style(templates), templates, "screen")


def word_file(templates: Path, document: Document) -> dict[str, str]:
    """The text parts of the document as a Word file."""
    style = read_style(templates)
    charts = draw_all(charts_of(document.blocks), style, png=True)
    with zipfile.ZipFile(io.BytesIO(word_bytes(document, charts, style, templates))) as package:
        return {
            name: package.read(name).decode()
            for name in package.namelist()
            if name.endswith((".xml", ".rels"))
        }


def colours_of_first_page(content: bytes) -> set[tuple[int, int, int]]:
    """Every colour that is seen on the first page."""
    file = pypdfium2.PdfDocument(content)
    try:
        image = file[0].render(scale=2).to_pil().convert("RGB")
    finally:
        file.close()
    found = image.getcolors(maxcolors=1 << 24)
    assert found is not None
    return {colour for _count, colour in found}


def fonts_of(content: bytes) -> set[str]:
    """The families whose letters are in the file."""
    with pikepdf.open(io.BytesIO(content)) as opened:
        return {
            str(each.FontFamily)
            for each in opened.objects
            if isinstance(each, pikepdf.Dictionary) and "/FontFamily" in each
        }


@pytest.mark.parametrize("svg", [True, False])
def test_a_logo_is_on_the_first_page_in_every_format(own_templates: Path, *, svg: bool) -> None:
    """With its alternative text; the PDF has passed the gate, and the picture is seen."""
    with_logo(own_templates, svg=svg)
    document = gallery_document()
    content = paper(own_templates, document)
    page, word = web_page(own_templates, document), word_file(own_templates, document)
    heard = [tag.alternative for tag in read_pdf(content).root.all("Figure")]
    kind = "svg+xml" if svg else "png"
    assert ALTERNATIVE == heard[0]
    assert (255, 0, 255) in colours_of_first_page(content)
    assert f'<p class="logo"><img src="data:image/{kind};base64,' in page
    assert f'alt="{ALTERNATIVE}"' in page
    assert f'descr="{ALTERNATIVE}"' in word["word/document.xml"]


def test_the_logo_in_word_has_the_proportions_of_the_picture(own_templates: Path) -> None:
    """40 px high and three times as wide, in Word's own unit."""
    with_logo(own_templates)
    xml = word_file(own_templates, gallery_document())["word/document.xml"]
    assert f'<wp:extent cx="{120 * 9525}" cy="{40 * 9525}"/>' in xml


@pytest.mark.parametrize("level", list(ArchiveLevel))
def test_a_logo_passes_at_every_level_of_archiving(
    own_templates: Path, level: ArchiveLevel
) -> None:
    """The gate lets the file through."""
    with_logo(own_templates)
    content = printed(gallery_document(), own_templates, Archiving(level, ARCHIVED.files))
    assert content.startswith(b"%PDF-")


def test_a_document_without_a_logo_has_no_room_for_one(own_templates: Path) -> None:
    """Nothing is left where it would have been."""
    assert 'class="logo"' not in web_page(own_templates, gallery_document())


def test_the_profile_colour_is_changed_in_every_format(own_templates: Path) -> None:
    """One line of the token file, and the shipped colour is nowhere left."""
    changed(own_templates, 'profil = "#1b4b5a"', f'profil = "{BLUE}"')
    document = gallery_document()
    assert (0x00, 0x4F, 0x9F) in colours_of_first_page(paper(own_templates, document))
    page = web_page(own_templates, document)
    assert (True, False) == (f"--profile:{BLUE}" in page, "#1b4b5a" in page)
    word = "".join(word_file(own_templates, document).values()).lower()
    assert (True, False) == ("004f9f" in word, "1b4b5a" in word)


def test_a_font_is_changed_in_every_format(own_templates: Path) -> None:
    """The finished PDF holds no letter of the font that was exchanged."""
    changed(own_templates, 'sans = "Source Sans 3"', 'sans = "Source Serif 4"')
    changed(own_templates, 'reserv_sans = ["Segoe UI"', 'reserv_sans = ["Verdana"')
    document = gallery_document()
    assert {"Source Serif 4"} == fonts_of(paper(own_templates, document))
    styles = word_file(own_templates, document)["word/styles.xml"]
    assert (True, False) == ("Source Serif 4" in styles, "Source Sans 3" in styles)
    assert '--sans:"Source Serif 4","Verdana"' in web_page(own_templates, document)


@pytest.mark.parametrize(
    "before, after, told",
    [
        (
            'profil = "#1b4b5a"',
            'profil = "#7fb2c6"',
            'färgen "profil" (#7fb2c6) i [färger] syns för dåligt mot papperet (#ffffff)',
        ),
        ('profil = "#1b4b5a"', 'profil = "#7fb2c6"', "är 2,31 men ska vara minst 4,5"),
        ('uppfyllt = "#1f7a6b"', 'uppfyllt = "#bfe3dc"', "men ska vara minst 3"),
        ('ton = "#f1f4f5"', 'ton = "#a0a8ad"', 'färgen "grå" (#56616b) i [färger]'),
        ('bakgrund = "#14191f"', 'bakgrund = "#8a939c"', "i [färger_mörkt_läge]"),
    ],
)
def test_colours_that_are_seen_too_badly_are_refused(
    own_templates: Path, before: str, after: str, told: str
) -> None:
    """The message names the colour, the ground, the contrast and the least that is needed."""
    changed(own_templates, before, after)
    with pytest.raises(RenderFailed) as caught:
        read_style(own_templates)
    assert told in str(caught.value)


@pytest.mark.parametrize(
    "before, after, told",
    [
        ('png = "logotyp.png"', 'png = "borta.png"', "borta.png finns inte i templates/logotyp"),
        ('png = "logotyp.png"', 'png = "../fonts/x.png"', "finns inte i templates/logotyp"),
        ('png = "logotyp.png"', 'png = "logotyp.svg"', "logotyp.svg är ingen PNG-bild"),
        ('svg = "logotyp.svg"', 'svg = "logotyp.png"', "logotyp.png är ingen SVG-bild"),
        (f'alt = "{ALTERNATIVE}"', 'alt = " "', "[logotyp] ska ha png, alt"),
        ('"höjd" = 40', '"höjd" = 400', "höjd i hela px (högst 160)"),
        ('"höjd" = 40', '"höjd" = 40\nbredd = 3', "[logotyp] ska ha png, alt"),
    ],
)
def test_a_fault_in_the_logo_is_told(
    own_templates: Path, before: str, after: str, told: str
) -> None:
    """What is wrong and what is wanted."""
    with_logo(own_templates)
    changed(own_templates, before, after)
    with pytest.raises(RenderFailed) as caught:
        read_style(own_templates)
    assert told in str(caught.value)


def test_a_logo_that_fetches_something_is_not_printed(own_templates: Path) -> None:
    """A picture from elsewhere is refused, and the page says so."""
    with_logo(own_templates)
    fetching = DRAWN.replace("<rect", '<image href="https://example.org/x.png" width="9"/><rect')
    (own_templates / "logotyp" / "logotyp.svg").write_text(fetching, encoding="utf-8")
    with pytest.raises(RenderFailed):
        printed(gallery_document(), own_templates)
