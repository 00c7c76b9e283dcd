"""Walking the laid out pages: each marked piece of text and each link gets its node."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from weasyprint.formatting_structure import boxes

from rapport.render.pdf_tags.artifacts import Artifact, children
from rapport.render.pdf_tags.elements import Structure
from rapport.render.pdf_tags.foreign import Box, LaidOutPage
from rapport.render.pdf_tags.nodes import Content, LinkArea, Node


@dataclass
class PageWalk:
    """One page being read. ``marks`` are the pieces WeasyPrint drew on it, by box."""

    structure: Structure
    artifacts: Mapping[int, Artifact]
    page: LaidOutPage
    index: int
    marks: dict[Box, dict[str, int]]

    def read(self) -> None:
        """Put all that the page shows into the structure.

        What stands in the margin and is text, the document head, is read first.
        """
        on_page = children(self.page._page_box)  # noqa: SLF001 - WeasyPrint's tagger does the same
        for box in sorted(on_page, key=_is_body):
            self._walk(box, self.structure.root)
        if self.marks:
            self.structure.problems.append(
                f"text på sidan {self.index + 1} har ingen plats i strukturen"
            )

    def _walk(self, box: Box, parent: Node) -> None:
        if id(box) in self.artifacts:
            return
        if isinstance(box, boxes.TextBox):
            self._attach(box, parent.for_text(), box.text)
            return
        node = self.structure.node(box, parent, self.page, self.index + 1)
        if box.link_annotation:
            self._link(box, node)
        if isinstance(box, boxes.ReplacedBox):
            self._attach(box, node, node.alternative)
        for child in children(box):
            self._walk(child, node)

    def _attach(self, box: Box, node: Node, words: str) -> None:
        mark = self.marks.pop(box, None)
        if mark is not None:
            node.kids.append(Content(self.index, mark["mcid"], words))

    def _link(self, box: Box, node: Node) -> None:
        link = node.nearest("Link")
        if link is None:
            self.structure.problems.append(f"en länk på sidan {self.index + 1} har ingen text")
            return
        link.kids.append(LinkArea(self.index, box.link_annotation))
        link.alternative = link.alternative or _place_name(box)


def _is_body(box: Box) -> bool:
    return not isinstance(box, boxes.MarginBox)


def _place_name(box: Box) -> str:
    """What a link is called where its own text is only a page number, else nothing."""
    return box.element.get("aria-label") or ""


def link_name(link: Node) -> str:
    """What is said about a link before it is followed: its text, and an address outside."""
    area = next(kid for kid in link.kids if isinstance(kid, LinkArea))
    text = link.alternative or " ".join(link.words().split())
    if "A" not in area.annotation:
        return text
    address: str = area.annotation["A"]["URI"].string
    return text if text == address else f"{text} ({address})"
