"""The hidden sheet of a form: whose it is, and what stood in every cell when it was written.

With it an answer can be told from a text that was already there, and a changed lock from a
changed answer, whatever program the form was saved by.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

SHEET = "_nycklar"
MARK, VERSION = "rapport-blankett", "1"
_DIGEST, _SHORT = 16, 8


@dataclass(frozen=True)
class FormKeys:
    """Whose form it is and what stood in it.

    ``answers`` are the answers by sheet, row and column key; ``locks`` short digests of each
    row's locked cells, by sheet and row.
    """

    region: str
    occasion: str
    office: str
    answers: dict[tuple[str, str, str], str]
    locks: dict[tuple[str, str], str]

    def rows(self) -> list[tuple[str, ...]]:
        """The rows of the hidden sheet; the first ends with a digest of all the others."""
        body: list[tuple[str, ...]] = [("svar", *key, text) for key, text in self.answers.items()]
        body += [("rad", *key, digest) for key, digest in self.locks.items()]
        head = (MARK, VERSION, self.region, self.occasion, self.office)
        return [(*head, digest_of(part for row in (head, *body) for part in row)), *body]


def keys_in(rows: Iterable[tuple[str, ...]]) -> FormKeys | None:
    """The keys that a hidden sheet holds; nothing when it is not ours or has been changed."""
    filled = [tuple(part for part in row) for row in rows if any(row)]
    if not filled or len(filled[0]) < 6 or filled[0][:2] != (MARK, VERSION):  # noqa: PLR2004
        return None
    head = filled[0]
    answers = {(row[1], row[2], row[3]): row[4] for row in filled[1:] if row[0] == "svar"}
    locks = {(row[1], row[2]): row[3] for row in filled[1:] if row[0] == "rad"}
    keys = FormKeys(head[2], head[3], head[4], answers, locks)
    return keys if keys.rows()[0][5] == head[5] else None


def digest_of(parts: Iterable[str]) -> str:
    """A short digest of some texts in order."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:_DIGEST]


def lock_of(shown: Iterable[str]) -> str:
    """A digest of each of a row's locked cells; blanks and line ends do not matter."""
    return " ".join(digest_of((" ".join(text.split()),))[:_SHORT] for text in shown)


def unlocked(shown: Iterable[str], lock: str) -> Iterator[int]:
    """The places, from 0, of the locked cells that are not what they were."""
    pairs = zip(lock_of(shown).split(), lock.split(), strict=False)
    yield from (place for place, (now, before) in enumerate(pairs) if now != before)


def one_per_line(texts: Iterable[str]) -> Iterator[str]:
    """Texts as a spreadsheet gives them back: line ends as one, no blanks at the ends."""
    for text in texts:
        yield text.replace("\r\n", "\n").replace("\r", "\n").strip()
