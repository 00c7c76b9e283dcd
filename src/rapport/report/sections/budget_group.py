"""A group of budget items ("fokusläkemedel") against its budget: forecast, causes, table."""

from __future__ import annotations

from rapport.report.blocks import Block, Editable, Heading, Lead, Note
from rapport.report.budget_figure import (
    budget_rows,
    budget_table,
    forecast_sentence,
    missing_items,
    waterfall_blocks,
)
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import line
from rapport.swedish import prose


def compose(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """The items of one group; says so when none of them has been followed up."""
    plan = facts.plan(request.options["plan"])
    group, title = request.options["grupp"], request.options["rubrik"]
    heading = Heading(
        1, title, f"budget-{plan.id}-{group}",
        kicker=f"{plan.short_name} {facts.occasion_label}", in_contents=True, new_page=True,
    )  # fmt: skip
    rows = budget_rows(facts, plan, group)
    if not rows:
        return (heading, Lead(line("Utfall mot budget har inte lämnats för perioden.")))
    example = " Exempeldata." if any(row.given.is_example for row in rows) else ""
    absent = [item.name for item in missing_items(facts, plan, group)]
    left_out = f" Utfall saknas för {prose.enumeration(absent)}." if absent else ""
    return (
        heading,
        Lead(line(forecast_sentence(rows, facts.occasion.year))),
        *_text(facts, f"handlingsplan.{group}", title),
        *waterfall_blocks(facts, plan, rows),
        budget_table(facts, plan, rows, title),
        Note(line(f"Minus i avvikelsen betyder högre kostnad än budget.{left_out}{example}")),
    )


def _text(facts: Facts, key: str, title: str) -> tuple[Block, ...]:
    text = facts.texts.get(key)
    return (Editable(key, title, text),) if text else ()
