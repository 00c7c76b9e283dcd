"""A returned copy of a draft: what its reviewer changed, remarked on and should not have."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rapport.returned.content import Finding, FindingKind, Piece, Unit, plain
from rapport.returned.draft import Draft, NumberMark, RegionMark, draft_of
from rapport.returned.markdown import spliced, unit_markdown
from rapport.returned.notes import WordComment, comments_of
from rapport.returned.numbers import Restored, WrittenOver, restored
from rapport.returned.outside import OutsideEdit, head_and_foot_edits, outside_edits
from rapport.returned.package import Package, open_package
from rapport.returned.parts import Part, Source, aligned, pairs_of, source_of
from rapport.returned.reading import Body, read_body
from rapport.returned.regions import FoundBy, Layout, RegionReading, copy_layout, draft_layout
from rapport.returned.tracked import ChangeKind, Tracking


class Fate(StrEnum):
    """What the reviewer did with a text."""

    UNCHANGED = "oförändrad"
    CHANGED = "ändrad"
    EMPTIED = "tömd"
    MISSING = "borttagen"


@dataclass(frozen=True)
class EditedText:
    """One region of a copy: its text's source as sent out, and its parts as they came back.

    ``words`` are its words alone, with bound numbers as expressions. ``heading`` and ``page``
    are where it stands in the draft.
    """

    mark: RegionMark
    fate: Fate
    source: Source
    parts: tuple[Part, ...]
    words: str
    written_over: tuple[WrittenOver, ...]
    findings: tuple[Finding, ...]
    found_by: FoundBy | None
    heading: str
    page: int | None


@dataclass(frozen=True)
class Remark:
    """A review remark ("anmärkning"): a Word comment with its place and what it is about.

    ``key`` is the text it stands in, empty outside all texts. ``answers`` is the id of the
    remark it replies to.
    """

    id: str
    author: str
    date: str
    text: str
    quoted: str
    key: str
    heading: str
    page: int | None
    answers: str
    done: bool


@dataclass(frozen=True)
class ListedChange:
    """A tracked change as a reader should see it: what, who, when, where and the words."""

    kind: ChangeKind
    author: str
    date: str
    text: str
    key: str
    heading: str


@dataclass(frozen=True)
class Copy:
    """Everything in one returned file. ``modified`` is the ISO date it was last saved."""

    name: str
    draft: Draft
    modified: str
    texts: tuple[EditedText, ...]
    outside: tuple[OutsideEdit, ...]
    remarks: tuple[Remark, ...]
    changes: tuple[ListedChange, ...]


def read_copy(
    content: bytes, name: str, tracking: Tracking, draft_file: bytes | None = None
) -> Copy:
    """Read a returned Word file against the draft it carries, or against a draft's own file.

    Raises:
        FileRefused: the file cannot be read, may not be, or is no copy of a draft.
    """
    package = open_package(content, name)
    draft = draft_of(package if draft_file is None else open_package(draft_file, name))
    body = read_body(package, draft, tracking)
    sent_body = read_body(draft.package, draft, Tracking.ACCEPTED)
    sent = draft_layout(sent_body, draft)
    returned = copy_layout(body, draft, sent)
    outside = outside_edits(sent.outside, returned.outside)
    return Copy(
        name,
        draft,
        _modified(package),
        tuple(_texts(draft, sent, returned)),
        (*outside, *head_and_foot_edits(draft.package, package)),
        _remarks(comments_of(package), body, returned),
        _changes(body, returned),
    )


def _texts(draft: Draft, sent: Layout, returned: Layout) -> list[EditedText]:
    marks = {mark.bookmark: mark for region in draft.regions for mark in region.numbers}
    return [
        _text(before, after, marks, _numbers_elsewhere(returned, place))
        for place, (before, after) in enumerate(zip(sent.regions, returned.regions, strict=True))
    ]


def _numbers_elsewhere(returned: Layout, place: int) -> frozenset[str]:
    """The bound numbers that stand in other regions, where someone may have moved them."""
    return frozenset(
        piece.number
        for index, region in enumerate(returned.regions)
        if index != place
        for unit in region.units
        for cell in [cell for row in unit.rows for cell in row] or [unit.pieces]
        for piece in cell
        if piece.number
    )


def _text(
    sent: RegionReading,
    returned: RegionReading,
    marks: dict[str, NumberMark],
    elsewhere: frozenset[str],
) -> EditedText:
    mark = sent.mark
    source = source_of(mark.markdown, mark.units)
    back = restored(returned.units, sent.units, mark, marks, elsewhere)
    fate = _fate(sent, returned, back)
    is_changed = fate is Fate.CHANGED
    parts = _parts(source, sent.units, back.units, marks) if is_changed else source.parts
    if fate is Fate.CHANGED and parts == source.parts:
        fate = Fate.UNCHANGED
    lost = fate in {Fate.EMPTIED, Fate.MISSING}
    kinds = {FindingKind.LOST_NUMBER} if lost else set()
    findings = (*_new(sent.findings, returned.findings), *back.findings)
    return EditedText(
        mark,
        fate,
        source,
        parts,
        _words(back.units, marks),
        back.written_over,
        tuple(finding for finding in findings if finding.kind not in kinds),
        returned.found_by,
        returned.heading or sent.heading,
        sent.page,
    )


def _fate(sent: RegionReading, returned: RegionReading, back: Restored) -> Fate:
    if returned.found_by is None:
        return Fate.MISSING
    if not back.units:
        return Fate.EMPTIED if sent.units else Fate.UNCHANGED
    same = [_key(u) for u in sent.units] == [_key(u) for u in back.units]
    return Fate.UNCHANGED if same else Fate.CHANGED


def _key(unit: Unit) -> tuple[object, ...]:
    """What makes two units the same: kind, words with looks, and bound numbers in order."""
    cells = [cell for row in unit.rows for cell in row] or [unit.pieces]
    numbers = tuple(piece.number for cell in cells for piece in cell if piece.number)
    return unit.kind, unit.looks, numbers, tuple(len(row) for row in unit.rows)


def _parts(
    source: Source,
    sent: tuple[Unit, ...],
    returned: tuple[Unit, ...],
    marks: dict[str, NumberMark],
) -> tuple[Part, ...]:
    """The returned units as parts: the source's own where equal, else written anew."""
    known = source.parts if len(source.parts) == len(sent) else ()
    same = {_key(unit): part for unit, part in zip(sent, known, strict=False)}
    near = pairs_of([unit.words for unit in sent], [unit.words for unit in returned])
    made = []
    for place, unit in enumerate(returned):
        part = same.get(_key(unit))
        if part is None:
            text = unit_markdown(unit, marks)
            if known and place in near:
                text = spliced(known[near[place]].text, text, unit.kind)
            part = Part(unit.kind, text)
        made.append(part)
    return aligned(source.parts, made)


