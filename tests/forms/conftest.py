"""A form of the small region, written once and opened, filled in and spoilt by the tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from rapport.domain.period import Occasion
from rapport.pipeline.asking import write_forms
from regions import MINI, PERIOD

HEADINGS = 4


@dataclass(frozen=True)
class Opened:
    """A form that is open, with the cell of an answer found by row key and column title."""

    book: Workbook
    path: Path

    def sheet(self, name: str) -> Worksheet:
        """A sheet by name."""
        page = self.book[name]
        assert isinstance(page, Worksheet)
        return page

    def place(self, sheet: str, key: str, title: str) -> tuple[int, int]:
        """Row and column of a cell."""
        page = self.sheet(sheet)
        rows = {str(page.cell(n, 1).value): n for n in range(HEADINGS + 1, page.max_row + 1)}
        columns = {str(c.value): number for number, c in enumerate(page[HEADINGS], start=1)}
        return rows[key], columns[title]

    def write(self, sheet: str, key: str, title: str, value: object) -> str:
        """Fill in a cell and give its name."""
        row, column = self.place(sheet, key, title)
        cell = self.sheet(sheet).cell(row, column)
        cell.value = value  # type: ignore[assignment]  # anything a person can put there
        return cell.coordinate

    def save(self) -> Path:
        """Save the form where it was."""
        self.book.save(self.path)
        return self.path


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the small region's forms."""
    output = tmp_path_factory.mktemp("blanketter")
    return write_forms(MINI, Occasion.parse(PERIOD), output, ()).folder


@pytest.fixture
def opened(written: Path, tmp_path: Path) -> Callable[[str], Opened]:
    """A form opened for filling in, as a copy."""

    def opening(name: str) -> Opened:
        copy = tmp_path / name
        copy.write_bytes((written / name).read_bytes())
        return Opened(load_workbook(copy), copy)

    return opening
