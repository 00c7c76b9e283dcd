"""Women and men on one scale."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from rapport.charts.dumbbell import draw_dumbbell
from rapport.charts.style import Style
from rapport.report.chart_specs import DumbbellChart, DumbbellRow

ROW = DumbbellRow(
    "Kontakt samma dag",
    Decimal("90.2"),
    Decimal("87.9"),
    Decimal("97.5"),
    None,
    "+2,3",
    certain=True,
)


def chart(*rows: DumbbellRow) -> DumbbellChart:
    """A chart in per cent."""
    return DumbbellChart(rows, "%", "K − M")


def test_the_marks_are_named_above_the_rows(style: Style) -> None:
    """Women, men and target are named where their marks stand; there is no other legend."""
    assert draw_dumbbell(chart(ROW), style).texts[:3] == ["Kvinnor", "Män", "Mål"]


def test_shares_stand_on_the_whole_scale(style: Style) -> None:
    """Shares are compared from 0 to 100 per cent."""
    texts = draw_dumbbell(chart(ROW), style).texts
    assert [t for t in ("0", "25", "50", "75", "100\u00a0%") if t not in texts] == []


def test_a_certain_difference_is_bold(style: Style) -> None:
    """Only a statistically certain difference is emphasised."""
    rows = chart(ROW, replace(ROW, difference="−0,2", certain=False))
    lines = draw_dumbbell(rows, style).svg().decode().splitlines()
    bold = [
        'font-weight="600"' in line for line in lines if line.endswith(("2,3</text>", "0,2</text>"))
    ]
    assert bold == [True, False]


def test_a_sex_without_target_has_no_target_line(style: Style) -> None:
    """The women's target is one line; a men's target would be a second one."""
    paths = draw_dumbbell(chart(ROW), style).svg().decode().split("<path ")
    targets = [path for path in paths if 'stroke-width="1.95"' in path]
    assert [path.count("M ") for path in targets] == [1, 1]


def test_a_long_name_takes_two_lines(style: Style) -> None:
    """A name that is too long for one line continues on a second."""
    name = "Andel patienter 75 år och äldre med minst fem läkemedel"
    texts = draw_dumbbell(chart(replace(ROW, name=name)), style).texts
    assert " ".join(t for t in texts if t in name and len(t) > 5) == name


def test_no_rows_is_said_in_words(style: Style) -> None:
    """Without measures the sheet says so."""
    assert draw_dumbbell(chart(), style).texts == ["Inga värden att visa"]
