"""The action plan ("handlingsplan"): activities with status, per recipient, and deviations."""

from __future__ import annotations

from collections import Counter

from rapport.domain.activity import Activity, ActivityArea, ActivityStatus
from rapport.domain.outcome import Assessment, Blocker
from rapport.domain.plan import Plan
from rapport.report import cells
from rapport.report.blocks import (
    Align,
    Block,
    Column,
    Editable,
    Heading,
    Labelled,
    Lead,
    Legend,
    Paragraph,
    Row,
    Table,
)
from rapport.report.bound_numbers import assessed_text
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import line
from rapport.report.matrix import matrices
from rapport.report.measure_page import measure_blocks
from rapport.swedish import phrases, prose


def compose(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """Follow-up of one action plan: every row of the plan with its status and outcome."""
    plan = facts.plan(request.options["plan"])
    blocks: list[Block] = [
        Heading(
            1, plan.short_name, f"plan-{plan.id}",
            kicker=f"Uppföljning {facts.occasion_label}", in_contents=True, new_page=True,
        ),
        Lead(line(_lead(facts, plan))),
    ]  # fmt: skip
    text = facts.texts.get("handlingsplan")
    if text:
        blocks.append(Editable("handlingsplan", plan.short_name, text))
    blocks += matrices(facts, plan)
    for area in plan.areas:
        blocks += [Heading(2, area.name, f"omrade-{area.id}"), _activities(facts, plan, area)]
    blocks += [_legend(), *_recipients(facts, plan), *_deviations(facts, plan)]
    for indicator in plan.other_indicators:
        due = facts.headline(plan, indicator).blocker is not Blocker.NOT_DUE
        if due and request.options.get("matt", "ja") == "ja":
            blocks += measure_blocks(facts, plan, indicator)
    return tuple(blocks)


def activities(plan: Plan) -> list[Activity]:
    """All activities of a plan in its order."""
    return [activity for area in plan.areas for activity in area.activities]


def _status(facts: Facts, plan: Plan, activity: Activity) -> ActivityStatus | None:
    report = facts.follow_up.status_of(plan.id, activity.id)
    return report.status if report else None


def _lead(facts: Facts, plan: Plan) -> str:
    if not activities(plan):
        return "Planen har inga aktiviteter."
    statuses = Counter(_status(facts, plan, activity) for activity in activities(plan))
    parts = [
        f"{prose.count_word(statuses[status], neuter=False)} "
        f"{phrases.status_verb(status, statuses[status])}"
        for status in ActivityStatus
        if statuses[status]
    ]
    if statuses[None]:
        parts.append(f"{prose.count_word(statuses[None], neuter=False)} saknar läge")
    total = prose.counted(sum(statuses.values()), prose.ACTIVITY)
    return f"Planen har {total}: {prose.enumeration(parts)}."


def _activities(facts: Facts, plan: Plan, area: ActivityArea) -> Table:
    return Table(
        caption=area.name,
        caption_note=_gap_note(area),
        columns=(
            Column("Nr", 40),
            Column(area.column_title, 238, row_header=True),
            Column("Ansvarig", 154),
            Column("Tid", 106),
            Column("Rapporteras till", 146),
            Column("Status", 130),
            Column("Utfall och läge", 186),
        ),
        rows=tuple(_row(facts, plan, activity) for activity in area.activities),
        anchor=f"tabell-{area.id}",
    )


def _gap_note(area: ActivityArea) -> str:
    printed = [int(a.number) for a in area.activities if a.number.isdecimal()]
    gaps = sorted(set(range(1, max(printed, default=0))) - set(printed))
    if not gaps:
        return ""
    return f"nummer {prose.enumeration([str(gap) for gap in gaps])} saknas i den beslutade planen"


def _row(facts: Facts, plan: Plan, activity: Activity) -> Row:
    report = facts.follow_up.status_of(plan.id, activity.id)
    contributors = (
        [f"Medverkar: {prose.enumeration(list(activity.contributors))}"]
        if activity.contributors
        else []
    )
    outcome = _outcome(facts, plan, activity)
    comment = [report.comment] if report and report.comment else []
    moved = [f"Ny tid: {report.new_date}."] if report and report.new_date else []
    state = [*outcome, *moved, *comment] or ["–"]
    return Row(
        (
            (line(activity.number),),
            (line(activity.text),),
            tuple(line(text) for text in ["; ".join(activity.responsible), *contributors]),
            (line(activity.due.printed),),
            (line("; ".join(activity.reports_to)),),
            (cells.status_line(report.status if report else None),),
            tuple(line(text) for text in state),
        )
    )


def _outcome(facts: Facts, plan: Plan, activity: Activity) -> list[str]:
    if activity.indicator is None:
        return []
    headline = _headline(facts, plan, activity.indicator)
    target = headline.target or None
    text = assessed_text(headline)
    if target is None:
        return [text[:1].upper() + text[1:]]
    wanted = phrases.target_words(target.target, headline.indicator)
    return [f"{prose.capitalised(text)}, mål {wanted}."]


def _headline(facts: Facts, plan: Plan, indicator_id: str) -> Assessment:
    return facts.assessments[plan.id, indicator_id][0]


def _legend() -> Legend:
    return Legend(
        tuple(
            (cells.STATUS_SIGNS[status], phrases.status_meaning(status))
            for status in ActivityStatus
        )
    )


def _recipients(facts: Facts, plan: Plan) -> tuple[Block, ...]:
    counts: dict[str, Counter[ActivityStatus | None]] = {}
    for activity in activities(plan):
        for recipient in activity.reports_to:
            counts.setdefault(recipient, Counter())[_status(facts, plan, activity)] += 1
    order = (
        ActivityStatus.DONE,
        ActivityStatus.ONGOING,
        ActivityStatus.LATE,
        ActivityStatus.NOT_STARTED,
        ActivityStatus.CANCELLED,
    )
    columns = (
        Column("Rapporteras till", 400, row_header=True),
        Column("Aktiviteter", 120, Align.RIGHT),
        *(Column(str(status).capitalize(), 96, Align.RIGHT) for status in order),
    )
    rows = tuple(
        Row(
            (
                (line(recipient),),
                (line(str(sum(found.values()))),),
                *((line(str(found[status])),) for status in order),
            )
        )
        for recipient, found in sorted(
            counts.items(), key=lambda item: (-sum(item[1].values()), item[0])
        )
    )
    note = "antal; en aktivitet kan ha flera mottagare"
    table = Table(
        "Aktiviteter per mottagare", columns, rows, note, anchor=f"tabell-mottagare-{plan.id}"
    )
    return (table,)


def _deviations(facts: Facts, plan: Plan) -> tuple[Block, ...]:
    late = [a for a in activities(plan) if _status(facts, plan, a) is ActivityStatus.LATE]
    if not late:
        return ()
    blocks: list[Block] = [Heading(2, "Avvikelser som behöver hanteras", f"avvikelser-{plan.id}")]
    for activity in late:
        report = facts.follow_up.status_of(plan.id, activity.id)
        if report is not None:
            moved = f" Ny tid: {report.new_date}." if report.new_date else ""
            owners = prose.enumeration(list(activity.responsible))
            text = f"{report.comment}{moved} Ansvarig: {owners}."
            blocks.append(Labelled(f"Aktivitet {activity.number}", (Paragraph(line(text)),)))
    return tuple(blocks)
