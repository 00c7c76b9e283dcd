"""The look and the charts of the tests: figures as in a tertial report, all of them made up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import accumulate
from pathlib import Path

import pytest

from rapport.charts.style import Style, read_style
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
from rapport.swedish.numbers import number

TEMPLATES = Path(__file__).parents[2] / "templates"
WOMEN = "16.4 17.0 16.6 16.7 16.3 17.0 16.6 16.9 16.1 15.8 15.4 -"
MEN = "17.9 18.4 18.1 18.3 17.9 18.6 18.2 18.5 18.0 17.9 17.7 -"
THIS_YEAR = (4150, 3880, 4210, 3960, 4090, 3490, 2690, 3610)
LAST_YEAR = (3650, 3420, 3900, 3510, 3700, 3180, 2450, 3210, 3890, 4010, 3980, 3300)


@pytest.fixture(scope="session")
def style() -> Style:
    """The look that comes with the program."""
    return read_style(TEMPLATES)


@pytest.fixture(scope="session")
def examples() -> Mapping[str, ChartSpec]:
    """One chart of each kind."""
    return {
        "trend": _trend(),
        "dumbbell": _dumbbell(),
        "cumulative": _cumulative(),
        "ranked": _ranked(),
        "waterfall": _waterfall(),
        "control": _control(),
        "sparklines": _sparklines(),
        "bullets": _bullets(),
        "risk": _risk(),
    }


def _points(values: str) -> tuple[TrendPoint, ...]:
    found = []
    for i, text in enumerate(values.split()):
        value = None if text == "-" else Decimal(text)
        shown = "" if value is None else number(value, 1) + "\u00a0%"
        found.append(TrendPoint(f"T{i % 3 + 1}", str(2021 + i // 3), value, shown))
    return tuple(found)


def _steps(earlier: str, now: str) -> tuple[TargetStep, ...]:
    return (
        TargetStep(6, 8, Decimal(earlier), f"Mål {earlier.replace('.', ',')}"),
        TargetStep(9, 11, Decimal(now), f"Mål {now.replace('.', ',')}"),
    )


def _trend() -> TrendChart:
    women = TrendPanel("Kvinnor", Tone.WOMEN, _points(WOMEN), _steps("16.0", "15.5"))
    men = TrendPanel("Män", Tone.MEN, _points(MEN), _steps("17.2", "16.4"))
    return TrendChart((women, men), "%", 1)


def _dumbbell() -> DumbbellChart:
    rows = (
        ("Kontakt samma dag", "90.2", "87.9", "97.5", "+2,3", True),
        ("Bedömning inom 3 dagar", "92.1", "92.3", "100", "−0,2", False),
        ("Läkemedelsberättelse", "81.0", "76.4", None, "+4,6", True),
        (
            "Andel patienter 75 år och äldre med läkemedelsgenomgång",
            "6.5",
            "9.1",
            "7",
            "−2,6",
            True,
        ),
    )
    return DumbbellChart(
        tuple(
            DumbbellRow(
                name,
                Decimal(women),
                Decimal(men),
                Decimal(target) if target else None,
                Decimal(target) if target else None,
                difference,
                certain,
            )
            for name, women, men, target, difference, certain in rows
        ),
        "%",
        "K − M",
    )


def _months(values: Sequence[int]) -> tuple[Decimal, ...]:
    return tuple(Decimal(total) for total in accumulate(values))


def _cumulative() -> CumulativeChart:
    path = tuple(
        (Decimal(51500) * value / sum(LAST_YEAR)).quantize(Decimal(1))
        for value in _months(LAST_YEAR)
    )
    return CumulativeChart(
        2024,
        _months(THIS_YEAR),
        _months(LAST_YEAR),
        path,
        "Mål 51 500",
        "30 080 t.o.m. augusti",
        "2023: 42 200",
        Decimal(47000),
        "Prognos 47 000",
        Decimal(45400),
        Decimal(48700),
        "troligen 45 400–48 700",
    )


def _ranked() -> RankedUnitsChart:
    rows = (
        ("Gällivare sjukhus", "90.7", "86.3", "93.8"),
        ("Sunderby sjukhus", "82.2", "80.1", "84.0"),
        ("Kalix sjukhus", "76.6", "68.5", "83.1"),
        ("Psykiatri", "58.1", "40.8", "73.6"),
    )
    units = tuple(
        UnitRow(name, Decimal(value), Decimal(low), Decimal(high), value.replace(".", ",") + " %")
        for name, value, low, high in rows
    )
    hidden = UnitRow("Rehabilitering", None, None, None, "..")
    return RankedUnitsChart(
        (*units, hidden), Decimal(80), "Mål 80 %", Decimal("82.8"), "Regionen 82,8 %", "%"
    )


def _waterfall() -> WaterfallChart:
    changes = (("Volym", 14), ("Nya läkemedel", 21), ("Prisändringar", -9), ("Växelkurs", 5))
    bars = tuple(Bar(name, Decimal(v), number(Decimal(v), signed=True)) for name, v in changes)
    return WaterfallChart(
        (
            Bar("Budget 2024", Decimal(1010), "1 010", total=True),
            *bars,
            Bar("Prognos 2024", Decimal(1041), "1 041", total=True),
        )
    )


MONTHLY = "88 91 90 89 92 90 88 91 89 90 92 91 90 93 94 95 95 96 97 96 98 97 99 80"


def _control() -> ControlChart:
    """Two years of months: chance at first, then better, and a last one far below."""
    values = [Decimal(value) for value in MONTHLY.split()]
    marks = tuple(
        ControlMark(
            TrendPoint("jfmamjjasond"[i % 12], str(2023 + i // 12), value, f"{value}\u00a0%"),
            Meaning.CHANCE if i < 13 else Meaning.BETTER if i < 23 else Meaning.WORSE,
        )
        for i, value in enumerate(values)
    )
    limits = (
        LimitRun(0, 11, Decimal(90), Decimal(85), Decimal(95)),
        LimitRun(12, 23, Decimal(94), Decimal(84), Decimal(104)),
    )
    return ControlChart(
        marks,
        limits,
        "Övre gräns 104\u00a0%",
        "Medel 94\u00a0%",
        "Undre gräns 84\u00a0%",
        Decimal(95),
        "Mål 95\u00a0%",
        "%",
    )


def _risk() -> RiskMatrix:
    """Ten risks, five of them in one square."""
    places = ((3, 2), (2, 2), (4, 4), (3, 3), (3, 3), (1, 4), (2, 3), (3, 3), (3, 3), (3, 3))
    return RiskMatrix(
        tuple(RiskMark(str(i), p, c) for i, (p, c) in enumerate(places, start=1)),
        ("Osannolik", "Mindre sannolik", "Möjlig", "Sannolik"),
        ("Försumbar", "Lindrig", "Kännbar", "Allvarlig"),
        (("låg", 3), ("måttlig", 6), ("hög", 9), ("mycket hög", 16)),
    )


def _sparklines() -> SparklineChart:
    """Three measures over thirteen months, one of them with a month missing."""

    def row(name: str, detail: str, values: str, text: str, change: str) -> SparkRow:
        points = tuple(
            TrendPoint("ajfmamjjasond"[i], "2024", None if v == "-" else Decimal(v), v)
            for i, v in enumerate(values.split())
        )
        return SparkRow(name, detail, points, text, change, compared=0)

    return SparklineChart(
        (
            row("Nettokostnad", "mnkr", "812 820 805 831 840 829 833 838 826 841 835 850 842",
                "842,0", "+3,7\u00a0%"),
            row("Sjukfrånvaro av ordinarie arbetstid i hela regionen", "procent",
                "6.1 6.4 6.9 - 6.2 5.9 5.4 4.8 5.0 5.8 6.3 6.5 5.7", "5,7\u00a0%", "−0,4"),
            row("Disponibla vårdplatser", "antal", "510 510 510 510 510 510 510 510 510 510 510 "
                "510 510", "510", "oförändrat"),
        ),
        "augusti 2023–augusti 2024",
        "aug 2024",
        "mot aug 2023",
    )  # fmt: skip


def _bullets() -> BulletChart:
    """A rise, a fall towards a target, a deficit and a measure without a value."""
    return BulletChart(
        (
            BulletRow("Nettokostnad", "mnkr", Decimal(6700), "6 700", Decimal(6400), "6 400"),
            BulletRow("Besök", "antal", Decimal(401), "401", Decimal(420), "420", Decimal(430),
                      "430"),
            BulletRow("Resultat", "mnkr", Decimal(-120), "−120", Decimal(30), "30"),
            BulletRow("Vårdtillfällen", "antal", None, "–"),
        ),
        "jan–aug 2024",
        "jan–aug 2023",
    )  # fmt: skip
