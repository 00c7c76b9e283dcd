"""Workbooks that are made to harm are refused before they are opened."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pytest

from rapport.sources.workbook_guard import WorkbookRefused, scan_workbook, sheet_parts

SHEET = "xl/worksheets/sheet1.xml"
HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
END = "</sheetData></worksheet>"


def with_part(path: Path, name: str, content: str) -> Path:
    """An ordinary workbook in which one part has other content."""
    book = openpyxl.Workbook()
    book.save(path.with_suffix(".bas"))
    with (
        zipfile.ZipFile(path.with_suffix(".bas")) as source,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for part in source.namelist():
            if part != name:
                target.writestr(part, source.read(part))
        target.writestr(name, content)
    return path


def test_an_ordinary_workbook_passes(tmp_path: Path) -> None:
    """The cells are counted and the sheets are found by their names."""
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Å & ö", 0)
    for row in range(1, 4):
        sheet.append([row, f"text {row}"])
    book.save(tmp_path / "a.xlsx")
    scans = scan_workbook(tmp_path / "a.xlsx")
    assert 6 == scans[sheet_parts(tmp_path / "a.xlsx")["Å & ö"]].cells


@pytest.mark.parametrize(
    "content,reason",
    [
        (HEAD + '<row r="1"><c r="A1"><v>1</v></c></row>' * 300_000 + END, "packad på ett sätt"),
        (HEAD + '<row><c r="XFD1048576"><v>1</v></c></row>' + END, "till cell XFD1048576"),
        (
            HEAD + END.replace("</w", '<mergeCells><mergeCell ref="A1:XFD9999"/></mergeCells></w'),
            "för många",
        ),
        ('<!DOCTYPE a [<!ENTITY b "c">]>' + HEAD + END, "XML som Excel inte skriver"),
    ],
    ids=["bomb", "far-cell", "merged-area", "entities"],
)
def test_a_harmful_sheet_is_refused(tmp_path: Path, content: str, reason: str) -> None:
    """The message says what is wrong with the file."""
    path = with_part(tmp_path / "a.xlsx", SHEET, content)
    with pytest.raises(WorkbookRefused, match=reason):
        scan_workbook(path)


def test_a_part_that_leads_out_of_the_file_is_refused(tmp_path: Path) -> None:
    """Names with .. are never followed."""
    path = with_part(tmp_path / "a.xlsx", "../../a.xml", "<a/>")
    with pytest.raises(WorkbookRefused, match="otillåten sökväg"):
        scan_workbook(path)


def test_hidden_trouble_is_found_across_pieces_of_the_file(tmp_path: Path) -> None:
    """Errors and uncalculated formulas are found in a sheet larger than one read."""
    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><v>{n * 7919 % 99991}</v></c></row>' for n in range(1, 40_001)
    )
    trouble = '<row r="40001"><c r="A40001"><f>1/3</f></c><c r="B40001" t="e"><v>#N/A</v></c></row>'
    path = with_part(tmp_path / "a.xlsx", SHEET, HEAD + rows + trouble + END)
    scan = scan_workbook(path)[SHEET]
    assert (40_002, {"B40001"}, {"A40001"}) == (scan.cells, scan.errors, scan.uncalculated)
