"""What a text or a sentence is about: which measures, women or men, which unit, which time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rapport.domain.breakdown import Sex
from rapport.domain.organisation import Organisation, OrganisationTree
from rapport.domain.plan import Indicator, Plan
from rapport.report.claims.basis import Basis, Measure
from rapport.swedish import dates

_LONG = 10
_SHORT = 4
_ENDINGS = 2
_OF_ITS_OWN = re.compile(
    r"\b(riket|rikets|rikssnitt\w*|nationell\w*|andra regioner\w*|övriga regioner\w*|landet"
    r"|enligt(?! (?:\w+ )?(?:handlings|verksamhets)?plan)|källa|kolada|skr|socialstyrelsen\w*"
    r"|folkhälsomyndigheten\w*|e-hälsomyndigheten\w*"
    r"|en fjärdedel|(?:hälsocentralen|kommunen|sjukhuset) i|en hälsocentral)\b",
    re.IGNORECASE,
)
_LAST_YEAR = re.compile(
    r"\b(i fjol|fjolåret\w*|förra året|föregående år|året före|året innan|ett år tidigare"
    r"|samma (?:period|tertial|tid) \w+|förändring\w*)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SEXES = {
    Sex.WOMEN: re.compile(r"\bkvinn(?:a|or)\w*", re.IGNORECASE),
    Sex.MEN: re.compile(r"\b(?:män|man)(?:nen|nens|s|nen)?\b", re.IGNORECASE),
}


def measures_of_key(basis: Basis, key: str) -> tuple[Measure, ...]:
    """The measures a text is about by its name; all of them where its name says nothing."""
    kind, _, name = key.partition(".")
    below = tuple(
        (plan, indicator) for plan in basis.plans for indicator in _below(plan, kind, name)
    )
    return below or basis.measures


def is_analysis(key: str) -> bool:
    """Whether a text is the analysis of a single measure."""
    return key.startswith("analys.")


def _below(plan: Plan, kind: str, name: str) -> Iterator[Indicator]:
    for indicator in plan.indicators:
        if kind == "analys" and indicator.id == name:
            yield indicator
    for goal in plan.goals:
        for factor in goal.factors:
            if (kind, name) in {("mal", goal.id), ("faktor", factor.id)}:
                yield from factor.indicators


def named_in(sentence: str, measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
    """The measures that a sentence names by their short name or its telling word."""
    words = re.findall(r"[\wåäöé-]+", sentence.lower())
    return tuple(each for each in measures if _is_named(each[1].short_name.lower(), words))


def _is_named(name: str, words: list[str]) -> bool:
    tokens = [token for token in re.findall(r"[\wåäöé-]+", name) if len(token) >= _SHORT]
    found = [any(word.startswith(_stem(token)) for word in words) for token in tokens]
    telling = any(hit and len(token) >= _LONG for token, hit in zip(tokens, found, strict=True))
    return bool(tokens) and (all(found) or telling)


@cache
def _stem(token: str) -> str:
    """A word without its ending: "återinskrivningar" is named by "återinskrivningarna"."""
    return token[:-_ENDINGS] if len(token) > _SHORT + _ENDINGS else token


def sexes_in(sentence: str) -> frozenset[Sex]:
    """Women, men or both, as a sentence mentions them."""
    return frozenset(sex for sex, words in _SEXES.items() if words.search(sentence))


def units_in(sentence: str, tree: OrganisationTree) -> tuple[Organisation, ...]:
    """The parts of the region that a sentence names, by name or another name they have."""
    lowered = sentence.lower()
    return tuple(
        member
        for member in tree
        if member.id != tree.top
        and any(name.lower() in lowered for name in (member.name, *member.aliases) if len(name) > 3)  # noqa: PLR2004 - shorter names are in too many words
    )


def speaks_of_last_year(sentence: str) -> bool:
    """Whether a sentence compares with the year before."""
    return bool(_LAST_YEAR.search(sentence))


def has_its_own_source(sentence: str) -> bool:
    """Whether a sentence says that its figures come from somewhere else."""
    return bool(_OF_ITS_OWN.search(sentence))


def speaks_of_something_else(sentence: str, basis: Basis) -> bool:
    """Whether a sentence says that its figures are of another time, place or source."""
    years = {int(year) for year in _YEAR.findall(sentence)}
    lowered = sentence.lower()
    period = basis.occasion.period
    own_months = {period.first_month, period.last_month, 1}
    other_month = any(
        re.search(rf"\b{month}\b", lowered)
        for number, month in enumerate(dates.MONTHS, start=1)
        if number not in own_months
    )
    labels = set(re.findall(r"\b[TKH][1-4]\b", sentence))
    other_label = bool(labels - {str(basis.occasion).split("-", 1)[0]})
    own_title = dates.occasion_title(basis.occasion).lower()
    parts = re.findall(r"\b(?:första|andra|tredje|fjärde) (?:tertial|kvartal|halvår)", lowered)
    other_part = any(part not in own_title for part in parts)
    other_year = bool(years - {basis.occasion.year})
    elsewhere = has_its_own_source(sentence)
    return other_year or other_month or other_label or other_part or elsewhere
