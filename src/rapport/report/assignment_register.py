"""The register of assignments ("uppdragsregister"): one row each, and a sentence for them all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rapport.domain.activity import ActivityStatus
from rapport.domain.assignment import Proposal
from rapport.domain.plan import Plan
from rapport.report import assignment_words as words
from rapport.report.assignment_standing import Standing, standings
from rapport.report.blocks import Block, Column, Note, Row, Table
from rapport.report.facts import Facts
from rapport.report.inline import line
from rapport.swedish import phrases, prose


def lead_words(found: tuple[Standing, ...]) -> str:
    """How many there are and how they stand: "Registret har fyra uppdrag: …"."""
    counts = tuple(each for each in _counts(found) if each[0])
    total = prose.counted(len(found), prose.ASSIGNMENT)
    proposed = sum(each.proposal is Proposal.CLOSE for each in found)
    ended = prose.agreeing("avslutat", "avslutade", proposed, prose.ASSIGNMENT)
    closing = f" {prose.capitalised(prose.count_word(proposed))} föreslås {ended}."
    if len(counts) == 1 and len(found) > 1:
        return f"Registret har {total}, och alla {counts[0][2]}.{closing if proposed else ''}"
    parts = [
        f"{prose.count_word(count)} {one if count == 1 else many}" for count, one, many in counts
    ]
    return f"Registret har {total}: {prose.enumeration(parts)}.{closing if proposed else ''}"


_ORDER = (
    ActivityStatus.ONGOING,
    ActivityStatus.NOT_STARTED,
    ActivityStatus.DONE,
    ActivityStatus.CANCELLED,
)


def _counts(found: tuple[Standing, ...]) -> Iterator[tuple[int, str, str]]:
    """How many stand in each way, and the verb for one and for several, as in the register."""
    open_ = Counter(each.state for each in found if not each.closed_by)
    for status in _ORDER:
        one = phrases.status_verb(status, 1, neuter=True)
        yield open_[status], one, phrases.status_verb(status, 2)
    yield len(found) - open_.total(), "är avslutat", "är avslutade"
    yield open_[ActivityStatus.LATE], "är försenat", "är försenade"
    yield open_[None], "är inte redovisat", "är inte redovisade"


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
    return Row(
        (
            (line(standing.assignment.number),),
            (line(standing.assignment.short_name),),
            words.decision_lines(facts, standing.assignment.decision),
            words.due_lines(standing),
            (words.state_line(standing),),
            words.proposal_lines(facts, standing),
        )
    )
