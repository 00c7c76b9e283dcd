"""Every mistake in measured data has a folder that provokes it, and a page made from them.

``python tests/sources/test_measurement_errors.py`` writes what is expected and the page anew.
Workbooks are described in ``data.json``, so that they can be read and compared as text.
"""

from __future__ import annotations

import ast
import json
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from rapport.domain.problem import Problem
from rapport.sources.workspace import read_workspace

ROOT = Path(__file__).parents[2]
FOLDERS = Path(__file__).parent / "errors_measurements"
BASE = FOLDERS / "_bas"
PAGE = ROOT / "docs" / "felkoder-matdata.md"
SOURCES = ROOT / "src" / "rapport" / "sources"

# Problems of size, of a locked file, of a folder, of Parquet files (which are no text) and of
# databases; other tests make them.
WITHOUT_FOLDER = {
    "för-stor-fil", "oläsbar-fil", "skala-saknas", "bibliotek-saknas", "för-lite-minne",
    "för-många-celler", "oläsbar-datafil", "oläsbar-rad", "fel-kolumntyp", "fel-databasadress",
    "annan-databas", "saknad-tabell", "långsam-databas", "nekad-databas", "databasen-svarar-inte",
    "databasfel",
}  # fmt: skip
SEVERAL = {"excel-flera-fel", "fler-fel", "inte-ett-tal", "samma-fel"}
MOST_LINES = 20
MODULES = (
    "csv_file", "csv_heading", "data_tables", "database", "duckdb_query", "encodings",
    "excel_file", "figures", "labels", "large_file", "mapping_fields", "mapping_file",
    "measurement_rows", "measurements", "problem_list", "sum_checks",
    "summation", "totals",
)  # fmt: skip
CODE_PLACE = {
    "Problem": 1, "_problem": 1, "add_at": 1, "LabelFault": 0, "_Refused": 1, "mistake": None,
}  # fmt: skip

INTRODUCTION = """# Felkoder för mätdata

Så här ser felen i mätdata och beskrivningsfiler ut, och så gör man åt dem. *fel* stoppar ett
bygge; *varning* gör det inte. Sidan är gjord ur testerna med kommandot
`python tests/sources/test_measurement_errors.py`.
"""


def error_folders() -> list[Path]:
    """The folders of the catalogue."""
    return sorted(path for path in FOLDERS.iterdir() if path.is_dir() and path != BASE)


def problems_of(folder: Path, root: Path) -> tuple[Problem, ...]:
    """What is found in the correct example workspace with the folder's files in it."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    target = root / "data" / "matvarden"
    target.mkdir(exist_ok=True)
    for path in folder.iterdir():
        if path.name == "data.json":
            write_workbook(json.loads(path.read_text(encoding="utf-8")), target / "data.xlsx")
        elif path.name != "expected.txt":
            (target / path.name).write_bytes(path.read_bytes())
    return read_workspace(root, None)[1]


def write_workbook(description: dict[str, dict[str, object]], path: Path) -> None:
    """Make a workbook of the cells that a description names, sheet by sheet."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    merged = description.pop("sammanfogade", {})
    for title, cells in description.items():
        sheet = book.create_sheet(title)
        for ref, value in cells.items():
            sheet[ref] = value
        for span in merged:
            sheet.merge_cells(span)
    book.save(path)


def told(problems: tuple[Problem, ...]) -> str:
    """Problems as the command line shows them."""
    return "\n\n".join(str(problem) for problem in problems) + "\n"


def ascii_name(code: str) -> str:
    """The folder of a code: å and ä become a, ö becomes o."""
    return unicodedata.normalize("NFD", code).encode("ascii", "ignore").decode()


def page() -> str:
    """The page of all codes."""
    parts = [INTRODUCTION]
    for folder in error_folders():
        expected = (folder / "expected.txt").read_text(encoding="utf-8")
        code = expected.split("\n", 1)[0].rsplit(" ", 1)[-1]
        lines = expected.splitlines(keepends=True)
        shown = "".join(lines[:MOST_LINES]) + ("…\n" if len(lines) > MOST_LINES else "")
        title = code if folder.name not in SEVERAL else folder.name.replace("-", " ")
        parts.append(f"## {title}\n\n```text\n{shown}```\n")
    return "\n".join(parts)


def codes_in_source() -> set[str]:
    """The codes that the readers of measured data can give."""
    trees = [ast.parse((SOURCES / f"{name}.py").read_text(encoding="utf-8")) for name in MODULES]
    return {code for tree in trees for node in ast.walk(tree) for code in _codes(node)}


def _codes(node: ast.AST) -> Iterator[str]:
    if not isinstance(node, ast.Call):
        return
    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
    if name not in CODE_PLACE:
        return
    place = CODE_PLACE[name]
    stated = [k.value for k in node.keywords if k.arg == "code"]
    stated += node.args[place : place + 1] if place is not None else []
    for value in stated:
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            yield value.value


def test_the_example_workspace_itself_is_correct(tmp_path: Path) -> None:
    """The workspace that mistakes are laid over has no problem of its own."""
    assert () == problems_of(BASE / "data" / "matvarden", tmp_path)


@pytest.mark.parametrize("folder", error_folders(), ids=lambda folder: str(folder.name))
def test_a_mistake_is_told_as_expected(folder: Path, tmp_path: Path) -> None:
    """The mistake gives exactly the problems, places and words that the folder says."""
    expected = (folder / "expected.txt").read_text(encoding="utf-8")
    assert expected == told(problems_of(folder, tmp_path))


@pytest.mark.parametrize(
    "folder",
    [folder for folder in error_folders() if folder.name not in SEVERAL],
    ids=lambda folder: str(folder.name),
)
def test_one_mistake_gives_one_problem(folder: Path, tmp_path: Path) -> None:
    """A folder's single mistake gives a single problem, and it has the folder's code."""
    codes = [ascii_name(problem.code) for problem in problems_of(folder, tmp_path)]
    assert [folder.name] == codes


def test_every_code_has_a_folder() -> None:
    """A code that the source can give is told in the expected text of some folder."""
    told_codes = {
        line.rsplit(" ", 1)[-1]
        for folder in error_folders()
        for line in (folder / "expected.txt").read_text(encoding="utf-8").splitlines()
        if any(f": {kind} " in line for kind in ("fel", "varning", "anmärkning"))
    }
    assert set() == codes_in_source() - WITHOUT_FOLDER - told_codes


def test_the_page_of_codes_is_up_to_date() -> None:
    """The page in docs is what the folders make."""
    assert page() == PAGE.read_text(encoding="utf-8")


def update() -> None:
    """Write the expected texts and the page from what is found now."""
    for folder in error_folders():
        with tempfile.TemporaryDirectory() as root:
            text = told(problems_of(folder, Path(root)))
        (folder / "expected.txt").write_text(text, encoding="utf-8", newline="\n")
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    update()
