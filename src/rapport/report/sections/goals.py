"""Strategic goals ("strategiska mål"): per success factor narrative, table and each measure."""

from __future__ import annotations

from rapport.domain.breakdown import Sex
from rapport.domain.follow_up import Part
from rapport.domain.outcome import NOT_TOLD, Assessment, Blocker, Verdict
from rapport.domain.plan import Indicator, Plan, StrategicGoal, SuccessFactor
from rapport.fulfilment import summary
from rapport.report import cells
from rapport.report.blocks import (
    Align,
    Block,
    BulletList,
    Column,
    Editable,
    Heading,
    Lead,
    Note,
    Paragraph,
    Row,
    Table,
)
from rapport.report.control_figure import control_blocks
from rapport.report.decided import decided_blocks
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import line
from rapport.report.matrix import judged
from rapport.report.measure_page import measure_blocks
from rapport.report.source_notes import source_note, with_unit_words
from rapport.swedish import dates, phrases, prose, terms


def compose(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """Every strategic goal of a plan; those with measures each begin on a new page."""
    plan = facts.plan(request.options["plan"])
    return tuple(block for goal in plan.goals for block in _goal(facts, plan, goal, request))


def _goal(facts: Facts, plan: Plan, goal: StrategicGoal, request: SectionRequest) -> list[Block]:
    pages = request.options.get("matt", "ja") == "ja"
    control = request.options.get("styrdiagram", "nej") == "ja"
    blocks: list[Block] = [
        Heading(
            1, goal.name, f"mal-{goal.id}", "Strategiskt mål",
            in_contents=True, new_page=any(factor.indicators for factor in goal.factors),
        ),
        Lead(line(_goal_lead(facts, plan, goal))),
        *decided_blocks(facts, plan, Part.GOAL, goal.id, facts.goal_headlines(plan, goal)),
    ]  # fmt: skip
    text = facts.texts.get(f"mal.{goal.id}")
    if text:
        blocks.append(Editable(f"mal.{goal.id}", goal.name, text))
    for factor in goal.factors:
        blocks += factor_blocks(facts, plan, factor)
        for indicator in factor.indicators if pages else ():
            if facts.headline(plan, indicator).blocker not in NOT_TOLD:
                blocks += measure_blocks(facts, plan, indicator, factor)
                blocks += control_blocks(facts, plan, indicator) if control else ()
    return blocks


def _goal_lead(facts: Facts, plan: Plan, goal: StrategicGoal) -> str:
    headlines = facts.goal_headlines(plan, goal)
    if not headlines:
        return "Planen har inga styrmått för detta mål. Det följs upp i text."
    return summary_sentence(headlines)


def summary_sentence(headlines: tuple[Assessment, ...]) -> str:
    """How the measures of a goal or factor stand: "Av åtta styrmått är två uppfyllda, …"."""
    if len(headlines) == 1:
        return f"Målet har ett styrmått: {phrases.verdict_word(headlines[0].final_verdict)}."
    counted = summary.counts(headlines)
    parts = [
        f"{prose.count_word(count)} {phrases.verdict_word_for(verdict, count)}"
        for verdict, count in counted.items()
        if count and verdict is not Verdict.NOT_ASSESSABLE
    ]
    without = [a.blocker for a in headlines if a.final_verdict is None]
    undue, elsewhere = without.count(Blocker.NOT_DUE), without.count(Blocker.NOT_FOR_UNIT)
    others = (
        ("kan", counted[Verdict.NOT_ASSESSABLE], "inte bedömas"),
        ("redovisas", undue, "senare"),
        ("redovisas", elsewhere, "inte för enheten"),
        ("visas", len(without) - undue - elsewhere, "inte"),
    )
    left = [(verb, prose.count_word(count), rest) for verb, count, rest in others if count]
    opening = f"är {prose.enumeration(parts)}" if parts else " ".join(left.pop(0))
    following = "".join(f"; {count} {verb} {rest}" for verb, count, rest in left)
    return f"Av {prose.count_word(len(headlines))} styrmått {opening}{following}."


def factor_blocks(facts: Facts, plan: Plan, factor: SuccessFactor) -> list[Block]:
    """A success factor: its narrative, the table of its measures and what is not reported."""
    headlines = tuple(facts.headline(plan, indicator) for indicator in factor.indicators)
    blocks: list[Block] = [
        Heading(2, factor.name, f"faktor-{factor.id}", "Framgångsfaktor"),
        *decided_blocks(facts, plan, Part.FACTOR, factor.id, headlines),
    ]
    key = f"faktor.{factor.id}"
    text = facts.texts.get(key)
    if text:
        blocks.append(Editable(key, factor.name, text))
    if not factor.indicators and text:
        return blocks
    if not factor.indicators:
        words = "Framgångsfaktorn har inga egna styrmått i planen och får därför ingen bedömning."
        return [*blocks, Paragraph(line(words))]
    blocks.append(_table(facts, plan, factor))
    blocks.append(Note(line(_note(facts, factor))))
    return [*blocks, *_not_reported(facts, plan, factor)]


def _table(facts: Facts, plan: Plan, factor: SuccessFactor) -> Table:
    split = any(indicator.split_by_sex for indicator in factor.indicators)
    year = facts.occasion.year
    last = facts.headline(plan, factor.indicators[0]).outcome.period.years_earlier()
    month = dates.SHORT_MONTHS[facts.occasion.period.last_month - 1]
    same = len({facts.headline(plan, i).outcome.period for i in factor.indicators}) == 1
    columns = (
        Column("Styrmått", 182 if split else 326, row_header=True),
        Column("Ingångs\u00advärde", 90, Align.RIGHT),
        Column(dates.short_label(last) if same else f"per {month} {year - 1}", 82, Align.RIGHT),
        *((Column("Kvinnor", 82, Align.RIGHT), Column("Män", 70, Align.RIGHT)) if split else ()),
        Column("Totalt" if split else "Utfall", 76 if split else 90, Align.RIGHT, highlight=True),
        Column(f"Mål {year}", 90, Align.RIGHT),
        Column(f"Mål {plan.last_year}", 90, Align.RIGHT),
        Column("Bedömning", 142 if split else 136, after_number=True),
        Column("Prognos", 96),
    )
    rows = tuple(
        row for indicator in factor.indicators for row in _rows(facts, plan, indicator, split=split)
    )
    return Table(
        "Styrmått",
        columns,
        rows,
        _caption_note(facts, plan, factor),
        anchor=f"tabell-faktor-{factor.id}",
    )


def _caption_note(facts: Facts, plan: Plan, factor: SuccessFactor) -> str:
    covers = {dates.basis_words(facts.headline(plan, i).outcome.period) for i in factor.indicators}
    return covers.pop() if len(covers) == 1 else f"uppföljning {facts.occasion_label}"


def _rows(facts: Facts, plan: Plan, indicator: Indicator, *, split: bool) -> tuple[Row, ...]:
    assessments = facts.assessments[plan.id, indicator.id]
    shown = judged(facts, plan, indicator)
    return tuple(_row(plan, assessments, each, split=split) for each in shown)


def _row(plan: Plan, assessments: tuple[Assessment, ...], own: Assessment, *, split: bool) -> Row:
    indicator = own.indicator
    name = f"{indicator.number} {indicator.short_name}"
    if own.breakdown.dimensions:
        name = f"{name}, {cells.series_name(indicator, own.breakdown).lower()}"
    sexes = [cells.by_breakdown(assessments, sex) for sex in Sex] if split else []
    return Row(
        (
            (line(with_unit_words(indicator, name)),),
            cells.baseline_lines(indicator, own),
            (cells.value_line(own.last_year, indicator),),
            *((cells.judged_line(each),) for each in sexes),
            (cells.judged_line(own),),
            cells.target_lines(own.parts or (own,), own),
            cells.stated_target_lines(indicator, plan.last_year),
            (cells.verdict_line(own.final_verdict),),
            (cells.forecast_line(own.forecast, terms.SHORT_VERDICTS),),
        )
    )


def _note(facts: Facts, factor: SuccessFactor) -> str:
    remarks = [
        f"Mått {indicator.number}: {indicator.sex_note}"
        for indicator in factor.indicators
        if indicator.sex_note and not indicator.split_by_sex
    ]
    return " ".join([*remarks, source_note(facts, *factor.indicators)])


def _not_reported(facts: Facts, plan: Plan, factor: SuccessFactor) -> list[Block]:
    """Measures without a verdict, each with its reason; nothing when all have one."""
    blocked = [a for i in factor.indicators if (a := facts.headline(plan, i)).blocker is not None]
    blocked = [
        a for a in blocked if a.blocker is not Blocker.NOT_ALL_PARTS or a.verdict is not None
    ]
    if not blocked:
        return []
    items = tuple(
        line(f"{a.indicator.number} {a.indicator.short_name}: {a.explanation}") for a in blocked
    )
    return [Heading(3, "Utan bedömning denna period", f"utan-{factor.id}"), BulletList(items)]
