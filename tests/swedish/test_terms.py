"""Terms: every member of every enumeration has a shown word, and targets read well."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

import pytest

from rapport.domain.activity import ActivityStatus
from rapport.domain.agreement import PaymentBasis, RequirementStatus
from rapport.domain.assignment import Origin, Proposal
from rapport.domain.control import ControlLevel, ControlVerdict, Deviation, NextYear
from rapport.domain.follow_up import TextStatus
from rapport.domain.outcome import Blocker, Change, Verdict
from rapport.domain.period import OccasionKind
from rapport.domain.plan import Basis, Better, PlanKind
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
from rapport.swedish import terms
from rapport.swedish.target_words import target_condition, target_symbol
from rapport.swedish.terms import tolerance_text

WORDS: list[tuple[type[StrEnum], list[tuple[StrEnum, str]]]] = [
    (Verdict, [*terms.VERDICTS.items()]),
    (Verdict, [*terms.SHORT_VERDICTS.items()]),
    (Verdict, [*terms.FORECAST_VERDICTS.items()]),
    (State, [*terms.STATES.items()]),
    (Change, [*terms.CHANGES.items()]),
    (ActivityStatus, [*terms.STATUSES.items()]),
    (Blocker, [*terms.BLOCKERS.items()]),
    (TextStatus, [*terms.TEXT_STATUSES.items()]),
    (BaselineKind, [*terms.BASELINE_KINDS.items()]),
    (Gap, [*terms.GAPS.items()]),
    (Better, [*terms.DIRECTIONS.items()]),
    (Basis, [*terms.BASES.items()]),
    (OccasionKind, [*terms.OCCASIONS.items()]),
    (Aim, [*terms.AIMS.items()]),
    (Proposal, [*terms.PROPOSALS.items()]),
    (PlanKind, [*terms.PLAN_KINDS.items()]),
    (ControlLevel, [*terms.CONTROL_LEVELS.items()]),
    (Deviation, [*terms.DEVIATIONS.items()]),
    (NextYear, [*terms.NEXT_YEARS.items()]),
    (ControlVerdict, [*terms.CONTROL_VERDICTS.items()]),
    (Origin, [*terms.ORIGINS.items()]),
    (PaymentBasis, [*terms.PAYMENT_BASES.items()]),
    (RequirementStatus, [*terms.REQUIREMENT_STATUSES.items()]),
]


@pytest.mark.parametrize("kind, words", WORDS)
def test_every_member_has_its_own_word(
    kind: type[StrEnum], words: list[tuple[StrEnum, str]]
) -> None:
    """No member is forgotten and no two read the same."""
    assert list(kind) == [member for member, _ in words]
    assert len(words) == len({word for _, word in words if word})


def number(text: str) -> Decimal:
    """A figure as a plan states it."""
    return Decimal(text)


@pytest.mark.parametrize(
    "target, words, symbol",
    [
        (AtLeast(number("95")), "minst 95\u00a0%", "≥\u00a095"),
        (AtLeast(number("97.5")), "minst 97,5\u00a0%", "≥\u00a097,5"),
        (AtMost(number("16.35")), "högst 16,35\u00a0%", "≤\u00a016,35"),
        (Below(number("250")), "mindre än 250\u00a0%", "<\u00a0250"),
        (Within(number("1"), number("3")), "1–3\u00a0%", "1–3"),
        (Within(number("-1"), number("3")), "\u22121 till 3\u00a0%", "\u22121 till 3"),
        (Directional(Aim.INCREASE), "öka", "Öka"),
        (Directional(Aim.DECREASE), "minska", "Minska"),
        (Directional(Aim.MAINTAIN), "bibehålla", "Bibehåll"),
    ],
)
def test_target_in_words_and_in_a_table(target: Target, words: str, symbol: str) -> None:
    """Words with unit in text, a sign without it in a narrow cell."""
    assert (words, symbol) == (
        target_condition(target, 1, Unit.PERCENT),
        target_symbol(target, 1),
    )


def test_persons_are_fewer_and_large_counts_have_no_decimals() -> None:
    """Färre än 250; two thirds of 43 000 is 28 667."""
    assert "färre än 250" == target_condition(Below(number("250")), 0, Unit.COUNT)
    assert "minst 28\u00a0667" == target_condition(AtLeast(number("28666.67")), 0, Unit.COUNT)


@pytest.mark.parametrize(
    "kind, amount, unit, text",
    [
        (ToleranceKind.RELATIVE, "0.10", Unit.COUNT, "10\u00a0% av målet"),
        (ToleranceKind.RELATIVE, "0.025", Unit.COUNT, "2,5\u00a0% av målet"),
        (ToleranceKind.ABSOLUTE, "1.5", Unit.PERCENT, "1,5\u00a0procentenheter"),
        (ToleranceKind.ABSOLUTE, "30", Unit.KRONOR, "30\u00a0kr"),
        (ToleranceKind.SHARE_OF_WAY, "0.25", Unit.PERCENT, "25\u00a0% av vägen till målet"),
    ],
)
def test_tolerance_in_words(kind: ToleranceKind, amount: str, unit: Unit, text: str) -> None:
    """Shares differ by percentage points."""
    assert text == tolerance_text(Tolerance(kind, number(amount)), unit)
