"""A drawn chart as bytes, and the way to get one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapport.charts.style import Style
from rapport.report.chart_specs import ChartSpec


@dataclass(frozen=True)
class ChartImage:
    """A chart as drawn: ``svg`` for page and screen, ``png`` for Word (empty unless asked for).

    Width and height are CSS px; the SVG has its text as text and no names, style sheets or
    addresses, so many of them can stand in one page.
    """

    svg: bytes
    png: bytes
    width: int
    height: int


def draw(spec: ChartSpec, style: Style, *, png: bool = False) -> ChartImage:
    """Draw a chart. The same spec and style always give the same bytes."""
    from rapport.charts.drawing import drawn  # noqa: PLC0415 - matplotlib takes a second to import

    canvas = drawn(spec, style)
    return ChartImage(
        svg=canvas.svg(),
        png=canvas.png() if png else b"",
        width=canvas.width,
        height=canvas.height,
    )


def draw_all(
    specs: Iterable[ChartSpec], style: Style, *, png: bool = False
) -> dict[ChartSpec, ChartImage]:
    """Draw each different chart once, so that three formats can share the images."""
    return {spec: draw(spec, style, png=png) for spec in dict.fromkeys(specs)}
