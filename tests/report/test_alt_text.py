"""A chart is told in words, within what a screen reader can hold."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from rapport.report.alt_text import MOST_CHARACTERS, alt_text
from rapport.report.chart_specs import (
    Bar,
    BulletChart,
    BulletRow,
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


def panel(*texts: str, target: str = "") -> TrendPanel:
    """Women's line; an empty text is a missing value."""
    points = tuple(
        TrendPoint(f"T{i % 3 + 1}", str(2023 + i // 3), Decimal(1) if text else None, text)
        for i, text in enumerate(texts)
    )
    steps = (TargetStep(0, len(texts), Decimal(1), target),) if target else ()
    return TrendPanel("Kvinnor", Tone.WOMEN, points, steps)


def test_a_line_tells_its_first_and_last_value_and_target() -> None:
    """The kind, the conclusion, then from where to where, and the target."""
    chart = TrendChart((panel("16,4 %", "16,0 %", "15,4 %", target="Mål 15,5"),), "%", 1)
    assert alt_text(chart, "Återinskrivningarna minskar") == (
        "Linjediagram. Återinskrivningarna minskar. "
        "Kvinnor: från 16,4 % (T1 2023) till 15,4 % (T3 2023), mål 15,5."
    )


def test_missing_values_are_told() -> None:
    """A gap inside the line is said; periods still to come are not."""
    chart = TrendChart((panel("16", "", "15", ""), panel("")), "", 0)
    assert alt_text(chart, "") == (
        "Linjediagram. Kvinnor: från 16 (T1 2023) till 15 (T3 2023), värde saknas för en period. "
        "Kvinnor: inga värden."
    )


def test_a_single_value_is_told_alone() -> None:
    """One value has no from and to."""
    assert alt_text(TrendChart((panel("16"),), "", 0), "") == "Linjediagram. Kvinnor: 16 (T1 2023)."


def test_a_dumbbell_tells_both_sexes_and_their_targets() -> None:
    """A common target is told once, different targets apart."""
    rows = (
        DumbbellRow(
            "Kontakt", Decimal("90.2"), Decimal(88), Decimal(95), Decimal(95), "", certain=True
        ),
        DumbbellRow(
            "Återinskrivna", Decimal(15), Decimal(18), Decimal("15.5"), None, "", certain=True
        ),
    )
    assert alt_text(DumbbellChart(rows, "%", "K − M"), "Skillnaden är liten") == (
        "Diagram med kvinnor och män på samma skala (%). Skillnaden är liten. "
        "Kontakt: kvinnor 90,2, män 88, mål 95. "
        "Återinskrivna: kvinnor 15, män 18, mål för kvinnor 15,5."
    )


def test_a_year_tells_what_is_drawn() -> None:
    """Only the lines that are there are told."""
    chart = CumulativeChart(
        2024, (Decimal(90),), (), (Decimal(99),), "Mål 99", "90 till och med april", "2023: 80"
    )
    assert alt_text(chart, "Fler än väntat!") == (
        "Linjediagram med ackumulerade värden 2024. Fler än väntat! 90 till och med april. Mål 99."
    )


def test_a_hidden_unit_is_told_in_words() -> None:
    """Two dots cannot be heard."""
    rows = (
        UnitRow("Kalix", Decimal(76), None, None, "76 %"),
        UnitRow("Rehab", None, None, None, ".."),
    )
    chart = RankedUnitsChart(rows, Decimal(80), "Mål 80 %", None, "", "%")
    assert alt_text(chart, "") == (
        "Punktdiagram med enheter i ordning. Mål 80 %. Kalix: 76 %. "
        "Rehab: visas inte på grund av sekretess."
    )


def test_a_waterfall_tells_every_bar() -> None:
    """Bars are told in order."""
    bars = (Bar("Budget", Decimal(10), "10", total=True), Bar("Volym", Decimal(2), "+2"))
    assert alt_text(WaterfallChart(bars), "") == "Vattenfallsdiagram. Budget: 10. Volym: +2."


def test_nothing_to_tell_is_told() -> None:
    """An empty chart says that it has no values."""
    assert alt_text(WaterfallChart(()), "Budgeten") == "Vattenfallsdiagram. Budgeten. Inga värden."


def test_what_has_no_room_is_counted() -> None:
    """A long list ends with how many are left."""
    bars = tuple(Bar(f"Kostnadsslag nummer {i}", Decimal(i), f"+{i}") for i in range(40))
    told = alt_text(WaterfallChart(bars), "Kostnaden ökar")
    shown = told.count("Kostnadsslag nummer")
    assert told.endswith(f"Och {40 - shown} till.")


@given(
    title=st.text(max_size=700),
    names=st.lists(st.text(min_size=1, max_size=200), max_size=20),
)
def test_alt_text_is_never_too_long(title: str, names: list[str]) -> None:
    """Whatever the names, the text stays within its limit."""
    bars = tuple(Bar(name, Decimal(1), "+1") for name in names)
    assert len(alt_text(WaterfallChart(bars), title)) <= MOST_CHARACTERS


def test_a_control_chart_tells_its_lines_and_how_many_months_are_beyond_chance() -> None:
    """First and last month, target, centre and limits, then the count."""
    chart = ControlChart(
        (
            ControlMark(TrendPoint("jan", "2024", Decimal(81), "81 %"), Meaning.CHANCE),
            ControlMark(TrendPoint("feb", "2024", None, ""), Meaning.CHANCE),
            ControlMark(TrendPoint("mar", "2024", Decimal(93), "93 %"), Meaning.BETTER),
        ),
        (LimitRun(0, 2, Decimal(85), Decimal(80), Decimal(90)),),
        "Övre gräns 90 %",
        "Medel 85 %",
        "Undre gräns 80 %",
        Decimal(95),
        "Mål 95 %",
        "%",
    )

    assert (
        "Styrdiagram med månader. Svar blir bättre. Från 81 % (jan 2024) till 93 % (mar 2024). "
        "Mål 95 %. Medel 85 %. Övre gräns 90 %. Undre gräns 80 %. 1 av 2 månader är mer än slump."
    ) == alt_text(chart, "Svar blir bättre")


def test_a_control_chart_without_months_says_that_there_are_none() -> None:
    """Nothing is told of lines that are not drawn."""
    empty = ControlChart((), (), "", "", "", None, "", "")

    assert "Styrdiagram med månader. Svar. Inga värden." == alt_text(empty, "Svar")


def test_a_risk_matrix_tells_the_highest_risks_first() -> None:
    """Each risk value that some moment has, with the moments' numbers."""
    marks = (RiskMark("1", 3, 2), RiskMark("2", 4, 3), RiskMark("3", 2, 3))
    steps = ("a", "b", "c", "d")
    matrix = RiskMatrix(marks, steps, steps, (("låg", 3), ("hög", 16)))
    assert alt_text(matrix, "Ett moment har hög risk") == (
        "Riskmatris. Ett moment har hög risk. Riskvärde 12: 2. Riskvärde 6: 1, 3."
    )


def test_sparklines_tell_the_ends_of_each_line_and_its_change() -> None:
    """Each row: first and last month with their values; a row without values says so."""
    points = (
        TrendPoint("aug", "2023", Decimal(812), "812"),
        TrendPoint("aug", "2024", Decimal(842), "842"),
    )
    rows = (
        SparkRow("Nettokostnad", "mnkr", points, "842", "+3,7 %", 0),
        SparkRow("Besök", "", (), "–", "–"),
    )
    chart = SparklineChart(rows, "augusti 2023–augusti 2024", "aug 2024", "mot aug 2023")

    assert (
        "Små linjediagram per månad. Kostnaden ökar. "
        "Nettokostnad: från 812 (aug 2023) till 842 (aug 2024), +3,7 %. Besök: inga värden."
    ) == alt_text(chart, "Kostnaden ökar")


def test_bullets_tell_outcome_earlier_value_and_target() -> None:
    """What a row lacks is left out, and a row without an outcome says so."""
    rows = (
        BulletRow("Besök", "", Decimal(401), "401", Decimal(420), "420", Decimal(430), "430"),
        BulletRow("Resultat", "", None, "–"),
    )
    chart = BulletChart(rows, "jan–aug 2024", "jan–aug 2023")

    assert (
        "Liggande staplar. Besöken minskar. Besök: 401 (jan–aug 2024), 420 (jan–aug 2023), "
        "mål 430. Resultat: inget värde."
    ) == alt_text(chart, "Besöken minskar")
