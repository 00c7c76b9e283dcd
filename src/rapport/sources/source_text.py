"""The text of a source file: decoded, free of hidden characters, and able to point into itself."""

from __future__ import annotations

import codecs
import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from rapport.domain.problem import Location, Problem
from rapport.domain.visible_text import is_hidden

MAX_BYTES = 2_000_000
"""Larger than any plan; a file above it is something else that was put in the wrong folder."""

_EXCERPT_LENGTH = 200
_MAX_REPORTED_CHARACTERS = 20
_LINE_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class SourceText:
    """A source file's text. ``path`` is relative to the workspace, with forward slashes.

    ``sha256`` is that of the file's bytes.
    """

    path: str
    text: str
    sha256: str = field(default="", compare=False)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends."""
        return tuple(_LINE_BREAK.split(self.text))

    def at(self, line: int, column: int, length: int = 1) -> Location:
        """The place that begins at a line and column, both counted from 1."""
        whole = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        excerpt = shown(whole[:_EXCERPT_LENGTH]) if column <= _EXCERPT_LENGTH else ""
        room = max(1, len(excerpt) - column + 1)
        return Location(self.path, line, column, excerpt=excerpt, length=min(max(1, length), room))


def shown(text: str) -> str:
    """A text that is safe to print on a terminal: one visible character for each hidden one."""
    return "".join(
        " " if char == "\t" else "\N{REPLACEMENT CHARACTER}" if is_hidden(char) else char
        for char in text
    )


def read_source(root: Path, path: Path) -> tuple[SourceText | None, tuple[Problem, ...]]:
    """Read a text file of the workspace; refuse what is not plain, visible UTF-8."""
    name = path.relative_to(root).as_posix()
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError:
        return None, (_unreadable(name),)
    if size > MAX_BYTES:
        return None, (_too_large(name, size),)
    mark = hashlib.sha256(content).hexdigest()
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        source = SourceText(name, content.decode("utf-8"), mark)
    except UnicodeDecodeError as error:
        return None, (_not_utf8(name, content, error.start),)
    problems = hidden_characters(source)
    return (None if problems else source), problems


def hidden_character(location: Location, character: str) -> Problem:
    """The problem that a text holds a hidden character."""
    name = unicodedata.name(character, "namnlöst styrtecken")
    return Problem(
        location,
        "dolt-tecken",
        f"Här står ett tecken som inte syns (U+{ord(character):04X}, {name}). Det kan dölja "
        "eller vända text. Ta bort tecknet, eller skriv om ordet för hand.",
    )


def hidden_characters(source: SourceText) -> tuple[Problem, ...]:
    """The hidden characters of a text, each placed; the first ones when there are many."""
    if not any(is_hidden(char) for char in set(source.text)):
        return ()
    found = [
        hidden_character(source.at(number, column), character)
        for number, line in enumerate(source.lines, start=1)
        for column, character in enumerate(line, start=1)
        if is_hidden(character)
    ]
    return tuple(found[:_MAX_REPORTED_CHARACTERS])


def _unreadable(name: str) -> Problem:
    return Problem(
        Location(name),
        "oläsbar-fil",
        "Filen går inte att läsa. Kontrollera att den finns, att du har rätt att läsa den "
        "och att inget annat program har låst den.",
    )


def _too_large(name: str, size: int) -> Problem:
    return Problem(
        Location(name),
        "för-stor-fil",
        f"Filen är {size // 1000} kB stor; högst {MAX_BYTES // 1000} kB läses. "
        "Kontrollera att det är rätt fil, och dela den i flera om den är det.",
    )


def _not_utf8(name: str, content: bytes, start: int) -> Problem:
    before = content[:start]
    line = before.count(b"\n") + 1
    first = before.rfind(b"\n") + 1
    end = content.find(b"\n", start)
    text = content[first : end if end >= 0 else len(content)].decode("cp1252", errors="replace")
    column = len(before[first:].decode("utf-8", errors="replace")) + 1
    excerpt = shown(text[:_EXCERPT_LENGTH].rstrip("\r"))
    return Problem(
        Location(name, line, column, excerpt=excerpt),
        "inte-utf8",
        "Filen är inte sparad med teckenkodningen UTF-8, så å, ä och ö kan inte läsas. "
        "Spara om den som UTF-8 (i Anteckningar: Spara som, Kodning: UTF-8).",
    )
