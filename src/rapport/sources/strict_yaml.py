"""Strict YAML: texts, lists and mappings with places; no anchors, tags, aliases or surprises.

Ordinary YAML loading turns ``12:30`` into 750, ``NO`` into false and ``010`` into 8, lets the
last of two equal keys win in silence, and can be made to hang by a few hundred bytes of
aliases. Here every scalar stays the text that stands in the file.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from rapport.domain.problem import Location, Problem
from rapport.domain.visible_text import is_hidden
from rapport.sources.source_text import SourceText, hidden_character
from rapport.sources.tree import Entries, Items, Node, Place, Scalar, Tree
from rapport.sources.yaml_syntax import syntax_problem

MAX_DEPTH = 30
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Stop(Exception):
    """The rest of the file cannot be read with any meaning."""


def parse_yaml(source: SourceText) -> tuple[Tree | None, tuple[Problem, ...]]:
    """Read a file's text as strict YAML with one mapping at the root.

    There is a tree, beside the problems, when the mistakes leave the rest readable
    (duplicate keys); else none.
    """
    builder = _Builder(source)
    try:
        for event in yaml.parse(source.text, Loader=_LOADER):
            builder.take(event)
    except yaml.YAMLError as error:
        builder.problems.append(syntax_problem(source, error))
    except _Stop:
        pass
    else:
        if not builder.broken and isinstance(builder.root, Entries):
            return Tree(source, builder.root), tuple(builder.problems)
        if not builder.problems:
            builder.problems.append(_not_a_mapping(source, builder.root))
    return None, tuple(builder.problems)


def _not_a_mapping(source: SourceText, root: Node | None) -> Problem:
    if root is None:
        return Problem(source.at(1, 1), "tom-fil", "Filen är tom. Fyll i den eller ta bort den.")
    return Problem(
        source.at(*root.place),
        "fel-form",
        "Filen ska bestå av rader med nyckel: värde, men börjar med något annat. "
        "Jämför med ett exempel.",
    )


@dataclass
class _Open:
    """A list or mapping whose end has not been read yet."""

    place: Place
    is_mapping: bool
    children: list[Node] = field(default_factory=list)


class _Builder:
    """Builds the tree from the parser's events and notes what strict YAML forbids."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.broken = False
        self._open: list[_Open] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """Handle one event."""
        match event:
            case yaml.DocumentStartEvent():
                self._start_document(event)
            case yaml.AliasEvent():
                self._refuse(event, "yaml-hänvisning", _ALIAS)
                self._add(Scalar("", _place(self.source, event)))
            case yaml.ScalarEvent():
                self._refuse_extras(event)
                self._add(self._scalar(event))
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._refuse_extras(event)
                self._start(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._add(self._closed(self._open.pop()))
            case _:
                pass

    def _start_document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1 or event.version or event.tags:
            self._refuse(event, "flera-dokument", _DOCUMENTS)
            raise _Stop

    def _start(self, event: yaml.CollectionStartEvent) -> None:
        if len(self._open) >= MAX_DEPTH:
            self._refuse(event, "för-djup", _DEPTH)
            raise _Stop
        place = _place(self.source, event)._replace(length=1)
        self._open.append(_Open(place, isinstance(event, yaml.MappingStartEvent)))

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if parent.is_mapping and len(parent.children) % 2 == 0 and not isinstance(node, Scalar):
            location = self.source.at(*node.place)
            self.problems.append(Problem(location, "fel-nyckel", _COMPLEX_KEY))
            self.broken = True
            node = Scalar("", node.place)
        parent.children.append(node)

    def _closed(self, opened: _Open) -> Node:
        if not opened.is_mapping:
            first = opened.children[0].place if opened.children else opened.place
            return Items(tuple(opened.children), first)
        keys, values = opened.children[::2], opened.children[1::2]
        pairs = tuple(self._unique(zip(keys, values, strict=True)))
        return Entries(pairs, pairs[0][0].place if pairs else opened.place)

    def _unique(self, pairs: Iterator[tuple[Node, Node]]) -> Iterator[tuple[Scalar, Node]]:
        """The pairs of a mapping; the second of two equal keys is a problem and left out."""
        seen: dict[str, Place] = {}
        for key, value in pairs:
            if not isinstance(key, Scalar):
                continue
            if key.text in seen:
                location = self.source.at(*key.place)
                self.problems.append(_duplicate_key(location, key.text, seen[key.text].line))
                continue
            seen[key.text] = key.place
            yield key, value

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        """The text in composed form, so that å typed as a + ring is the same letter."""
        place = _place(self.source, event)
        hidden = next((char for char in event.value if is_hidden(char)), None)
        if hidden is not None:
            self.problems.append(hidden_character(self.source.at(*place), hidden))
            self.broken = True
        return Scalar(unicodedata.normalize("NFC", event.value).strip(), place)

    def _refuse_extras(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            self._refuse(event, "yaml-hänvisning", _ALIAS)
        if getattr(event, "tag", None) is not None:
            self._refuse(event, "yaml-tagg", _TAG)

    def _refuse(self, event: yaml.Event, code: str, message: str) -> None:
        self.problems.append(Problem(self.source.at(*_place(self.source, event)), code, message))
        self.broken = True


def _place(source: SourceText, event: yaml.Event) -> Place:
    """Where an event stands; of a text over several lines, its first line."""
    start, end = event.start_mark, event.end_mark
    if start is None or end is None:
        return Place(1, 1, 1)
    line = source.lines[start.line] if start.line < len(source.lines) else ""
    last = end.column if end.line == start.line else len(line.rstrip())
    return Place(start.line + 1, start.column + 1, max(1, last - start.column))


def _duplicate_key(location: Location, key: str, first_line: int) -> Problem:
    return Problem(
        location,
        "dubbel-nyckel",
        f'Nyckeln "{key}" står redan på rad {first_line}. Ta bort den ena, eller slå ihop dem.',
    )


_ALIAS = (
    "Hänvisningar med & och * används inte i rapports filer. Skriv ut värdet på varje ställe, "
    "eller sätt texten inom citattecken om den ska börja med tecknet."
)
_TAG = (
    "Taggar med ! används inte i rapports filer. Ta bort taggen, eller sätt texten inom "
    "citattecken om den ska börja med utropstecken."
)
_DOCUMENTS = (
    "En fil innehåller ett dokument. Ta bort raden med --- (eller %) mitt i filen, eller dela "
    "filen i två."
)
_DEPTH = (
    f"Här är fler än {MAX_DEPTH} nivåer inuti varandra. Kontrollera att hakparenteser och "
    "klamrar avslutas där de ska."
)
_COMPLEX_KEY = "En nyckel ska vara ett ord, inte en lista. Skriv nyckel: värde."
