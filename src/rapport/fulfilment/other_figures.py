"""Figures of other years and units that a verdict was made on, removed where they are hidden."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rapport.domain.breakdown import Breakdown
from rapport.domain.outcome import Assessment, Blocker, JudgedFigure, Verdict
from rapport.fulfilment.disclosure import TableCell
from rapport.fulfilment.suppression import Protection


def protected_figures(
    family: Iterable[Assessment], protection: Protection, hidden_units: frozenset[TableCell]
) -> tuple[Assessment, ...]:
    """The assessments without the figures of other years and units that may not be shown."""
    made: dict[Breakdown, Assessment] = {}
    for assessment in family:
        parts = tuple(made.get(part.breakdown, part) for part in assessment.parts)
        parts = protected_figures(parts, protection, hidden_units) if parts else ()
        one = _without_hidden(replace(assessment, parts=parts), protection, hidden_units)
        made[assessment.breakdown] = one
    return tuple(made.values())


def _without_hidden(
    assessment: Assessment, protection: Protection, hidden_units: frozenset[TableCell]
) -> Assessment:
    figure, target = assessment.judged, assessment.target
    if assessment.blocker is Blocker.SUPPRESSED:
        shown = replace(target, target=target.stated) if target and target.stated else target
        return replace(assessment, judged=None, target=shown)
    if figure is None:
        return assessment
    if figure.organisation:
        cell = TableCell(figure.organisation, assessment.breakdown)
        if cell in hidden_units:
            return replace(assessment, judged=JudgedFigure(None), deviation=None)
        return assessment
    if any(protection.hides_at(assessment, term.period) for term in figure.terms):
        return replace(
            assessment,
            judged=None,
            deviation=None,
            verdict=Verdict.NOT_ASSESSABLE,
            blocker=Blocker.SUPPRESSED,
            forecast=None,
        )
    return assessment
