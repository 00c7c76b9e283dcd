"""Units that stand in a heading instead of after each number: "Kostnad (tkr)", "Andel, %"."""

from __future__ import annotations

import re

_UNIT = "%|procent|kr|kronor|tkr|mnkr|mkr|mdkr"
_IN_HEADING = re.compile(
    rf"\((?:i )?({_UNIT})\)|\[(?:i )?({_UNIT})\]|, ?(?:i )?({_UNIT})| (%|tkr|mnkr|mkr|mdkr)",
    re.IGNORECASE,
)
_SAME = {"procent": "%", "kronor": "kr", "mkr": "mnkr"}


def unit_in(heading: str) -> str:
    """The unit at the end of a heading, as it would stand after a number; else empty.

    >>> unit_in("Kostnad (tkr)"), unit_in("Antal besök")
    ('tkr', '')
    """
    end = next((m for m in _IN_HEADING.finditer(heading) if m.end() == len(heading.rstrip())), None)
    word = next((part for part in end.groups() if part), "").casefold() if end else ""
    return _SAME.get(word, word)
