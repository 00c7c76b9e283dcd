"""The budgets: small files, small functions, and a docstring on everything public."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
FOLDERS = ("src", "tests", "scripts", "benchmarks")

Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def modules(folder: str) -> list[Path]:
    """The Python files of a folder."""
    return sorted((ROOT / folder).rglob("*.py"))


def shown(path: Path, name: str, size: int) -> str:
    """A finding as an editor understands it."""
    return f"{path.relative_to(ROOT)}: {name}: {size}"


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function without its decorators and docstring."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) is not None:
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


def public(body: list[ast.stmt]) -> Iterator[Documented]:
    """The public classes and functions of a module or class, and those inside public classes."""
    for node in body:
        if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if not node.name.startswith("_"):
            yield node
            yield from public(node.body) if isinstance(node, ast.ClassDef) else ()


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_file_is_too_long(folder: str) -> None:
    """A file that has grown past the limit is two files."""
    sizes = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in modules(folder)}
    long = [shown(path, "rader", size) for path, size in sizes.items() if size > LONGEST_FILE]
    assert [] == long


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_function_is_too_long(folder: str) -> None:
    """A function that has grown past the limit does more than one thing."""
    long = [
        shown(path, node.name, length(node))
        for path in modules(folder)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if length(node) > LONGEST_FUNCTION
    ]
    assert [] == long


def test_everything_public_says_what_it_is() -> None:
    """Every module, and every public class and function of the program, has a docstring."""
    silent = [
        shown(path, getattr(node, "name", "modulen"), getattr(node, "lineno", 1))
        for path in modules("src")
        for tree in [ast.parse(path.read_text(encoding="utf-8"))]
        for node in (tree, *public(tree.body))
        if not ast.get_docstring(node)
    ]
    assert [] == silent
