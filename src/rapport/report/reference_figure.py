"""A difference shown as what it is the difference of: the region and what it is compared with."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from rapport.domain.period import Grain
from rapport.domain.plan import Indicator, Plan
from rapport.domain.target import AtMost
from rapport.fulfilment.history import TertialPoint, tertial_series
from rapport.report.alt_text import alt_text
from rapport.report.blocks import Align, Block, Column, Figure, Note, Row, Table
from rapport.report.chart_specs import TargetStep, Tone, TrendChart, TrendPanel, TrendPoint
from rapport.report.facts import Facts
from rapport.report.inline import line
from rapport.report.measure_anchor import measure_anchor
from rapport.report.scale_note import scale_note
from rapport.report.source_notes import source_note, unit_words
from rapport.swedish import dates, numbers

_MOST_TERTIALS = 9
_ONE_LINE_COLUMNS = 7


def reference_blocks(facts: Facts, plan: Plan, indicator: Indicator) -> tuple[Block, ...]:
    """Both series in a figure, and in a table with the difference and its ceiling."""
    points = [
        point
        for point in tertial_series(facts.evaluation, plan, indicator, facts.organisation.id)
        if _own(point) is not None and _reference(point) is not None
    ][-_MOST_TERTIALS:]
    if not points or indicator.reference is None:
        return ()
    own = facts.organisation.name
    other = facts.region.organisations[indicator.reference].name
    chart = TrendChart(
        (
            TrendPanel(own, Tone.TOTAL, _line(points, _own), _ceiling(points, other)),
            TrendPanel(other, Tone.REFERENCE, _line(points, _reference)),
        ),
        "",
        indicator.decimals,
    )
    title = _title(points[-1], indicator, (own, other))
    anchor = measure_anchor(plan, indicator)
    figure = Figure(
        title=title,
        subtitle=f"{own} och {other.lower()}, {unit_words(indicator)}, rullande tolv månader",
        chart=chart,
        alt=alt_text(chart, title),
        anchor=f"figur-serier-{anchor}",
    )
    note = Note(line(f"{scale_note(chart)} {source_note(facts, indicator)}".strip()))
    table = _table(points, indicator, (own, other), f"tabell-serier-{anchor}")
    return (figure, note, table)


def _title(point: TertialPoint, indicator: Indicator, names: tuple[str, str]) -> str:
    """Both figures and the difference between them, as the measure has it."""
    figures = [numbers.number(each or Decimal(0)) for each in (_own(point), _reference(point))]
    headline = point.assessment
    gap = headline.outcome.value if headline and headline.outcome.value else Decimal(0)
    difference = numbers.with_unit(gap, indicator.decimals, indicator.unit, signed=True)
    return f"{names[0]} {figures[0]}, {names[1].lower()} {figures[1]}: skillnaden är {difference}"


def _own(point: TertialPoint) -> Decimal | None:
    return point.assessment.outcome.own if point.assessment else None


def _reference(point: TertialPoint) -> Decimal | None:
    return point.assessment.outcome.reference if point.assessment else None


def _limit(point: TertialPoint) -> Decimal | None:
    """How much higher the region may be, where the target is such a ceiling."""
    target = (
        point.assessment.target.target if point.assessment and point.assessment.target else None
    )
    return target.value if isinstance(target, AtMost) else None


def _ceiling(points: list[TertialPoint], other: str) -> tuple[TargetStep, ...]:
    """The highest the region may be at each tertial: what it is compared with, and the limit."""
    steps: list[TargetStep] = []
    for at, point in enumerate(points):
        limit, reference = _limit(point), _reference(point)
        if limit is not None and reference is not None:
            text = f"{other} + {numbers.number(limit)}" if at == len(points) - 1 else ""
            steps.append(TargetStep(at, at, reference + limit, text))
    return tuple(steps)


def _line(
    points: list[TertialPoint], of: Callable[[TertialPoint], Decimal | None]
) -> tuple[TrendPoint, ...]:
    return tuple(
        TrendPoint(
            f"T{point.period.last_month // Grain.TERTIAL.months}",
            str(point.period.year),
            of(point),
            numbers.number(of(point) or Decimal(0)),
        )
        for point in points
    )


def _table(
    points: list[TertialPoint], indicator: Indicator, names: tuple[str, str], anchor: str
) -> Table:
    now = points[-1].period
    width = 820 // len(points)
    columns = (
        Column("Serie", 1000 - width * len(points), row_header=True),
        *(
            Column(
                _label(point, one_line=len(points) <= _ONE_LINE_COLUMNS),
                width,
                Align.RIGHT,
                highlight=point.period == now,
            )
            for point in points
        ),
    )
    own, other = names
    differences = [point.assessment.outcome.value if point.assessment else None for point in points]
    rows = (
        _row(own, [_own(point) for point in points]),
        _row(other, [_reference(point) for point in points]),
        _row("Skillnad", differences, signed=True),
        _row("Högst enligt målet", [_limit(point) for point in points]),
    )
    return Table("Siffrorna i figuren", columns, rows, unit_words(indicator), anchor=anchor)


def _label(point: TertialPoint, *, one_line: bool) -> str:
    """Name a tertial: "T2 2024", on two lines where the columns are many."""
    apart = numbers.NO_BREAK_SPACE if one_line else "\n"
    return dates.short_label(point.period).replace(" ", apart)


def _row(name: str, values: list[Decimal | None], *, signed: bool = False) -> Row:
    texts = (
        numbers.NO_VALUE if value is None else numbers.number(value, signed=signed)
        for value in values
    )
    return Row(((line(name),), *((line(text),) for text in texts)))
