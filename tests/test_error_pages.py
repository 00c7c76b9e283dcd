"""The pages of problem codes: every code that a user can meet is explained on one of them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "rapport"
CATALOGUED = {"sources", "claims"}
"""Folders whose codes have catalogues and tests of their own."""

CODE = re.compile(r"[a-zåäö]+(?:-[a-zåäö]+)+")
HEADING = re.compile(r"^## (\S+)$", re.MULTILINE)
ROW = re.compile(r"^\| `([a-zåäö-]+)` \|", re.MULTILINE)


def page(name: str) -> str:
    """A page of the documentation."""
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def codes() -> set[str]:
    """The codes given outside the catalogued folders."""
    paths = [p for p in SOURCE.rglob("*.py") if not CATALOGUED & set(p.parts)]
    return {
        code
        for path in paths
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        for code in _codes(node)
    }


def _codes(call: ast.Call) -> Iterator[str]:
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    if not name.lower().endswith(("problem", "bindingrefused")):
        return
    for node in (*call.args[:4], *(k.value for k in call.keywords if k.arg == "code")):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from CODE.findall(node.value) if CODE.fullmatch(node.value) else ()


def test_every_code_is_explained_once_it_can_be_met() -> None:
    """A code given by a build, a form or the review has a row, or a heading in a catalogue."""
    pages = sorted(path.name for path in (ROOT / "docs").glob("felkoder*.md"))
    explained = {code for name in pages for code in (*HEADING.findall(page(name)),)}
    explained |= set(ROW.findall(page("felkoder-ovriga.md")))
    assert set() == codes() - explained


def test_the_page_explains_no_code_that_is_never_given() -> None:
    """A row whose code has left the program leaves the page."""
    assert set() == set(ROW.findall(page("felkoder-ovriga.md"))) - codes()
