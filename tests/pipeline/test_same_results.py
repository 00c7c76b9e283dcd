"""The same cases give the same results from a small CSV, a large one, Parquet and PostgreSQL."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest

from cases import HEADINGS, MAPPING, cases, write_csv, write_parquet
from measured import workspace_with
from postgres import MISSING, binaries, running
from rapport.domain.measurement import Measurements
from rapport.domain.period import Occasion
from rapport.pipeline.preparation import evaluate
from rapport.render.result_files import result_rows
from rapport.sources import data_tables
from rapport.sources.workspace import Workspace, read_workspace

ROWS = 20_000
OCCASION = Occasion.parse("T2-2024")
CSV = f"fil: data.csv\nformat: csv\n{MAPPING}"
PARQUET = f"fil: data.parquet\nformat: parquet\n{MAPPING}"
DATABASE = f"format: databas\nkälla: x\nmiljövariabel: RAPPORT_PROV\ntabell: fall\n{MAPPING}"
TYPES = ("text", "date", "text", "text", "text", "numeric", "integer", "text")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """What the ordinary reader makes of the cases."""
    root = workspace_with(tmp_path_factory.mktemp("liten"), CSV, "")
    write_csv(root / "data" / "matvarden" / "data.csv", cases(ROWS))
    return read(root)


def read(root: Path) -> Workspace:
    """A workspace that is read with no more than the remarks that random figures give rise to."""
    workspace, problems = read_workspace(root, None)
    assert {"könen-är-inte-summan"} >= {problem.code for problem in problems}
    return workspace


def figures(measured: Measurements) -> dict[object, object]:
    """All that is measured, without where it stands."""
    return {tuple(cell[:4]): (*cell[4:8], cell.is_example) for cell in measured}


def results(workspace: Workspace) -> list[dict[str, str]]:
    """The rows of ``resultat`` of all units, without where their figures stand."""
    evaluation = evaluate(workspace, OCCASION)
    units = [body.id for body in workspace.region.organisations]
    rows = result_rows(found for unit in units for found in evaluation.results(unit))
    return [{name: text for name, text in row.items() if name != "kalla"} for row in rows]


def assert_same(small: Workspace, other: Workspace) -> None:
    """Every cell and every row of the results is the same."""
    assert figures(small.measurements) == figures(other.measurements)
    assert results(small) == results(other)


def test_the_cases_hold_gaps_breakdowns_and_verdicts(small: Workspace) -> None:
    """What is compared below is not empty: there are gaps of every kind, and verdicts."""
    gaps = {str(cell.gap) for cell in small.measurements if cell.gap}
    verdicts = {row["bedomning"] for row in results(small)} - {""}
    assert {"bortfall", "sekretess"} <= gaps
    assert len(list(small.measurements)) > 1000
    assert len(verdicts) > 1


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_large_csv_gives_the_same(
    small: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    """DuckDB sums the file as the ordinary reader does, whatever its encoding."""
    root = workspace_with(tmp_path, CSV, "")
    write_csv(root / "data" / "matvarden" / "data.csv", cases(ROWS), encoding)
    monkeypatch.setattr(data_tables, "LARGE_ROWS", 0)
    assert_same(small, read(root))


def test_parquet_gives_the_same(small: Workspace, tmp_path: Path) -> None:
    """Dates and numbers with types of their own mean what the texts of the CSV mean."""
    csv = tmp_path / "fall.csv"
    write_csv(csv, cases(ROWS))
    root = workspace_with(tmp_path / "region", PARQUET, b"", "data.parquet")
    write_parquet(root / "data" / "matvarden" / "data.parquet", csv)
    assert_same(small, read(root))


def test_postgresql_gives_the_same(
    small: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A real PostgreSQL sums the cases to the same cells."""
    programs = binaries()
    if programs is None:
        pytest.skip(MISSING)
    with running(programs) as server:
        with psycopg.connect(server.url()) as connection:
            columns = ", ".join(
                f'"{name}" {kind}' for name, kind in zip(HEADINGS, TYPES, strict=True)
            )
            connection.execute(f"CREATE TABLE fall ({columns})".encode())
            with connection.cursor().copy("COPY fall FROM STDIN") as copy:
                for case in cases(ROWS):
                    copy.write_row(case)
        monkeypatch.setenv("RAPPORT_PROV", server.url())
        assert_same(small, read(workspace_with(tmp_path, DATABASE, b"", "x.md")))
