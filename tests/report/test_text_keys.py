"""Which texts a report asks for: those its sections print, and no others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.text_keys import wanted_texts
from regions import MINI, REPO, prepared

PLAN, ACTIONS = "vardplan-2023-2025", "lakemedel-2024"


@pytest.fixture(scope="module")
def facts() -> Facts:
    """The small region's report-back at T2 2024."""
    return prepared(MINI, reports=("aterrapportering",))[0].facts


def keys(facts: Facts, kind: str, **options: str) -> list[str]:
    """The keys of the texts that one section asks for."""
    only = replace(facts.definition, sections=(SectionRequest(kind, options),))
    return [key for key, _ in wanted_texts(replace(facts, definition=only))]


def test_goals_ask_for_goals_factors_and_judged_measures(facts: Facts) -> None:
    """An analysis wherever there is a verdict."""
    measures = ("aterinskrivning", "fraga-om-vald", "antibiotika", "samtal", "digitala-besok")
    expected = {
        *("mal.nara-vard", "mal.hallbar-ekonomi"),
        *("faktor.sammanhallen-vard", "faktor.digital-ingang"),
        *(f"analys.{measure}" for measure in (*measures, "upplevelse")),
    }
    assert expected == set(keys(facts, "strategiska-mal", plan=PLAN))


def test_an_action_plan_asks_for_its_text_and_due_measures(facts: Facts) -> None:
    """The measure that is reported once a year has nothing to analyse yet."""
    assert ["handlingsplan", "analys.kostnad"] == keys(facts, "handlingsplan", plan=ACTIONS)


def test_a_cut_asks_only_for_the_measures_that_it_prints(facts: Facts) -> None:
    """The board gets the measure of cost, the chemists nothing, and neither the plan's text."""
    assert ["analys.kostnad"] == keys(facts, "handlingsplan", plan=ACTIONS, mottagare="hsn")
    assert [] == keys(facts, "handlingsplan", plan=ACTIONS, ansvarig="Apotekare")


def test_assignments_ask_for_texts_unless_told_not_to(facts: Facts) -> None:
    """One for each assignment."""
    assert ["uppdrag.dialog", "uppdrag.tandvard"] == keys(facts, "riktade-uppdrag")
    assert [] == keys(facts, "riktade-uppdrag", texter="nej")


@pytest.mark.parametrize(
    "kind, expected",
    [
        ("kvinnor-och-man", ["kvinnor-och-man"]),
        ("ekonomi", ["ekonomi"]),
        ("namndens-uppdrag", ["verksamhetsrapport.uppdrag"]),
        ("styrmatt-oversikt", ["faktor.sammanhallen-vard", "faktor.digital-ingang"]),
        ("forstasida", []),
        ("definitioner", []),
        ("saknas", []),
    ],
)
def test_a_section_asks_for_the_texts_it_prints(
    kind: str, expected: list[str], facts: Facts
) -> None:
    """By their keys, which are the names of the files."""
    assert expected == keys(facts, kind)


def test_a_section_that_is_a_text_asks_for_its_own(facts: Facts) -> None:
    """With its heading as what it is about."""
    only = SectionRequest("text", {"nyckel": "framatblick", "rubrik": "Framåtblick"})
    changed = replace(facts, definition=replace(facts.definition, sections=(only,)))
    assert (("framatblick", "Framåtblick"),) == wanted_texts(changed)


def test_a_text_that_two_sections_print_is_asked_for_once() -> None:
    """The goals' texts stand in two sections of the board's report."""
    facts = prepared(REPO, reports=("verksamhetsrapport",))[0].facts
    found = [key for key, _ in wanted_texts(facts)]
    assert len(set(found)) == len(found)


def test_every_text_of_the_example_region_is_asked_for() -> None:
    """No text lies there that no report prints; a misspelt file name would be one."""
    asked = {key for each in prepared(REPO) for key, _ in wanted_texts(each.facts)}
    given = {text.key for text in prepared(REPO)[0].facts.follow_up.texts}
    printed_where_there_is_one = {"sammanfattning", "internkontroll.plan"}
    assert printed_where_there_is_one >= given - asked
