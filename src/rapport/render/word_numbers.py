"""Bound numbers in editable regions, marked so that an edited file can be read back.

A number is marked twice, as a region is: with a content control that Word does not let anyone
type in (it can be moved and deleted, with its sentence), and with a bookmark, which LibreOffice
keeps too.
"""

from __future__ import annotations

from dataclasses import dataclass

from rapport.render.word_xml import attribute

_FIRST_CONTROL = 100_000
"""The ids of these controls begin above those of the regions."""


@dataclass(frozen=True)
class RegionMark:
    """An editable text as it was written into a file: its key, its name and its marks."""

    key: str
    name: str
    tag: str
    bookmark: str


@dataclass(frozen=True)
class NumberMark:
    """A bound number that was printed in a region: its expression, its value and its marks."""

    region: str
    expression: str
    value: str
    tag: str
    bookmark: str


def number_mark(region: str, expression: str, value: str, number: int) -> NumberMark:
    """The marks of the document's n-th bound number."""
    return NumberMark(region, expression, value, f"tal.{number}", f"tal_{number}")


def marked_number(mark: NumberMark, number: int, bookmark: tuple[str, str], runs: str) -> str:
    """The finished runs of a bound number within its two marks."""
    start, end = bookmark
    return (
        f"{start}<w:sdt><w:sdtPr><w:tag w:val={attribute(mark.tag)}/>"
        f'<w:id w:val="{_FIRST_CONTROL + number}"/><w:lock w:val="contentLocked"/><w:text/>'
        f"</w:sdtPr><w:sdtContent>{runs}</w:sdtContent></w:sdt>{end}"
    )
