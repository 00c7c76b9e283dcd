"""Lines over time: gaps, targets and the last value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest

from rapport.charts.canvas import Canvas
from rapport.charts.style import Style
from rapport.charts.trend import draw_trend
from rapport.report.chart_specs import (
    ChartSpec,
    TargetStep,
    Tone,
    TrendChart,
    TrendPanel,
    TrendPoint,
)
from rapport.swedish.dates import SHORT_MONTHS

NO_BREAK = "\u00a0"


@pytest.fixture
def trend(examples: Mapping[str, ChartSpec]) -> TrendChart:
    """Women and men, eleven tertials of twelve."""
    chart = examples["trend"]
    assert isinstance(chart, TrendChart)
    return chart


def panel(*values: str | None) -> TrendPanel:
    """A panel with a tertial for each value; the value is its own text."""
    points = tuple(
        TrendPoint(f"T{i % 3 + 1}", str(2023 + i // 3), Decimal(v) if v else None, v or "")
        for i, v in enumerate(values)
    )
    return TrendPanel("Totalt", Tone.TOTAL, points)


def one(only: TrendPanel, suffix: str = "") -> TrendChart:
    """A chart of one panel."""
    return TrendChart((only,), suffix, 0)


def strokes(canvas: Canvas, width: str, colour: str) -> list[str]:
    """The paths of one look."""
    paths = canvas.svg().decode().split("<path ")[1:]
    return [p for p in paths if f'stroke-width="{width}"' in p and f'stroke="{colour}"' in p]


def test_last_value_and_target_stand_beside_each_panel(style: Style, trend: TrendChart) -> None:
    """Both panels show what they ended at and what they should reach."""
    texts = draw_trend(trend, style).texts
    expected = ["15,4\u00a0%", "Mål 15,5", "17,7\u00a0%", "Mål 16,4"]
    assert [text for text in expected if text not in texts] == []


def test_an_earlier_target_is_labelled_at_its_line(style: Style, trend: TrendChart) -> None:
    """Last year's targets stand inside the panels, where nothing else is drawn."""
    texts = draw_trend(trend, style).texts
    assert [text for text in ("Mål 16,0", "Mål 17,2") if text not in texts] == []


def test_panels_are_equally_large(style: Style, trend: TrendChart) -> None:
    """The same rise looks equally steep for women and men."""
    canvas = draw_trend(trend, style)
    ticks = [box.left for text, box in zip(canvas.texts, canvas.boxes, strict=True) if text == "T1"]
    first, second = ticks[:4], ticks[4:]
    assert len({round(b - a, 6) for a, b in zip(first, second, strict=True)}) == 1


def test_women_are_filled_circles_and_men_open_squares(style: Style, trend: TrendChart) -> None:
    """Shape tells the sexes apart in grey print: circles have curves, squares do not."""
    paths = draw_trend(trend, style).svg().decode().split("<path ")
    women = [p for p in paths if f'fill="{style.women}" stroke=' in p]
    men = [p for p in paths if 'fill="#ffffff"' in p and f'stroke="{style.men}"' in p]
    assert {"\nC " in path for path in women} == {True}
    assert {"\nC " in path for path in men} == {False}


def test_a_missing_value_leaves_a_gap(style: Style) -> None:
    """The line stops before a period without value and starts again after it."""
    canvas = draw_trend(one(panel("10", "12", None, "14", "15")), style)
    assert len(strokes(canvas, "1.65", style.ink)) == 2


def test_a_single_value_is_a_mark_without_a_line(style: Style) -> None:
    """One period gives its mark and its figure."""
    canvas = draw_trend(one(panel("12")), style)
    assert strokes(canvas, "1.65", style.ink) == []
    assert "12" in canvas.texts


def test_no_value_at_all_is_said_in_words(style: Style) -> None:
    """An empty chart is not an empty picture."""
    assert draw_trend(one(panel(None, None)), style).texts == ["Inga värden att visa"]


def test_periods_still_to_come_are_faint(style: Style) -> None:
    """A tick after the last value has the colour of lines, not of text."""
    svg = draw_trend(one(panel("12", "13", None)), style).svg().decode()
    ticks = [line for line in svg.splitlines() if line.endswith((">T2</text>", ">T3</text>"))]
    assert [style.grey in ticks[0], style.line in ticks[1]] == [True, True]


def test_months_of_three_years_are_thinned_alike(style: Style) -> None:
    """Thirty-six ticks do not fit, so each year shows the same months."""
    points = tuple(
        TrendPoint(SHORT_MONTHS[i % 12], str(2022 + i // 12), Decimal(i), str(i)) for i in range(36)
    )
    texts = draw_trend(one(TrendPanel("", Tone.TOTAL, points)), style).texts
    assert [texts.count(name) for name in ("jan", "feb", "mar", "2023")] == [3, 0, 3, 1]


def test_an_unchanged_target_is_labelled_once(style: Style) -> None:
    """Two years with the same target need one label."""
    steps = (TargetStep(0, 2, Decimal(9), "Mål 9"), TargetStep(3, 5, Decimal(9), "Mål 9"))
    only = replace(panel("1", "2", "3", "4", "5", "6"), targets=steps)
    assert draw_trend(one(only), style).texts.count("Mål 9") == 1


def test_panels_without_titles_leave_no_room_for_them(style: Style) -> None:
    """A chart of one nameless line is lower by the height of a title."""
    only = panel("12", "13")
    heights = [draw_trend(one(replace(only, title=t)), style).height for t in ("Totalt", "")]
    assert heights == [242, 218]


def test_a_long_unit_is_set_on_two_lines(style: Style) -> None:
    """A value text that would take the panel's room is broken."""
    text = f"264{NO_BREAK}kr per invånare i rullande tolv månader"
    only = TrendPanel("", Tone.TOTAL, (TrendPoint("T1", "2024", Decimal(264), text),))
    texts = draw_trend(one(only), style).texts
    first = next(t for t in texts if t.startswith(f"264{NO_BREAK}"))
    assert text in f"{first} {texts[texts.index(first) + 1]}"


def test_a_target_keeps_off_the_words_that_nothing_is_measured(style: Style) -> None:
    """Two years without a value: the earlier target stands above "Inga värden att visa"."""
    empty = replace(panel(None, None), targets=(TargetStep(0, 0, Decimal(0), "Mål 1 234 567"),))
    canvas = draw_trend(one(empty), style)
    boxes = dict(zip(canvas.texts, canvas.boxes, strict=True))
    assert not boxes["Inga värden att visa"].overlaps(boxes["Mål 1 234 567"])


def test_years_narrower_than_their_tick_show_only_some_ticks(style: Style) -> None:
    """Sixty years of one period each: the ticks that stand do not touch."""
    years = tuple(TrendPoint("T1", str(1985 + i), Decimal(i), "") for i in range(60))
    canvas = draw_trend(one(TrendPanel("", Tone.TOTAL, years)), style)
    pairs = zip(canvas.texts, canvas.boxes, strict=True)
    ticks = [box for text, box in pairs if text == "T1"]
    assert 20 < len(ticks) < 60
    assert all(left.right <= right.left for left, right in pairwise(ticks))
