"""A whole workspace: everything read, every problem collected, nothing outside followed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rapport.domain.activity import ActivityStatus
from rapport.domain.follow_up import FollowUp
from rapport.domain.outcome import Verdict
from rapport.domain.period import Occasion
from rapport.domain.problem import InputRejected
from rapport.sources.workspace import Workspace, read_workspace

BASE = Path(__file__).parent / "errors" / "_bas"
ROOT = Path(__file__).parents[2]
T2 = Occasion.parse("T2-2024")
KINDS = frozenset({"sammanfattning", "handlingsplan"})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A correct workspace that a test may change."""
    return Path(shutil.copytree(BASE, tmp_path / "region"))


def read(root: Path, occasion: Occasion | None = T2) -> tuple[Workspace, list[tuple[str, str]]]:
    """The workspace with its problems as place and code."""
    workspace, problems = read_workspace(root, occasion, KINDS)
    return workspace, [(str(problem.location), problem.code) for problem in problems]


def test_a_correct_workspace_is_read_whole(root: Path) -> None:
    """Plans, calendar, reports, follow-up and texts are there, and which files were read."""
    workspace, problems = read(root)
    expected = sorted(path.relative_to(root) for path in root.rglob("*") if path.is_file())
    assert ([], expected) == (problems, list(workspace.inputs))
    assert (["plan-2024"], ["aterrapportering"], [2024]) == (
        [plan.id for plan in workspace.plans],
        list(workspace.reports),
        [calendar.year for calendar in workspace.calendars],
    )


def test_follow_up_is_that_of_the_occasion(root: Path) -> None:
    """Statuses, decisions and texts come from the folder that bears the occasion's name."""
    follow_up = read(root)[0].follow_up
    status = follow_up.status_of("plan-2024", "fler-tider")
    assert (ActivityStatus.ONGOING, Verdict.PARTLY, True) == (
        status.status if status else None,
        follow_up.decisions[0].decision.verdict,
        follow_up.text("sammanfattning") is not None,
    )


def test_another_occasion_has_no_follow_up(root: Path) -> None:
    """What was given for T2 is not used for T1."""
    workspace, problems = read(root, Occasion.parse("T1-2024"))
    assert (FollowUp(), []) == (workspace.follow_up, problems)


def test_without_occasion_every_occasion_is_checked(root: Path) -> None:
    """A check of the whole workspace finds mistakes in the follow-up of any period."""
    path = root / "data/uppfoljning/T2-2024/exempel.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("pågår", "pågick", 1), encoding="utf-8"
    )
    assert [("data/uppfoljning/T2-2024/exempel.yaml:5:33", "okänt-ord")] == read(root, None)[1]


def test_a_plan_with_mistakes_does_not_make_others_wrong(root: Path) -> None:
    """What refers to a plan that cannot be read is not called unknown."""
    path = root / "data/planer/exempel.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("andel", "andl", 1), encoding="utf-8")
    assert [("data/planer/exempel.yaml:10:13", "okänt-ord")] == read(root)[1]


def test_without_settings_there_is_no_region(root: Path) -> None:
    """The missing file is told together with every other problem."""
    (root / "rapport.toml").unlink()
    (root / "reports/exempel.yaml").write_text("id: r\n", encoding="utf-8")
    with pytest.raises(InputRejected) as rejected:
        read_workspace(root, T2)
    codes = {problem.code for problem in rejected.value.problems}
    assert {"saknad-fil", "saknad-nyckel"} == codes


def test_a_workspace_without_plans_says_so(root: Path) -> None:
    """An empty folder of plans is most likely the wrong folder."""
    (root / "data/planer/exempel.yaml").unlink()
    assert "inga-planer" in [code for _, code in read(root)[1]]


def test_a_link_out_of_the_workspace_is_not_followed(root: Path) -> None:
    """A file that is a link to somewhere else is refused and not read."""
    outside = root.parent / "utanför.yaml"
    outside.write_text("id: hemlig\n", encoding="utf-8")
    (root / "reports/lank.yaml").symlink_to(outside)
    workspace, problems = read(root)
    assert [("reports/lank.yaml", "utanför-mappen")] == problems
    assert Path("reports/lank.yaml") not in workspace.inputs


def test_two_files_with_the_same_id_are_told(root: Path) -> None:
    """The second file is placed and the first is named."""
    shutil.copy(root / "reports/exempel.yaml", root / "reports/kopia.yaml")
    assert [("reports/kopia.yaml:1:5", "dubbelt-id")] == read(root)[1]


def test_a_section_for_another_plan_than_the_reports_is_told(root: Path) -> None:
    """A section can only show a plan that the report is about."""
    path = root / "reports/exempel.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("plan: plan-2024", "plan: plan-2023"), encoding="utf-8")
    assert [("reports/exempel.yaml:8:32", "okänd-plan")] == read(root)[1]


def test_the_example_region_has_no_errors() -> None:
    """The workspace that comes with the project can be built; remarks are allowed."""
    _, problems = read_workspace(ROOT, T2)
    assert [] == [str(problem) for problem in problems if problem.is_error]
