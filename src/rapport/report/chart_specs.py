"""What a chart shows: figures and words, already computed; drawing them is for ``charts``."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Tone(StrEnum):
    """Whose figures a mark shows; decides colour and shape."""

    WOMEN = "kvinnor"
    MEN = "män"
    TOTAL = "totalt"
    REFERENCE = "jämförelse"


@dataclass(frozen=True)
class TrendPoint:
    """One period: its tick ("T2"), its year group ("2024") and value, if there is one.

    ``text`` is the finished value text used at the last point, in tables and in alt text.
    """

    tick: str
    group: str
    value: Decimal | None
    text: str


@dataclass(frozen=True)
class TargetStep:
    """A target over a run of periods: first and last index of the points it covers."""

    first: int
    last: int
    value: Decimal
    text: str


@dataclass(frozen=True)
class TrendPanel:
    """One line over time with its target staircase."""

    title: str
    tone: Tone
    points: tuple[TrendPoint, ...]
    targets: tuple[TargetStep, ...] = ()


@dataclass(frozen=True)
class TrendChart:
    """Tertial (or month) lines with target steps: one wide panel, or two equal panels."""

    panels: tuple[TrendPanel, ...]
    unit_suffix: str
    decimals: int


@dataclass(frozen=True)
class DumbbellRow:
    """Women and men for one measure; ``difference`` is finished text, bold when ``certain``."""

    name: str
    women: Decimal
    men: Decimal
    women_target: Decimal | None
    men_target: Decimal | None
    difference: str
    certain: bool


@dataclass(frozen=True)
class DumbbellChart:
    """Women-men dumbbells on one common scale (percent), with targets as short thick lines."""

    rows: tuple[DumbbellRow, ...]
    unit_suffix: str
    difference_title: str


@dataclass(frozen=True)
class CumulativeChart:
    """Months added up through the year against last year, the target's path and a forecast.

    Each tuple holds the accumulated value by month, from January; ``current`` stops at the
    occasion. ``low`` and ``high`` bound the forecast when its uncertainty is known.
    """

    year: int
    current: tuple[Decimal, ...]
    last_year: tuple[Decimal, ...]
    target_path: tuple[Decimal, ...]
    target_text: str
    current_text: str
    last_year_text: str
    forecast: Decimal | None = None
    forecast_text: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    range_text: str = ""


@dataclass(frozen=True)
class UnitRow:
    """One unit in a ranking; ``value`` is absent when suppressed or not measured."""

    name: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    text: str


@dataclass(frozen=True)
class RankedUnitsChart:
    """Units in order with intervals, the target and the region's own value."""

    rows: tuple[UnitRow, ...]
    target: Decimal | None
    target_text: str
    region: Decimal | None
    region_text: str
    unit_suffix: str


@dataclass(frozen=True)
class Bar:
    """A bar of a waterfall: a total, or a change (positive increases)."""

    name: str
    value: Decimal
    text: str
    total: bool = False


@dataclass(frozen=True)
class WaterfallChart:
    """From budget to forecast in steps."""

    bars: tuple[Bar, ...]


class Meaning(StrEnum):
    """What a month of a control chart means; decides shape and colour of its mark."""

    CHANCE = "slump"
    BETTER = "bättre"
    WORSE = "sämre"
    OTHER = "ändring utan riktning"


@dataclass(frozen=True)
class ControlMark:
    """A month of a control chart and what it means."""

    point: TrendPoint
    meaning: Meaning


@dataclass(frozen=True)
class LimitRun:
    """The centre line and limits over a run of months: first and last index."""

    first: int
    last: int
    centre: Decimal
    low: Decimal
    high: Decimal


@dataclass(frozen=True)
class ControlChart:
    """A control chart ("styrdiagram"): months within limits of chance, and the target."""

    marks: tuple[ControlMark, ...]
    limits: tuple[LimitRun, ...]
    high_text: str
    centre_text: str
    low_text: str
    target: Decimal | None
    target_text: str
    unit_suffix: str


@dataclass(frozen=True)
class RiskMark:
    """A risk in its square, 1-4 each way; ``text`` is the number it has in the table."""

    text: str
    probability: int
    consequence: int


@dataclass(frozen=True)
class RiskMatrix:
    """A risk matrix ("riskmatris"): probability upwards, consequence to the right, 1-4 each.

    ``probabilities`` and ``consequences`` name the steps from the lowest; ``levels`` are the
    levels of risk with their name and highest risk value, from the lowest.
    """

    marks: tuple[RiskMark, ...]
    probabilities: tuple[str, ...]
    consequences: tuple[str, ...]
    levels: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class SparkRow:
    """A row of sparklines: months in order, the last figure and how it has changed, in words.

    ``compared`` is the index of the month that the change is counted from, if any.
    """

    name: str
    detail: str
    points: tuple[TrendPoint, ...]
    text: str
    change: str
    compared: int | None = None


@dataclass(frozen=True)
class SparklineChart:
    """Sparklines ("gnistlinjer"): a row per measure, each line on a scale of its own.

    The titles stand over the columns: the months shown, the last month, and the change.
    """

    rows: tuple[SparkRow, ...]
    line_title: str
    value_title: str
    change_title: str


@dataclass(frozen=True)
class BulletRow:
    """A row of bullets: the outcome against an earlier value and a target, where there are any."""

    name: str
    detail: str
    value: Decimal | None
    text: str
    earlier: Decimal | None = None
    earlier_text: str = ""
    target: Decimal | None = None
    target_text: str = ""


@dataclass(frozen=True)
class BulletChart:
    """Bullet rows ("kulrader"): a bar per measure from zero, each on a scale of its own.

    The titles are the names of the outcome and of the earlier value ("jan–aug 2024").
    """

    rows: tuple[BulletRow, ...]
    value_title: str
    earlier_title: str


ChartSpec = (
    TrendChart
    | DumbbellChart
    | CumulativeChart
    | RankedUnitsChart
    | WaterfallChart
    | ControlChart
    | RiskMatrix
    | SparklineChart
    | BulletChart
)
