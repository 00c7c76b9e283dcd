"""A Word file opened for checking: its parts as XML, its paragraphs, fields and styles."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_XML = (".xml", ".rels")
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_BREAKS = frozenset({f"{W}tab", f"{W}br", f"{W}cr"})
_HYPHENS = frozenset({f"{W}noBreakHyphen", f"{W}softHyphen"})
_MOST_SHOWN = 60
_OFF = frozenset({"0", "false", "off"})


@dataclass(frozen=True)
class ReadWord:
    """The parts of a Word file by name, and the language that it is to have."""

    parts: Mapping[str, bytes]
    language: str

    @cached_property
    def trees(self) -> Mapping[str, etree._Element]:
        """The parts that are XML."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        return {
            name: etree.fromstring(content, parser)
            for name, content in sorted(self.parts.items())
            if name.endswith(_XML)
        }

    @cached_property
    def body(self) -> etree._Element:
        """The text of the document."""
        return self.trees["word/document.xml"]

    @cached_property
    def texts(self) -> tuple[etree._Element, ...]:
        """What is read from beginning to end: the body, then the footnotes."""
        notes = self.trees.get("word/footnotes.xml")
        return (self.body,) if notes is None else (self.body, notes)

    @cached_property
    def paragraphs(self) -> tuple[etree._Element, ...]:
        """The paragraphs of the body, also those in tables and content controls."""
        return tuple(self.body.iter(f"{W}p"))

    def all(self, *names: str) -> Iterator[etree._Element]:
        """The elements with these names in the body and the footnotes."""
        for tree in self.texts:
            yield from tree.iter(*(f"{W}{name}" for name in names))

    def level(self, paragraph: etree._Element) -> int:
        """The heading level of a paragraph; 0 where it is no heading."""
        return self._levels.get(style_of(paragraph), 0)

    @cached_property
    def _levels(self) -> Mapping[str, int]:
        """The heading level of each style, its own or of the style that it builds on."""
        found = self.trees["word/styles.xml"].iter(f"{W}style")
        styles = {value(style, attribute="styleId"): style for style in found}
        return {key: _heading_level(key, styles) for key in styles}


def _heading_level(key: str, styles: Mapping[str, etree._Element]) -> int:
    seen: set[str] = set()
    while key in styles and key not in seen:
        seen.add(key)
        if match := _HEADING.fullmatch(value(styles[key], "name")):
            return int(match[1])
        key = value(styles[key], "basedOn")
    return 0


def read_word(content: bytes, language: str) -> ReadWord:
    """Open a finished file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return ReadWord({name: archive.read(name) for name in archive.namelist()}, language)


def value(element: etree._Element, path: str = ".", attribute: str = "val") -> str:
    """An attribute of something inside an element, by their Word names; empty where missing."""
    steps = "/".join(step if step == "." else f"{W}{step}" for step in path.split("/"))
    found = element.find(steps)
    return "" if found is None else str(found.get(f"{W}{attribute}") or "")


def is_on(element: etree._Element, path: str) -> bool:
    """Whether a yes-or-no property is there and not switched off."""
    steps = "/".join(f"{W}{step}" for step in path.split("/"))
    found = element.find(steps)
    return found is not None and found.get(f"{W}val") not in _OFF


def style_of(paragraph: etree._Element) -> str:
    """The id of a paragraph's style."""
    return value(paragraph, "pPr/pStyle")


def words(element: etree._Element, *without: str) -> str:
    """What a reader sees of an element, but for runs with the character styles ``without``."""
    pieces: list[str] = []
    for node in element.iter(f"{W}t", *_BREAKS, *_HYPHENS):
        run = node.getparent()
        if without and run is not None and value(run, "rPr/rStyle") in without:
            continue
        if node.tag == f"{W}t":
            pieces.append(node.text or "")
        else:
            pieces.append(" " if node.tag in _BREAKS else "-")
    return " ".join("".join(pieces).split())


def shown(text: str) -> str:
    """A text as messages quote it."""
    return f'"{text[:_MOST_SHOWN]}…"' if len(text) > _MOST_SHOWN else f'"{text}"'


def is_within(element: etree._Element, *names: str) -> bool:
    """Whether an element stands inside one of these."""
    return next(element.iterancestors(*(f"{W}{name}" for name in names)), None) is not None
