"""The section on coverage: which goals have measures, activities and assignments."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rapport.domain.activity import Activity, ActivityArea, Due, Timing
from rapport.domain.assignment import Assignment
from rapport.domain.coverage import Coverage, coverage_of
from rapport.domain.plan import Plan, StrategicGoal, SuccessFactor
from rapport.report.blocks import Block, Lead, Paragraph
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import plain
from rapport.report.sections import SECTIONS
from regions import MINI, prepared
from report.reading import cells, tables

PLAN = "vardplan-2023-2025"


@pytest.fixture(scope="module")
def facts() -> Facts:
    """The small region's report-back at T2 2024."""
    return prepared(MINI, reports=("aterrapportering",))[0].facts


def activity(number: str, *goals: str, measure: str | None = None) -> Activity:
    """An activity done for some goals."""
    due = Due("december", Timing.BY_MONTH, (12,))
    return Activity(f"a{number}", number, "Gör", ("Nära",), due, (), (), measure,
                    contributes_to=goals)  # fmt: skip


def bare(facts: Facts, *goals: StrategicGoal, **rest: object) -> Plan:
    """A plan of the region with other goals and nothing else that could be done for them."""
    empty = {"areas": (), "assignments": (), "other_indicators": ()}
    return replace(facts.plan(PLAN), goals=goals, **{**empty, **rest})  # type: ignore[arg-type]


def composed(facts: Facts, *plans: Plan) -> tuple[Block, ...]:
    """The section for a report on some plans."""
    return SECTIONS["tackning"](replace(facts, plans=plans), SectionRequest("tackning", {}))


def said(blocks: tuple[Block, ...]) -> list[str]:
    """The lead and the paragraphs."""
    return [plain(block.content) for block in blocks if isinstance(block, Lead | Paragraph)]


def test_a_strategy_without_measures_says_so_of_every_goal(facts: Facts) -> None:
    """Three goals with nothing: the lead, the table and each goal tell that, and no verdict."""
    goals = [StrategicGoal(name, name.title()) for name in ("ett", "två", "tre")]
    blocks = composed(facts, bare(facts, *goals))
    assert "Inget av tre mål har styrmått, aktiviteter eller uppdrag." == said(blocks)[0]
    assert [["Ett", "0", "0", "0", "Styrmått och aktiviteter"]] == cells(tables(blocks)[0])[:1]
    assert 3 == sum("har inget styrmått" in each for each in said(blocks))


def test_a_goal_is_told_with_its_measures_and_what_is_done_for_it(facts: Facts) -> None:
    """Names of measures and assignments, numbers of activities, and factors without measures."""
    measure = next(iter(facts.plan(PLAN).indicators))
    goal = StrategicGoal(
        "mal", "Målet", (SuccessFactor("f", "Med", "", (measure,)), SuccessFactor("g", "Utan"))
    )
    area = ActivityArea("o", "Område", "Aktivitet", (activity("1", "mal"), activity("2", "g")))
    task = Assignment("u", "1", "Utred", "Utredningen", contributes_to=("f",))
    blocks = composed(facts, bare(facts, goal, areas=(area,), assignments=(task,)))
    opening, told = said(blocks)
    assert "Planens enda mål har styrmått, och något görs för det." == opening
    assert told.startswith("Målet mäts med ett styrmått: ")
    assert told.endswith(
        "Utan styrmått är Utan. För målet görs aktivitet 1, aktivitet 2 och uppdraget utredningen."
    )
    assert [["1", "2", "1", "–"], ["1", "0", "1", "–"], ["0", "1", "0", "Styrmått"]] == [
        row[1:] for row in cells(tables(blocks)[0])
    ]


def test_plans_without_goals_are_told(facts: Facts) -> None:
    """A report on an action plan alone has nothing to cover."""
    assert ["Rapportens planer har inga mål."] == said(composed(facts, bare(facts)))


def _first(plan: Plan, *plans: Plan) -> Coverage:
    return next(coverage_of(plan, plans))


def test_another_plans_activity_counts_for_the_goal_it_names(facts: Facts) -> None:
    """An action plan that works for a strategy's goal covers it."""
    strategy = bare(facts, StrategicGoal("mal", "Målet"))
    area = ActivityArea("o", "Område", "Aktivitet", (activity("7", "mal"),))
    other = replace(bare(facts), id="handlingsplan", areas=(area,))
    assert ["7"] == [each.number for each in _first(strategy, strategy, other).activities]


def test_a_plans_own_goal_comes_before_another_plans_of_the_same_id(facts: Facts) -> None:
    """Two plans with a goal of the same id each keep their own activities."""
    goal = StrategicGoal("mal", "Målet")
    area = ActivityArea("o", "Område", "Aktivitet", (activity("7", "mal"),))
    first, second = bare(facts, goal), replace(bare(facts, goal, areas=(area,)), id="annan")
    assert _first(first, first, second).is_empty
    assert not _first(second, first, second).is_empty


def test_an_activity_measured_by_the_goals_concept_counts(facts: Facts) -> None:
    """The same thing measured in an action plan ties its activity to the goal."""
    measure = replace(next(iter(facts.plan(PLAN).indicators)), concept="samma")
    plan = bare(facts, StrategicGoal("mal", "Målet", (SuccessFactor("f", "F", "", (measure,)),)))
    own = replace(measure, id="annat-id")
    area = ActivityArea("o", "Område", "Aktivitet", (activity("3", measure="annat-id"),))
    other = replace(bare(facts), id="handlingsplan", other_indicators=(own,), areas=(area,))
    assert ["3"] == [each.number for each in _first(plan, plan, other).activities]
    unlike = replace(own, concept="annat")
    assert () == _first(plan, plan, replace(other, other_indicators=(unlike,))).activities
