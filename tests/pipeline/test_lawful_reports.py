"""A delårsrapport is built for the months that the law allows, and refused for others."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapport.domain.period import Occasion
from rapport.domain.problem import InputRejected
from rapport.pipeline.orders import Order, definitions
from rapport.pipeline.reading import load

REPORT = """id: bilaga
titel: Bilaga
mottagare: rf
planer: [vardplan-2023-2025]
tillfällen: [T2, ÅR]
avsnitt:
  - {typ: god-ekonomisk-hushallning, plan: vardplan-2023-2025}
"""


@pytest.fixture
def region(mini_region: Path) -> Path:
    """The small region with an annex to its delårsrapport."""
    (mini_region / "reports" / "bilaga.yaml").write_text(REPORT, encoding="utf-8")
    return mini_region


def ordered(root: Path, period: str, *reports: str) -> list[str]:
    """The reports that an order means."""
    occasion = Occasion.parse(period)
    workspace, _ = load(root, occasion)
    return [each.id for each in definitions(workspace, Order(root, occasion, reports))]


@pytest.mark.parametrize("period", ["T2-2024", "AR-2024"])
def test_it_is_made_for_eight_months_and_for_the_year(region: Path, period: str) -> None:
    """Without being asked for by name."""
    assert "bilaga" in ordered(region, period)


@pytest.mark.parametrize("period", ["T1-2024", "T3-2024"])
def test_it_is_refused_by_name_for_other_months(region: Path, period: str) -> None:
    """Nothing is built, and the message names the period to ask for."""
    with pytest.raises(InputRejected) as refused:
        ordered(region, period, "bilaga")
    (problem,) = refused.value.problems
    assert ("okänt-val", True) == (problem.code, "Bygg den för" in problem.message)


def test_it_is_left_out_when_every_report_is_asked_for(region: Path) -> None:
    """All reports at T1 are the others."""
    found = ordered(region, "T1-2024", "alla")
    assert "bilaga" not in found
    assert "aterrapportering" in found


def test_a_report_that_says_it_is_made_for_the_wrong_months_is_refused(region: Path) -> None:
    """Its own file asks for T1, which the law does not allow."""
    path = region / "reports" / "bilaga.yaml"
    path.write_text(REPORT.replace("[T2, ÅR]", "[T1]"), encoding="utf-8")
    with pytest.raises(InputRejected):
        ordered(region, "T1-2024")
