"""Kronoberg: a region with a strategy and not one measure or figure makes sensible documents."""

from __future__ import annotations

import pytest

from rapport.report.compose import compose
from rapport.report.document import Document
from rapport.report.facts import Facts
from rapport.swedish import terms
from regions import REPO, prepared
from report.reading import cells, headings, sentences, tables

KRONOBERG = REPO / "exempel" / "kronoberg"
PERIOD = "AR-2025"


@pytest.fixture(scope="module")
def facts() -> dict[str, Facts]:
    """The facts of the region's reports by their ids."""
    made = prepared(KRONOBERG, period=PERIOD)
    return {each.facts.definition.id: each.facts for each in made}


@pytest.fixture(scope="module")
def documents(facts: dict[str, Facts]) -> dict[str, Document]:
    """The region's documents by the ids of their reports."""
    return {name: compose(each) for name, each in facts.items()}


def test_both_reports_are_made_without_measured_data(documents: dict[str, Document]) -> None:
    """There is no folder with measured data, and none is needed."""
    assert not (KRONOBERG / "data" / "matvarden").exists()
    assert {"strategi", "tackning"} == set(documents)


@pytest.mark.parametrize("name", ["strategi", "tackning"])
def test_nothing_is_judged(documents: dict[str, Document], name: str) -> None:
    """No verdict, no count of met goals and no day when figures were extracted."""
    nonsense = ("av 0", "uppfyll", "siffrorna är uttagna", *map(str, terms.VERDICTS.values()))
    found = [
        (word, text)
        for text in sentences(documents[name].blocks)
        for word in nonsense
        if word.casefold() in text.casefold()
    ]
    assert [] == found


def test_the_strategy_has_its_parts_in_order(documents: dict[str, Document]) -> None:
    """Background, directions, focus areas and the three goals, each with its law."""
    titles = headings(documents["strategi"].blocks)
    wanted = ("Bakgrund", "Strategiska inriktningar", "Fokusområden", "Strategiska mål")
    goals = ("Nära och jämlik", "Säker och effektiv", "Utvecklande och hållbar")
    assert [*wanted, *goals] == [title for title in titles if title in {*wanted, *goals}]
    laws = [text for text in sentences(documents["strategi"].blocks) if "kap. " in text]
    assert 3 == len(laws)


def test_coverage_lists_every_goal_as_bare(documents: dict[str, Document]) -> None:
    """Each of the three goals has no measure, no activity and no assignment."""
    rows = cells(tables(documents["tackning"].blocks)[0])
    assert [
        ["Nära och jämlik", "0", "0", "0"],
        ["Säker och effektiv", "0", "0", "0"],
        ["Utvecklande och hållbar", "0", "0", "0"],
    ] == [row[:4] for row in rows]


def test_only_the_approval_is_missing(facts: dict[str, Facts]) -> None:
    """What stops the coverage report is its own head, not goals without measures."""
    missing = [item.what for item in facts["tackning"].missing if item.blocking]
    assert ["Godkänt datum är tomt i dokumenthuvudet"] == missing[:1]
    assert all("ersion" in what for what in missing[1:])
