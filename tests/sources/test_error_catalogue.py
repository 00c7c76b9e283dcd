"""Every problem code has a folder that provokes it, and a page in docs made from the folders.

``python tests/sources/test_error_catalogue.py`` writes what is expected and the page anew.
"""

from __future__ import annotations

import ast
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from rapport.domain.period import Occasion
from rapport.domain.problem import InputRejected, Problem
from rapport.sources.workspace import read_workspace

ROOT = Path(__file__).parents[2]
FOLDERS = Path(__file__).parent / "errors"
BASE = FOLDERS / "_bas"
PAGE = ROOT / "docs" / "felkoder.md"
SOURCES = ROOT / "src" / "rapport" / "sources"

SECTION_KINDS = frozenset({"sammanfattning", "handlingsplan"})
PLACES = {"rapport.toml": "rapport.toml", "text.md": "data/texter/T2-2024/sammanfattning.md"}
FILE_LINE = re.compile(rb"# fil: (\S+)")

# Not a matter of what a file says, but of whether it is there, its size or where it leads.
WITHOUT_FOLDER = {"oläsbar-fil", "för-stor-fil", "inga-planer", "utanför-mappen", "saknad-fil"}

# Measured data have another catalogue: workbooks are not texts to show on a page.
MEASURED_DATA = {
    "measurements", "measurement_rows", "mapping_file", "mapping_fields", "csv_file",
    "csv_heading", "data_tables", "database", "duckdb_query", "encodings", "excel_file",
    "raw_table", "labels", "large_file", "figures", "problem_list", "sum_checks", "summation",
    "totals", "workbook", "workbook_guard",
}  # fmt: skip

INTRODUCTION = """# Felkoder

Varje problem som `rapport check` visar har en kod. Här står koderna i bokstavsordning med ett
exempel på hur felet ser ut och vad man gör åt det. *fel* stoppar ett bygge; *varning* och
*anmärkning* gör det inte. Sidan är gjord ur testerna med kommandot
`python tests/sources/test_error_catalogue.py`.
"""


def error_folders() -> list[Path]:
    """The folders of the catalogue, one for each code."""
    return sorted(path for path in FOLDERS.iterdir() if path.is_dir() and path != BASE)


def problems_of(folder: Path, root: Path) -> tuple[Problem, ...]:
    """What is found in the correct example workspace with the folder's files laid over it."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    for path in folder.rglob("*"):
        if path.is_file() and path.name != "expected.txt":
            target = root / _place(path, folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    try:
        return read_workspace(root, Occasion.parse("T2-2024"), SECTION_KINDS)[1]
    except InputRejected as rejected:
        return rejected.problems


def _place(path: Path, folder: Path) -> str:
    """Where a file goes: ``wrong.yaml`` says so in its first line, others by their name."""
    if path.name == "wrong.yaml":
        match = FILE_LINE.match(path.read_bytes())
        assert match, f"{path} ska börja med en rad som säger vart den hör"
        return match[1].decode()
    name = path.relative_to(folder).as_posix()
    return PLACES.get(name, name)


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
        parts.append(f"## {code}\n\n```text\n{expected}```\n")
    return "\n".join(parts)


def codes_in_source() -> set[str]:
    """The codes that the readers of plans, reports, follow-up and settings can give."""
    modules = [path for path in SOURCES.glob("*.py") if path.stem not in MEASURED_DATA]
    return {
        code
        for path in modules
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for code in _codes(node)
    }


def _codes(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call):
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name in {"Problem", "_refuse", "_Known"}:
            yield from _texts(node.args[1:2])
        if name == "mistake":
            yield from _texts([k.value for k in node.keywords if k.arg == "code"])
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.Tuple):
        names = [ast.unparse(target) for target in getattr(node.targets[0], "elts", [])]
        yield from _texts([v for n, v in zip(names, node.value.elts, strict=False) if n == "code"])


def _texts(nodes: list[ast.expr]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_the_example_workspace_itself_is_correct(tmp_path: Path) -> None:
    """The workspace that mistakes are laid over has no problem of its own."""
    assert "\n" == told(problems_of(BASE, tmp_path))


@pytest.mark.parametrize("folder", error_folders(), ids=lambda folder: str(folder.name))
def test_a_mistake_is_told_as_expected(folder: Path, tmp_path: Path) -> None:
    """The mistake gives exactly the problems, places and words that the folder says."""
    expected = (folder / "expected.txt").read_text(encoding="utf-8")
    assert expected == told(problems_of(folder, tmp_path))


@pytest.mark.parametrize("folder", error_folders(), ids=lambda folder: str(folder.name))
def test_one_mistake_gives_one_problem(folder: Path, tmp_path: Path) -> None:
    """A folder's single mistake gives a single problem, and it has the folder's code."""
    codes = [ascii_name(problem.code) for problem in problems_of(folder, tmp_path)]
    assert [folder.name] == codes


def test_every_code_has_a_folder() -> None:
    """A code that the source can give is in the catalogue, and the catalogue has no other."""
    expected = {ascii_name(code) for code in codes_in_source() - WITHOUT_FOLDER}
    assert expected == {folder.name for folder in error_folders()}


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
