"""The scales of charts ("skalor"): where an axis starts, ends and has its ticks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from rapport.report.chart_specs import (
    ControlChart,
    CumulativeChart,
    DumbbellChart,
    RankedUnitsChart,
    TrendChart,
    WaterfallChart,
)
from rapport.swedish.numbers import NO_BREAK_SPACE, number

_ZERO = Decimal(0)
_HUNDRED = Decimal(100)
_WANTED_STEPS = 6
_PERCENT = "%"


@dataclass(frozen=True)
class Scale:
    """An axis: its ends, its ticks in order, and the decimals the ticks need."""

    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...]
    decimals: int

    def labels(self, suffix: str = "") -> tuple[str, ...]:
        r"""The ticks as printed; a short unit stands after the highest one only.

        >>> nice_scale([Decimal(3), Decimal(9)]).labels("%")
        ('0', '2', '4', '6', '8', '10\xa0%')
        """
        texts = [number(tick, self.decimals) for tick in self.ticks]
        if texts and 0 < len(suffix) <= len("mnkr"):
            texts[-1] += NO_BREAK_SPACE + suffix
        return tuple(texts)


def nice_scale(
    values: Sequence[Decimal], *, zero: bool = False, least_span: Decimal = _ZERO
) -> Scale:
    """A scale in steps of 1, 2 or 5 that holds the values.

    It starts at zero when ``zero`` asks for it, or when zero lies so near that leaving it out
    would save little. ``least_span`` keeps small differences from looking large.
    """
    low, high = min(values, default=_ZERO), max(values, default=_ZERO)
    low, high = _widened(low, high, least_span or Decimal(1))
    if zero or _near_zero(low, high):
        low, high = min(low, _ZERO), max(high, _ZERO)
    step = _step((high - low) / _WANTED_STEPS)
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = (high / step).to_integral_value(ROUND_CEILING)
    ticks = tuple(step * (first + i) for i in range(int(last - first) + 1))
    exponent = step.normalize().as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return Scale(ticks[0], ticks[-1], ticks, decimals)


def _near_zero(low: Decimal, high: Decimal) -> bool:
    """Whether starting at zero would add less than half as much again to the axis."""
    nearest = low if low >= 0 else -high
    return nearest >= 0 and 2 * nearest <= high - low


def _widened(low: Decimal, high: Decimal, least_span: Decimal) -> tuple[Decimal, Decimal]:
    """The ends moved apart to the least span, without leaving the side of zero they are on."""
    missing = least_span - (high - low)
    if missing <= 0:
        return low, high
    wide_low, wide_high = low - missing / 2, high + missing / 2
    if low >= 0 > wide_low:
        return _ZERO, least_span
    if high <= 0 < wide_high:
        return -least_span, _ZERO
    return wide_low, wide_high


def _step(raw: Decimal) -> Decimal:
    """The smallest of 1, 2 and 5 times a power of ten that is at least ``raw``."""
    power = Decimal(1).scaleb(raw.adjusted())
    return next(power * m for m in (1, 2, 5, 10) if power * m >= raw)


def trend_scale(chart: TrendChart) -> Scale | None:
    """The common scale of a trend chart's panels; ``None`` when there is nothing to show."""
    values = [p.value for panel in chart.panels for p in panel.points if p.value is not None]
    values += [step.value for panel in chart.panels for step in panel.targets]
    if not values:
        return None
    finest = 4 * Decimal(1).scaleb(-chart.decimals)
    span = max(finest, max(abs(value) for value in values) / 25)
    if chart.unit_suffix == _PERCENT and all(0 <= value <= _HUNDRED for value in values):
        values = [*values, *([_HUNDRED - span] if min(values) > _HUNDRED - span else [])]
    return _with_air_below(nice_scale(values, least_span=span), min(values))


def _with_air_below(scale: Scale, lowest: Decimal) -> Scale:
    """The scale with a step more below values that would lie on its foot, unless that is zero."""
    step = scale.ticks[1] - scale.ticks[0]
    if scale.low <= 0 or lowest - scale.low > step / 5:
        return scale
    low = scale.low - step
    return Scale(low, scale.high, (low, *scale.ticks), scale.decimals)


def dumbbell_scale(chart: DumbbellChart) -> Scale:
    """The common scale of a women-men chart; shares get 0-100 per cent."""
    values = [
        value
        for row in chart.rows
        for value in (row.women, row.men, row.women_target, row.men_target)
        if value is not None
    ]
    if chart.unit_suffix == _PERCENT and all(0 <= value <= _HUNDRED for value in values):
        quarters = tuple(Decimal(value) for value in (0, 25, 50, 75, 100))
        return Scale(_ZERO, _HUNDRED, quarters, 0)
    return nice_scale(values, zero=True)


def cumulative_scale(chart: CumulativeChart) -> Scale:
    """The scale of an accumulated year; it always holds zero, where every year starts."""
    ends = (chart.forecast, chart.low, chart.high)
    values = [*chart.current, *chart.last_year, *chart.target_path]
    return nice_scale([*values, *(end for end in ends if end is not None)], zero=True)


def control_scale(chart: ControlChart) -> Scale | None:
    """The scale of a control chart; ``None`` when no month has a value."""
    values = [mark.point.value for mark in chart.marks if mark.point.value is not None]
    if not values:
        return None
    values += [end for run in chart.limits for end in (run.low, run.high)]
    values += [] if chart.target is None else [chart.target]
    return _with_air_below(
        nice_scale(values, least_span=max(abs(value) for value in values) / 25), min(values)
    )


def ranked_scale(chart: RankedUnitsChart) -> Scale | None:
    """The scale of a unit ranking; ``None`` when no unit has a value to show."""
    shown = [row for row in chart.rows if row.value is not None]
    if not shown:
        return None
    values = [value for row in shown for value in (row.value, row.low, row.high)]
    present = [v for v in (*values, chart.target, chart.region) if v is not None]
    return nice_scale(present, least_span=max(abs(value) for value in present) / 25)


def waterfall_levels(chart: WaterfallChart) -> tuple[tuple[Decimal, Decimal], ...]:
    """Where each bar starts and ends: totals stand on zero, changes on the level before."""
    levels: list[tuple[Decimal, Decimal]] = []
    for bar in chart.bars:
        before = levels[-1][1] if levels else _ZERO
        levels.append((_ZERO, bar.value) if bar.total else (before, before + bar.value))
    return tuple(levels)


def waterfall_base(chart: WaterfallChart) -> Decimal:
    """The level at the foot of a waterfall: zero, or higher when the changes would not show.

    Only totals reach the foot, and they are drawn as broken bars when it is not zero.
    """
    ends = [end for _, end in waterfall_levels(chart)]
    if not ends or not chart.bars[0].total or min(ends) <= 0:
        return _ZERO
    spread = max(ends) - min(ends)
    if spread == 0 or min(ends) < 2 * spread:
        return _ZERO
    return min(ends) - spread * Decimal("0.6")
