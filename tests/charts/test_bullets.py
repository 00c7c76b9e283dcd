"""Bars from zero with an earlier value and a target."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rapport.charts.bullets import draw_bullets
from rapport.charts.style import Style
from rapport.report.chart_specs import BulletChart, BulletRow

PLAIN = BulletRow("Besök", "antal", Decimal(401), "401", Decimal(420), "420")
TARGETED = BulletRow("Besök", "antal", Decimal(401), "401", target=Decimal(430), target_text="430")
UNKNOWN = BulletRow("Besök", "antal", None, "–")


def _drawn(style: Style, *rows: BulletRow) -> tuple[list[str], str]:
    canvas = draw_bullets(BulletChart(rows, "jan–aug 2024", "jan–aug 2023"), style)
    return canvas.texts, canvas.svg().decode()


def test_a_target_is_in_the_key_only_where_a_row_has_one(style: Style) -> None:
    """Without targets nothing is said of them, as in a management report."""
    plain, targeted = (_drawn(style, row)[0] for row in (PLAIN, TARGETED))
    assert (0, 2) == (plain.count("Mål"), targeted.count("Mål"))
    assert "430" in targeted


@pytest.mark.parametrize("row, bars", [(PLAIN, 2), (UNKNOWN, 1)])
def test_a_measure_without_a_value_has_no_bar(style: Style, row: BulletRow, bars: int) -> None:
    """The key has one bar of the profile colour; a known value has another."""
    assert bars == _drawn(style, row)[1].count(f'fill="{style.profile}"')


def test_no_rows_is_said_in_words(style: Style) -> None:
    """Nothing to show says so."""
    assert ["Inga värden att visa"] == _drawn(style)[0]
