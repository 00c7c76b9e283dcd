"""A unit of an edited text as Markdown: its looks as marks, its bound numbers as expressions."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import groupby

from rapport.report.origin import UnitKind
from rapport.returned.content import Piece, Pieces, Unit
from rapport.returned.draft import NumberMark

_EXPRESSION = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_SPECIAL = re.compile(
    r"\\(?=[!-/:-@\[-`{-~])|`|(?<!\s)\*|\*(?!\s)|(?<!\w)_|_(?!\w)|<(?=[A-Za-z!/?])"
)
_BRACKETS = re.compile(r"\[(?=[^\]]*\][\[(:])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINE_START = re.compile(r"(?m)^(#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|={3,}|-{3,}|~{3,}|\|)")
_LINE_NUMBER = re.compile(r"(?m)^(\d{1,9})([.)])(?=\s|$)")
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " "})
_TOKEN = re.compile(r"\{\{.*?\}\}|(?:(?!\{\{)\S)+", re.DOTALL)


def unit_markdown(unit: Unit, marks: Mapping[str, NumberMark]) -> str:
    """The content of a unit as Markdown, without the mark of a list item or heading."""
    if unit.kind is UnitKind.TABLE:
        return _table(unit, marks)
    pieces = unit.pieces
    if unit.kind is UnitKind.LABEL:
        pieces = tuple(replace(piece, strong=False) for piece in pieces)
    text = _inline(pieces, marks)
    if unit.kind is UnitKind.LABEL:
        text = " ".join(text.split())
    return _escaped_lines(text)


def _table(unit: Unit, marks: Mapping[str, NumberMark]) -> str:
    width = max((len(row) for row in unit.rows), default=0)
    rows = [
        [" ".join(_inline(cell, marks).split()).replace("|", r"\|") for cell in row]
        for row in unit.rows
    ]
    filled = [[*row, *[""] * (width - len(row))] for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in filled]
    return "\n".join([*lines[:1], f"|{'---|' * width}", *lines[1:]])


def _inline(pieces: Pieces, marks: Mapping[str, NumberMark]) -> str:
    """Pieces as Markdown; blanks at the edges of a look stand outside its marks."""
    kept = _with_looks_of_blanks([piece for piece in pieces if piece.text])
    text = _wrapped(kept, marks, _WRAPPERS)
    lines = [re.sub(r"[ \t]+", " ", line).strip() for line in text.split("\n")]
    return "\n".join(line for line in lines if line)


_Look = Callable[[Piece], object]
_Wrapper = tuple[_Look, Callable[[str, Piece], str]]


def _wrapped(
    pieces: list[Piece], marks: Mapping[str, NumberMark], wrappers: tuple[_Wrapper, ...]
) -> str:
    """Stretches of one look within their marks, the outermost look first."""
    if not wrappers:
        return "".join(_text(piece, marks) for piece in pieces)
    look, wrap = wrappers[0]
    made = []
    for value, group in groupby(pieces, look):
        members = list(group)
        inside = _wrapped(members, marks, wrappers[1:])
        core = inside.strip()
        if not value or not core:
            made.append(inside)
            continue
        start = inside[: len(inside) - len(inside.lstrip())]
        end = inside[len(inside.rstrip()) :]
        made.append(start + wrap(core, members[0]) + end)
    return "".join(made)


def _link(text: str, piece: Piece) -> str:
    address = f"<{piece.link}>" if re.search(r"[()]", piece.link) else piece.link
    return f"[{text}]({address})"


_WRAPPERS: tuple[_Wrapper, ...] = (
    (lambda piece: piece.link, _link),
    (lambda piece: piece.strong, lambda text, _piece: f"**{text}**"),
    (lambda piece: piece.emphasis, lambda text, _piece: f"*{text}*"),
)


def _with_looks_of_blanks(pieces: list[Piece]) -> list[Piece]:
    """Blanks between two stretches of a look belong to both; else they have none."""
    made: list[Piece] = []
    for place, piece in enumerate(pieces):
        if piece.text.strip() or piece.number:
            made.append(piece)
            continue
        before = made[-1] if made else None
        after = next((p for p in pieces[place + 1 :] if p.text.strip()), None)
        same = before is not None and after is not None and _look(before) == _look(after)
        strong, emphasis, link = _look(before) if same and before else (False, False, "")
        made.append(Piece(piece.text, strong, emphasis, link))
    return made


def _look(piece: Piece) -> tuple[bool, bool, str]:
    return piece.strong, piece.emphasis, piece.link


def _text(piece: Piece, marks: Mapping[str, NumberMark]) -> str:
    """The words of a piece, escaped; a bound number as its expression."""
    if piece.number in marks:
        return marks[piece.number].expression
    made, at = [], 0
    for match in _EXPRESSION.finditer(piece.text):
        made += [_escaped(piece.text[at : match.start()]), match[0].translate(_STRAIGHT)]
        at = match.end()
    return "".join([*made, _escaped(piece.text[at:])])


def _escaped(text: str) -> str:
    """Words in which nothing is taken for Markdown that Word did not mean so."""
    text = _SPECIAL.sub(lambda match: f"\\{match[0]}", text)
    text = _BRACKETS.sub(r"\\[", text)
    return _ENTITY.sub(r"\\&", text)


def _escaped_lines(text: str) -> str:
    """Lines that do not begin as a heading, list, quote or rule."""
    return _LINE_NUMBER.sub(r"\1\\\2", _LINE_START.sub(r"\\\1", text))


def spliced(source: str, generated: str, kind: UnitKind) -> str:
    """Generated Markdown in the source's own manner wherever both have the same words."""
    if kind is UnitKind.TABLE:
        return _spliced_table(source, generated)
    theirs, ours = list(_TOKEN.finditer(source)), list(_TOKEN.finditer(generated))
    matched = _matched([t[0] for t in theirs], [t[0] for t in ours])
    made: list[str] = []
    for place, token in enumerate(ours):
        if place:
            gap = generated[ours[place - 1].end() : token.start()]
            here = matched.get(place)
            if here:
                written = source[theirs[here - 1].end() : theirs[here].start()]
                gap = written if bool(written) == bool(gap) else gap
            made.append(gap)
        made.append(token[0])
    return "".join(made)


def _spliced_table(source: str, generated: str) -> str:
    """The table with the rows, and the line below its head, that stand in the source."""
    theirs, ours = source.split("\n"), generated.split("\n")
    known = {_cells(row): row for row in theirs}
    made = [known.get(_cells(row), row) for row in ours]
    if len(theirs) > 1 and len(ours) > 1 and len(_cells(theirs[1])) == len(_cells(ours[1])):
        made[1] = theirs[1]
    return "\n".join(made)


def _cells(row: str) -> tuple[str, ...]:
    """The cells of a line of a table."""
    return tuple(cell.strip() for cell in re.split(r"(?<!\\)\|", row.strip().strip("|")))


def _matched(theirs: list[str], ours: list[str]) -> dict[int, int]:
    blocks = SequenceMatcher(None, theirs, ours, autojunk=False).get_matching_blocks()
    return {b + step: a + step for a, b, size in blocks for step in range(size)}
