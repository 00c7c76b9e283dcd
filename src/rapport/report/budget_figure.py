"""Money of a group of budget items against their budget: rows, causes, and the way between.

The waterfall goes from budget to forecast by cause where every difference is explained by
causes, and by item where some is not, so that its steps always add up.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from rapport.domain.follow_up import BudgetOutcome
from rapport.domain.plan import BudgetItem, Plan
from rapport.domain.quantity import Unit
from rapport.report.alt_text import alt_text
from rapport.report.blocks import Align, Block, Column, Figure, Note, Row, Table
from rapport.report.chart_specs import Bar, WaterfallChart
from rapport.report.facts import Facts
from rapport.report.inline import Line, line
from rapport.report.scale_note import scale_note
from rapport.swedish import dates, numbers, phrases, prose

_DECIMALS = 1
_MOST_STEPS = 8


@dataclass(frozen=True)
class BudgetRow:
    """A budget item with what has been used and what is expected."""

    item: BudgetItem
    given: BudgetOutcome

    @property
    def budget(self) -> Decimal:
        """The budget followed up: the one given for the year, else the plan's."""
        return self.given.budget if self.given.budget is not None else self.item.amount

    @property
    def gap(self) -> Decimal | None:
        """Budget minus forecast: minus is dearer than the budget."""
        return None if self.given.forecast is None else self.budget - self.given.forecast


def budget_rows(facts: Facts, plan: Plan, group: str) -> tuple[BudgetRow, ...]:
    """The items of a group that have been followed up, in the plan's order."""
    given = {each.item: each for each in facts.follow_up.budget if each.plan == plan.id}
    year = facts.occasion.year
    return tuple(
        BudgetRow(item, given[item.id])
        for item in plan.budget
        if item.group == group and item.year == year and item.id in given
    )


def missing_items(facts: Facts, plan: Plan, group: str) -> tuple[BudgetItem, ...]:
    """The items of a group that nobody has followed up."""
    found = {row.item for row in budget_rows(facts, plan, group)}
    year = facts.occasion.year
    own = (item for item in plan.budget if item.group == group and item.year == year)
    return tuple(item for item in own if item not in found)


def forecast_sentence(rows: tuple[BudgetRow, ...], year: int) -> str:
    """The forecast of all the items against their budget, in a sentence."""
    known = [row for row in rows if row.gap is not None]
    if not known:
        return f"Prognos för {year} har inte lämnats."
    budget = sum((row.budget for row in known), Decimal(0))
    forecast = sum((row.given.forecast or Decimal(0) for row in known), Decimal(0))
    shown = _money(forecast, known[0].item.unit)
    gap = budget - forecast
    if gap == 0:
        return f"Prognosen för {year} är {shown}, lika mycket som budgeten."
    side = "under" if gap > 0 else "över"
    size, whole = _money(abs(gap), known[0].item.unit), _money(budget, known[0].item.unit)
    return f"Prognosen för {year} är {shown}, {size} {side} budgeten på {whole}."


def _money(amount: Decimal, unit: Unit) -> str:
    return numbers.with_unit(amount, _DECIMALS, unit)


def budget_table(facts: Facts, plan: Plan, rows: tuple[BudgetRow, ...], name: str) -> Table:
    """Budget, outcome, forecast and difference for each item, with its causes and the sum."""
    month = dates.SHORT_MONTHS[facts.occasion.period.last_month - 1]
    year = facts.occasion.year
    span = f"jan–{month}" if month != "dec" else str(year)
    columns = (
        Column(name, 210, row_header=True),
        Column(f"Budget {year}", 100, Align.RIGHT),
        Column(f"Utfall\n{span}", 110, Align.RIGHT, highlight=True),
        Column(f"Prognos {year}", 110, Align.RIGHT),
        Column("Avvikelse", 110, Align.RIGHT),
        Column("Orsaker", 360, after_number=True),
    )
    unit = str(rows[0].item.unit)
    made = (*(_row(row) for row in rows), _total(rows))
    return Table(
        "Budget, utfall och prognos", columns, made, unit, anchor=f"tabell-{plan.id}-budget"
    )


def _row(row: BudgetRow) -> Row:
    causes = "; ".join(f"{cause.text} {_signed(cause.amount)}" for cause in row.given.causes)
    told = causes or row.given.comment or numbers.NO_VALUE
    return Row(
        (
            (line(row.item.name),),
            (_amount(row.budget),),
            (_amount(row.given.outcome),),
            (_amount(row.given.forecast),),
            (line(numbers.NO_VALUE if row.gap is None else _signed(row.gap)),),
            (line(told),),
        )
    )


