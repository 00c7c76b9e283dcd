"""The management report: months that can be added up by hand, and never a verdict."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from rapport.report.blocks import Block, Heading, Note
from rapport.report.chart_specs import BulletChart, SparklineChart
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import SignMark, line
from rapport.report.sections import SECTIONS
from regions import prepared
from report.monthly_region import LATE, monthly_region
from report.reading import cells, figures, sentences, tables

NB = "\u00a0"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small region with two years of months."""
    return monthly_region(tmp_path_factory.mktemp("manader"))


@pytest.fixture(scope="module")
def facts(root: Path) -> Facts:
    """The report for the last month; a month chooses the monthly report by itself."""
    (only,) = prepared(root, period=LATE)
    return only.facts


def section(facts: Facts, **options: str) -> tuple[Block, ...]:
    """The section with its options."""
    return SECTIONS["ledningsrapport"](facts, SectionRequest("ledningsrapport", options))


def test_a_month_chooses_the_monthly_report(facts: Facts) -> None:
    """The tertial reports are not made for a month."""
    assert "ledning" == facts.definition.id


def test_a_sum_shows_the_month_the_year_so_far_and_twelve_months(facts: Facts) -> None:
    """110 a month in 2024 and 100 before: 880 and 800 so far, 1 280 in twelve months."""
    economy = tables(section(facts))[0]
    assert [
        "Kontrollmått", "aug 2024", "aug 2023", "Förändring", "jan–aug 2024", "jan–aug 2023",
        "Rullande tolv månader",
    ] == [column.title for column in economy.columns]  # fmt: skip
    assert [
        ["Nettokostnad\nmnkr", "110,0", "100,0", "+10,0", "880,0", "800,0", f"1{NB}280,0"],
        ["Inhyrd personal\nmnkr", "8,0", "10,0", "−2,0", "64,0", "80,0", "104,0"],
    ] == cells(economy)


def test_women_and_men_have_rows_of_their_own(facts: Facts) -> None:
    """Women 6 of 100 and 7 before, men 4 in both years; together 5 and 5,5."""
    staff = cells(tables(section(facts))[1])
    assert [
        ["Sjukfrånvaro\nprocent", "5,0", "5,5", "−0,5", "5,0", "5,5", "5,2"],
        ["Sjukfrånvaro, kvinnor", "6,0", "7,0", "−1,0", "6,0", "7,0", "6,3"],
        ["Sjukfrånvaro, män", "4,0", "4,0", "oförändrat", "4,0", "4,0", "4,0"],
    ] == staff[:3]


def test_a_level_is_never_added_up_and_a_late_month_is_told(facts: Facts) -> None:
    """Employees in August are not in: a dash, and what July said."""
    staff = tables(section(facts))[1]
    assert ["Anställda\nantal", "–", f"1{NB}001", "–", "–", "–", "–"] == cells(staff)[-1]
    notes = [text for text in sentences(section(facts)) if "senaste uppgift" in text]
    assert [True] == [f"Anställda: senaste uppgift är 1{NB}002 för juli 2024." in n for n in notes]


def test_the_lines_have_the_figures_of_the_table(facts: Facts) -> None:
    """Two years of months, the last figure, its change, and a ring on the month compared with."""
    chart = figures(section(facts))[0].chart
    assert isinstance(chart, SparklineChart)
    (cost, hired) = chart.rows
    assert (24, 11, "110,0", "+10,0") == (len(cost.points), cost.compared, cost.text, cost.change)
    assert ("sep", "2022", "aug", "2024") == (
        cost.points[0].tick, cost.points[0].group, cost.points[-1].tick, cost.points[-1].group
    )  # fmt: skip
    assert "−2,0" == hired.change


def test_sums_so_far_are_bars_against_last_year(facts: Facts) -> None:
    """Only measures that add up, where there are two of them."""
    charts = [figure.chart for figure in figures(section(facts))]
    bullets = [chart for chart in charts if isinstance(chart, BulletChart)]
    assert [[("Nettokostnad", "880,0", "800,0"), ("Inhyrd personal", "64,0", "80,0")]] == [
        [(row.name, row.text, row.earlier_text) for row in chart.rows] for chart in bullets
    ]


def test_titles_count_directions_and_judge_nothing(facts: Facts) -> None:
    """No word of better or worse, no target, no verdict's sign."""
    said = section(facts)
    assert [
        "Ett av två kontrollmått är högre än i augusti 2023 och ett lägre",
        "Hittills i år är ett av två kontrollmått högre än januari–augusti 2023 och ett lägre",
        "Ett av två kontrollmått är lägre än i augusti 2023",
    ] == [figure.title for figure in figures(said)]
    judging = ("uppfyll", "bättre", "sämre", "når målet")
    assert [] == [text for text in sentences(said) if any(word in text for word in judging)]
    rows = [row for table in tables(said) for row in table.rows]
    parts = [part for row in rows for cell in row.cells for each in cell for part in each]
    assert [] == [part for part in parts if isinstance(part, SignMark)]


