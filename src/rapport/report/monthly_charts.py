"""Sparklines and bullets of a management report, with titles that say what the figures say."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from rapport.domain.outcome import Outcome
from rapport.domain.period import MONTHS_PER_YEAR, Period
from rapport.domain.plan import Indicator
from rapport.report.alt_text import alt_text
from rapport.report.blocks import Figure
from rapport.report.cells import value_text
from rapport.report.chart_specs import (
    BulletChart,
    BulletRow,
    SparklineChart,
    SparkRow,
    TrendPoint,
)
from rapport.report.monthly_figures import MonthlyFigures, difference
from rapport.report.scale_note import scale_note
from rapport.report.source_notes import unit_words
from rapport.swedish import dates, numbers, prose

MEASURE = prose.Noun("kontrollmått", "kontrollmått")
_FEWEST_BULLETS = 2
_COMPARED = -1 - MONTHS_PER_YEAR


def sparkline_figure(series: Sequence[MonthlyFigures], month: Period, anchor: str) -> Figure | None:
    """A row per measure that has a value in some month; nothing when none has."""
    known = [each for each in series if each.latest is not None]
    if not known:
        return None
    window = Period(known[0].months[0].period.first, month.last)
    earlier = dates.short_label(month.years_earlier())
    chart = SparklineChart(
        tuple(_spark(each) for each in known),
        dates.month_span(window),
        dates.short_label(month),
        f"mot {earlier}",
    )
    title = _title([each.change for each in known], f"i {dates.month_span(month.years_earlier())}")
    subtitle = f"Kontrollmått per månad, {dates.month_span(window)}"
    note = f"Ringen är {dates.month_span(month.years_earlier())}. {scale_note(chart)}"
    return Figure(title, subtitle, chart, alt_text(chart, title), note, anchor=anchor)


def _spark(series: MonthlyFigures) -> SparkRow:
    points = tuple(
        TrendPoint(
            dates.SHORT_MONTHS[each.period.last_month - 1],
            str(each.period.year),
            each.value,
            value_text(each, series.indicator),
        )
        for each in series.months
    )
    known = series.year_before.value is not None and series.change is not None
    return SparkRow(
        series.indicator.short_name,
        unit_words(series.indicator),
        points,
        value_text(series.now, series.indicator),
        change_text(series.change, series.indicator),
        compared=len(points) + _COMPARED if known else None,
    )


def change_text(change: Decimal | None, indicator: Indicator) -> str:
    """A change with its sign in the measure's own unit; "oförändrat" when it rounds to none."""
    if change is None:
        return numbers.NO_VALUE
    return numbers.number(change, indicator.decimals, signed=True) if change else "oförändrat"


def bullet_figure(series: Sequence[MonthlyFigures], month: Period, anchor: str) -> Figure | None:
    """What has been added up since January against the same months last year.

    Only for measures that add up, and only where there are two of them to look at together.
    """
    known = [each for each in series if each.indicator.kind.accumulates and _sum(each)]
    if len(known) < _FEWEST_BULLETS:
        return None
    now, before = month.cumulative, month.years_earlier().cumulative
    chart = BulletChart(tuple(_bullet(each) for each in known), _so_far(now), _so_far(before))
    changes = [_cumulative_change(each) for each in known]
    title = _title(changes, f"{dates.month_span(before)}", opening="Hittills i år är ")
    subtitle = f"Ackumulerat {dates.month_span(now)} mot samma månader {before.year}"
    return Figure(title, subtitle, chart, alt_text(chart, title), scale_note(chart), anchor=anchor)


def _sum(series: MonthlyFigures) -> Decimal | None:
    return series.cumulative.value if series.cumulative else None


def _cumulative_change(series: MonthlyFigures) -> Decimal | None:
    now, before = series.cumulative, series.cumulative_before
    return difference(now, before, series.indicator) if now and before else None


def _so_far(period: Period) -> str:
    """The months since January as a column's title; January alone is one month."""
    return dates.short_label(period)


def _bullet(series: MonthlyFigures) -> BulletRow:
    def text(outcome: Outcome | None) -> str:
        return value_text(outcome, series.indicator)

    before = series.cumulative_before
    return BulletRow(
        series.indicator.short_name,
        unit_words(series.indicator),
        _sum(series),
        text(series.cumulative),
        before.value if before else None,
        text(before),
    )


def _title(changes: Sequence[Decimal | None], than: str, opening: str = "") -> str:
    """How many measures are higher, lower and the same: no verdict, only the direction."""
    known = [change for change in changes if change is not None]
    counts = (
        (sum(change > 0 for change in known), f"högre än {than}"),
        (sum(change < 0 for change in known), f"lägre än {than}"),
        (sum(change == 0 for change in known), f"lika som {than}"),
    )
    told = [(count, words) for count, words in counts if count]
    if not told:
        return f"Ingen jämförelse kan göras med {than.removeprefix('i ')}"
    (first, words), *others = told
    start = f"{prose.out_of(first, len(changes), MEASURE)}"
    verb = "" if opening else " är"
    parts = [f"{start}{verb} {words}"]
    parts += [
        f"{prose.count_word(count)} {text.split(' än ')[0].split(' som ')[0]}"
        for count, text in others
    ]
    return prose.capitalised(f"{opening}{prose.enumeration(parts)}")
