"""A Word file opened to have a fault put into it, and what the seeds of faults share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from rapport.render.word_xml import NAMESPACES
from rapport.render.zipped import zip_bytes
from render.word_reading import W, parts

BODY = "word/document.xml"


@dataclass
class OpenFile:
    """The parts of a Word file while a fault is put in; ``tree`` opens one as XML."""

    parts: dict[str, bytes]
    trees: dict[str, etree._Element] = field(default_factory=dict)

    def tree(self, name: str = BODY) -> Any:  # noqa: ANN401 - lxml elements, whose children may all be missing
        """One part as XML, written back when the file is saved."""
        if name not in self.trees:
            self.trees[name] = etree.fromstring(self.parts[name])
        return self.trees[name]

    def replace(self, name: str, old: str, new: str) -> None:
        """Other words in a part; the old ones must be there."""
        assert old.encode() in self.parts[name]
        self.parts[name] = self.parts[name].replace(old.encode(), new.encode())

    def saved(self) -> bytes:
        """The file with the fault."""
        return zip_bytes(
            {**self.parts, **{name: etree.tostring(tree) for name, tree in self.trees.items()}}
        )


Seed = Callable[[OpenFile], None]


def seeded(content: bytes, seed: Seed) -> bytes:
    """A file with one fault in it."""
    opened = OpenFile(parts(content))
    seed(opened)
    return opened.saved()


def made(xml: str) -> Any:  # noqa: ANN401
    """An element written as Word XML."""
    (element,) = etree.fromstring(f"<w:x {NAMESPACES}>{xml}</w:x>")
    return element


def first(opened: OpenFile, *names: str, part: str = BODY) -> Any:  # noqa: ANN401
    """The first of these elements in a part."""
    return next(opened.tree(part).iter(*(f"{W}{name}" for name in names)))


def styled(opened: OpenFile, style: str) -> list[Any]:
    """The paragraphs of a style."""
    return [
        mark.getparent().getparent()
        for mark in opened.tree().iter(f"{W}pStyle")
        if mark.get(f"{W}val") == style
    ]


def dropped(element: Any) -> None:  # noqa: ANN401
    """Take an element away."""
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def say(paragraph: etree._Element, text: str, look: str = "") -> None:
    """Other words in a paragraph, in one run."""
    for child in list(paragraph):
        if child.tag != f"{W}pPr":
            paragraph.remove(child)
    paragraph.append(made(f"<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>"))
