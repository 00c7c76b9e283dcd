"""Decided verdicts ("beslutade bedömningar") of goals, factors and plans beside the proposals."""

from __future__ import annotations

from rapport.domain.follow_up import Part
from rapport.domain.outcome import Assessment, Decision
from rapport.domain.plan import Plan
from rapport.fulfilment import summary
from rapport.report.blocks import Block, Paragraph
from rapport.report.facts import Facts
from rapport.report.inline import line
from rapport.swedish import phrases


def decision_of(facts: Facts, plan: Plan, part: Part, item: str) -> Decision | None:
    """What has been decided; only the whole region's report has decisions."""
    return facts.follow_up.decision_for(plan.id, part, item) if facts.is_whole_region else None


def decided_words(decision: Decision, headlines: tuple[Assessment, ...]) -> str:
    """The decided verdict with office, date and reason, and the proposal where it differs."""
    proposal = summary.proposal(headlines)
    same = proposal is decision.verdict
    beside = "som är lika med förslaget" if same else "Förslaget ur måtten är"
    rest = f", {beside}." if same else f". {beside} {phrases.verdict_word(proposal)}."
    return (
        f"Beslutad bedömning är {phrases.verdict_word(decision.verdict)} "
        f"({decision.office}, {phrases.date_words(decision.date)}){rest} Skäl: {decision.reason}"
        f"{'' if decision.reason.endswith('.') else '.'}"
    )


def decided_blocks(
    facts: Facts, plan: Plan, part: Part, item: str, headlines: tuple[Assessment, ...]
) -> tuple[Block, ...]:
    """The paragraph on what has been decided; nothing where nothing has."""
    decision = decision_of(facts, plan, part, item)
    return (Paragraph(line(decided_words(decision, headlines))),) if decision else ()
