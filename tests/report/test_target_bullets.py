"""Measures against their targets on one page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rapport.report.chart_specs import BulletChart
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.sections import SECTIONS
from rapport.report.target_bullets import target_bullets
from regions import MINI, prepared
from report.reading import figures


@pytest.fixture(scope="module")
def facts() -> Facts:
    """The small region's report-back at T2 2024."""
    return prepared(MINI, reports=("aterrapportering",))[0].facts


def test_only_measures_with_a_figure_and_a_number_are_shown(facts: Facts) -> None:
    """What is judged by sex only, or against a direction, has no bar of its own."""
    plan = facts.plans[0]
    (figure,) = figures(target_bullets(facts, plan))
    assert isinstance(figure.chart, BulletChart)
    shown = {row.name: row for row in figure.chart.rows}
    headlines = {each.indicator.short_name: each for each in facts.headlines(plan)}
    for name, row in shown.items():
        assert headlines[name].outcome.value == row.value
        assert row.target is not None
    assert set(shown) < set(headlines)
    assert "T2 2024" == figure.chart.value_title


def test_the_option_puts_them_before_the_tables(facts: Facts) -> None:
    """Without it the section is as before."""
    request = SectionRequest("styrmatt-oversikt", {"kulrader": "ja"})
    plainly = SECTIONS["styrmatt-oversikt"](facts, SectionRequest("styrmatt-oversikt"))
    asked = SECTIONS["styrmatt-oversikt"](facts, request)
    assert (0, 1) == (len(figures(plainly)), len(figures(asked)))


def test_one_measure_alone_needs_no_figure(facts: Facts) -> None:
    """A row by itself compares nothing."""
    goal = facts.plans[0].goals[0]
    factor = replace(goal.factors[0], indicators=goal.factors[0].indicators[:1])
    plan = replace(facts.plans[0], goals=(replace(goal, factors=(factor,)),), other_indicators=())
    assert () == target_bullets(facts, plan)
