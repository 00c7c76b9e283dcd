"""The management report ("ledningsrapport"): monitoring measures month by month, never judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from rapport.domain.breakdown import TOTAL
from rapport.domain.period import Period
from rapport.domain.plan import MonitoringArea, Plan
from rapport.domain.quantity import State
from rapport.report.blocks import Align, Block, Column, Editable, Heading, Lead, Note, Row, Table
from rapport.report.cells import value_line, value_text
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import Line, Text, line
from rapport.report.monthly_charts import MEASURE, bullet_figure, change_text, sparkline_figure
from rapport.report.monthly_figures import (
    MonthlyFigures,
    area_figures,
    last_month,
    monitored,
    shown_months,
)
from rapport.report.source_notes import source_note, unit_words
from rapport.swedish import dates, numbers, prose, terms

KEY = "ledningsrapport"
_WIDEST = 6
"""The most months that stand beside each other."""


def text_key(area: MonitoringArea) -> str:
    """The key of the text about an area."""
    return f"{KEY}.{area.id}"


def compose(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """All areas of the report's plans, or of one: table, lines, sums so far, and the text."""
    month = dates.month_span(last_month(facts))
    kicker = "Bilaga" if request.options.get("bilaga", "nej") == "ja" else ""
    heading = Heading(
        1,
        f"Ledningsrapport per {month}",
        KEY,
        kicker=kicker,
        in_contents=True,
        new_page=request.options.get("ny_sida", "ja") == "ja",
    )
    areas = list(monitored(facts, request.options.get("plan")))
    if not areas:
        return (heading, Lead(line("Rapportens planer har inga kontrollmått.")))
    blocks: list[Block] = [heading, Lead(line(_lead(areas)))]
    text = facts.texts.get(KEY)
    if text:
        blocks.append(Editable(KEY, "Ledningsrapport", text))
    for plan, area in areas:
        blocks += _area(facts, plan, area)
    return tuple(blocks)


def _lead(areas: Sequence[tuple[Plan, MonitoringArea]]) -> str:
    count = sum(len(area.indicators) for _, area in areas)
    names = prose.enumeration([area.name.lower() for _, area in areas])
    return (
        f"{prose.capitalised(prose.counted(count, MEASURE))} följs månad för månad inom {names}. "
        "Måtten har inga mål och bedöms inte."
    )


def _area(facts: Facts, plan: Plan, area: MonitoringArea) -> Iterator[Block]:
    series = area_figures(facts, area)
    anchor = f"{plan.id}-{area.id}"
    yield Heading(2, area.name, f"omrade-{anchor}")
    text = facts.texts.get(text_key(area))
    if text:
        yield Editable(text_key(area), area.name, text)
    yield _table(facts, area, series, anchor)
    yield Note(line(_note(facts, area, series)))
    totals = [each for each in series if each.breakdown == TOTAL]
    month = last_month(facts)
    for figure in (
        sparkline_figure(totals, month, f"figur-manader-{anchor}"),
        bullet_figure(totals, month, f"figur-hittills-{anchor}"),
    ):
        if figure is not None:
            yield figure
    yield from _months(facts, area, series, anchor)


def _table(
    facts: Facts, area: MonitoringArea, series: Sequence[MonthlyFigures], anchor: str
) -> Table:
    month = last_month(facts)
    before = month.years_earlier()
    columns: tuple[Column, ...] = (
        Column("Kontrollmått", 310, row_header=True),
        Column(dates.short_label(month), 110, Align.RIGHT, highlight=True),
        Column(dates.short_label(before), 110, Align.RIGHT),
        Column("Förändring", 120, Align.RIGHT),
        Column(dates.short_label(month.cumulative), 115, Align.RIGHT, highlight=True),
        Column(dates.short_label(before.cumulative), 115, Align.RIGHT),
        Column("Rullande tolv månader", 120, Align.RIGHT),
    )
    rows = tuple(_row(each) for each in series)
    told = "månaden, året hittills och tolv månader"
    if month.cumulative == month.whole_year:
        columns, rows, told = *_without_last(columns, rows), "månaden och året"
    return Table(
        f"{area.name}: {told}",
        columns,
        rows,
        anchor=f"tabell-{anchor}",
    )


