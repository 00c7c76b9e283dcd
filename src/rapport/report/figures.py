"""Finding the charts a document shows, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.report.blocks import Block, Editable, Figure, Labelled
from rapport.report.chart_specs import ChartSpec


def charts_of(blocks: tuple[Block, ...]) -> Iterator[ChartSpec]:
    """Every chart specification in reading order."""
    for block in blocks:
        match block:
            case Figure(chart=chart):
                yield chart
            case Labelled(blocks=inner) | Editable(blocks=inner):
                yield from charts_of(inner)
            case _:
                pass
