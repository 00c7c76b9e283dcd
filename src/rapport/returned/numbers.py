"""Bound numbers put back in an edited text: unchanged, moved, deleted, or written over by hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from rapport.report.origin import UnitKind
from rapport.returned.content import (
    Finding,
    FindingKind,
    Piece,
    Pieces,
    Unit,
    same_figure,
)
from rapport.returned.draft import NumberMark, RegionMark

_CONTEXTS = (24, 12, 6)
_LONGEST_REPLACEMENT = 60


@dataclass(frozen=True)
class WrittenOver:
    """A bound number that someone changed by hand, and what they wrote."""

    mark: NumberMark
    written: str


@dataclass(frozen=True)
class Restored:
    """A text with its bound numbers back in place, and what was wrong with them."""

    units: tuple[Unit, ...]
    written_over: tuple[WrittenOver, ...]
    findings: tuple[Finding, ...]


def restored(
    units: tuple[Unit, ...],
    sent: tuple[Unit, ...],
    region: RegionMark,
    marks: Mapping[str, NumberMark],
    elsewhere: frozenset[str],
) -> Restored:
    """Find every bound number of a region again.

    ``sent`` are the region's units in the draft, ``marks`` all bound numbers of the draft by
    bookmark, and ``elsewhere`` those that stand in other regions of the copy.
    """
    work = _Restoring(list(units), marks)
    work.by_marks()
    for mark in region.numbers:
        if mark.bookmark in {*work.seen, *elsewhere}:
            continue
        if not work.by_value(mark) and not work.by_context(mark, sent):
            text = f"{mark.expression} ({mark.value})"
            work.findings.append(Finding(FindingKind.LOST_NUMBER, text))
    return Restored(tuple(work.units), tuple(work.written_over), tuple(work.findings))


class _Restoring:
    """The work on one region."""

    def __init__(self, units: list[Unit], marks: Mapping[str, NumberMark]) -> None:
        self.units = units
        self.marks = marks
        self.seen: set[str] = set()
        self.written_over: list[WrittenOver] = []
        self.findings: list[Finding] = []

    def by_marks(self) -> None:
        """Numbers whose content control or bookmark is still there."""
        self.units = [_with_pieces(unit, self._checked) for unit in self.units]

    def _checked(self, pieces: Pieces) -> Pieces:
        made: list[Piece] = []
        for piece in _joined(pieces):
            mark = self.marks.get(piece.number)
            made += [replace(piece, number="")] if mark is None else self._of_mark(piece, mark)
        return tuple(made)

    def _of_mark(self, piece: Piece, mark: NumberMark) -> list[Piece]:
        if not piece.text.strip():
            return [replace(piece, number="")]
        self.seen.add(mark.bookmark)
        bound = replace(piece, text=mark.value)
        if same_figure(piece.text, mark.value):
            return [bound]
        found = _value_in(mark.value, piece.text)
        if found is not None:
            before, after = piece.text[: found[0]], piece.text[found[1] :]
            return [replace(piece, text=before, number=""), bound, _plain(piece, after)]
        self.written_over.append(WrittenOver(mark, piece.text.strip()))
        return [bound]

    def by_value(self, mark: NumberMark) -> bool:
        """A number whose marks are gone but that still stands as it was printed."""
        for index, unit in enumerate(self.units):
            for spot, piece in _spots(unit):
                span = None if piece.number else _value_in(mark.value, piece.text)
                if span is not None:
                    self._put(index, spot, piece, span, mark)
                    return True
        return False

    def by_context(self, mark: NumberMark, sent: tuple[Unit, ...]) -> bool:
        """A number whose marks are gone and where something else stands between its words."""
        before, after = _surroundings(mark, sent)
        for size in _CONTEXTS:
            left, right = before[-size:], after[:size]
            if not (left.strip() or right.strip()):
                continue
            for index, unit in enumerate(self.units):
                for spot, piece in _spots(unit):
                    span = None if piece.number else _between(piece.text, left, right)
                    if span is not None and _is_replacement(piece.text[slice(*span)], mark.value):
                        written = piece.text[slice(*span)].strip()
                        self.written_over.append(WrittenOver(mark, written))
                        self._put(index, spot, piece, span, mark)
                        return True
        return False

    def _put(
        self,
        index: int,
        spot: tuple[int, int, int],
        piece: Piece,
        span: tuple[int, int],
        mark: NumberMark,
    ) -> None:
        """Put a bound number in place of a stretch of a piece."""
        bound = replace(piece, text=mark.value, number=mark.bookmark)
        parts = (_plain(piece, piece.text[: span[0]]), bound, _plain(piece, piece.text[span[1] :]))
        self.units[index] = _exchanged(self.units[index], spot, parts)
        self.seen.add(mark.bookmark)


def _plain(piece: Piece, text: str) -> Piece:
    return replace(piece, text=text, number="")


def _with_pieces(unit: Unit, change: Callable[[Pieces], Pieces]) -> Unit:
    """The unit with the pieces of its text, or of each of its cells, changed."""
    if unit.kind is UnitKind.TABLE:
        rows = tuple(tuple(change(cell) for cell in row) for row in unit.rows)
        return replace(unit, rows=rows)
    return replace(unit, pieces=change(unit.pieces))


def _joined(pieces: Pieces) -> list[Piece]:
    """Neighbouring pieces of the same number or the same look as one; Word splits as it likes."""
    made: list[Piece] = []
    for piece in pieces:
        if made and _goes_on(made[-1], piece):
            made[-1] = replace(made[-1], text=made[-1].text + piece.text)
        else:
            made.append(piece)
    return made


def _goes_on(before: Piece, piece: Piece) -> bool:
    if piece.number:
        return piece.number == before.number
    return replace(before, text=piece.text) == piece


def _spots(unit: Unit) -> list[tuple[tuple[int, int, int], Piece]]:
    """Every piece of a unit with its place: row, cell and piece, or -1, -1 and piece."""
    if unit.kind is not UnitKind.TABLE:
        return [((-1, -1, i), piece) for i, piece in enumerate(unit.pieces)]
    return [
        ((r, c, i), piece)
        for r, row in enumerate(unit.rows)
        for c, cell in enumerate(row)
        for i, piece in enumerate(cell)
    ]


def _exchanged(unit: Unit, spot: tuple[int, int, int], parts: Pieces) -> Unit:
    row, cell, place = spot
    if row < 0:
        return replace(unit, pieces=(*unit.pieces[:place], *parts, *unit.pieces[place + 1 :]))
    pieces = unit.rows[row][cell]
    new = (*pieces[:place], *parts, *pieces[place + 1 :])
    cells = (*unit.rows[row][:cell], new, *unit.rows[row][cell + 1 :])
    return replace(unit, rows=(*unit.rows[:row], cells, *unit.rows[row + 1 :]))


def _value_in(value: str, text: str) -> tuple[int, int] | None:
    """Where a printed value stands in a text as a word of its own."""
    words = [re.escape(word) for word in re.split(r"\s+", value.strip()) if word]
    if not words:
        return None
    pattern = r"\s+".join(words).replace("\u2212", "[\u2212-]")
    found = re.search(rf"(?<![\w,.]){pattern}(?!\w|[,.]\d)", text)
    return None if found is None else found.span()


def _surroundings(mark: NumberMark, sent: tuple[Unit, ...]) -> tuple[str, str]:
    """What stood before and after a number in the draft."""
    for unit in sent:
        for cell in [cell for row in unit.rows for cell in row] or [unit.pieces]:
            texts = [piece.text for piece in cell]
            for place, piece in enumerate(cell):
                if piece.number == mark.bookmark:
                    return "".join(texts[:place]), "".join(texts[place + 1 :])
    return "", ""


def _between(text: str, left: str, right: str) -> tuple[int, int] | None:
    """The stretch of a text between two known ones; an empty one is the text's edge."""
    start = text.find(left) + len(left) if left.strip() else 0
    if left.strip() and left not in text:
        return None
    end = text.find(right, start) if right.strip() else len(text)
    return (start, end) if end > start else None


def _is_replacement(written: str, value: str) -> bool:
    """Whether something was written in the place of a value, rather than a new sentence."""
    has_figure = any(char.isdigit() for char in value)
    short = bool(written.strip()) and len(written) <= _LONGEST_REPLACEMENT
    return short and (not has_figure or any(char.isdigit() for char in written))
