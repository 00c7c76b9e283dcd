"""The summary that a report has of its own kind, for what stands in front of the report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from rapport.report.blocks import Block, DecisionBox, Heading
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import line
from rapport.report.proposals import proposal_box
from rapport.report.sections import action_plan_summary, internal_control

_OWN: Mapping[str, Callable[[Facts, SectionRequest], tuple[Block, ...]]] = {
    "internkontroll-sammanfattning": internal_control.summary,
    "handlingsplan-sammanfattning": action_plan_summary.compose,
}


def own_summary(facts: Facts) -> tuple[Block, ...]:
    """What the report's own kind of summary says below its heading; nothing where it has none."""
    request = next((each for each in facts.definition.sections if each.kind in _OWN), None)
    if request is None:
        return ()
    blocks = _OWN[request.kind](facts, request)
    return blocks[1:] if isinstance(blocks[0], Heading) else blocks


def shorter_and_shorter(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    """A summary without what follows its proposal, then without what comes just before it."""
    place = next((i for i, b in enumerate(blocks) if isinstance(b, DecisionBox)), len(blocks) - 1)
    before, box = blocks[:place], blocks[place]
    yield (*before, box)
    for kept in range(len(before) - 1, 0, -1):
        yield (*before[:kept], box)


def proposal_of(facts: Facts) -> DecisionBox:
    """The proposal for decision of a report, as its own summary has it."""
    found = next((b for b in own_summary(facts) if isinstance(b, DecisionBox)), None)
    if found is None:
        return proposal_box(facts)
    opening = line(f"{found.title}:")
    return DecisionBox("Förslag till beslut", (opening, *found.paragraphs), found.items)
