"""Which reports an occasion means when none is named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rapport.domain.period import Occasion, OccasionKind
from rapport.pipeline.orders import made_at
from rapport.pipeline.reading import load
from rapport.sources.workspace import Workspace
from regions import MINI


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    """The small region, with one report every tertial and one in October."""
    return load(MINI, Occasion.parse("T2-2024"))[0]


def made(workspace: Workspace, occasion: str) -> list[str]:
    """The ids of the reports made at an occasion."""
    return [report.id for report in made_at(workspace, Occasion.parse(occasion))]


def test_a_tertial_means_its_reports(workspace: Workspace) -> None:
    """The report of October is made from the second tertial."""
    assert ["aterrapportering", "verksamhetsrapport"] == made(workspace, "T2-2024")
    assert ["aterrapportering"] == made(workspace, "T1-2024")


def test_a_month_means_the_monthly_reports(workspace: Workspace) -> None:
    """Where some report is made every month, the others are not made then."""
    monthly = replace(
        workspace.reports["verksamhetsrapport"], occasions=frozenset({OccasionKind.MONTH})
    )
    changed = replace(workspace, reports={**workspace.reports, "verksamhetsrapport": monthly})
    assert ["verksamhetsrapport"] == made(changed, "2024-08")
    assert ["aterrapportering"] == made(changed, "T2-2024")


def test_a_month_or_quarter_without_reports_of_its_own_is_asked_for_by_hand(
    workspace: Workspace,
) -> None:
    """Then all reports are built for it."""
    everything = ["aterrapportering", "verksamhetsrapport"]
    assert [everything, everything] == [made(workspace, each) for each in ("2024-08", "K3-2024")]
