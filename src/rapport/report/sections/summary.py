"""The one-page summary ("sammanfattning"): counts, messages, matrix, legend, decision."""

from __future__ import annotations

from rapport.domain.meetings import Stage
from rapport.domain.outcome import Assessment, Verdict
from rapport.domain.plan import Plan
from rapport.fulfilment import summary
from rapport.report import cells
from rapport.report.blocks import (
    Block,
    DecisionBox,
    Editable,
    Heading,
    KeyMessages,
    Lead,
    Legend,
    StatusCounts,
)
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import line
from rapport.report.key_messages import key_messages
from rapport.report.matrix import matrices
from rapport.swedish import phrases, prose


def compose(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """What the board must know, on one page. The report's first plan with measures leads."""
    heading = Heading(1, "Sammanfattning", "sammanfattning", in_contents=True, new_page=True)
    measured = [plan for plan in facts.plans if any(plan.indicators)]
    if not measured:
        return (heading, Lead(line("Rapportens planer har inga mått att sammanfatta.")))
    main = measured[0]
    blocks: list[Block] = [
        heading,
        _counts(facts.headlines(main)),
        KeyMessages(key_messages(facts, main)),
    ]
    text = facts.texts.get("sammanfattning")
    if text and request.options.get("text", "nej") == "ja":
        blocks.append(Editable("sammanfattning", "Sammanfattning", text))
    return (*blocks, *matrices(facts, main), _legend(), _decision(facts, main))


def _counts(headlines: tuple[Assessment, ...]) -> StatusCounts:
    counted = summary.counts(headlines)
    return StatusCounts(
        tuple(
            (cells.VERDICT_SIGNS[verdict], count, phrases.verdict_word_for(verdict, count))
            for verdict, count in counted.items()
        )
    )


def _legend() -> Legend:
    return Legend(
        tuple((cells.VERDICT_SIGNS[verdict], phrases.verdict_word(verdict)) for verdict in Verdict),
        "Antal är ackumulerade från januari.",
    )


def _decision(facts: Facts, main: Plan) -> DecisionBox:
    items = [_approval(facts, main)]
    weak = [a.indicator.number for a in facts.headlines(main) if a.final_verdict is Verdict.NOT_MET]
    if weak:
        items.append(f"Följa åtgärderna för mått {prose.enumeration(weak)}, som inte når målet.")
    board = facts.board_name(main.board)
    return DecisionBox(f"{board} föreslås besluta", items=tuple(line(item) for item in items))


def _approval(facts: Facts, main: Plan) -> str:
    """To approve the report, and to pass it on where it goes further than to the board itself."""
    approve = f"Godkänna rapporten {facts.occasion_label}"
    recipient = facts.definition.recipient
    if recipient != main.board:
        onward = phrases.inside(facts.board_name(recipient))
    elif facts.round and facts.round.day(Stage.EXECUTIVE):
        onward = "regionstyrelsen"
    else:
        return f"{approve}."
    return f"{approve} och överlämna den till {onward}."
