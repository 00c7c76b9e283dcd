"""The region and its rules: everything ``rapport.toml`` says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rapport.domain.organisation import Board, OrganisationTree
from rapport.domain.plan import Plan
from rapport.domain.quantity import Unit
from rapport.domain.target import Tolerance


class ProfileKind(StrEnum):
    """What a judgement profile goes by ("slag")."""

    TOLERANCE = "tolerans"
    BINARY = "uppfyllt eller inte"
    LIMITS = "gränser"
    TREND = "utveckling"


@dataclass(frozen=True)
class JudgementProfile:
    """How a region judges ("bedömningsprofil"): versioned, printed in every report.

    ``tolerances`` by unit come before ``tolerance``; a measure's own comes before both.
    Only a profile of the kind "tolerans" uses them. ``id`` is what a plan names it by, empty
    for the region's own. ``quarters`` says that units are also placed among each other.
    """

    name: str
    version: str
    decided_by: str
    tolerance: Tolerance
    tolerances: tuple[tuple[Unit, Tolerance], ...] = ()
    kind: ProfileKind = ProfileKind.TOLERANCE
    id: str = ""
    quarters: bool = False


@dataclass(frozen=True)
class Region:
    """A region: name, bodies, organisation, rules and how its documents are made.

    ``threshold`` is the smallest group that may be shown ("sekretessgräns") and
    ``least_base`` the smallest that a share may be taken of, zero for any; ``example`` is
    the sentence printed in every document when the region holds example data.
    """

    id: str
    name: str
    organisations: OrganisationTree
    boards: tuple[Board, ...]
    profile: JudgementProfile
    threshold: int = 5
    least_base: int = 0
    archive: str = "3a"
    example: str = ""
    share_years: int = 3
    profiles: tuple[JudgementProfile, ...] = ()

    def profile_of(self, plan: Plan) -> JudgementProfile:
        """The profile that a plan is judged by: the one it names, else the region's own."""
        return next((p for p in self.profiles if p.id == plan.profile), self.profile)
