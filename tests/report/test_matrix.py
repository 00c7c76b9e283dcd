"""The matrix of measures: which periods stand beside each other, and the one that is judged."""

from __future__ import annotations

import pytest

from rapport.domain.outcome import Blocker
from rapport.report.blocks import Table
from rapport.report.cells import judged_text
from rapport.report.facts import Facts
from rapport.report.matrix import matrices
from regions import MINI, prepared
from report.reading import cells

PLAN = "vardplan-2023-2025"


def facts_at(period: str) -> Facts:
    """The small region's report-back at an occasion."""
    return prepared(MINI, period=period, reports=("aterrapportering",))[0].facts


def matrix(facts: Facts) -> Table:
    """The matrix of the plan's first goal."""
    return matrices(facts, facts.plan(PLAN))[0]


@pytest.mark.parametrize(
    "period, titles",
    [
        ("T2-2024", ["T2 2023", "T3 2023", "T1 2024", "T2 2024", "Prognos"]),
        ("AR-2023", ["2022", "T1 2023", "T2 2023", "T3 2023", "2023"]),
    ],
)
def test_the_last_figures_are_those_that_are_judged(period: str, titles: list[str]) -> None:
    """A tertial stands after tertials and before a forecast; a year after the year before it."""
    found = [column.title for column in matrix(facts_at(period)).columns]
    assert titles == found[-len(titles) :]


@pytest.mark.parametrize("period", ["T2-2024", "AR-2023"])
def test_the_highlighted_column_is_the_occasions_own(period: str) -> None:
    """What the text says of a measure is what the matrix shows beside its verdict."""
    facts = facts_at(period)
    table = matrix(facts)
    (place,) = (at for at, column in enumerate(table.columns) if column.highlight)
    shown = {row[1].split(",")[0]: row[place] for row in cells(table)}
    plan = facts.plan(PLAN)
    whole = (each for each in plan.indicators if len(each.judged_series) == 1)
    due = (each for each in whole if facts.headline(plan, each).blocker is not Blocker.NOT_DUE)
    measures = [each for each in due if each.short_name in shown]
    assert measures
    for indicator in measures:
        told = judged_text(facts.headline(plan, indicator))
        assert shown[indicator.short_name].endswith(told)
