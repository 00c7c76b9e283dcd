"""The words of a document read back from each format, furniture aside, for comparing formats.

Page references are a title on the screen and a number on paper; each is read as one mark.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

import pypdfium2
from lxml import etree, html

REFERENCE = "\N{SECTION SIGN}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BLANKS = re.compile(r"\s+")
_HYPHENS = dict.fromkeys(map(ord, "\u00ad\ufffe\u2011"), "-")
_LEFT_OUT = "//style | //script | //svg | //nav | //header | //footer"


def words_of_page(content: bytes, *, charts: bool = False) -> list[str]:
    """The words of a page's main part from its first heading after the cover."""
    page = html.document_fromstring(content)
    left_out = _LEFT_OUT.replace("//svg | ", "") if charts else _LEFT_OUT
    found = page.xpath(left_out)
    for element in found if isinstance(found, list) else ():
        if isinstance(element, html.HtmlElement) and element.getparent() is not None:
            element.drop_tree()
    for element in list(page.iter("a")):
        if element.get("class") == "page-ref":
            for child in list(element):
                element.remove(child)
            element.text = REFERENCE
    (main,) = page.iter("main")
    texts = (str(text) for text in main.itertext())
    return _after_cover(words_in(" ".join(texts)))


def words_of_word(content: bytes) -> list[str]:
    """The words of a Word file's body from its first heading after the cover."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        tree = etree.fromstring(archive.read("word/document.xml"))
    paragraphs = ("".join(_runs(paragraph)) for paragraph in tree.iter(f"{_W}p"))
    return _after_cover(words_in(" ".join(paragraphs)))


def _runs(paragraph: etree._Element) -> Iterator[str]:
    """The texts of a paragraph; the result of a reference to a page is one mark."""
    within_reference = False
    for node in paragraph.iter(etree.Element):
        match str(node.tag).removeprefix(_W):
            case "instrText":
                within_reference = "PAGEREF" in (node.text or "")
            case "fldChar" if node.get(f"{_W}fldCharType") == "end":
                yield REFERENCE if within_reference else ""
                within_reference = False
            case "t" if not within_reference:
                yield node.text or ""
            case "tab" | "br":
                yield " "
            case "noBreakHyphen" | "softHyphen":
                yield "-"


def words_of_pdf(content: bytes) -> list[str]:
    """Every word of a PDF file, page by page, furniture and charts too."""
    file = pypdfium2.PdfDocument(content)
    try:
        pages = [page.get_textpage().get_text_range() for page in file]
    finally:
        file.close()
    return words_in("\n".join(pages))


def words_in(text: str) -> list[str]:
    """The words of a text without hyphens, since each format breaks lines in its own places."""
    text = text.translate(_HYPHENS)
    text = re.sub(r"([-/])\s+", r"\1", text).replace("-", "").replace("–", " – ")
    text = re.sub(r"\s+([.,;:!?)])", r"\1", text)
    return _BLANKS.sub(" ", text).split()


def _after_cover(words: list[str]) -> list[str]:
    """From the last "Sammanfattning" of the opening pages: the heading, not the contents."""
    opening = [place for place, word in enumerate(words[:500]) if word == "Sammanfattning"]
    return words[opening[-1] :] if opening else words
