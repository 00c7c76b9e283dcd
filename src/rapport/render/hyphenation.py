"""Where a Swedish word may be divided at the end of a printed line ("avstavning").

The patterns that come with WeasyPrint know syllables but no compounds: "Verksamhetsche-ferna".
The parts in ``templates/base/avstavning.txt`` are kept whole, and a word is divided before them.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from weasyprint.text.line_break import pyphen

_BEFORE, _INSIDE = 7, 8
"""Odd divides and even does not; the higher wins, so a part inside another does not divide it."""


@contextlib.contextmanager
def divided_between_parts(templates: Path) -> Iterator[None]:
    """Meanwhile Swedish words are divided by the parts of the region's list."""
    usual = pyphen.LANGUAGES[pyphen.language_fallback("sv")]
    patterns = pyphen.HyphDict(usual)
    for part in _parts(templates):
        _keep_whole(patterns, part)
    patterns.maxlen = max(len(letters) for letters in patterns.patterns)
    before = pyphen.hdcache.get(usual)
    pyphen.hdcache[usual] = patterns
    try:
        yield
    finally:
        if before is None:
            pyphen.hdcache.pop(usual)
        else:
            pyphen.hdcache[usual] = before


def _parts(templates: Path) -> Iterator[str]:
    """The parts in the list; a folder of templates without one divides by syllable only."""
    listed = templates / "base" / "avstavning.txt"
    if listed.is_file():
        lines = (line.strip().lower() for line in listed.read_text("utf-8").splitlines())
        yield from (line for line in lines if line and not line.startswith("#"))


def _keep_whole(patterns: Any, part: str) -> None:  # noqa: ANN401 - the library has no types
    """One pattern more: divide before the part, never inside it; what was known stays known."""
    wanted = [_BEFORE, *[_INSIDE] * (len(part) - 1)]
    start, known = patterns.patterns.get(part, (0, ()))
    padded = [*[0] * start, *known, *[0] * (len(part) + 1)]
    values = [max(ours, theirs) for ours, theirs in zip(wanted, padded, strict=False)]
    patterns.patterns[part] = (0, tuple(values))
