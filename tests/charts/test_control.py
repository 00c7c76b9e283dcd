"""Months within their limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from rapport.charts.control import draw_control
from rapport.charts.nothing import NOTHING
from rapport.charts.style import Style
from rapport.report.chart_specs import ChartSpec, ControlChart, ControlMark, Meaning


@pytest.fixture
def months(examples: Mapping[str, ChartSpec]) -> ControlChart:
    """Two years of months with a change of limits."""
    chart = examples["control"]
    assert isinstance(chart, ControlChart)
    return chart


def with_meaning(chart: ControlChart, meaning: Meaning) -> ControlChart:
    """The same months, all of one meaning."""
    return replace(chart, marks=tuple(ControlMark(m.point, meaning) for m in chart.marks))


def test_every_line_and_the_last_month_are_named(style: Style, months: ControlChart) -> None:
    """Limits, centre, target and the newest value stand at the end, apart."""
    texts = draw_control(months, style).texts
    expected = ["104\u00a0%", "94\u00a0%", "84\u00a0%", "95\u00a0%", "80\u00a0%"]

    assert [end for end in expected if not any(text.endswith(end) for text in texts)] == []


def test_meanings_differ_without_colour(style: Style, months: ControlChart) -> None:
    """Better is round and worse is square, so that grey print tells them apart."""
    grey = replace(style, met="#000000", not_met="#000000", grey="#000000")
    drawings = {draw_control(with_meaning(months, meaning), grey).svg() for meaning in Meaning}

    assert len(Meaning) == len(drawings)


def test_chart_without_months_says_so(style: Style) -> None:
    """An empty frame would look like an error."""
    empty = ControlChart((), (), "", "", "", None, "", "%")

    assert [NOTHING] == draw_control(empty, style).texts


def test_target_is_drawn_only_where_there_is_one(style: Style, months: ControlChart) -> None:
    """A year's count has no target for a month."""
    without = replace(months, target=None, target_text="")

    assert draw_control(months, style).svg() != draw_control(without, style).svg()
    assert not [text for text in draw_control(without, style).texts if "Mål" in text]
