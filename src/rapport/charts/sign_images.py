"""The signs ("tecken") and stations as PNG, for readers of Word files that cannot show SVG.

The shapes are those of the SVG drawings, in the same box of 16 by 16; the picture is seven
times as large, which is sharp in print at the sizes that documents use.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import assert_never

from matplotlib import rc_context
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch, Patch, PathPatch, Rectangle, Wedge
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from rapport.charts.style import Style
from rapport.report.inline import Sign

_BOX = 16
_SCALE = 7
_PX_PER_INCH = 100
_PT_PER_PX = 72 / _PX_PER_INCH
_WHITE = "#ffffff"

_Points = Sequence[tuple[float, float]]


def sign_png(sign: Sign, style: Style) -> bytes:
    """A sign on nothing. The same sign and style always give the same bytes."""
    return _drawn(tuple(_shapes(sign, style)), _BOX, _BOX)


def station_png(style: Style, width: int, height: int, *, done: bool) -> bytes:
    """A station on the way of the case ("ärendets väg"): a line, and on it a dot or a ring."""
    middle = height / 2
    radius = min(4.5, middle - 0.5)
    line = _stroke([(0, middle), (width, middle)], style.ink, 2)
    dot = (
        Circle((radius, middle), radius, facecolor=style.ink, linewidth=0)
        if done
        else _outlined(Circle((radius, middle), radius - 1), style.ink, 2, fill=_WHITE)
    )
    return _drawn((line, dot), width, height)


def _shapes(sign: Sign, style: Style) -> tuple[Patch, ...]:
    match sign:
        case Sign.MET:
            shapes = _met(style)
        case Sign.PARTLY:
            shapes = _partly(style)
        case Sign.NOT_MET:
            shapes = _not_met(style)
        case Sign.NOT_ASSESSABLE:
            shapes = _not_assessable(style)
        case Sign.DONE:
            shapes = (_stroke([(3.5, 8.5), (6.5, 11.5), (12.5, 4.5)], style.ink, 1.9),)
        case Sign.ONGOING:
            corners = [(4.5, 3.5), (12, 8), (4.5, 12.5)]
            shapes = (_stroke(corners, style.ink, 1.5, closed=True),)
        case Sign.LATE:
            shapes = _late(style)
        case Sign.NOT_STARTED:
            shapes = (_outlined(Rectangle((3.2, 3.2), 9.6, 9.6), style.ink, 1.4),)
        case Sign.CANCELLED:
            shapes = (_stroke([(3, 8), (13, 8)], style.ink, 1.8),)
        case _:
            assert_never(sign)
    return shapes


def _met(style: Style) -> tuple[Patch, ...]:
    disc = Circle((8, 8), 7, facecolor=style.met, linewidth=0)
    return disc, _stroke([(4.4, 8.3), (7, 10.9), (11.7, 5.6)], _WHITE, 1.9)


def _not_assessable(style: Style) -> tuple[Patch, ...]:
    ring = _outlined(Circle((8, 8), 6.3), style.none, 1.4)
    ring.set_linestyle((0, (2.4 / 1.4, 2 / 1.4)))
    return ring, _stroke([(5, 8), (11, 8)], style.none, 1.4)


def _partly(style: Style) -> tuple[Patch, ...]:
    half = Wedge((8, 8), 7, 90, 270, facecolor=style.partly, linewidth=0)
    ring = _outlined(Circle((8, 8), 6.3), style.partly_edge, 1.4)
    return half, ring, _stroke([(8, 1.5), (8, 14.5)], style.partly_edge, 1.2)


def _not_met(style: Style) -> tuple[Patch, ...]:
    square = FancyBboxPatch(
        (2.5, 2.5), 11, 11, boxstyle="round,pad=1.5", facecolor=style.not_met, linewidth=0
    )
    falling = _stroke([(4.6, 4.6), (11.4, 11.4)], _WHITE, 2)
    return square, falling, _stroke([(11.4, 4.6), (4.6, 11.4)], _WHITE, 2)


def _late(style: Style) -> tuple[Patch, ...]:
    corners = Path([(8, 1.6), (14.6, 13.6), (1.4, 13.6), (8, 1.6)], closed=True)
    triangle = PathPatch(corners, facecolor=style.not_met, linewidth=0)
    mark = _stroke([(8, 5.6), (8, 9.4)], _WHITE, 1.5)
    return triangle, mark, _stroke([(8, 10.6), (8, 12.1)], _WHITE, 1.5)


def _stroke(points: _Points, colour: str, width: float, *, closed: bool = False) -> Patch:
    path = Path([*points, points[0]], closed=True) if closed else Path(list(points))
    return _outlined(PathPatch(path), colour, width)


def _outlined(patch: Patch, colour: str, width: float, fill: str = "none") -> Patch:
    """A shape as its outline; widths are in the units of the box."""
    patch.set_facecolor(fill)
    patch.set_edgecolor(colour)
    patch.set_linewidth(width * _SCALE * _PT_PER_PX)
    patch.set_joinstyle("miter")
    patch.set_capstyle("butt")
    return patch


def _drawn(shapes: tuple[Patch, ...], width: int, height: int) -> bytes:
    size = (width * _SCALE / _PX_PER_INCH, height * _SCALE / _PX_PER_INCH)
    figure = Figure(figsize=size, dpi=_PX_PER_INCH)
    figure.patch.set_visible(False)
    scale = _SCALE / _PX_PER_INCH
    from_top_left = Affine2D().scale(scale, -scale).translate(0, size[1])
    for shape in shapes:
        shape.set_transform(from_top_left + figure.dpi_scale_trans)
        figure.add_artist(shape)
    sheet = io.BytesIO()
    with rc_context({"path.simplify": False, "path.sketch": None, "savefig.dpi": "figure"}):
        figure.savefig(sheet, format="png", metadata={"Software": None})
    return sheet.getvalue()
