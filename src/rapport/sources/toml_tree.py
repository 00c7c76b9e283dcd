"""TOML read into the same tree as YAML, with the places that the standard reader does not give."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal

from rapport.domain.problem import Problem
from rapport.sources.source_text import SourceText
from rapport.sources.tree import Entries, Items, Node, Path, Place, Scalar, Tree

_KEY = r"""(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')"""
_DOTTED = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_HEADER = re.compile(rf"[ \t]*(?P<open>\[\[?)[ \t]*(?P<key>{_DOTTED})[ \t]*\]\]?")
_ENTRY = re.compile(rf"[ \t]*(?P<key>{_DOTTED})[ \t]*=[ \t]*(?P<value>.*?)[ \t]*(?:#[^\"']*)?")
_BARE_SWEDISH = re.compile(r"[ \t]*\[{0,2}[\w.-]*[^\W\x00-\x7F][\w.-]*[ \t]*(?:=|\])")
_PLACED = re.compile(r"\(at line (\d+), column (\d+)\)")

_EXPLANATIONS = (
    ("Cannot overwrite", "Nyckeln står två gånger. Ta bort den ena."),
    ("twice", "Rubriken inom [ ] står två gånger. Slå ihop delarna."),
    ("Cannot", "Nyckeln eller rubriken krockar med en tidigare. Ta bort den ena."),
    ("Unterminated string", 'Texten avslutas aldrig. Sätt ett citattecken (") sist.'),
    ("Invalid value", 'Värdet är inget som TOML känner. Sätt texter inom citattecken: "så här".'),
    ("Expected newline", "Det står något mer efter värdet. Ta bort det, eller skriv # före."),
    ("Expected ']", "Rubriken avslutas inte. Skriv [rubrik], eller [[rubrik]] för en i en lista."),
    (
        "Illegal character",
        "Texten har ett tecken som inte får stå där, till exempel en radbrytning.",
    ),
    ("Unescaped", 'Inom "…" skrivs omvänt snedstreck två gånger: \\\\.'),
    ("Unclosed array", "Listan avslutas inte. Sätt ] sist."),
)
_SWEDISH_KEY = (
    "Nycklar och rubriker med å, ä eller ö ska stå inom citattecken i en TOML-fil. "
    'Skriv till exempel "nivå" = "region" eller ["bedömning"].'
)
_OTHERWISE = "Raden följer inte TOML:s skrivregler. Skriv nyckel = värde, eller [rubrik]."


def parse_toml(source: SourceText) -> tuple[Tree | None, tuple[Problem, ...]]:
    """Read a file's text as TOML; every value becomes text, as in strict YAML."""
    try:
        content = tomllib.loads(source.text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        return None, (_syntax_problem(source, str(error)),)
    except RecursionError:
        message = "Listorna ligger för djupt i varandra. Kontrollera hakparenteserna."
        return None, (Problem(source.at(1, 1), "för-djup", message),)
    places = dict(_places(source))
    return Tree(source, _entries(content, (), Place(1, 1, 1), places)), ()


_Places = Mapping[Path, tuple[Place, Place]]


def _entries(content: Mapping[str, object], path: Path, here: Place, places: _Places) -> Entries:
    pairs: list[tuple[Scalar, Node]] = []
    for key, value in content.items():
        key_place, value_place = places.get((*path, key), (here, here))
        node = _node(value, (*path, key), value_place, places)
        pairs.append((Scalar(key, key_place), node))
    return Entries(tuple(pairs), pairs[0][0].place if pairs else here)


def _node(value: object, path: Path, here: Place, places: _Places) -> Node:
    match value:
        case dict():
            return _entries(value, path, here, places)
        case list():
            items = tuple(
                _node(item, (*path, i), places.get((*path, i), (here, here))[1], places)
                for i, item in enumerate(value)
            )
            return Items(items, items[0].place if items else here)
        case bool():
            return Scalar("ja" if value else "nej", here)
        case date() | datetime() | time():
            return Scalar(value.isoformat(), here)
        case _:
            return Scalar(str(value), here)


def _places(source: SourceText) -> Iterator[tuple[Path, tuple[Place, Place]]]:
    """The places of keys and values that stand on lines of their own.

    The text is valid TOML, so a line that looks like a header or an entry is one, but for
    lines inside a text over several lines, which rapport's settings have no use for.
    """
    prefix: Path = ()
    counts: dict[Path, int] = {}
    for number, line in enumerate(source.lines, start=1):
        if header := _HEADER.match(line):
            keys: Path = tuple(_keys(header["key"]))
            place = Place(number, header.start("key") + 1, len(header["key"]))
            prefix = _indexed(keys, counts)
            if header["open"] == "[[":
                counts[prefix] = counts.get(prefix, -1) + 1
                yield (*prefix, counts[prefix]), (place, place)
            yield prefix, (place, place)
            prefix = (*prefix, counts[prefix]) if header["open"] == "[[" else prefix
        elif entry := _ENTRY.fullmatch(line):
            key = Place(number, entry.start("key") + 1, len(entry["key"]))
            value = Place(number, entry.start("value") + 1, max(1, len(entry["value"])))
            yield (*prefix, *_keys(entry["key"])), (key, value)


def _indexed(keys: Path, counts: Mapping[Path, int]) -> Path:
    """A header's path, with the index of the current item wherever it enters a list."""
    path: Path = ()
    for place, key in enumerate(keys):
        path = (*path, key)
        if place < len(keys) - 1 and path in counts:
            path = (*path, counts[path])
    return path


def _keys(dotted: str) -> list[str]:
    return [key.strip("\"'") for key in re.findall(_KEY, dotted)]


def _syntax_problem(source: SourceText, message: str) -> Problem:
    placed = _PLACED.search(message)
    if placed:
        line, column = int(placed[1]), int(placed[2])
    else:
        line = max((n for n, text in enumerate(source.lines, 1) if text.strip()), default=1)
        column = 1
    text = source.lines[line - 1]
    if _BARE_SWEDISH.match(text) and "Cannot" not in message:
        return Problem(source.at(line, 1, len(text)), "toml-skrivfel", _SWEDISH_KEY)
    explanation = next((told for words, told in _EXPLANATIONS if words in message), _OTHERWISE)
    return Problem(source.at(line, min(column, len(text) + 1)), "toml-skrivfel", explanation)
