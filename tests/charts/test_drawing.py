"""Every chart that can be specified can be drawn: on its sheet, and with readable labels."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts.any_chart import ANY_CHART
from rapport.charts.canvas import Canvas
from rapport.charts.drawing import drawn
from rapport.charts.images import draw, draw_all
from rapport.charts.placement import Box
from rapport.charts.style import Style
from rapport.report.chart_specs import ChartSpec

KINDS = (
    "trend",
    "dumbbell",
    "cumulative",
    "ranked",
    "waterfall",
    "control",
    "sparklines",
    "bullets",
    "risk",
)
CASES = settings(max_examples=25, deadline=None)


def outside(canvas: Canvas) -> list[str]:
    """Labels that reach outside the sheet, but for the rounding of half a px."""
    room = Box(-0.5, -0.5, canvas.width + 0.5, canvas.height + 0.5)
    pairs = zip(canvas.texts, canvas.boxes, strict=True)
    return [text for text, box in pairs if not box.within(room)]


def touching(canvas: Canvas) -> list[tuple[str, str]]:
    """Pairs of labels that cover each other, but for the air above and below the letters."""
    cores = [Box(b.left, b.top + 1.5, b.right, b.bottom - 1.5) for b in canvas.boxes]
    found = zip(canvas.texts, cores, strict=True)
    return [(t1, t2) for (t1, b1), (t2, b2) in combinations(found, 2) if b1.overlaps(b2)]


@pytest.mark.parametrize("kind", KINDS)
@CASES
@given(data=st.data())
def test_any_chart_is_drawn_inside_its_sheet(style: Style, kind: str, data: st.DataObject) -> None:
    """Missing, negative, equal or huge values: every label stands on the sheet, apart."""
    spec = data.draw(ANY_CHART[kind])
    canvas = drawn(spec, style)
    assert canvas.svg().startswith(b"<svg ")
    assert outside(canvas) == []
    assert touching(canvas) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_realistic_chart_has_all_its_labels_apart(
    style: Style, examples: Mapping[str, ChartSpec], kind: str
) -> None:
    """A chart as in a tertial report has no label on another or outside the sheet."""
    canvas = drawn(examples[kind], style)
    assert (outside(canvas), touching(canvas)) == ([], [])


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_uses_no_colour_but_the_styles(
    style: Style, examples: Mapping[str, ChartSpec], kind: str
) -> None:
    """A region that changes its colours changes every mark."""
    svg = draw(examples[kind], style).svg.decode()
    palette = {value for value in vars(style).values() if str(value).startswith("#")}
    used = {word for word in svg.replace('"', " ").split() if word.startswith("#")}
    assert used - palette == {"#ffffff"} & used


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_is_the_same_twice(
    style: Style, examples: Mapping[str, ChartSpec], kind: str
) -> None:
    """The same spec and style give the same bytes."""
    assert draw(examples[kind], style, png=True) == draw(examples[kind], style, png=True)


PRINT_HASH = """
import hashlib, sys
from decimal import Decimal
from pathlib import Path
from rapport.charts.images import draw
from rapport.charts.style import read_style
from rapport.report.chart_specs import Bar, UnitRow, RankedUnitsChart
values = [Decimal(i) for i in range(5)]
rows = tuple(UnitRow(f"Enhet {v}", v, v - 1, v + 2, str(v)) for v in values)
chart = RankedUnitsChart(rows, Decimal(3), "Mål 3", Decimal(2), "Regionen 2", "")
image = draw(chart, read_style(Path(sys.argv[1])), png=True)
print(hashlib.sha256(image.svg + image.png).hexdigest())
"""


def test_a_chart_is_the_same_in_another_process(request: pytest.FixtureRequest) -> None:
    """Neither the process nor the order of its hashes is seen in the bytes."""
    templates = str(request.config.rootpath / "templates")
    hashes = {
        subprocess.run(  # noqa: S603 - our own interpreter and our own words
            [sys.executable, "-W", "error", "-c", PRINT_HASH, templates],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "4711")
    }
    assert [len(text) for text in hashes] == [65]


def test_importing_the_images_does_not_import_matplotlib() -> None:
    """A command that draws nothing does not wait for the drawing library."""
    code = "import sys, rapport.charts.images; print('matplotlib' in sys.modules)"
    run = subprocess.run(  # noqa: S603 - our own interpreter and our own words
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert run.stdout == "False\n"


def test_a_chart_used_twice_is_drawn_once(style: Style, examples: Mapping[str, ChartSpec]) -> None:
    """Equal specs share one image."""
    waterfall, trend = examples["waterfall"], examples["trend"]
    assert list(draw_all([waterfall, trend, waterfall], style)) == [waterfall, trend]


def test_a_png_is_made_only_when_asked_for(style: Style, examples: Mapping[str, ChartSpec]) -> None:
    """Only Word needs PNG."""
    image = draw(examples["waterfall"], style)
    assert (image.png, image.width) == (b"", 642)
