"""Coverage ("täckning"): which goals rest on measures, activities and assignments."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.domain.coverage import Coverage, coverage_of
from rapport.domain.plan import Plan
from rapport.report.blocks import (
    Align,
    Block,
    Column,
    Heading,
    Lead,
    Note,
    Paragraph,
    Row,
    Table,
)
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import Line, line
from rapport.swedish import phrases, prose

_NOTE = (
    "En aktivitet eller ett uppdrag räknas till ett mål när planen säger att det görs för målet, "
    "eller när det mäts med ett av målets styrmått."
)

_ONE = {
    (True, True): "har styrmått, och något görs för det",
    (True, False): "har styrmått men varken aktiviteter eller uppdrag",
    (False, True): "har inget styrmått, men något görs för det",
    (False, False): "har varken styrmått, aktiviteter eller uppdrag",
}
"""What is said of a plan's only goal, by whether it is measured and whether anything is done."""


def compose(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """A table of goals and success factors against what is measured and done; each in words."""
    named = request.options.get("plan")
    plans = [facts.plan(named)] if named else [plan for plan in facts.plans if plan.goals]
    blocks: list[Block] = [
        Heading(1, "Målens täckning", "tackning", in_contents=True, new_page=True)
    ]
    if not any(plan.goals for plan in plans):
        return (*blocks, Lead(line("Rapportens planer har inga mål.")))
    for plan in plans:
        covered = tuple(coverage_of(plan, facts.plans))
        if len(plans) > 1:
            blocks.append(Heading(2, plan.short_name, f"tackning-{plan.id}"))
        blocks += [Lead(line(_lead(covered))), _table(plan, covered), Note(line(_NOTE))]
        blocks += _one_by_one(plan, covered)
    return tuple(blocks)


def _lead(covered: tuple[Coverage, ...]) -> str:
    """How many of the goals are measured, and how many have something done for them."""
    goals = [each for each in covered if each.factor is None]
    measured = sum(bool(each.measures) for each in goals)
    acted_on = sum(bool(each.activities or each.assignments) for each in goals)
    if len(goals) == 1:
        return f"Planens enda mål {_ONE[bool(measured), bool(acted_on)]}."
    if not measured and not acted_on:
        return f"{_of_all(0, len(goals))} har styrmått, aktiviteter eller uppdrag."
    return (
        f"{_of_all(measured, len(goals))} har styrmått, och "
        f"{phrases.inside(_of_all(acted_on, len(goals)))} har aktiviteter eller uppdrag."
    )


def _of_all(count: int, total: int) -> str:
    return prose.capitalised(prose.out_of(count, total, prose.GOAL))


def _table(plan: Plan, covered: tuple[Coverage, ...]) -> Table:
    return Table(
        caption="Vad målen vilar på",
        caption_note=phrases.inside(plan.short_name),
        columns=(
            Column("Mål och framgångsfaktor", 400, row_header=True),
            Column("Styrmått", 115, Align.RIGHT),
            Column("Aktiviteter", 125, Align.RIGHT),
            Column("Uppdrag", 110, Align.RIGHT),
            Column("Det som saknas", 250, after_number=True),
        ),
        rows=tuple(_row(each) for each in covered),
        anchor=f"tabell-tackning-{plan.id}",
    )


def _row(covered: Coverage) -> Row:
    factor = covered.factor
    name = covered.goal.name if factor is None else f"– {factor.name}"
    counts = (covered.measures, covered.activities, covered.assignments)
    return Row(
        (
            (line(name),),
            *((line(str(len(each))),) for each in counts),
            (line(_lacking(covered)),),
        ),
        total=factor is None and bool(covered.goal.factors),
    )


def _lacking(covered: Coverage) -> str:
    """What is missing, in a table cell; of a success factor only measures are expected."""
    lacks = [] if covered.measures else ["styrmått"]
    if covered.factor is None and not (covered.activities or covered.assignments):
        lacks.append("aktiviteter")
    return prose.capitalised(prose.enumeration(lacks)) or "–"


def _one_by_one(plan: Plan, covered: tuple[Coverage, ...]) -> Iterator[Block]:
    yield Heading(2, "Mål för mål", f"mal-for-mal-{plan.id}")
    for each in covered:
        if each.factor is None:
            yield Heading(3, each.goal.name, f"tackning-{plan.id}-{each.goal.id}")
            yield Paragraph(_sentences(each))


def _sentences(covered: Coverage) -> Line:
    """What a goal is measured by and what is done for it, with names, and what that means."""
    measures = [measure.short_name for measure in covered.measures]
    done = [
        *(f"aktivitet {each.number}" for each in covered.activities),
        *(f"uppdraget {phrases.inside(each.short_name)}" for each in covered.assignments),
    ]
    measured = (
        f"Målet mäts med {prose.counted(len(measures), prose.INDICATOR)}: "
        f"{prose.enumeration([phrases.inside(name) for name in measures])}."
        if measures
        else "Målet har inget styrmått och kan därför inte bedömas, bara följas med text."
    )
    acted_on = (
        f"För målet görs {prose.enumeration(done)}."
        if done
        else "Ingen aktivitet och inget uppdrag är kopplat till det."
    )
    bare = [factor.name for factor in covered.goal.factors if measures and not factor.indicators]
    without = f" Utan styrmått är {prose.enumeration(bare)}." if bare else ""
    return line(f"{measured}{without} {acted_on}")
