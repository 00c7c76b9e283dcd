"""Follow-up of controls, assignments and demands: read with places, and checked."""

from __future__ import annotations

import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from rapport.domain.agreement import RequirementReport, RequirementStatus
from rapport.domain.assignment import AssignmentReport, BodyDecision, ProgressNote, Proposal
from rapport.domain.control import (
    ControlJudgement,
    ControlResult,
    ControlVerdict,
    Deviation,
    NextYear,
)
from rapport.domain.follow_up import Cause, FollowUp
from rapport.domain.period import Occasion
from rapport.domain.problem import NOWHERE, Severity
from rapport.sources.workspace import read_workspace

BASE = Path(__file__).parent / "errors" / "_bas"
T2 = Occasion.parse("T2-2024")
PLAN = """id: extra
slag: internkontrollplan
namn: Extra
nämnd: hsn
första_år: 2023
sista_år: 2024
internkontroll:
  - {id: fakturor, kontrollmoment: Fakturor, steg: [{metod: Ett}, {metod: Två}]}
riktade_uppdrag:
  - {id: remisser, text: Se över, beslut: {organ: Hälso- och sjukvårdsnämnden, datum: 2023-02-20}}
överenskommelser:
  - {id: halsa, namn: Hälsa, första_år: 2023, sista_år: 2024, krav: [{id: plan, text: En plan}]}
"""
GIVEN = "period: {period}\nplan: extra\n"
ALL = """kontroller:
  - {kontroll: fakturor, genomförd: 2024-05-14, omfattning: 20 av 140, resultat: Fel i två,
     avvikelsegrad: mindre avvikelse, åtgärd: Ny rutin, ansvarig: Service, klart: hösten 2024,
     nästa_år: ändras, skäl_nästa_år: Ny rutin, lämnad_av: Service}
  - {kontroll: fakturor, steg: 2}
samlad_internkontroll: {bedömning: otillräcklig, beslutad_av: HSN, datum: 2024-09-27, skäl: Fel}
uppdrag:
  - avser: remisser
    lägen: [{datum: 2024-08-28, division: Nära, verksamhet: Primärvård, ort: Kiruna, text: Klart}]
    kvarstår: Inget
    nästa_återrapportering: 2025-02-12
    förslag: föreslås avslutat
    avslutat_genom: {organ: hsn, datum: 2024-09-01, ärende: Avslut, paragraf: "7"}
    lämnad_av: Nära
krav:
  - {överenskommelse: halsa, krav: plan, läge: delvis uppfyllt, kommentar: Snart, lämnad_av: Nära}
"""
REPORT = "uppdrag:\n  - {{avser: remisser, förslag: {proposal}{rest}}}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A correct workspace with a plan of controls, assignments and agreements."""
    root = Path(shutil.copytree(BASE, tmp_path / "region"))
    (root / "data/planer/extra.yaml").write_text(PLAN, encoding="utf-8")
    return root


def give(root: Path, text: str, period: str = "T2-2024") -> None:
    """Give follow-up on the plan for an occasion."""
    folder = root / "data/uppfoljning" / period
    folder.mkdir(exist_ok=True)
    (folder / "extra.yaml").write_text(GIVEN.format(period=period) + text, encoding="utf-8")


def read(root: Path) -> tuple[FollowUp, list[tuple[str, str]]]:
    """The follow-up of T2 and the problems, as severity and code."""
    workspace, problems = read_workspace(root, T2)
    return workspace.follow_up, [(str(p.severity), p.code) for p in problems]


def test_results_of_controls_are_read(root: Path) -> None:
    """Everything said of a step; a row that says nothing is under way."""
    give(root, ALL)
    follow_up, problems = read(root)
    expected = ControlResult(
        plan="extra",
        control="fakturor",
        done_on="2024-05-14",
        extent="20 av 140",
        result="Fel i två",
        grade=Deviation.MINOR,
        action="Ny rutin",
        responsible="Service",
        due="hösten 2024",
        next_year=NextYear.CHANGE,
        next_year_reason="Ny rutin",
        reported_by="Service",
    )
    first, second = follow_up.control_results
    assert [] == problems
    assert [expected, ControlResult("extra", "fakturor", 2)] == [
        replace(first, location=NOWHERE),
        replace(second, location=NOWHERE),
    ]
    assert "data/uppfoljning/T2-2024/extra.yaml:4:16" == str(first.location)


def test_the_overall_judgement_of_internal_control_is_read(root: Path) -> None:
    """Which body judged, when and why."""
    give(root, ALL)
    (found,) = read(root)[0].control_judgements
    expected = ControlJudgement("extra", ControlVerdict.INSUFFICIENT, "HSN", "2024-09-27", "Fel")
    assert expected == replace(found, location=NOWHERE)


def test_report_backs_and_demands_are_read(root: Path) -> None:
    """Notes, what remains, the proposal and the decision that closed the assignment."""
    give(root, ALL)
    follow_up, _ = read(root)
    report = AssignmentReport(
        plan="extra",
        assignment="remisser",
        notes=(ProgressNote("2024-08-28", "Klart", "Nära", "Primärvård", "Kiruna"),),
        remaining="Inget",
        next_day="2025-02-12",
        proposal=Proposal.CLOSE,
        closed_by=BodyDecision("hsn", "2024-09-01", "Avslut", paragraph="7"),
        occasion="T2-2024",
        reported_by="Nära",
    )
    found = follow_up.assignment_reports[0]
    notes = tuple(replace(note, location=NOWHERE) for note in found.notes)
    assert report == replace(found, location=NOWHERE, notes=notes)
    demand = RequirementReport("extra", "halsa", "plan", RequirementStatus.PARTLY, "Snart", "Nära")
    assert [demand] == [replace(d, location=NOWHERE) for d in follow_up.requirement_reports]


