"""What an account of good economic management still lacks: the decided judgement of the whole."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.domain.follow_up import Part
from rapport.report.facts import Facts, MissingItem


def missing_judgement(facts: Facts, submission: str) -> Iterator[MissingItem]:
    """The judgement that someone has to make, because it does not follow from the counts."""
    for request in facts.definition.sections:
        if request.kind != "god-ekonomisk-hushallning":
            continue
        plan = facts.plan(request.options["plan"])
        if facts.follow_up.decision_for(plan.id, Part.PLAN, plan.id) is None:
            what = f"Samlad bedömning av god ekonomisk hushållning saknas för {plan.short_name}"
            who = facts.definition.head.responsible or facts.board_name(plan.board)
            yield MissingItem(
                blocking=True,
                what=what,
                who=who,
                due=submission,
                anchor="god-ekonomisk-hushallning",
            )
