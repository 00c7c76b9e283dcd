"""What questions are made of."""

from __future__ import annotations

from dataclasses import dataclass

from rapport.domain.follow_up import FollowUp
from rapport.domain.period import Occasion
from rapport.domain.plan import Plan
from rapport.domain.region import Region
from rapport.fulfilment.evaluation import Evaluation


@dataclass(frozen=True)
class Asking:
    """What questions are made of: plans in force, what is given now and what was given before."""

    region: Region
    plans: tuple[Plan, ...]
    occasion: Occasion
    evaluation: Evaluation
    now: FollowUp
    before: FollowUp
    secretary: str
    due: str


def said(*parts: str) -> str:
    """An earlier answer in one line: its parts as sentences."""
    return ". ".join(part.rstrip(".") for part in parts if part) + "." if any(parts) else ""
