"""Control charts on the pages of measures, when a report asks for them."""

from __future__ import annotations

import pytest

from rapport.report.alt_text import MOST_CHARACTERS
from rapport.report.blocks import Block, Figure, Table
from rapport.report.chart_specs import ControlChart, Meaning
from rapport.report.control_figure import control_blocks
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.sections import goals
from regions import REPO, prepared

PLAN = "hsn-2023-2025"


@pytest.fixture(scope="module")
def facts() -> Facts:
    """The facts of the example region's report-back."""
    return prepared(REPO, reports=("aterrapportering",))[0].facts


def control_figures(blocks: tuple[Block, ...]) -> list[Figure]:
    """The figures with a control chart."""
    return [b for b in blocks if isinstance(b, Figure) and isinstance(b.chart, ControlChart)]


def blocks_of(facts: Facts, number: str) -> tuple[Block, ...]:
    """The control chart of a measure by its number in the plan."""
    plan = facts.plan(PLAN)
    indicator = next(each for each in plan.indicators if each.number == number)
    return control_blocks(facts, plan, indicator)


def test_pages_have_control_charts_only_when_asked_for(facts: Facts) -> None:
    """The usual page of a measure stays as it is."""
    usual = SectionRequest("strategiska-mal", {"plan": PLAN})
    wanted = SectionRequest("strategiska-mal", {"plan": PLAN, "styrdiagram": "ja"})

    assert [] == control_figures(goals.compose(facts, usual))
    assert len(control_figures(goals.compose(facts, wanted))) > 5


def test_figure_tells_both_verdicts_and_its_table_has_every_month(facts: Facts) -> None:
    """The share that gets in touch the same day: 32 months, better, and short of the target."""
    figure, _, table = blocks_of(facts, "2")

    assert isinstance(figure, Figure)
    assert isinstance(figure.chart, ControlChart)
    assert isinstance(table, Table)
    assert "har säkert blivit bättre" in figure.title
    assert "målet nås inte om inget ändras" in figure.title
    assert len(figure.alt) <= MOST_CHARACTERS
    assert 32 == len(figure.chart.marks)
    assert Meaning.BETTER == figure.chart.marks[-1].meaning
    assert 3 == len(table.rows)
    assert 13 == len(table.columns)


def test_a_count_has_limits_but_no_target_for_a_month(facts: Facts) -> None:
    """A year's target is not drawn among months."""
    figure = blocks_of(facts, "7")[0]

    assert isinstance(figure, Figure)
    assert isinstance(figure.chart, ControlChart)
    assert (None, "") == (figure.chart.target, figure.chart.target_text)
    assert figure.chart.high_text.startswith("Övre gräns")


def test_measure_without_thirteen_months_has_no_control_chart(facts: Facts) -> None:
    """Samtal om levnadsvanor has not been measured."""
    assert () == blocks_of(facts, "5")
