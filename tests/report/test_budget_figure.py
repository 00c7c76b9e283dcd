"""Money against budget: forecast, causes, and steps that add up."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from rapport.domain.follow_up import BudgetOutcome, Cause
from rapport.domain.plan import BudgetItem
from rapport.domain.quantity import Unit
from rapport.report.blocks import Block
from rapport.report.budget_figure import forecast_sentence
from rapport.report.chart_specs import WaterfallChart
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.sections import SECTIONS
from regions import MINI, prepared
from report.reading import cells, figures, sentences, tables

PLAN = "lakemedel-2024"
ITEMS = (
    BudgetItem("a", "Medicin A", 2024, Decimal(61), Unit.MILLION_KRONOR, "fokus"),
    BudgetItem("b", "Medicin B", 2024, Decimal(22), Unit.MILLION_KRONOR, "fokus"),
    BudgetItem("c", "Annat", 2024, Decimal(5), Unit.MILLION_KRONOR),
)
DEARER = BudgetOutcome(
    PLAN, "a", Decimal("38.2"), Decimal("63.5"),
    causes=(Cause("Fler patienter", Decimal("1.9")), Cause("Prisändring", Decimal("0.6"))),
)  # fmt: skip
CHEAPER = BudgetOutcome(
    PLAN, "b", Decimal("13.6"), Decimal("20.8"),
    causes=(Cause("Billigare avtal", Decimal("-1.2")),),
)  # fmt: skip


@pytest.fixture(scope="module")
def facts() -> Facts:
    """The small region with two medicines of a group and one item outside it."""
    given = prepared(MINI, reports=("aterrapportering",))[0].facts
    plan = replace(given.plan(PLAN), budget=ITEMS)
    return replace(given, plans=(plan,))


def said(facts: Facts, *given: BudgetOutcome) -> list[str]:
    """The section's sentences for what has been given."""
    return sentences(_section(facts, *given))


def _section(facts: Facts, *given: BudgetOutcome) -> tuple[Block, ...]:
    follow_up = replace(facts.follow_up, budget=given)
    options = {"plan": PLAN, "grupp": "fokus", "rubrik": "Fokusläkemedel"}
    request = SectionRequest("budgetgrupp", options)
    return SECTIONS["budgetgrupp"](replace(facts, follow_up=follow_up), request)


def steps(facts: Facts, *given: BudgetOutcome) -> list[tuple[str, Decimal]]:
    """The steps of the waterfall between budget and forecast."""
    (figure,) = figures(_section(facts, *given))
    assert isinstance(figure.chart, WaterfallChart)
    return [(bar.name, bar.value) for bar in figure.chart.bars if not bar.total]


def test_the_steps_are_the_causes_when_they_explain_everything(facts: Facts) -> None:
    """The largest increase first, and together they are the difference."""
    found = steps(facts, DEARER, CHEAPER)
    assert ["Fler patienter", "Prisändring", "Billigare avtal"] == [name for name, _ in found]
    assert Decimal("1.3") == sum(amount for _, amount in found)


def test_the_steps_are_the_items_when_some_cause_is_missing(facts: Facts) -> None:
    """A difference that nobody has explained must not make the steps go astray."""
    found = steps(facts, DEARER, replace(CHEAPER, causes=()))
    assert [("Medicin A", Decimal("2.5")), ("Medicin B", Decimal("-1.2"))] == found


def test_nothing_is_drawn_while_a_forecast_is_missing(facts: Facts) -> None:
    """The table has a dash and no sum of forecasts."""
    blocks = _section(facts, DEARER, replace(CHEAPER, forecast=None))
    assert [] == figures(blocks)
    (table,) = tables(blocks)
    assert ["Summa", "83,0", "51,8", "–", "–"] == cells(table)[-1][:5]


def test_the_sentence_says_which_side_of_the_budget(facts: Facts) -> None:
    """The forecast, the difference and the budget, of the items in the group only."""
    wanted = "Prognosen för 2024 är 84,3\u00a0mnkr, 1,3\u00a0mnkr över budgeten på 83,0\u00a0mnkr."
    assert wanted in said(facts, DEARER, CHEAPER)
    assert "Prognos för 2024 har inte lämnats." == forecast_sentence((), 2024)


def test_an_item_without_follow_up_is_named(facts: Facts) -> None:
    """One of two medicines is not accounted for."""
    assert any("Utfall saknas för Medicin B." in text for text in said(facts, DEARER))


def test_a_group_without_follow_up_says_so(facts: Facts) -> None:
    """There is a heading and a sentence, and no empty table."""
    assert "Utfall mot budget har inte lämnats för perioden." in said(facts)
