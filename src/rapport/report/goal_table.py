"""The measures of a goal in one table: from January, what is judged, the target and the forecast.

An annex to a delårsrapport is about January to August, while a plan may ask for a measure by
tertial or over twelve months. Both figures are shown, and which of them the verdict is about.
"""

from __future__ import annotations

from rapport.domain.breakdown import Sex
from rapport.domain.outcome import Assessment
from rapport.domain.period import Grain, Period
from rapport.domain.plan import Indicator, Plan
from rapport.domain.quantity import MeasureKind
from rapport.report import cells
from rapport.report.blocks import Align, Column, Row, Table
from rapport.report.facts import Facts
from rapport.report.inline import Line, SignMark, Text, line
from rapport.report.legal_window import is_annual
from rapport.report.matrix import judged
from rapport.report.source_notes import with_unit_words
from rapport.swedish import dates, numbers, terms
from rapport.swedish.forecast import UNCERTAIN


def goal_table(
    facts: Facts, plan: Plan, indicators: tuple[Indicator, ...], caption: str, anchor: str
) -> Table:
    """A row for each measure, or for each series that has a verdict of its own."""
    covered = facts.occasion.period.cumulative
    rows = [own for indicator in indicators for own in judged(facts, plan, indicator)]
    year = facts.occasion.year
    annual = is_annual(facts.occasion)
    columns = (
        Column("Nr", 40),
        Column("Mått", 385 if annual else 260, row_header=True),
        Column(dates.short_label(covered.years_earlier()), 95, Align.RIGHT),
        Column(dates.short_label(covered), 95, Align.RIGHT, highlight=True),
        Column("Bedömt utfall", 155, after_number=True),
        Column(f"Mål {year}", 105),
        Column("Bedömning", 125),
        *(() if annual else (Column(f"Prognos {year}", 125),)),
    )
    made = tuple(_row(facts, plan, own, covered) for own in rows)
    return Table(caption, columns, made, anchor=anchor)


def _row(facts: Facts, plan: Plan, own: Assessment, covered: Period) -> Row:
    indicator = own.indicator
    name = indicator.short_name
    if own.breakdown.dimensions:
        name = f"{name}, {cells.series_name(indicator, own.breakdown).lower()}"
    return Row(
        (
            (line(Text(indicator.number, muted=True)),),
            (line(with_unit_words(indicator, name)),),
            (line(_value(facts, own, covered.years_earlier())),),
            (line(_value(facts, own, covered)),),
            _judged_lines(facts, plan, own),
            cells.target_lines(own.parts or (own,), own),
            (cells.verdict_line(own.final_verdict),),
            *(() if is_annual(facts.occasion) else (_forecast_lines(own),)),
        )
    )


def _value(facts: Facts, own: Assessment, period: Period) -> str:
    """The figure of a series from January, hidden where it may not be shown."""
    outcome = facts.evaluation.outcome(own.indicator, facts.organisation.id, own.breakdown, period)
    return cells.value_text(outcome, own.indicator)


def _judged_lines(facts: Facts, plan: Plan, own: Assessment) -> tuple[Line, ...]:
    """The figure that was judged with its months; women and men below it."""
    found = facts.assessments[plan.id, own.indicator.id]
    sexes = [cells.by_breakdown(found, sex) for sex in Sex] if not own.breakdown.dimensions else []
    split = [
        f"{each.breakdown.sex}{numbers.NO_BREAK_SPACE}{cells.judged_text(each)}"
        for each in sexes
        if each and each.outcome.value is not None
    ]
    figure = f"{cells.judged_text(own)}{_months(facts, own)}"
    return (line(figure), *((line(Text(" ".join(split), muted=True)),) if split else ()))


def _months(facts: Facts, own: Assessment) -> str:
    """The months judged, where not those from January: "T2", "12 mån", "per aug"."""
    period = own.outcome.period
    if period == facts.occasion.period.cumulative or own.outcome.value is None:
        return ""
    if own.indicator.kind is MeasureKind.LEVEL:
        label = f"per {dates.SHORT_MONTHS[period.last_month - 1]}"
    elif period.grain is Grain.ROLLING_YEAR:
        label = "12 mån"
    else:
        label = dates.short_label(period).split(" ")[0]
    return f" ({label})".replace(" ", numbers.NO_BREAK_SPACE)


def _forecast_lines(own: Assessment) -> tuple[Line, ...]:
    """The sign of what the forecast would mean, with its word read aloud, and the figure."""
    forecast = own.forecast
    if forecast is None or forecast.verdict is None:
        return (line(numbers.NO_VALUE),)
    word = UNCERTAIN if forecast.uncertain else terms.FORECAST_VERDICTS[forecast.verdict]
    if forecast.value is None:
        return (cells.forecast_line(forecast, terms.SHORT_VERDICTS),)
    figure = numbers.number(forecast.value, own.indicator.decimals)
    return ((SignMark(cells.VERDICT_SIGNS[forecast.verdict], word), Text(f" {figure}")),)
