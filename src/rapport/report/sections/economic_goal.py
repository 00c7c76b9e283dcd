"""The economic goal of an action plan ("ekonomiskt mål"): both series, verdict and activities."""

from __future__ import annotations

from rapport.domain.outcome import NOT_TOLD
from rapport.domain.plan import Indicator, Plan
from rapport.report.blocks import Block, Heading, Lead, Paragraph
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import line
from rapport.report.measure_anchor import measure_anchor
from rapport.report.measure_figures import figure_blocks
from rapport.report.measure_page import measure_standing, measure_story
from rapport.report.reference_figure import reference_blocks


def compose(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """The goal in the plan's words, and each measure that is a difference between two series."""
    plan = facts.plan(request.options["plan"])
    measures = [each for each in plan.indicators if each.reference is not None]
    alone = len(measures) == 1 and _is_due(facts, plan, measures[0])
    anchor = measure_anchor(plan, measures[0]) if alone else f"ekonomiskt-mal-{plan.id}"
    blocks: list[Block] = [
        Heading(
            1, "Ekonomiskt mål", anchor,
            kicker=f"{plan.short_name} {facts.occasion_label}", in_contents=True, new_page=True,
        ),
        Lead(line(plan.economic_goal or "Planen har inget ekonomiskt mål.")),
    ]  # fmt: skip
    for indicator in measures:
        if not alone:
            blocks.append(Heading(2, indicator.short_name, measure_anchor(plan, indicator)))
        blocks += _measure(facts, plan, indicator)
    return tuple(blocks)


def _is_due(facts: Facts, plan: Plan, indicator: Indicator) -> bool:
    return facts.headline(plan, indicator).blocker not in NOT_TOLD


def _measure(facts: Facts, plan: Plan, indicator: Indicator) -> list[Block]:
    """What a measure's own page would say, with both series in place of their difference."""
    if not _is_due(facts, plan, indicator):
        return [Paragraph(line(facts.headline(plan, indicator).explanation))]
    return [
        measure_standing(facts, plan, indicator),
        *(reference_blocks(facts, plan, indicator) or figure_blocks(facts, plan, indicator)),
        *measure_story(facts, plan, indicator),
    ]
