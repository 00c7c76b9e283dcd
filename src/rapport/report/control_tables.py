"""The tables of internal control: the register, faults found, risk values and next year."""

from __future__ import annotations

from collections.abc import Iterable

from rapport.domain.control import Deviation
from rapport.domain.plan import Plan
from rapport.report.blocks import Align, Column, Row, Table
from rapport.report.control_cells import (
    action_text,
    closed,
    deviation_line,
    done_text,
    owner_text,
)
from rapport.report.control_view import (
    DEVIATING,
    DONE,
    ControlRow,
    control_rows,
    grades,
)
from rapport.report.facts import Facts
from rapport.report.inline import Line, Text, line
from rapport.swedish import numbers


def register(facts: Facts, plan: Plan) -> Table:
    """Every control of a plan: what, how serious, by whom and how, found what, then what."""
    columns = (
        Column("Nr", 40),
        Column("Kontrollmoment", 205, row_header=True),
        Column("Risk", 50),
        Column("Utförare", 135),
        Column("Metod, datum och omfattning", 290),
        Column("Avvikelse", 145),
        Column("Åtgärd klar", 135),
    )
    rows = tuple(_register_row(row) for row in control_rows(facts, plan))
    note = facts.occasion_label
    return Table("Kontroller", columns, rows, note, anchor=f"tabell-kontroll-{plan.id}")


def _register_row(row: ControlRow) -> Row:
    risk, done = row.control.risk, done_text(row.result)
    return Row(
        (
            (line(row.number),),
            (line(row.control.text),),
            (line(str(risk.value) if risk else numbers.NO_VALUE),),
            (line("; ".join(row.step.performers)),),
            (
                line(closed(_method(row))),
                *((line(Text(f"Gjord {done}.", muted=True)),) if done else ()),
            ),
            (deviation_line(row),),
            (line(owner_text(row.result) or numbers.NO_VALUE),),
        )
    )


def _method(row: ControlRow) -> str:
    """The method; a measure that is the method is named by its number."""
    if row.measure is None:
        return row.step.method
    return f"{row.step.method} (styrmått {row.measure.indicator.number})"


def faults(facts: Facts, plans: Iterable[Plan]) -> tuple[tuple[Plan, ControlRow], ...]:
    """The controls that found something, the serious ones first ("fel och brister")."""
    found = [
        (plan, row) for plan in plans for row in control_rows(facts, plan) if row.grade in DEVIATING
    ]
    return tuple(sorted(found, key=lambda each: each[1].grade is not Deviation.MAJOR))


def fault_table(found: tuple[tuple[Plan, ControlRow], ...]) -> Table:
    """What was found and what is done about it, with owner and date."""
    columns = (
        Column("Kontrollmoment", 240, row_header=True),
        Column("Avvikelse", 150),
        Column("Vad kontrollen visade", 300),
        Column("Åtgärd, ansvarig och klart", 310),
    )
    rows = tuple(
        Row(
            (
                (line(f"{row.number} {row.control.text}"), line(Text(plan.short_name, muted=True))),
                (deviation_line(row),),
                (line(closed(row.result.result) if row.result else ""),),
                _action_lines(row),
            )
        )
        for plan, row in found
    )
    return Table("Kontroller med avvikelse", columns, rows, anchor="tabell-fel-och-brister")


def _action_lines(row: ControlRow) -> tuple[Line, ...]:
    action, owner = action_text(row.result), owner_text(row.result)
    if not action:
        return (line(Text("åtgärd saknas", muted=True)),)
    return (line(action), *((line(owner),) if owner else ()))


def count_table(facts: Facts, plans: tuple[Plan, ...]) -> Table:
    """How the controls of each plan stand, in figures."""
    words = ("Utan avvikelse", "Mindre", "Väsentlig", "Ej genom\u00adförda", "Återstår")
    columns = (
        Column("Plan", 280, row_header=True),
        Column("Kontroller", 120, Align.RIGHT),
        Column("Gjorda", 100, Align.RIGHT, highlight=True),
        *(Column(word, 100, Align.RIGHT) for word in words),
    )
    rows = []
    for plan in plans:
        given = control_rows(facts, plan)
        found = grades(given)
        counts = (
            len(given),
            sum(found[grade] for grade in DONE),
            *(found[grade] for grade in Deviation),
            found[None],
        )
        rows.append(Row(((line(plan.short_name),), *((line(str(n)),) for n in counts))))
    note = f"antal kontroller {facts.occasion_label}"
    return Table("Kontroller per plan", columns, tuple(rows), note, anchor="tabell-kontrollplaner")


def next_year_table(facts: Facts, plan: Plan) -> tuple[Table, ...]:
    """What is proposed for each moment next year, with the reason; nothing before any is."""
    rows = tuple(
        Row(
            (
                (line(row.number),),
                (line(row.control.text),),
                (line(str(row.result.next_year)),),
                (line(closed(row.result.next_year_reason) or numbers.NO_VALUE),),
            )
        )
        for row in control_rows(facts, plan)
        if row.result and row.result.next_year
    )
    columns = (
        Column("Nr", 45),
        Column("Kontrollmoment", 385, row_header=True),
        Column("Förslag", 120),
        Column("Skäl", 450),
    )
    name = f"Förslag till {facts.occasion.year + 1} års moment"
    return (Table(name, columns, rows, anchor=f"tabell-nasta-ar-{plan.id}"),) if rows else ()
