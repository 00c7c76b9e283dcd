"""Outcomes and verdicts: what was measured, what it is compared with, and how it is judged."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from rapport.domain.breakdown import Breakdown
from rapport.domain.measurement import SourceRef
from rapport.domain.pace import Pace
from rapport.domain.period import Occasion, Period
from rapport.domain.plan import Indicator
from rapport.domain.quantity import State
from rapport.domain.target import Baseline, SinceYear, Target, Tolerance


class Verdict(StrEnum):
    """A verdict ("bedömning") on one series; the value stands in ``resultat``."""

    MET = "uppfyllt"
    PARTLY = "delvis"
    NOT_MET = "ej_uppfyllt"
    NOT_ASSESSABLE = "ej_bedombart"


class Change(StrEnum):
    """Change ("trend") against the same period last year, by what is better, not by sign."""

    BETTER = "battre"
    UNCHANGED = "oforandrat"
    WORSE = "samre"


class Blocker(StrEnum):
    """Why there is no verdict; the report words each of them differently."""

    NOT_DUE = "redovisas vid annat tillfälle"
    NOT_FOR_UNIT = "redovisas inte för enheten"
    NO_OUTCOME = "utfall saknas"
    INCOMPLETE = "utfallet är ofullständigt"
    SUPPRESSED = "små grupper skyddas"
    NO_TARGET = "mål saknas"
    TARGET_NOT_FOR_UNIT = "målet gäller inte enskilda enheter"
    NO_BASELINE = "ingångsvärde saknas"
    UNREADABLE_BASELINE = "ingångsvärdet går inte att läsa"
    NOT_ALL_PARTS = "inte alla delar kan bedömas"
    COARSE_BASELINE = "ingångsvärdet är för grovt avrundat"
    NO_EARLIER_YEAR = "ett tidigare år saknas"
    UNIT_MISSING = "utfall saknas för någon enhet"
    NO_LIMITS = "måttets gränser saknas"
    NO_DIRECTION = "ingen riktning är bättre"


NOT_TOLD = frozenset({Blocker.NOT_DUE, Blocker.NOT_FOR_UNIT})
"""Why a measure has nothing to tell in a report: no page of its own, and nothing is missing."""


@dataclass(frozen=True)
class Outcome:
    """An outcome ("utfall"): a measure's value over a period, with what it was made of.

    ``value`` is unrounded and in the measure's unit; it is absent unless ``state`` is
    measured. ``found`` of ``expected`` monthly cells were there. ``numerator`` and
    ``denominator`` are the sums behind a share or rate (for a difference to a reference
    they are absent and ``own`` and ``reference`` hold the two values). ``is_cover`` marks a
    hidden outcome that is not of few people itself but would give one away.
    """

    period: Period
    state: State
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    own: Decimal | None = None
    reference: Decimal | None = None
    found: int = 0
    expected: int = 0
    missing: tuple[Period, ...] = ()
    sources: tuple[SourceRef, ...] = ()
    is_example: bool = False
    is_cover: bool = False

    @property
    def is_complete(self) -> bool:
        """Whether every expected cell was found."""
        return self.found == self.expected


@dataclass(frozen=True)
class EffectiveTarget:
    """The target ("mål") in force for a series at an occasion, and how it came about.

    ``stated_year`` is the plan year it was taken from; ``interpolated`` is true between
    two stated years; ``carried`` when the last stated target stays in force; ``year_value``
    is the target of the whole year when the target here is the part of it that the season
    expects by now, and ``share`` that part (0-1). ``geometric`` says that the years between
    grow by the same percentage instead of lying on a line. ``stated`` is the target as the plan
    puts it, when it speaks of another year's figure and ``target`` is that figure worked out.
    """

    target: Target
    stated_year: int
    interpolated: bool = False
    carried: bool = False
    year_value: Decimal | None = None
    share: Decimal | None = None
    geometric: bool = False
    stated: SinceYear | None = None


@dataclass(frozen=True)
class JudgedFigure:
    """The figure that was judged ("bedömt värde") when it is not the outcome itself.

    ``terms`` are the years of a mean, newest first, or the worst unit's outcome;
    ``organisation`` is that unit, empty for a mean. Both are empty where they may not be
    shown.
    """

    value: Decimal | None
    terms: tuple[Outcome, ...] = ()
    organisation: str = ""


@dataclass(frozen=True)
class Reference:
    """What an "öka" or "minska" is compared with: a baseline, scaled to the same months."""

    baseline: Baseline
    value: Decimal
    share: Decimal | None = None


@dataclass(frozen=True)
class Forecast:
    """A year-end forecast ("helårsprognos") with the method that made it, and its verdict.

    ``by`` is the office that gave its own ("egen bedömning"), empty when computed. ``low``
    and ``high`` bound it, four times out of five, by the method's errors in ``tested_years``.
    ``uncertain`` ("osäkert") says that the bounds hold the target; the verdict is then that
    it cannot be assessed.
    """

    value: Decimal | None
    method: str
    verdict: Verdict | None
    by: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    tested_years: int = 0
    uncertain: bool = False


@dataclass(frozen=True)
class Decision:
    """A decided verdict ("beslutad bedömning") beside the computed one, with its reason."""

    verdict: Verdict
    office: str
    date: str
    reason: str


@dataclass(frozen=True)
class Assessment:
    """One judged series: a row of ``resultat`` and the whole story behind its verdict.

    ``parts`` are the women's and men's (or other series') assessments that the verdict
    was rolled up from; ``explanation`` is one Swedish sentence with figures, rule and
    periods. ``deviation`` is the signed distance to the target, positive on the good side,
    in the measure's unit. ``change_is_certain`` says that the change against last year is
    more than chance ("statistiskt säkerställd"). ``judged`` is the figure that was judged when
    it is not the outcome; ``two_valued`` says that the profile has no partly met.
    """

    plan: str
    indicator: Indicator
    organisation: str
    breakdown: Breakdown
    occasion: Occasion
    outcome: Outcome
    baseline: Baseline | None = None
    target: EffectiveTarget | None = None
    reference: Reference | None = None
    tolerance: Tolerance | None = None
    deviation: Decimal | None = None
    verdict: Verdict | None = None
    blocker: Blocker | None = None
    last_year: Outcome | None = None
    change: Change | None = None
    change_is_certain: bool = False
    pace: Pace | None = None
    forecast: Forecast | None = None
    decision: Decision | None = None
    parts: tuple[Assessment, ...] = ()
    explanation: str = ""
    judged: JudgedFigure | None = None
    two_valued: bool = False

    @property
    def state(self) -> State:
        """What is known ("tillstånd"): the outcome's state, or that it cannot be judged."""
        if self.outcome.state is State.MEASURED and self.verdict is Verdict.NOT_ASSESSABLE:
            return State.NOT_ASSESSABLE
        return self.outcome.state

    @property
    def final_verdict(self) -> Verdict | None:
        """The decided verdict where there is one, else the computed."""
        return self.decision.verdict if self.decision else self.verdict
