"""The register of assignments ("uppdragsregister"): one row each, and a sentence for them all."""

from __future__ import annotations

from rapport.domain.assignment import Proposal
from rapport.domain.plan import Plan
from rapport.report import assignment_words as words
from rapport.report.assignment_standing import Standing, standings
from rapport.report.blocks import Block, Column, Note, Row, Table
from rapport.report.facts import Facts
from rapport.report.inline import line
from rapport.swedish import prose


def lead_words(found: tuple[Standing, ...]) -> str:
    """How many there are and how they stand: "Registret har fyra uppdrag: …"."""
    closed = sum(each.closed_by is not None for each in found)
    late = sum(each.is_overdue for each in found)
    silent = sum(each.report is None and not each.closed_by for each in found) - late
    open_ = len(found) - closed - late - silent
    counts = (
        (open_, "pågår", "pågår"),
        (closed, "är avslutat", "är avslutade"),
        (late, "är försenat", "är försenade"),
        (silent, "är inte redovisat", "är inte redovisade"),
    )
    parts = [
        f"{prose.count_word(count)} {one if count == 1 else many}"
        for count, one, many in counts
        if count
    ]
    total = prose.counted(len(found), prose.ASSIGNMENT)
    proposed = sum(each.proposal is Proposal.CLOSE for each in found)
    ended = prose.agreeing("avslutat", "avslutade", proposed, prose.ASSIGNMENT)
    closing = f" {prose.capitalised(prose.count_word(proposed))} föreslås {ended}."
    if len(parts) == 1 and len(found) > 1:
        alike = next(many for count, _, many in counts if count)
        return f"Registret har {total}, och alla {alike}.{closing if proposed else ''}"
    return f"Registret har {total}: {prose.enumeration(parts)}.{closing if proposed else ''}"


def register_blocks(facts: Facts, plan: Plan) -> tuple[Block, ...]:
    """The register: number, assignment, decision, when due, how it stands, what is proposed."""
    columns = (
        Column("Nr", 42),
        Column("Uppdrag", 272, row_header=True),
        Column("Beslut", 186),
        Column("Ska åter\u00adrapporteras", 176),
        Column("Läge", 134),
        Column("Förslag", 190),
    )
    rows = tuple(_row(facts, each) for each in standings(facts, plan))
    table = Table(
        "Register över uppdragen", columns, rows, facts.occasion_label,
        anchor=f"tabell-register-{plan.id}",
    )  # fmt: skip
    example = " Exempeldata." if facts.follow_up.is_example else ""
    return (table, Note(line(f"Ett uppdrag avslutas bara genom beslut.{example}")))


def _row(facts: Facts, standing: Standing) -> Row:
    given = facts.follow_up.status_of(standing.plan.id, standing.assignment.id)
    return Row(
        (
            (line(standing.assignment.number),),
            (line(standing.assignment.short_name),),
            words.decision_lines(facts, standing.assignment.decision),
            words.due_lines(standing),
            (words.state_line(standing, given.status if given else None),),
            words.proposal_lines(facts, standing),
        )
    )
