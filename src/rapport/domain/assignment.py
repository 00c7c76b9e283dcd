"""Assignments ("uppdrag"): what a political body has asked for, and what was reported back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rapport.domain.problem import NOWHERE, Location


class Origin(StrEnum):
    """What an assignment springs from ("ursprung")."""

    PLAN = "plan"
    DECISION = "beslut"
    AUDIT = "revisionsrapport"
    MOTION = "motion"


@dataclass(frozen=True)
class BodyDecision:
    """A decision ("beslut") of a political body: which, when, in which case ("ärende").

    ``day`` is ISO or as printed; ``paragraph`` and ``diary`` ("diarienummer") are empty where
    the source gives none; ``text`` tells in own words what was decided.
    """

    body: str
    day: str
    case: str = ""
    text: str = ""
    paragraph: str = ""
    diary: str = ""


@dataclass(frozen=True)
class ProgressNote:
    """A dated note of what was done ("lägesrapport") for an assignment, by one part of the line.

    ``division``, ``unit`` and ``site`` are the path division → verksamhet → sjukhus, each
    empty where the note does not say.
    """

    day: str
    text: str
    division: str = ""
    unit: str = ""
    site: str = ""
    location: Location = NOWHERE


@dataclass(frozen=True)
class Assignment:
    """A political assignment ("riktat uppdrag"): qualitative, with a status and a text.

    ``decision`` is absent for the assignments of a plan, which the plan itself decides.
    ``parts`` are its sub-assignments; ``due`` says when it is to be reported back, a date or
    a rule as printed: "efter ett år"; ``due_day`` is the day that means, ISO.
    ``history`` is what was reported before the first occasion that has follow-up;
    ``contributes_to`` are the ids of the goals and success factors it is given for.
    """

    id: str
    number: str
    text: str
    short_name: str
    origin: Origin = Origin.PLAN
    decision: BodyDecision | None = None
    parts: tuple[str, ...] = ()
    due: str = ""
    due_day: str = ""
    history: tuple[ProgressNote, ...] = ()
    responsible: str = ""
    location: Location = NOWHERE
    contributes_to: tuple[str, ...] = ()


class Proposal(StrEnum):
    """What is proposed for an assignment ("förslag"); only a decision closes one."""

    CONTINUE = "fortsätter"
    CLOSE = "föreslås avslutat"


@dataclass(frozen=True)
class AssignmentReport:
    """The report-back of an assignment ("återrapportering") at one occasion.

    ``notes`` are those since the last report; ``remaining`` what is left to do; ``next_day``
    when it is reported next. ``closed_by`` is the decision that ended it, nothing while open.
    """

    plan: str
    assignment: str
    notes: tuple[ProgressNote, ...] = ()
    remaining: str = ""
    next_day: str = ""
    proposal: Proposal | None = None
    closed_by: BodyDecision | None = None
    occasion: str = ""
    reported_by: str = ""
    location: Location = NOWHERE
