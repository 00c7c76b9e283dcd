"""The economic goal of an action plan ("ekonomiskt mål"): both series, verdict and activities."""

from __future__ import annotations

from rapport.domain.outcome import Blocker
from rapport.domain.plan import Indicator, Plan
from rapport.report import cells
from rapport.report.blocks import Block, Heading, Labelled, Lead, Paragraph
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import Inline, PageRef, Text, line
from rapport.report.measure_anchor import measure_anchor
from rapport.report.reference_figure import reference_blocks


def compose(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """The goal in the plan's words, and each measure that is a difference between two series."""
    plan = facts.plan(request.options["plan"])
    blocks: list[Block] = [
        Heading(
            1, "Ekonomiskt mål", f"ekonomiskt-mal-{plan.id}",
            kicker=f"{plan.short_name} {facts.occasion_label}", in_contents=True, new_page=True,
        ),
    ]  # fmt: skip
    if not plan.economic_goal:
        return (*blocks, Lead(line("Planen har inget ekonomiskt mål.")))
    blocks.append(Lead(line(plan.economic_goal)))
    for indicator in plan.indicators:
        if indicator.reference is not None:
            blocks += _measure(facts, plan, indicator)
    return tuple(blocks)


def _measure(facts: Facts, plan: Plan, indicator: Indicator) -> list[Block]:
    headline = facts.headline(plan, indicator)
    if headline.blocker is Blocker.NOT_DUE:
        return [Paragraph(line(headline.explanation))]
    where: tuple[Inline, ...] = ()
    if facts.has_page(plan, indicator):
        where = (
            Text(" Analys och åtgärder står på sidan "),
            PageRef(measure_anchor(plan, indicator)),
        )
        where = (*where, Text("."))
    verdict = cells.verdict_line(headline.final_verdict, short=False)
    return [
        Paragraph(verdict),
        Labelled("Läget", (Paragraph((Text(headline.explanation), *where)),)),
        *reference_blocks(facts, plan, indicator),
    ]
