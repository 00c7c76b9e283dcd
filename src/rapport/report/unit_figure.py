"""The units behind a measure, in order with their intervals, and the same figures as a table."""

from __future__ import annotations

from rapport.domain.outcome import Assessment
from rapport.domain.plan import Better, Indicator, Plan
from rapport.domain.quantity import State, Unit
from rapport.fulfilment.intervals import Interval, interval_of
from rapport.report import cells
from rapport.report.alt_text import alt_text
from rapport.report.blocks import Align, Block, Column, Figure, Note, Row, Table
from rapport.report.bound_numbers import assessed_text
from rapport.report.chart_specs import RankedUnitsChart, UnitRow
from rapport.report.facts import Facts
from rapport.report.inline import line
from rapport.report.measure_anchor import measure_anchor
from rapport.report.scale_note import scale_note
from rapport.report.source_notes import source_note, unit_words
from rapport.report.tracks import level
from rapport.swedish import dates, numbers, phrases, prose
from rapport.swedish.forecast import interval_words

_LEAST_UNITS = 2


def unit_blocks(facts: Facts, plan: Plan, indicator: Indicator) -> tuple[Block, ...]:
    """Figure, note and table; nothing where fewer than two units have a figure to show."""
    units = _ranked(facts, plan, indicator)
    if sum(each.outcome.value is not None for each in units) < _LEAST_UNITS:
        return ()
    chart = _chart(facts, plan, indicator, units)
    title = _title(facts, units)
    anchor = f"enheter-{measure_anchor(plan, indicator)}"
    period = dates.basis_words(units[0].outcome.period)
    figure = Figure(
        title=title,
        subtitle=f"{indicator.name}, {period}",
        chart=chart,
        alt=alt_text(chart, title),
        anchor=f"figur-{anchor}",
    )
    sure = "Osäkerhetsintervallen är 95 procent."
    note = Note(line(f"{scale_note(chart)} {sure} {source_note(facts, indicator)}".strip()))
    return (figure, note, _table(facts, indicator, units, f"tabell-{anchor}"))


def _ranked(facts: Facts, plan: Plan, indicator: Indicator) -> list[Assessment]:
    """The units' headlines, the best first; those without a figure to show come last."""
    family = facts.evaluation.family(plan, indicator)
    units = [found[0] for unit, found in family.items() if unit != facts.region.organisations.top]
    shown = [each for each in units if each.outcome.value is not None]
    hidden = [each for each in units if each.outcome.value is None]
    higher = indicator.better is Better.HIGHER
    return [*sorted(shown, key=lambda each: each.outcome.value or 0, reverse=higher), *hidden]


def _name(facts: Facts, unit: Assessment) -> str:
    return facts.region.organisations[unit.organisation].name


def _interval(unit: Assessment) -> Interval | None:
    """The interval of a figure that is shown."""
    if unit.outcome.state is not State.MEASURED or unit.outcome.value is None:
        return None
    return interval_of(unit.indicator, unit.outcome)


def _chart(
    facts: Facts, plan: Plan, indicator: Indicator, units: list[Assessment]
) -> RankedUnitsChart:
    headline = facts.headline(plan, indicator)
    target = level(headline.target.target) if headline.target else None
    region = headline.outcome.value
    return RankedUnitsChart(
        tuple(_row(facts, unit) for unit in units),
        target,
        f"Mål {phrases.target_sign(headline.target.target, indicator)}" if headline.target else "",
        region,
        f"Regionen {assessed_text(headline)}" if region is not None else "",
        "%" if indicator.unit is Unit.PERCENT else "",
    )


def _row(facts: Facts, unit: Assessment) -> UnitRow:
    around = _interval(unit)
    low, high = (around.low, around.high) if around else (None, None)
    return UnitRow(_name(facts, unit), unit.outcome.value, low, high, cells.judged_text(unit))


def _title(facts: Facts, units: list[Assessment]) -> str:
    """Who is best and who is furthest from it."""
    shown = [unit for unit in units if unit.outcome.value is not None]
    best, worst = shown[0], shown[-1]
    return prose.capitalised(
        f"{_name(facts, best)} ligger bäst till med {assessed_text(best)}, "
        f"{_name(facts, worst)} sämst med {assessed_text(worst)}"
    )


def _table(facts: Facts, indicator: Indicator, units: list[Assessment], anchor: str) -> Table:
    columns = (
        Column("Enhet", 320, row_header=True),
        Column("Utfall", 130, Align.RIGHT, highlight=True),
        Column("Osäkerhetsintervall", 200, Align.RIGHT),
        Column("Mål", 150, after_number=True),
        Column("Bedömning", 200),
    )
    rows = tuple(
        Row(
            (
                (line(_name(facts, unit)),),
                (cells.judged_line(unit),),
                (line(_interval_text(unit)),),
                cells.target_lines(unit.parts or (unit,), unit),
                (cells.verdict_line(unit.final_verdict, short=False),),
            )
        )
        for unit in units
    )
    return Table("Siffrorna i figuren", columns, rows, unit_words(indicator), anchor=anchor)


def _interval_text(unit: Assessment) -> str:
    around = _interval(unit)
    if around is None:
        return numbers.NO_VALUE
    return interval_words(around.low, around.high, unit.indicator.decimals, Unit.COUNT)
