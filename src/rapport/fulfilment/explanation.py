"""Explanation ("förklaring"): one Swedish sentence on how each verdict came about."""

from __future__ import annotations

from decimal import Decimal

from rapport.domain.outcome import Assessment, Blocker, EffectiveTarget, Outcome, Verdict
from rapport.domain.period import OccasionKind
from rapport.domain.quantity import MeasureKind, State, Unit
from rapport.domain.region import ProfileKind
from rapport.domain.target import (
    Aim,
    BaselineKind,
    Bound,
    Directional,
    Plain,
    TwoLevels,
    Within,
    Yes,
    held_against,
)
from rapport.fulfilment.baseline import stated
from rapport.fulfilment.case import Case
from rapport.fulfilment.phrases import (
    distance_text,
    judged_phrase,
    outcome_phrase,
    series_name,
    span_text,
    target_phrase,
    value_text,
)
from rapport.fulfilment.rules import limits_in_force
from rapport.fulfilment.target_path import threshold
from rapport.swedish.dates import month_span
from rapport.swedish.numbers import number, rounded, with_unit
from rapport.swedish.prose import count_word, enumeration
from rapport.swedish.target_words import target_condition
from rapport.swedish.terms import BLOCKERS, OCCASIONS, VERDICTS, tolerance_text

MONTHS_LISTED = 4
"""How many missing months are named before the rest are counted."""

_AIMS = {Aim.INCREASE: "öka", Aim.DECREASE: "minska", Aim.MAINTAIN: "bibehålla nivån"}


def explain(case: Case, assessment: Assessment) -> str:
    """The story of a verdict, or of its absence: figures, rule and periods in one sentence.

    A change since last year that is more than chance is told in a second one, of the whole
    measure only: women's and men's are in ``rapport explain``.
    """
    return f"{_told(case, assessment)}{_certain_change(case, assessment)}"


def _certain_change(case: Case, assessment: Assessment) -> str:
    last_year = assessment.last_year
    judged = assessment.breakdown.is_total and assessment.blocker is None
    if (
        not (judged and assessment.change_is_certain)
        or last_year is None
        or last_year.value is None
    ):
        return ""
    figure = with_unit(last_year.value, case.indicator.decimals, case.indicator.unit)
    when = span_text(case.indicator, last_year.period)
    return f" Förändringen från {figure} ({when}) är statistiskt säkerställd."


def _told(case: Case, assessment: Assessment) -> str:
    blocker, verdict = assessment.blocker, assessment.verdict
    if blocker is not None:
        return _blocked(case, assessment, blocker)
    if verdict is None:
        return _only_shown(case, assessment)
    if assessment.parts:
        return f"{_by_parts(case, assessment)}; {VERDICTS[verdict]}."
    if assessment.target is None:
        return _only_shown(case, assessment)
    return f"{_story(case, assessment, assessment.target)}; {VERDICTS[verdict]}."


def _only_shown(case: Case, assessment: Assessment) -> str:
    if assessment.outcome.state is State.MEASURED:
        return f"{outcome_phrase(case, assessment)} visas utan egen bedömning."
    return _without_outcome(case, assessment)


def _story(case: Case, assessment: Assessment, target: EffectiveTarget) -> str:
    if isinstance(target.target, Directional):
        return _direction(case, assessment, target, target.target)
    judged = assessment.judged
    if judged is not None and judged.value is None:
        return f"{outcome_phrase(case, assessment)}, och målet {_HIDDEN_UNIT}"
    value = (judged.value if judged else assessment.outcome.value) or Decimal(0)
    start = judged_phrase(case, assessment)
    place = _place(held_against(target.target), value)
    story = f"{start} {place} {target_phrase(case, assessment, target)}"
    limits = limits_in_force(case.indicator, target)
    if limits is not None and not isinstance(target.target, TwoLevels):
        return f"{story}; {_limits(case, limits)}"
    if assessment.verdict is Verdict.MET or assessment.tolerance is None:
        return story
    allowed = tolerance_text(assessment.tolerance, case.indicator.unit)
    fits = "ryms i" if assessment.verdict is Verdict.PARTLY else "är större än"
    return f"{story}; avståndet {distance_text(assessment)} {fits} toleransen {allowed}"


_HIDDEN_UNIT = "är bedömt på den sämsta enheten, som inte visas av sekretesskäl"


