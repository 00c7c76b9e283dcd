"""The remark below a figure whose axis does not start at zero ("bruten skala")."""

from __future__ import annotations

from typing import assert_never

from rapport.report.chart_scales import (
    Scale,
    control_scale,
    ranked_scale,
    trend_scale,
    waterfall_base,
)
from rapport.report.chart_specs import (
    BulletChart,
    ChartSpec,
    ControlChart,
    CumulativeChart,
    DumbbellChart,
    RankedUnitsChart,
    RiskMatrix,
    SparklineChart,
    TrendChart,
    WaterfallChart,
)
from rapport.swedish.numbers import NO_BREAK_SPACE, needed_decimals, number


def scale_note(spec: ChartSpec) -> str:  # noqa: PLR0911 - one return per kind
    """A sentence for the note below a figure whose axis does not start at zero, else empty."""
    match spec:
        case TrendChart():
            return _start_note(trend_scale(spec), spec.unit_suffix)
        case ControlChart():
            return _start_note(control_scale(spec), spec.unit_suffix)
        case RankedUnitsChart():
            return _start_note(ranked_scale(spec), spec.unit_suffix)
        case DumbbellChart() | CumulativeChart() | RiskMatrix():
            return ""
        case WaterfallChart():
            return "Bruten skala i totalstaplarna." if waterfall_base(spec) != 0 else ""
        case SparklineChart():
            return "Varje linje har sin egen skala, från sitt lägsta till sitt högsta värde."
        case BulletChart():
            return "Varje stapel har sin egen skala, som börjar på noll."
        case _ as never:
            assert_never(never)


def _start_note(scale: Scale | None, suffix: str) -> str:
    """Where a scale starts, when that is not at zero."""
    if scale is None or scale.low <= 0 <= scale.high:
        return ""
    unit = f"{NO_BREAK_SPACE}{suffix}" if suffix else ""
    decimals = needed_decimals(scale.low, 0, scale.decimals)
    return f"Skalan börjar på {number(scale.low, decimals)}{unit}."