def _total(rows: tuple[BudgetRow, ...]) -> Row:
    forecasts = [row.given.forecast for row in rows]
    whole = all(forecast is not None for forecast in forecasts)
    gaps = [row.gap for row in rows if row.gap is not None]
    return Row(
        (
            (line("Summa"),),
            (_amount(sum((row.budget for row in rows), Decimal(0))),),
            (_amount(sum((row.given.outcome for row in rows), Decimal(0))),),
            (_amount(sum((f for f in forecasts if f is not None), Decimal(0)) if whole else None),),
            (line(_signed(sum(gaps, Decimal(0))) if whole else numbers.NO_VALUE),),
            (line(""),),
        ),
        total=True,
    )


def _amount(value: Decimal | None) -> Line:
    return line(numbers.NO_VALUE if value is None else numbers.number(value, _DECIMALS))


def _signed(value: Decimal) -> str:
    return numbers.number(value, _DECIMALS, signed=True)


def waterfall_blocks(facts: Facts, plan: Plan, rows: tuple[BudgetRow, ...]) -> tuple[Block, ...]:
    """From budget to forecast in steps; nothing while a forecast is missing."""
    if not rows or any(row.gap is None for row in rows):
        return ()
    year, unit = facts.occasion.year, rows[0].item.unit
    chart = _waterfall(rows, year)
    title = _title(chart, unit)
    figure = Figure(
        title=title,
        subtitle=f"Från budget till prognos {year}, {unit}",
        chart=chart,
        alt=alt_text(chart, title),
        anchor=f"figur-{plan.id}-budget",
    )
    note = scale_note(chart)
    key = "Fylld stapel ökar kostnaden, ofylld minskar den."
    return (figure, Note(line(f"{key} {note}".strip())))


def _title(chart: WaterfallChart, unit: Unit) -> str:
    """The step that raises the cost most, and the one that lowers it most."""
    steps = [bar for bar in chart.bars if not bar.total]
    most = max(steps, key=lambda bar: bar.value, default=None)
    least = min(steps, key=lambda bar: bar.value, default=None)
    told = []
    if most is not None and most.value > 0:
        told.append(f"Störst ökning: {phrases.inside(most.name)} {_money(most.value, unit)}")
    if least is not None and least.value < 0:
        size = _money(-least.value, unit)
        told.append(f"störst minskning: {phrases.inside(least.name)} {size}")
    return prose.capitalised("; ".join(told)) or "Prognosen är lika med budgeten"


def _waterfall(rows: tuple[BudgetRow, ...], year: int) -> WaterfallChart:
    budget = sum((row.budget for row in rows), Decimal(0))
    forecast = sum((row.given.forecast or Decimal(0) for row in rows), Decimal(0))
    steps = _by_cause(rows) if _is_explained(rows) else _by_item(rows)
    return WaterfallChart(
        (
            Bar(f"Budget {year}", budget, numbers.number(budget, _DECIMALS), total=True),
            *(Bar(name, amount, _signed(amount)) for name, amount in steps),
            Bar(f"Prognos {year}", forecast, numbers.number(forecast, _DECIMALS), total=True),
        )
    )


def _is_explained(rows: tuple[BudgetRow, ...]) -> bool:
    """Whether the causes account for every difference and are few enough to be read."""
    full = all(
        sum((cause.amount for cause in row.given.causes), Decimal(0)) == -(row.gap or Decimal(0))
        for row in rows
    )
    return full and 0 < len(_by_cause(rows)) <= _MOST_STEPS


def _by_cause(rows: tuple[BudgetRow, ...]) -> list[tuple[str, Decimal]]:
    """Each cause once, the largest increase first."""
    amounts: dict[str, Decimal] = {}
    for row in rows:
        for cause in row.given.causes:
            amounts[cause.text] = amounts.get(cause.text, Decimal(0)) + cause.amount
    return sorted(amounts.items(), key=lambda step: (-step[1], step[0]))


def _by_item(rows: tuple[BudgetRow, ...]) -> list[tuple[str, Decimal]]:
    found = [(row.item.name, -(row.gap or Decimal(0))) for row in rows]
    return [(name, amount) for name, amount in found if amount]
