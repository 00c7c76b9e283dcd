"""The action plan cut to what one recipient gets, or to what one body answers for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rapport.domain.organisation import Board
from rapport.domain.problem import Location
from rapport.report.activity_cuts import Cut, activities_of, areas_of, views
from rapport.report.blocks import Block, DecisionBox, KeyMessages, Lead, StatusCounts
from rapport.report.cut_options import cut_problems
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import plain
from rapport.report.sections import SECTIONS
from regions import MINI, prepared
from report.reading import cells, headings, sentences, tables

PLAN = "lakemedel-2024"


@pytest.fixture(scope="module")
def facts() -> Facts:
    """The small region at T2, where the board gets one of three activities."""
    return prepared(MINI, reports=("aterrapportering",))[0].facts


def section(facts: Facts, kind: str, **options: str) -> tuple[Block, ...]:
    """One section about the action plan."""
    return SECTIONS[kind](facts, SectionRequest(kind, {"plan": PLAN, **options}))


def lead(blocks: tuple[Block, ...]) -> str:
    """The opening statement of a section."""
    return next(plain(block.content) for block in blocks if isinstance(block, Lead))


def kept(facts: Facts, cut: Cut) -> list[str]:
    """The ids of the activities in a cut."""
    areas = areas_of(facts.region, facts.plan(PLAN), cut)
    return [activity.id for activity in activities_of(areas)]


def with_collective(facts: Facts) -> Facts:
    """The council's name stands for two groups of its own."""
    members = (Board("nord", "Norra gruppen"), Board("syd", "Södra gruppen"))
    boards = tuple(
        replace(board, members=("nord", "syd")) if board.id == "radet" else board
        for board in facts.region.boards
    )
    return replace(facts, region=replace(facts.region, boards=(*boards, *members)))


@pytest.mark.parametrize("name", ["hsn", "Vårdnämnden", "Vårdnämnden Fjället"])
def test_a_recipient_may_be_named_in_any_way(facts: Facts, name: str) -> None:
    """Id, name and alias mean the same body."""
    assert ["behandling-3"] == kept(facts, Cut(recipient=name))


def test_an_owner_answers_for_its_own_activities(facts: Facts) -> None:
    """Those who only contribute do not answer for them."""
    assert ["behandling-3"] == kept(facts, Cut(responsible="radet"))
    assert [] == kept(facts, Cut(responsible="Apotekare"))


def test_a_collective_name_stands_for_each_of_its_members(facts: Facts) -> None:
    """Each group gets all that the plan sends to the council."""
    given = with_collective(facts)
    assert ["behandling-1", "behandling-3", "hantering-1"] == kept(given, Cut(recipient="nord"))


def test_recipients_that_get_the_same_share_a_view(facts: Facts) -> None:
    """The two groups are one view; the board has another."""
    given = with_collective(facts)
    found = views(given.region, given.plan(PLAN))
    wanted = [("Norra gruppen", "Södra gruppen"), ("Vårdnämnden",)]
    assert wanted == [view.recipients for view in found]


def test_a_cut_shows_only_its_rows_and_their_measures(facts: Facts) -> None:
    """Area, measures and counts are all those of the one activity."""
    said = section(facts, "handlingsplan", mottagare="hsn", matt="nej")
    assert "Till Vårdnämnden rapporteras en av planens tre aktiviteter: en pågår." == lead(said)
    assert "Rätt hantering" not in headings(said)
    area = next(table for table in tables(said) if table.anchor == "tabell-ratt-behandling")
    assert ["3"] == [row[0] for row in cells(area)]
    assert "en av planens två aktiviteter" == area.caption_note


def test_a_cut_without_activities_says_so(facts: Facts) -> None:
    """An owner with nothing to do is told plainly."""
    said = section(facts, "handlingsplan", ansvarig="Apotekare")
    assert "Apotekare ansvarar för ingen av planens aktiviteter." == lead(said)


def test_the_views_leave_out_the_reports_own_recipient(facts: Facts) -> None:
    """The report goes to the board, which reads all of it."""
    said = section(facts, "handlingsplan-mottagare")
    assert ["Per mottagare", "Läkemedelsrådet"] == headings(said)


def test_the_summary_counts_activities_and_asks_for_what_is_late(facts: Facts) -> None:
    """Two are under way and one is late; the new time is for the board to accept."""
    said = section(facts, "handlingsplan-sammanfattning")
    (counts,) = (block for block in said if isinstance(block, StatusCounts))
    assert [0, 2, 1, 0, 0] == [count for _, count, _ in counts.items]
    (box,) = (block for block in said if isinstance(block, DecisionBox))
    assert "Godta den nya tiden för den försenade aktiviteten." == plain(box.items[1])


def test_what_the_plan_wants_reported_now_is_a_table(facts: Facts) -> None:
    """The activity of May is due at T2; the one of December and the ongoing one are not."""
    said = section(facts, "handlingsplan-sammanfattning")
    due = next(table for table in tables(said) if table.anchor == f"tabell-nu-{PLAN}")
    assert [["maj", "tiden gick ut i maj 2024"]] == [row[2:4] for row in cells(due)]


def test_a_cut_summary_tells_nothing_of_the_others(facts: Facts) -> None:
    """The board's summary has its one activity and no late ones."""
    said = section(facts, "handlingsplan-sammanfattning", mottagare="hsn")
    (messages,) = (block for block in said if isinstance(block, KeyMessages))
    assert plain(messages.items[0]).startswith("Ingen av en aktivitet är försenad.")
    assert "Ingen aktivitet har en tid i planen som infaller nu." in sentences(said)


@pytest.mark.parametrize("key", ["mottagare", "ansvarig"])
def test_a_cut_by_an_unknown_name_is_a_problem(facts: Facts, key: str) -> None:
    """A slip would give an empty report; the message lists the names of the plan."""
    place = Location("reports/snitt.yaml", 9, 5)
    request = SectionRequest("handlingsplan", {"plan": PLAN, key: "Läkemedelsrådt"}, place)
    definition = replace(facts.definition, sections=(request,))
    (problem,) = cut_problems([definition], facts.region, facts.plans)
    assert (place, "okänt-val") == (problem.location, problem.code)
    assert "Läkemedelsrådet" in problem.message


@pytest.mark.parametrize("name", ["radet", "Läkemedelsrådet", "Verksamhetscheferna"])
def test_a_cut_by_a_name_of_the_plan_or_the_region_is_right(facts: Facts, name: str) -> None:
    """Those who answer for an activity need not be bodies of the region."""
    request = SectionRequest("handlingsplan", {"plan": PLAN, "ansvarig": name})
    definition = replace(facts.definition, sections=(request,))
    assert [] == list(cut_problems([definition], facts.region, facts.plans))
