"""How documents are kept for a long time: the levels of PDF/A."""

from __future__ import annotations

from enum import StrEnum


class ArchiveLevel(StrEnum):
    """The levels of PDF/A that a region can keep its documents at ("arkiv").

    Only 3a may carry the figures and their origin as attached files.
    """

    A1A = "1a"
    A2A = "2a"
    A3A = "3a"
