"""Who: organisations of a region and the bodies that reports go to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Organisation:
    """A part of the region ("organisation"): region, division, hospital, care centre, or "riket".

    ``level`` is the region's own word ("region", "division", "sjukhus", "jämförelse").
    ``aliases`` are the other names the same body has in exports and plans.
    """

    id: str
    name: str
    level: str
    parent: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Board:
    """A body that decides or receives reports: nämnd, regionstyrelse, råd, kommitté.

    ``members`` are the ids of the bodies that a collective name stands for ("omfattar"):
    a plan may write "divisionsstaberna" where each of them is to get its part.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()

    def is_called(self, name: str) -> bool:
        """Whether a name in a plan or a report means this body."""
        return name.casefold() in {each.casefold() for each in (self.id, self.name, *self.aliases)}


@dataclass(frozen=True)
class OrganisationTree:
    """All organisations, found by id, and the one at the top."""

    top: str
    members: tuple[Organisation, ...]

    def __getitem__(self, organisation: str) -> Organisation:
        for member in self.members:
            if member.id == organisation:
                return member
        raise KeyError(organisation)

    def __contains__(self, organisation: object) -> bool:
        return any(member.id == organisation for member in self.members)

    def __iter__(self) -> Iterator[Organisation]:
        return iter(self.members)

    def children(self, parent: str) -> tuple[Organisation, ...]:
        """The organisations directly below one."""
        return tuple(member for member in self.members if member.parent == parent)
