"""The tree of a structured file: texts, lists and mappings, each with its place in the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from rapport.domain.problem import Location
from rapport.sources.source_text import SourceText

Step = int | str
Path = tuple[Step, ...]
"""The way to a node from the root: keys and list indices, as pydantic's ``loc`` writes it."""

Plain = str | list["Plain"] | dict[str, "Plain"]
"""What a model reads: nothing but texts, lists and mappings."""


class Place(NamedTuple):
    """Line and column (from 1) of a node, and how many characters to mark."""

    line: int
    column: int
    length: int


@dataclass(frozen=True)
class Scalar:
    """A single value, kept as the text that stands in the file."""

    text: str
    place: Place


@dataclass(frozen=True)
class Items:
    """A list; ``place`` is its first item."""

    nodes: tuple[Node, ...]
    place: Place


@dataclass(frozen=True)
class Entries:
    """A mapping from keys to values; ``place`` is its first key."""

    pairs: tuple[tuple[Scalar, Node], ...]
    place: Place

    def pair(self, key: str) -> tuple[Scalar, Node] | None:
        """A key with its value."""
        return next((pair for pair in self.pairs if pair[0].text == key), None)


Node = Scalar | Items | Entries


@dataclass(frozen=True)
class Tree:
    """A whole file as a tree."""

    source: SourceText
    root: Node

    def plain(self) -> Plain:
        """The tree without places. A key with nothing after it counts as not written."""
        return _plain(self.root)

    def node(self, path: Path) -> Node | None:
        """The node at a path, if the file has it."""
        found: Node | None = self.root
        for step in path:
            found = _child(found, step)
        return found

    def text_at(self, *path: Step) -> str:
        """The text at a path, empty when no text stands there."""
        node = self.node(path)
        return node.text if isinstance(node, Scalar) else ""

    def location(self, path: Path) -> Location:
        """The place of the value at a path; its key when the value is a block or empty.

        A path that leads further than the file does is placed at its last existing part.
        """
        place = self.root.place
        current: Node = self.root
        for step in path:
            child = _child(current, step)
            if child is None:
                break
            place = _value_place(current, step, child)
            current = child
        return self.source.at(*place)

    def key_location(self, path: Path) -> Location:
        """The place of the key that ends a path, else of the value."""
        parent = self.node(path[:-1]) if path else None
        if isinstance(parent, Entries) and isinstance(path[-1], str):
            pair = parent.pair(path[-1])
            if pair:
                return self.source.at(*pair[0].place)
        return self.location(path)


def _child(node: Node | None, step: Step) -> Node | None:
    if isinstance(node, Entries) and isinstance(step, str):
        pair = node.pair(step)
        return pair[1] if pair else None
    if isinstance(node, Items) and isinstance(step, int) and step < len(node.nodes):
        return node.nodes[step]
    return None


def _value_place(parent: Node, step: Step, child: Node) -> Place:
    """Where to point for a value: at itself if it is a written text, else at its key."""
    if isinstance(child, Scalar) and child.text:
        return child.place
    if isinstance(parent, Entries) and isinstance(step, str):
        pair = parent.pair(step)
        if pair:
            return pair[0].place
    return child.place


def _plain(node: Node) -> Plain:
    match node:
        case Scalar(text=text):
            return text
        case Items(nodes=nodes):
            return [_plain(item) for item in nodes]
        case Entries(pairs=pairs):
            return {
                key.text: _plain(value)
                for key, value in pairs
                if not (isinstance(value, Scalar) and not value.text)
            }


@dataclass(frozen=True)
class Spot:
    """A position in a tree that conversion carries along, so that values know their place.

    ``spot / "mål" / 0`` is the first entry under the key "mål".
    """

    tree: Tree
    path: Path = ()

    def __truediv__(self, step: Step) -> Spot:
        return Spot(self.tree, (*self.path, step))

    @property
    def location(self) -> Location:
        """The place of the value here."""
        return self.tree.location(self.path)
