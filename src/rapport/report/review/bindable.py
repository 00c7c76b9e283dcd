"""The figures a writer can bind in a text, each with what to write and what it prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapport.report import cells
from rapport.report.claims.basis import Basis, Measure
from rapport.report.claims.known_figures import KnownFigure, Role
from rapport.report.states import ANALYSIS


@dataclass(frozen=True)
class BindableFigure:
    """A figure in words, the expression that asks for it, and how it is printed today."""

    words: str
    expression: str
    printed: str


def bindable_figures(basis: Basis, key: str) -> Iterator[BindableFigure]:
    """For an analysis every figure of its measure, for other texts the outcome of each measure."""
    own = [m for m in basis.measures if key == f"{ANALYSIS}{m[1].id}"]
    for measure in own or basis.measures:
        for figure in _of(basis, measure):
            if own or (figure.role is Role.OUTCOME and figure.breakdown.is_total):
                yield _row(basis, figure, named=not own)


def _of(basis: Basis, measure: Measure) -> Iterator[KnownFigure]:
    return (figure for figure in basis.now(measure) if basis.expression(figure))


def _row(basis: Basis, figure: KnownFigure, *, named: bool) -> BindableFigure:
    series = cells.series_name(figure.indicator, figure.breakdown)
    about = figure.indicator.short_name if named else f"{figure.role}, {series.lower()}"
    return BindableFigure(about, basis.expression(figure), figure.printed)
