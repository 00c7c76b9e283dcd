"""Sparklines and bullets of a management report, with titles that say what the figures say."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from rapport.domain.outcome import Outcome
from rapport.domain.period import MONTHS_PER_YEAR, Grain, Period
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
_BOTH = 2
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
    has_gap = any(_is_broken(each) for each in known)
    broken = " Där en linje är bruten saknas månaden." if has_gap else ""
    note = f"Ringen är {dates.month_span(month.years_earlier())}. {scale_note(chart)}{broken}"
    return Figure(title, subtitle, chart, alt_text(chart, title), note, anchor=anchor)


def _is_broken(series: MonthlyFigures) -> bool:
    """Whether a month between the first and the last known one has no value."""
    known = [place for place, each in enumerate(series.months) if each.value is not None]
    return bool(known) and len(known) <= known[-1] - known[0]


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
    rows = tuple(_bullet(each) for each in known)
    chart = BulletChart(rows, dates.short_label(now), dates.short_label(before))
    changes = [_cumulative_change(each) for each in known]
    is_year = now.grain is Grain.YEAR
    opening = "För helåret är" if is_year else "Hittills i år är"
    title = _title(changes, str(before.year) if is_year else dates.month_span(before), opening)
    compared = dates.month_span(before) if is_year else f"samma månader {before.year}"
    subtitle = f"Ackumulerat {dates.month_span(now)} mot {compared}"
    return Figure(title, subtitle, chart, alt_text(chart, title), scale_note(chart), anchor=anchor)


def _sum(series: MonthlyFigures) -> Decimal | None:
    return series.cumulative.value if series.cumulative else None


def _cumulative_change(series: MonthlyFigures) -> Decimal | None:
    now, before = series.cumulative, series.cumulative_before
    return difference(now, before, series.indicator) if now and before else None


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
    month = than.removeprefix("i ")
    if not known:
        return f"Ingen jämförelse kan göras med {month}"
    same = sum(change == 0 for change in known)
    counts = (
        (sum(change > 0 for change in known), "högre", f" än {than}"),
        (sum(change < 0 for change in known), "lägre", f" än {than}"),
        (same, prose.agreeing("oförändrat", "oförändrade", same, MEASURE), f" mot {month}"),
    )
    (first, word, whole), *others = (told for told in counts if told[0])
    subject = _subject(first, len(changes))
    start = f"{opening} {subject} {word}{whole}" if opening else f"{subject} är {word}{whole}"
    rest = [f"{prose.count_word(count)} {word}" for count, word, _ in others]
    return prose.capitalised(prose.enumeration([start, *rest]))


def _subject(count: int, total: int) -> str:
    """How many of the measures: "båda kontrollmåtten", "alla tre kontrollmått", "ett av två …"."""
    if count == total == _BOTH:
        return "båda kontrollmåtten"
    if count == total > 1:
        return f"alla {prose.counted(total, MEASURE)}"
    return prose.out_of(count, total, MEASURE) if total > 1 else "kontrollmåttet"
