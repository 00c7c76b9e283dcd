"""The action plan ("handlingsplan"): activities with status, whole or cut per recipient or owner.

A secretary sends each recipient its own part. A report of its own for a recipient is a cut
("mottagare"); the body that owns the plan reads one report with everything, and last in it a
view per recipient, to see who gets what.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapport.domain.activity import ActivityStatus
from rapport.domain.outcome import NOT_TOLD
from rapport.domain.plan import Plan
from rapport.report.activity_cuts import (
    Cut,
    View,
    activities_of,
    body_name,
    cut_of,
    cut_plan,
    views,
)
from rapport.report.activity_tables import (
    area_table,
    counted_statuses,
    numbered,
    recipient_table,
    report_of,
    responsible_table,
    status_counts,
    status_legend,
    status_of,
    view_table,
)
from rapport.report.blocks import Block, Editable, Heading, Labelled, Lead, Paragraph, Table
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import line
from rapport.report.matrix import matrices
from rapport.report.measure_page import measure_blocks
from rapport.swedish import prose

ALL = "alla"


def compose(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """Follow-up of one action plan: every row, or those of a cut, with status and outcome."""
    whole = facts.plan(request.options["plan"])
    cut = cut_of(request)
    plan = cut_plan(facts.region, whole, cut)
    blocks: list[Block] = [
        Heading(
            1, whole.short_name, f"plan-{whole.id}",
            kicker=_kicker(facts, cut), in_contents=True, new_page=True,
        ),
        Lead(line(lead(facts, whole, plan, cut))),
    ]  # fmt: skip
    text = facts.texts.get("handlingsplan")
    if text and cut.is_whole:
        blocks.append(Editable("handlingsplan", whole.short_name, text))
    if plan.other_indicators or cut.is_whole:
        blocks += matrices(facts, plan)
    blocks += _deviations(facts, plan)
    uncut = {area.id: area for area in whole.areas}
    for area in plan.areas:
        blocks += [
            Heading(2, area.name, f"omrade-{area.id}"),
            area_table(facts, whole, area, uncut[area.id]),
        ]
    blocks += [status_legend(), *_overviews(facts, plan, request)]
    return (*blocks, *_measures(facts, plan, request))


def lead(facts: Facts, whole: Plan, plan: Plan, cut: Cut) -> str:
    """How many activities there are, for whom, and how they stand."""
    shown = activities_of(plan.areas)
    if not activities_of(whole.areas):
        return "Planen har inga aktiviteter."
    who = _who(facts, cut)
    if not shown:
        return f"{who} ingen av planens aktiviteter."
    statuses = counted_statuses(status_counts(facts, whole, shown))
    if cut.is_whole:
        return f"Planen har {prose.counted(len(shown), prose.ACTIVITY)}: {statuses}."
    share = prose.count_word(len(shown), neuter=False)
    total = prose.counted(len(activities_of(whole.areas)), prose.ACTIVITY)
    return f"{who} {share} av planens {total}: {statuses}."


def _who(facts: Facts, cut: Cut) -> str:
    if cut.recipient:
        return f"Till {body_name(facts.region, cut.recipient)} rapporteras"
    return f"{body_name(facts.region, cut.responsible)} ansvarar för"


def _kicker(facts: Facts, cut: Cut) -> str:
    names = [body_name(facts.region, each) for each in (cut.recipient, cut.responsible) if each]
    return " · ".join([f"Uppföljning {facts.occasion_label}", *names])


def _overviews(facts: Facts, plan: Plan, request: SectionRequest) -> tuple[Block, ...]:
    """Who gets how much, and who answers for how much, where the report is for all of them."""
    cut = cut_of(request)
    by_owner = request.options.get("ansvarig_urval") == ALL
    return (
        *(() if cut.recipient else (recipient_table(facts, plan, plan.areas),)),
        *((responsible_table(facts, plan, plan.areas),) if by_owner else ()),
    )


def _deviations(facts: Facts, plan: Plan) -> Iterator[Block]:
    """The activities that are late, with why, until when and who."""
    late = [
        (area, activity)
        for area, activity in numbered(plan.areas)
        if status_of(facts, plan, activity) is ActivityStatus.LATE
    ]
    if late:
        yield Heading(2, "Avvikelser som behöver hanteras", f"avvikelser-{plan.id}")
    for area, activity in late:
        report = report_of(facts, plan, activity)
        if report is not None:
            moved = f" Ny tid: {report.new_date}." if report.new_date else ""
            owners = prose.enumeration(list(activity.responsible))
            text = f"{area.name}: {report.comment}{moved} Ansvarig: {owners}."
            yield Labelled(f"Aktivitet {activity.number}", (Paragraph(line(text)),))


def by_recipient(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """A table for each recipient but the report's own; those that get the same share one."""
    plan = facts.plan(request.options["plan"])
    own = facts.board_name(facts.definition.recipient)
    words = (
        "Var och en av mottagarna får sin del av planen. De som får samma aktiviteter står "
        f"tillsammans. {own} får hela rapporten."
    )
    blocks: list[Block] = [
        Heading(
            1, "Per mottagare", f"mottagare-{plan.id}",
            kicker=f"{plan.short_name} {facts.occasion_label}", in_contents=True, new_page=True,
        ),
        Lead(line(words)),
    ]  # fmt: skip
    for at, view in enumerate(views(facts.region, plan), start=1):
        names = [name for name in view.recipients if name != own]
        if names:
            blocks.append(Heading(2, prose.enumeration(names), f"mottagare-{plan.id}-{at}"))
            blocks.append(_view(facts, plan, view, f"tabell-vy-{plan.id}-{at}"))
    return (*blocks, status_legend())


def _view(facts: Facts, plan: Plan, view: View, anchor: str) -> Table:
    share = prose.capitalised(prose.count_word(len(view.activities), neuter=False))
    total = prose.counted(len(activities_of(plan.areas)), prose.ACTIVITY)
    return view_table(facts, plan, view.activities, f"{share} av {total}", anchor)


def _measures(facts: Facts, plan: Plan, request: SectionRequest) -> Iterator[Block]:
    """A page for each measure that is due, but for those that have a section of their own."""
    if request.options.get("matt", "ja") != "ja":
        return
    elsewhere = any(
        other.kind == "ekonomiskt-mal" and other.options.get("plan") == plan.id
        for other in facts.definition.sections
    )
    for indicator in plan.other_indicators:
        due = facts.headline(plan, indicator).blocker not in NOT_TOLD
        if due and not (elsewhere and indicator.reference):
            yield from measure_blocks(facts, plan, indicator)
