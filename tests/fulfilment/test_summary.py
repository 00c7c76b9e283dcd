"""Summary: counts of verdicts and proposals for what the measures stand under."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from fulfilment.world import SHARE, months, stated, world
from rapport.domain.outcome import Assessment, Decision, Verdict
from rapport.domain.plan import SexSplit
from rapport.domain.target import AtLeast
from rapport.fulfilment.summary import counts, proposal

MET, PARTLY, NOT_MET, UNKNOWN = Verdict


def headline(verdict: Verdict | None) -> Assessment:
    """An assessment with a verdict of its own."""
    indicator = replace(
        SHARE, sex_split=SexSplit.UNAVAILABLE, targets=(stated(2024, AtLeast(Decimal(50))),)
    )
    return replace(world(indicator, months("T2-2024", 10, 20)).headline(), verdict=verdict)


def test_every_verdict_is_counted_also_those_nobody_has() -> None:
    """The row of counts always has four places."""
    found = counts([headline(MET), headline(MET), headline(UNKNOWN)])

    assert {MET: 2, PARTLY: 0, NOT_MET: 0, UNKNOWN: 1} == found


def test_measures_without_verdict_are_not_counted() -> None:
    """What is not due, or hidden, is none of the four."""
    assert 0 == sum(counts([headline(None)]).values())


def test_decided_verdict_is_the_one_that_counts() -> None:
    """The computed verdict is a proposal."""
    decided = replace(headline(NOT_MET), decision=Decision(PARTLY, "Nämnden", "2024-09-29", "Skäl"))

    assert 1 == counts([decided])[PARTLY]


@pytest.mark.parametrize(
    "verdicts, proposed",
    [
        ([MET, MET], MET),
        ([MET, NOT_MET], PARTLY),
        ([PARTLY, NOT_MET], PARTLY),
        ([NOT_MET, NOT_MET], NOT_MET),
        ([MET, UNKNOWN], MET),
        ([UNKNOWN, None], UNKNOWN),
        ([], UNKNOWN),
    ],
)
def test_proposal_follows_the_measures(verdicts: list[Verdict | None], proposed: Verdict) -> None:
    """All met, none better than not met, or something between."""
    assert proposed == proposal([headline(verdict) for verdict in verdicts])
