"""A measure's page: verdict, figure and the same figures, why, analysis, actions, next time."""

from __future__ import annotations

import pytest

from rapport.domain.period import OccasionKind
from rapport.report.blocks import Block, Heading, Labelled
from rapport.report.chart_specs import TrendChart
from rapport.report.facts import Facts
from rapport.report.measure_page import measure_blocks, next_occasion
from rapport.swedish.numbers import number
from regions import MINI, prepared
from report.reading import cells, figures, sentences, tables

NB = "\u00a0"
T1, T2, T3, YEAR, _MONTH = OccasionKind
PLAN = "vardplan-2023-2025"


@pytest.fixture(scope="module")
def facts() -> Facts:
    """The small region's report-back at T2 2024."""
    return prepared(MINI, reports=("aterrapportering",))[0].facts


def page(facts: Facts, measure: str) -> tuple[Block, ...]:
    """The blocks of a measure's page."""
    plan = next(p for p in facts.plans if any(i.id == measure for i in p.indicators))
    indicator = next(i for i in plan.indicators if i.id == measure)
    return measure_blocks(facts, plan, indicator)


@pytest.mark.parametrize(
    "now, planned, expected",
    [
        ({T1}, {T1, T2, YEAR}, "i delårsrapporten per augusti"),
        ({T2}, {T1, T2, YEAR}, "i årsredovisningen"),
        ({T2}, {T1, T2, T3}, "i rapporten för tredje tertialet"),
        ({YEAR}, {T1, T2, YEAR}, "i delårsrapporten per april nästa år"),
        ({T3}, {T2}, "i delårsrapporten per augusti nästa år"),
        ({YEAR}, {YEAR}, "i årsredovisningen nästa år"),
        (set(), {T2, YEAR}, "i delårsrapporten per augusti"),
        ({T2}, set(), ""),
    ],
)
def test_the_next_occasion_is_the_first_one_left_in_the_plan(
    now: set[OccasionKind], planned: set[OccasionKind], expected: str
) -> None:
    """Later this year, else the first of the next; nothing where the plan asks for none."""
    assert expected == next_occasion(frozenset(now), frozenset(planned))


def test_a_page_goes_from_verdict_to_next_time(facts: Facts) -> None:
    """The next time stands with the verdict; then the labels in their order."""
    found = page(facts, "aterinskrivning")
    assert ["Så läser du", "Så bedömt", "Analys", "Åtgärder"] == [
        block.label for block in found if isinstance(block, Labelled)
    ]
    assert sentences(found)[2].endswith("Redovisas nästa gång i årsredovisningen.")


def test_the_table_has_the_figures_of_the_chart(facts: Facts) -> None:
    """Every drawn point stands in the table, and the last is the outcome."""
    blocks = page(facts, "aterinskrivning")
    (figure,) = figures(blocks)
    table = next(t for t in tables(blocks) if t.caption == "Siffrorna i figuren")
    rows = {row[0]: row[1:] for row in cells(table)}
    assert isinstance(figure.chart, TrendChart)
    for panel in figure.chart.panels:
        shown = [number(point.value, 1) for point in panel.points if point.value]
        assert shown == [text for text in rows[panel.title] if text != "–"]
    assert ("14,8", "18,0") == (rows["Kvinnor"][-1], rows["Män"][-1])


def test_sums_are_told_in_words(facts: Facts) -> None:
    """Women and men with their sums, what the sums are, and which way is better."""
    said = sentences(page(facts, "aterinskrivning"))
    expected = (
        f"Kvinnor: 95 av 640, 14,8{NB}%. Män: 97 av 540, 18,0{NB}%. "
        "Det första talet är återinskrivna, det andra utskrivna. Lägre är bättre."
    )
    assert expected in said


def test_a_decided_verdict_stands_with_the_computed_one(facts: Facts) -> None:
    """Who decided, when, why, and what the rules gave."""
    said = " ".join(sentences(page(facts, "upplevelse")))
    assert "Delvis uppfyllt." in said
    assert (
        f"Beslutad bedömning av vårddirektören den 6{NB}september 2024: Enkäten besvarades av få "
        "patienter. Den räknade bedömningen är uppfyllt."
    ) in said


def test_a_measure_without_verdict_says_why(facts: Facts) -> None:
    """The baseline is a question mark in the plan."""
    said = " ".join(sentences(page(facts, "samtal")))
    assert "Kan inte bedömas." in said
    assert "”?”" in said or "okänt" in said


def test_a_page_begins_with_its_heading_on_a_new_page(facts: Facts) -> None:
    """With the plan's number of the measure above it."""
    (heading, *_) = page(facts, "digitala-besok")
    assert isinstance(heading, Heading)
    assert ("Digitala vårdbesök", True, True) == (
        heading.text,
        heading.new_page,
        heading.kicker.startswith("Styrmått 5 · "),
    )


def test_series_are_told_apart_in_figure_and_table(facts: Facts) -> None:
    """First visits and return visits each have their line and row."""
    blocks = page(facts, "digitala-besok")
    names = [row[0] for t in tables(blocks) for row in cells(t)]
    assert {"Nybesök", "Återbesök"} <= set(names)
