"""The region and its rules: everything ``rapport.toml`` says."""

from __future__ import annotations

from dataclasses import dataclass

from rapport.domain.organisation import Board, OrganisationTree
from rapport.domain.quantity import Unit
from rapport.domain.target import Tolerance


@dataclass(frozen=True)
class JudgementProfile:
    """How a region judges ("bedömningsprofil"): versioned, printed in every report.

    ``tolerances`` by unit come before ``tolerance``; a measure's own comes before both.
    """

    name: str
    version: str
    decided_by: str
    tolerance: Tolerance
    tolerances: tuple[tuple[Unit, Tolerance], ...] = ()


@dataclass(frozen=True)
class Region:
    """A region: name, bodies, organisation, rules and how its documents are made.

    ``threshold`` is the smallest group that may be shown ("sekretessgräns"); ``example``
    is the sentence printed in every document when the region holds example data.
    """

    id: str
    name: str
    organisations: OrganisationTree
    boards: tuple[Board, ...]
    profile: JudgementProfile
    threshold: int = 5
    archive: str = "3a"
    example: str = ""
    share_years: int = 3
