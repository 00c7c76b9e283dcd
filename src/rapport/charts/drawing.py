"""Which drawing belongs to which kind of chart."""

from __future__ import annotations

from typing import assert_never

from rapport.charts.canvas import Canvas
from rapport.charts.control import draw_control
from rapport.charts.cumulative import draw_cumulative
from rapport.charts.dumbbell import draw_dumbbell
from rapport.charts.ranked_units import draw_ranked_units
from rapport.charts.style import Style
from rapport.charts.trend import draw_trend
from rapport.charts.waterfall import draw_waterfall
from rapport.report.chart_specs import (
    ChartSpec,
    ControlChart,
    CumulativeChart,
    DumbbellChart,
    RankedUnitsChart,
    TrendChart,
    WaterfallChart,
)


def drawn(spec: ChartSpec, style: Style) -> Canvas:
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
        case _ as never:
            assert_never(never)
