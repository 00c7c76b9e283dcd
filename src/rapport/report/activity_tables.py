"""The tables of an action plan: activities per area, what is due now, per recipient, per owner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rapport.domain.activity import Activity, ActivityArea, ActivityStatus
from rapport.domain.follow_up import StatusReport
from rapport.domain.plan import Plan
from rapport.domain.region import Region
from rapport.report import cells
from rapport.report.activity_cuts import activities_of, recipients_of, responsible_of
from rapport.report.activity_time import is_due, time_words
from rapport.report.blocks import Align, Column, Legend, Row, Table
from rapport.report.bound_numbers import assessed_text
from rapport.report.facts import Facts
from rapport.report.inline import Line, Text, line
from rapport.swedish import phrases, prose

Numbered = tuple[ActivityArea, Activity]
"""An activity with the area whose table it stands in; numbers start again in each area."""

_SHOWN_ORDER = (
    ActivityStatus.DONE,
    ActivityStatus.ONGOING,
    ActivityStatus.LATE,
    ActivityStatus.NOT_STARTED,
    ActivityStatus.CANCELLED,
)


def report_of(facts: Facts, plan: Plan, activity: Activity) -> StatusReport | None:
    """What has been said of an activity at the occasion."""
    return facts.follow_up.status_of(plan.id, activity.id)


def status_of(facts: Facts, plan: Plan, activity: Activity) -> ActivityStatus | None:
    """How an activity stands, when anybody has said so."""
    report = report_of(facts, plan, activity)
    return report.status if report else None


def status_counts(
    facts: Facts, plan: Plan, activities: Iterable[Activity]
) -> Counter[ActivityStatus | None]:
    """How many activities have each status; nothing stands for those without one."""
    return Counter(status_of(facts, plan, activity) for activity in activities)


def counted_statuses(counts: Counter[ActivityStatus | None]) -> str:
    """The statuses in words: "åtta pågår, två är klara och en är försenad"."""
    parts = [
        f"{prose.count_word(counts[status], neuter=False)} "
        f"{phrases.status_verb(status, counts[status])}"
        for status in ActivityStatus
        if counts[status]
    ]
    if counts[None]:
        parts.append(f"{prose.count_word(counts[None], neuter=False)} saknar läge")
    return prose.enumeration(parts)


def numbered(areas: Iterable[ActivityArea]) -> tuple[Numbered, ...]:
    """Every activity with its area, in order."""
    return tuple((area, activity) for area in areas for activity in area.activities)


def area_table(facts: Facts, plan: Plan, area: ActivityArea, whole: ActivityArea) -> Table:
    """The plan's own table with status and outcome; ``whole`` is the area uncut."""
    return Table(
        caption=area.name,
        caption_note=_gap_note(whole) if area == whole else _cut_note(area, whole),
        columns=(
            Column("Nr", 40),
            Column(area.column_title, 238, row_header=True),
            Column("Ansvarig", 154),
            Column("Tid", 106),
            Column("Rapporteras till", 146),
            Column("Status", 130),
            Column("Utfall och läge", 186),
        ),
        rows=tuple(_area_row(facts, plan, activity) for activity in area.activities),
        anchor=f"tabell-{area.id}",
    )


def _cut_note(area: ActivityArea, whole: ActivityArea) -> str:
    total = prose.counted(len(whole.activities), prose.ACTIVITY)
    return f"{prose.count_word(len(area.activities), neuter=False)} av planens {total}"


def _gap_note(area: ActivityArea) -> str:
    printed = [int(a.number) for a in area.activities if a.number.isdecimal()]
    gaps = sorted(set(range(1, max(printed, default=0))) - set(printed))
    if not gaps:
        return ""
    return f"nummer {prose.enumeration([str(gap) for gap in gaps])} saknas i den beslutade planen"


def _area_row(facts: Facts, plan: Plan, activity: Activity) -> Row:
    contributors = (
        [f"Medverkar: {prose.enumeration(list(activity.contributors))}"]
        if activity.contributors
        else []
    )
    return Row(
        (
            (line(activity.number),),
            (line(activity.text),),
            tuple(line(text) for text in ["; ".join(activity.responsible), *contributors]),
            (line(activity.due.printed),),
            (line("; ".join(activity.reports_to)),),
            (cells.status_line(status_of(facts, plan, activity)),),
            _standing(facts, plan, activity),
        )
    )


def _standing(facts: Facts, plan: Plan, activity: Activity) -> tuple[Line, ...]:
    """Outcome, what the time means now, a new time and the comment."""
    report = report_of(facts, plan, activity)
    moved = [f"Ny tid: {report.new_date}."] if report and report.new_date else []
    comment = [report.comment] if report and report.comment else []
    told = [*outcome_words(facts, plan, activity), *_time(facts, plan, activity), *moved, *comment]
    return tuple(line(text) for text in told or ["–"])


def _time(facts: Facts, plan: Plan, activity: Activity) -> list[str]:
    """Only what asks for something now: a report that is due, or a time that has passed."""
    status = status_of(facts, plan, activity)
    if not is_due(activity, plan, facts.occasion, status):
        return []
    words = time_words(activity, plan, facts.occasion, status)
    return [f"{prose.capitalised(words)}."] if words else []


