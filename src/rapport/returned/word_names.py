"""The names of WordprocessingML's elements and attributes, and what an element's text is."""

from __future__ import annotations

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_OFF = frozenset({"0", "false", "off", "none"})


def value(element: etree._Element | None, name: str = "val") -> str:
    """An attribute of Word's own; empty when the element or the attribute is not there."""
    return "" if element is None else str(element.get(f"{W}{name}") or "")


def is_on(element: etree._Element | None) -> bool | None:
    """Whether a switch such as ``w:b`` is on, off, or not there."""
    return None if element is None else value(element) not in _OFF


def raw_text(element: etree._Element) -> str:
    """All words of an element, also deleted ones, with a blank for each tab and break."""
    pieces = []
    for node in element.iter(f"{W}t", f"{W}delText", f"{W}tab", f"{W}br", f"{W}cr", f"{W}p"):
        is_text = node.tag in {f"{W}t", f"{W}delText"}
        pieces.append((node.text or "") if is_text else " ")
    return " ".join("".join(pieces).split())
