"""The official letter of a case ("tjänsteskrivelse"): what a body is asked to decide, and why."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.domain.plan import PlanKind
from rapport.report.assignment_register import lead_words
from rapport.report.assignment_standing import standings
from rapport.report.blocks import (
    Block,
    Editable,
    Heading,
    Labelled,
    NumberedList,
    Paragraph,
)
from rapport.report.definition import LETTER, SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import line
from rapport.report.letter_texts import LETTER_TEXTS, letter_key
from rapport.report.proposals import has_measures, leading_plan
from rapport.report.sections.cover import day_text
from rapport.report.sections.goals import summary_sentence
from rapport.report.sections.own_summary import proposal_of
from rapport.report.sections.plan_opening import years as plan_years
from rapport.swedish import dates, phrases, prose

_OF_THEIR_OWN = tuple(LETTER_TEXTS)[2:]
"""Texts that have a heading only when they exist."""


def compose(facts: Facts, _request: SectionRequest) -> tuple[Block, ...]:
    """The proposal first, then the case, its background, what was weighed, its way, its papers."""
    when = phrases.inside(dates.occasion_title(facts.occasion))
    blocks: list[Block] = [
        Heading(1, facts.subject.title, "tjansteskrivelse", kicker=f"Tjänsteskrivelse, {when}"),
        proposal_of(facts.subject),
        Heading(2, LETTER_TEXTS["arendet"], "arendet"),
        Paragraph(line(" ".join(_case(facts.subject)))),
        *_text(facts, "arendet"),
        Heading(2, LETTER_TEXTS["bakgrund"], "bakgrund"),
        Paragraph(line(" ".join(_background(facts)))),
        *_text(facts, "bakgrund"),
    ]
    for end in _OF_THEIR_OWN:
        found = _text(facts, end)
        blocks += [Heading(2, LETTER_TEXTS[end], end), *found] if found else []
    return (*blocks, *_way(facts), *_papers(facts))


def _text(facts: Facts, end: str) -> tuple[Block, ...]:
    key = letter_key(facts.definition, end)
    text = facts.texts.get(key)
    return (Editable(key, LETTER_TEXTS[end], text),) if text else ()


def _case(facts: Facts) -> Iterator[str]:
    """What the report is and what it says in a sentence."""
    names = prose.enumeration([phrases.inside(plan.short_name) for plan in facts.plans])
    yield (
        f"Rapporten följer upp {names} {facts.occasion_label}. Siffror och lägen är de som fanns "
        f"den {dates.long_date(facts.today)}."
    )
    main = leading_plan(facts)
    if has_measures(facts):
        where = f"Måtten är de i {phrases.inside(main.short_name)}."
        yield f"{summary_sentence(facts.headlines(main))} {where}"
    for plan in facts.plans:
        if plan.kind is PlanKind.ASSIGNMENTS and plan.assignments:
            yield lead_words(standings(facts, plan))


def _background(facts: Facts) -> Iterator[str]:
    """The plans: which years they govern, and when they were approved."""
    for plan in facts.plans:
        years = plan_years(plan)
        name = plan.name if years in plan.name else f"{plan.name}, {years},"
        approved = phrases.date_words(plan.head.approved)
        yield f"{name} godkändes den {approved}." if approved else f"{plan.name} gäller {years}."


def _way(facts: Facts) -> Iterator[Block]:
    """The meetings that the case goes to, in a sentence; nothing when no calendar says."""
    if facts.round is None or facts.calendar is None:
        return
    names = dict(facts.calendar.stage_names)
    days = [f"{phrases.inside(names[stage])} {day_text(day)}" for stage, day in facts.round.days]
    example = " Dagarna är exempeldata." if facts.calendar.is_example else ""
    said = f"{prose.capitalised(prose.enumeration(days))}.{example}"
    yield Labelled("Ärendets väg", (Paragraph(line(said)),))


def _papers(facts: Facts) -> Iterator[Block]:
    """The other reports that the same body gets at the same occasion, the case's own first."""
    recipient = facts.subject.definition.recipient
    others = [
        each
        for each in facts.beside
        if each.recipient == recipient
        and each.id != facts.definition.id
        and (facts.about is None or each.id != facts.about.id)
        and not each.sets_out_plan
        and LETTER not in each.section_kinds
        and each.about in {"", facts.subject.definition.id}
    ]
    found = [*([facts.about] if facts.about else []), *others]
    if found:
        when = dates.short_label(facts.occasion.period)
        listed = NumberedList(tuple(line(f"{each.title}, {when}") for each in found))
        yield Labelled("Bilagor", (listed,))
