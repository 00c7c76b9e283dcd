"""The anchor of a measure's own page, so that every section can point to it."""

from __future__ import annotations

from rapport.domain.plan import Indicator, Plan


def measure_anchor(plan: Plan, indicator: Indicator) -> str:
    """A name unique in the document, made of ASCII ids only."""
    return f"matt-{plan.id}-{indicator.id}"
