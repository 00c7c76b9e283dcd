"""Judgement profiles in ``rapport.toml``, and decided verdicts for more than measures."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic import ValidationError

from rapport.domain.follow_up import Part
from rapport.domain.outcome import Verdict
from rapport.domain.period import Occasion
from rapport.domain.quantity import Unit
from rapport.domain.region import ProfileKind
from rapport.domain.target import Tolerance, ToleranceKind
from rapport.sources.follow_up_file import read_follow_up
from rapport.sources.profiles import NO_TOLERANCE, NamedProfileModel, ProfileModel, profile_of
from rapport.sources.source_text import SourceText
from rapport.sources.strict_yaml import parse_yaml

HEAD = {"namn": "Profil", "version": "2024:2", "beslutad_av": "Regiondirektören"}


def test_a_profile_by_tolerance_is_read_with_its_units() -> None:
    """The kind need not be written."""
    written = {
        **HEAD,
        "tolerans": "10 %",
        "tolerans_per_enhet": {"procent": "5 procentenheter"},
    }
    profile = profile_of(ProfileModel.model_validate(written))

    assert (ProfileKind.TOLERANCE, "2024:2", "") == (profile.kind, profile.version, profile.id)
    assert Tolerance(ToleranceKind.RELATIVE, Decimal("0.1")) == profile.tolerance
    assert {Unit.PERCENT: Tolerance(ToleranceKind.ABSOLUTE, Decimal(5))} == dict(profile.tolerances)


@pytest.mark.parametrize("kind", ["uppfyllt eller inte", "gränser", "utveckling"])
def test_another_kind_of_profile_has_no_tolerance(kind: str) -> None:
    """It is neither asked for nor allowed."""
    named = NamedProfileModel.model_validate({**HEAD, "id": "egen", "slag": kind})
    profile = profile_of(named, named.id)

    assert (ProfileKind(kind), "egen", NO_TOLERANCE) == (
        profile.kind,
        profile.id,
        profile.tolerance,
    )
    with pytest.raises(ValidationError, match="använder ingen tolerans"):
        ProfileModel.model_validate({**HEAD, "slag": kind, "tolerans": "10 %"})


def test_a_profile_by_tolerance_must_have_one() -> None:
    """No hidden default."""
    with pytest.raises(ValidationError, match='Nyckeln "tolerans" saknas'):
        ProfileModel.model_validate(HEAD)


def test_a_goal_a_factor_and_a_plan_can_have_a_decided_verdict() -> None:
    """Each is found by what it is for."""
    decided = "bedömning: delvis, beslutad_av: HSN, datum: 2024-09-06, skäl: Sammanvägt"
    text = "period: T2-2024\nplan: planen\nbeslutade_bedömningar:\n" + "".join(
        f"  - {{{key}, {decided}}}\n"
        for key in ("mål: god-vard", "framgångsfaktor: digital", "plan: planen", "styrmått: matt")
    )
    tree, _ = parse_yaml(SourceText("data/uppfoljning/T2-2024/planen.yaml", text))
    assert tree is not None
    follow_up, problems = read_follow_up(tree, Occasion.parse("T2-2024"))

    assert () == problems
    assert follow_up is not None
    for part, item in ((Part.GOAL, "god-vard"), (Part.FACTOR, "digital"), (Part.PLAN, "planen")):
        decision = follow_up.decision_for("planen", part, item)
        assert decision is not None
        assert (Verdict.PARTLY, "HSN") == (decision.verdict, decision.office)
    assert ["matt"] == [given.indicator for given in follow_up.decisions]
