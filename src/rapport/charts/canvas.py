"""A sheet to draw on, in CSS px from the top left, that becomes SVG and PNG.

It is a matplotlib ``Figure`` with artists only: axes, ticks and legends cost ten times more
than all the marks of a chart, and every chart places its own labels anyway.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from rapport.charts.placement import Box, Point
from rapport.charts.style import Style
from rapport.charts.svg_text import self_contained
from rapport.charts.typeface import Typeface, font_properties

_CSS_PX_PER_INCH = 96
_PT_PER_PX = 72 / _CSS_PX_PER_INCH
_PNG_DPI = 200
_ASCENT = 0.74
_DESCENT = 0.22
_SETTINGS: dict[Any, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "rapport",
    "svg.id": None,
    "path.simplify": False,
    "path.sketch": None,
    "path.effects": [],
    "text.hinting": "none",
    "text.usetex": False,
    "text.parse_math": False,
}
_NO_METADATA = {"Creator": None, "Date": None, "Format": None, "Type": None}
_NO_PROGRAM = {"Software": None}


class Anchor(StrEnum):
    """Which end of a text stands at its point."""

    START = "left"
    MIDDLE = "center"
    END = "right"


@dataclass(frozen=True)
class Stroke:
    """How a line is drawn; ``dashes`` are lengths of stroke and gap in line widths."""

    colour: str
    width: float = 1
    dashes: tuple[float, ...] = ()


class _Label(Text):
    """One line of text that stands where it is put.

    matplotlib would lay the text out first, which takes most of a chart's time and tells
    nothing that the typeface has not told already.
    """

    def __init__(self, at: Point, text: str, face: Typeface, colour: str, anchor: Anchor) -> None:
        properties = font_properties(face)
        super().__init__(*at, text, color=colour, fontproperties=properties, parse_math=False)
        self.set_horizontalalignment(anchor.value)
        self._before = at[0] - text_box(at, text, face, anchor).left

    def draw(self, renderer: RendererBase) -> None:
        """Write the text with its baseline at the point."""
        x, y = self.get_transform().transform(self.get_unitless_position())
        left = x - renderer.points_to_pixels(self._before * _PT_PER_PX)
        if renderer.flipy():
            y = renderer.get_canvas_width_height()[1] - y
        paint = renderer.new_gc()
        paint.set_foreground(self.get_color())
        properties = self.get_fontproperties()
        renderer.draw_text(paint, left, y, self.get_text(), properties, 0, mtext=self)
        paint.restore()


class Canvas:
    """One drawing. Later marks lie on earlier ones; ``texts`` and ``boxes`` record the labels."""

    def __init__(self, style: Style, height: int) -> None:
        self.style = style
        self.width = style.spaces["satsyta"]
        self.height = height
        self.texts: list[str] = []
        self.boxes: list[Box] = []
        size = (self.width / _CSS_PX_PER_INCH, height / _CSS_PX_PER_INCH)
        self._figure = Figure(figsize=size, dpi=_CSS_PX_PER_INCH)
        scale = 1 / _CSS_PX_PER_INCH
        from_top_left = Affine2D().scale(scale, -scale).translate(0, size[1])
        self._px = from_top_left + self._figure.dpi_scale_trans

    @property
    def room(self) -> Box:
        """The whole sheet."""
        return Box(0, 0, self.width, self.height)

    def line(self, points: Sequence[Point], stroke: Stroke) -> None:
        """An unbroken line through the points."""
        if len(points) > 1:
            self._stroke(Path(points), stroke)

    def lines(self, ends: Iterable[tuple[Point, Point]], stroke: Stroke) -> None:
        """Separate straight lines of one look."""
        vertices = [point for pair in ends for point in pair]
        if vertices:
            codes = [Path.MOVETO, Path.LINETO] * (len(vertices) // 2)
            self._stroke(Path(vertices, codes), stroke)

    def area(self, points: Sequence[Point], fill: str) -> None:
        """A filled shape without an edge."""
        self._add(PathPatch(Path([*points, points[0]], closed=True), facecolor=fill, linewidth=0))

    def bar(self, box: Box, fill: str, edge: Stroke | None = None) -> None:
        """A filled rectangle; its edge, if any, is drawn inside it."""
        inside = box.grown(-edge.width / 2) if edge else box
        path = Path(
            [
                (inside.left, inside.top),
                (inside.right, inside.top),
                (inside.right, inside.bottom),
                (inside.left, inside.bottom),
                (inside.left, inside.top),
            ],
            closed=True,
        )
        self._add(_patch(path, fill, edge))

    def circles(
        self, centres: Sequence[Point], radius: float, fill: str, edge: Stroke | None = None
    ) -> None:
        """Round marks of one look."""
        self._marks([Path.circle(centre, radius) for centre in centres], fill, edge)

    def squares(
        self, centres: Sequence[Point], radius: float, fill: str, edge: Stroke | None = None
    ) -> None:
        """Square marks of one look, as wide as twice the radius."""
        corners = ((-radius, -radius), (radius, -radius), (radius, radius), (-radius, radius))
        paths = [
            Path([*((x + dx, y + dy) for dx, dy in corners), (x, y)], closed=True)
            for x, y in centres
        ]
        self._marks(paths, fill, edge)

    def text(
        self, at: Point, text: str, face: Typeface, colour: str, anchor: Anchor = Anchor.START
    ) -> Box:
        """One line of text with its baseline at the point; gives the room it takes."""
        shown = face.drawable(text)
        box = text_box(at, shown, face, anchor)
        if shown.strip():
            self.texts.append(shown)
            self.boxes.append(box)
            self._add(_Label(at, shown, face, colour, anchor))
        return box

    def svg(self) -> bytes:
        """The drawing as SVG with text as text, on nothing."""
        sheet = io.StringIO()
        self._figure.patch.set_visible(False)
        with mpl.rc_context(_SETTINGS):
            backend = FigureCanvasSVG(self._figure)
            backend.print_svg(sheet, metadata=_NO_METADATA)  # type: ignore[no-untyped-call]
        families = (self.style.sans, *self.style.sans_fallback)
        return self_contained(sheet.getvalue(), self.width, self.height, families).encode()

    def png(self) -> bytes:
        """The drawing as PNG on white, for Word."""
        sheet = io.BytesIO()
        self._figure.patch.set_visible(True)
        self._figure.set_facecolor("white")
        self._figure.set_dpi(_PNG_DPI)
        with mpl.rc_context(_SETTINGS):
            backend = FigureCanvasAgg(self._figure)
            backend.print_png(sheet, metadata=_NO_PROGRAM)  # type: ignore[no-untyped-call]
        return sheet.getvalue()

    def _stroke(self, path: Path, stroke: Stroke) -> None:
        self._add(_patch(path, None, stroke))

    def _marks(self, paths: Sequence[Path], fill: str, edge: Stroke | None) -> None:
        if paths:
            self._add(_patch(Path.make_compound_path(*paths), fill, edge))

    def _add(self, artist: Artist) -> None:
        artist.set_zorder(1)
        artist.set_transform(self._px)
        self._figure.add_artist(artist)


def text_box(at: Point, text: str, face: Typeface, anchor: Anchor = Anchor.START) -> Box:
    """The room a line of text takes when its baseline stands at the point."""
    width = face.width(text)
    before = {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[anchor]
    left = at[0] - before
    return Box(left, at[1] - _ASCENT * face.px, left + width, at[1] + _DESCENT * face.px)


def _patch(path: Path, fill: str | None, edge: Stroke | None) -> PathPatch:
    """A shape with its paint; line widths are px here and points in matplotlib."""
    patch = PathPatch(path, facecolor=fill or "none", edgecolor=edge.colour if edge else "none")
    patch.set_linewidth(edge.width * _PT_PER_PX if edge else 0)
    patch.set_capstyle("butt")
    patch.set_joinstyle("miter" if fill else "round")
    if edge and edge.dashes:
        patch.set_linestyle((0, edge.dashes))
    return patch
