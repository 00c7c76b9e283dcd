"""Reads single plans of an example workspace, for the tests that hold them to their sources."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from rapport.domain.plan import Plan
from rapport.sources.workspace import read_workspace


@cache
def _plans(root: Path) -> tuple[Plan, ...]:
    workspace, _ = read_workspace(root, None)
    return workspace.plans


def plan_of(root: Path, plan_id: str) -> Plan:
    """A plan of a workspace by id."""
    return next(plan for plan in _plans(root) if plan.id == plan_id)
