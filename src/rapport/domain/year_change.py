"""The change of year ("årsskifte"): what becomes of a plan that ends when the next year begins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rapport.domain.assignment import ProgressNote


@dataclass(frozen=True)
class PlanRenewal:
    """What a plan's copy for the next years is to have, and what is left behind.

    ``marks`` are remarks by the id of what they are about (a control to change, an activity
    with its last answer, a measure with its last outcome); ``history`` is what has been
    reported of each assignment since the plan's own history; ``left_out`` are the ids of
    controls, assignments and agreements that do not follow. ``has_example_history`` says that
    some of the history is example data. ``plan_ids`` are the new ids of
    other plans that are renewed at the same time.
    """

    old_id: str
    new_id: str
    first_year: int
    last_year: int
    old_years: tuple[int, int]
    marks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    history: Mapping[str, tuple[ProgressNote, ...]] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    plan_ids: Mapping[str, str] = field(default_factory=dict)
    has_example_history: bool = False


@dataclass(frozen=True, order=True)
class ToReview:
    """Something that a person must look at after the change of year: where, and what."""

    path: str
    what: str
