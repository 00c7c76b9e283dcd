"""Going through a document's blocks in reading order, and what is found on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapport.report.blocks import (
    Block,
    Cover,
    Editable,
    Figure,
    Heading,
    Labelled,
    Landscape,
    Table,
)
from rapport.report.chart_specs import ChartSpec


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """All blocks in reading order, also those inside regions and on lying pages."""
    for block in blocks:
        yield block
        match block:
            case Labelled(blocks=inner) | Editable(blocks=inner) | Landscape(blocks=inner):
                yield from walk(inner)
            case Cover(notice=notice) if notice is not None:
                yield notice
            case _:
                pass


def charts_of(blocks: Iterable[Block]) -> Iterator[ChartSpec]:
    """Every chart specification, wherever it stands."""
    return (block.chart for block in walk(blocks) if isinstance(block, Figure))


def anchors_of(blocks: Iterable[Block]) -> Iterator[str]:
    """The anchors that pages can be pointed out by."""
    return (block.anchor for block in walk(blocks) if isinstance(block, Heading | Table | Figure))
