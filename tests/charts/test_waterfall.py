"""From budget to forecast."""

from __future__ import annotations

from decimal import Decimal

from rapport.charts.style import Style
from rapport.charts.waterfall import draw_waterfall
from rapport.report.chart_specs import Bar, WaterfallChart

BUDGET = Bar("Budget 2024", Decimal(1010), "1 010", total=True)
RISE = Bar("Nya läkemedel", Decimal(21), "+21")
FALL = Bar("Biosimilarer", Decimal(-12), "−12")
FORECAST = Bar("Prognos 2024", Decimal(1019), "1 019", total=True)


def looks(style: Style, *bars: Bar) -> tuple[int, int, int, int]:
    """How many totals, rises, falls and breaks are drawn."""
    svg = draw_waterfall(WaterfallChart(bars), style).svg().decode()
    return (
        svg.count(f'fill="{style.profile}"'),
        svg.count(f'fill="{style.none}"'),
        svg.count(f'fill="#ffffff" stroke="{style.none}"'),
        svg.count('fill="#ffffff"/>'),
    )


def test_rises_are_filled_and_falls_open(style: Style) -> None:
    """Totals have the profile colour; large totals are broken so that the changes show."""
    assert looks(style, BUDGET, RISE, FALL, FORECAST) == (2, 1, 1, 2)


def test_small_totals_are_not_broken(style: Style) -> None:
    """Totals of the size of the changes stand whole on zero."""
    budget = Bar("Budget", Decimal(10), "10", total=True)
    forecast = Bar("Prognos", Decimal(19), "19", total=True)
    assert looks(style, budget, RISE, FALL, forecast) == (2, 1, 1, 0)


def test_every_bar_has_its_figure_and_name(style: Style) -> None:
    """Figures stand above the bars and names below."""
    texts = draw_waterfall(WaterfallChart((BUDGET, RISE, FALL, FORECAST)), style).texts
    wanted = [word for bar in (BUDGET, RISE, FALL, FORECAST) for word in (bar.text, bar.name)]
    assert sorted(texts) == sorted(wanted)


def test_a_fall_below_zero_hangs_under_the_line(style: Style) -> None:
    """A deficit is drawn, not refused."""
    deficit = (
        Bar("Budget", Decimal(0), "0", total=True),
        Bar("Inhyrd personal", Decimal("-14.2"), "−14,2"),
        Bar("Prognos", Decimal("-14.2"), "−14,2", total=True),
    )
    assert looks(style, *deficit) == (2, 0, 1, 0)


def test_no_bars_is_said_in_words(style: Style) -> None:
    """Nothing to show says so."""
    assert draw_waterfall(WaterfallChart(()), style).texts == ["Inga värden att visa"]
