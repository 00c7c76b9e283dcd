"""The figure of a measure and the table with the same figures, made from the same tracks."""

from __future__ import annotations

from rapport.domain.outcome import Assessment
from rapport.domain.period import Period
from rapport.domain.plan import Basis, Indicator, Plan
from rapport.domain.quantity import Unit
from rapport.report.alt_text import alt_text
from rapport.report.blocks import Align, Block, Column, Figure, Note, Row, Table
from rapport.report.chart_specs import ChartSpec, TrendChart
from rapport.report.chart_titles import measure_title
from rapport.report.cumulative_figure import cumulative_blocks
from rapport.report.facts import Facts
from rapport.report.inline import line
from rapport.report.measure_anchor import measure_anchor
from rapport.report.scale_note import scale_note
from rapport.report.source_notes import source_note, unit_words
from rapport.report.tracks import Track, cell_text, panel, tracks_of
from rapport.swedish import dates, numbers

_PANELS = 2
_ONE_LINE_COLUMNS = 8
_SHORT_NAMES, _LONG_NAMES = 170, 260


def figure_blocks(facts: Facts, plan: Plan, indicator: Indicator) -> tuple[Block, ...]:
    """Figure, source note and table of a measure; only the note when nothing is measured."""
    if indicator.basis is Basis.CUMULATIVE and indicator.kind.accumulates:
        return cumulative_blocks(facts, plan, indicator)
    source = source_note(facts, indicator)
    tracks = tracks_of(facts, plan, indicator)
    if not tracks:
        return (Note(line(source)),)
    chart = _chart(tracks, indicator)
    return (
        _figure(plan, indicator, facts.assessments[plan.id, indicator.id], chart),
        Note(line(f"{scale_note(chart)} {source}".strip())),
        _table(plan, indicator, tracks, facts.occasion.period),
    )


def _chart(tracks: tuple[Track, ...], indicator: Indicator) -> TrendChart:
    drawn = [track for track in tracks if track.is_drawn(indicator)] or list(tracks[:1])
    return TrendChart(
        tuple(panel(track, indicator, alone=len(drawn) == 1) for track in drawn[:_PANELS]),
        "%" if indicator.unit is Unit.PERCENT else "",
        indicator.decimals,
    )


def _figure(
    plan: Plan, indicator: Indicator, assessments: tuple[Assessment, ...], chart: ChartSpec
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


def _table(plan: Plan, indicator: Indicator, tracks: tuple[Track, ...], now: Period) -> Table:
    periods = tracks[0].periods
    one_line = len(periods) <= _ONE_LINE_COLUMNS
    width = (1000 - (_LONG_NAMES if indicator.dimensions else _SHORT_NAMES)) // len(periods)
    columns = (
        Column(
            "Kön" if indicator.split_by_sex else "Serie",
            1000 - width * len(periods),
            row_header=True,
        ),
        *(
            Column(
                _label(period, one_line=one_line),
                width,
                Align.RIGHT,
                highlight=period.last == now.last,
            )
            for period in periods
        ),
    )
    rows = tuple(
        Row(
            (
                (line(track.name),),
                *((line(cell_text(point, indicator)),) for point in track.points),
            )
        )
        for track in tracks
    )
    anchor = f"tabell-{measure_anchor(plan, indicator)}"
    return Table("Siffrorna i figuren", columns, rows, unit_words(indicator), anchor=anchor)


def _label(period: Period, *, one_line: bool) -> str:
    """Name a tertial: "T2 2024", on two lines where the columns are many."""
    label = dates.short_label(period)
    return label.replace(" ", numbers.NO_BREAK_SPACE if one_line else "\n")
