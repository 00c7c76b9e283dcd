"""Edits outside the regions: listed with place and both texts, never applied, never lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from lxml import etree

from rapport.returned.package import Package
from rapport.returned.regions import OutsideLine
from rapport.returned.word_names import W, value

_HEAD_AND_FOOT = "Sidhuvud och sidfot"


@dataclass(frozen=True)
class OutsideEdit:
    """Something that was changed where nothing is read back; empty text is nothing there."""

    heading: str
    page: int | None
    before: str
    after: str


def outside_edits(
    sent: tuple[OutsideLine, ...], returned: tuple[OutsideLine, ...]
) -> tuple[OutsideEdit, ...]:
    """The differences between two files outside their regions, in reading order."""
    before, after = [line.text for line in sent], [line.text for line in returned]
    found: list[OutsideEdit] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for code, i1, i2, j1, j2 in matcher.get_opcodes():
        if code == "equal":
            continue
        place = sent[i1] if i1 < i2 else _place_of_new(sent, i1, returned[j1])
        if i2 - i1 == j2 - j1:
            for one, other in zip(sent[i1:i2], returned[j1:j2], strict=True):
                found.append(OutsideEdit(one.heading, one.page, one.text, other.text))
            continue
        texts = "\n".join(before[i1:i2]), "\n".join(after[j1:j2])
        found.append(OutsideEdit(place.heading, place.page, *texts))
    return tuple(found)


def _place_of_new(sent: tuple[OutsideLine, ...], at: int, new: OutsideLine) -> OutsideLine:
    """Where a new line stands: under the heading it has in the copy."""
    same = next((line for line in sent if line.heading == new.heading), None)
    page = same.page if same else (sent[at - 1].page if at else None)
    return OutsideLine(new.text, new.heading, page)


def head_and_foot_edits(sent: Package, returned: Package) -> tuple[OutsideEdit, ...]:
    """Changes to heads and feet. Programs number these parts as they like, so all go together."""
    before, after = sorted(set(_furniture(sent))), sorted(set(_furniture(returned)))
    gone = [text for text in before if text not in after]
    new = [text for text in after if text not in before]
    if not gone and not new:
        return ()
    return (OutsideEdit(_HEAD_AND_FOOT, None, "\n".join(gone), "\n".join(new)),)


def _furniture(package: Package) -> Iterator[str]:
    """The paragraphs of heads and feet, without what fields compute."""
    for kind in ("header", "footer"):
        for part in package.related(package.document, kind):
            root = package.xml(part)
            for paragraph in () if root is None else root.iter(f"{W}p"):
                if text := _fixed_text(paragraph):
                    yield text


def _fixed_text(paragraph: etree._Element) -> str:
    return " ".join("".join(_own_text(node) for node in _plain_nodes(paragraph)).split())


def _plain_nodes(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The text nodes of a paragraph that stand in no field, and in no text box inside it."""
    depth = 0
    for node in paragraph.iter(f"{W}fldChar", f"{W}t", f"{W}tab", f"{W}br"):
        if next(node.iterancestors(f"{W}p")) is not paragraph:
            continue
        if node.tag == f"{W}fldChar":
            depth += {"begin": 1, "end": -1}.get(value(node, "fldCharType"), 0)
        elif depth <= 0 and next(node.iterancestors(f"{W}fldSimple"), None) is None:
            yield node


def _own_text(node: etree._Element) -> str:
    return (node.text or "") if node.tag == f"{W}t" else " "
