"""The sheet that stands where a chart was expected but there are no values."""

from __future__ import annotations

from rapport.charts.canvas import Canvas
from rapport.charts.chart_type import axis_face
from rapport.charts.style import Style

NOTHING = "Inga värden att visa"


def nothing_to_show(style: Style) -> Canvas:
    """A low sheet that says so in words."""
    canvas = Canvas(style, style.spaces["störst"])
    canvas.text((0, style.spaces["rad"] * 2), NOTHING, axis_face(style), style.grey)
    return canvas
