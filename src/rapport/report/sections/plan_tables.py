"""The tables of a plan as the plan prints them: activities, assignments, controls, money, days."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.domain.activity import Activity, ActivityArea
from rapport.domain.assignment import Assignment
from rapport.domain.control import Control, ControlLevel, ControlStep
from rapport.domain.plan import Plan
from rapport.report.assignment_words import decision_lines
from rapport.report.blocks import (
    Align,
    Block,
    BulletList,
    Column,
    Heading,
    Labelled,
    Lead,
    Note,
    Row,
    Table,
)
from rapport.report.control_view import step_number
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import Line, Text, line
from rapport.report.sections.cover import day_text
from rapport.report.sections.plan_goals import chapter
from rapport.swedish import numbers, prose
from rapport.swedish.numbers import NO_BREAK_SPACE

_MOMENT = prose.Noun("kontrollmoment", "kontrollmoment")
_ROW = prose.Noun("rad", "rader", neuter=False)
_LEVELS = {
    ControlLevel.BOARD: "Nämndens kontrollmoment",
    ControlLevel.REGION: "Regionövergripande kontrollmoment",
    ControlLevel.DIVISION: "Divisionernas kontrollmoment",
}


def _plan(facts: Facts, request: SectionRequest) -> Plan:
    return facts.plan(request.options["plan"])


def activities(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """The activities area by area, numbered as the plan numbers them."""
    plan = _plan(facts, request)
    if not plan.areas:
        return ()
    total = sum(len(area.activities) for area in plan.areas)
    areas = prose.counted(len(plan.areas), prose.Noun("målområde", "målområden"))
    lead = f"Planen har {prose.counted(total, prose.ACTIVITY)} i {areas}."
    blocks: list[Block] = [
        chapter("Aktiviteter", f"plan-aktiviteter-{plan.id}", request), Lead(line(lead)),
    ]  # fmt: skip
    for area in plan.areas:
        blocks += [Heading(2, area.name, f"plan-omrade-{area.id}"), _area(area)]
    return tuple(blocks)


def _area(area: ActivityArea) -> Table:
    columns = (
        Column("Nr", 45),
        Column(area.column_title, 340, row_header=True),
        Column("Ansvarig", 280),
        Column("Tid", 115),
        Column("Rapportering", 220),
    )
    rows = tuple(_activity(each) for each in area.activities)
    return Table(area.name, columns, rows, gap_note(area), anchor=f"tabell-plan-{area.id}")


def gap_note(area: ActivityArea) -> str:
    """Which numbers the decided plan leaves out; nothing when it has them all."""
    printed = [int(a.number) for a in area.activities if a.number.isdecimal()]
    gaps = sorted(set(range(1, max(printed, default=0))) - set(printed))
    shown = prose.enumeration([str(gap) for gap in gaps])
    return f"nummer {shown} saknas i den beslutade planen" if gaps else ""


def _activity(activity: Activity) -> Row:
    helping = [f"Medverkar: {prose.enumeration(list(activity.contributors))}"]
    owners = ["; ".join(activity.responsible), *(helping if activity.contributors else ())]
    return Row(
        (
            (line(activity.number),),
            (line(activity.text),),
            tuple(line(text) for text in owners),
            (line(activity.due.printed),),
            (line("; ".join(activity.reports_to) or numbers.NO_VALUE),),
        )
    )


def assignments(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """The assignments of the plan, with the decision behind each where there is one."""
    plan = _plan(facts, request)
    if not plan.assignments:
        return ()
    decided = any(each.decision for each in plan.assignments)
    columns = (
        Column("Nr", 45),
        Column("Uppdrag", 230, row_header=True),
        Column("Vad som ska göras", 525 if decided else 725),
        *((Column("Beslut", 200),) if decided else ()),
    )
    rows = tuple(_assignment(facts, each, decided=decided) for each in plan.assignments)
    table = Table("Uppdrag", columns, rows, anchor=f"tabell-plan-uppdrag-{plan.id}")
    return (chapter("Riktade uppdrag", f"plan-uppdrag-{plan.id}", request), table)


def _assignment(facts: Facts, assignment: Assignment, *, decided: bool) -> Row:
    return Row(
        (
            (line(assignment.number),),
            (line(assignment.short_name),),
            (line(assignment.text),),
            *((decision_lines(facts, assignment.decision),) if decided else ()),
        )
    )


def controls(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """The controls of the plan with risk, performer and method; a row per step."""
    plan = _plan(facts, request)
    if not plan.controls:
        return ()
    steps = sum(len(each.steps) for each in plan.controls)
    count = prose.counted(len(plan.controls), _MOMENT)
    rows = f" i {prose.counted(steps, _ROW)}" if steps != len(plan.controls) else ""
    risk = " Risk = sannolikhet × konsekvens, var och en på skalan 1–4."
    said = f"Planen har {count}{rows}.{risk if any(c.risk for c in plan.controls) else ''}"
    heading = chapter("Internkontroll", f"plan-internkontroll-{plan.id}", request)
    return (heading, *_levels(plan), Note(line(said)))


def _levels(plan: Plan) -> Iterator[Table]:
    """A table per level that has decided controls."""
    for level in ControlLevel:
        found = [each for each in plan.controls if each.level is level]
        if found:
            yield _controls(plan, found, _LEVELS[level], f"tabell-plan-{level.name.lower()}")


def _controls(plan: Plan, found: list[Control], caption: str, anchor: str) -> Table:
    risky = any(each.risk for each in plan.controls)
    numbered = any(each.number for each in plan.controls)
    columns = (
        *((Column("Nr", 45),) if numbered else ()),
        Column("Kontrollmoment", 335 - 45 * numbered, row_header=True),
        *((Column("Risk", 95),) if risky else ()),
        Column("Utförare", 190),
        Column("Kontrollmetod", 475 - 95 * risky),
    )
    rows = tuple(
        _step(each, step, step_number(each, at) if numbered else None, risky=risky)
        for each in found
        for at, step in enumerate(each.steps, start=1)
    )
    return Table(caption, columns, rows, anchor=f"{anchor}-{plan.id}")


def _step(control: Control, step: ControlStep, number: str | None, *, risky: bool) -> Row:
    return Row(
        (
            *(((line(number or numbers.NO_VALUE),),) if number is not None else ()),
            (line(control.text),),
            *(((_risk(control),),) if risky else ()),
            (line("; ".join(step.performers) or numbers.NO_VALUE),),
            (line(step.method or numbers.NO_VALUE),),
        )
    )


def _risk(control: Control) -> Line:
    risk = control.risk
    if risk is None:
        return line(Text("saknas", muted=True))
    product = f"{risk.probability} × {risk.consequence} = {risk.value}"
    return line(product.replace(" ", NO_BREAK_SPACE))


def budget(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """The sums of money that the plan states."""
    plan = _plan(facts, request)
    if not plan.budget:
        return ()
    columns = (
        Column("Post", 600, row_header=True),
        Column("År", 150),
        Column("Belopp", 250, Align.RIGHT),
    )
    rows = tuple(
        Row(
            (
                (line(item.name),),
                (line(str(item.year)),),
                (line(numbers.with_unit(item.amount, 1, item.unit)),),
            )
        )
        for item in plan.budget
    )
    table = Table("Planerad budget", columns, rows, anchor=f"tabell-plan-budget-{plan.id}")
    return (chapter("Budget", f"plan-budget-{plan.id}", request), table)


def meetings(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """The calendar of meetings, a row per round; a stage that the plan leaves blank is a dash."""
    plan = _plan(facts, request)
    calendar = plan.meetings
    if calendar is None:
        return ()
    width = 1000 // len(calendar.stage_names)
    spare = 1000 - width * len(calendar.stage_names)
    columns = tuple(
        Column(name, width + (spare if place == 0 else 0), row_header=place == 0)
        for place, (_, name) in enumerate(calendar.stage_names)
    )
    rows = tuple(
        Row(
            tuple(
                (line(day_text(day) if (day := row.day(stage)) else numbers.NO_VALUE),)
                for stage, _ in calendar.stage_names
            )
        )
        for row in calendar.rows
    )
    note = f"{calendar.year}{', exempeldata' if calendar.is_example else ''}"
    table = Table("Sammanträden", columns, rows, note, anchor=f"tabell-plan-beredning-{plan.id}")
    remarks = tuple(line(each) for each in calendar.notes)
    heading = chapter("Beredningsplan", f"plan-beredning-{plan.id}", request)
    said = (Labelled("Att veta", (BulletList(remarks),)),) if remarks else ()
    return (heading, table, *said)
