"""The change of year: what is copied, what is left behind, and what nobody may invent."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from rapport.cli.commands import cli
from rapport.domain.period import Occasion
from rapport.domain.problem import InputRejected
from rapport.pipeline.new_year import YearChange, change_year
from rapport.pipeline.reading import load

BASE = Path(__file__).parents[1] / "sources" / "errors" / "_bas"
PLAN = """# Planens egna ord.
id: kontroller-2024
slag: internkontrollplan
namn: Internkontrollplan 2024
nämnd: hsn
första_år: 2024
sista_år: 2024
dokumenthuvud: {klass: Plan, version: "2.0", godkänt: 2023-12-12, dokument_id: ARB-1}
internkontroll:
  - {id: a, kontrollmoment: A, metod: Ett}
  # Om momentet b.
  - id: b
    kontrollmoment: B
    metod: Två
  - {id: c, kontrollmoment: C, metod: Tre}
riktade_uppdrag:
  - {id: slutfort, text: Slutfört}
  - id: remisser
    text: Se över remisserna 2024
    återrapporteras_senast: 2024-09-01
överenskommelser:
  - {id: gammal, namn: Gammal, första_år: 2020, sista_år: 2024}
  - {id: ny, namn: Ny, första_år: 2024, sista_år: 2026, krav: [{id: plan, text: En plan}]}
"""
GIVEN = """period: T2-2024
exempeldata: ja
plan: kontroller-2024
kontroller:
  - {kontroll: a, nästa_år: utgår}
  - {kontroll: b, avvikelsegrad: ingen avvikelse, nästa_år: ändras, skäl_nästa_år: Fler prov}
uppdrag:
  - {avser: slutfort, förslag: föreslås avslutat, avslutat_genom: {organ: hsn, datum: 2024-09-01}}
  - {avser: remisser, lägen: [{datum: 2024-08-28, division: Nära, text: Börjat}], kvarstår: Resten}
krav:
  - {överenskommelse: ny, krav: plan, läge: pågår, kommentar: Snart}
"""
NEW, CONTROLS = "data/planer/plan-2025.yaml", "data/planer/kontroller-2025.yaml"
SKELETON = "data/uppfoljning/T1-2025/kontroller-2025.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace whose two plans end in 2024."""
    root = Path(shutil.copytree(BASE, tmp_path / "region"))
    (root / "data/planer/kontroller.yaml").write_text(PLAN, encoding="utf-8")
    (root / "data/uppfoljning/T2-2024/kontroller.yaml").write_text(GIVEN, encoding="utf-8")
    return root


def changed(root: Path) -> YearChange:
    """The change to 2025, written."""
    return change_year(root, 2025, dry_run=False)


def text(root: Path, path: str) -> str:
    """A file of the workspace."""
    return (root / path).read_text(encoding="utf-8")


