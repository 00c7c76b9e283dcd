"""The small pieces of internal control: deviations, when and how much, actions, next year."""

from __future__ import annotations

from rapport.domain.control import ControlJudgement, ControlResult, Deviation
from rapport.report.control_view import ControlRow
from rapport.report.facts import Facts
from rapport.report.inline import Line, Sign, SignMark, Text, line
from rapport.swedish import phrases, prose

DEVIATION_SIGNS = {
    Deviation.NONE: Sign.MET,
    Deviation.MINOR: Sign.PARTLY,
    Deviation.MAJOR: Sign.NOT_MET,
    Deviation.NOT_DONE: Sign.NOT_ASSESSABLE,
}
"""The verdicts' own signs: the four grades mean the same to a reader as the four verdicts."""

SHORT_DEVIATIONS = {
    Deviation.NONE: "ingen",
    Deviation.MINOR: "mindre",
    Deviation.MAJOR: "väsentlig",
    Deviation.NOT_DONE: "ej genomförd",
}
"""The grades under a column title that says what they grade."""

UNDER_WAY = "pågår"
NOT_REPORTED = "ej redovisad"


def deviation_line(row: ControlRow, *, short: bool = True) -> Line:
    """Sign and word of a control's deviation, or that it is under way or not reported."""
    if row.grade is not None:
        word = SHORT_DEVIATIONS[row.grade] if short else str(row.grade)
        return (SignMark(DEVIATION_SIGNS[row.grade]), Text(word))
    if row.result is not None:
        return (SignMark(Sign.ONGOING), Text(UNDER_WAY))
    return line(Text(NOT_REPORTED, muted=True))


def deviation_legend() -> tuple[tuple[Sign, str], ...]:
    """The signs of the grades with their words, and that of a control under way."""
    grades = tuple((DEVIATION_SIGNS[grade], str(grade)) for grade in Deviation)
    return (*grades, (Sign.ONGOING, UNDER_WAY))


def done_text(result: ControlResult | None, *, short: bool = True) -> str:
    """When and how much: "14 maj 2024, 20 av 140 fakturor"; empty when neither is said."""
    if result is None:
        return ""
    day = _day(result.done_on, short=short)
    return (
        f"{day}, {phrases.inside(result.extent)}" if day and result.extent else day or result.extent
    )


def _day(text: str, *, short: bool) -> str:
    return phrases.short_date_words(text) if short else phrases.date_words(text)


def action_text(result: ControlResult | None) -> str:
    """The action as a sentence of its own; empty when there is none."""
    if result is None or not result.action:
        return ""
    return closed(result.action)


def owner_text(result: ControlResult | None, *, short: bool = True) -> str:
    """Who answers for the action and by when: "Ekonomiavdelningen, klart 31 okt 2024"."""
    if result is None:
        return ""
    due = f"klart {_day(result.due, short=short)}" if result.due else ""
    return ", ".join(part for part in (result.responsible, due) if part)


def closed(text: str) -> str:
    """A sentence that ends in a full stop, whoever wrote it."""
    stripped = text.strip()
    return stripped if not stripped or stripped[-1] in ".!?" else f"{stripped}."


def judgement_words(facts: Facts, judgement: ControlJudgement) -> str:
    """A board's overall judgement with date and reason."""
    who = facts.board_name(judgement.decided_by)
    day = f" den {phrases.date_words(judgement.decided_on)}" if judgement.decided_on else ""
    return (
        f"{prose.capitalised(who)} bedömde{day} att den interna kontrollen är "
        f"{judgement.verdict}. {closed(judgement.reason)}"
    ).strip()
