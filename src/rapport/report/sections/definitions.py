"""Definitions and sources ("definitioner och källor"): each measure, what it counts, from where."""

from __future__ import annotations

from rapport.domain.measurement import SourceInfo
from rapport.domain.plan import Indicator, Plan
from rapport.domain.target import Baseline, BaselineKind
from rapport.report.blocks import Block, Column, Heading, Row, Table
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import Text, line
from rapport.report.plan_measures import number_width
from rapport.swedish import dates, prose

_SHORT_NOTE = 60
"""Where no measure has a longer note the column gives its room to the definitions."""


def compose(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """A table per plan, then the data files that the figures were read from."""
    own_page = request.options.get("ny_sida", "ja") == "ja"
    blocks: list[Block] = [
        Heading(
            1,
            "Definitioner och källor",
            "definitioner",
            "Bilaga",
            in_contents=True,
            new_page=own_page,
        )
    ]
    blocks += [_measures(plan) for plan in facts.plans if any(plan.indicators)]
    if facts.sources:
        blocks += [Heading(2, "Källor till siffrorna", "kallor"), _sources(facts)]
    return tuple(blocks)


def _measures(plan: Plan) -> Table:
    nr = number_width(plan)
    told = any(len(note) > _SHORT_NOTE for each in plan.indicators for note in _notes(each))
    know = 296 if told else 170
    columns = (
        Column("Nr", nr),
        Column("Mått", 172, row_header=True),
        Column("Definition", 602 - nr - know),
        Column("Källa", 116),
        Column("Mäts som", 110),
        Column("Att veta", know),
    )
    rows = tuple(_row(indicator) for indicator in plan.indicators)
    return Table(
        plan.short_name, columns, rows, anchor=f"tabell-definitioner-{plan.id}", small=True
    )


def _notes(indicator: Indicator) -> list[str]:
    """What a reader must know to read the measure's figures."""
    notes = [*_baseline_notes(indicator), *indicator.footnotes, *indicator.deviations]
    return [*notes, indicator.sex_note] if indicator.sex_note else notes


def _row(indicator: Indicator) -> Row:
    return Row(
        (
            (line(indicator.number),),
            (line(indicator.name),),
            (line(indicator.definition),),
            (line(", ".join(indicator.sources)),),
            (line(prose.capitalised(str(indicator.basis))),),
            tuple(line(note) for note in _notes(indicator)) or (line("–"),),
        )
    )


def _baseline_notes(indicator: Indicator) -> list[str]:
    """The baselines as the plan prints them, when they need saying."""
    odd = any(b.kind is not BaselineKind.MEASURED for b in indicator.baselines)
    if not indicator.baselines or not (odd or not all(b.compared for b in indicator.baselines)):
        return []
    return [f"Ingångsvärden i planen: {'; '.join(_printed(b) for b in indicator.baselines)}."]


def _printed(baseline: Baseline) -> str:
    when = f" ({dates.short_label(baseline.period)})" if baseline.period else ""
    kind = "" if baseline.kind is BaselineKind.MEASURED else f", {baseline.kind}"
    return f"”{baseline.printed}”{when}{kind}"


def _sources(facts: Facts) -> Table:
    columns = (
        Column("Källa", 430, row_header=True),
        Column("Fil", 300),
        Column("Uttag", 135),
        Column("Slag", 135),
    )
    rows = tuple(_source(source) for source in facts.sources)
    note = "alla filer som regionens mätdata är lästa ur"
    return Table("Datafiler", columns, rows, note, anchor="tabell-kallor", small=True)


def _source(source: SourceInfo) -> Row:
    kind = "exempeldata" if source.is_example else "uppmätt"
    texts = (source.name, Text(source.file, exact=True), source.extracted, kind)
    return Row(tuple((line(text),) for text in texts))
