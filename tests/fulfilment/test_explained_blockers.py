"""Why there is no verdict: each reason has its own sentence."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from fulfilment.world import (
    NORTH,
    SHARE,
    World,
    baseline,
    cell,
    months,
    stated,
    world,
)
from rapport.domain.outcome import Blocker
from rapport.domain.plan import Basis, SexSplit
from rapport.domain.quantity import Gap
from rapport.domain.target import Aim, AtLeast, Directional

PLAIN = replace(SHARE, sex_split=SexSplit.UNAVAILABLE)
FLOOR = (stated(2024, AtLeast(Decimal(95))),)
UP = (stated(2024, Directional(Aim.INCREASE)),)


def said(made: World, of: str = "T", at: str = "region") -> str:
    """The explanation with ordinary spaces, easier to read in a test."""
    return made.by_breakdown(at)[of].explanation.replace("\u00a0", " ")


BLOCKED = [
    (
        Blocker.NO_OUTCOME,
        world(PLAIN),
        "Utfall saknas för maj–augusti 2024, så måttet kan inte bedömas.",
    ),
    (
        Blocker.INCOMPLETE,
        world(PLAIN, months("2024-05--2024-07", 10, 20)),
        (
            "Utfallet för maj–augusti 2024 är ofullständigt: 3 av 4 månadsuppgifter finns och "
            "augusti 2024 saknas, så måttet kan inte bedömas."
        ),
    ),
    (
        Blocker.NO_TARGET,
        world(PLAIN, months("T2-2024", 10, 20)),
        (
            "Utfallet 50,0 % (40 av 80, maj–augusti 2024) kan inte bedömas, eftersom mål saknas "
            "i planen."
        ),
    ),
    (
        Blocker.NO_BASELINE,
        world(
            replace(PLAIN, targets=UP, baselines=(baseline(None, None),)),
            months("T2-2024", 10, 20),
        ),
        (
            "Utfallet 50,0 % (40 av 80, maj–augusti 2024) kan inte bedömas, eftersom ett "
            "jämförbart ingångsvärde saknas (planen anger ”?”)."
        ),
    ),
    (
        Blocker.NOT_DUE,
        world(replace(PLAIN, targets=FLOOR), occasion="T3-2024"),
        (
            "Måttet redovisas enligt planen för första tertialet, andra tertialet och helåret, "
            "inte för tredje tertialet 2024."
        ),
    ),
    (
        Blocker.SUPPRESSED,
        world(replace(PLAIN, targets=FLOOR), months("T2-2024", 1, 100)),
        "Värdet visas inte, eftersom uppgifter om färre än fem personer skyddas.",
    ),
]


@pytest.mark.parametrize(
    "blocker, made, sentence", [pytest.param(*row, id=row[0].name) for row in BLOCKED]
)
def test_each_reason_has_its_own_sentence(blocker: Blocker, made: World, sentence: str) -> None:
    """A reader sees why there is no verdict, never an empty cell."""
    assert (blocker, sentence) == (made.headline().blocker, said(made))


def test_target_that_is_not_for_units_says_so() -> None:
    """The hospital sees its figure and why it is not judged."""
    made = world(
        replace(PLAIN, targets=FLOOR, target_for_units=False), months("T2-2024", 10, 20, at=NORTH)
    )

    assert said(made, at=NORTH).endswith(
        "kan inte bedömas, eftersom målet gäller regionen som helhet, inte enskilda enheter."
    )


def test_a_measure_that_is_never_reported_for_a_unit_is_not_missing_there() -> None:
    """The region's own measure has nothing to tell of a hospital; the region misses its own."""
    made = world(replace(PLAIN, targets=FLOOR), months("T2-2024", 10, 20))

    assert (Blocker.NOT_FOR_UNIT, None) == (
        made.headline(NORTH).blocker,
        made.headline(NORTH).verdict,
    )
    assert said(made, at=NORTH).startswith("Måttet redovisas inte för ")
    assert Blocker.NO_OUTCOME == world(replace(PLAIN, targets=FLOOR)).headline().blocker


def test_many_missing_months_are_counted_rather_than_listed() -> None:
    """Three are named and the rest summed."""
    made = world(replace(PLAIN, basis=Basis.ROLLING_YEAR), months("2023-09", 10, 20))

    assert "oktober 2023, november 2023, december 2023 och åtta månader till saknas" in said(made)


def test_zero_denominator_and_not_applicable_are_told_apart() -> None:
    """Nobody in the group is one thing, no such group another."""
    idle = [cell(m, gap=Gap.NOT_APPLICABLE) for m in world().headline().outcome.period.months]

    assert "Nämnaren är noll" in said(world(PLAIN, months("T2-2024", 0, 0)))
    assert "inte tillämpligt" in said(world(PLAIN, idle))