def _words(units: tuple[Unit, ...], marks: dict[str, NumberMark]) -> str:
    """The words of units, with every bound number as its expression."""
    told = [
        marks[piece.number].expression if piece.number in marks else piece.text
        for unit in units
        for cell in [*[cell for row in unit.rows for cell in row], unit.pieces]
        for piece in (*cell, Piece(" "))
    ]
    return plain("".join(told))


def _new(before: tuple[Finding, ...], after: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Findings that were not in the draft, each once."""
    return tuple(dict.fromkeys(finding for finding in after if finding not in before))


def _remarks(comments: tuple[WordComment, ...], body: Body, layout: Layout) -> tuple[Remark, ...]:
    found = []
    for comment in comments:
        anchor = comment.parent if comment.id not in body.commented else comment.id
        index = body.commented.get(anchor)
        key, heading, page = _place(index, body, layout)
        quoted = body.quoted.get(anchor, "")
        text, parent = comment.text, comment.parent
        found.append(
            Remark(comment.id, comment.author, comment.date, text, quoted, key, heading, page,
                   parent, comment.done)
        )  # fmt: skip
    return tuple(found)


def _changes(body: Body, layout: Layout) -> tuple[ListedChange, ...]:
    found = []
    for change in body.changes:
        index = None if change.paragraph is None else body.block_of.get(change.paragraph)
        key, heading, _ = _place(index, body, layout)
        found.append(
            ListedChange(change.kind, change.author, change.date, change.text, key, heading)
        )
    return tuple(found)


def _place(index: int | None, body: Body, layout: Layout) -> tuple[str, str, int | None]:
    """The text, heading and page of a block."""
    if index is None or index >= len(body.blocks):
        return "", "", None
    owner = layout.owners.get(index)
    block = body.blocks[index]
    key = "" if owner is None else layout.regions[owner].mark.key
    return key, block.heading, block.page


def _modified(package: Package) -> str:
    """The day the file was last saved, as it says itself; empty when it does not."""
    for part in package.related("", "core-properties"):
        root = package.xml(part)
        for element in () if root is None else root.iter("{http://purl.org/dc/terms/}modified"):
            return (element.text or "")[:10]
    return ""
