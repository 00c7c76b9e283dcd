"""The sample data holds every row of the director's report, the assignments and the strategy."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

import pytest

import seed_agreements
import seed_registers as seed
from rapport.domain.agreement import Agreement, AgreementAmount
from rapport.domain.assignment import Assignment
from rapport.domain.control import Control, ControlLevel
from regions import REPO
from seed_agreements import Amount
from seed_reading import plan_of

KRONOBERG = REPO / "exempel" / "kronoberg"
AGREEMENTS = (*seed_agreements.ONGOING, *seed_agreements.NEW)


def assignments() -> tuple[Assignment, ...]:
    """The register of assignments to the director."""
    return plan_of(REPO, "uppdrag-regiondirektoren").assignments


def controls() -> tuple[Control, ...]:
    """The controls of the region and its divisions."""
    return plan_of(REPO, "internkontrollplan-2024").controls


def agreements() -> tuple[Agreement, ...]:
    """The national agreements."""
    return plan_of(REPO, "overenskommelser").agreements


def amounts(trees: Iterable[AgreementAmount]) -> tuple[Amount, ...]:
    """Year, figure, unit and depth of every sum in order."""
    return tuple(
        (each.year, "" if each.amount is None else str(each.amount), each.unit.value, depth)
        for tree in trees
        for depth, each in tree.walk()
    )


@pytest.mark.parametrize("row", seed.ASSIGNMENTS, ids=lambda row: row.id)
def test_an_assignment_is_as_its_source(row: seed.AssignmentRow) -> None:
    """Decision day, case, origin, parts and the printed rule for when it is reported."""
    given = next(each for each in assignments() if each.id == row.id)
    decision = given.decision
    assert decision is not None
    assert ("rs", row.day, row.case) == (decision.body, decision.day, decision.case)
    assert (row.origin, row.parts, row.due) == (given.origin.value, len(given.parts), given.due)


def test_four_assignments_in_order() -> None:
    """The register has the four of the report, numbered by their place."""
    expected = [(str(place), row.id) for place, row in enumerate(seed.ASSIGNMENTS, start=1)]
    assert expected == [(each.number, each.id) for each in assignments()]


def test_who_waits_is_kept_by_site_and_adds_up() -> None:
    """47, 10, 54 and 40 at four sites, 151 together, all of October 2021 and of BUP."""
    notes = [n for n in assignments()[1].history if n.day == "2021-10-31"]
    by_site = {note.site: int(re.findall(r"\d+", note.text)[0]) for note in notes if note.site}
    assert (seed.WAITING, seed.WAITING_IN_ALL) == (by_site, sum(by_site.values()))
    whole = next(note for note in notes if not note.site)
    assert whole.text.startswith(f"{seed.WAITING_IN_ALL} personer")
    assert {("Division Länssjukvård", "Barn- och ungdomspsykiatrin")} == {
        (note.division, note.unit) for note in notes
    }


def test_old_reports_are_history_with_their_own_dates() -> None:
    """The hearing and the status report of 2021 keep their days; nothing is dated after 2022."""
    days = {each.id: [note.day for note in each.history] for each in assignments()}
    embedded = days["barn-och-unga-psykisk-ohalsa"]
    assert ["2021-06-10", "2021-09-07"] == sorted(set(embedded))
    assert "2022-02-09" == max(day for listed in days.values() for day in listed)


@pytest.mark.parametrize("row", seed.CONTROLS, ids=lambda row: row.id)
def test_a_control_is_as_its_rows(row: seed.ControlRow) -> None:
    """Name as printed, and one step with one performer for each printed row."""
    control = next(each for each in controls() if each.id == row.id)
    performers = tuple(step.performers for step in control.steps)
    assert (row.text, tuple((who,) for who in row.performers)) == (control.text, performers)


def test_sixteen_moments_in_eighteen_rows() -> None:
    """In the document's order; the director's office's three hold for the whole region."""
    found = controls()
    assert [row.id for row in seed.CONTROLS] == [control.id for control in found]
    assert (16, 18) == (len(found), sum(len(control.steps) for control in found))
    by_level = [control.level for control in found]
    assert (3, 13) == (by_level.count(ControlLevel.REGION), by_level.count(ControlLevel.DIVISION))


def test_two_moments_share_their_method() -> None:
    """The two of the dental service have the same text, as in the document."""
    methods = {control.id: control.steps[0].method for control in controls()}
    assert methods["ledning-forandringsarbete"] == methods["genomforande-forandringsledning"]


@pytest.mark.parametrize("row", AGREEMENTS, ids=lambda row: row.id)
def test_an_agreement_has_its_amounts(row: seed_agreements.AgreementRow) -> None:
    """Name, years, and every sum of the country and the region with what it consists of."""
    given = next(each for each in agreements() if each.id == row.id)
    years = (given.first_year, given.last_year)
    assert (row.name, row.years, row.national, row.regional) == (
        given.name,
        years,
        amounts(given.national),
        amounts(given.regional),
    )


def test_seven_ongoing_and_four_new() -> None:
    """In the order of the two lists."""
    found = agreements()
    assert [row.id for row in AGREEMENTS] == [each.id for each in found]
    assert [False] * 7 + [True] * 4 == [each.is_new for each in found]


def test_the_regions_sum_for_2018() -> None:
    """The sums the document states for Norrbotten in 2018 come to 82,545 mnkr."""
    stated = [
        whole.amount
        for each in agreements()
        for whole in each.regional
        if whole.year == 2018 and whole.amount is not None
    ]
    assert Decimal(seed_agreements.REGION_2018) == sum(stated)


def test_what_is_odd_in_the_source_is_told() -> None:
    """Wrong units, double sums, double names, missing sums and a paragraph printed twice."""
    told = {each.id: " ".join(each.deviations) for each in agreements()}
    assert "1,4 mdkr" in told["psykisk-halsa"]
    assert "980 mkr" in told["patientmiljard"]
    assert "Bättre förutsättningar" in told["vardens-medarbetare"]
    assert "saknas" in told["vardens-medarbetare"]
    assert "två gånger" in told["barnhalsovard"]


def test_the_strategy_of_kronoberg() -> None:
    """Three goals with their law and no measure, four directions and three focus areas."""
    plan = plan_of(KRONOBERG, "lakemedelsstrategi-2025-2030")
    assert seed.STRATEGIC_GOALS == tuple((goal.name, goal.statute) for goal in plan.goals)
    assert seed.DIRECTIONS == tuple(part.name for part in plan.directions)
    assert seed.FOCUS_AREAS == tuple(part.name for part in plan.focus_areas)
    assert [] == list(plan.indicators)
