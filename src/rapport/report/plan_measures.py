"""A plan's measures as the plan states them: baseline as printed, targets, source and footnotes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapport.domain.plan import Indicator, Plan
from rapport.domain.target import Baseline, BaselineKind
from rapport.report import cells
from rapport.report.blocks import Align, Column, Row, Table
from rapport.report.inline import Footnote, Line, Text, line
from rapport.report.source_notes import unit_words
from rapport.swedish import numbers, prose

_SHORT_NUMBER = 3


def measure_table(plan: Plan, indicators: Sequence[Indicator], caption: str, anchor: str) -> Table:
    """The table of measures as a plan prints it; no outcome, no verdict."""
    years = target_years(plan, indicators)
    based = any(each.baselines for each in indicators)
    nr = number_width(plan)
    name = 1000 - nr - 190 * based - 80 * len(years) - 205 - 100
    columns = (
        Column("Nr", nr),
        Column("Styrmått", name, row_header=True),
        *((Column("Ingångs\u00advärde", 190),) if based else ()),
        *(Column(f"Mål {year}", 80, Align.RIGHT) for year in years),
        Column("Källa", 205, after_number=True),
        Column("Redovisas", 100),
    )
    rows = tuple(_row(each, years, based=based) for each in indicators)
    note = "" if based else "planen har inga ingångsvärden"
    return Table(caption, columns, rows, note, anchor=anchor)


def number_width(plan: Plan) -> int:
    """Some plans number a measure by its place: "Hantering 2"."""
    short = all(len(each.number) <= _SHORT_NUMBER for each in plan.indicators)
    return 45 if short else 115


def target_years(plan: Plan, indicators: Iterable[Indicator]) -> tuple[int, ...]:
    """The years that the plan states targets for; its own years when it states none."""
    years = {target.year for each in indicators for target in each.targets}
    return tuple(sorted(years)) or (plan.last_year,)


def _row(indicator: Indicator, years: tuple[int, ...], *, based: bool) -> Row:
    return Row(
        (
            (line(indicator.number),),
            (_name(indicator),),
            *((baseline_lines(indicator),) if based else ()),
            *(cells.stated_target_lines(indicator, year) for year in years),
            (line(", ".join(indicator.sources) or numbers.NO_VALUE),),
            (line(occasions_text(indicator)),),
        )
    )


def _name(indicator: Indicator) -> Line:
    """The measure's whole name with its unit and its footnotes."""
    unit = unit_words(indicator)
    said = indicator.name.casefold()
    named = unit in said or f"({numbers.unit_suffix(indicator.unit) or unit})" in said
    name = indicator.name if named else f"{indicator.name}, {unit}"
    return (Text(name), *(Footnote(note) for note in indicator.footnotes))


def baseline_lines(indicator: Indicator) -> tuple[Line, ...]:
    """The baselines in the plan's own print, year by year.

    Figures that a footnote only compares with are left to the footnote.
    """
    shown = [
        each
        for each in indicator.baselines
        if each.compared or each.kind is not BaselineKind.MEASURED
    ]
    by_year: dict[int, list[Baseline]] = {}
    for each in shown:
        by_year.setdefault(each.period.year if each.period else 0, []).append(each)
    found = tuple(line(_printed(year, group)) for year, group in by_year.items())
    return found or (line(Text("saknas", muted=True)),)


def _printed(year: int, group: list[Baseline]) -> str:
    printed = "; ".join(each.printed for each in group)
    return printed if not year or str(year) in printed else f"{year}: {printed}"


def occasions_text(indicator: Indicator) -> str:
    """When the measure is reported: in the plan's own words, else the occasions."""
    return indicator.printed_occasions or ", ".join(sorted(indicator.occasions))


def definition_table(plan: Plan) -> Table:
    """What each measure counts, which way is better, and who answers for it."""
    nr = number_width(plan)
    columns = (
        Column("Nr", nr),
        Column("Styrmått", 200, row_header=True),
        Column("Definition", 435 - nr),
        Column("Riktning", 95),
        Column("Visar", 110),
        Column("Ansvarig", 160),
    )
    rows = tuple(
        Row(
            (
                (line(each.number),),
                (line(each.short_name),),
                (line(each.definition),),
                (line(prose.capitalised(str(each.better))),),
                (line(prose.capitalised(str(each.basis))),),
                (line(each.owner or numbers.NO_VALUE),),
            )
        )
        for each in plan.indicators
    )
    return Table(
        "Vad måtten räknar", columns, rows, anchor=f"tabell-plan-definitioner-{plan.id}", small=True
    )
