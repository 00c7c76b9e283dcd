"""``resultat.json`` and ``resultat.csv``: every judged series as data, one row each."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from decimal import Decimal

from rapport.domain.outcome import Assessment
from rapport.domain.quantity import State
from rapport.domain.target import SinceYear, Target, Within, numbers_of
from rapport.swedish.forecast import forecast_method_words
from rapport.swedish.target_words import condition_word

COLUMNS = (
    "period", "plan", "indikator", "namn", "organisation", "uppdelning", "enhet",
    "ingangsvarde", "ingangsvarde_period", "utfall", "utfall_period", "taljare", "namnare",
    "mal", "mal_villkor", "avvikelse", "bedomning", "beslutad_bedomning", "beslut_skal", "trend",
    "prognos", "prognos_metod", "tillstand", "forklaring", "kalla", "exempeldata",
)  # fmt: skip
"""The contract's columns, and last whether the figure is example data."""

_FORMULA_START = ("=", "+", "-", "@", "\t", "\r")
_SOURCES_SHOWN = 3


def result_row(assessment: Assessment) -> dict[str, str]:
    """One row: plain texts, decimal point, empty where there is nothing to state.

    A suppressed series states nothing but that it is suppressed ("sekretess").
    """
    outcome, indicator = assessment.outcome, assessment.indicator
    baseline, forecast, decision = assessment.baseline, assessment.forecast, assessment.decision
    value, condition = _target(assessment.target.target if assessment.target else None)
    hidden = outcome.state is State.SUPPRESSED
    return {
        "period": str(assessment.occasion),
        "plan": assessment.plan,
        "indikator": indicator.id,
        "namn": indicator.name,
        "organisation": assessment.organisation,
        "uppdelning": str(assessment.breakdown),
        "enhet": str(indicator.unit),
        "ingangsvarde": _number(baseline.value if baseline else None),
        "ingangsvarde_period": str(baseline.period) if baseline and baseline.period else "",
        "utfall": "" if hidden else _number(outcome.value),
        "utfall_period": str(outcome.period),
        "taljare": "" if hidden else _number(outcome.numerator),
        "namnare": "" if hidden else _number(outcome.denominator),
        "mal": value,
        "mal_villkor": condition,
        "avvikelse": "" if hidden else _number(assessment.deviation),
        "bedomning": str(assessment.verdict or ""),
        "beslutad_bedomning": str(decision.verdict) if decision else "",
        "beslut_skal": decision.reason if decision else "",
        "trend": "" if hidden else str(assessment.change or ""),
        "prognos": _number(forecast.value) if forecast and not hidden else "",
        "prognos_metod": forecast_method_words(forecast, indicator)
        if forecast and not hidden
        else "",
        "tillstand": str(assessment.state),
        "forklaring": assessment.explanation,
        "kalla": _sources(assessment),
        "exempeldata": "ja" if outcome.is_example else "nej",
    }


def result_rows(assessments: Iterable[Assessment]) -> list[dict[str, str]]:
    """Rows in a stable order: plan, measure, organisation, breakdown as assessed."""
    return [result_row(assessment) for assessment in assessments]


def results_json(rows: list[dict[str, str]]) -> bytes:
    """The rows as UTF-8 JSON; figures as numbers, absent figures as null."""
    shown = [{name: _json_value(name, value) for name, value in row.items()} for row in rows]
    return (json.dumps(shown, ensure_ascii=False, indent=1) + "\n").encode()


def results_csv(rows: list[dict[str, str]]) -> bytes:
    """The rows as UTF-8 CSV with comma and decimal point.

    A text cell that a spreadsheet would take for a formula gets an apostrophe; figures
    never do.
    """
    target = io.StringIO(newline="")
    writer = csv.DictWriter(target, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _safe(name, value) for name, value in row.items()})
    return target.getvalue().encode()


_FIGURES = {"ingangsvarde", "utfall", "taljare", "namnare", "mal", "avvikelse", "prognos"}


def _safe(name: str, value: str) -> str:
    return f"'{value}" if name not in _FIGURES and value.startswith(_FORMULA_START) else value


def _json_value(name: str, value: str) -> str | float | int | bool | None:
    if name == "exempeldata":
        return value == "ja"
    if name not in _FIGURES:
        return value
    if not value:
        return None
    number = Decimal(value)
    return int(number) if number == number.to_integral_value() else float(number)


def _number(value: Decimal | None) -> str:
    """A figure with at most ten decimals and no exponent, so that it reads the same anywhere."""
    if value is None:
        return ""
    text = f"{value:.10f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def _target(target: Target | None) -> tuple[str, str]:
    """The number of a target and its condition ("minst", "färre än", "öka")."""
    if target is None:
        return "", ""
    if isinstance(target, Within):
        return "", f"{_number(target.low)}–{_number(target.high)}"
    numbers = () if isinstance(target, SinceYear) else numbers_of(target)
    return _number(numbers[0]) if numbers else "", condition_word(target)


def _sources(assessment: Assessment) -> str:
    """The files and cells behind the figure; the first few when there are many."""
    refs = assessment.outcome.sources
    shown = "; ".join(str(ref) for ref in refs[:_SOURCES_SHOWN])
    rest = len(refs) - _SOURCES_SHOWN
    return f"{shown} (och {rest} celler till)" if rest > 0 else shown