def test_a_measure_alone_is_named_as_one(facts: Facts) -> None:
    """A measure alone is not one of one; and a sum alone has no bars."""
    plan = facts.plans[0]
    economy = replace(plan.monitoring[0], indicators=plan.monitoring[0].indicators[:1])
    alone = replace(plan, monitoring=(economy,))
    (figure,) = figures(section(replace(facts, plans=(alone,))))
    assert "Kontrollmåttet är högre än i augusti 2023" == figure.title


def test_a_tertial_shows_its_months(root: Path) -> None:
    """May to August stand in a table of their own, below what the month's report has."""
    facts = prepared(root, period="T2-2024", reports=("ledning",))[0].facts
    months = next(t for t in tables(section(facts)) if "månad för månad" in t.caption)
    assert ["Kontrollmått", "maj", "juni", "juli", "augusti"] == [c.title for c in months.columns]
    assert ["Nettokostnad\nmnkr", "110,0", "110,0", "110,0", "110,0"] == cells(months)[0]
    assert [] == [t for t in tables(section(facts)) if not t.rows]


def test_a_year_shows_its_months_by_half_years(root: Path) -> None:
    """Six columns have room for large figures; women and men are left to the table above."""
    facts = prepared(root, period="AR-2024", reports=("ledning",))[0].facts
    halves = [t for t in tables(section(facts)) if "månad för månad" in t.caption]
    assert [("januari–juni 2024", 7), ("juli–december 2024", 7)] * 2 == [
        (table.caption_note, len(table.columns)) for table in halves
    ]
    assert {1000} == {sum(column.width for column in table.columns) for table in halves}
    assert ["Nettokostnad\nmnkr", "110,0", "110,0", "–", "–", "–", "–"] == cells(halves[1])[0]
    assert ["Sjukfrånvaro\nprocent", "Anställda\nantal"] == [row[0] for row in cells(halves[2])]


def test_a_whole_year_needs_no_rolling_year(root: Path) -> None:
    """In December the last twelve months are the year."""
    facts = prepared(root, period="AR-2024", reports=("ledning",))[0].facts
    economy = tables(section(facts))[0]
    assert "Ekonomi: månaden och året" == economy.caption
    assert ["2024", "2023"] == [column.title for column in economy.columns[-2:]]
    assert 1000 == sum(column.width for column in economy.columns)


def test_as_an_annex_it_says_so(facts: Facts) -> None:
    """The kicker over the heading; its place in the contents is kept."""
    heading = section(facts, bilaga="ja")[0]
    assert isinstance(heading, Heading)
    assert ("Bilaga", "Ledningsrapport per augusti 2024", True) == (
        heading.kicker, heading.text, heading.in_contents
    )  # fmt: skip


def test_texts_stand_under_their_areas(facts: Facts) -> None:
    """The text of an area comes between its heading and its table."""
    text: tuple[Block, ...] = (Note(line("Inhyrningen minskar.")),)
    said = section(replace(facts, texts={"ledningsrapport.ekonomi": text}))
    wanted = ["Ekonomi", "Inhyrningen minskar.", "Ekonomi: månaden, året hittills och tolv månader"]
    assert wanted == [text for text in sentences(said) if text in wanted]


def test_what_is_late_is_asked_for(facts: Facts) -> None:
    """The measure without its last month, and the texts of the areas, with their offices."""
    late = [item for item in facts.missing if "uppgift saknas" in item.what]
    assert [("Anställda: uppgift saknas för augusti 2024", "HR-avdelningen")] == [
        (item.what, item.who) for item in late
    ]


def test_the_text_of_an_area_is_asked_of_the_office_that_owns_its_measures(facts: Facts) -> None:
    """Where several do, it is asked of those who prepare the report."""
    asked = {i.what: i.who for i in facts.missing if i.what.startswith("Text saknas")}
    assert ("Staben", "HR-avdelningen") == (
        asked["Text saknas: ledningsrapport, ekonomi (filen ledningsrapport.ekonomi.md)"],
        asked["Text saknas: ledningsrapport, personal (filen ledningsrapport.personal.md)"],
    )


def test_a_unit_has_only_the_measures_it_reports(root: Path) -> None:
    """The months are the region's own; a division that reports none of them has no empty rows."""
    unit = prepared(root, period=LATE, units=("soder",))[0].facts
    assert "Rapportens planer har inga kontrollmått." in sentences(section(unit))
    assert [] == tables(section(unit))
    assert [] == [item.what for item in unit.missing if "uppgift saknas" in item.what]


def test_plans_without_monitoring_say_so(facts: Facts) -> None:
    """No table without rows."""
    bare = replace(facts.plans[0], monitoring=())
    said = sentences(section(replace(facts, plans=(bare,))))
    assert "Rapportens planer har inga kontrollmått." in said
