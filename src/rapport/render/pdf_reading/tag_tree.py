"""The structure of a finished PDF, read into plain values."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary

from rapport.render.pdf_reading.marked_text import marked_text


@dataclass(frozen=True)
class Piece:
    """A piece of a page: which page, from 0, and its words."""

    page: int
    words: str


@dataclass(frozen=True, eq=False)
class Tag:
    """An element of the structure as it stands in the file."""

    kind: str
    key: str = ""
    alternative: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    headers: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    kids: tuple[Tag | Piece, ...] = ()

    def walk(self) -> Iterator[Tag]:
        """This element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Tag):
                yield from kid.walk()

    def all(self, *kinds: str) -> list[Tag]:
        """The elements of some kinds, in reading order."""
        return [tag for tag in self.walk() if tag.kind in kinds]

    def words(self, without: frozenset[str] = frozenset()) -> str:
        """What is read aloud: the text, and for a picture its alternative text."""
        if self.kind in without:
            return ""
        if self.kind == "Figure":
            return self.alternative
        return "".join(
            kid.words if isinstance(kid, Piece) else kid.words(without) for kid in self.kids
        )

    @property
    def page(self) -> int | None:
        """The first page it stands on, from 1."""
        for kid in self.kids:
            page = kid.page + 1 if isinstance(kid, Piece) else kid.page
            if page is not None:
                return page
        return None


@dataclass(frozen=True)
class ReadPdf:
    """What a finished PDF says: structure, IDs, language, title and attached files."""

    root: Tag
    keys: frozenset[str]
    language: str
    title: str
    files: Mapping[str, bytes]


def read_pdf(pdf: bytes) -> ReadPdf:
    """Read a finished PDF."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        catalog = opened.Root
        structure = catalog.get("/StructTreeRoot", Dictionary())
        reader = _Reader(opened, marked_text(pdf))
        kids = tuple(_elements(structure.get("/K")))
        return ReadPdf(
            root=reader.tag(kids[0]) if kids else Tag("Document"),
            keys=frozenset(_keys(structure.get("/IDTree"))),
            language=str(catalog.get("/Lang", "")),
            title=str(opened.docinfo.get("/Title", "")),
            files={name: spec.get_file().read_bytes() for name, spec in opened.attachments.items()},
        )


class _Reader:
    def __init__(self, opened: pikepdf.Pdf, words: Mapping[tuple[int, int], str]) -> None:
        self._words = words
        self._pages = {page.obj.objgen: index for index, page in enumerate(opened.pages)}

    def tag(self, element: Any) -> Tag:  # noqa: ANN401 - a pikepdf object of any kind
        """An element and all below it."""
        own_page = element.get("/Pg")
        kids: list[Tag | Piece] = []
        links: list[str] = []
        for kid in _items(element.get("/K")):
            if not isinstance(kid, Dictionary):
                kids.append(self._piece(own_page, int(kid)))
            elif "/S" in kid:
                kids.append(self.tag(kid))
            elif kid.get("/Type") == "/MCR":
                kids.append(self._piece(kid.Pg, int(kid.MCID)))
            elif "/Obj" in kid:
                links.append(str(kid.Obj.get("/Contents", "")))
        attributes = element.get("/A", Dictionary())
        return Tag(
            kind=str(element.S).removeprefix("/"),
            key=str(element.get("/ID", "")),
            alternative=str(element.get("/Alt", "")),
            attributes={
                name: str(value) for name, value in attributes.items() if name in _ATTRIBUTES
            },
            headers=tuple(str(key) for key in _items(attributes.get("/Headers"))),
            links=tuple(links),
            kids=tuple(kids),
        )

    def _piece(self, page: Any, mcid: int) -> Piece:  # noqa: ANN401
        index = self._pages[page.objgen]
        return Piece(index, self._words.get((index, mcid), ""))


_ATTRIBUTES = frozenset({"/Scope", "/ListNumbering", "/Placement"})


def _items(value: Any) -> list[Any]:  # noqa: ANN401
    if value is None:
        return []
    return list(value) if isinstance(value, Array) else [value]


def _elements(value: Any) -> Iterator[Any]:  # noqa: ANN401
    return (kid for kid in _items(value) if isinstance(kid, Dictionary) and "/S" in kid)


def _keys(tree: Any) -> Iterator[str]:  # noqa: ANN401
    """The IDs of an ID tree, from all its leaves."""
    if tree is None:
        return
    for name in _items(tree.get("/Names"))[::2]:
        yield str(name)
    for leaf in _items(tree.get("/Kids")):
        yield from _keys(leaf)
