"""Control charts in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rapport.domain.variation import (
    Assurance,
    ControlLimits,
    ControlPoint,
    ControlSeries,
    Signal,
    Variation,
)
from rapport.swedish.variation import control_words

AROUND = ControlLimits(*(Decimal(value) for value in (10, 5, 15, 7, 13)))


@pytest.mark.parametrize(
    "signal, variation, assurance, preliminary, words",
    [
        (
            None, Variation.CHANCE, Assurance.SOMETIMES, False,
            "Svar varierar av slump, och målet nås vissa månader men inte andra",
        ),
        (
            Signal.RISING, Variation.BETTER, Assurance.NEVER, False,
            ("Svar har säkert blivit bättre (sju månader i rad har stigit), "
             "och målet nås inte om inget ändras"),
        ),
        (
            Signal.BELOW, Variation.LOWER, None, True,
            ("Svar har säkert blivit lägre (senaste månaden ligger under den undre gränsen); "
             "gränserna är preliminära"),
        ),
    ],
)  # fmt: skip
def test_two_verdicts_in_one_sentence(
    signal: Signal | None,
    variation: Variation,
    assurance: Assurance | None,
    preliminary: bool,  # noqa: FBT001 - a column of the table
    words: str,
) -> None:
    """Chance or not, then whether the target can be counted on."""
    point = ControlPoint(Decimal(10), AROUND, signal, variation)

    assert words == control_words(ControlSeries((point,), assurance, preliminary), "Svar")


def test_calm_last_month_does_not_make_the_series_calm() -> None:
    """A series with seasons is not called chance because it ends within its limits."""
    before = ControlPoint(Decimal(16), AROUND, Signal.ABOVE, Variation.HIGHER)
    now = ControlPoint(Decimal(10), AROUND, None, Variation.CHANCE)

    told = control_words(ControlSeries((before, now), None, preliminary=False), "Besök")

    assert "Besök ligger den senaste månaden inom slumpens gränser" == told
