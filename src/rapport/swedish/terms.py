"""The terms of the field: the shown word for every verdict, state, target and tolerance."""

from __future__ import annotations

from decimal import Decimal

from rapport.domain.activity import ActivityStatus
from rapport.domain.agreement import PaymentBasis, RequirementStatus
from rapport.domain.assignment import Origin, Proposal
from rapport.domain.breakdown import Sex
from rapport.domain.control import ControlLevel, ControlVerdict, Deviation, NextYear
from rapport.domain.follow_up import TextStatus
from rapport.domain.outcome import Blocker, Change, Verdict
from rapport.domain.period import OccasionKind
from rapport.domain.plan import Basis, Better, PlanKind
from rapport.domain.quantity import Gap, State, Unit
from rapport.domain.target import (
    Aim,
    BaselineKind,
    Tolerance,
    ToleranceKind,
)
from rapport.swedish.numbers import (
    difference_unit,
    needed_decimals,
    with_unit,
)

MOST_DECIMALS = 4
"""The most decimals a tolerance is printed with."""

_LARGE = 1000
"""From here on a figure says enough without decimals of its own."""

VERDICTS: dict[Verdict, str] = {
    Verdict.MET: "uppfyllt",
    Verdict.PARTLY: "delvis uppfyllt",
    Verdict.NOT_MET: "ej uppfyllt",
    Verdict.NOT_ASSESSABLE: "kan inte bedömas",
}

SHORT_VERDICTS: dict[Verdict, str] = {
    Verdict.MET: "uppfyllt",
    Verdict.PARTLY: "delvis",
    Verdict.NOT_MET: "ej",
    Verdict.NOT_ASSESSABLE: "bedöms ej",
}

FORECAST_VERDICTS: dict[Verdict, str] = {
    Verdict.MET: "uppfylls",
    Verdict.PARTLY: "uppfylls delvis",
    Verdict.NOT_MET: "uppfylls ej",
    Verdict.NOT_ASSESSABLE: "kan inte bedömas",
}

STATES: dict[State, str] = {
    State.MEASURED: "mätt",
    State.NOT_MEASURED: "ej mätt",
    State.NOT_DUE: "ej aktuellt denna period",
    State.NOT_ASSESSABLE: "kan inte bedömas",
    State.SUPPRESSED: "visas inte av sekretesskäl",
    State.UNKNOWN: "okänt",
}

SUPPRESSIONS: dict[bool, str] = {
    False: "uppgiften bygger på för få personer",
    True: "uppgiften visas inte för att skydda en annan uppgift",
}
"""Why a figure is hidden, by whether it covers for another one; for the controller only."""

CHANGES: dict[Change, str] = {
    Change.BETTER: "bättre",
    Change.UNCHANGED: "oförändrat",
    Change.WORSE: "sämre",
}

STATUSES: dict[ActivityStatus, str] = {
    ActivityStatus.NOT_STARTED: "ej påbörjad",
    ActivityStatus.ONGOING: "pågår",
    ActivityStatus.DONE: "klar",
    ActivityStatus.LATE: "försenad",
    ActivityStatus.CANCELLED: "utgår",
}

BLOCKERS: dict[Blocker, str] = {
    Blocker.NOT_DUE: "måttet redovisas vid ett annat tillfälle",
    Blocker.NOT_FOR_UNIT: "måttet redovisas inte för enheten",
    Blocker.NO_OUTCOME: "utfall saknas",
    Blocker.INCOMPLETE: "utfallet är ofullständigt",
    Blocker.SUPPRESSED: "små grupper skyddas",
    Blocker.NO_TARGET: "mål saknas i planen",
    Blocker.TARGET_NOT_FOR_UNIT: "målet gäller regionen som helhet, inte enskilda enheter",
    Blocker.NO_BASELINE: "ett jämförbart ingångsvärde saknas",
    Blocker.UNREADABLE_BASELINE: "ingångsvärdet i planen är oläsbart",
    Blocker.NOT_ALL_PARTS: "inte alla delar kan bedömas",
    Blocker.COARSE_BASELINE: "ingångsvärdet är för grovt avrundat i planen",
    Blocker.NO_EARLIER_YEAR: "ett tidigare års värde saknas",
    Blocker.UNIT_MISSING: "utfall saknas för någon enhet",
    Blocker.NO_LIMITS: "måttet saknar de gränser som bedömningsprofilen går efter",
    Blocker.NO_DIRECTION: "måttet saknar riktning, och bedömningsprofilen går efter utvecklingen",
}

TEXT_STATUSES: dict[TextStatus, str] = {
    TextStatus.DRAFT: "utkast",
    TextStatus.READY: "klar",
    TextStatus.APPROVED: "godkänd",
}

BASELINE_KINDS: dict[BaselineKind, str] = {
    BaselineKind.MEASURED: "uppmätt",
    BaselineKind.FORECAST: "prognos",
    BaselineKind.OTHER_DEFINITION: "annan definition",
    BaselineKind.UNKNOWN: "okänt",
    BaselineKind.UNREADABLE: "går inte att läsa",
}

