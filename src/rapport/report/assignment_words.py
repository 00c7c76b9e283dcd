"""Assignments ("uppdrag") in words: decisions with their body and day, due days, proposals."""

from __future__ import annotations

from rapport.domain.assignment import BodyDecision, Proposal
from rapport.report.assignment_standing import Standing
from rapport.report.cells import STATUS_SIGNS
from rapport.report.facts import Facts
from rapport.report.inline import Line, Sign, SignMark, Text, line
from rapport.swedish import numbers, phrases, prose, terms


def day_words(day: str) -> str:
    """A day inside a sentence: "den 14 september 2021"; other words as they stand."""
    written = phrases.date_words(day)
    return written if written == day else f"den {written}"


def decision_title(facts: Facts, decision: BodyDecision) -> str:
    """Whose decision and when: "Regionstyrelsens beslut den 14 september 2021, § 141"."""
    whose = prose.genitive(facts.board_name(decision.body))
    return f"{whose} beslut {day_words(decision.day)}{_paragraph(decision)}"


def decision_words(facts: Facts, decision: BodyDecision) -> str:
    """The same inside a sentence: "regionstyrelsens beslut den 27 september 2024, § 84"."""
    return phrases.inside(decision_title(facts, decision))


def decision_lines(facts: Facts, decision: BodyDecision | None) -> tuple[Line, ...]:
    """A decision in a narrow cell: the body, then the day with its paragraph."""
    if decision is None:
        return (line(numbers.NO_VALUE),)
    day = f"{phrases.short_date_words(decision.day)}{_paragraph(decision)}"
    return (line(facts.board_name(decision.body)), line(day))


def _paragraph(decision: BodyDecision) -> str:
    number = decision.paragraph.removeprefix("§").strip()
    return f", §{numbers.NO_BREAK_SPACE}{number}" if number else ""


def case_words(decision: BodyDecision) -> str:
    """The case of a decision: "Ärende: Principbeslut för … (dnr 624-2013)."; empty for none."""
    diary = f"dnr {decision.diary}" if decision.diary else ""
    if not decision.case:
        return f"Ärende med {diary}." if diary else ""
    return f"Ärende: {decision.case}{f' ({diary})' if diary else ''}."


def due_words(standing: Standing) -> str:
    """When it was to be reported back: "efter ett år, senast den 1 september 2021"."""
    rule, day = standing.assignment.due, standing.assignment.due_day
    by = f"senast {day_words(day)}" if day else ""
    return ", ".join(part for part in (rule if rule != day else "", by) if part)


def due_lines(standing: Standing) -> tuple[Line, ...]:
    """The same in a narrow cell, with the next day where one is promised."""
    rule, day = standing.assignment.due, standing.assignment.due_day
    shown = [rule if rule != day else "", phrases.short_date_words(day)]
    if standing.next_day and not standing.closed_by:
        shown.append(f"nästa: {phrases.short_date_words(standing.next_day)}")
    return tuple(line(text) for text in shown if text) or (line(numbers.NO_VALUE),)


def state_line(standing: Standing) -> Line:
    """How it stands: closed, overdue, as its owner says, under way, or not reported."""
    if standing.closed_by:
        return (SignMark(Sign.DONE), Text("avslutat"))
    if standing.state is None:
        return line(Text("ej redovisat", muted=True))
    word = phrases.status_verb(standing.state, 1, neuter=True).removeprefix("är ")
    return (SignMark(STATUS_SIGNS[standing.state]), Text(word))


def proposal_lines(facts: Facts, standing: Standing) -> tuple[Line, ...]:
    """What is proposed, or the decision that closed it."""
    if standing.closed_by:
        return (line("Avslutat genom beslut"), decision_lines(facts, standing.closed_by)[1])
    if standing.proposal is None:
        return (line(Text("förslag saknas", muted=True)),)
    return (line(prose.capitalised(terms.PROPOSALS[standing.proposal])),)


def proposal_words(facts: Facts, standing: Standing) -> str:
    """The proposal as a sentence; a closed assignment says which decision closed it."""
    if standing.closed_by:
        case = case_words(standing.closed_by)
        ended = f"Uppdraget är avslutat genom {decision_words(facts, standing.closed_by)}."
        return f"{ended} {case}".strip()
    match standing.proposal:
        case Proposal.CLOSE:
            return "Uppdraget föreslås avslutat. Det pågår till dess beslut om det har fattats."
        case Proposal.CONTINUE:
            return "Uppdraget fortsätter."
        case None:
            return "Förslag har inte lämnats."


def overdue_words(standing: Standing) -> str:
    """That a report-back is overdue, or that the first one came late; empty otherwise."""
    if standing.is_overdue:
        return (
            f"Återrapporteringen är försenad: den skulle ha lämnats senast "
            f"{day_words(standing.deadline)}."
        )
    if standing.was_first_reported_late:
        return (
            f"Uppdraget skulle ha återrapporterats senast "
            f"{day_words(standing.assignment.due_day)}; den första redovisningen är daterad "
            f"{day_words(standing.first_reported)}."
        )
    return ""


def numbered_name(standing: Standing) -> str:
    """Number and name: "2, Remisskrav för neuropsykiatriska utredningar"."""
    return f"{standing.assignment.number}, {phrases.inside(standing.assignment.short_name)}"
