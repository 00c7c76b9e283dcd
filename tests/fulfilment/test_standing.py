"""Standing: where a unit is among the others, told apart from any verdict."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rapport.domain.plan import Better
from rapport.fulfilment.standing import Standing, standing
from rapport.swedish.terms import VERDICTS

EIGHT = {f"enhet-{place}": Decimal(place) for place in range(1, 9)}


@pytest.mark.parametrize(
    "unit,better,expected",
    [
        ("enhet-8", Better.HIGHER, Standing.BEST),
        ("enhet-7", Better.HIGHER, Standing.BEST),
        ("enhet-6", Better.HIGHER, Standing.MIDDLE),
        ("enhet-3", Better.HIGHER, Standing.MIDDLE),
        ("enhet-2", Better.HIGHER, Standing.WORST),
        ("enhet-1", Better.LOWER, Standing.BEST),
        ("enhet-8", Better.LOWER, Standing.WORST),
        ("enhet-1", Better.NEITHER, None),
        ("okänd", Better.HIGHER, None),
    ],
)
def test_a_quarter_is_best_and_a_quarter_worst(
    unit: str, better: Better, expected: Standing | None
) -> None:
    """Of eight units two are best, four in the middle and two worst."""
    assert expected == standing(better, unit, EIGHT)


def test_units_that_are_equal_stand_equal() -> None:
    """Nobody is best where all are the same."""
    same = {unit: Decimal(5) for unit in EIGHT}
    assert {Standing.MIDDLE} == {standing(Better.HIGHER, unit, same) for unit in same}


def test_three_units_have_no_quarters() -> None:
    """A quarter of three is nobody."""
    three = {unit: EIGHT[unit] for unit in list(EIGHT)[:3]}
    assert standing(Better.HIGHER, "enhet-3", three) is None


def test_a_standing_never_uses_the_words_of_a_verdict() -> None:
    """A reader cannot take a place among others for a target that was met."""
    words = {word for verdict in VERDICTS.values() for word in verdict.split()}
    assert not words & {word for place in Standing for word in str(place).split()}
