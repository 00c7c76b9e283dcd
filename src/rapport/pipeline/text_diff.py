"""The differences between two versions of a text, as lines to read on a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

_BESIDE = 8
"""Words shown on each side of a difference in a long paragraph."""

_WORDS = re.compile(r"(?:\{\{.*?\}\}|\S)+", re.DOTALL)


def diff_lines(before: str, after: str) -> Iterator[str]:
    """The lines that differ between two versions of a text: "-" before and "+" after.

    Of a long paragraph only the words around each difference are shown.
    """
    old, new = before.strip("\n").split("\n"), after.strip("\n").split("\n")
    for code, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if code == "equal":
            continue
        gone, come = old[i1:i2], new[j1:j2]
        if len(gone) == len(come):
            pairs = [around(*pair) for pair in zip(gone, come, strict=True)]
            gone, come = [one for one, _ in pairs], [other for _, other in pairs]
        yield from (f"  - {line}" for line in gone if line)
        yield from (f"  + {line}" for line in come if line)


def around(one: str, other: str) -> tuple[str, str]:
    """Two versions of a line without the long stretches that are the same in both.

    >>> around("a b c", "a x c")
    ('a b c', 'a x c')
    """
    words, others = _WORDS.findall(one), _WORDS.findall(other)
    codes = SequenceMatcher(None, words, others, autojunk=False).get_opcodes()
    old: list[str] = []
    new: list[str] = []
    for place, (code, i1, i2, j1, j2) in enumerate(codes):
        if code == "equal":
            first, last = place == 0, place == len(codes) - 1
            shown = _ends(words[i1:i2], first=first, last=last)
            old += shown
            new += shown
        else:
            old += words[i1:i2]
            new += others[j1:j2]
    return " ".join(old), " ".join(new)


def _ends(words: list[str], *, first: bool, last: bool) -> list[str]:
    """What of a stretch stands next to a difference; the rest is told by three dots."""
    head = [] if first else words[:_BESIDE]
    tail = [] if last else words[-_BESIDE:]
    if len(words) <= len(head) + len(tail) + 1:
        return words
    return [*head, "[…]", *tail]
