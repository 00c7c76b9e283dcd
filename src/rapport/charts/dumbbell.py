"""Women and men as dumbbells ("hantlar") on one common scale, with each sex's target."""

from __future__ import annotations

from rapport.charts.canvas import Anchor, Canvas, Stroke
from rapport.charts.chart_type import axis_strong_face, name_face, name_strong_face
from rapport.charts.marks import TARGET_WIDTH, put_marks
from rapport.charts.nothing import nothing_to_show
from rapport.charts.rows import Axis, RowFrame, Rows, draw_rows
from rapport.charts.style import Style
from rapport.report.chart_scales import dumbbell_scale
from rapport.report.chart_specs import DumbbellChart, DumbbellRow, Tone

_FRAME = RowFrame(top=54, row_height=38)
_APART = 7
_MARK = 4.8
_TARGET = 14
_KEY_BASELINE = 18
_KEY_MIDDLE = 14
_MOST_FIGURES = 110
_MOST_TITLE = 260


def draw_dumbbell(chart: DumbbellChart, style: Style) -> Canvas:
    """Draw key, scale and rows."""
    if not chart.rows:
        return nothing_to_show(style)
    names = [row.name for row in chart.rows]
    widest = max(name_strong_face(style).width(row.difference) for row in chart.rows)
    title = axis_strong_face(style).shortened(chart.difference_title, _MOST_TITLE)
    figures = min(widest, _MOST_FIGURES)
    canvas = Canvas(style, _FRAME.height(len(names)))
    axis = Axis(dumbbell_scale(chart), chart.unit_suffix)
    rows = _FRAME.rows(style, names, figures, axis)
    _draw_key(canvas, rows.box.left)
    draw_rows(canvas, rows, names)
    at = (canvas.width, _FRAME.top - 10)
    canvas.text(at, title, axis_strong_face(style), style.grey, Anchor.END)
    _draw_marks(canvas, rows, chart)
    for i, row in enumerate(chart.rows):
        _draw_difference(canvas, rows, i, row, figures)
    return canvas


def _draw_key(canvas: Canvas, left: float) -> None:
    """The marks with their names; shape and colour are the same in the rows."""
    style, face = canvas.style, name_strong_face(canvas.style)
    x = left + _MARK
    for tone, name, colour in (
        (Tone.WOMEN, "Kvinnor", style.women),
        (Tone.MEN, "Män", style.men),
    ):
        put_marks(canvas, [(x, _KEY_MIDDLE)], tone, _MARK)
        x = canvas.text((x + 10, _KEY_BASELINE), name, face, colour).right + 24
    canvas.line([(x, 6), (x, 22)], Stroke(style.ink, TARGET_WIDTH))
    canvas.text((x + 8, _KEY_BASELINE), "Mål", face, style.ink)


def _draw_marks(canvas: Canvas, rows: Rows, chart: DumbbellChart) -> None:
    """Targets lowest, then the handles, men and women: the sexes are never hidden."""
    targets, women, men = [], [], []
    for i, row in enumerate(chart.rows):
        y = rows.middle(i)
        women.append((rows.x(row.women), y - _APART))
        men.append((rows.x(row.men), y + _APART))
        for target, top in ((row.women_target, y - _TARGET), (row.men_target, y)):
            if target is not None:
                x = rows.x(target)
                targets.append(((x, top), (x, top + _TARGET)))
    canvas.lines(targets, Stroke(canvas.style.ink, TARGET_WIDTH))
    canvas.lines(zip(women, men, strict=True), Stroke(canvas.style.line, 2))
    put_marks(canvas, men, Tone.MEN, _MARK)
    put_marks(canvas, women, Tone.WOMEN, _MARK)


def _draw_difference(canvas: Canvas, rows: Rows, i: int, row: DumbbellRow, figures: float) -> None:
    """The difference as text, bold when it is statistically certain."""
    face = name_strong_face(canvas.style) if row.certain else name_face(canvas.style)
    colour = canvas.style.ink if row.certain else canvas.style.grey
    text = face.shortened(row.difference, figures)
    canvas.text((canvas.width, rows.middle(i) + 4), text, face, colour, Anchor.END)
