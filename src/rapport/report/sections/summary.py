"""The one-page summary ("sammanfattning"): counts, messages, matrix, legend, decision."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapport.domain.outcome import Assessment, Verdict
from rapport.domain.plan import Indicator, Plan
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
    Table,
)
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import line
from rapport.report.key_messages import key_messages
from rapport.report.matrix import judged, matrices
from rapport.report.one_page import first_that_fits
from rapport.report.plain_summary import plain_summary
from rapport.report.proposals import has_measures, leading_plan, proposal_box, proposed
from rapport.report.sections.own_summary import own_summary, shorter_and_shorter
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
    own = own_summary(subject) if facts.about else ()
    if own:
        return first_that_fits((heading, *each) for each in shorter_and_shorter(own))
    if not has_measures(subject):
        versions = (
            (heading, *plain_summary(subject, most), proposal_box(subject)) for most in (5, 3, 0)
        )
        return first_that_fits(versions)
    if facts.about is None:
        return (heading, *_measured(subject, leading_plan(subject), request, _Extent()))
    return first_that_fits((heading, *each) for each in _versions(subject, request))


@dataclass(frozen=True)
class _Extent:
    """How much a summary tells: so many messages, all measures or some, so many rows of them."""

    messages: int = 5
    only: frozenset[str] | None = None
    rows: int | None = None


def _versions(facts: Facts, request: SectionRequest) -> Iterator[tuple[Block, ...]]:
    """The summary ever shorter: fewer messages, then only the measures that are not met."""
    main = leading_plan(facts)
    weak = frozenset(i.id for i in main.indicators if not _is_met(facts, main, i))
    extents = [_Extent(most) for most in (5, 4, 3)]
    if weak:
        extents += [_Extent(most, weak) for most in (5, 3, 2)]
        extents += [_Extent(2, weak, rows) for rows in (12, 8, 4)]
    for extent in (*extents, _Extent(only=frozenset())):
        yield _measured(facts, main, request, extent)


def _is_met(facts: Facts, plan: Plan, indicator: Indicator) -> bool:
    return facts.headline(plan, indicator).final_verdict is Verdict.MET


def _measured(
    facts: Facts, main: Plan, request: SectionRequest, extent: _Extent
) -> tuple[Block, ...]:
    """Counts, messages, the matrix of the measures that the extent has, and the proposal."""
    blocks: list[Block] = [
        _counts(facts.headlines(main)),
        KeyMessages(key_messages(facts, main)[: extent.messages]),
    ]
    text = facts.texts.get("sammanfattning")
    if text and request.options.get("text", "nej") == "ja":
        blocks.append(Editable("sammanfattning", "Sammanfattning", text))
    title, items = proposed(facts)
    box = DecisionBox(title, items=tuple(map(line, items)))
    if extent.only is None:
        return (*blocks, *_matrices(facts, main), _legend(facts, main), box)
    if not extent.only:
        return (*blocks, box)
    missed = _missed(_matrices(facts, _with_only(main, extent.only)), extent.rows)
    return (*blocks, missed, _legend(facts, main), box)


def _missed(tables: tuple[Table, ...], most: int | None) -> Table:
    """One table of the measures that are not met; it says when it leaves some to the report."""
    rows = tuple(row for table in tables for row in table.rows)
    left = most is not None and most < len(rows)
    note = f"{most} av {len(rows)} rader; resten står i rapporten" if left else ""
    return replace(
        tables[0], caption="Mått som inte är uppfyllda", caption_note=note, rows=rows[:most]
    )


def _matrices(facts: Facts, plan: Plan) -> tuple[Table, ...]:
    """The matrices with anchors of their own: a report may show the same ones further on."""
    return tuple(
        replace(table, anchor=f"sammanfattning-{table.anchor}") for table in matrices(facts, plan)
    )


def _with_only(plan: Plan, kept: frozenset[str]) -> Plan:
    """A plan with some of its measures."""

    def some(indicators: tuple[Indicator, ...]) -> tuple[Indicator, ...]:
        return tuple(each for each in indicators if each.id in kept)

    goals = tuple(
        replace(
            goal, factors=tuple(replace(f, indicators=some(f.indicators)) for f in goal.factors)
        )
        for goal in plan.goals
    )
    return replace(plan, goals=goals, other_indicators=some(plan.other_indicators))


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


def _legend(facts: Facts, plan: Plan) -> Legend:
    """The signs, and why the rows may be more than the measures that were counted."""
    several = [each for each in plan.indicators if len(judged(facts, plan, each)) > 1]
    counted = [f"Mått {each.number} räknas en gång." for each in several]
    return Legend(
        tuple((cells.VERDICT_SIGNS[verdict], phrases.verdict_word(verdict)) for verdict in Verdict),
        " ".join(["Antal räknas från januari.", *counted]),
    )
