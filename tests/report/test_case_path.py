"""Which of a round's meetings a report goes to, by who receives it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rapport.domain.meetings import MeetingCalendar, Stage
from rapport.domain.organisation import Board
from rapport.domain.period import Occasion
from rapport.report.case_path import body_of, free_day_note, hand_in_by, round_of
from rapport.report.facts import Facts
from regions import MINI, prepared

NB = "\u00a0"
OWN = ["HSNI", "HSNB", "HSN"]


@pytest.fixture(scope="module")
def facts() -> Facts:
    """The small region's report to its board, in a region that has all three bodies."""
    found = prepared(MINI, reports=("aterrapportering",))[0].facts
    boards = (Board("hsn", "Vårdnämnden"), Board("rs", "Styrelsen"), Board("rf", "Fullmäktige"))
    return replace(found, region=replace(found.region, boards=boards))


def path(facts: Facts, recipient: str, board: str = "hsn", occasion: str = "T2-2024") -> list[str]:
    """The stages of a report to a body, made from a plan of a board."""
    assert facts.calendar is not None
    definition = replace(facts.definition, recipient=recipient)
    plan = replace(facts.plans[0], board=board)
    found = round_of(facts.region, definition, (plan,), facts.calendar, Occasion.parse(occasion))
    return [stage.value for stage, _ in found.days] if found else []


@pytest.mark.parametrize(
    "recipient, board, expected",
    [
        ("hsn", "hsn", [*OWN, "RS", "RF"]),
        ("rf", "hsn", [*OWN, "RS", "RF"]),
        ("rs", "hsn", [*OWN, "RS"]),
        ("rs", "rs", ["RS"]),
        ("rf", "rf", ["RS", "RF"]),
        ("lsg", "hsn", []),
    ],
)
def test_a_report_shares_the_days_of_its_recipient(
    facts: Facts, recipient: str, board: str, expected: list[str]
) -> None:
    """The board's own cases pass it first; others go straight to the executive or nowhere."""
    assert expected == path(facts, recipient, board)


def test_a_body_is_known_by_its_abbreviation(facts: Facts) -> None:
    """The stage "RS" is the meeting of the body with that id or alias."""
    renamed = (Board("styrelsen", "Styrelsen", ("RS",)),)
    found = body_of(replace(facts.region, boards=renamed), Stage.EXECUTIVE)
    assert ("styrelsen", "rs") == (found, body_of(facts.region, Stage.EXECUTIVE))


def test_a_month_goes_with_the_first_papers_after_it(facts: Facts) -> None:
    """August's report goes to the executive in the round whose papers are handed in later."""
    assert ["RS"] == path(facts, "rs", "rs", occasion="2024-08")
    assert [] == path(facts, "rs", "rs", occasion="2024-11")


def test_an_unknown_occasion_has_no_round(facts: Facts) -> None:
    """A tertial that no round is tied to is not guessed at."""
    assert [] == path(facts, "hsn", occasion="T1-2023")


def test_papers_due_on_a_holiday_are_handed_in_before() -> None:
    """Epiphany 2023 was a Friday: the last working day is Thursday."""
    holiday = date(2023, 1, 6)
    assert (date(2023, 1, 5), date(2023, 1, 9)) == (
        hand_in_by(holiday),
        hand_in_by(date(2023, 1, 9)),
    )
    said = f"6{NB}januari är trettondedag jul; sista arbetsdagen före är torsdag 5{NB}januari"
    assert (said, "") == (free_day_note(holiday), free_day_note(date(2023, 1, 9)))


def test_the_recipients_own_calendar_is_all_its_way(facts: Facts) -> None:
    """A calendar of the executive's own has its submission and preparation too."""
    assert isinstance(facts.calendar, MeetingCalendar)
    own = replace(facts, calendar=replace(facts.calendar, board="rs"))
    assert [*OWN, "RS", "RF"] == path(own, "rs", "rs")