GAPS: dict[Gap, str] = {
    Gap.MISSING: "bortfall",
    Gap.NOT_APPLICABLE: "ej tillämpligt",
    Gap.WITHHELD: "sekretess",
}

DIRECTIONS: dict[Better, str] = {
    Better.HIGHER: "högre är bättre",
    Better.LOWER: "lägre är bättre",
    Better.NEITHER: "ingen riktning är bättre",
}

BASES: dict[Basis, str] = {
    Basis.PERIOD: "perioden",
    Basis.CUMULATIVE: "ackumulerat sedan januari",
    Basis.ROLLING_YEAR: "rullande tolv månader",
}

PROBABILITIES = ("Osannolik", "Mindre sannolik", "Möjlig", "Sannolik")
CONSEQUENCES = ("Försumbar", "Lindrig", "Kännbar", "Allvarlig")
"""The four steps of a risk, from the lowest."""

OCCASIONS: dict[OccasionKind, str] = {
    OccasionKind.T1: "första tertialet",
    OccasionKind.T2: "andra tertialet",
    OccasionKind.T3: "tredje tertialet",
    OccasionKind.YEAR: "helåret",
    OccasionKind.MONTH: "varje månad",
}

AIMS: dict[Aim, str] = {
    Aim.INCREASE: "öka",
    Aim.DECREASE: "minska",
    Aim.MAINTAIN: "bibehålla",
}

PLAN_KINDS: dict[PlanKind, str] = {
    PlanKind.OPERATIONAL: "verksamhetsplan",
    PlanKind.ACTION: "handlingsplan",
    PlanKind.CONTROL: "internkontrollplan",
    PlanKind.ASSIGNMENTS: "uppdragsregister",
    PlanKind.AGREEMENTS: "nationella överenskommelser",
    PlanKind.MANAGEMENT: "ledningsrapport",
    PlanKind.STRATEGY: "strategi",
}

CONTROL_LEVELS: dict[ControlLevel, str] = {
    ControlLevel.BOARD: "nämnd",
    ControlLevel.REGION: "regionövergripande",
    ControlLevel.DIVISION: "division",
}

DEVIATIONS: dict[Deviation, str] = {
    Deviation.NONE: "ingen avvikelse",
    Deviation.MINOR: "mindre avvikelse",
    Deviation.MAJOR: "väsentlig avvikelse",
    Deviation.NOT_DONE: "ej genomförd",
}

NEXT_YEARS: dict[NextYear, str] = {
    NextYear.KEEP: "kvarstår",
    NextYear.CHANGE: "ändras",
    NextYear.DROP: "utgår",
}

CONTROL_VERDICTS: dict[ControlVerdict, str] = {
    ControlVerdict.SUFFICIENT: "tillräcklig",
    ControlVerdict.TO_IMPROVE: "tillräcklig med förbättringsbehov",
    ControlVerdict.INSUFFICIENT: "otillräcklig",
}

ORIGINS: dict[Origin, str] = {
    Origin.PLAN: "plan",
    Origin.DECISION: "beslut",
    Origin.AUDIT: "revisionsrapport",
    Origin.MOTION: "motion",
}

PROPOSALS: dict[Proposal, str] = {
    Proposal.CONTINUE: "fortsätter",
    Proposal.CLOSE: "föreslås avslutat",
}

PAYMENT_BASES: dict[PaymentBasis, str] = {
    PaymentBasis.GRANT: "bidrag",
    PaymentBasis.PERFORMANCE: "prestationsersättning",
    PaymentBasis.PER_PIECE: "styckersättning",
}

REQUIREMENT_STATUSES: dict[RequirementStatus, str] = {
    RequirementStatus.MET: "uppfyllt",
    RequirementStatus.PARTLY: "delvis uppfyllt",
    RequirementStatus.NOT_MET: "ej uppfyllt",
    RequirementStatus.ONGOING: "pågår",
    RequirementStatus.NOT_JUDGED: "ej bedömt",
}

SEXES: dict[Sex | None, str] = {Sex.WOMEN: "kvinnor", Sex.MEN: "män", None: "alla"}


def exact(value: Decimal, decimals: int, unit: Unit) -> str:
    """A target or tolerance with the decimals it needs: "95 %", "16,35 %", "28 667"."""
    return with_unit(value, needed(value, decimals), unit)


def needed(value: Decimal, decimals: int) -> int:
    """Up to two decimals, or the measure's own; large figures get no more than the measure."""
    return needed_decimals(value, 0, max(decimals, 2) if abs(value) < _LARGE else decimals)


def tolerance_text(tolerance: Tolerance, unit: Unit) -> str:
    """A tolerance in words: "10 % av målet", "5 procentenheter", "25 % av vägen till målet"."""
    match tolerance.kind:
        case ToleranceKind.RELATIVE:
            return f"{_percent(tolerance.amount)} av målet"
        case ToleranceKind.ABSOLUTE:
            return exact(tolerance.amount, MOST_DECIMALS, difference_unit(unit))
        case ToleranceKind.SHARE_OF_WAY:
            return f"{_percent(tolerance.amount)} av vägen till målet"


def _percent(share: Decimal) -> str:
    return exact(share * 100, 1, Unit.PERCENT)
