"""Axes hold their values and tell where they start."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.report.chart_scales import (
    cumulative_scale,
    dumbbell_scale,
    nice_scale,
    ranked_scale,
    trend_scale,
    waterfall_base,
    waterfall_levels,
)
from rapport.report.chart_specs import (
    Bar,
    CumulativeChart,
    DumbbellChart,
    DumbbellRow,
    RankedUnitsChart,
    TargetStep,
    Tone,
    TrendChart,
    TrendPanel,
    TrendPoint,
    UnitRow,
    WaterfallChart,
)

VALUES = st.lists(st.decimals(-(10**9), 10**9, places=2), min_size=1, max_size=10)


def decimals(*texts: str) -> tuple[Decimal, ...]:
    """Numbers from their texts."""
    return tuple(Decimal(text) for text in texts)


def trend(*values: str, suffix: str = "%", target: str | None = None) -> TrendChart:
    """A chart with one line."""
    points = tuple(TrendPoint("T1", "2024", value, "") for value in decimals(*values))
    steps = (TargetStep(0, 0, Decimal(target), ""),) if target else ()
    return TrendChart((TrendPanel("", Tone.TOTAL, points, steps),), suffix, 1)


def bars(*values: int) -> WaterfallChart:
    """A first and a last total with changes between."""
    last = len(values) - 1
    return WaterfallChart(
        tuple(Bar("", Decimal(v), "", total=i in {0, last}) for i, v in enumerate(values))
    )


@given(VALUES)
def test_a_scale_holds_its_values(values: list[Decimal]) -> None:
    """No value falls outside its axis."""
    scale = nice_scale(values)
    assert [value for value in values if not scale.low <= value <= scale.high] == []


@given(VALUES)
def test_a_scale_has_a_handful_of_ticks_from_end_to_end(values: list[Decimal]) -> None:
    """The ticks are few, evenly spaced, and stand at both ends."""
    scale = nice_scale(values)
    steps = {b - a for a, b in zip(scale.ticks, scale.ticks[1:], strict=False)}
    assert (scale.ticks[0], scale.ticks[-1], len(steps)) == (scale.low, scale.high, 1)
    assert 2 <= len(scale.ticks) <= 9


@given(VALUES)
def test_tick_labels_differ(values: list[Decimal]) -> None:
    """Two ticks never print alike."""
    labels = nice_scale(values).labels("kr")
    assert len(set(labels)) == len(labels)


def test_a_scale_starts_at_zero_when_that_is_near() -> None:
    """Six to twenty starts at zero, sixteen to twenty does not."""
    starts = [nice_scale(decimals(low, "20")).low for low in ("6", "16")]
    assert starts == [0, 16]


def test_negative_values_do_not_cross_zero_without_need() -> None:
    """A scale of deficits ends at zero."""
    assert nice_scale(decimals("-0.2"), least_span=Decimal(1)).high == 0


def test_equal_values_still_get_a_scale() -> None:
    """Two equal values get an axis around them."""
    scale = trend_scale(trend("95.0", "95.0"))
    assert scale is not None
    assert scale.low < 95 < scale.high


def test_small_changes_do_not_fill_the_axis() -> None:
    """A change of 0,1 on a level of 95 is not stretched over the whole height."""
    scale = trend_scale(trend("95.0", "95.1"))
    assert scale is not None
    assert scale.high - scale.low >= Decimal("3.8")


@pytest.mark.parametrize("values", [("99.9", "100"), ("100", "100"), ("92.1", "98")])
def test_shares_do_not_go_above_the_whole(values: tuple[str, str]) -> None:
    """An axis of shares ends at 100 per cent when they all do."""
    scale = trend_scale(trend(*values, target="100"))
    assert scale is not None
    assert scale.high == 100


def test_shares_above_the_whole_are_shown() -> None:
    """A coverage of 104 per cent is not cut."""
    scale = trend_scale(trend("98", "104"))
    assert scale is not None
    assert scale.high >= 104


def test_the_target_is_on_the_axis_with_air_below() -> None:
    """A target under all values is inside the axis and not on its foot."""
    scale = trend_scale(trend("268", "244", suffix="kr", target="240"))
    assert scale is not None
    assert scale.low < 240


def test_nothing_to_show_has_no_scale() -> None:
    """Without values there is no axis."""
    assert trend_scale(TrendChart((), "%", 1)) is None
    hidden = UnitRow("", None, None, None, "..")
    assert ranked_scale(RankedUnitsChart((hidden,), Decimal(80), "", None, "", "%")) is None


def test_women_and_men_are_compared_on_the_whole_scale() -> None:
    """Shares stand on 0-100, other units on an axis from zero."""
    share = DumbbellRow("", Decimal(90), Decimal(92), None, None, "", certain=False)
    days = DumbbellRow("", Decimal(30), Decimal(310), None, None, "", certain=False)
    found = [
        dumbbell_scale(DumbbellChart((row,), suffix, ""))
        for row, suffix in ((share, "%"), (days, "dagar"))
    ]
    assert [(scale.low, scale.high) for scale in found] == [
        decimals("0", "100"),
        decimals("0", "400"),
    ]


def test_an_accumulated_year_starts_at_zero_and_holds_its_forecast() -> None:
    """The axis of a year goes from zero past the forecast's upper bound."""
    year = CumulativeChart(2024, decimals("90"), (), (), "", "", "", high=Decimal(130))
    scale = cumulative_scale(year)
    assert scale.low == 0
    assert scale.high >= 130


def test_changes_stand_on_the_level_before() -> None:
    """Totals start at zero, changes where the bar before ended."""
    levels = waterfall_levels(bars(1010, 21, -12, 1019))
    expected = (("0", "1010"), ("1010", "1031"), ("1031", "1019"), ("0", "1019"))
    assert levels == tuple(decimals(*pair) for pair in expected)


def test_large_totals_are_broken() -> None:
    """The foot lies below the lowest level, nearer than zero, when changes are small."""
    bases = (waterfall_base(bars(1010, 21, -12, 1019)), waterfall_base(bars(10, 21, -12, 19)))
    assert bases == decimals("997.4", "0")
