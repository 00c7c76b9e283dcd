"""From HTML elements to structure: which node an element, or a part made by CSS, belongs in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from weasyprint.formatting_structure import boxes

from rapport.render.pdf_tags.artifacts import children
from rapport.render.pdf_tags.foreign import Box, LaidOutPage
from rapport.render.pdf_tags.nodes import (
    GROUPING,
    CellAttributes,
    FigureAttributes,
    ListAttributes,
    Node,
)
from rapport.render.pdf_tags.table_grid import Cell, Grid, grid_of

_KINDS: Mapping[str, str] = {
    "div": "Div", "figure": "Div", "header": "Div", "section": "Sect",
    "blockquote": "BlockQuote", "p": "P", "figcaption": "Caption", "caption": "Caption",
    "thead": "THead", "tbody": "TBody", "tfoot": "TFoot", "tr": "TR",
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
}  # fmt: skip
"""Elements that are one node each, whatever they stand in."""

_NUMBERING: Mapping[str, str] = {
    "disc": "Disc", "circle": "Circle", "square": "Square", "decimal": "Decimal",
    "upper-roman": "UpperRoman", "lower-roman": "LowerRoman",
    "upper-alpha": "UpperAlpha", "lower-alpha": "LowerAlpha",
}  # fmt: skip

_POINTS_PER_PX = 0.75


@dataclass
class Structure:
    """The tree while it grows. An element is one node, however many pages it stands on.

    ``flat`` leaves out the row groups of tables, which PDF 1.4 does not know.
    """

    flat: bool
    root: Node = field(default_factory=lambda: Node("Document"))
    problems: list[str] = field(default_factory=list)
    _nodes: dict[tuple[int, str], Node] = field(default_factory=dict)
    _cells: dict[int, tuple[int, Cell, Grid]] = field(default_factory=dict)
    _tables: int = 0
    _notes: int = 0

    def node(self, box: Box, parent: Node, page: LaidOutPage, number: int) -> Node:
        """The node of a box whose surroundings are in ``parent``, on a page from 1."""
        if box.element is None or box.element_tag is None:
            return parent
        key = (id(box.element), str(box.element_tag))
        if key not in self._nodes:
            name, _, part = key[1].partition("::")
            if part:
                self._nodes[key] = self._generated(box, name, part, parent)
            else:
                self._nodes[key] = self._element(box, name, parent, page, number)
        return self._nodes[key]

    def _element(self, box: Box, name: str, parent: Node, page: LaidOutPage, number: int) -> Node:
        if name == "img":
            node = self._figure(box, parent, page, number)
        else:
            node = self._text_element(box, name, parent)
        language = box.element.get("lang")
        if language and name not in {"html", "body"}:
            node = node.for_text().add("Span") if node is parent else node
            node.language = language
        return node

    def _text_element(self, box: Box, name: str, parent: Node) -> Node:  # noqa: PLR0911 - one line for each kind of element
        element: Element = box.element
        match name:
            case "table":
                return self._table(element, parent)
            case "td" | "th":
                return self._cell(element, parent)
            case "ul" | "ol":
                return _list(parent)
            case "li":
                return _item(parent)
            case "nav":
                return _navigation(parent)
            case "a" if element.get("href") is not None:
                return parent.for_text().add("Link")
            case "span" if isinstance(box, boxes.BlockBox) and parent.kind == "LBody":
                return parent.add("P")
            case "thead" | "tbody" | "tfoot" if self.flat:
                return parent
            case _ if name in _KINDS:
                return _block(_KINDS[name], parent)
            case _:
                return parent

    def _generated(self, box: Box, name: str, part: str, parent: Node) -> Node:
        """The node of a part that CSS makes: numbers of lists and notes."""
        match part:
            case "footnote-call":
                return self._note(box.element, name, parent)
            case "footnote-marker":
                return parent.add("Lbl")
            case "marker":
                return _list_label(
                    parent, _NUMBERING.get(str(box.style["list_style_type"]), "Disc")
                )
            case "before" if name == "li" and _has_text(box):
                return _list_label(parent, "Decimal")
            case _:
                return parent

    def _note(self, element: Element, name: str, parent: Node) -> Node:
        """The number in the text is a reference; the note is read right after it."""
        self._notes += 1
        place = parent.for_text()
        reference = place.add("Reference")
        note = place.add("Note")
        note.key = f"not-{self._notes}"
        self._nodes[id(element), name] = note
        return reference

    def _figure(self, box: Box, parent: Node, page: LaidOutPage, number: int) -> Node:
        alternative = box.element.get("alt") or ""
        if not alternative.strip():
            self.problems.append(f"en bild på sidan {number} saknar alternativtext")
        is_block = parent.kind in GROUPING
        figure = parent.add("Figure")
        parent.loose = None
        figure.alternative = alternative
        left, top = box.content_box_x(), box.content_box_y()
        edges = (left, page.height - top - box.height, left + box.width, page.height - top)
        low_x, low_y, high_x, high_y = (round(edge * _POINTS_PER_PX, 2) for edge in edges)
        figure.attributes = FigureAttributes((low_x, low_y, high_x, high_y), is_block)
        return figure

    def _table(self, element: Element, parent: Node) -> Node:
        self._tables += 1
        grid = grid_of(element)
        for cell in grid.cells:
            self._cells[id(cell.element)] = (self._tables, cell, grid)
        if not grid.is_regular:
            self.problems.append(
                f"tabell {self._tables} i filen har inte lika många celler i varje rad"
            )
        if not grid.has_headings:
            self.problems.append(f"tabell {self._tables} i filen saknar rubrikceller")
        return _block("Table", parent)

    def _cell(self, element: Element, parent: Node) -> Node:
        table, cell, grid = self._cells[id(element)]
        node = parent.add("TH" if cell.scope else "TD")
        if cell.scope:
            node.key = cell.key(table)
        headers = tuple(one.key(table) for one in grid.headings_of(cell))
        node.attributes = CellAttributes(cell.columns, cell.rows, cell.scope, headers)
        return node


def _block(kind: str, parent: Node) -> Node:
    parent.loose = None
    return parent.add(kind)


def _navigation(parent: Node) -> Node:
    node = _block("Div", parent)
    node.is_navigation = True
    return node


def _list(parent: Node) -> Node:
    """A list; the list of a navigation is a table of contents."""
    if parent.is_navigation:
        return _block("TOC", parent)
    node = _block("L", parent)
    node.attributes = ListAttributes("None")
    return node


def _item(parent: Node) -> Node:
    match parent.kind:
        case "TOC":
            return parent.add("TOCI").add("Reference")
        case "L":
            return parent.add("LI").add("LBody")
        case _:
            return parent


def _list_label(parent: Node, numbering: str) -> Node:
    item = parent.nearest("LI")
    if item is None or item.parent is None:
        return parent
    item.parent.attributes = ListAttributes(numbering)
    return item.add("Lbl", first=True)


def _has_text(box: Box) -> bool:
    return isinstance(box, boxes.TextBox) or any(_has_text(child) for child in children(box))
