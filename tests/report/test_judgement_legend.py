"""The legend says what the profile does, and no more."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from fulfilment.world import PROFILE, SHARE, cell, stated, world
from rapport.domain.outcome import Decision, Verdict
from rapport.domain.plan import SexSplit
from rapport.domain.region import ProfileKind
from rapport.domain.target import AtLeast, Limits, MeanOverYears
from rapport.report.decided import decided_words
from rapport.report.judgement_legend import legend_of, rules_of

PLAIN = replace(
    SHARE, sex_split=SexSplit.UNAVAILABLE, targets=(stated(2024, AtLeast(Decimal(80))),)
)


@pytest.mark.parametrize("kind", list(ProfileKind))
def test_every_verdict_that_a_profile_gives_is_explained(kind: ProfileKind) -> None:
    """Only a profile that is met or not has no partly met; every row has as many texts."""
    legend = legend_of(replace(PROFILE, kind=kind))
    without = {Verdict.PARTLY} if kind is ProfileKind.BINARY else set()

    assert set(Verdict) - without == legend.keys()
    assert 1 == len({len(texts) for texts in legend.values()})


@pytest.mark.parametrize("kind", [ProfileKind.BINARY, ProfileKind.LIMITS, ProfileKind.TREND])
def test_a_profile_without_tolerance_does_not_speak_of_one(kind: ProfileKind) -> None:
    """The ten percent of another profile must not be printed."""
    texts = " ".join(
        text for row in legend_of(replace(PROFILE, kind=kind)).values() for text in row
    )

    assert "tolerans" not in texts
    assert "%" not in texts


def test_the_tolerance_is_the_profiles_own() -> None:
    """As it is written in the profile."""
    assert any("högst 10\u00a0% av målet" in text for text in legend_of(PROFILE)[Verdict.PARTLY])


def test_rules_are_printed_for_the_measures_that_need_them() -> None:
    """A report without such targets does not explain them."""
    mean = replace(PLAIN, targets=(stated(2024, MeanOverYears(AtLeast(Decimal(2)), 3)),))
    limits = replace(PLAIN, limits=Limits(Decimal(95), Decimal(90)))

    assert [] == list(rules_of([PLAIN]))
    assert ["Snitt över flera år", "Egna gränser"] == [
        label for label, _ in rules_of([mean, limits])
    ]


def test_a_decided_verdict_stands_beside_the_proposal_that_differs() -> None:
    """With office, date and reason, so that a reader sees who weighed what."""
    headlines = (world(PLAIN, cell("T2-2024", 90, 100)).headline(),)
    decision = Decision(Verdict.PARTLY, "Nämnden", "2024-09-27", "Köerna har vuxit")

    assert (
        "Beslutad bedömning är delvis uppfyllt (Nämnden, 27 september 2024). Förslaget ur måtten "
        "är uppfyllt. Skäl: Köerna har vuxit."
    ) == decided_words(decision, headlines).replace("\u00a0", " ")


def test_a_decided_verdict_may_be_the_proposal() -> None:
    """Then it is said once."""
    headlines = (world(PLAIN, cell("T2-2024", 90, 100)).headline(),)
    decision = Decision(Verdict.MET, "Nämnden", "2024-09-27", "Måttet nås.")

    assert (
        "Beslutad bedömning är uppfyllt (Nämnden, 27 september 2024), som är lika med förslaget. "
        "Skäl: Måttet nås."
    ) == decided_words(decision, headlines).replace("\u00a0", " ")