def _limits(case: Case, limits: tuple[Bound, Bound]) -> str:
    """A measure's own limits for met and partly met."""
    indicator = case.indicator
    met, partly = (target_condition(x, indicator.decimals, indicator.unit) for x in limits)
    return f"måttets gränser är {met} för uppfyllt och {partly} för delvis"


def _place(target: Plain | None, value: Decimal) -> str:
    if isinstance(target, Yes):
        return "svarar mot" if value else "svarar inte mot"
    if isinstance(target, Within):
        if value < target.low:
            return "ligger under"
        return "ligger över" if value > target.high else "ligger inom"
    limit = threshold(target) if target else None
    if limit is None or value == limit:
        return "är lika med"
    return "ligger över" if value > limit else "ligger under"


def _direction(
    case: Case, assessment: Assessment, target: EffectiveTarget, direction: Directional
) -> str:
    aim = f"{target_phrase(case, assessment, target)} {_AIMS[direction.aim]}"
    if target.stated is not None and case.profile.kind is not ProfileKind.TREND:
        year = "året före" if target.stated.year is None else str(target.stated.year)
        aim = f"{aim} jämfört med {year}"
    return f"{outcome_phrase(case, assessment)} {_movement(case, assessment)}, och {aim}"


def _movement(case: Case, assessment: Assessment) -> str:
    """How the outcome stands to its baseline, which is named with its period."""
    reference, value = assessment.reference, assessment.outcome.value
    if reference is None or value is None:
        return "saknar jämförelse"
    decimals = own = case.indicator.decimals
    if reference.share is None:
        decimals = min(own, reference.baseline.decimals)
    moved = rounded(value, decimals) - rounded(reference.value, decimals)
    word = "är oförändrat mot" if moved == 0 else "ligger över" if moved > 0 else "ligger under"
    when = month_span(reference.baseline.period) if reference.baseline.period else ""
    unit = case.indicator.unit
    if assessment.target and assessment.target.stated:
        return f"{word} {with_unit(reference.value, decimals, unit)} ({when})"
    if reference.share is not None and reference.baseline.value is not None:
        part = with_unit(reference.share * 100, 1, Unit.PERCENT)
        year = with_unit(reference.baseline.value, own, unit)
        scaled = with_unit(reference.value, own, unit)
        return f"{word} ingångsvärdet {scaled} ({part} av {year}, {when})"
    as_printed = " avrundat som i planen" if moved == 0 and decimals < own else ""
    return f"{word} ingångsvärdet {with_unit(reference.value, decimals, unit)} ({when}){as_printed}"


def _by_parts(case: Case, assessment: Assessment) -> str:
    parts = enumeration([_part(case, part) for part in assessment.parts])
    return f"{_start(case, assessment)} bedöms efter sina delar: {parts}"


def _part(case: Case, part: Assessment) -> str:
    name = series_name(case.indicator, part.breakdown)
    if part.blocker is Blocker.SUPPRESSED or part.verdict is None:
        return f"{name} visas inte"
    if part.blocker is not None:
        return f"{name} kan inte bedömas ({BLOCKERS[part.blocker]})"
    return f"{name} {value_text(part)} {VERDICTS[part.verdict]}"


def _blocked(case: Case, assessment: Assessment, blocker: Blocker) -> str:
    match blocker:
        case Blocker.NOT_DUE | Blocker.NOT_FOR_UNIT:
            return _not_told(case)
        case Blocker.NO_OUTCOME | Blocker.INCOMPLETE:
            return _without_outcome(case, assessment)
        case Blocker.SUPPRESSED:
            return _suppressed(case, assessment)
        case Blocker.NOT_ALL_PARTS:
            return f"{_by_parts(case, assessment)}; måttet kan inte bedömas."
        case Blocker.NO_BASELINE | Blocker.UNREADABLE_BASELINE | Blocker.COARSE_BASELINE:
            return _without_baseline(case, assessment, blocker)
        case (
            Blocker.NO_TARGET
            | Blocker.TARGET_NOT_FOR_UNIT
            | Blocker.NO_EARLIER_YEAR
            | Blocker.UNIT_MISSING
            | Blocker.NO_LIMITS
            | Blocker.NO_DIRECTION
        ):
            return _subject(case, assessment, BLOCKERS[blocker])


