"""Which blocks of a returned file belong to which region, and what stands outside all of them.

A region is found by its content control; where a program has dropped that, by its bookmark; and
where that is gone too, by the styles of its paragraphs and their likeness to what was sent out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from rapport.report.origin import UnitKind
from rapport.returned.content import Finding, FindingKind, Unit, words_of
from rapport.returned.draft import Draft, RegionMark
from rapport.returned.reading import Block, Body

_ALIKE = 0.5


class FoundBy(StrEnum):
    """What a region was found by in a returned file."""

    CONTROL = "innehållskontroll"
    BOOKMARK = "bokmärke"
    STYLE = "formatmall"


@dataclass(frozen=True)
class RegionReading:
    """A region as it stands in a file: its units, and what in it cannot be text.

    ``found_by`` is None when the region is not in the file. ``page`` is that of the heading
    above in the draft.
    """

    mark: RegionMark
    units: tuple[Unit, ...]
    findings: tuple[Finding, ...]
    found_by: FoundBy | None
    heading: str
    page: int | None


@dataclass(frozen=True)
class OutsideLine:
    """A paragraph or table row outside the regions, without what Word computes."""

    text: str
    heading: str
    page: int | None


@dataclass(frozen=True)
class Layout:
    """A file divided into regions, in the order of the draft, and the lines between them."""

    regions: tuple[RegionReading, ...]
    outside: tuple[OutsideLine, ...]
    owners: Mapping[int, int]


def draft_layout(body: Body, draft: Draft) -> Layout:
    """The draft as it was sent out, where every region has its content control."""
    owners = {i: b.control for i, b in enumerate(body.blocks) if b.control is not None}
    return _layout(body, draft, owners)


def copy_layout(body: Body, draft: Draft, sent: Layout) -> Layout:
    """A returned copy, divided as the draft that was ``sent``."""
    owners: dict[int, int] = {}
    for index, block in enumerate(body.blocks):
        owner = _marked_owner(block, body)
        if owner is not None:
            owners[index] = owner
    _by_likeness(body, draft, sent, owners)
    _by_neighbours(body, draft, owners)
    return _layout(body, draft, owners)


def _marked_owner(block: Block, body: Body) -> int | None:
    """The region of a block by content control, else by bookmark."""
    if block.control is not None:
        return block.control
    by_bookmark = sorted(block.bookmarks - body.controls)
    return by_bookmark[0] if by_bookmark else None


def _by_likeness(body: Body, draft: Draft, sent: Layout, owners: dict[int, int]) -> None:
    """Paragraphs in an editable style without marks go to the lost region they resemble most."""
    known = {*owners.values(), *body.controls, *body.bookmarks}
    lost = [i for i in range(len(draft.regions)) if i not in known]
    if not lost:
        return
    for index in _orphans(body, draft, owners):
        words = body.blocks[index].unit.words
        ratios = [
            (_likeness(words, unit.words), region)
            for region in lost
            for unit in sent.regions[region].units
        ]
        best, region = max(ratios, key=lambda each: (each[0], -each[1]), default=(0.0, 0))
        if best >= _ALIKE:
            owners[index] = region


def _by_neighbours(body: Body, draft: Draft, owners: dict[int, int]) -> None:
    """What is left in an editable style belongs to the region it stands next to."""
    for index in _orphans(body, draft, owners):
        before = _beside(body, index, -1)
        if before in owners:
            owners[index] = owners[before]
    for index in reversed(list(_orphans(body, draft, owners))):
        after = _beside(body, index, 1)
        if after in owners:
            owners[index] = owners[after]
    _between(owners)


def _between(owners: dict[int, int]) -> None:
    """What stands between two blocks of a region is in it, whatever it looks like: a table."""
    ends: dict[int, tuple[int, int]] = {}
    for index in sorted(owners):
        first, _ = ends.get(owners[index], (index, index))
        ends[owners[index]] = (first, index)
    for region, (first, last) in ends.items():
        inside = range(first, last + 1)
        if all(owners.get(index, region) == region for index in inside):
            owners.update(dict.fromkeys(inside, region))


def _orphans(body: Body, draft: Draft, owners: Mapping[int, int]) -> Iterator[int]:
    for index, block in enumerate(body.blocks):
        if index not in owners and block.style in draft.editable_styles and block.unit.words:
            yield index


def _beside(body: Body, index: int, step: int) -> int:
    """The nearest block before or after that has words."""
    index += step
    while 0 <= index < len(body.blocks) and not body.blocks[index].unit.words:
        index += step
    return index


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    return matcher.ratio()


def _layout(body: Body, draft: Draft, owners: Mapping[int, int]) -> Layout:
    of_region: dict[int, list[Block]] = {}
    outside: list[OutsideLine] = []
    for index, block in enumerate(body.blocks):
        owner = owners.get(index)
        if owner is None:
            outside += [OutsideLine(text, block.heading, block.page) for text in _lines(block)]
            continue
        of_region.setdefault(owner, []).append(block)
        if block.label.strip():
            outside.append(OutsideLine(block.label.strip(), block.heading, block.page))
    regions = tuple(
        _region(mark, of_region.get(i, []), _found_by(i, body, of_region))
        for i, mark in enumerate(draft.regions)
    )
    return Layout(regions, tuple(outside), owners)


def _found_by(region: int, body: Body, of_region: Mapping[int, list[Block]]) -> FoundBy | None:
    if region in body.controls:
        return FoundBy.CONTROL
    if region in body.bookmarks:
        return FoundBy.BOOKMARK
    return FoundBy.STYLE if region in of_region else None


def _region(mark: RegionMark, blocks: list[Block], found_by: FoundBy | None) -> RegionReading:
    first = blocks[0] if blocks else None
    return RegionReading(
        mark,
        tuple(block.unit for block in blocks if block.unit.words),
        tuple(finding for block in blocks for finding in block.findings),
        found_by,
        first.heading if first else "",
        first.page if first else None,
    )


_SAID_OUTSIDE = frozenset(
    {
        FindingKind.TEXT_BOX,
        FindingKind.FOOTNOTE,
        FindingKind.HIDDEN,
        FindingKind.FORMULA,
        FindingKind.EMBEDDED,
        FindingKind.PICTURE,
    }
)


def _lines(block: Block) -> Iterator[str]:
    """What a block outside the regions says."""
    if block.unit.kind is UnitKind.TABLE:
        for row in block.unit.rows:
            cells = [words_of(p for p in cell if not p.computed) for cell in row]
            if any(cells):
                yield " | ".join(cells)
    elif words := words_of(piece for piece in block.unit.pieces if not piece.computed):
        yield words
    for finding in block.findings:
        if finding.kind in _SAID_OUTSIDE:
            yield f"[{finding.kind}] {finding.text}".strip()
