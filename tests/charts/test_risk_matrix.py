"""Probability and consequence in sixteen squares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from rapport.charts.risk_matrix import draw_risk_matrix
from rapport.charts.style import Style
from rapport.report.chart_specs import ChartSpec, RiskMark, RiskMatrix


@pytest.fixture(scope="module")
def matrix(examples: Mapping[str, ChartSpec]) -> RiskMatrix:
    """Ten risks, five of them in one square."""
    found = examples["risk"]
    assert isinstance(found, RiskMatrix)
    return found


def test_every_square_prints_its_risk_value(style: Style, matrix: RiskMatrix) -> None:
    """The sixteen products stand in the squares, also where no risk is."""
    alone = replace(matrix, marks=(RiskMark("A", 1, 1),))
    texts = draw_risk_matrix(alone, style).texts
    values = sorted(int(text) for text in texts if text.isdecimal())
    assert sorted(p * c for p in range(1, 5) for c in range(1, 5)) == values


def test_a_mark_stands_inside_its_square(style: Style, matrix: RiskMatrix) -> None:
    """More probable is higher up, more serious further to the right."""
    marks = (RiskMark("A", 1, 1), RiskMark("B", 4, 4))
    canvas = draw_risk_matrix(replace(matrix, marks=marks), style)
    low, high = (canvas.boxes[canvas.texts.index(name)] for name in ("A", "B"))
    assert low.top > high.bottom
    assert low.right < high.left


def test_a_full_square_makes_all_squares_higher(style: Style, matrix: RiskMatrix) -> None:
    """Five risks of one value take two rows; nothing is left out."""
    canvas = draw_risk_matrix(matrix, style)
    fewer = draw_risk_matrix(replace(matrix, marks=matrix.marks[:4]), style)
    assert canvas.height > fewer.height
    assert {mark.text for mark in matrix.marks} <= set(canvas.texts)


def test_seriousness_shows_in_shape_and_not_only_in_shade(style: Style, matrix: RiskMatrix) -> None:
    """A very serious risk is a filled mark, a slight one an open mark, both in ink."""
    drawings = [
        draw_risk_matrix(replace(matrix, marks=(RiskMark("x", place, place),)), style)
        for place in (1, 4)
    ]
    filled = [drawing.svg().decode().count(f'fill="{style.ink}" stroke') for drawing in drawings]
    assert [2, 3] == filled


def test_no_risks_is_said_in_words(style: Style, matrix: RiskMatrix) -> None:
    """A plan without risk values has no empty matrix."""
    assert ["Inga värden att visa"] == draw_risk_matrix(replace(matrix, marks=()), style).texts
