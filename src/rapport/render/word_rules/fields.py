"""Rules for fields and bookmarks: all that points at something points at what is there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from rapport.render.word_rules.reading import ReadWord, W, shown

_ERROR = re.compile(r"Fel!|Error!")
_POINTS = re.compile(r'\s*(?:REF|PAGEREF|NOTEREF)\s+"?([^\s"]+)')
_KINDS = ("begin", "separate", "end")


@dataclass
class Field:
    """A field: its code, its cached result, and whether all its three marks are there."""

    code: str = ""
    result: str = ""
    is_separated: bool = False
    is_ended: bool = False


def incomplete_fields(read: ReadWord) -> Iterator[str]:
    """A field has a beginning, a result and an end; else Word repairs or refuses the file."""
    for tree in read.texts:
        kinds = Counter(mark.get(f"{W}fldCharType") for mark in tree.iter(f"{W}fldChar"))
        if len({kinds[kind] for kind in _KINDS}) > 1:
            yield "ett fält saknar början, resultat eller slut"


def fields_without_result(read: ReadWord) -> Iterator[str]:
    """A reader sees the cached result until she updates the fields herself."""
    for field in _complete(read):
        if not field.result.strip():
            yield f"fältet {shown(field.code)} visar ingenting förrän det uppdateras"


def failed_fields(read: ReadWord) -> Iterator[str]:
    """Word's own words for a field that leads nowhere are never left in the text."""
    for field in _complete(read):
        if _ERROR.search(field.result):
            yield f"fältet {shown(field.code)} visar felet {shown(field.result.strip())}"


def dead_references(read: ReadWord) -> Iterator[str]:
    """References and links inside the document lead to a bookmark that is there."""
    names = set(_bookmarks(read))
    wanted = [match[1] for each in _complete(read) if (match := _POINTS.match(each.code))]
    wanted += [str(anchor) for link in read.all("hyperlink") if (anchor := link.get(f"{W}anchor"))]
    for name in sorted(set(wanted) - names):
        yield f"en hänvisning leder till bokmärket {name}, som inte finns"


def doubled_bookmarks(read: ReadWord) -> Iterator[str]:
    """Word keeps the first of two bookmarks with one name, and forgets the other."""
    for name, count in sorted(Counter(_bookmarks(read)).items()):
        if count > 1:
            yield f"bokmärket {name} finns {count} gånger"


def dead_notes(read: ReadWord) -> Iterator[str]:
    """Every footnote that is called is there, and every note is called."""
    called = Counter(note.get(f"{W}id") for note in read.body.iter(f"{W}footnoteReference"))
    notes = read.trees.get("word/footnotes.xml")
    found = () if notes is None else notes.iter(f"{W}footnote")
    there = Counter(note.get(f"{W}id") for note in found if note.get(f"{W}type") is None)
    if called != there:
        yield "fotnoterna i texten är inte desamma som i fotnotsdelen"


def _bookmarks(read: ReadWord) -> Iterator[str]:
    return (str(mark.get(f"{W}name")) for mark in read.body.iter(f"{W}bookmarkStart"))


def _complete(read: ReadWord) -> list[Field]:
    """The fields with a beginning and an end, the inner ones before those around them."""
    return [each for tree in read.texts for each in _fields(tree) if each.is_ended]


def _fields(tree: etree._Element) -> Iterator[Field]:
    open_fields: list[Field] = []
    for node in tree.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
        match node.get(f"{W}fldCharType"), open_fields:
            case "begin", _:
                open_fields.append(Field())
            case "separate", [*_, current]:
                current.is_separated = True
            case "end", [*_, current]:
                current.is_ended = True
                yield open_fields.pop()
            case _:
                _add(node, open_fields)


def _add(node: etree._Element, open_fields: list[Field]) -> None:
    """A text is part of the code of the innermost field, or of the results of all around it."""
    match node.tag.removeprefix(W):
        case "instrText":
            for field in open_fields[-1:]:
                field.code += (node.text or "").strip()
        case "t":
            for field in open_fields:
                field.result += (node.text or "") if field.is_separated else ""
        case _:
            pass
