"""A text's Markdown in parts that can be compared, exchanged and put together again.

A part that nobody changed keeps the very characters of its source, blank lines around it
included, so that a small edit is a small difference in the file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise

from rapport.report.origin import SourceUnit, UnitKind

_MARKER = re.compile(r"(?P<indent> {0,3})(?P<mark>[-*+]|(?P<number>\d{1,9})[.)])(?P<gap>[ \t]+|$)")
_HEADING = re.compile(r"(?P<mark> {0,3}#{1,6}[ \t]+)(?P<text>.*?)(?:[ \t]+#+)?$")
_UNDERLINE = re.compile(r"\n {0,3}(?:=+|-+)[ \t]*$")
_ALIKE = 0.4
_LISTS = frozenset({UnitKind.BULLET, UnitKind.NUMBER})


@dataclass(frozen=True)
class Part:
    """A part of a text: its kind and its content without list mark or heading mark.

    ``written`` is how it stands in its source; empty for a part that is new. ``origin`` is
    which part of the draft's text it is, or None.
    """

    kind: UnitKind
    text: str
    written: str = field(default="", compare=False)
    origin: int | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Source:
    """A text's Markdown in parts; ``gaps`` are what stands before, between and after them."""

    parts: tuple[Part, ...]
    gaps: tuple[str, ...]

    @property
    def whole(self) -> str:
        """The Markdown again."""
        return _woven(self.gaps, [part.written for part in self.parts])


def source_of(markdown: str, units: Sequence[SourceUnit]) -> Source:
    """A text's Markdown divided as its ``units`` say."""
    lines = markdown.split("\n")
    parts, gaps, at = [], [], 0
    for place, unit in enumerate(units):
        written = "\n".join(lines[unit.first : unit.end])
        gaps.append("".join(f"{line}\n" for line in lines[at : unit.first]))
        parts.append(Part(unit.kind, _content(unit.kind, written), written, place))
        at = unit.end
    gaps.append("".join(f"\n{line}" for line in lines[at:]))
    # The end of the last line of each part belongs to the gap after it.
    inner = [f"\n{gap}" for gap in gaps[1:-1]]
    return Source(tuple(parts), (gaps[0], *inner, gaps[-1]) if parts else (markdown,))


def _woven(gaps: Sequence[str], written: Sequence[str]) -> str:
    pieces = [gaps[0]]
    for text, gap in zip(written, gaps[1:], strict=True):
        pieces += [text, gap]
    return "".join(pieces)


def _content(kind: UnitKind, written: str) -> str:
    """A part without its mark; the following lines of an item without their indent."""
    if kind in _LISTS and (match := _MARKER.match(written)):
        first, *more = written[match.end() :].split("\n")
        return "\n".join([first, *(line.strip() for line in more)]).strip()
    if kind is UnitKind.LABEL:
        if match := _HEADING.fullmatch(written):
            return match["text"].strip()
        return _UNDERLINE.sub("", written).strip()
    return written.strip()


def aligned(base: Sequence[Part], parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts, each with the part of the base that it is a version of."""
    keys, others = [(p.kind, p.text) for p in base], [(p.kind, p.text) for p in parts]
    matcher = SequenceMatcher(None, keys, others, autojunk=False)
    origins: dict[int, int] = {}
    for code, i1, i2, j1, j2 in matcher.get_opcodes():
        if code == "equal":
            origins.update(zip(range(j1, j2), range(i1, i2), strict=True))
        elif code == "replace":
            texts = [p.text for p in base[i1:i2]], [p.text for p in parts[j1:j2]]
            origins.update({j1 + j: i1 + i for j, i in pairs_of(*texts).items()})
    return tuple(
        Part(part.kind, part.text, part.written, origins.get(place))
        for place, part in enumerate(parts)
    )


def pairs_of(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """Which of the texts before each text after is a version of, in order, by likeness."""
    if len(before) == len(after) == 1:
        return {0: 0}
    found: dict[int, int] = {}
    start = 0
    for place, text in enumerate(after):
        ratios = [
            (SequenceMatcher(None, before[i], text, autojunk=False).ratio(), -i)
            for i in range(start, len(before))
        ]
        best, index = max(ratios, default=(0.0, 0))
        if best >= _ALIKE:
            found[place] = -index
            start = -index + 1
    return found


def assembled(base: Source, parts: Sequence[Part]) -> str:
    """A text put together from parts, with the base's own gaps where its neighbours remain."""
    if not parts:
        return ""
    written = _written(base, parts)
    gaps = [base.gaps[0]]
    for one, other in pairwise(parts):
        follow = _is_as_sent(base, one) and _is_as_sent(base, other)
        follow = follow and one.origin is not None and other.origin == one.origin + 1
        usual = "\n" if one.kind is other.kind and one.kind in _LISTS else "\n\n"
        gaps.append(base.gaps[one.origin + 1] if follow and one.origin is not None else usual)
    gaps.append(base.gaps[-1] if base.parts else "\n")
    kept = "".join(gaps)
    lost = [gap.strip("\n") for gap in base.gaps if gap.strip() and gap not in kept]
    after = "".join(f"\n\n{gap}\n" for gap in lost)
    return _woven(gaps, written).rstrip("\n") + (after or "\n")


def _is_as_sent(base: Source, part: Part) -> bool:
    """Whether a part is still of the kind it was, so that the blank lines around it fit."""
    return part.origin is not None and base.parts[part.origin].kind is part.kind


def _written(base: Source, parts: Sequence[Part]) -> list[str]:
    """Each part as it will stand, with list marks in order and in the manner of the text."""
    bullet = next((_mark(p) for p in base.parts if p.kind is UnitKind.BULLET), "- ")
    numbers = [_number(p) for p in base.parts if p.kind is UnitKind.NUMBER]
    counts = not (len(numbers) > 1 and len(set(numbers)) == 1)
    as_sent = _steps(parts) == _steps(base.parts)
    heading = next((m["mark"] for p in base.parts if (m := _HEADING.fullmatch(p.written))), "### ")
    made: list[str] = []
    position = 0
    for part in parts:
        position = position + 1 if part.kind is UnitKind.NUMBER else 0
        match part.kind:
            case UnitKind.BULLET:
                made.append(part.written or _item(bullet, part.text))
            case UnitKind.NUMBER:
                number = position if counts else numbers[0]
                keep = part.written and (as_sent or _number(part) == number)
                made.append(part.written if keep else _item(f"{number}. ", part.text))
            case UnitKind.LABEL:
                made.append(part.written or f"{heading}{part.text}")
            case UnitKind.PARAGRAPH | UnitKind.TABLE:
                made.append(part.written or part.text)
    return made


def _steps(parts: Sequence[Part]) -> list[str]:
    """The numbered items, whose numbers stay as they are while nobody touches them."""
    return [part.text for part in parts if part.kind is UnitKind.NUMBER]


def _mark(part: Part) -> str:
    match = _MARKER.match(part.written)
    return f"{match['mark']}{match['gap'] or ' '}" if match else "- "


def _number(part: Part) -> int:
    match = _MARKER.match(part.written)
    return int(match["number"]) if match and match["number"] else 0


def _item(mark: str, text: str) -> str:
    """A list item; its further lines are indented so that they stay in it."""
    first, *more = text.split("\n")
    return "\n".join([f"{mark}{first}", *(" " * len(mark) + line for line in more)])
