"""Composition: a report's definition and its facts become one finished document."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from rapport.report.blocks import Block, Editable, Figure, Labelled, Landscape, Table
from rapport.report.completeness import missing_items
from rapport.report.document import Document
from rapport.report.facts import Facts
from rapport.report.origin import origin_of
from rapport.report.sections import SECTIONS
from rapport.report.text_keys import wanted_texts
from rapport.report.walking import anchors_of
from rapport.swedish import dates


def with_missing(facts: Facts) -> Facts:
    """The facts with everything listed that the report lacks."""
    return replace(facts, missing=missing_items(facts, wanted_texts(facts)))


def compose(facts: Facts) -> Document:
    """Compose every section the report asks for, in order, and number figures and tables."""
    blocks = _sections(facts)
    head = facts.head
    version = f"version {head.version or 'saknas'}"
    example = " · Exempeldata" if facts.region.example else ""
    return Document(
        id=facts.definition.id,
        title=facts.title,
        subtitle="" if facts.plan_set_out else dates.occasion_title(facts.occasion),
        sender=facts.region.name,
        head=head,
        running_head=f"{_short_title(facts)} · {facts.organisation.name}",
        running_foot=f"{head.document_id or 'dokument-id saknas'} · {version}{example}",
        date=facts.today.isoformat(),
        draft=facts.is_draft,
        example=facts.region.example,
        blocks=numbered(blocks),
        keywords=(facts.definition.id, str(facts.occasion), facts.organisation.name),
        origin=origin_of(facts, blocks),
    )


def _short_title(facts: Facts) -> str:
    """What stands in the running head: the report with its occasion, or the plan's name."""
    if facts.plan_set_out:
        return facts.plan_set_out.short_name
    short = facts.definition.short_title or facts.definition.title
    return f"{short} {dates.short_label(facts.occasion.period)}"


def _sections(facts: Facts) -> tuple[Block, ...]:
    """Every section in order. The list of what is missing points only to pages that exist."""
    first = _composed(facts)
    anchors = set(anchors_of(first))
    if all(not item.anchor or item.anchor in anchors for item in facts.missing):
        return first
    kept = (i if i.anchor in anchors else replace(i, anchor="") for i in facts.missing)
    return _composed(replace(facts, missing=tuple(kept)))


def _composed(facts: Facts) -> tuple[Block, ...]:
    return tuple(
        block
        for request in facts.definition.sections
        for block in SECTIONS[request.kind](facts, request)
    )


def numbered(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with figures and labelled tables numbered in reading order.

    Appendix tables and tables without a label keep no number.
    """
    return _numbered(blocks, Counter())


def _numbered(blocks: tuple[Block, ...], seen: Counter[str]) -> tuple[Block, ...]:
    made: list[Block] = []
    for block in blocks:
        match block:
            case Figure():
                seen["figur"] += 1
                made.append(replace(block, number=seen["figur"]))
            case Table(label=label) if label:
                seen["tabell"] += 1
                made.append(replace(block, number=seen["tabell"]))
            case Labelled() | Editable() | Landscape():
                made.append(replace(block, blocks=_numbered(block.blocks, seen)))
            case _:
                made.append(block)
    return tuple(made)
