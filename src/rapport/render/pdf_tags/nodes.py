"""The structure tree in memory: nodes of ISO 32000-1, 14.8.4, and what they hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from rapport.render.pdf_tags.foreign import PdfObject

GROUPING = frozenset({"Document", "Div", "Sect", "BlockQuote"})
"""Kinds that may not hold text themselves; loose text in them becomes a paragraph."""

_MAY_BE_EMPTY = frozenset({"Document", "TD", "TH"})


@dataclass(frozen=True)
class Content:
    """A marked piece of a page: its page from 0, its number there, and the words it shows."""

    page: int
    mcid: int
    words: str


@dataclass(frozen=True)
class LinkArea:
    """The clickable area of a link on one line; ``annotation`` is WeasyPrint's own object."""

    page: int
    annotation: PdfObject


@dataclass(frozen=True)
class CellAttributes:
    """How a table cell stands in its table: spans, direction of a heading, its headings."""

    columns: int
    rows: int
    scope: Literal["", "Column", "Row"]
    headers: tuple[str, ...]


@dataclass(frozen=True)
class ListAttributes:
    """How a list is numbered, in the words of the standard ("Decimal", "Disc", "None")."""

    numbering: str


@dataclass(frozen=True)
class FigureAttributes:
    """Where a picture stands on its page, in points from the lower left corner."""

    box: tuple[float, float, float, float]
    is_block: bool


Attributes = CellAttributes | ListAttributes | FigureAttributes


@dataclass(eq=False)
class Node:
    """An element of the structure, with its place in the tree.

    ``key`` is the ID that headers and the ID tree use; ``loose`` is the paragraph that
    collects text standing directly in a grouping node; the lists of a navigation are tables
    of contents.
    """

    kind: str
    parent: Node | None = None
    kids: list[Node | Content | LinkArea] = field(default_factory=list)
    key: str = ""
    language: str = ""
    alternative: str = ""
    attributes: Attributes | None = None
    loose: Node | None = None
    is_navigation: bool = False

    def add(self, kind: str, *, first: bool = False) -> Node:
        """A new node below this one, last or first."""
        node = Node(kind, self)
        self.kids.insert(0 if first else len(self.kids), node)
        return node

    def for_text(self) -> Node:
        """Where text that stands here belongs: here, or in a paragraph below."""
        if self.kind not in GROUPING:
            return self
        if self.loose is None:
            self.loose = self.add("P")
        return self.loose

    def nearest(self, kind: str) -> Node | None:
        """This node or the nearest one above it of a kind."""
        node: Node | None = self
        while node is not None and node.kind != kind:
            node = node.parent
        return node

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()

    def words(self) -> str:
        """The text below this node, as it was laid out."""
        parts = (kid.words if isinstance(kid, Content) else kid.words()
                 for kid in self.kids if not isinstance(kid, LinkArea))  # fmt: skip
        return "".join(parts)

    def prune(self) -> bool:
        """Remove the nodes that hold nothing; say whether this one is still needed."""
        self.kids = [kid for kid in self.kids if not isinstance(kid, Node) or kid.prune()]
        return bool(self.kids) or self.kind in _MAY_BE_EMPTY
