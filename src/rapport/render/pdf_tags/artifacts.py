"""What is on a page but not part of the text: running lines, repeated heads, decoration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from rapport.render.pdf_tags.foreign import Box, LaidOutPage


class Artifact(Enum):
    """Kinds of such content: type and subtype (ISO 32000-1, 14.8.2.2)."""

    HEAD = ("/Pagination", "/Header")
    FOOT = ("/Pagination", "/Footer")
    MARGIN = ("/Pagination", "")
    DECORATION = ("/Layout", "")


def real(box: Box) -> Box:
    """The box itself, where an absolutely placed one is represented by a placeholder."""
    return box._box if isinstance(box, AbsolutePlaceholder) else box  # noqa: SLF001 - WeasyPrint's tagger does the same


def children(box: Box) -> tuple[Box, ...]:
    """The boxes directly in a box."""
    return tuple(real(child) for child in getattr(box, "children", ()))


def artifact_boxes(pages: Sequence[LaidOutPage]) -> Mapping[int, Artifact]:
    """The kind of each box, by its identity, that is not part of the text.

    The document head ("dokumenthuvud") stands in the margin but is text where it first
    stands: nothing else on the page says the same.
    """
    finder = _Finder()
    for page in pages:
        finder.look(page._page_box)  # noqa: SLF001 - WeasyPrint's tagger does the same
    return finder.found


class _Finder:
    def __init__(self) -> None:
        self.found: dict[int, Artifact] = {}
        self._seen: set[int] = set()

    def look(self, box: Box) -> None:
        """Find the artifacts in a box and all below it."""
        if isinstance(box, boxes.MarginBox):
            self._margin(box)
        elif box.element is not None and box.element.get("aria-hidden") == "true":
            self._mark(box, Artifact.DECORATION)
        elif _is_repeatable(box) and self._again(box):
            self._mark(box, Artifact.MARGIN)
        else:
            for child in children(box):
                self.look(child)

    def _margin(self, margin: Box) -> None:
        kind = _margin_kind(margin.at_keyword)
        for child in children(margin):
            if child.element is None or self._again(child):
                self._mark(child, kind)
            else:
                self.look(child)

    def _again(self, box: Box) -> bool:
        """Whether the element of a box has been on a page before."""
        identity = id(box.element)
        seen = identity in self._seen
        self._seen.add(identity)
        return seen

    def _mark(self, box: Box, kind: Artifact) -> None:
        for one in _below(box):
            self.found[id(one)] = kind


def _below(box: Box) -> Iterator[Box]:
    yield box
    for child in children(box):
        yield from _below(child)


def _is_repeatable(box: Box) -> bool:
    return (
        isinstance(box, boxes.TableRowGroupBox)
        and box.element is not None
        and box.element_tag in {"thead", "tfoot"}
    )


def _margin_kind(place: str) -> Artifact:
    if place.startswith("@top"):
        return Artifact.HEAD
    return Artifact.FOOT if place.startswith("@bottom") else Artifact.MARGIN
