"""The terms of the field: the shown word for every verdict, state, target and tolerance."""

from __future__ import annotations

from decimal import Decimal

from rapport.domain.activity import ActivityStatus
from rapport.domain.breakdown import Sex
from rapport.domain.follow_up import TextStatus
from rapport.domain.outcome import Blocker, Change, Verdict
from rapport.domain.period import OccasionKind
from rapport.domain.plan import Basis, Better
from rapport.domain.quantity import Gap, State, Unit
from rapport.domain.target import (
    Aim,
    AtLeast,
    AtMost,
    BaselineKind,
    Below,
    Directional,
    Target,
    Tolerance,
    ToleranceKind,
    Within,
)
from rapport.swedish.numbers import (
    NO_BREAK_SPACE,
    difference_unit,
    needed_decimals,
    number,
    unit_suffix,
    with_unit,
)

MOST_DECIMALS = 4
"""The most decimals a tolerance is printed with."""

_COUNTABLE = frozenset({Unit.COUNT, Unit.PER_THOUSAND, Unit.PER_HUNDRED_THOUSAND, Unit.DAYS})

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
    Blocker.NO_OUTCOME: "utfall saknas",
    Blocker.INCOMPLETE: "utfallet är ofullständigt",
    Blocker.SUPPRESSED: "små grupper skyddas",
    Blocker.NO_TARGET: "mål saknas i planen",
    Blocker.TARGET_NOT_FOR_UNIT: "målet gäller regionen som helhet, inte enskilda enheter",
    Blocker.NO_BASELINE: "ett jämförbart ingångsvärde saknas",
    Blocker.UNREADABLE_BASELINE: "ingångsvärdet i planen går inte att läsa",
    Blocker.NOT_ALL_PARTS: "alla delar kan inte bedömas",
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

OCCASIONS: dict[OccasionKind, str] = {
    OccasionKind.T1: "första tertialet",
    OccasionKind.T2: "andra tertialet",
    OccasionKind.T3: "tredje tertialet",
    OccasionKind.YEAR: "helåret",
}

AIMS: dict[Aim, str] = {
    Aim.INCREASE: "öka",
    Aim.DECREASE: "minska",
    Aim.MAINTAIN: "bibehålla",
}

SEXES: dict[Sex | None, str] = {Sex.WOMEN: "kvinnor", Sex.MEN: "män", None: "alla"}

_AIM_IN_TABLE = {Aim.INCREASE: "Öka", Aim.DECREASE: "Minska", Aim.MAINTAIN: "Bibehåll"}


def exact(value: Decimal, decimals: int, unit: Unit) -> str:
    """A target or tolerance with the decimals it needs: "95 %", "16,35 %", "28 667"."""
    return with_unit(value, _needed(value, decimals), unit)


def _needed(value: Decimal, decimals: int) -> int:
    """Up to two decimals, or the measure's own; large figures get no more than the measure."""
    return needed_decimals(value, 0, max(decimals, 2) if abs(value) < _LARGE else decimals)


def target_condition(target: Target, decimals: int, unit: Unit) -> str:
    """A target in words: "minst 95 %", "färre än 250", "1–3 %", "öka"."""
    match target:
        case AtLeast(value):
            return f"minst {exact(value, decimals, unit)}"
        case AtMost(value):
            return f"högst {exact(value, decimals, unit)}"
        case Below(value):
            word = "färre än" if unit in _COUNTABLE else "mindre än"
            return f"{word} {exact(value, decimals, unit)}"
        case Within(low, high):
            return _interval(low, high, decimals, unit)
        case Directional(aim):
            return AIMS[aim]


def target_symbol(target: Target, decimals: int) -> str:
    """A target in a narrow table cell, without unit: "≥ 95", "< 250", "1–3", "Öka"."""

    def figure(value: Decimal) -> str:
        return number(value, _needed(value, decimals))

    match target:
        case AtLeast(value):
            return f"≥{NO_BREAK_SPACE}{figure(value)}"
        case AtMost(value):
            return f"≤{NO_BREAK_SPACE}{figure(value)}"
        case Below(value):
            return f"<{NO_BREAK_SPACE}{figure(value)}"
        case Within(low, high):
            return _interval(low, high, decimals, Unit.COUNT)
        case Directional(aim):
            return _AIM_IN_TABLE[aim]


def _interval(low: Decimal, high: Decimal, decimals: int, unit: Unit) -> str:
    ends = [number(end, _needed(end, decimals)) for end in (low, high)]
    joint = " till " if low < 0 else "–"
    suffix = unit_suffix(unit)
    return joint.join(ends) + (f"{NO_BREAK_SPACE}{suffix}" if suffix else "")


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
