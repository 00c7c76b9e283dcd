"""Political assignments ("riktade uppdrag"): a register with status, then a text for each."""

from __future__ import annotations

from rapport.domain.activity import ActivityStatus
from rapport.domain.assignment import Assignment
from rapport.domain.plan import Plan
from rapport.report.blocks import Block, Column, Editable, Heading, Lead, Note, Row, Table
from rapport.report.cells import status_line
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import line
from rapport.swedish import phrases, prose


def compose(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """All assignments of the report's plans: how they stand and what has been done."""
    anchor = "riktade-uppdrag"
    own_page = request.options.get("ny_sida", "ja") == "ja"
    blocks: list[Block] = [
        Heading(1, "Politikens riktade uppdrag", anchor, in_contents=True, new_page=own_page)
    ]
    for plan in facts.plans_of(request):
        if plan.assignments:
            blocks += [
                Lead(line(_lead(facts, plan))),
                _register(facts, plan),
                Note(line(_remark(facts))),
                *_texts(facts, plan, request.options.get("texter", "ja") == "ja"),
            ]
    return tuple(blocks)


def _lead(facts: Facts, plan: Plan) -> str:
    statuses = [_status(facts, plan, assignment) for assignment in plan.assignments]
    parts = [
        f"{prose.count_word(statuses.count(status))} "
        f"{phrases.status_verb(status, statuses.count(status), neuter=True)}"
        for status in ActivityStatus
        if status in statuses
    ]
    unknown = statuses.count(None)
    if unknown:
        parts.append(f"{prose.count_word(unknown)} saknar läge")
    total = prose.counted(len(statuses), prose.Noun("riktat uppdrag", "riktade uppdrag"))
    return f"Nämnden har {total}: {prose.enumeration(parts)}."


def _register(facts: Facts, plan: Plan) -> Table:
    return Table(
        caption="Riktade uppdrag",
        caption_note=f"läge {facts.occasion_label}",
        columns=(
            Column("Nr", 45),
            Column("Uppdrag", 280, row_header=True),
            Column("Läge", 145),
            Column("Sedan förra rapporten", 530),
        ),
        rows=tuple(_row(facts, plan, assignment) for assignment in plan.assignments),
        anchor=f"tabell-uppdrag-{plan.id}",
    )


def _row(facts: Facts, plan: Plan, assignment: Assignment) -> Row:
    report = facts.follow_up.status_of(plan.id, assignment.id)
    comment = report.comment if report else "Läge har inte lämnats."
    return Row(
        (
            (line(assignment.number),),
            (line(assignment.short_name),),
            (status_line(report.status if report else None),),
            (line(comment or "–"),),
        )
    )


def _status(facts: Facts, plan: Plan, assignment: Assignment) -> ActivityStatus | None:
    report = facts.follow_up.status_of(plan.id, assignment.id)
    return report.status if report else None


def _remark(facts: Facts) -> str:
    base = "Uppdragen saknar mått i planen; läget är verksamhetens egen bedömning."
    return f"{base} Exempeldata." if facts.follow_up.is_example else base


def _texts(facts: Facts, plan: Plan, wanted: bool) -> list[Block]:  # noqa: FBT001 - a yes or no from the report file
    blocks: list[Block] = []
    if wanted and any(f"uppdrag.{each.id}" in facts.texts for each in plan.assignments):
        blocks.append(Heading(2, "Uppdragen ett för ett", f"uppdragen-{plan.id}"))
    for assignment in plan.assignments if wanted else ():
        key = f"uppdrag.{assignment.id}"
        text = facts.texts.get(key)
        if text:
            blocks.append(
                Heading(
                    3, f"{assignment.number}. {assignment.short_name}", f"uppdrag-{assignment.id}"
                )
            )
            blocks.append(Editable(key, assignment.short_name, text))
    return blocks
