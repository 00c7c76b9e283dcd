"""The goals of a plan as the plan states them: factors, measures, targets and footnotes."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.domain.plan import Plan, StrategicGoal, SuccessFactor
from rapport.report.blocks import (
    Block,
    BulletList,
    Heading,
    Labelled,
    Lead,
    Paragraph,
)
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import line
from rapport.report.plan_measures import definition_table, measure_table
from rapport.swedish import prose


def goals(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """Every goal with its factors and measures, then the measures that stand outside goals."""
    plan = facts.plan(request.options["plan"])
    if not plan.goals and not plan.other_indicators and not plan.economic_goal:
        return ()
    title = "Mål och styrmått" if plan.goals else "Styrmått"
    blocks: list[Block] = [
        chapter(title, f"plan-mal-{plan.id}", request),
        Lead(line(_lead(plan))),
    ]
    for goal in plan.goals:
        blocks += _goal(plan, goal)
    return (*blocks, *_outside(plan))


def chapter(title: str, anchor: str, request: SectionRequest) -> Heading:
    """A chapter that goes on after the one before, unless the report asks for a page of its own."""
    new_page = request.options.get("ny_sida", "nej") == "ja"
    return Heading(1, title, anchor, in_contents=True, new_page=new_page)


def _lead(plan: Plan) -> str:
    measures = prose.counted(len(tuple(plan.indicators)), prose.INDICATOR)
    if not plan.goals:
        return f"Planen har {measures}."
    factors = sum(len(goal.factors) for goal in plan.goals)
    parts = [
        prose.counted(len(plan.goals), prose.Noun("strategiskt mål", "strategiska mål")),
        prose.counted(factors, prose.FACTOR),
        measures,
    ]
    return f"Planen har {prose.enumeration(parts)}."


def _goal(plan: Plan, goal: StrategicGoal) -> Iterator[Block]:
    yield Heading(2, goal.name, f"plan-mal-{goal.id}", "Strategiskt mål", in_contents=True)
    if goal.description:
        yield Paragraph(line(goal.description))
    if goal.vision_areas:
        yield Labelled("Målbild", (BulletList(tuple(line(each) for each in goal.vision_areas)),))
    if not goal.factors:
        yield Paragraph(line("Målet har inga framgångsfaktorer och inga styrmått i planen."))
    for factor in goal.factors:
        yield from _factor(plan, factor)


def _factor(plan: Plan, factor: SuccessFactor) -> Iterator[Block]:
    yield Heading(3, f"Framgångsfaktor: {factor.name}", f"plan-faktor-{factor.id}")
    if factor.indicators:
        anchor = f"tabell-plan-faktor-{factor.id}"
        yield measure_table(plan, factor.indicators, "Styrmått", anchor)
    else:
        yield Paragraph(line("Framgångsfaktorn har inga egna styrmått i planen."))


def _outside(plan: Plan) -> Iterator[Block]:
    """What an action plan measures, and its economic goal."""
    if plan.economic_goal:
        yield Labelled("Ekonomi", (Paragraph(line(plan.economic_goal)),))
    if plan.other_indicators:
        yield measure_table(plan, plan.other_indicators, "Styrmått", f"tabell-plan-matt-{plan.id}")


def definitions(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """What each measure of the plan counts, as an appendix."""
    plan = facts.plan(request.options["plan"])
    if not any(plan.indicators):
        return ()
    heading = chapter("Definitioner", f"plan-definitioner-{plan.id}", request)
    return (heading, definition_table(plan))
