"""Chart titles and openings that claim only what the figures say ("påståendekontroll")."""

from __future__ import annotations

from rapport.domain.breakdown import Sex
from rapport.domain.outcome import Assessment, Change, Verdict
from rapport.domain.period import Grain
from rapport.domain.quantity import Unit
from rapport.fulfilment.phrases import value_text
from rapport.report import cells
from rapport.report.bound_numbers import outcome_text
from rapport.swedish import dates, numbers, phrases, prose


def measure_title(assessments: tuple[Assessment, ...]) -> str:
    """The conclusion of a measure's chart: the figure, the change, and the target.

    Women and men come first where the measure is split.
    """
    headline = assessments[0]
    name = headline.indicator.short_name
    if headline.outcome.value is None and headline.blocker is not None:
        return f"{name}: {phrases.blocker_words(headline.blocker)} för perioden"
    split = [a for sex in Sex if (a := cells.by_breakdown(assessments, sex)) is not None]
    series = [
        part for part in assessments[1:] if part.breakdown.dimensions and part.verdict is not None
    ]
    judged = [part for part in series if part.breakdown in headline.indicator.judged_series]
    if split and any(part.outcome.value is not None for part in split):
        return f"{name}: {_total_first(headline, split)}{_joined(split)}"
    if judged:
        return f"{name}: {_joined(judged)}"
    return f"{name}: {_single(headline)}"


def _total_first(headline: Assessment, split: list[Assessment]) -> str:
    """The figure that was judged, where the target is for the total and a sex stands otherwise."""
    differs = any(part.verdict is not headline.verdict for part in split)
    if headline.parts or headline.verdict is None or not differs:
        return ""
    return f"totalt {_figure(headline)}{_target_clause(headline)}; "


def _joined(parts: list[Assessment]) -> str:
    """Each part with its figure; what they share of the target is said once."""
    figures = [
        f"{cells.series_name(part.indicator, part.breakdown).lower()} {_figure(part)}"
        for part in parts
    ]
    clauses = [_target_clause(part) for part in parts]
    shared = _SHARED.get(parts[0].verdict) if parts[0].target else None
    if len(parts) == 2 and clauses[0] == clauses[1] and shared:  # noqa: PLR2004 - "båda" is two
        return f"{prose.enumeration(figures)}{shared}"
    return prose.enumeration([f"{f}{c}" for f, c in zip(figures, clauses, strict=True)])


_SHARED: dict[Verdict | None, str] = {
    Verdict.MET: ", båda når målet",
    Verdict.PARTLY: ", båda når delvis målet",
    Verdict.NOT_MET: ", ingen når målet",
}


def _figure(assessment: Assessment) -> str:
    """The outcome, as precise as its verdict needs: 15,51 % beside a target of at most 15,5.

    A unit that the measure's name says already is not said again.
    """
    indicator = assessment.indicator
    figure = value_text(assessment) or outcome_text(assessment.outcome, indicator)
    unit = numbers.unit_suffix(indicator.unit)
    said = unit and _spaced(unit) in _spaced(indicator.short_name)
    return figure.removesuffix(unit).rstrip() if said else figure


def _spaced(text: str) -> str:
    return text.replace(numbers.NO_BREAK_SPACE, " ")


def _single(assessment: Assessment) -> str:
    text = _figure(assessment)
    change = _change_clause(assessment)
    target = _target_clause(assessment)
    return f"{text}{target}, {change}" if change else f"{text}{target}"


def _change_clause(assessment: Assessment) -> str:
    """How it moved since the same period last year; empty when that is not known."""
    now, then = assessment.outcome.value, assessment.last_year
    if now is None or then is None or then.value is None or assessment.change is None:
        return ""
    rolling = then.period.grain is Grain.ROLLING_YEAR
    label = "ett år tidigare" if rolling else dates.short_label(then.period)
    if assessment.change is Change.UNCHANGED:
        return f"oförändrat mot {label}"
    indicator = assessment.indicator
    gap = numbers.rounded(now, indicator.decimals) - numbers.rounded(then.value, indicator.decimals)
    points = indicator.unit is Unit.PERCENT
    unit = Unit.PERCENTAGE_POINTS if points else Unit.COUNT
    size = numbers.with_unit(abs(gap), indicator.decimals, unit)
    certain = ", statistiskt säkerställt" if assessment.change_is_certain else ""
    return f"{size} {'mer' if gap > 0 else 'mindre'} än {label}{certain}"


def _target_clause(assessment: Assessment) -> str:
    if assessment.verdict is None or assessment.target is None:
        return ""
    match assessment.verdict:
        case Verdict.MET:
            return " når målet"
        case Verdict.PARTLY:
            return " når delvis målet"
        case Verdict.NOT_MET:
            return " når inte målet"
        case Verdict.NOT_ASSESSABLE:
            return f" {phrases.verdict_word(assessment.verdict)}"
