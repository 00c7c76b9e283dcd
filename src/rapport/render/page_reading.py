"""A built HTML page read back: its title, headings, texts and what it lists as missing."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree, html

from rapport.report.changes.log import ANCHOR
from rapport.report.changes.snapshot import MISSING_TABLES, Paper, one_line

_LEFT_OUT = ("style", "script", "svg", "nav")
_OWN_LINE = frozenset({"p", "li", "td", "th", "caption", "h2", "h3", "h4", "h5", "h6", "br"})


def read_paper(report: str, content: bytes) -> Paper:
    """The report in a built page."""
    page = html.document_fromstring(content)
    for element in list(page.iter(*_LEFT_OUT, "a", "p")):
        if isinstance(element, html.HtmlElement) and _is_furniture(element):
            element.drop_tree()
    return Paper(
        id=report,
        title=one_line(page.findtext(".//title") or ""),
        texts={
            key: _words(each)
            for each in page.iter("div")
            if (key := each.get("data-text")) is not None
        },
        headings=tuple(
            _words(each) for each in page.iter("h2") if each.get("id") not in {None, ANCHOR}
        ),
        missing=tuple(_missing(page)),
    )


def _is_furniture(element: html.HtmlElement) -> bool:
    """Whether an element is no part of the words: charts, links to pages, calls of notes."""
    return (
        element.tag in _LEFT_OUT
        or element.get("class") in {"page-ref", "edit"}
        or element.get("role") == "doc-noteref"
    )


def _missing(page: html.HtmlElement) -> Iterator[str]:
    for table in page.iter("table"):
        if table.get("id") in MISSING_TABLES:
            for cell in table.iter("th"):
                if cell.get("scope") == "row":
                    yield _words(cell)


def _words(element: etree._Element) -> str:
    """The text of an element; what stands on lines of its own is kept apart."""
    parts: list[str] = []
    for each in element.iter():
        if each.tag in _OWN_LINE:
            parts.append(" ")
        parts.append(each.text or "")
        if each is not element:
            if each.tag in _OWN_LINE:
                parts.append(" ")
            parts.append(each.tail or "")
    return one_line("".join(parts))
