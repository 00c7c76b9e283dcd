"""Whole phrases that reports are written with: statuses, occasions, where a target comes from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from rapport.domain.activity import ActivityStatus
from rapport.domain.outcome import Blocker, EffectiveTarget, Verdict
from rapport.domain.period import OccasionKind
from rapport.domain.plan import Indicator
from rapport.domain.quantity import Unit
from rapport.domain.region import JudgementProfile
from rapport.domain.target import Target, Tolerance
from rapport.swedish import dates, prose, terms
from rapport.swedish.target_words import target_condition, target_symbol

_PROPER_NAMES = frozenset({"Digitalen", "Strama", "Region", "Cosmic", "Norrbotten"})
_PROPER_OPENINGS = ("God och nära vård",)
"""An office and an agreement are called so: the first word is ordinary, and yet has its capital."""
_DATE_LENGTH = len("2024-10-31")


def inside(text: str) -> str:
    """A name as it stands inside a sentence: "Division Nära" becomes "division Nära".

    Abbreviations (HSN) and proper names (Strama) keep their capital.

    >>> inside("Division Nära"), inside("HSN:s verksamhetsplan"), inside("God och nära vård")
    ('division Nära', 'HSN:s verksamhetsplan', 'God och nära vård')
    """
    first = text.split(" ", 1)[0].strip(",.:;")
    if first in _PROPER_NAMES or text.startswith(_PROPER_OPENINGS):
        return text
    if any(letter.isupper() for letter in first[1:]):
        return text
    return text[:1].lower() + text[1:]


def target_words(target: Target, indicator: Indicator) -> str:
    """A measure's target in words: "minst 97,5 %"."""
    return target_condition(target, indicator.decimals, indicator.unit)


def target_sign(target: Target, indicator: Indicator) -> str:
    """A measure's target in a narrow cell: "≥ 97,5"."""
    return target_symbol(target, indicator.decimals)


def target_origin(target: EffectiveTarget) -> str:
    """How the target in force came about."""
    if target.geometric:
        return "Räknat med lika stor årlig förändring i procent mellan planens målår"
    if target.interpolated:
        return "Räknat rätlinjigt mellan planens målår"
    if target.share is not None:
        return f"Del av målet för {target.stated_year}, efter säsong"
    if target.carried:
        return f"Planens mål för {target.stated_year} gäller vidare"
    return f"Planens mål för {target.stated_year}"


def verdict_word(verdict: Verdict | None) -> str:
    """A verdict in words, also when nothing was judged."""
    return terms.VERDICTS[verdict] if verdict else "ingen bedömning"


def verdict_word_for(verdict: Verdict, count: int) -> str:
    """The verdict beside a count: "3 uppfyllda", "1 kan inte bedömas"."""
    return prose.verdict_phrase(verdict, count).removeprefix("är ")


def blocker_words(blocker: Blocker | None) -> str:
    """Why there is no verdict, as a phrase."""
    return terms.BLOCKERS[blocker] if blocker else ""


def status_verb(status: ActivityStatus, count: int, *, neuter: bool = False) -> str:
    """What so many activities or assignments do: "pågår", "är klara", "är försenad"."""
    one = count == 1
    ending = ("t" if neuter else "") if one else "a"
    match status:
        case ActivityStatus.DONE:
            return f"är klar{ending}"
        case ActivityStatus.ONGOING:
            return "pågår"
        case ActivityStatus.LATE:
            return "är försenat" if one and neuter else f"är försenad{'' if one else 'e'}"
        case ActivityStatus.NOT_STARTED:
            return "är inte påbörjat" if one and neuter else f"är inte påbörjad{'' if one else 'e'}"
        case ActivityStatus.CANCELLED:
            return "utgår"


def status_meaning(status: ActivityStatus) -> str:
    """A status with its meaning, for the legend."""
    match status:
        case ActivityStatus.LATE:
            return "försenad mot planens tid"
        case ActivityStatus.CANCELLED:
            return "utgår enligt beslut"
        case _:
            return str(status)


def occasion_words(kind: OccasionKind) -> str:
    """Where something is reported: "i delårsrapporten per augusti"."""
    match kind:
        case OccasionKind.T1:
            return "i delårsrapporten per april"
        case OccasionKind.T2:
            return "i delårsrapporten per augusti"
        case OccasionKind.T3:
            return "i rapporten för tredje tertialet"
        case OccasionKind.YEAR:
            return "i årsredovisningen"
        case OccasionKind.MONTH:
            return "i ledningsrapporten varje månad"


def next_report_label(planned: frozenset[OccasionKind]) -> str:
    """The short sign for "reported at another occasion": "ÅR" or "T1"."""
    if OccasionKind.YEAR in planned or not planned:
        return str(OccasionKind.YEAR)
    return str(min(planned))


def date_words(text: str) -> str:
    """An ISO date in words; other texts ("mars 2025", "löpande") as they are."""
    return _date_written(text, dates.long_date)


def short_date_words(text: str) -> str:
    """An ISO date for a narrow cell: "31 okt 2024"; other texts as they are."""
    return _date_written(text, dates.short_date)


def _date_written(text: str, write: Callable[[date], str]) -> str:
    if len(text) != _DATE_LENGTH:
        return text
    try:
        return write(date.fromisoformat(text))
    except ValueError:
        return text


def tolerance_words(tolerance: Tolerance, indicator: Indicator) -> str:
    """A tolerance in words, in the measure's unit."""
    return terms.tolerance_text(tolerance, indicator.unit)


def profile_tolerance_words(profile: JudgementProfile) -> str:
    """The tolerances of a profile: "10 % av målet (5 procentenheter för andelar i procent)"."""
    general = terms.tolerance_text(profile.tolerance, Unit.COUNT)
    by_unit = [
        f"{terms.tolerance_text(tolerance, unit)} för mått i {unit}"
        for unit, tolerance in profile.tolerances
    ]
    return f"{general} ({prose.enumeration(by_unit)})" if by_unit else general
