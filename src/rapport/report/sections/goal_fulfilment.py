"""Fulfilment by perspective ("måluppfyllelse per perspektiv"): the goals of a plan in short."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.domain.follow_up import Part
from rapport.domain.outcome import Verdict
from rapport.domain.plan import Plan, StrategicGoal
from rapport.report.blocks import (
    Block,
    BulletList,
    Editable,
    Heading,
    Label,
    Lead,
    Note,
    Paragraph,
)
from rapport.report.decided import decided_blocks
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.goal_table import goal_table
from rapport.report.inline import line
from rapport.report.sections.goals import summary_sentence
from rapport.report.source_notes import source_note
from rapport.report.unit_figure import unit_blocks
from rapport.swedish import phrases


def compose(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """The plan's goals under their perspectives, or after each other where it has none."""
    plan = facts.plan(request.options["plan"])
    texts = request.options.get("texter", "ja") == "ja"
    name = request.options.get("rubrik") or plan.short_name
    blocks: list[Block] = [
        Heading(
            1, name, f"perspektiv-{plan.id}",
            kicker=f"Måluppfyllelse {facts.occasion_label}", in_contents=True, new_page=True,
        ),
    ]  # fmt: skip
    if not plan.goals:
        return (*blocks, Lead(line("Planen har inga mål att redovisa.")))
    blocks.append(Lead(line(summary_sentence(facts.headlines(plan)))))
    for goal in plan.goals:
        blocks += _goal(facts, plan, goal, texts=texts)
    return (*blocks, *_units(facts, plan, request))


def _units(facts: Facts, plan: Plan, request: SectionRequest) -> Iterator[Block]:
    """The units behind the measures that the report names ("enheter"); not in a unit's own."""
    wanted = [each.strip() for each in request.options.get("enheter", "").split(",")]
    found = [each for each in plan.indicators if each.id in wanted and facts.is_whole_region]
    shown = [(each, blocks) for each in found if (blocks := unit_blocks(facts, plan, each))]
    if shown:
        yield Heading(2, "Enheterna bakom måtten", f"enheter-{plan.id}")
    for indicator, blocks in shown:
        yield Heading(3, indicator.short_name, f"enheter-{plan.id}-{indicator.id}")
        yield from blocks


def _goal(facts: Facts, plan: Plan, goal: StrategicGoal, *, texts: bool) -> Iterator[Block]:
    headlines = facts.goal_headlines(plan, goal)
    kicker = f"Perspektiv: {goal.perspective}" if goal.perspective else ""
    yield Heading(2, goal.name, f"maluppfyllelse-{plan.id}-{goal.id}", kicker)
    yield from decided_blocks(facts, plan, Part.GOAL, goal.id, headlines)
    key = f"mal.{goal.id}"
    if texts and facts.texts.get(key):
        yield Editable(key, goal.name, facts.texts[key])
    elif goal.description:
        yield Paragraph(line(goal.description))
    indicators = tuple(i for factor in goal.factors for i in factor.indicators)
    if not indicators:
        if not (texts and facts.texts.get(key)):
            yield Paragraph(line("Målet har inga mått i planen och följs upp i text."))
        return
    anchor = f"tabell-maluppfyllelse-{plan.id}-{goal.id}"
    yield goal_table(facts, plan, indicators, "Mått", anchor)
    yield Note(line(source_note(facts, *indicators)))
    yield from _actions(facts, plan, goal)


def _actions(facts: Facts, plan: Plan, goal: StrategicGoal) -> Iterator[Block]:
    """What is done about the measures that are off target, one line each."""
    items = []
    for headline in facts.goal_headlines(plan, goal):
        if headline.final_verdict in {None, Verdict.MET}:
            continue
        for action in facts.follow_up.actions_for(plan.id, headline.indicator.id):
            who, due = phrases.inside(action.responsible), phrases.date_words(action.due)
            when = f", klart {due}" if due else ""
            text = action.text.removesuffix(".")
            items.append(f"{headline.indicator.number}: {text} ({who}{when}).")
    if items:
        yield Label(line("Åtgärder för mått som inte är uppfyllda"))
        yield BulletList(tuple(line(item) for item in items))
