"""The check of claims as a whole: every text of an occasion, every finding with its place."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.domain.earlier_texts import EarlierTexts
from rapport.domain.follow_up import NarrativeText
from rapport.domain.problem import Problem
from rapport.report.claims.basis import Basis
from rapport.report.claims.directions import DIRECTION, DirectionCheck
from rapport.report.claims.figures import BINDABLE, CONTRADICTION, UNCHECKED, FigureCheck
from rapport.report.claims.magnitudes import INCREASE, MAGNITUDE, PARTS, MagnitudeCheck
from rapport.report.claims.plan_words import PlanWords
from rapport.report.claims.shares import ABOVE_ALL, NOT_A_SHARE, POINTS, ShareCheck
from rapport.report.claims.unchanged import UNCHANGED, unchanged
from rapport.report.claims.written import Written

CODES = (
    CONTRADICTION, DIRECTION, POINTS, ABOVE_ALL, NOT_A_SHARE, INCREASE, MAGNITUDE, PARTS,
    BINDABLE, UNCHECKED, UNCHANGED,
)  # fmt: skip
"""Every code of the check, the gravest first."""

_SAYS_ALREADY = frozenset({CONTRADICTION, POINTS, ABOVE_ALL, NOT_A_SHARE, INCREASE, MAGNITUDE})


def check_claims(
    texts: tuple[NarrativeText, ...], basis: Basis, earlier: EarlierTexts | None
) -> tuple[Problem, ...]:
    """Everything that the texts claim and the figures do not, in the order of the texts."""
    plan_words = PlanWords.of(basis.plans)
    found: list[Problem] = []
    for text in texts:
        written = Written(text)
        of_text = list(_without_echo(_checks(written, basis, plan_words)))
        if earlier is not None:
            of_text += unchanged(written, earlier)
        found += sorted(of_text, key=lambda each: (each.location.line, each.location.column))
    return tuple(found)


def _checks(written: Written, basis: Basis, plan_words: PlanWords) -> Iterator[Problem]:
    """The findings of each check, those that say most of a number first."""
    yield from MagnitudeCheck(written, basis).problems()
    yield from ShareCheck(written, basis).problems()
    yield from FigureCheck(written, basis, plan_words).problems()
    yield from DirectionCheck(written, basis).problems()


def _without_echo(problems: Iterator[Problem]) -> Iterator[Problem]:
    """One finding for each number: the first says what is wrong with it."""
    said: set[tuple[int | None, int | None]] = set()
    for problem in problems:
        place = (problem.location.line, problem.location.column)
        if place not in said:
            yield problem
        if problem.code in _SAYS_ALREADY:
            said.add(place)
