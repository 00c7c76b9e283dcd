"""The small pieces of tables: what is printed never contradicts the sign beside it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from fulfilment.world import SHARE, cell, months, stated, world
from rapport.domain.outcome import Assessment, Verdict
from rapport.domain.plan import SexSplit
from rapport.domain.quantity import Gap
from rapport.domain.target import AtLeast, TwoLevels
from rapport.report import cells
from rapport.report.bound_numbers import assessed_text

PLAIN = replace(SHARE, sex_split=SexSplit.UNAVAILABLE)


def headline(met: int, of: int, high: str = "95", moderate: str | None = None) -> Assessment:
    """A share judged against at least 95, or against two levels."""
    bound = AtLeast(Decimal(high))
    target = bound if moderate is None else TwoLevels(bound, Decimal(moderate))
    indicator = replace(PLAIN, targets=(stated(2024, target),))
    return world(indicator, cell("T2-2024", met, of)).headline()


@pytest.mark.parametrize(
    "met,of,printed,verdict",
    [
        (9496, 10000, "94,96", Verdict.PARTLY),
        (9500, 10000, "95,0", Verdict.MET),
        (9504, 10000, "95,04", Verdict.MET),
        (9470, 10000, "94,7", Verdict.PARTLY),
    ],
)
def test_a_table_prints_as_many_decimals_as_its_sign_needs(
    met: int, of: int, printed: str, verdict: Verdict
) -> None:
    """95,0 never stands beside "delvis" when 95 is the target."""
    found = headline(met, of)
    assert (printed, verdict) == (cells.judged_text(found), found.verdict)


def test_the_lower_of_two_levels_is_not_contradicted_either() -> None:
    """79,96 would print as the moderate level itself."""
    found = headline(7996, 10000, "90", "80")
    assert ("79,96", Verdict.NOT_MET) == (cells.judged_text(found), found.verdict)


def test_a_bound_number_is_as_precise_as_the_table() -> None:
    """The text and the table beside it show the same figure."""
    assert "94,96\u00a0%" == assessed_text(headline(9496, 10000))


def test_what_is_not_shown_has_its_sign() -> None:
    """A dash for what was not measured, two points for what is protected."""
    hidden = world(PLAIN, [cell("T2-2024", gap=Gap.WITHHELD)]).headline()
    missing = world(PLAIN, months("T2-2023", 1, 2)).headline()
    assert ("..", "–", "–") == (
        cells.judged_text(hidden),
        cells.judged_text(missing),
        cells.judged_text(None),
    )
