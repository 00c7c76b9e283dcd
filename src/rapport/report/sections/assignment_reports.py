"""Report-back of assignments ("återrapportering av uppdrag"): a register, then each by itself."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.domain.assignment import Origin
from rapport.domain.plan import Plan
from rapport.report import assignment_words as words
from rapport.report.assignment_notes import history_table, news_blocks
from rapport.report.assignment_register import lead_words, register_blocks
from rapport.report.assignment_standing import Standing, standings
from rapport.report.blocks import (
    Block,
    BulletList,
    DecisionBox,
    Editable,
    Heading,
    Labelled,
    Lead,
    Paragraph,
)
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import line
from rapport.report.proposals import proposal_box

_ORIGINS = {Origin.AUDIT: "Ur en revisionsrapport", Origin.MOTION: "Ur en motion"}


def compose(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """Every assignment of the register, with its decision, its news, its history, its proposal."""
    blocks: list[Block] = []
    for plan in registers(facts, request):
        found = standings(facts, plan)
        blocks += [
            Heading(
                1, plan.short_name, f"uppdrag-{plan.id}",
                kicker=f"Återrapportering {facts.occasion_label}", in_contents=True, new_page=True,
            ),
            Lead(line(lead_words(found))),
            *register_blocks(facts, plan),
            proposal_box(facts),
        ]  # fmt: skip
        for standing in found:
            blocks += _assignment(facts, standing)
    return tuple(blocks)


def registers(facts: Facts, request: SectionRequest) -> tuple[Plan, ...]:
    """The plans whose assignments are reported: the one that is named, else all that have any."""
    wanted = request.options.get("plan")
    return tuple(p for p in facts.plans if p.assignments and wanted in {None, p.id})


def _assignment(facts: Facts, standing: Standing) -> Iterator[Block]:
    assignment = standing.assignment
    anchor = f"uppdrag-{assignment.id}"
    yield Heading(
        2, f"{assignment.number}. {assignment.short_name}", anchor,
        kicker=_ORIGINS.get(assignment.origin, ""), in_contents=True,
    )  # fmt: skip
    yield _decided(facts, standing)
    yield from _terms(facts, standing)
    yield from _news(facts, standing, anchor)
    if standing.remaining and not standing.closed_by:
        yield _labelled("Kvarstår", standing.remaining)
    if standing.next_day and not standing.closed_by:
        said = f"Uppdraget återrapporteras nästa gång {words.day_words(standing.next_day)}."
        yield _labelled("Nästa gång", said)
    label = "Avslutat" if standing.closed_by else "Förslag"
    yield _labelled(label, words.proposal_words(facts, standing))
    if standing.history:
        yield history_table(standing.history, f"{anchor}-historik")


def _decided(facts: Facts, standing: Standing) -> DecisionBox:
    """The decision that the assignment rests on; the assignment's own words where there is none."""
    assignment, decision = standing.assignment, standing.assignment.decision
    if decision is None:
        return DecisionBox("Uppdraget", (line(assignment.text),))
    said = [decision.text or assignment.text, words.case_words(decision)]
    return DecisionBox(
        words.decision_title(facts, decision), tuple(line(text) for text in said if text)
    )


def _terms(facts: Facts, standing: Standing) -> Iterator[Block]:
    """The parts of the assignment, who answers for it, by when, and how it stands in a word."""
    assignment = standing.assignment
    if assignment.parts:
        yield Labelled("Deluppdrag", (BulletList(tuple(line(p) for p in assignment.parts)),))
    if assignment.responsible:
        yield _labelled("Ansvarig", f"{assignment.responsible}.")
    due, late = words.due_words(standing), words.overdue_words(standing)
    if due or late:
        yield _labelled("Tid", late or f"Ska återrapporteras {due}.")
    given = facts.follow_up.status_of(standing.plan.id, assignment.id)
    if given and given.comment:
        yield _labelled("Läget", given.comment)


def _labelled(label: str, text: str) -> Labelled:
    return Labelled(label, (Paragraph(line(text)),))


def _news(facts: Facts, standing: Standing, anchor: str) -> Iterator[Block]:
    """What has been done since last time; said when nothing was, or nothing was reported."""
    if standing.was_closed_earlier and not standing.news:
        return
    yield Heading(3, "Gjort sedan förra redovisningen", f"{anchor}-nytt")
    text = facts.texts.get(anchor.replace("uppdrag-", "uppdrag.", 1))
    if text:
        yield Editable(f"uppdrag.{standing.assignment.id}", standing.assignment.short_name, text)
    if standing.report is None:
        yield Paragraph(line("Återrapportering har inte lämnats för perioden."))
    elif standing.news:
        yield from news_blocks(standing.news, f"{anchor}-orter")
    elif not text:
        yield Paragraph(line("Inget nytt har redovisats."))
