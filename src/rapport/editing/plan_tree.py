"""A plan file held as a tree that keeps comments and order, on its way into the next years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO
from typing import NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.nodes import MappingNode, SequenceNode

from rapport.domain.year_change import PlanRenewal, ToReview

_IS_REMARK = re.compile(r"\s*(?:#|$)")
_WIDTH = 4096
"""Lines are not broken anew; a file looks as it was written wherever it says the same."""


class Entry(NamedTuple):
    """An entry of a list in the file: the list, and which of its entries."""

    owner: CommentedSeq
    place: int

    @property
    def item(self) -> CommentedMap:
        """The entry itself."""
        found: CommentedMap = self.owner[self.place]
        return found


@dataclass
class RenewedPlan:
    """The file on its way from one year to the next, and what is to be reviewed in it."""

    root: CommentedMap
    renewal: PlanRenewal
    path: str
    found: list[ToReview] = field(default_factory=list)

    def review(self, what: str) -> None:
        """Note something for a person to look at."""
        self.found.append(ToReview(self.path, what))

    def items(self, *keys: str) -> Iterator[Entry]:
        """The entries of a list of the plan, or of the lists within lists that keys lead to."""
        parents: list[CommentedMap] = [self.root]
        for key in keys[:-1]:
            parents = [item for parent in parents for item in parent.get(key) or ()]
        for parent in parents:
            entries = parent.get(keys[-1]) or CommentedSeq()
            for place in range(len(entries)):
                yield Entry(entries, place)

    def measures(self) -> Iterator[Entry]:
        """Every measure of the plan."""
        yield from self.items("mål", "framgångsfaktorer", "styrmått")
        yield from self.items("styrmått")
        yield from self.items("områden", "styrmått")

    def remark(self, entry: Entry, what: str, remarks: tuple[str, ...]) -> None:
        """Write remarks as comments above an entry, and list them for review."""
        if remarks:
            entry.owner.yaml_set_comment_before_after_key(
                entry.place, "\n".join(remarks), indent=entry.owner.lc.col
            )
        for remark in remarks:
            self.review(f'{what} "{entry.item["id"]}": {remark}')

    def written(self) -> str:
        """The file's text."""
        out = StringIO()
        _yaml().dump(self.root, out)
        return out.getvalue()


def opened(text: str, path: str, renewal: PlanRenewal) -> RenewedPlan:
    """The file of a plan, to be changed; ``path`` is where the new one will stand."""
    return RenewedPlan(_yaml().load(text), renewal, path)


def without_entries(text: str, keys: tuple[str, ...], left_out: frozenset[str]) -> str:
    """The file without some entries of its lists; comments above the next entry stay there."""
    lines = text.splitlines(keepends=True)
    root = _yaml().compose(text)
    gone: set[int] = set()
    for key, value in root.value:
        if key.value in keys and isinstance(value, SequenceNode) and not value.flow_style:
            for entry in value.value:
                if left_out & {v.value for k, v in entry.value if k.value == "id"}:
                    gone |= set(_lines_of(entry, lines))
    return "".join(line for number, line in enumerate(lines) if number not in gone)


def _lines_of(entry: MappingNode, lines: list[str]) -> range:
    """The lines of an entry: up to the blank lines and comments that lead to the next."""
    end = entry.end_mark.line + (1 if entry.flow_style else 0)
    while end > entry.start_mark.line + 1 and _IS_REMARK.match(lines[end - 1]):
        end -= 1
    return range(entry.start_mark.line, end)


def _yaml() -> YAML:
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = _WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml
