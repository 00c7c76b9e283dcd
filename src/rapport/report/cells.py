"""The small pieces that tables are made of: figures, targets, verdicts and statuses as lines."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from rapport.domain.activity import ActivityStatus
from rapport.domain.breakdown import Breakdown, Sex
from rapport.domain.outcome import (
    Assessment,
    Blocker,
    EffectiveTarget,
    Forecast,
    Outcome,
    Verdict,
)
from rapport.domain.plan import Indicator
from rapport.domain.quantity import State
from rapport.domain.target import Baseline, BaselineKind
from rapport.fulfilment.phrases import shown_decimals
from rapport.report.inline import Line, Sign, SignMark, Text, line
from rapport.swedish import dates, numbers, phrases, terms
from rapport.swedish.forecast import UNCERTAIN

Lines = tuple[Line, ...]

VERDICT_SIGNS = {
    Verdict.MET: Sign.MET,
    Verdict.PARTLY: Sign.PARTLY,
    Verdict.NOT_MET: Sign.NOT_MET,
    Verdict.NOT_ASSESSABLE: Sign.NOT_ASSESSABLE,
}

STATUS_SIGNS = {
    ActivityStatus.DONE: Sign.DONE,
    ActivityStatus.ONGOING: Sign.ONGOING,
    ActivityStatus.LATE: Sign.LATE,
    ActivityStatus.NOT_STARTED: Sign.NOT_STARTED,
    ActivityStatus.CANCELLED: Sign.CANCELLED,
}

_OTHERS_TARGET = frozenset({Blocker.NOT_FOR_UNIT, Blocker.TARGET_NOT_FOR_UNIT})


def value_line(outcome: Outcome | None, indicator: Indicator) -> Line:
    """A figure without its unit (that stands in the column title), or the sign for none."""
    return line(value_text(outcome, indicator))


def value_text(outcome: Outcome | None, indicator: Indicator) -> str:
    """The text of ``value_line``."""
    if outcome is None:
        return numbers.NO_VALUE
    if outcome.state is State.SUPPRESSED:
        return numbers.SUPPRESSED
    if outcome.value is None:
        return numbers.NO_VALUE
    return numbers.number(outcome.value, indicator.decimals)


def judged_line(assessment: Assessment | None) -> Line:
    """The figure of a series beside its verdict, which it never contradicts as printed."""
    return line(judged_text(assessment))


def judged_text(assessment: Assessment | None) -> str:
    """The text of ``judged_line``: 94,96 and not 95,0 beside a target of 95 that is missed."""
    if assessment is None or assessment.outcome.value is None:
        return (
            value_text(assessment.outcome, assessment.indicator)
            if assessment
            else (numbers.NO_VALUE)
        )
    return numbers.number(assessment.outcome.value, shown_decimals(assessment))


def verdict_line(verdict: Verdict | None, *, short: bool = True) -> Line:
    """Sign and word of a verdict; a dash where nothing was to be judged."""
    if verdict is None:
        return line(numbers.NO_VALUE)
    word = terms.SHORT_VERDICTS[verdict] if short else phrases.verdict_word(verdict)
    return (SignMark(VERDICT_SIGNS[verdict]), Text(word))


def forecast_line(forecast: Forecast | None, words: Mapping[Verdict, str]) -> Line:
    """Sign and word of a forecast's verdict, "osäkert" when it is; a dash where there is none."""
    if forecast is None or forecast.verdict is None:
        return line(numbers.NO_VALUE)
    word = UNCERTAIN if forecast.uncertain else words[forecast.verdict]
    return (SignMark(VERDICT_SIGNS[forecast.verdict]), Text(word))


def verdict_mark(verdict: Verdict | None) -> Line:
    """Only the sign, with its word read aloud (in the matrix)."""
    if verdict is None:
        return ()
    return (SignMark(VERDICT_SIGNS[verdict], phrases.verdict_word(verdict)),)


def status_line(status: ActivityStatus | None) -> Line:
    """Sign and word of an activity's status."""
    if status is None:
        return line(Text("läge saknas", muted=True))
    return (SignMark(STATUS_SIGNS[status]), Text(str(status)))


