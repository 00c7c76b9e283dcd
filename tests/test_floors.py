"""The floors and doors of the house: who may import whom."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "rapport"


def contracts() -> list[dict[str, Any]]:
    """The contracts in pyproject.toml."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = settings["tool"]["importlinter"]["contracts"]
    return found


def doors() -> list[str]:
    """The third parties that have a door."""
    return [
        name
        for contract in contracts()
        if contract["type"] == "protected"
        for name in contract["protected_modules"]
    ]


def imported(path: Path) -> Iterator[str]:
    """The top-level packages that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name.split(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            yield node.module.split(".")[0]


def third_parties() -> set[str]:
    """Everything that the program imports and that neither it nor Python has."""
    names = {name for path in SOURCE.rglob("*.py") for name in imported(path)}
    return names - set(sys.stdlib_module_names) - {"rapport"}


def test_imports_only_go_down_and_through_the_doors() -> None:
    """Every contract of import-linter is kept."""
    linter = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run(  # noqa: S603 - the linter of this environment
        [linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (0, "") == (run.returncode, "" if run.returncode == 0 else run.stdout)


def test_every_third_party_has_exactly_one_door() -> None:
    """A new library is given a floor before it is used, and an old one leaves with its last use."""
    assert sorted(third_parties()) == sorted(doors())


def test_pure_floors_are_closed_to_every_third_party() -> None:
    """The list of what rules and words may not import is the list of all that has a door."""
    pure = next(contract for contract in contracts() if contract["id"] == "pure")
    assert sorted(doors()) == sorted(pure["forbidden_modules"])


@pytest.mark.parametrize("floor", ["domain", "swedish", "fulfilment", "report"])
def test_a_pure_floor_exists_and_has_no_third_party(floor: str) -> None:
    """Rules and words stand on the standard library alone."""
    names = {name for path in (SOURCE / floor).rglob("*.py") for name in imported(path)}
    assert names
    assert set() == names & third_parties()
