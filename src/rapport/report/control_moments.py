"""Moment by moment: how each was controlled, what was found, and what follows from it."""

from __future__ import annotations

from rapport.domain.plan import Plan
from rapport.report.blocks import (
    Block,
    Column,
    Heading,
    Labelled,
    Note,
    Paragraph,
    Row,
    Table,
)
from rapport.report.control_cells import (
    action_text,
    closed,
    deviation_line,
    done_text,
    owner_text,
)
from rapport.report.control_view import (
    ControlRow,
    MeasuredBy,
    control_rows,
    measured,
    measured_words,
    number_of,
)
from rapport.report.facts import Facts
from rapport.report.inline import Inline, PageRef, Text, line
from rapport.report.measure_anchor import measure_anchor
from rapport.swedish import numbers, phrases


def moments(facts: Facts, plan: Plan) -> tuple[Block, ...]:
    """Every moment with something to tell under a heading of its own; the rest are named."""
    rows = control_rows(facts, plan)
    blocks: list[Block] = []
    silent = []
    for control in plan.controls:
        own = tuple(row for row in rows if row.control is control)
        if not any(row.result or row.measure for row in own):
            silent.append(f"{number_of(plan, control)} {control.text}")
            continue
        name = f"{number_of(plan, control)}. {control.text}"
        anchor = f"moment-{plan.id}-{control.id}"
        blocks += [Heading(3, name, anchor), *_moment(facts, own)]
    if silent:
        blocks.append(Heading(3, "Moment utan resultat", f"utan-resultat-{plan.id}"))
        blocks.append(Paragraph(line(closed("; ".join(silent)))))
    return tuple(blocks)


def _moment(facts: Facts, rows: tuple[ControlRow, ...]) -> list[Block]:
    if len(rows) == 1:
        return [_standing(rows[0]), *_alone(facts, rows[0])]
    return [_steps(rows), *_actions(rows)]


def _standing(row: ControlRow) -> Paragraph:
    """The grade in words, and the risk it is to be seen against."""
    risk = row.control.risk
    words = f", riskvärde {risk.value} ({risk.level})" if risk else ""
    return Paragraph((*deviation_line(row, short=False), Text(words)))


def _alone(facts: Facts, row: ControlRow) -> list[Block]:
    """A moment with one row: a labelled line for each thing that is known."""
    risk, result = row.control.risk, row.result
    found = [("Risk", risk.description if risk else "")]
    if result is not None:
        found += [("Genomförd", done_text(result, short=False)), ("Resultat", result.result)]
    blocks: list[Block] = [_labelled(label, closed(text)) for label, text in found if text]
    if row.measure is not None:
        blocks.append(_measure(facts, row.measure))
    return [*blocks, *_actions((row,))]


def _measure(facts: Facts, measure: MeasuredBy) -> Block:
    """What the measure says, taken from it, and where the reader finds why."""
    plan, indicator = measure.plan, measure.indicator
    why = [each.explanation for each in measured(facts, measure) if each.explanation]
    where: tuple[Inline, ...] = (
        (Text(" Måttet redovisas på sidan "), PageRef(measure_anchor(plan, indicator)), Text("."))
        if plan in facts.plans and facts.has_page(plan, indicator)
        else (Text(f" Måttet redovisas i {phrases.inside(plan.short_name)}."),)
    )
    figures = Paragraph((Text(measured_words(facts, measure)), *where))
    return Labelled("Styrmått", (figures, *(Note(line(text)) for text in why)))


def _labelled(label: str, text: str) -> Labelled:
    return Labelled(label, (Paragraph(line(text)),))


def _steps(rows: tuple[ControlRow, ...]) -> Table:
    """A moment with several rows: who did what, when, and what each found."""
    columns = (
        Column("Nr", 50),
        Column("Utförare", 170, row_header=True),
        Column("Metod", 250),
        Column("Genomförd", 150),
        Column("Resultat", 230),
        Column("Avvikelse", 150),
    )
    made = tuple(
        Row(
            (
                (line(row.number),),
                (line("; ".join(row.step.performers)),),
                (line(row.step.method),),
                (line(done_text(row.result) or numbers.NO_VALUE),),
                (line(closed(row.result.result) if row.result else numbers.NO_VALUE),),
                (deviation_line(row),),
            )
        )
        for row in rows
    )
    return Table("", columns, made, label="", anchor=f"tabell-moment-{rows[0].control.id}")


def _actions(rows: tuple[ControlRow, ...]) -> list[Block]:
    """What is done about what was found, by whom and by when."""
    blocks: list[Block] = []
    for row in rows:
        of_row = f"{row.number}: " if len(rows) > 1 else ""
        action, owner = action_text(row.result), owner_text(row.result, short=False)
        if action:
            answer = f" Ansvarig: {closed(phrases.inside(owner))}" if owner else ""
            blocks.append(_labelled("Åtgärd", f"{of_row}{action}{answer}"))
    return blocks