def _start(case: Case, assessment: Assessment) -> str:
    """The outcome as the subject of the sentence, or the measure where there is none."""
    measured = assessment.outcome.state is State.MEASURED
    return outcome_phrase(case, assessment) if measured else "Måttet"


def _subject(case: Case, assessment: Assessment, reason: str) -> str:
    return f"{_start(case, assessment)} kan inte bedömas, eftersom {reason}."


def _coarse(case: Case, assessment: Assessment) -> str:
    """What a baseline that was printed too coarsely may have been."""
    reference = assessment.reference
    if reference is None:
        return BLOCKERS[Blocker.COARSE_BASELINE]
    decimals, unit = reference.baseline.decimals, case.indicator.unit
    half = Decimal(5).scaleb(-decimals - 1)
    low, high = (number(reference.value + sign * half, decimals + 1) for sign in (-1, 1))
    printed = with_unit(reference.value, decimals, unit)
    return f"planens ingångsvärde {printed} är avrundat och kan ha varit mellan {low} och {high}"


def _without_baseline(case: Case, assessment: Assessment, blocker: Blocker) -> str:
    """With what the plan prints instead of a figure, when it prints something."""
    if blocker is Blocker.COARSE_BASELINE:
        return _subject(case, assessment, _coarse(case, assessment))
    baselines = stated(case.indicator, assessment.breakdown)
    odd = [
        b.printed
        for b in baselines
        if b.printed and b.kind in {BaselineKind.UNREADABLE, BaselineKind.UNKNOWN}
    ]
    printed = f" (planen anger ”{odd[0]}”)" if odd and case.is_top else ""
    return _subject(case, assessment, f"{BLOCKERS[blocker]}{printed}")


def _not_told(case: Case) -> str:
    """Neither is missing: the plan asks for it at another time, or not of this unit."""
    if case.is_due:
        unit = case.region.organisations[case.organisation].name
        return f"Måttet redovisas inte för {unit} och bedöms inte här."
    asked = [OCCASIONS[kind] for kind in OccasionKind if kind in case.indicator.occasions]
    now = [OCCASIONS[kind] for kind in OccasionKind if kind in case.occasion.kinds]
    return (
        f"Måttet redovisas enligt planen för {enumeration(asked)}, "
        f"inte för {enumeration(now)} {case.occasion.year}."
    )


def _suppressed(case: Case, assessment: Assessment) -> str:
    """One sentence for small figures and those hidden for their sake, which says not which.

    Told apart, they would give figures away: of six persons one sex is a small group and
    the other is not, so they are one and five.
    """
    reason = f"uppgifter om färre än {count_word(case.region.threshold)} personer skyddas"
    if assessment.outcome.state is State.MEASURED:
        return f"{outcome_phrase(case, assessment)} kan inte bedömas, eftersom {reason}."
    return f"Värdet visas inte, eftersom {reason}."


_NEVER_SUMMED = {
    MeasureKind.MEDIAN: "en median",
    MeasureKind.INDEX: "ett index",
    MeasureKind.YES_NO: "ett ja eller nej",
}


def _without_outcome(case: Case, assessment: Assessment) -> str:
    outcome = assessment.outcome
    when = span_text(case.indicator, outcome.period)
    if outcome.state is State.NOT_ASSESSABLE:
        return f"Nämnaren är noll för {when}, så utfallet går inte att räkna."
    if outcome.expected == 0 and not outcome.missing:
        return f"Måttet är inte tillämpligt för {when} och bedöms inte."
    whole = _NEVER_SUMMED.get(case.indicator.kind)
    if whole and case.outcomes.has_parts(case.organisation, assessment.breakdown, outcome.period):
        return (
            f"Utfall saknas för {when}: {whole} läggs inte samman av delar utan måste levereras "
            "för hela perioden, så måttet kan inte bedömas."
        )
    if not outcome.found:
        return f"Utfall saknas för {when}, så måttet kan inte bedömas."
    return (
        f"Utfallet för {when} är ofullständigt: {outcome.found} av {outcome.expected} "
        f"månadsuppgifter finns och {_months(outcome)} saknas, så måttet kan inte bedömas."
    )


def _months(outcome: Outcome) -> str:
    named = [month_span(month) for month in outcome.missing]
    if len(named) > MONTHS_LISTED:
        rest = len(named) - MONTHS_LISTED + 1
        named = [*named[: MONTHS_LISTED - 1], f"{count_word(rest, neuter=False)} månader till"]
    return enumeration(named)
