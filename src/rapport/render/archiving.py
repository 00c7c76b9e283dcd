"""How a printed report is kept: at which archive level, and with which files inside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rapport.domain.archive import ArchiveLevel


@dataclass(frozen=True)
class AttachedFile:
    """A file inside the PDF ("bilagd fil"), with what it is to the document."""

    name: str
    content: bytes
    description: str
    relationship: Literal["Data", "Supplement"]


@dataclass(frozen=True)
class Archiving:
    """The level, and the files that are attached where the level allows it."""

    level: ArchiveLevel = ArchiveLevel.A3A
    files: tuple[AttachedFile, ...] = ()

    @property
    def attached(self) -> tuple[AttachedFile, ...]:
        """The files that the PDF carries: only PDF/A-3 may hold other files than PDF/A."""
        return self.files if self.level is ArchiveLevel.A3A else ()


def figures_and_origin(figures: bytes, origin: bytes) -> tuple[AttachedFile, AttachedFile]:
    """The two files of every report: its figures, and what they were made of."""
    return (
        AttachedFile("resultat.csv", figures, "Alla redovisade värden, ett per rad", "Data"),
        AttachedFile(
            "harkomst.json", origin, "Underlag, inställningar och programversioner", "Supplement"
        ),
    )
