"""Good economic management: computed counts, a decided judgement, and the months of the law."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rapport.domain.follow_up import Part, PartDecision
from rapport.domain.outcome import Decision, Verdict
from rapport.domain.period import Occasion
from rapport.report.blocks import Block, DecisionBox, Legend
from rapport.report.chart_specs import RankedUnitsChart
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import plain
from rapport.report.legal_window import window_fault
from rapport.report.management_completeness import missing_judgement
from rapport.report.sections import SECTIONS
from rapport.report.sections.economic_management import split_goals
from rapport.report.unit_figure import unit_blocks
from regions import MINI, prepared
from report.reading import cells, figures, headings, sentences, tables

PLAN = "vardplan-2023-2025"
KIND = "god-ekonomisk-hushallning"


@pytest.fixture(scope="module")
def facts() -> Facts:
    """The small region at T2, its first goal in the economic perspective."""
    given = prepared(MINI, reports=("verksamhetsrapport",))[0].facts
    plan = given.plan(PLAN)
    first, *others = plan.goals
    goals = (
        replace(first, perspective="Ekonomi"),
        *(replace(goal, perspective="Medborgare") for goal in others),
    )
    request = SectionRequest(KIND, {"plan": PLAN})
    definition = replace(given.definition, sections=(request,))
    return replace(given, plans=(replace(plan, goals=goals),), definition=definition)


def section(facts: Facts, kind: str, **options: str) -> tuple[Block, ...]:
    """One section about the plan."""
    return SECTIONS[kind](facts, SectionRequest(kind, {"plan": PLAN, **options}))


def decided(facts: Facts) -> Facts:
    """The same facts when the whole has been judged."""
    decision = Decision(Verdict.NOT_MET, "Regiondirektören", "2024-09-06", "Underskottet väger")
    given = PartDecision(PLAN, Part.PLAN, PLAN, decision)
    return replace(facts, follow_up=replace(facts.follow_up, part_decisions=(given,)))


def test_the_goals_of_the_economic_perspective_are_financial(facts: Facts) -> None:
    """All other goals are operational, whatever their perspective."""
    financial, operational = split_goals(facts.plan(PLAN))
    assert [facts.plan(PLAN).goals[0]] == list(financial)
    assert len(facts.plan(PLAN).goals) - 1 == len(operational)


def test_every_measure_is_counted_once(facts: Facts) -> None:
    """The last row is the sum of the goals' rows."""
    (table,) = (t for t in tables(section(facts, KIND)) if t.anchor == "tabell-hushallning")
    *goals, total = [[int(figure) for figure in row[1:6]] for row in cells(table)]
    assert total == [sum(column) for column in zip(*goals, strict=True)]
    assert len(facts.headlines(facts.plan(PLAN))) == total[0]


def test_the_judgement_is_decided_and_not_counted(facts: Facts) -> None:
    """Without a decision there is none, whatever the counts say; with one its reason is told."""
    assert "Ingen samlad bedömning är beslutad." in _box(facts)
    assert "Skäl: Underskottet väger." in _box(decided(facts))


def _box(facts: Facts) -> str:
    (box,) = (block for block in section(facts, KIND) if isinstance(block, DecisionBox))
    return " ".join(map(plain, box.paragraphs))


def test_a_missing_judgement_stops_the_report(facts: Facts) -> None:
    """It is listed until someone has decided."""
    (item,) = missing_judgement(facts, "9 oktober")
    assert (True, "god-ekonomisk-hushallning") == (item.blocking, item.anchor)
    assert [] == list(missing_judgement(decided(facts), "9 oktober"))


def test_the_annex_says_which_months_it_is_about(facts: Facts) -> None:
    """At T2 eight months of a delårsrapport, at the end of the year the årsredovisning."""
    assert any("januari–augusti 2024, åtta av årets" in t for t in sentences(section(facts, KIND)))
    annual = replace(facts, occasion=Occasion.parse("AR-2024"))
    assert any("årsredovisningen 2024" in text for text in sentences(section(annual, KIND)))


@pytest.mark.parametrize("occasion", ["T2-2024", "K2-2024", "2024-07", "AR-2024"])
def test_half_to_two_thirds_of_a_year_is_lawful_and_so_is_a_year(
    facts: Facts, occasion: str
) -> None:
    """Six, seven and eight months, and the whole year as a year."""
    assert "" == window_fault(facts.definition, Occasion.parse(occasion))


@pytest.mark.parametrize(
    "occasion, words",
    [
        ("T1-2024", "januari–april 2024 är 4 av 12 månader"),
        ("K3-2024", "januari–september 2024 är 9 av 12 månader"),
        ("T3-2024", "Bygg den för AR-2024."),
    ],
)
def test_other_months_are_refused_in_plain_words(facts: Facts, occasion: str, words: str) -> None:
    """What is wrong and which period to build instead."""
    assert words in window_fault(facts.definition, Occasion.parse(occasion))


def test_other_reports_may_be_about_any_months(facts: Facts) -> None:
    """The law is about the delårsrapport only."""
    other = replace(facts.definition, sections=(SectionRequest("forstasida"),))
    assert "" == window_fault(other, Occasion.parse("T1-2024"))


def test_the_goals_stand_under_their_perspectives(facts: Facts) -> None:
    """Each goal has its perspective over it and a table of its measures."""
    said = section(facts, "mal-per-perspektiv", texter="nej")
    assert "Perspektiv: Ekonomi" in sentences(said)
    assert {goal.name for goal in facts.plan(PLAN).goals} <= set(headings(said))
    assert not any(isinstance(block, Legend) for block in said)


def test_a_forecast_is_left_out_when_the_year_is_over(facts: Facts) -> None:
    """The column is there at T2 and not in the årsredovisning."""
    annual = replace(facts, occasion=Occasion.parse("AR-2024"))
    titles = [
        {
            column.title
            for table in tables(section(each, "mal-per-perspektiv"))
            for column in table.columns
        }
        for each in (facts, annual)
    ]
    assert [True, False] == [any(t.startswith("Prognos") for t in found) for found in titles]


def test_units_stand_in_order_with_the_figures_of_the_figure(facts: Facts) -> None:
    """The table has the chart's units in the chart's order, hidden ones last."""
    plan = facts.plan(PLAN)
    found = [blocks for each in plan.indicators if (blocks := unit_blocks(facts, plan, each))]
    assert found
    for blocks in found:
        (figure,), (table,) = figures(blocks), tables(blocks)
        assert isinstance(figure.chart, RankedUnitsChart)
        rows = figure.chart.rows
        assert [(row.name, row.text) for row in rows] == [tuple(row[:2]) for row in cells(table)]
        shown = [row.value is not None for row in rows]
        assert sorted(shown, reverse=True) == shown