def target_lines(parts: tuple[Assessment, ...], headline: Assessment) -> Lines:
    """The target in force; a line each for women and men when theirs differ.

    A target that is not for the unit is not missing: it is another's.
    """
    by_sex = [part for part in parts if part.breakdown.sex and not part.breakdown.dimensions]
    differing = len({part.target.target for part in by_sex if part.target}) > 1
    if headline.target is None and by_sex and differing:
        return tuple(
            line(f"{part.breakdown.sex} {phrases.target_sign(part.target.target, part.indicator)}")
            for part in by_sex
            if part.target
        )
    target = headline.target or next((part.target for part in parts if part.target), None)
    if target is None and headline.blocker in _OTHERS_TARGET:
        return (line(numbers.NO_VALUE),)
    if target is None:
        return (line(Text("saknas", muted=True)),)
    if target.year_value is not None:
        return (line(_year_target(target, headline.indicator)),)
    return (line(phrases.target_sign(target.target, headline.indicator)),)


def _year_target(target: EffectiveTarget, indicator: Indicator) -> str:
    """The whole year's target of a count, of which only a part is expected by now."""
    sign = phrases.target_sign(target.target, indicator).split(numbers.NO_BREAK_SPACE, 1)[0]
    year = numbers.number(target.year_value or Decimal(0), indicator.decimals)
    return f"{sign}{numbers.NO_BREAK_SPACE}{year}"


def stated_target_lines(indicator: Indicator, year: int) -> Lines:
    """The target as the plan states it for a year; "saknas" where the plan has none."""
    stated = [target for target in indicator.targets if target.year == year]
    if not stated:
        return (line(Text("saknas", muted=True)),)
    return tuple(
        line(_label(target.breakdown) + phrases.target_sign(target.target, indicator))
        for target in stated
    )


def baseline_lines(indicator: Indicator, headline: Assessment) -> Lines:
    """The baseline that the measure is compared with, or how the plan leaves it open."""
    compared = [
        baseline
        for baseline in indicator.baselines
        if baseline.compared and baseline.breakdown.dimensions == headline.breakdown.dimensions
    ]
    shown = _same_tertial(compared, headline) or compared
    if not shown:
        return (line(Text("saknas", muted=True)),)
    return tuple(line(_label(baseline.breakdown), _baseline_part(baseline)) for baseline in shown)


def _same_tertial(baselines: list[Baseline], headline: Assessment) -> list[Baseline]:
    month = headline.occasion.period.last_month
    length = headline.occasion.period.length
    return [
        baseline
        for baseline in baselines
        if baseline.period
        and (baseline.period.last_month, baseline.period.length) == (month, length)
    ]


def _baseline_part(baseline: Baseline) -> Text:
    match baseline.kind:
        case BaselineKind.UNKNOWN:
            return Text("okänt", muted=True)
        case BaselineKind.UNREADABLE:
            return Text("oläsbart", muted=True)
        case _:
            value = baseline.value
            return Text(
                numbers.NO_VALUE if value is None else numbers.number(value, baseline.decimals)
            )


def _label(breakdown: Breakdown | None) -> str:
    if breakdown is None or breakdown.is_total:
        return ""
    if not breakdown.dimensions:
        return f"{breakdown.sex} "
    return ""


def series_name(indicator: Indicator, breakdown: Breakdown) -> str:
    """A breakdown in words: "Nybesök, Primärvård", "Kvinnor", "Totalt"."""
    names = [
        dict(dimension.values)[value]
        for dimension in indicator.dimensions
        for wanted, value in breakdown.dimensions
        if wanted == dimension.id
    ]
    if breakdown.sex is not None or not names:
        names.append(numbers.sex_word(breakdown.sex))
    first, *others = names
    return ", ".join([first, *(other.lower() for other in others)])


def by_breakdown(assessments: tuple[Assessment, ...], sex: Sex) -> Assessment | None:
    """Women's or men's assessment of a measure, if it is split."""
    return next((a for a in assessments if a.breakdown == Breakdown(sex)), None)


def basis_text(assessment: Assessment) -> str:
    """Which months the outcome covers: "maj–augusti 2024", "rullande tolv månader t.o.m. …"."""
    return dates.basis_words(assessment.outcome.period)
