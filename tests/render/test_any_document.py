"""Whatever a document is made of, the three formats say the same, and both gates let it through."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from rapport.render.html import html_page
from rapport.render.pdf_reading.tag_tree import Piece, Tag, read_pdf
from rapport.render.word_gate import require_good_word
from rapport.report.document import Document
from render.any_document import DOCUMENTS
from render.format_words import words_in, words_of_page, words_of_word
from render.gallery import gallery_charts
from render.printing import TEMPLATES, printed
from render.word_reading import style, written

_NOT_TEXT = frozenset({"Lbl", "Figure"})
"""What the page draws: the marks of lists, and pictures, which are read by their alternative."""
_LINE_END = "\x02"
"""What pdfium reads where the page breaks a word."""
_SOME = settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def said(words: list[str]) -> str:
    """Words after each other as one, since formats differ in where they put blanks."""
    return "".join(words)


def read_aloud(content: bytes) -> list[str]:
    """The words of a PDF in the order that its structure gives, from its first heading."""
    texts = " ".join(_texts(read_pdf(content).root))
    words = words_in(texts.replace(_LINE_END, ""))
    return words[words.index("Sammanfattning") :]


def _texts(tag: Tag) -> list[str]:
    if tag.kind in _NOT_TEXT:
        return []
    found: list[str] = []
    for kid in tag.kids:
        found += [kid.words] if isinstance(kid, Piece) else _texts(kid)
    return found


@_SOME
@given(document=DOCUMENTS)
def test_any_document_is_the_same_in_word_and_on_the_page(document: Document) -> None:
    """The same words in the same order, and a file that the gate of Word lets through."""
    page = html_page(document, gallery_charts(), style(), TEMPLATES, "screen").encode()
    word = written(document)
    assert words_of_page(page) == words_of_word(word)
    require_good_word(word, document)


@settings(_SOME, max_examples=12)
@given(document=DOCUMENTS)
def test_any_document_is_the_same_in_print_and_on_the_page(document: Document) -> None:
    """What a screen reader finds in the PDF is what the page says, in the same order."""
    page = html_page(document, gallery_charts(), style(), TEMPLATES, "screen").encode()
    assert said(words_of_page(page)) == said(read_aloud(printed(document)))
