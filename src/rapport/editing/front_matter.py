"""The head ("texthuvud") of a text: some of its values changed, every other character kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode

_HEAD = re.compile(
    r"---[ \t]*(?P<end>\r\n|\r|\n)(?P<inside>.*?)^---[ \t]*(?:\r\n|\r|\n|\Z)",
    re.DOTALL | re.MULTILINE,
)
_NEEDS_QUOTES = re.compile(r"^[\s\-?:,\[\]{}#&*!|>'\"%@`=~]|: |\s#|:$|\s$|^[0-9.+]|^$")


@dataclass(frozen=True)
class TextFile:
    """A text's file in its parts: what opens it, the head's inside, what closes it, the body."""

    opening: str
    inside: str
    closing: str
    body: str
    line_end: str

    @property
    def whole(self) -> str:
        """The file again."""
        return self.opening + self.inside + self.closing + self.body

    def values(self) -> dict[str, str]:
        """The values of the head, each as the text that stands there."""
        return {key.value: value.value for key, value in _pairs(self.inside)}


def parted(text: str) -> TextFile | None:
    """A file in its parts; none when it has no head that can be read."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    match = _HEAD.match(text, len(mark))
    if match is None:
        return None
    inside = match["inside"]
    try:
        _pairs(inside)
    except (YAMLError, TypeError):
        return None
    start, end = match.span("inside")
    return TextFile(
        text[:start], inside, text[end : match.end()], text[match.end() :], match["end"]
    )


def new_head(line_end: str = "\n") -> TextFile:
    """The parts of a file that does not exist yet."""
    return TextFile(f"---{line_end}", "", f"---{line_end}", "", line_end)


def with_values(file: TextFile, values: Mapping[str, str | None]) -> TextFile:
    """The file with some values of its head set, or taken away where the value is None.

    A value is exchanged where it stands; a key that is new comes last. Comments, order and
    the spelling of all other lines are kept.
    """
    inside = file.inside
    for key, value in values.items():
        inside = _with_value(inside, key, value, file.line_end)
    return TextFile(file.opening, inside, file.closing, file.body, file.line_end)


def _with_value(inside: str, key: str, value: str | None, line_end: str) -> str:
    found = next((pair for pair in _pairs(inside) if pair[0].value == key), None)
    if found is None:
        if value is None:
            return inside
        gap = "" if not inside or inside.endswith(("\n", "\r")) else line_end
        return f"{inside}{gap}{key}: {_written(value)}{line_end}"
    name, node = found
    if value is None:
        return _without_lines(inside, name.start_mark.index, node.end_mark.index)
    if node.value == value:
        return inside
    start, end = node.start_mark.index, node.end_mark.index
    gap = " " if start == end and not inside[:start].endswith(" ") else ""
    return inside[:start] + gap + _written(value) + inside[end:]


def _without_lines(inside: str, start: int, end: int) -> str:
    """The head without the lines of one value."""
    first = max(inside.rfind("\n", 0, start), inside.rfind("\r", 0, start)) + 1
    after = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)").match(inside, end)
    return inside[:first] + (inside[after.end() :] if after else "")


def _pairs(inside: str) -> list[tuple[ScalarNode, ScalarNode]]:
    """The keys and values of the head.

    Raises:
        TypeError: the head is no list of single values.
        YAMLError: it is not YAML.
    """
    root = YAML(typ="rt").compose(inside)
    if root is None:
        return []
    if not isinstance(root, MappingNode):
        raise TypeError
    for key, value in root.value:
        if not isinstance(key, ScalarNode) or not isinstance(value, ScalarNode):
            raise TypeError
    return list(root.value)


def _written(value: str) -> str:
    """A value as YAML: plain where that is safe, else within quotation marks."""
    if _NEEDS_QUOTES.search(value) and not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return value
