"""What the cross-checks see: everything that was read, and where each part stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from rapport.domain.follow_up import FollowUp
from rapport.domain.plan import Plan
from rapport.domain.problem import Location
from rapport.domain.region import Region
from rapport.report.definition import ReportDefinition
from rapport.sources.plan_file import CalendarFile
from rapport.sources.tree import Entries, Items, Node, Path, Step, Tree


@dataclass(frozen=True)
class Places:
    """The trees of the files, to point at a part of something whose own place is known."""

    trees: tuple[Tree, ...] = ()

    @cached_property
    def _owners(self) -> dict[tuple[str, int | None, int | None], tuple[Tree, Path]]:
        """The mapping that each value stands in, by the value's place."""
        return {
            (tree.source.path, value.place.line, value.place.column): (tree, path)
            for tree in self.trees
            for path, value in _values(tree.root, ())
        }

    def near(self, location: Location, *steps: Step) -> Location:
        """The place of a neighbour: of "nämnd" beside an "id" whose location is given."""
        found = self._owners.get((location.path, location.line, location.column))
        if found is None:
            return location
        tree, path = found
        return tree.location((*path, *steps)) if tree.node((*path, *steps)) else location

    def at(self, file: str, *steps: Step) -> Location:
        """The place of a value in a file, by its path from the root."""
        tree = next((tree for tree in self.trees if tree.source.path == file), None)
        return tree.location(steps) if tree else Location(file)


def _values(node: Node, path: Path) -> Iterator[tuple[Path, Node]]:
    """Each value in a mapping with the path of that mapping."""
    match node:
        case Entries(pairs=pairs):
            for key, value in pairs:
                yield path, value
                yield from _values(value, (*path, key.text))
        case Items(nodes=nodes):
            for place, item in enumerate(nodes):
                yield from _values(item, (*path, place))
        case _:
            return


@dataclass(frozen=True)
class Contents:
    """Everything read from a workspace.

    ``unread_plans`` are the ids of plan files with mistakes of their own, empty for one whose
    id cannot be read either: what refers to them is not checked, so that one mistake gives
    one problem.
    """

    region: Region | None
    plans: tuple[Plan, ...] = ()
    calendars: tuple[CalendarFile, ...] = ()
    reports: tuple[ReportDefinition, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    unread_plans: frozenset[str] = frozenset()
    places: Places = field(default_factory=Places)

    def plan(self, plan_id: str) -> Plan | None:
        """A plan by id; the first when two files share it."""
        return next((plan for plan in self.plans if plan.id == plan_id), None)

    def is_unknown(self, plan_id: str) -> bool:
        """Whether no file can be the plan, not even one that could not be read."""
        if self.plan(plan_id) or plan_id in self.unread_plans:
            return False
        return "" not in self.unread_plans
