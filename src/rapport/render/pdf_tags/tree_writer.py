"""The structure as objects of the PDF: elements, parent tree, ID tree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import assert_never

import pydyf

from rapport.render.pdf_tags.foreign import Pdf, PdfObject
from rapport.render.pdf_tags.nodes import (
    Attributes,
    CellAttributes,
    Content,
    FigureAttributes,
    LinkArea,
    ListAttributes,
    Node,
)
from rapport.render.pdf_tags.page_walk import link_name


class TreeWriter:
    """Writes one tree into a PDF that WeasyPrint is making."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._pages: list[dict[int, PdfObject]] = [{} for _ in pdf.page_references]
        self._links: list[tuple[PdfObject, LinkArea]] = []
        self._keys: dict[str, PdfObject] = {}

    def write(self, root: Node) -> None:
        """Write the tree and say in the catalog that the document is tagged."""
        structure = pydyf.Dictionary({"Type": "/StructTreeRoot"})
        self._pdf.add_object(structure)
        structure["K"] = pydyf.Array([self._element(root, structure.reference)])
        structure["ParentTree"] = self._parent_tree()
        structure["ParentTreeNextKey"] = len(self._pages) + len(self._links)
        if self._keys:
            structure["IDTree"] = self._id_tree()
        catalog = self._pdf.catalog
        catalog["StructTreeRoot"] = structure.reference
        catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
        catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})

    def _element(self, node: Node, parent: PdfObject) -> PdfObject:
        element = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{node.kind}", "P": parent})
        self._pdf.add_object(element)
        if node.language:
            element["Lang"] = pydyf.String(node.language)
        if node.kind == "Figure":
            element["Alt"] = pydyf.String(node.alternative)
        if node.attributes is not None:
            element["A"] = attribute_object(node.attributes)
        if node.key:
            element["ID"] = pydyf.String(node.key)
            self._keys[node.key] = element.reference
        own_page = next((kid.page for kid in node.kids if isinstance(kid, Content)), None)
        if own_page is not None:
            element["Pg"] = self._pdf.page_references[own_page]
        name = link_name(node) if node.kind == "Link" else ""
        element["K"] = pydyf.Array(
            [self._kid(kid, element.reference, own_page, name) for kid in node.kids]
        )
        return element.reference

    def _kid(
        self,
        kid: Node | Content | LinkArea,
        owner: PdfObject,
        own_page: int | None,
        name: str,
    ) -> PdfObject:
        match kid:
            case Node():
                return self._element(kid, owner)
            case Content():
                return self._content(kid, owner, own_page)
            case LinkArea():
                return self._area(kid, owner, name)
        assert_never(kid)

    def _content(self, content: Content, owner: PdfObject, own_page: int | None) -> PdfObject:
        self._pages[content.page][content.mcid] = owner
        if content.page == own_page:
            return content.mcid
        page = self._pdf.page_references[content.page]
        return pydyf.Dictionary({"Type": "/MCR", "Pg": page, "MCID": content.mcid})

    def _area(self, area: LinkArea, owner: PdfObject, name: str) -> PdfObject:
        area.annotation["Contents"] = pydyf.String(name)
        area.annotation["StructParent"] = len(self._pages) + len(self._links)
        self._links.append((owner, area))
        page = self._pdf.page_references[area.page]
        return pydyf.Dictionary({"Type": "/OBJR", "Obj": area.annotation.reference, "Pg": page})

    def _parent_tree(self) -> PdfObject:
        """From each page's marks, and each link, back to its element."""
        numbers = pydyf.Array()
        for index, marks in enumerate(self._pages):
            ordered = [marks.get(mcid, "null") for mcid in range(max(marks, default=-1) + 1)]
            numbers.extend((index, pydyf.Array(ordered)))
        for index, (owner, _area) in enumerate(self._links, start=len(self._pages)):
            numbers.extend((index, owner))
        return self._added(pydyf.Dictionary({"Nums": numbers}))

    def _id_tree(self) -> PdfObject:
        keys = sorted(self._keys)
        names = pydyf.Array(_flat((pydyf.String(key), self._keys[key]) for key in keys))
        limits = pydyf.Array([pydyf.String(keys[0]), pydyf.String(keys[-1])])
        leaf = self._added(pydyf.Dictionary({"Names": names, "Limits": limits}))
        return self._added(pydyf.Dictionary({"Kids": pydyf.Array([leaf])}))

    def _added(self, obj: PdfObject) -> PdfObject:
        self._pdf.add_object(obj)
        return obj.reference


def _flat(pairs: Iterable[Sequence[PdfObject]]) -> list[PdfObject]:
    return [part for pair in pairs for part in pair]


def attribute_object(attributes: Attributes) -> PdfObject:
    """The attribute object of a node (ISO 32000-1, 14.8.5)."""
    match attributes:
        case CellAttributes():
            return _cell(attributes)
        case ListAttributes(numbering=numbering):
            return pydyf.Dictionary({"O": "/List", "ListNumbering": f"/{numbering}"})
        case FigureAttributes(box=box, is_block=is_block):
            placement = "/Block" if is_block else "/Inline"
            return pydyf.Dictionary(
                {"O": "/Layout", "Placement": placement, "BBox": pydyf.Array(box)}
            )
    assert_never(attributes)


def _cell(cell: CellAttributes) -> PdfObject:
    written = pydyf.Dictionary({"O": "/Table"})
    if cell.columns > 1:
        written["ColSpan"] = cell.columns
    if cell.rows > 1:
        written["RowSpan"] = cell.rows
    if cell.scope:
        written["Scope"] = f"/{cell.scope}"
    if cell.headers:
        written["Headers"] = pydyf.Array([pydyf.String(key) for key in cell.headers])
    return written
