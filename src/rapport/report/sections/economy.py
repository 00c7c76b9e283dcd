"""Economy ("ekonomi"): the board's budget, and the economic goals that are measures."""

from __future__ import annotations

from decimal import Decimal

from rapport.domain.follow_up import BudgetOutcome
from rapport.domain.plan import BudgetItem, Plan
from rapport.domain.quantity import Unit
from rapport.report import cells
from rapport.report.blocks import (
    Align,
    Block,
    Column,
    Editable,
    Heading,
    Labelled,
    Lead,
    Note,
    Paragraph,
    Row,
    Table,
)
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import Line, PageRef, Text, line
from rapport.report.measure_anchor import measure_anchor
from rapport.swedish import dates, numbers, phrases

_MONEY = {
    Unit.KRONOR,
    Unit.KRONOR_PER_INHABITANT,
    Unit.THOUSAND_KRONOR,
    Unit.MILLION_KRONOR,
    Unit.BILLION_KRONOR,
}


def compose(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """Budget, outcome and forecast with the causes; then the economic measures."""
    rows = [row for plan in facts.plans for row in _followed(facts, plan)]
    own_page = request.options.get("ny_sida", "ja") == "ja"
    blocks: list[Block] = [Heading(1, "Ekonomi", "ekonomi", in_contents=True, new_page=own_page)]
    if rows:
        blocks += [Lead(line(_lead(rows))), _table(facts, rows), Note(line(_note(rows)))]
        blocks += [
            Labelled("Orsaker", (Paragraph(line(given.comment)),))
            for _, given in rows
            if given.comment
        ]
    else:
        blocks.append(Lead(line("Utfall mot budget har inte lämnats för perioden.")))
    text = facts.texts.get("ekonomi")
    if text:
        blocks.append(Labelled("Läget", (Editable("ekonomi", "Ekonomi", text),)))
    return (*blocks, *_measures(facts))


def _followed(facts: Facts, plan: Plan) -> list[tuple[BudgetItem, BudgetOutcome]]:
    """The board's own items; those of a group ("fokusläkemedel") have a section of their own."""
    return [
        (item, given)
        for given in facts.follow_up.budget
        if given.plan == plan.id
        for item in plan.budget
        if item.id == given.item and not item.group
    ]


def budget_of(item: BudgetItem, given: BudgetOutcome) -> Decimal:
    """The budget followed up: the one given for the year, else the plan's."""
    return given.budget if given.budget is not None else item.amount


def _lead(rows: list[tuple[BudgetItem, BudgetOutcome]]) -> str:
    item, given = rows[0]
    budget = numbers.with_unit(budget_of(item, given), 1, item.unit)
    if given.forecast is None:
        return f"Budgeten är {budget}. Helårsprognos har inte lämnats."
    forecast = numbers.with_unit(given.forecast, 1, item.unit)
    gap = budget_of(item, given) - given.forecast
    if gap == 0:
        return f"Helårsprognosen är {forecast}, lika mycket som budgeten."
    side = "under" if gap > 0 else "över"
    size = numbers.with_unit(abs(gap), 1, item.unit)
    return f"Helårsprognosen är {forecast}, {size} {side} budgeten på {budget}."


def _table(facts: Facts, rows: list[tuple[BudgetItem, BudgetOutcome]]) -> Table:
    month = dates.SHORT_MONTHS[facts.occasion.period.last_month - 1]
    columns = (
        Column("Post", 330, row_header=True),
        Column(f"Budget {facts.occasion.year}", 165, Align.RIGHT),
        Column(f"Utfall jan–{month}", 175, Align.RIGHT, highlight=True),
        Column(f"Prognos {facts.occasion.year}", 165, Align.RIGHT),
        Column("Avvikelse", 165, Align.RIGHT),
    )
    return Table(
        "Budget och prognos",
        columns,
        tuple(_row(*row) for row in rows),
        str(rows[0][0].unit),
        anchor="tabell-ekonomi",
    )


def _row(item: BudgetItem, given: BudgetOutcome) -> Row:
    budget = budget_of(item, given)
    gap = None if given.forecast is None else budget - given.forecast
    return Row(
        (
            (line(item.name),),
            (line(numbers.number(budget, 1)),),
            (line(numbers.number(given.outcome, 1)),),
            (_amount(given.forecast, signed=False),),
            (_amount(gap, signed=True),),
        )
    )


def _amount(value: Decimal | None, *, signed: bool) -> Line:
    return line(numbers.NO_VALUE if value is None else numbers.number(value, 1, signed=signed))


def _note(rows: list[tuple[BudgetItem, BudgetOutcome]]) -> str:
    decided = "; ".join(
        f"{phrases.inside(item.name)} {item.year} är "
        f"{numbers.with_unit(item.amount, 1, item.unit)} enligt planen"
        for item, given in rows
        if given.budget is not None
    )
    example = " Exempeldata." if any(given.is_example for _, given in rows) else ""
    given = "; årets budget är hämtad ur uppföljningen"
    opening = f"{decided[:1].upper()}{decided[1:]}{given}. " if decided else ""
    return f"{opening}Minus i avvikelsen betyder högre kostnad än budget.{example}"


def _measures(facts: Facts) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for plan in facts.plans:
        for indicator in plan.indicators:
            if indicator.unit not in _MONEY:
                continue
            headline = facts.headline(plan, indicator)
            content = [Text(headline.explanation + " ")]
            blocks.append(Heading(2, indicator.short_name, f"ekonomi-{indicator.id}"))
            if plan.economic_goal:
                blocks.append(Paragraph(line(plan.economic_goal)))
            anchor = measure_anchor(plan, indicator)
            where = (Text("Måttet visas på sidan "), PageRef(anchor), Text("."))
            blocks.append(
                Labelled(
                    "Läget",
                    (Paragraph((*content, *(where if facts.has_page(plan, indicator) else ()))),),
                )
            )
            blocks.append(
                Labelled(
                    "Bedömning",
                    (Paragraph(cells.verdict_line(headline.final_verdict, short=False)),),
                )
            )
    return tuple(blocks)
