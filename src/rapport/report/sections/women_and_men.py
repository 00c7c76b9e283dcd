"""Women and men ("kvinnor och män"): every split measure side by side, with its difference."""

from __future__ import annotations

from decimal import Decimal

from rapport.domain.breakdown import Sex
from rapport.domain.outcome import Assessment, Verdict
from rapport.domain.plan import Better, Indicator, Plan
from rapport.domain.quantity import Unit
from rapport.fulfilment.intervals import difference_is_certain
from rapport.report import cells
from rapport.report.alt_text import alt_text
from rapport.report.blocks import (
    Align,
    Block,
    Column,
    Editable,
    Figure,
    Heading,
    Labelled,
    Lead,
    Note,
    Row,
    Table,
)
from rapport.report.chart_specs import DumbbellChart, DumbbellRow
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import Text, line
from rapport.report.key_messages import share_gaps
from rapport.report.source_notes import source_note
from rapport.report.tracks import level
from rapport.swedish import numbers, phrases, prose

Pair = tuple[Indicator, Assessment, Assessment]


def compose(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """Dumbbells of the shares, a table of all split measures, and the analysis."""
    plan = facts.plan(request.options["plan"]) if "plan" in request.options else facts.plans[0]
    pairs = [pair for pair in _pairs(facts, plan) if pair[0].unit is Unit.PERCENT]
    counts = [pair for pair in _pairs(facts, plan) if pair[0].unit is not Unit.PERCENT]
    heading = Heading(1, "Kvinnor och män", "kvinnor-och-man", in_contents=True, new_page=True)
    if not pairs and not counts:
        return (
            heading,
            Lead(line("Inget mått i planen redovisas för kvinnor och män denna period.")),
        )
    blocks: list[Block] = [heading, Lead(line(_lead(pairs + counts)))]
    if pairs:
        blocks += [_figure(facts, plan, pairs), _table(pairs, "procent", "tabell-kon-andelar")]
    if counts:
        blocks.append(_table(counts, "antal och kvoter", "tabell-kon-antal"))
    blocks.append(Note(line(_note(facts, plan, pairs + counts))))
    text = facts.texts.get("kvinnor-och-man")
    if text:
        blocks.append(Labelled("Analys", (Editable("kvinnor-och-man", "Kvinnor och män", text),)))
    return tuple(blocks)


def _pairs(facts: Facts, plan: Plan) -> list[Pair]:
    found: list[Pair] = []
    for indicator in plan.indicators:
        assessments = facts.assessments[plan.id, indicator.id]
        women, men = (cells.by_breakdown(assessments, sex) for sex in (Sex.WOMEN, Sex.MEN))
        if women and men and women.outcome.value is not None and men.outcome.value is not None:
            found.append((indicator, women, men))
    return found


def _better_for_women(pair: Pair) -> bool:
    indicator, women, men = pair
    gap = _gap(women, men)
    return gap > 0 if indicator.better is Better.HIGHER else gap < 0


def _gap(women: Assessment, men: Assessment) -> Decimal:
    return (women.outcome.value or Decimal(0)) - (men.outcome.value or Decimal(0))


def _lead(pairs: list[Pair]) -> str:
    shares = [
        pair
        for pair in pairs
        if pair[0].unit is Unit.PERCENT and pair[0].better is not Better.NEITHER
    ]
    both = [
        pair for pair in pairs if {pair[1].final_verdict, pair[2].final_verdict} == {Verdict.MET}
    ]
    judged = [pair for pair in pairs if pair[1].verdict is not None and pair[2].verdict is not None]
    of_all = f"{prose.count_word(len(both))} av {prose.count_word(len(judged))}"
    met = f"Målet nås för båda könen i {of_all} mått."
    if not shares:
        return met
    women = sum(_better_for_women(pair) for pair in shares)
    return (
        f"Kvinnor har bättre utfall i {prose.count_word(women)} av {prose.count_word(len(shares))} "
        f"andelsmått. {met}"
    )


def _figure(facts: Facts, plan: Plan, pairs: list[Pair]) -> Figure:
    widest, women, men = max(share_gaps(facts, plan), key=lambda gap: abs(gap[1] - gap[2]))
    chart = DumbbellChart(tuple(_dumbbell(pair) for pair in pairs), "%", "K\u00a0−\u00a0M")
    size = numbers.with_unit(abs(women - men), widest.decimals, Unit.PERCENTAGE_POINTS)
    title = f"Störst skillnad för {phrases.inside(widest.short_name)}: {size}"
    return Figure(
        title=title,
        subtitle=(
            f"Utfall {facts.occasion_label}, procent. Skillnad i procentenheter; "
            "fet stil betyder statistiskt säkerställd."
        ),
        chart=chart,
        alt=alt_text(chart, title),
        anchor="figur-kvinnor-och-man",
    )


def _dumbbell(pair: Pair) -> DumbbellRow:
    indicator, women, men = pair
    return DumbbellRow(
        name=indicator.short_name,
        women=women.outcome.value or Decimal(0),
        men=men.outcome.value or Decimal(0),
        women_target=level(women.target.target if women.target else None),
        men_target=level(men.target.target if men.target else None),
        difference=numbers.number(_gap(women, men), indicator.decimals, signed=True),
        certain=difference_is_certain(indicator, women.outcome, men.outcome),
    )


def _table(pairs: list[Pair], unit: str, anchor: str) -> Table:
    columns = (
        Column("Mått", 300, row_header=True),
        Column("Kvinnor", 78, Align.RIGHT),
        Column("Mål K", 84, Align.RIGHT),
        Column("Bedömning K", 146, after_number=True),
        Column("Män", 72, Align.RIGHT),
        Column("Mål M", 84, Align.RIGHT),
        Column("Bedömning M", 148, after_number=True),
        Column("Skillnad", 88, Align.RIGHT),
    )
    return Table(
        "Utfall, mål och bedömning för varje kön",
        columns,
        tuple(_row(pair) for pair in pairs),
        unit,
        anchor=anchor,
    )


def _row(pair: Pair) -> Row:
    indicator, women, men = pair
    certain = difference_is_certain(indicator, women.outcome, men.outcome)
    gap = numbers.number(_gap(women, men), indicator.decimals, signed=True)
    name = f"{indicator.number} {indicator.short_name}"
    if indicator.unit is Unit.COUNT:
        name = f"{name}, antal"
    return Row(
        (
            (line(name),),
            *_side(women),
            *_side(men),
            (line(Text(gap, strong=certain)),),
        )
    )


def _side(assessment: Assessment) -> tuple[cells.Lines, ...]:
    return (
        (cells.judged_line(assessment),),
        cells.target_lines((assessment,), assessment),
        (cells.verdict_line(assessment.final_verdict),),
    )


def _note(facts: Facts, plan: Plan, pairs: list[Pair]) -> str:
    shown = {indicator.id for indicator, _, _ in pairs}
    left = [indicator.number for indicator in plan.indicators if indicator.id not in shown]
    missing = f"Mått {prose.enumeration(left)} redovisas inte för kvinnor och män. " if left else ""
    return (
        "Skillnaden är kvinnor minus män, räknad på oavrundade tal; fet stil betyder statistiskt "
        f"säkerställd. {missing}{source_note(facts, *(pair[0] for pair in pairs))}"
    )