def test_earlier_report_backs_are_history_oldest_first(root: Path) -> None:
    """What was given at earlier occasions follows with its occasion; later ones do not."""
    for period in ("T1-2024", "T3-2023", "T3-2024", "AR-2022"):
        give(root, REPORT.format(proposal="fortsätter", rest=f", kvarstår: {period}"), period)
    give(root, REPORT.format(proposal="fortsätter", rest=""))
    follow_up, problems = read(root)
    assert ([], ["AR-2022", "T3-2023", "T1-2024"]) == (
        problems,
        [report.occasion for report in follow_up.earlier_assignment_reports],
    )
    assert ["T2-2024"] == [report.occasion for report in follow_up.assignment_reports]


def test_what_is_wrong_in_an_earlier_occasion_is_that_occasions_matter(root: Path) -> None:
    """A mistake in T1 does not stop T2, but its file counts as read."""
    give(root, "uppdrag: [{avser: finns inte}]\n", "T1-2024")
    workspace, problems = read_workspace(root, T2)
    assert () == problems
    assert Path("data/uppfoljning/T1-2024/extra.yaml") in workspace.inputs


def test_causes_follow_the_budget_item(root: Path) -> None:
    """Causes that add up to forecast minus budget are kept with their amounts."""
    path = root / "data/uppfoljning/T2-2024/exempel.yaml"
    causes = 'orsaker: [{orsak: Fler, belopp: "0,4"}, {orsak: Pris, belopp: "-0,5"}]'
    text = path.read_text(encoding="utf-8").replace('prognos: "1,5"', f'prognos: "1,5", {causes}')
    path.write_text(text, encoding="utf-8")
    follow_up, problems = read(root)
    assert ([], (Cause("Fler", Decimal("0.4")), Cause("Pris", Decimal("-0.5")))) == (
        problems,
        follow_up.budget[0].causes,
    )


ERROR, WARNING = str(Severity.ERROR), str(Severity.WARNING)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("kontroller: [{kontroll: fakturor}, {kontroll: fakturor}]", (ERROR, "dubbel-uppföljning")),
        ("kontroller: [{kontroll: fakturor, steg: 0}]", (ERROR, "okänt-steg")),
        ("kontroller: [{kontroll: hygien}]", (ERROR, "okänd-kontroll")),
        (
            "kontroller: [{kontroll: fakturor, avvikelsegrad: väsentlig avvikelse}]",
            (WARNING, "åtgärd-saknas"),
        ),
        (
            "kontroller: [{kontroll: fakturor, genomförd: 2022-12-31}]",
            (ERROR, "kontroll-före-planen"),
        ),
        (
            "krav: [{överenskommelse: inget, krav: plan, läge: pågår}]",
            (ERROR, "okänd-överenskommelse"),
        ),
        ("krav: [{överenskommelse: halsa, krav: inget, läge: pågår}]", (ERROR, "okänt-krav")),
        ("krav: [{överenskommelse: halsa, krav: plan, läge: klart}]", (ERROR, "okänt-ord")),
        (REPORT.format(proposal="klart", rest=""), (ERROR, "okänt-ord")),
        (
            REPORT.format(proposal="fortsätter", rest=", avslutat_genom: {organ: hsn}"),
            (ERROR, "saknad-nyckel"),
        ),
        (
            REPORT.format(
                proposal="föreslås avslutat",
                rest=", avslutat_genom: {organ: kommunen, datum: 2024-09-01}",
            ),
            (ERROR, "okänd-nämnd"),
        ),
        (
            REPORT.format(
                proposal="föreslås avslutat",
                rest=", avslutat_genom: {organ: hsn, datum: 2023-01-01}",
            ),
            (ERROR, "oklart-avslut"),
        ),
        (
            "uppdrag: [{avser: remisser, avslutat_genom: {organ: hsn, datum: 2024-09-01}}]",
            (WARNING, "oklart-avslut"),
        ),
    ],
)
def test_what_does_not_fit_is_told_once(root: Path, text: str, expected: tuple[str, str]) -> None:
    """Each contradiction gives one problem: what cannot be is an error, what may be a warning."""
    give(root, text + "\n")
    assert [expected] == read(root)[1]


def test_two_results_of_one_control_are_two_steps(root: Path) -> None:
    """A result for each row is no repetition."""
    give(root, "kontroller: [{kontroll: fakturor}, {kontroll: fakturor, steg: 2}]\n")
    assert [] == read(root)[1]


def test_an_assignment_proposed_for_closing_earlier_may_be_closed(root: Path) -> None:
    """The proposal of T1 is enough for the decision told in T2."""
    give(root, REPORT.format(proposal="föreslås avslutat", rest=""), "T1-2024")
    give(root, "uppdrag: [{avser: remisser, avslutat_genom: {organ: HSN, datum: 2024-09-01}}]\n")
    assert [] == read(root)[1]
