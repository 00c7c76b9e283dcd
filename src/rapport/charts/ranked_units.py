"""Units in order with their intervals, the target and the region's own value."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from rapport.charts.canvas import Anchor, Canvas, Stroke
from rapport.charts.chart_type import axis_face, axis_strong_face, name_face, name_strong_face
from rapport.charts.marks import PAPER, TARGET_WIDTH
from rapport.charts.nothing import nothing_to_show
from rapport.charts.placement import Point, spread
from rapport.charts.rows import Axis, RowFrame, Rows, draw_rows
from rapport.charts.style import Style
from rapport.charts.typeface import Typeface
from rapport.report.chart_scales import Scale, ranked_scale
from rapport.report.chart_specs import RankedUnitsChart, UnitRow

_FRAME = RowFrame(top=64, row_height=30)
_MARK = 4.8
_INTERVAL = 4
_KEY_BASELINE = 15
_KEY_MIDDLE = 11
_REFERENCE_BASELINE = 44
_MOST_FIGURES = 150
_EMPTY = Scale(Decimal(0), Decimal(1), (), 0)


def draw_ranked_units(chart: RankedUnitsChart, style: Style) -> Canvas:
    """Draw key, reference lines and rows; hidden units keep their row with the text alone."""
    if not chart.rows:
        return nothing_to_show(style)
    names = [row.name for row in chart.rows]
    scale = ranked_scale(chart)
    widest = max(name_strong_face(style).width(row.text) for row in chart.rows)
    figures = min(widest, _MOST_FIGURES)
    canvas = Canvas(style, _FRAME.height(len(names)))
    rows = _FRAME.rows(style, names, figures, Axis(scale or _EMPTY, chart.unit_suffix))
    draw_rows(canvas, rows, names)
    if scale is not None:
        _draw_key(canvas, rows.box.left, chart)
        _draw_references(canvas, rows, chart)
    _draw_marks(canvas, rows, chart)
    for i, row in enumerate(chart.rows):
        _draw_figure(canvas, rows, i, row, figures)
    return canvas


def differs(row: UnitRow, target: Decimal | None) -> bool:
    """Whether the interval leaves the target out, so that chance alone is unlikely."""
    if target is None or row.low is None or row.high is None:
        return True
    return not row.low <= target <= row.high


def _draw_key(canvas: Canvas, left: float, chart: RankedUnitsChart) -> None:
    """What filled and open marks and bands mean; only when the chart has intervals."""
    style, face = canvas.style, axis_face(canvas.style)
    if all(row.low is None or row.high is None for row in chart.rows):
        return
    x = left + _MARK
    if chart.target is not None:
        _draw_dots(canvas, [(x, _KEY_MIDDLE)], filled=True)
        x = canvas.text((x + 9, _KEY_BASELINE), "skild från målet", face, style.grey).right + 18
        _draw_dots(canvas, [(x, _KEY_MIDDLE)], filled=False)
        x = canvas.text((x + 9, _KEY_BASELINE), "kan bero på slump", face, style.grey).right + 14
    ends = [(x, _KEY_MIDDLE), (x + 22, _KEY_MIDDLE)]
    canvas.line(ends, Stroke(style.line, _INTERVAL))
    canvas.text((x + 28, _KEY_BASELINE), "osäkerhetsintervall", face, style.grey)


def _draw_references(canvas: Canvas, rows: Rows, chart: RankedUnitsChart) -> None:
    """The target as a thick line and the region as a dashed one, named above the rows."""
    style, lines = canvas.style, []
    if chart.region is not None:
        stroke = Stroke(style.grey, 1.4, (4, 3))
        face = axis_face(style)
        lines.append((rows.x(chart.region), chart.region_text, face, style.grey, stroke))
    if chart.target is not None:
        stroke, face = Stroke(style.ink, TARGET_WIDTH), axis_strong_face(style)
        lines.append((rows.x(chart.target), chart.target_text, face, style.ink, stroke))
    for x, _, _, _, stroke in lines:
        canvas.line([(x, rows.box.top - 14), (x, rows.box.bottom)], stroke)
    labels = [(x, face.shortened(text, 240), face, colour) for x, text, face, colour, _ in lines]
    _draw_reference_labels(canvas, labels)


def _draw_reference_labels(canvas: Canvas, labels: list[tuple[float, str, Typeface, str]]) -> None:
    """The names of the reference lines side by side, each as near its line as it can stand."""
    sizes = [face.width(text) + 12 for _, text, face, _ in labels]
    centres = spread([x for x, _, _, _ in labels], sizes, 0, canvas.width)
    for centre, (_, text, face, colour) in zip(centres, labels, strict=True):
        canvas.text((centre, _REFERENCE_BASELINE), text, face, colour, Anchor.MIDDLE)


def _draw_marks(canvas: Canvas, rows: Rows, chart: RankedUnitsChart) -> None:
    """All intervals, and on them the filled and the open marks."""
    intervals: list[tuple[Point, Point]] = []
    filled: list[Point] = []
    hollow: list[Point] = []
    for i, row in enumerate(chart.rows):
        if row.value is None:
            continue
        y = rows.middle(i)
        if row.low is not None and row.high is not None:
            intervals.append(((rows.x(row.low), y), (rows.x(row.high), y)))
        (filled if differs(row, chart.target) else hollow).append((rows.x(row.value), y))
    canvas.lines(intervals, Stroke(canvas.style.line, _INTERVAL))
    _draw_dots(canvas, filled, filled=True)
    _draw_dots(canvas, hollow, filled=False)


def _draw_dots(canvas: Canvas, points: Sequence[Point], *, filled: bool) -> None:
    ink = canvas.style.ink
    canvas.circles(points, _MARK, ink if filled else PAPER, Stroke(ink, 2))


def _draw_figure(canvas: Canvas, rows: Rows, i: int, row: UnitRow, figures: float) -> None:
    """The value as text; ".." and the like stand in grey."""
    present = row.value is not None
    face = name_strong_face(canvas.style) if present else name_face(canvas.style)
    colour = canvas.style.ink if present else canvas.style.grey
    text = face.shortened(row.text, figures)
    canvas.text((canvas.width, rows.middle(i) + 4), text, face, colour, Anchor.END)
