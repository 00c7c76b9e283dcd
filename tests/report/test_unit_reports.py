"""A unit's own report: the region's measures and targets are not missing there, but another's."""

from __future__ import annotations

import pytest

from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.sections import SECTIONS
from regions import MINI, prepared
from report.reading import cells, tables

PLAN = "vardplan-2023-2025"


@pytest.fixture(scope="module")
def facts() -> Facts:
    """The region's report-back at T2 2024."""
    return prepared(MINI, reports=("aterrapportering",))[0].facts


@pytest.fixture(scope="module")
def unit() -> Facts:
    """The same of a unit that has data of some measures only."""
    return prepared(MINI, reports=("aterrapportering",), units=("soder",))[0].facts


def targets(facts: Facts) -> list[str]:
    """The cells under the year's target in the tables of the success factors."""
    said = SECTIONS["strategiska-mal"](
        facts, SectionRequest("strategiska-mal", {"plan": PLAN, "matt": "nej"})
    )
    found = [table for table in tables(said) if table.caption == "Styrmått"]
    return [
        row[[column.title for column in table.columns].index("Mål 2024")]
        for table in found
        for row in cells(table)
    ]


def test_a_target_that_is_not_the_units_is_not_said_to_be_missing(
    facts: Facts, unit: Facts
) -> None:
    """The plan states it for the region; of the unit there is none to show."""
    assert "–" not in targets(facts)
    assert (len(targets(facts)), "–") == (len(targets(unit)), targets(unit)[-1])
    assert "saknas" not in targets(unit)
