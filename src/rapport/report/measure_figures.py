"""The figure of a measure and the table with the same figures, made from the same outcomes."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from rapport.domain.breakdown import Breakdown, Sex
from rapport.domain.outcome import Assessment
from rapport.domain.period import Grain, Occasion, Period
from rapport.domain.plan import Basis, Indicator, Plan
from rapport.domain.quantity import State, Unit
from rapport.domain.target import AtLeast, AtMost, BaselineKind, Below, Target
from rapport.report import cells
from rapport.report.alt_text import alt_text
from rapport.report.blocks import Align, Block, Column, Figure, Note, Row, Table
from rapport.report.chart_specs import (
    ChartSpec,
    TargetStep,
    Tone,
    TrendChart,
    TrendPanel,
    TrendPoint,
)
from rapport.report.chart_titles import measure_title
from rapport.report.cumulative_figure import cumulative_blocks
from rapport.report.facts import Facts
from rapport.report.inline import line
from rapport.report.measure_anchor import measure_anchor
from rapport.report.scale_note import scale_note
from rapport.report.source_notes import source_note, unit_words
from rapport.swedish import dates, numbers

_TERTIALS_SHOWN = 12
_ONE_LINE_COLUMNS = 8
_SHORT_NAMES, _LONG_NAMES = 170, 260


@dataclass(frozen=True)
class Track:
    """One line of a trend: whose it is and its outcome, if any, at each tertial."""

    name: str
    tone: Tone
    breakdown: Breakdown
    values: tuple[Decimal | None, ...]
    suppressed: tuple[bool, ...]
    targets: tuple[tuple[int, Target], ...]


def figure_blocks(facts: Facts, plan: Plan, indicator: Indicator) -> tuple[Block, ...]:
    """Figure, table and source note of a measure; only the note when nothing is measured."""
    if indicator.basis is Basis.CUMULATIVE and indicator.kind.accumulates:
        return cumulative_blocks(facts, plan, indicator)
    return _trend_blocks(facts, plan, indicator)


def _trend_blocks(facts: Facts, plan: Plan, indicator: Indicator) -> tuple[Block, ...]:
    assessments = facts.assessments[plan.id, indicator.id]
    periods = tertials_until(facts.occasion.period)
    tracks = [_track(facts, plan, indicator, breakdown, periods) for breakdown in _lines(indicator)]
    first = _first_measured(tracks)
    if first is None:
        return (Note(line(source_note(facts, indicator))),)
    shown = periods[first:]
    tracks = [_from(track, first) for track in tracks]
    drawn = [t for t in tracks if t.tone is not Tone.TOTAL and _is_drawn(t, indicator)] or tracks[
        :1
    ]
    chart = TrendChart(
        tuple(_panel(track, shown, indicator, alone=len(drawn) == 1) for track in drawn[:2]),
        "%" if indicator.unit is Unit.PERCENT else "",
        indicator.decimals,
    )
    return (
        _figure(plan, indicator, assessments, chart),
        Note(line(f"{scale_note(chart)} {source_note(facts, indicator)}".strip())),
        _table(plan, indicator, shown, tracks, facts.occasion.period),
    )


def _figure(
    plan: Plan,
    indicator: Indicator,
    assessments: tuple[Assessment, ...],
    chart: ChartSpec,
) -> Figure:
    title = measure_title(assessments)
    return Figure(
        title=title,
        subtitle=f"{indicator.name}, {unit_words(indicator)}{_each(indicator)}",
        chart=chart,
        alt=alt_text(chart, title),
        anchor=f"figur-{measure_anchor(plan, indicator)}",
    )


def _each(indicator: Indicator) -> str:
    match indicator.basis:
        case Basis.PERIOD:
            return " per tertial"
        case Basis.CUMULATIVE:
            return ", ackumulerat under året"
        case Basis.ROLLING_YEAR:
            return ", rullande tolv månader"


def tertials_until(period: Period) -> tuple[Period, ...]:
    """The last tertials up to a period, oldest first."""
    last = Period(period.last // 4 * 4, period.last // 4 * 4 + 3)
    if last.last > period.last:
        last = last.previous
    return tuple(last.shifted(-4 * back) for back in range(_TERTIALS_SHOWN - 1, -1, -1))


def _is_drawn(track: Track, indicator: Indicator) -> bool:
    """Women, men and judged series are drawn; the other series stand in the table."""
    return track.breakdown.sex is not None or track.breakdown in indicator.judged_series


def _lines(indicator: Indicator) -> tuple[Breakdown, ...]:
    """What is drawn: women, men and all; or each judged series; or all."""
    if len(indicator.judged_series) > 1:
        return indicator.shown_series
    if indicator.split_by_sex:
        return (Breakdown(Sex.WOMEN), Breakdown(Sex.MEN), Breakdown())
    return (Breakdown(),)


def _track(
    facts: Facts,
    plan: Plan,
    indicator: Indicator,
    breakdown: Breakdown,
    periods: tuple[Period, ...],
) -> Track:
    found = [_at(facts, plan, indicator, breakdown, period) for period in periods]
    tone = {Sex.WOMEN: Tone.WOMEN, Sex.MEN: Tone.MEN, None: Tone.TOTAL}[breakdown.sex]
    if breakdown.dimensions:
        tone = Tone.REFERENCE
    targets = tuple(
        (index, a.target.target)
        for index, a in enumerate(found)
        if a is not None and a.target is not None
    )
    return Track(
        cells.series_name(indicator, breakdown),
        tone,
        breakdown,
        tuple(
            _value(facts, indicator, breakdown, a, p) for a, p in zip(found, periods, strict=True)
        ),
        tuple(a is not None and a.state is State.SUPPRESSED for a in found),
        targets,
    )


def _at(
    facts: Facts, plan: Plan, indicator: Indicator, breakdown: Breakdown, period: Period
) -> Assessment | None:
    assessments = facts.evaluation.assess(plan, indicator, facts.organisation.id, Occasion(period))
    return next((a for a in assessments if a.breakdown == breakdown), None)


def _value(
    facts: Facts,
    indicator: Indicator,
    breakdown: Breakdown,
    assessment: Assessment | None,
    period: Period,
) -> Decimal | None:
    if assessment is not None and assessment.outcome.value is not None:
        return assessment.outcome.value
    if not facts.is_whole_region:
        return None
    return next(
        (
            baseline.value
            for baseline in indicator.baselines
            if baseline.period == period
            and baseline.breakdown == breakdown
            and baseline.kind is BaselineKind.MEASURED
        ),
        None,
    )


def _first_measured(tracks: list[Track]) -> int | None:
    indexes = [i for track in tracks for i, value in enumerate(track.values) if value is not None]
    return min(indexes) if indexes else None


def _from(track: Track, first: int) -> Track:
    return Track(
        track.name,
        track.tone,
        track.breakdown,
        track.values[first:],
        track.suppressed[first:],
        tuple((index - first, target) for index, target in track.targets if index >= first),
    )


def _panel(
    track: Track, periods: tuple[Period, ...], indicator: Indicator, *, alone: bool
) -> TrendPanel:
    points = tuple(
        TrendPoint(
            f"T{period.last_month // Grain.TERTIAL.months}",
            str(period.year),
            value,
            numbers.with_unit(value, indicator.decimals, _drawn_unit(indicator))
            if value is not None
            else "",
        )
        for period, value in zip(periods, track.values, strict=True)
    )
    name = "" if alone else track.name
    return TrendPanel(name, track.tone, points, _steps(track, indicator))


def _drawn_unit(indicator: Indicator) -> Unit:
    """Beside a mark only "%" is short enough; other units stand in the subtitle."""
    return Unit.PERCENT if indicator.unit is Unit.PERCENT else Unit.COUNT


def _steps(track: Track, indicator: Indicator) -> tuple[TargetStep, ...]:
    steps: list[TargetStep] = []
    for index, target in track.targets:
        value = _level(target)
        if value is None:
            continue
        decimals = numbers.needed_decimals(value, 0, indicator.decimals + 1)
        text = f"Mål {numbers.number(value, decimals)}"
        if steps and steps[-1].value == value and steps[-1].last == index - 1:
            steps[-1] = TargetStep(steps[-1].first, index, value, text)
        else:
            steps.append(TargetStep(index, index, value, text))
    return tuple(steps)


def _level(target: Target) -> Decimal | None:
    """The height of a target that is one number."""
    match target:
        case AtLeast(value) | AtMost(value) | Below(value):
            return value
        case _:
            return None


def _table(
    plan: Plan, indicator: Indicator, periods: tuple[Period, ...], tracks: list[Track], now: Period
) -> Table:
    wide = len(periods) <= _ONE_LINE_COLUMNS
    names = _LONG_NAMES if indicator.dimensions else _SHORT_NAMES
    width = (1000 - names) // len(periods)
    name_width = 1000 - width * len(periods)
    columns = (
        Column("Kön" if indicator.split_by_sex else "Serie", name_width, row_header=True),
        *(
            Column(
                _label(period, one_line=wide), width, Align.RIGHT, highlight=period.last == now.last
            )
            for period in periods
        ),
    )
    rows = tuple(
        Row(
            (
                (line(track.name),),
                *((line(_cell(track, i, indicator)),) for i in range(len(periods))),
            )
        )
        for track in tracks
    )
    return Table(
        "Siffrorna i figuren",
        columns,
        rows,
        unit_words(indicator),
        anchor=f"tabell-{measure_anchor(plan, indicator)}",
    )


def _label(period: Period, *, one_line: bool) -> str:
    """Name a tertial: "T2 2024", on two lines where the columns are many."""
    label = dates.short_label(period)
    return label.replace(" ", numbers.NO_BREAK_SPACE) if one_line else label.replace(" ", "\n")


def _cell(track: Track, index: int, indicator: Indicator) -> str:
    if track.suppressed[index]:
        return numbers.SUPPRESSED
    value = track.values[index]
    return numbers.NO_VALUE if value is None else numbers.number(value, indicator.decimals)
