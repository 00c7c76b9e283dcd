"""Others' figures to test ours against; where the files are absent the tests say so and skip."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

FOLDER = Path(__file__).parents[3] / "shared" / "refs"


def reference(name: str) -> Path:
    """A reference file beside the repository."""
    path = FOLDER / name
    if not path.is_file():
        pytest.skip(f"../shared/refs/{name} finns inte; jämförelsen görs där filen finns")
    return path


def rows_of(name: str) -> list[dict[str, str]]:
    """The rows of a reference CSV file."""
    with reference(name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def sheet_of(name: str, sheet: str) -> list[dict[str, object]]:
    """The rows of a sheet by heading; empty cells are empty texts."""
    table = CalamineWorkbook.from_path(str(reference(name))).get_sheet_by_name(sheet).to_python()
    heading, *rows = table
    return [dict(zip([str(each) for each in heading], row, strict=True)) for row in rows]


def decimal(value: object) -> Decimal:
    """A figure of a workbook with all its digits."""
    return Decimal(repr(value)) if isinstance(value, float) else Decimal(str(value))


def close(expected: Decimal, found: Decimal, relative: str) -> bool:
    """Whether two figures agree, relative to their size."""
    return abs(expected - found) <= Decimal(relative) * max(abs(expected), Decimal("1e-3"))