def _without_last(
    columns: tuple[Column, ...], rows: tuple[Row, ...]
) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """The table without its rolling year, which in December is the year itself."""
    name, *others = columns[:-1]
    kept = (replace(name, width=name.width + columns[-1].width), *others)
    return kept, tuple(replace(row, cells=row.cells[:-1]) for row in rows)


def _row(series: MonthlyFigures) -> Row:
    indicator = series.indicator
    return Row(
        (
            _name(series),
            (value_line(series.now, indicator),),
            (value_line(series.year_before, indicator),),
            (line(change_text(series.change, indicator)),),
            (value_line(series.cumulative, indicator),),
            (value_line(series.cumulative_before, indicator),),
            (value_line(series.rolling, indicator),),
        )
    )


def _name(series: MonthlyFigures) -> tuple[Line, ...]:
    """The measure with its unit below, or the sex whose row it is."""
    indicator = series.indicator
    if series.breakdown != TOTAL:
        return (line(f"{indicator.short_name}, {terms.SEXES[series.breakdown.sex]}"),)
    return (line(indicator.short_name), line(Text(unit_words(indicator), muted=True)))


def _months(
    facts: Facts, area: MonitoringArea, series: Sequence[MonthlyFigures], anchor: str
) -> Iterator[Table]:
    """Each month of the tertial; of a year by half-years and without women and men."""
    months = shown_months(facts)
    if len(months) <= _WIDEST:
        parts = [(months, series)] if months else []
    else:
        totals = [each for each in series if each.breakdown == TOTAL]
        parts = [(months[at : at + _WIDEST], totals) for at in range(0, len(months), _WIDEST)]
    for place, (part, shown) in enumerate(parts):
        span = dates.month_span(Period(part[0].first, part[-1].last))
        yield Table(
            f"{area.name} månad för månad",
            _month_columns(part),
            tuple(_month_row(each, part) for each in shown),
            span,
            anchor=f"tabell-manader{place or ''}-{anchor}",
            compact=True,
        )


def _month_columns(months: Sequence[Period]) -> tuple[Column, ...]:
    width = min(660 // len(months), 160)
    return (
        Column("Kontrollmått", 1000 - width * len(months), row_header=True),
        *(Column(dates.MONTHS[m.last_month - 1], width, Align.RIGHT) for m in months),
    )


def _month_row(series: MonthlyFigures, months: Sequence[Period]) -> Row:
    shown = (each for each in series.months if each.period in months)
    return Row((_name(series), *((value_line(each, series.indicator),) for each in shown)))


def _note(facts: Facts, area: MonitoringArea, series: Sequence[MonthlyFigures]) -> str:
    """How to read the change, what is late or hidden, what does not add up, and the source."""
    said = ["Förändringen är mot samma månad förra året, i måttets enhet."]
    if any(str(each.indicator.unit) == "procent" for each in series):
        said[0] = (
            "Förändringen är mot samma månad förra året, i måttets enhet; för andelar i "
            "procentenheter."
        )
    said += [
        text for _, group in groupby(series, lambda each: each.indicator) for text in _late(group)
    ]
    if any(each.now.state is State.SUPPRESSED for each in series):
        said.append(f'Tecknet "{numbers.SUPPRESSED}" är en uppgift som skyddas av sekretess.')
    said.append(source_note(facts, *area.indicators))
    return " ".join(said)


def _late(group: Iterator[MonthlyFigures]) -> Iterator[str]:
    """A measure whose last month is not in yet: what is the last that is known."""
    series = next(group)
    latest = series.latest
    if series.now.state is not State.NOT_MEASURED:
        return
    name = series.indicator.short_name
    if latest is None:
        yield f"{name}: uppgifter saknas."
    else:
        value = value_text(latest, series.indicator)
        yield f"{name}: senaste uppgift är {value} för {dates.month_span(latest.period)}."
