"""Pace ("takt"): whether a multi-year target is reached in time if things go on as they have."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class PaceClass(StrEnum):
    """How the pace so far stands to the pace that the target needs ("takt mot flerårsmålet")."""

    REACHED = "målet är redan nått"
    ON_TRACK = "takten räcker"
    MORE_NEEDED = "takten behöver öka"
    LIMITED = "takten är för låg"
    WRONG_WAY = "utvecklingen går åt fel håll"


@dataclass(frozen=True)
class Pace:
    """The yearly growth so far as a share of the yearly growth that the target needs.

    ``ratio`` is absent when the target is already reached, or there is none. ``yearly`` and
    ``needed`` are the growth a year so far, and from the base to the target (0,02 is 2 %).
    """

    status: PaceClass
    base_year: int
    target_year: int | None
    ratio: Decimal | None = None
    yearly: Decimal | None = None
    needed: Decimal | None = None
