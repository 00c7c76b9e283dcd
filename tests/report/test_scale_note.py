"""A reader is told when an axis does not start at zero."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rapport.report.chart_specs import (
    Bar,
    BulletChart,
    ChartSpec,
    CumulativeChart,
    DumbbellChart,
    RankedUnitsChart,
    SparklineChart,
    Tone,
    TrendChart,
    TrendPanel,
    TrendPoint,
    UnitRow,
    WaterfallChart,
)
from rapport.report.scale_note import scale_note


def trend(low: str, high: str, suffix: str = "%") -> TrendChart:
    """A line from one value to another."""
    points = tuple(TrendPoint("T1", "2024", Decimal(v), v) for v in (low, high))
    return TrendChart((TrendPanel("", Tone.TOTAL, points),), suffix, 1)


@pytest.mark.parametrize(
    "chart, expected",
    [
        (trend("15.6", "18.4"), "Skalan börjar på 15\u00a0%."),
        (trend("1210", "1290", ""), "Skalan börjar på 1\u00a0200."),
        (trend("2", "18"), ""),
        (TrendChart((), "%", 1), ""),
        (DumbbellChart((), "%", ""), ""),
        (CumulativeChart(2024, (Decimal(90),), (), (), "", "", ""), ""),
        (
            RankedUnitsChart(
                (UnitRow("", Decimal(62), Decimal(58), Decimal(66), ""),), None, "", None, "", "%"
            ),
            "Skalan börjar på 58\u00a0%.",
        ),
        (
            WaterfallChart(
                (
                    Bar("", Decimal(1010), "", total=True),
                    Bar("", Decimal(12), ""),
                    Bar("", Decimal(1022), "", total=True),
                )
            ),
            "Bruten skala i totalstaplarna.",
        ),
        (WaterfallChart(()), ""),
        (
            SparklineChart((), "", "", ""),
            "Varje linje har sin egen skala, från sitt lägsta till sitt högsta värde.",
        ),
        (BulletChart((), "", ""), "Varje stapel har sin egen skala, som börjar på noll."),
    ],
)
def test_the_note_says_where_the_axis_starts(chart: ChartSpec, expected: str) -> None:
    """Only an axis that leaves zero out needs a note."""
    assert scale_note(chart) == expected
