"""Any chart that can be specified, for tests that look for one that cannot be drawn."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from hypothesis import strategies as st

from rapport.report.chart_specs import (
    Bar,
    BulletChart,
    BulletRow,
    ChartSpec,
    ControlChart,
    ControlMark,
    CumulativeChart,
    DumbbellChart,
    DumbbellRow,
    LimitRun,
    Meaning,
    RankedUnitsChart,
    RiskMark,
    RiskMatrix,
    SparklineChart,
    SparkRow,
    TargetStep,
    Tone,
    TrendChart,
    TrendPanel,
    TrendPoint,
    UnitRow,
    WaterfallChart,
)

VALUES = st.one_of(
    st.decimals(-50, 250, places=1),
    st.decimals(-(10**9), 10**9, places=0),
    st.sampled_from([Decimal(0), Decimal(100), Decimal("0.001")]),
)
SOME = st.none() | VALUES
NAMES = st.text(max_size=70) | st.sampled_from(
    ["Läkemedelsgenomgångar i ordinärt boende och särskilt boende", "Ö", ""]
)
TEXTS = st.text(max_size=24) | st.just("1\u00a0234\u00a0567 kr per invånare")
SUFFIXES = st.sampled_from(["%", "", "kr", "mnkr", "dagar", "per 100\u00a0000 invånare"])


@st.composite
def trend_charts(draw_from: st.DrawFn) -> TrendChart:
    """Any number of panels with any number of periods."""
    panels = []
    for _ in range(draw_from(st.integers(0, 3))):
        values = draw_from(st.lists(SOME, max_size=40))
        size = draw_from(st.sampled_from([1, 3, 12]))
        points = tuple(
            TrendPoint(f"T{i % size + 1}", str(2021 + i // size), value, "1\u00a0234,5 %")
            for i, value in enumerate(values)
        )
        steps = []
        for i in range(0, len(points), size):
            if (target := draw_from(SOME)) is not None:
                last = min(i + size, len(points)) - 1
                steps.append(TargetStep(i, last, target, draw_from(TEXTS)))
        tone = draw_from(st.sampled_from(Tone))
        panels.append(TrendPanel(draw_from(NAMES), tone, points, tuple(steps)))
    return TrendChart(tuple(panels), draw_from(SUFFIXES), draw_from(st.integers(0, 3)))


DUMBBELLS = st.builds(
    DumbbellChart,
    st.lists(
        st.builds(DumbbellRow, NAMES, VALUES, VALUES, SOME, SOME, TEXTS, st.booleans()),
        max_size=15,
    ).map(tuple),
    SUFFIXES,
    NAMES,
)
RANKINGS = st.builds(
    RankedUnitsChart,
    st.lists(st.builds(UnitRow, NAMES, SOME, SOME, SOME, TEXTS), max_size=15).map(tuple),
    SOME,
    TEXTS,
    SOME,
    TEXTS,
    SUFFIXES,
)
WATERFALLS = st.builds(
    WaterfallChart,
    st.lists(st.builds(Bar, NAMES, VALUES, TEXTS, st.booleans()), max_size=14).map(tuple),
)
MONTHS = st.lists(VALUES, max_size=12).map(tuple)
YEARS = st.builds(
    CumulativeChart,
    st.just(2024),
    MONTHS,
    MONTHS,
    MONTHS,
    TEXTS,
    TEXTS,
    TEXTS,
    SOME,
    TEXTS,
    SOME,
    SOME,
    TEXTS,
)


@st.composite
def control_charts(draw_from: st.DrawFn) -> ControlChart:
    """Months with limits in up to two runs."""
    values = draw_from(st.lists(SOME, max_size=40))
    marks = tuple(
        ControlMark(
            TrendPoint(f"m{i % 12 + 1}", str(2021 + i // 12), value, draw_from(TEXTS)),
            draw_from(st.sampled_from(Meaning)),
        )
        for i, value in enumerate(values)
    )
    half = len(marks) // 2
    runs = [(0, half - 1), (half, len(marks) - 1)]
    limits = tuple(
        LimitRun(first, last, *(draw_from(VALUES) for _ in range(3)))
        for first, last in runs
        if last >= first
    )
    high, centre, low, target = (draw_from(TEXTS) for _ in range(4))
    suffix = draw_from(SUFFIXES)
    return ControlChart(marks, limits, high, centre, low, draw_from(SOME), target, suffix)


STEPS = st.integers(1, 4)
RISKS = st.builds(
    RiskMatrix,
    st.lists(st.builds(RiskMark, TEXTS, STEPS, STEPS), max_size=30).map(tuple),
    st.tuples(NAMES, NAMES, NAMES, NAMES),
    st.tuples(NAMES, NAMES, NAMES, NAMES),
    st.tuples(*(st.tuples(NAMES, st.just(highest)) for highest in (3, 6, 9, 16))),
)

SPARKS = st.builds(
    SparklineChart,
    st.lists(
        st.builds(
            SparkRow,
            NAMES,
            NAMES,
            st.lists(st.builds(TrendPoint, st.just("jan"), st.just("2024"), SOME, TEXTS)).map(
                tuple
            ),
            TEXTS,
            TEXTS,
            st.none() | st.integers(0, 30),
        ),
        max_size=8,
    ).map(tuple),
    NAMES,
    TEXTS,
    TEXTS,
)
BULLETS = st.builds(
    BulletChart,
    st.lists(
        st.builds(BulletRow, NAMES, NAMES, SOME, TEXTS, SOME, TEXTS, SOME, TEXTS), max_size=8
    ).map(tuple),
    TEXTS,
    TEXTS,
)
ANY_CHART: Mapping[str, st.SearchStrategy[ChartSpec]] = {
    "trend": trend_charts(),
    "dumbbell": DUMBBELLS,
    "ranked": RANKINGS,
    "waterfall": WATERFALLS,
    "cumulative": YEARS,
    "control": control_charts(),
    "sparklines": SPARKS,
    "bullets": BULLETS,
    "risk": RISKS,
}
