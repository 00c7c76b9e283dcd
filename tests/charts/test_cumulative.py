"""A year added up month by month."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from rapport.charts.cumulative import draw_cumulative
from rapport.charts.style import Style
from rapport.report.chart_specs import ChartSpec, CumulativeChart


@pytest.fixture
def year(examples: Mapping[str, ChartSpec]) -> CumulativeChart:
    """August of a year with target, last year and a forecast with its range."""
    chart = examples["cumulative"]
    assert isinstance(chart, CumulativeChart)
    return chart


def test_every_line_is_named_at_its_end(style: Style, year: CumulativeChart) -> None:
    """Target, forecast with range, last year and the figure so far are all told."""
    texts = draw_cumulative(year, style).texts
    expected = [
        "30 080 t.o.m. augusti",
        "Mål 51 500",
        "Prognos 47 000",
        "troligen 45 400–48 700",
        "2023: 42 200",
    ]
    assert [text for text in expected if text not in texts] == []


def test_the_axis_starts_at_zero(style: Style, year: CumulativeChart) -> None:
    """A year starts at nothing, so zero stands on the axis."""
    assert "0" in draw_cumulative(year, style).texts


def test_the_band_is_drawn_only_when_its_range_is_known(
    style: Style, year: CumulativeChart
) -> None:
    """A forecast without a known uncertainty gets no band."""
    bands = [
        f'fill="{style.hairline}"' in draw_cumulative(chart, style).svg().decode()
        for chart in (year, replace(year, low=None, high=None))
    ]
    assert bands == [True, False]


def test_a_whole_year_has_its_figure_at_the_end(style: Style, year: CumulativeChart) -> None:
    """In December the outcome takes the forecast's place."""
    months = (*year.current, Decimal(34000), Decimal(38000), Decimal(42000), Decimal(45500))
    done = replace(year, current=months, current_text="45 500", forecast=None)
    canvas = draw_cumulative(done, style)
    boxes = dict(zip(canvas.texts, canvas.boxes, strict=True))
    assert boxes["45 500"].left == boxes["Mål 51 500"].left


def test_without_target_or_last_year_the_line_stands_alone(
    style: Style, year: CumulativeChart
) -> None:
    """What is not known is neither drawn nor named."""
    alone = replace(year, last_year=(), target_path=(), forecast=None)
    texts = draw_cumulative(alone, style).texts
    assert [t for t in texts if t.startswith(("Mål", "2023", "Prognos"))] == []


def test_no_months_is_said_in_words(style: Style) -> None:
    """A year without any figure says so."""
    empty = CumulativeChart(2024, (), (), (), "", "", "")
    assert draw_cumulative(empty, style).texts == ["Inga värden att visa"]