def outcome_words(facts: Facts, plan: Plan, activity: Activity) -> list[str]:
    """The outcome against the target, where the activity is measurable."""
    if activity.indicator is None:
        return []
    headline = facts.assessments[plan.id, activity.indicator][0]
    text = prose.capitalised(assessed_text(headline))
    if headline.target is None:
        return [text]
    return [f"{text}, mål {phrases.target_words(headline.target.target, headline.indicator)}."]


def due_table(facts: Facts, plan: Plan, areas: tuple[ActivityArea, ...]) -> tuple[Table, ...]:
    """What is to be reported at this occasion by the plan's own times; nothing when nothing is."""
    due = [
        (area, activity)
        for area, activity in numbered(areas)
        if is_due(activity, plan, facts.occasion, status_of(facts, plan, activity))
    ]
    columns = (
        Column("Aktivitet", 330, row_header=True),
        Column("Ansvarig", 210),
        Column("Tid i planen", 130),
        Column("Vad det betyder nu", 190),
        Column("Status", 140),
    )
    rows = tuple(_due_row(facts, plan, area, activity) for area, activity in due)
    note = facts.occasion_label
    name = "Aktiviteter att redovisa nu"
    return (Table(name, columns, rows, note, anchor=f"tabell-nu-{plan.id}"),) if rows else ()


def _due_row(facts: Facts, plan: Plan, area: ActivityArea, activity: Activity) -> Row:
    status = status_of(facts, plan, activity)
    words = time_words(activity, plan, facts.occasion, status) or "tiden är inne"
    return Row(
        (
            name_lines(area, activity),
            (line("; ".join(responsible_of(facts.region, activity))),),
            (line(activity.due.printed),),
            (line(words),),
            (cells.status_line(status),),
        )
    )


def name_lines(area: ActivityArea, activity: Activity) -> tuple[Line, ...]:
    """Number, text and area of an activity outside its own table."""
    return line(f"{activity.number}. {activity.text}"), line(Text(area.name, muted=True))


def view_table(
    facts: Facts, plan: Plan, activities: tuple[Activity, ...], caption: str, anchor: str
) -> Table:
    """The activities of one recipient or owner: short, because the plan's tables have the rest."""
    chosen = [(area, each) for area, each in numbered(plan.areas) if each in activities]
    columns = (
        Column("Aktivitet", 400, row_header=True),
        Column("Tid", 115),
        Column("Status", 135),
        Column("Utfall och läge", 350),
    )
    rows = tuple(
        Row(
            (
                name_lines(area, activity),
                (line(activity.due.printed),),
                (cells.status_line(status_of(facts, plan, activity)),),
                _standing(facts, plan, activity),
            )
        )
        for area, activity in chosen
    )
    note = counted_statuses(status_counts(facts, plan, activities))
    return Table(caption, columns, rows, note, anchor=anchor)


def recipient_table(facts: Facts, plan: Plan, areas: tuple[ActivityArea, ...]) -> Table:
    """How many activities each recipient gets, and how they stand."""
    names = _Names("Rapporteras till", "mottagare", "mottagare", recipients_of)
    return _count_table(facts, plan, areas, names)


def responsible_table(facts: Facts, plan: Plan, areas: tuple[ActivityArea, ...]) -> Table:
    """How many activities each owner answers for, and how they stand."""
    names = _Names("Ansvarig", "ansvarig", "ansvariga", responsible_of)
    return _count_table(facts, plan, areas, names)


@dataclass(frozen=True)
class _Names:
    """Whose activities are counted: the column's title, the word for one and many, and who."""

    title: str
    one: str
    many: str
    of: Callable[[Region, Activity], tuple[str, ...]]


def _count_table(
    facts: Facts,
    plan: Plan,
    areas: tuple[ActivityArea, ...],
    names: _Names,
) -> Table:
    counts: dict[str, Counter[ActivityStatus | None]] = {}
    for activity in activities_of(areas):
        for name in names.of(facts.region, activity):
            counts.setdefault(name, Counter())[status_of(facts, plan, activity)] += 1
    columns = (
        Column(names.title, 400, row_header=True),
        Column("Aktiviteter", 120, Align.RIGHT),
        *(Column(str(status).capitalize(), 96, Align.RIGHT) for status in _SHOWN_ORDER),
    )
    ordered = sorted(counts.items(), key=lambda item: (-sum(item[1].values()), item[0]))
    rows = tuple(
        Row(
            (
                (line(name),),
                (line(str(sum(found.values()))),),
                *((line(str(found[status])),) for status in _SHOWN_ORDER),
            )
        )
        for name, found in ordered
    )
    note = f"antal; en aktivitet kan ha flera {names.many}"
    anchor = f"tabell-{names.many}-{plan.id}"
    return Table(f"Aktiviteter per {names.one}", columns, rows, note, anchor=anchor)


def status_legend() -> Legend:
    """The signs of the statuses with what they mean."""
    return Legend(
        tuple((cells.STATUS_SIGNS[each], phrases.status_meaning(each)) for each in ActivityStatus)
    )
