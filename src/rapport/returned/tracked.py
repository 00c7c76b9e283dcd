"""Tracked changes ("spårade ändringar") in a Word tree: accepted or set aside, and listed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from lxml import etree

from rapport.returned.word_names import W, raw_text, value


class Tracking(StrEnum):
    """What becomes of tracked changes: they are taken as accepted, or only listed."""

    ACCEPTED = "godtagna"
    LISTED = "bara listade"


class ChangeKind(StrEnum):
    """What a tracked change does."""

    INSERTED = "infogat"
    DELETED = "borttaget"
    MOVED_FROM = "flyttat härifrån"
    MOVED_TO = "flyttat hit"


@dataclass(frozen=True)
class TrackedChange:
    """A tracked change: what, by whom, when, and the words; ``paragraph`` is where it stands."""

    kind: ChangeKind
    author: str
    date: str
    text: str
    paragraph: etree._Element | None


_KINDS = {
    f"{W}ins": ChangeKind.INSERTED,
    f"{W}del": ChangeKind.DELETED,
    f"{W}moveFrom": ChangeKind.MOVED_FROM,
    f"{W}moveTo": ChangeKind.MOVED_TO,
}
_COMING = frozenset({f"{W}ins", f"{W}moveTo"})
_GOING = frozenset({f"{W}del", f"{W}moveFrom"})
_PARAGRAPH_END = "↵"


def settle(root: etree._Element, tracking: Tracking) -> tuple[TrackedChange, ...]:
    """Take the tracked changes out of a tree, and tell what they were.

    Accepted, what was inserted is ordinary text and what was deleted is gone; listed, it is
    the other way round: the tree is as it was before them.
    """
    found = tuple(_listed(root))
    merged: dict[etree._Element, etree._Element] = {}
    unwrapped, dropped = (_COMING, _GOING) if tracking is Tracking.ACCEPTED else (_GOING, _COMING)
    _settle_rows(root, dropped)
    _settle_marks(root, dropped, merged)
    for element in list(root.iter(*dropped)):
        if _is_content(element):
            _remove(element)
    for element in list(root.iter(*unwrapped)):
        if _is_content(element):
            _unwrap(element)
    for words in list(root.iter(f"{W}delText")):
        words.tag = f"{W}t"
    for code in list(root.iter(f"{W}delInstrText")):
        code.tag = f"{W}instrText"
    return tuple(replace(change, paragraph=_standing(change, merged)) for change in found)


def _standing(
    change: TrackedChange, merged: dict[etree._Element, etree._Element]
) -> etree._Element | None:
    """The paragraph where a change stands when paragraphs have run together."""
    place = change.paragraph
    while place is not None and place in merged:
        place = merged[place]
    return place


def _listed(root: etree._Element) -> Iterator[TrackedChange]:
    """Every change with words or a paragraph's end; neighbours by one author as one."""
    last: TrackedChange | None = None
    for element in root.iter(*_KINDS):
        text = raw_text(element) if _is_content(element) else _text_of_mark(element)
        if not text:
            continue
        change = TrackedChange(
            _KINDS[element.tag],
            value(element, "author"),
            value(element, "date"),
            text,
            _paragraph_of(element),
        )
        if last is not None and _is_same(last, change):
            joined = f"{last.text} {change.text}"
            last = TrackedChange(last.kind, last.author, last.date, joined, last.paragraph)
            continue
        if last is not None:
            yield last
        last = change
    if last is not None:
        yield last


def _paragraph_of(element: etree._Element) -> etree._Element | None:
    """The paragraph of a change; for a table row one that stays if the row goes."""
    row = next(element.iterancestors(f"{W}tr"), None)
    if (
        row is None
        or _is_content(element)
        or next(element.iterancestors(f"{W}p"), None) is not None
    ):
        return next(element.iterancestors(f"{W}p"), None)
    table = next(element.iterancestors(f"{W}tbl"))
    others = (p for p in table.iter(f"{W}p") if next(p.iterancestors(f"{W}tr")) is not row)
    return next(others, next(row.iter(f"{W}p"), None))


def _is_same(one: TrackedChange, other: TrackedChange) -> bool:
    kept = (one.kind, one.author, one.paragraph) == (other.kind, other.author, other.paragraph)
    return kept and one.paragraph is not None


def _text_of_mark(element: etree._Element) -> str:
    """A paragraph's end, or the words of a table row."""
    owner = element.getparent()
    if owner is None:
        return ""
    if owner.tag == f"{W}rPr":
        holder = owner.getparent()
        return _PARAGRAPH_END if holder is not None and holder.tag == f"{W}pPr" else ""
    row = owner.getparent() if owner.tag == f"{W}trPr" else None
    return raw_text(row) if row is not None else ""


def _is_content(element: etree._Element) -> bool:
    """Whether a change holds content, rather than telling of a paragraph's end or a row."""
    owner = element.getparent()
    return owner is not None and owner.tag not in {f"{W}rPr", f"{W}trPr", f"{W}numPr", f"{W}tcPr"}


def _settle_rows(root: etree._Element, dropped: frozenset[str]) -> None:
    """Table rows and cells that a change takes away."""
    cell_mark = f"{W}cellDel" if f"{W}del" in dropped else f"{W}cellIns"
    for row in list(root.iter(f"{W}tr")):
        marks = [mark for look in row.iterchildren(f"{W}trPr") for mark in look]
        if any(mark.tag in dropped for mark in marks):
            _remove(row)
    for mark in list(root.iter(cell_mark)):
        cell = next(mark.iterancestors(f"{W}tc"), None)
        if cell is not None:
            _remove(cell)
    for table in list(root.iter(f"{W}tbl")):
        if table.find(f".//{W}tc") is None:
            _remove(table)


def _settle_marks(
    root: etree._Element,
    dropped: frozenset[str],
    merged: dict[etree._Element, etree._Element],
) -> None:
    """Paragraphs whose end a change takes away run on into the next one.

    From the last to the first, so that several in a row become one.
    """
    for paragraph in reversed(list(root.iter(f"{W}p"))):
        marks = paragraph.find(f"{W}pPr/{W}rPr")
        if marks is None or not any(mark.tag in dropped for mark in marks):
            continue
        words = [node for node in paragraph if node.tag != f"{W}pPr"]
        after = _next_paragraph(paragraph)
        if after is not None:
            start = 1 if len(after) and after[0].tag == f"{W}pPr" else 0
            for place, node in enumerate(words):
                after.insert(start + place, node)
            merged[paragraph] = after
            _remove(paragraph)
        elif all(node.tag in dropped or not raw_text(node) for node in words):
            _keep_bookmarks(paragraph)
            _remove(paragraph)


def _next_paragraph(paragraph: etree._Element) -> etree._Element | None:
    """The paragraph that stands right after, past marks that are no content."""
    after = paragraph.getnext()
    while after is not None and after.tag not in {f"{W}p", f"{W}tbl", f"{W}sdt", f"{W}sectPr"}:
        after = after.getnext()
    return after if after is not None and after.tag == f"{W}p" else None


def _keep_bookmarks(paragraph: etree._Element) -> None:
    """Bookmarks of a paragraph that goes stand beside it, so that no pair is broken."""
    for mark in list(paragraph.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        paragraph.addprevious(mark)


def _remove(element: etree._Element) -> None:
    owner = element.getparent()
    if owner is not None:
        for mark in list(element.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            element.addprevious(mark)
        owner.remove(element)


def _unwrap(element: etree._Element) -> None:
    """The element's content in its place."""
    owner = element.getparent()
    if owner is None:
        return
    for child in list(element):
        element.addprevious(child)
    owner.remove(element)
