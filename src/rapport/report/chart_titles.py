"""Chart titles and openings that claim only what the figures say ("påståendekontroll")."""

from __future__ import annotations

from rapport.domain.breakdown import Sex
from rapport.domain.outcome import Assessment, Change, Verdict
from rapport.report import cells
from rapport.report.bound_numbers import outcome_text
from rapport.swedish import dates, numbers, phrases


def measure_title(assessments: tuple[Assessment, ...]) -> str:
    """The conclusion of a measure's chart: the figure, the change, and the target.

    Women and men come first where the measure is split.
    """
    headline = assessments[0]
    name = headline.indicator.short_name
    split = [a for sex in Sex if (a := cells.by_breakdown(assessments, sex)) is not None]
    series = [
        part for part in assessments[1:] if part.breakdown.dimensions and part.verdict is not None
    ]
    judged = [part for part in series if part.breakdown in headline.indicator.judged_series]
    if split and any(part.outcome.value is not None for part in split):
        return f"{name}: {_joined(split)}"
    if judged:
        return f"{name}: {_joined(judged)}"
    return f"{name}: {_single(headline)}"


def _joined(parts: list[Assessment]) -> str:
    words = [
        f"{cells.series_name(part.indicator, part.breakdown).lower()} {outcome_text(part.outcome, part.indicator)}"
        f"{_target_clause(part)}"
        for part in parts
    ]
    return ", ".join(words)


def _single(assessment: Assessment) -> str:
    text = outcome_text(assessment.outcome, assessment.indicator)
    change = _change_clause(assessment)
    target = _target_clause(assessment)
    return "".join([text, f", {change}" if change else "", target])


def _change_clause(assessment: Assessment) -> str:
    """How it moved since the same period last year; empty when that is not known."""
    now, then = assessment.outcome.value, assessment.last_year
    if now is None or then is None or then.value is None or assessment.change is None:
        return ""
    label = dates.short_label(then.period)
    if assessment.change is Change.UNCHANGED:
        return f"oförändrat mot {label}"
    indicator = assessment.indicator
    gap = numbers.rounded(now, indicator.decimals) - numbers.rounded(then.value, indicator.decimals)
    unit = numbers.difference_unit(indicator.unit)
    size = numbers.with_unit(abs(gap), indicator.decimals, unit)
    return f"{size} {'mer' if gap > 0 else 'mindre'} än {label}"


def _target_clause(assessment: Assessment) -> str:
    if assessment.verdict is None or assessment.target is None:
        return ""
    match assessment.verdict:
        case Verdict.MET:
            return ", når målet"
        case Verdict.PARTLY:
            return ", delvis i mål"
        case Verdict.NOT_MET:
            return ", når inte målet"
        case Verdict.NOT_ASSESSABLE:
            return f", {phrases.verdict_word(assessment.verdict)}"
