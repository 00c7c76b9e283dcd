"""The summary of an action plan: how the activities stand, what is due now, and what to decide."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.domain.activity import ActivityStatus
from rapport.domain.outcome import Verdict
from rapport.domain.plan import Plan
from rapport.fulfilment import summary
from rapport.report import cells
from rapport.report.activity_cuts import Cut, activities_of, cut_of, cut_plan
from rapport.report.activity_tables import due_table, status_counts, status_legend
from rapport.report.blocks import (
    Block,
    DecisionBox,
    Heading,
    KeyMessages,
    Note,
    Paragraph,
    StatusCounts,
)
from rapport.report.budget_figure import budget_rows, forecast_sentence
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import Line, Text, line
from rapport.report.key_messages import figure_words
from rapport.swedish import phrases, prose

_COUNTED = (
    ActivityStatus.DONE,
    ActivityStatus.ONGOING,
    ActivityStatus.LATE,
    ActivityStatus.NOT_STARTED,
    ActivityStatus.CANCELLED,
)


def compose(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """Counts per status, messages, what the plan wants reported now, and the proposal."""
    whole = facts.plan(request.options["plan"])
    cut = cut_of(request)
    plan = cut_plan(facts.region, whole, cut)
    due = due_table(facts, plan, plan.areas)
    words = "Ingen aktivitet har en tid i planen som infaller nu."
    return (
        Heading(1, "Sammanfattning", "sammanfattning", in_contents=True, new_page=True),
        _counts(facts, plan),
        KeyMessages(tuple(_messages(facts, plan, cut))),
        *(due or (Paragraph(line(words)),)),
        Note(line(_REMARK)),
        status_legend(),
        _decision(facts, plan),
    )


_REMARK = (
    "En tid som är flera månader anger när tertialet före redovisas. Löpande aktiviteter har ingen "
    "sluttid och blir aldrig försenade."
)


def _counts(facts: Facts, plan: Plan) -> StatusCounts:
    counts = status_counts(facts, plan, activities_of(plan.areas))
    return StatusCounts(
        tuple((cells.STATUS_SIGNS[each], counts[each], str(each)) for each in _COUNTED)
    )


def _messages(facts: Facts, plan: Plan, cut: Cut) -> Iterator[Line]:
    """Claims in order of weight, each with the figures behind it."""
    makers = (_activities, _measures, *((_money,) if cut.is_whole else ()))
    return (
        (Text(f"{claim} ", strong=True), Text(figures))
        for maker in makers
        for claim, figures in maker(facts, plan)
    )


def _activities(facts: Facts, plan: Plan) -> Iterator[tuple[str, str]]:
    everything = activities_of(plan.areas)
    if not everything:
        yield "Inga aktiviteter.", "Planen har inget att följa upp här."
        return
    counts = status_counts(facts, plan, everything)
    late = counts[ActivityStatus.LATE]
    share = prose.capitalised(prose.out_of(late, len(everything), prose.ACTIVITY))
    claim = f"{share} {phrases.status_verb(ActivityStatus.LATE, max(late, 1))}."
    others = [
        f"{prose.count_word(counts[each], neuter=False)} {phrases.status_verb(each, counts[each])}"
        for each in _COUNTED
        if each is not ActivityStatus.LATE and counts[each]
    ]
    if counts[None]:
        others.append(f"{prose.count_word(counts[None], neuter=False)} saknar läge")
    yield claim, f"{prose.capitalised(prose.enumeration(others))}."


_MEASURE = prose.Noun("mätbart mål", "mätbara mål")


def _measures(facts: Facts, plan: Plan) -> Iterator[tuple[str, str]]:
    judged = [a for a in facts.headlines(plan) if a.final_verdict is not None]
    if not judged:
        return
    counts = summary.counts(judged)
    met = counts[Verdict.MET]
    share = prose.capitalised(prose.out_of(met, len(judged), _MEASURE))
    figures = [f"{figure_words(a)} {phrases.verdict_word(a.final_verdict)}" for a in judged]
    claim = f"{share} {prose.verdict_phrase(Verdict.MET, max(met, 1))}."
    if len(judged) == 1:
        claim = f"Det mätbara målet är {phrases.verdict_word(judged[0].final_verdict)}."
    yield claim, f"{prose.capitalised('; '.join(figures))}."


def _money(facts: Facts, plan: Plan) -> Iterator[tuple[str, str]]:
    """The forecast of each group of budget items."""
    for group in dict.fromkeys(item.group for item in plan.budget if item.group):
        rows = budget_rows(facts, plan, group)
        if rows:
            dearer = [row for row in rows if row.gap is not None and row.gap < 0]
            names = prose.enumeration([phrases.inside(row.item.name) for row in dearer])
            claim = forecast_sentence(rows, facts.occasion.year)
            yield (
                claim,
                f"Högre än budget: {names}." if dearer else "Ingen post överskrider sin budget.",
            )


def _decision(facts: Facts, plan: Plan) -> DecisionBox:
    """To take note of the follow-up, and to ask for what is late or off target."""
    items = [f"Godkänna uppföljningen av {plan.short_name} {facts.occasion_label}."]
    counts = status_counts(facts, plan, activities_of(plan.areas))
    late = counts[ActivityStatus.LATE]
    if late:
        noun = "den försenade aktiviteten" if late == 1 else "de försenade aktiviteterna"
        items.append(f"Godta den nya tiden för {noun}.")
    missed = [a for a in facts.headlines(plan) if a.final_verdict is Verdict.NOT_MET]
    if missed:
        names = prose.enumeration([phrases.inside(a.indicator.short_name) for a in missed])
        items.append(f"Följa åtgärderna för {names}, där målet inte nås.")
    board = facts.board_name(facts.definition.recipient)
    return DecisionBox(f"{board} föreslås besluta", items=tuple(line(item) for item in items))
