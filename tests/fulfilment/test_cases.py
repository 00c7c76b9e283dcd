"""The readable cases: verdict rules as a controller would write them down."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from fulfilment.world import SHARE, stated
from rapport.domain.breakdown import TOTAL
from rapport.domain.outcome import EffectiveTarget, Verdict
from rapport.domain.target import (
    Aim,
    AtLeast,
    AtMost,
    Below,
    Directional,
    Plain,
    Target,
    TargetPath,
    Tolerance,
    ToleranceKind,
    Within,
)
from rapport.fulfilment.rules import judged_direction, judged_number, margin, of_parts
from rapport.fulfilment.target_path import target_for_year

Case = dict[str, Any]
HERE = Path(__file__).parent / "cases"


def _cases(name: str) -> list[Any]:
    cases = yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["fall"]) for case in cases]


def _target(written: Case) -> Plain:
    match written["villkor"]:
        case "minst":
            return AtLeast(Decimal(written["värde"]))
        case "högst":
            return AtMost(Decimal(written["värde"]))
        case "färre än":
            return Below(Decimal(written["värde"]))
        case _:
            return Within(Decimal(written["från"]), Decimal(written["till"]))


@pytest.mark.parametrize("case", _cases("tal"))
def test_outcome_against_a_number(case: Case) -> None:
    """The verdict is the one the case expects."""
    target, outcome = _target(case["mål"]), Decimal(case["utfall"])
    start = Decimal(case["ingångsvärde"]) if "ingångsvärde" in case else None
    written = case["tolerans"]
    tolerance = Tolerance(ToleranceKind(written["slag"]), Decimal(written["storlek"]))

    verdict = judged_number(target, outcome, margin(tolerance, target, outcome, start))

    assert Verdict(case["väntat"]) == verdict


@pytest.mark.parametrize("case", _cases("riktning"))
def test_outcome_against_a_direction(case: Case) -> None:
    """The verdict is the one the case expects."""
    verdict = judged_direction(
        Aim(case["riktning"]),
        Decimal(case["utfall"]),
        Decimal(case["ingångsvärde"]),
        case["decimaler"],
        Decimal(case.get("brus", "0")),
    )

    assert Verdict(case["väntat"]) == verdict


@pytest.mark.parametrize("case", _cases("delar"))
def test_parts_add_up_to_a_verdict(case: Case) -> None:
    """The whole has the verdict the case expects of its parts."""
    parts = [Verdict(part) for part in case["delar"]]

    assert Verdict(case["väntat"]) == of_parts(parts, by_sex=case["kön"] in {"ja", True})


def _stated_target(written: str) -> Target:
    return Directional(Aim(written)) if written in set(Aim) else AtLeast(Decimal(written))


@pytest.mark.parametrize("case", _cases("malbana"))
def test_target_of_a_year(case: Case) -> None:
    """The target in force is the one the case expects, and says how it came about."""
    targets = tuple(stated(year, _stated_target(value)) for year, value in case["mål"].items())
    path = TargetPath(case.get("målbana", "linjär"))
    indicator = replace(SHARE, targets=targets, path=path)

    found = target_for_year(indicator, TOTAL, case["år"])

    assert found is not None
    assert (
        EffectiveTarget(
            _stated_target(case["väntat"]),
            found.stated_year,
            interpolated="räknat" in case,
            carried="gäller_vidare" in case,
        )
        == found
    )
