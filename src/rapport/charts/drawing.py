"""Which drawing belongs to which kind of chart."""

from __future__ import annotations

from typing import assert_never

from rapport.charts.bullets import draw_bullets
from rapport.charts.canvas import Canvas
from rapport.charts.control import draw_control
from rapport.charts.cumulative import draw_cumulative
from rapport.charts.dumbbell import draw_dumbbell
from rapport.charts.ranked_units import draw_ranked_units
from rapport.charts.risk_matrix import draw_risk_matrix
from rapport.charts.sparklines import draw_sparklines
from rapport.charts.style import Style
from rapport.charts.trend import draw_trend
from rapport.charts.waterfall import draw_waterfall
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


def drawn(spec: ChartSpec, style: Style) -> Canvas:  # noqa: PLR0911 - one return per kind
    """The chart on a sheet of its own."""
    match spec:
        case TrendChart():
            return draw_trend(spec, style)
        case DumbbellChart():
            return draw_dumbbell(spec, style)
        case CumulativeChart():
            return draw_cumulative(spec, style)
        case RankedUnitsChart():
            return draw_ranked_units(spec, style)
        case WaterfallChart():
            return draw_waterfall(spec, style)
        case ControlChart():
            return draw_control(spec, style)
        case RiskMatrix():
            return draw_risk_matrix(spec, style)
        case SparklineChart():
            return draw_sparklines(spec, style)
        case BulletChart():
            return draw_bullets(spec, style)
        case _ as never:
            assert_never(never)
