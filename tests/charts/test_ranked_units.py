"""Units in order."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rapport.charts.ranked_units import differs, draw_ranked_units
from rapport.charts.style import Style
from rapport.report.chart_specs import RankedUnitsChart, UnitRow

KALIX = UnitRow("Kalix sjukhus", Decimal("76.6"), Decimal("68.5"), Decimal("83.1"), "76,6 %")
HIDDEN = UnitRow("Rehabilitering", None, None, None, "..")


def chart(*rows: UnitRow, target: str | None = "80", region: str = "82.8") -> RankedUnitsChart:
    """A chart in per cent with a target and the region's value."""
    goal = Decimal(target) if target else None
    return RankedUnitsChart(rows, goal, "Mål 80 %", Decimal(region), "Regionen 82,8 %", "%")


def test_a_hidden_unit_keeps_its_row(style: Style) -> None:
    """A suppressed unit is listed with two dots and no mark."""
    canvas = draw_ranked_units(chart(KALIX, HIDDEN), style)
    assert ("Rehabilitering" in canvas.texts, ".." in canvas.texts) == (True, True)
    assert canvas.svg().count(b"\nC ") == draw_ranked_units(chart(KALIX), style).svg().count(
        b"\nC "
    )


def test_all_units_hidden(style: Style) -> None:
    """When nothing may be shown, names and dots remain, without a scale."""
    texts = draw_ranked_units(chart(HIDDEN, HIDDEN), style).texts
    assert texts == ["Rehabilitering", "Rehabilitering", "..", ".."]


@pytest.mark.parametrize(
    "target, expected", [("80", False), ("68.5", False), ("90", True), (None, True)]
)
def test_a_unit_differs_when_its_interval_leaves_the_target_out(
    target: str | None, *, expected: bool
) -> None:
    """An interval that holds the target may be chance; its ends belong to it."""
    assert differs(KALIX, Decimal(target) if target else None) is expected


def test_target_and_region_are_named_apart(style: Style) -> None:
    """Lines at the same place get their names side by side."""
    canvas = draw_ranked_units(chart(KALIX, region="80"), style)
    boxes = dict(zip(canvas.texts, canvas.boxes, strict=True))
    assert not boxes["Mål 80 %"].overlaps(boxes["Regionen 82,8 %"])


def test_without_intervals_there_is_no_key(style: Style) -> None:
    """Marks need no explanation when they do not tell chance from difference."""
    bare = UnitRow("Kalix sjukhus", Decimal(76), None, None, "76 %")
    assert "osäkerhetsintervall" not in draw_ranked_units(chart(bare), style).texts
