"""The one-page summary ("sammanfattning"): counts, messages, matrix, legend, decision."""

from __future__ import annotations

from rapport.domain.outcome import Assessment, Verdict
from rapport.fulfilment import summary
from rapport.report import cells
from rapport.report.blocks import (
    Block,
    DecisionBox,
    Editable,
    Heading,
    KeyMessages,
    Legend,
    StatusCounts,
)
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import line
from rapport.report.key_messages import key_messages
from rapport.report.matrix import matrices
from rapport.report.plain_summary import plain_summary
from rapport.report.proposals import leading_plan, proposal_box, proposed
from rapport.swedish import dates, phrases


def compose(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """What the board must know, on one page. The report's first plan with measures leads.

    In a document of its own the summary is that of the report it stands in front of.
    """
    heading = Heading(
        1, "Sammanfattning", "sammanfattning", kicker=front_title(facts),
        in_contents=True, new_page=facts.about is None,
    )  # fmt: skip
    subject = facts.subject
    if not any(any(plan.indicators) for plan in subject.plans):
        return (heading, *plain_summary(subject), proposal_box(subject))
    main = leading_plan(subject)
    blocks: list[Block] = [
        heading,
        _counts(subject.headlines(main)),
        KeyMessages(key_messages(subject, main)),
    ]
    text = facts.texts.get("sammanfattning")
    if text and request.options.get("text", "nej") == "ja":
        blocks.append(Editable("sammanfattning", "Sammanfattning", text))
    title, items = proposed(subject)
    box = DecisionBox(title, items=tuple(map(line, items)))
    return (*blocks, *matrices(subject, main), _legend(), box)


def front_title(facts: Facts) -> str:
    """The report that a document in front of it is about, with its period; else nothing."""
    if facts.about is None:
        return ""
    return f"{facts.about.title}, {phrases.inside(dates.occasion_title(facts.occasion))}"


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
