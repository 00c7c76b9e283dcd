"""A workspace whose measured data a test writes itself, and what is read from it."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl

from rapport.domain.measurement import Measurements
from rapport.domain.problem import Problem
from rapport.sources.measurements import read_measurements
from rapport.sources.workspace import read_workspace

BASE = Path(__file__).parent / "sources" / "errors_measurements" / "_bas"
TOP = "namn: Datalager\nuttagsdatum: 2024-09-05\nexempeldata: ja\n"
CSV = f"fil: data.csv\nformat: csv\n{TOP}"
EXCEL = f"fil: data.xlsx\nformat: excel\n{TOP}"
COLUMNS = (
    "kolumner: {indikator: Mått, period: Månad, organisation: Enhet, kön: Kön, "
    "täljare: Täljare, nämnare: Nämnare}\n"
)

Found = tuple[Measurements, tuple[Problem, ...]]


def workspace_with(root: Path, mapping: str, data: bytes | str, name: str = "data.csv") -> Path:
    """A correct workspace with one mapping file and its data file."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    folder = root / "data" / "matvarden"
    folder.mkdir(exist_ok=True)
    (folder / "mapping.yaml").write_text(mapping, encoding="utf-8")
    (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    return root


def read_measured(root: Path) -> Found:
    """What the measured data of a workspace say."""
    workspace, _ = read_workspace(root, None)
    return read_measurements(root, workspace.region, workspace.plans)


def read_csv(root: Path, mapping: str, data: bytes | str) -> Found:
    """What a CSV file says."""
    return read_measured(workspace_with(root, mapping, data))


def read_sheets(root: Path, mapping: str, sheets: dict[str, list[list[object]]]) -> Found:
    """What a workbook says whose sheets are given row by row."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    workspace_with(root, mapping, b"", "data.xlsx")
    book.save(root / "data" / "matvarden" / "data.xlsx")
    return read_measured(root)


def codes(problems: tuple[Problem, ...]) -> list[str]:
    """The codes of problems, in their order."""
    return [problem.code for problem in problems]