def everything(root: Path) -> dict[str, bytes]:
    """Every file of the workspace with its content."""
    return {str(p.relative_to(root)): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def told(change: YearChange, path: str) -> str:
    """What is to be reviewed in one file."""
    return "\n".join(item.what for item in change.review if item.path == path)


def test_plans_that_end_get_a_successor_and_nothing_else_is_touched(root: Path) -> None:
    """New files for both plans, their first follow-up and the list; the old ones are as before."""
    before = everything(root)
    change = changed(root)
    after = everything(root)
    assert before == {path: content for path, content in after.items() if path in before}
    assert sorted(change.files) == sorted(after.keys() - before.keys())
    first = "data/uppfoljning/T1-2025/plan-2025.yaml"
    assert ["arsskifte-2025.md", CONTROLS, NEW, SKELETON, first] == sorted(change.files)


def test_the_new_workspace_is_read_without_errors(root: Path) -> None:
    """The successors know whom they follow, and the first occasion has no answer yet."""
    changed(root)
    workspace, _ = load(root, Occasion.parse("T1-2025"))
    plans = {plan.id: plan for plan in workspace.plans}
    assert ("plan-2024", 2025, 2025) == (
        plans["plan-2025"].continues,
        plans["plan-2025"].first_year,
        plans["plan-2025"].last_year,
    )
    assert ((), (), ()) == (
        workspace.follow_up.statuses,
        workspace.follow_up.control_results,
        workspace.follow_up.assignment_reports,
    )


def test_the_copy_keeps_comments_and_order_and_is_a_first_draft(root: Path) -> None:
    """Names get the new year; the head is emptied of what only a decision can give."""
    changed(root)
    lines = text(root, CONTROLS).splitlines()
    assert [
        "# Planens egna ord.",
        "id: kontroller-2025",
        "slag: internkontrollplan",
        "namn: Internkontrollplan 2025",
        "nämnd: hsn",
        "första_år: 2025",
        "sista_år: 2025",
        "exempeldata: ja",
        "fortsätter: kontroller-2024",
    ] == lines[:9]
    assert ["  # Om momentet b.", "  # ska ändras enligt"] == [line[:21] for line in lines[11:13]]
    workspace, _ = load(root, None)
    head = next(plan.head for plan in workspace.plans if plan.id == "kontroller-2025")
    assert ("Plan", "0.1", "", "") == (
        head.document_class,
        head.version,
        head.approved,
        head.document_id,
    )


def test_targets_and_sums_of_the_passed_year_are_told_but_not_carried_over(root: Path) -> None:
    """Nobody has decided them for the new year."""
    change = changed(root)
    new = text(root, NEW)
    assert "# mål i plan-2024 var år 2024, villkor minst, värde 95. Skriv mål från 2025." in new
    workspace, _ = load(root, None)
    plan = next(plan for plan in workspace.plans if plan.id == "plan-2025")
    assert ((), ()) == (next(plan.indicators).targets, plan.budget)
    assert 'Budgetposten "budgeten" följer inte med (Nämndens budget: 1,6 mnkr 2024).' in told(
        change, NEW
    )


def test_a_target_some_years_ahead_keeps_the_path_to_it(root: Path) -> None:
    """With a target for 2026 both stand, so that 2025 lies between them."""
    path = root / "data/planer/exempel.yaml"
    target = "      - {år: 2024, villkor: minst, värde: 95}\n"
    whole = text(root, "data/planer/exempel.yaml")
    path.write_text(
        whole.replace(target, f"{target}      - {{år: 2026, villkor: minst, värde: 99}}\n"),
        encoding="utf-8",
    )
    changed(root)
    workspace, _ = load(root, None)
    plan = next(plan for plan in workspace.plans if plan.id == "plan-2025")
    assert [2024, 2026] == [target.year for target in next(plan.indicators).targets]


def test_the_calendar_keeps_its_rounds_and_loses_its_days(root: Path) -> None:
    """Each stage says only the year, and the papers are those of the new year."""
    changed(root)
    workspace, _ = load(root, None)
    plan = next(plan for plan in workspace.plans if plan.id == "plan-2025")
    assert plan.meetings
    (row,) = plan.meetings.rows
    assert (2025, "T2-2025", {(None, 2025)}) == (
        plan.meetings.year,
        row.occasion,
        {(day.first, day.year) for _, day in row.days},
    )


def test_follow_up_decides_what_comes_along(root: Path) -> None:
    """Dropped controls, closed assignments and ended agreements stay behind, and that is told."""
    change = changed(root)
    workspace, _ = load(root, None)
    plan = next(plan for plan in workspace.plans if plan.id == "kontroller-2025")
    assert (["b", "c"], ["remisser"], ["ny"]) == (
        [control.id for control in plan.controls],
        [assignment.id for assignment in plan.assignments],
        [agreement.id for agreement in plan.agreements],
    )
    said = told(change, CONTROLS)
    for name in ("a", "slutfort", "gammal"):
        assert f'"{name}" har avslutats, upphört eller utgår och följer inte med.' in said
    assert "ska ändras enligt uppföljningen T2-2024: Fler prov" in text(root, CONTROLS)


def test_what_was_reported_becomes_history_and_stays_example_data(root: Path) -> None:
    """Notes given under the old id are not lost, nor is their mark; a passed day is emptied."""
    change = changed(root)
    workspace, _ = load(root, None)
    plan = next(plan for plan in workspace.plans if plan.id == "kontroller-2025")
    (assignment,) = plan.assignments
    assert ([("2024-08-28", "Nära", "Börjat")], "", True) == (
        [(note.day, note.division, note.text) for note in assignment.history],
        assignment.due_day,
        plan.is_example,
    )
    assert "återrapporteras_senast var 2024-09-01 och är tömt" in told(change, CONTROLS)
    assert "remisser > text nämner 2024" in told(change, CONTROLS)


def test_last_answers_are_comments_in_the_first_follow_up(root: Path) -> None:
    """Each row stands to be filled in, with what was said last and when."""
    changed(root)
    lines = text(root, SKELETON).splitlines()
    assert "#   - {kontroll: b, steg: 1}" in lines
    assert "#     förra svaret: T2-2024, inget förslag. Kvarstår: Resten" in lines
    assert "#     förra svaret: T2-2024, pågår. Snart" in lines
    assert ["period: T1-2025", "exempeldata: nej", "plan: kontroller-2025"] == [
        line for line in lines if line and not line.startswith("#")
    ]


MONTHS = "Månad;Enhet;Mått;Täljare;Nämnare\n" + "".join(
    f"2024-{month:02};Region Exempel;besok-i-tid;9{month % 2};100\n" for month in range(1, 13)
)
MAPPING = """fil: besok.csv
namn: Besök
uttagsdatum: 2025-01-10
exempeldata: nej
format: csv
kolumner: {indikator: Mått, period: Månad, organisation: Enhet, täljare: Täljare, nämnare: Nämnare}
"""


@pytest.mark.parametrize(
    "months, words",
    [
        (12, "utfallet 2024 är 90,5. Förslag till ingångsvärde: {slag: uppmätt, period: AR-2024"),
        (11, "inget helt utfall för 2024 finns, så inget ingångsvärde föreslås."),
    ],
)
def test_a_baseline_is_suggested_only_from_a_whole_year(
    root: Path, months: int, words: str
) -> None:
    """The measured outcome stands as a comment; the plan's own baselines are as they were."""
    folder = root / "data/matvarden"
    folder.mkdir()
    rows = "".join(MONTHS.splitlines(keepends=True)[: months + 1])
    (folder / "besok.csv").write_text(rows, encoding="utf-8")
    (folder / "besok.yaml").write_text(MAPPING, encoding="utf-8")
    changed(root)
    assert words in text(root, NEW)
    workspace, _ = load(root, None)
    old, new = (next(p for p in workspace.plans if p.id == f"plan-{y}") for y in (2024, 2025))
    assert next(old.indicators).baselines == next(new.indicators).baselines


def test_twice_is_once(root: Path) -> None:
    """The second time there is nothing to do."""
    changed(root)
    before = everything(root)
    change = changed(root)
    assert ({}, before) == (change.files, everything(root))
    assert ("Inget att göra: planerna för 2025 finns redan.",) == change.lines


def test_a_trial_writes_nothing(root: Path) -> None:
    """It tells the same as the real change."""
    before = everything(root)
    trial = change_year(root, 2025, dry_run=True)
    assert before == everything(root)
    assert trial == changed(root)


def test_a_file_in_the_way_is_never_overwritten(root: Path) -> None:
    """A plan of the new year that does not say whom it follows stops all of it."""
    other = PLAN.replace("kontroller-2024", "annan").replace("2024", "2025")
    (root / CONTROLS).write_text(other, encoding="utf-8")
    before = everything(root)
    with pytest.raises(InputRejected) as rejected:
        changed(root)
    assert [(CONTROLS, "finns-redan")] == [
        (str(problem.location), problem.code) for problem in rejected.value.problems
    ]
    assert before == everything(root)


def test_the_command_tells_what_is_new_and_where_the_list_is(root: Path) -> None:
    """The files, what to go through, and the file that keeps the list."""
    result = CliRunner().invoke(cli, ["new-year", "2025", "-C", str(root)])
    assert 0 == result.exit_code
    assert f"ny fil: {NEW}" in result.output
    assert result.output.endswith("Listan står också i arsskifte-2025.md.\n")
    assert f"## {NEW}" in text(root, "arsskifte-2025.md")
