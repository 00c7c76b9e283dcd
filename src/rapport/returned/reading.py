"""A Word file's body read from top to bottom as blocks, each with its place and its marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from rapport.report.origin import UnitKind
from rapport.returned.content import Finding, FindingKind, Piece, Pieces, Unit, words_of
from rapport.returned.draft import Draft
from rapport.returned.notes import notes_of
from rapport.returned.package import Package
from rapport.returned.runs import RunReader, Setting
from rapport.returned.tracked import TrackedChange, Tracking, settle
from rapport.returned.word_names import W, is_on, value
from rapport.returned.word_styles import WordStyles

_CONTAINERS = frozenset(f"{W}{name}" for name in ("customXml", "ins", "moveTo", "smartTag"))
_TYPED_BULLETS = ("•", "·", "▪", "●")


@dataclass
class Block:
    """A paragraph or table with where it stands and by which marks it could be a region's.

    ``control`` is the index of the region whose content control it stands in, ``bookmarks``
    those whose bookmarks are open there.
    """

    unit: Unit
    style: str
    heading: str
    page: int | None
    label: str = ""
    findings: tuple[Finding, ...] = ()
    control: int | None = None
    bookmarks: frozenset[int] = frozenset()


@dataclass
class Body:
    """Everything read from one file's main part.

    ``quoted`` are the words that each comment is about and ``commented`` the block it is in;
    ``controls`` are the regions whose content control is there, also when it is empty.
    """

    blocks: list[Block] = field(default_factory=list)
    controls: set[int] = field(default_factory=set)
    bookmarks: set[int] = field(default_factory=set)
    quoted: dict[str, str] = field(default_factory=dict)
    commented: dict[str, int] = field(default_factory=dict)
    block_of: dict[etree._Element, int] = field(default_factory=dict)
    changes: tuple[TrackedChange, ...] = ()


def read_body(package: Package, draft: Draft, tracking: Tracking) -> Body:
    """Read a copy of a draft, or the draft itself, in exactly the same way."""
    root = package.xml(package.document)
    body = None if root is None else root.find(f"{W}body")
    if body is None:
        return Body()
    changes = settle(body, tracking)
    reader = _BodyReader(package, draft)
    reader.container(body, None)
    reader.body.changes = changes
    return reader.body


class _BodyReader:
    """Walks one body once; what is open (bookmarks, comments, the heading) is kept along."""

    def __init__(self, package: Package, draft: Draft) -> None:
        self.body = Body()
        self._draft = draft
        self._styles = WordStyles(package)
        self._sent_styles = self._styles.same_as(WordStyles(draft.package))
        numbers = [mark for region in draft.regions for mark in region.numbers]
        setting = Setting(
            self._styles,
            package.relations(package.document),
            notes_of(package),
            frozenset(mark.bookmark for mark in numbers),
            {mark.tag: mark.bookmark for mark in numbers},
            frozenset(
                {each for each, sent in self._sent_styles.items() if sent == draft.label_style}
            ),
        )
        self._runs = RunReader(setting, self._mark)
        self._regions = {mark.bookmark: i for i, mark in enumerate(draft.regions)}
        self._open: dict[str, int] = {}
        self._touched: set[int] = set()
        self._filled: set[int] = set()
        self._comments: dict[str, int] = {}
        self._heading = ""
        self._page: int | None = None

    def container(self, parent: etree._Element, control: int | None) -> None:
        """Everything that stands in the body, a content control or the like."""
        for child in parent:
            if child.tag == f"{W}p":
                self._paragraph(child, control)
            elif child.tag == f"{W}tbl":
                self._table(child, control)
            elif child.tag == f"{W}sdt":
                self._control(child, control)
            elif child.tag in _CONTAINERS:
                self.container(child, control)
            elif child.tag == f"{W}altChunk":
                embedded = (Finding(FindingKind.EMBEDDED, ""),)
                self._add(Unit(UnitKind.PARAGRAPH), "", control, findings=embedded)
            else:
                self._mark(child)

    def _control(self, element: etree._Element, control: int | None) -> None:
        properties, content = element.find(f"{W}sdtPr"), element.find(f"{W}sdtContent")
        if content is None or properties is None:
            return
        region = self._region_of(value(properties.find(f"{W}tag")), content)
        if region is not None:
            self.body.controls.add(region)
        if is_on(properties.find(f"{W}showingPlcHdr")):
            return
        start = len(self.body.blocks)
        self.container(content, control if region is None else region)
        if region is not None and any(b.unit.words for b in self.body.blocks[start:]):
            self._filled.add(region)

    def _region_of(self, tag: str, content: etree._Element) -> int | None:
        """The region of a content control. A text that stands twice is told by its bookmark.

        A control that has been copied is one too many, and stands outside the regions.
        """
        marks = self._draft.regions
        same = [i for i, mark in enumerate(marks) if mark.tag == tag]
        names = {value(each, "name") for each in content.iter(f"{W}bookmarkStart")}
        by_name = [i for i in same if marks[i].bookmark in names]
        free = [i for i in same if i not in self._filled]
        return next((i for i in [*by_name, *free] if i in free), None)

    def _paragraph(self, element: etree._Element, control: int | None) -> None:
        self.body.block_of[element] = len(self.body.blocks)
        self._runs.read(element)
        self._close_comments()
        pieces, label, findings = self._runs.taken()
        style = value(element.find(f"{W}pPr/{W}pStyle"))
        unit, more = self._unit(element, style, pieces)
        if self._styles.is_heading(style) and unit.words:
            self._heading = unit.words
        known = self._sent_styles.get(style, style)
        self._add(unit, known, control, label=label, findings=(*findings, *more))

    def _unit(
        self, element: etree._Element, style: str, pieces: Pieces
    ) -> tuple[Unit, tuple[Finding, ...]]:
        """The paragraph as a unit: an item if it is numbered, a label if it is a heading."""
        place = self._styles.list_place(element, style)
        if place is not None:
            unit = Unit(place.kind, pieces)
            is_deep = place.level > 0 and unit.words
            levels = (Finding(FindingKind.LEVELS, unit.words),) if is_deep else ()
            return unit, levels
        if self._styles.is_heading(style) or self._sent_styles.get(style) == _LABEL_STYLE:
            return Unit(UnitKind.LABEL, pieces), ()
        first = pieces[0].text.lstrip() if pieces else ""
        if first.startswith(_TYPED_BULLETS):
            rest = Piece(first[1:].lstrip(), *_looks(pieces[0]))
            return Unit(UnitKind.BULLET, (rest, *pieces[1:])), ()
        return Unit(UnitKind.PARAGRAPH, pieces), ()

    def _table(self, element: etree._Element, control: int | None) -> None:
        findings: list[Finding] = []
        rows: list[tuple[Pieces, ...]] = []
        for row in _inside(element, f"{W}tr"):
            cells: list[Pieces] = []
            for cell in _inside(row, f"{W}tc"):
                cells += self._cell(cell, findings)
            rows.append(tuple(cells))
        unit = Unit(UnitKind.TABLE, rows=tuple(row for row in rows if row))
        self._add(unit, "", control, findings=tuple(findings))

    def _cell(self, cell: etree._Element, findings: list[Finding]) -> list[Pieces]:
        """A cell's pieces; where cells are merged the words stand once, among empty ones."""
        content: list[Piece] = []
        for paragraph in cell.iter(f"{W}p"):
            if any(up.tag == f"{W}txbxContent" for up in paragraph.iterancestors()):
                continue
            self.body.block_of[paragraph] = len(self.body.blocks)
            self._runs.read(paragraph)
            self._close_comments()
            pieces, label, found = self._runs.taken()
            findings += found
            before = [Piece(" ")] if content and pieces else []
            content += [*before, *([Piece(label)] if label else []), *pieces]
        look = cell.find(f"{W}tcPr")
        width = value(None if look is None else look.find(f"{W}gridSpan"))
        extra = int(width) - 1 if width.isdecimal() and 0 < int(width) < _WIDEST else 0
        merge = None if look is None else look.find(f"{W}vMerge")
        if extra or (merge is not None and value(merge) != "restart"):
            findings.append(Finding(FindingKind.MERGED_CELLS, words_of(content)))
        return [tuple(content), *[()] * extra]

    def _add(
        self,
        unit: Unit,
        style: str,
        control: int | None,
        label: str = "",
        findings: tuple[Finding, ...] = (),
    ) -> None:
        open_now = frozenset({*self._open.values(), *self._touched})
        self._touched.clear()
        block = Block(unit, style, self._heading, self._page, label, findings, control, open_now)
        self.body.blocks.append(block)

    def _mark(self, element: etree._Element) -> None:
        """A bookmark or a comment that begins or ends here."""
        kind, mark = str(element.tag).removeprefix(W), value(element, "id")
        match kind:
            case "bookmarkStart":
                self._open_bookmark(value(element, "name"), mark)
            case "bookmarkEnd" if mark in self._open:
                self._touched.add(self._open.pop(mark))
            case "commentRangeStart":
                self._comments[mark] = len(self._runs.pieces)
                self.body.commented.setdefault(mark, len(self.body.blocks))
            case "commentRangeEnd" if mark in self._comments:
                self._quote(mark, self._comments.pop(mark))
            case "commentReference":
                self.body.commented.setdefault(mark, len(self.body.blocks))

    def _open_bookmark(self, name: str, mark: str) -> None:
        if name in self._regions:
            self._open[mark] = self._regions[name]
            self.body.bookmarks.add(self._regions[name])
        self._page = self._draft.pages.get(name, self._page)

    def _quote(self, mark: str, start: int) -> None:
        words = words_of(self._runs.pieces[start:])
        quoted = f"{self.body.quoted.get(mark, '')} {words}".strip()
        self.body.quoted[mark] = quoted

    def _close_comments(self) -> None:
        """A comment that goes on into the next paragraph begins there anew."""
        for mark, start in self._comments.items():
            self._quote(mark, start)
            self._comments[mark] = 0


_LABEL_STYLE = "Etikett"
_WIDEST = 64


def _looks(piece: Piece) -> tuple[bool, bool, str, str]:
    return piece.strong, piece.emphasis, piece.link, piece.number


def _inside(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, also those inside a content control."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", *_CONTAINERS}:
            yield from _inside(child, tag)
