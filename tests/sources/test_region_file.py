"""The region's settings: TOML with places, and mistakes told in Swedish."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from rapport.domain.problem import Problem
from rapport.domain.quantity import Unit
from rapport.domain.region import Region
from rapport.domain.target import Tolerance, ToleranceKind
from rapport.sources.region_file import read_region
from rapport.sources.source_text import SourceText
from rapport.sources.toml_tree import parse_toml

ROOT = Path(__file__).parents[2]
TEXT = (Path(__file__).parent / "errors" / "_bas" / "rapport.toml").read_text(encoding="utf-8")


def read(text: str) -> tuple[Region | None, tuple[Problem, ...]]:
    """What the settings' text becomes."""
    tree, problems = parse_toml(SourceText("rapport.toml", text))
    if tree is None:
        return None, problems
    return read_region(tree)


def placed(text: str) -> list[tuple[str, str]]:
    """The problems of a text as place and code."""
    return [(str(problem.location), problem.code) for problem in read(text)[1]]


def test_the_settings_become_a_region() -> None:
    """Organisation, tolerances and the defaults of what is left out."""
    region, problems = read(TEXT)
    assert region is not None
    assert ((), "exempel", ("nara",), 5, 3, "3a") == (
        problems,
        region.organisations.top,
        tuple(child.id for child in region.organisations.children("exempel")),
        region.threshold,
        region.share_years,
        region.archive,
    )
    assert (
        Tolerance(ToleranceKind.RELATIVE, Decimal("0.1")),
        ((Unit.PERCENT, Tolerance(ToleranceKind.ABSOLUTE, Decimal(5))),),
    ) == (region.profile.tolerance, region.profile.tolerances)


def test_the_example_regions_settings_are_correct() -> None:
    """The file that comes with the project has no mistakes."""
    assert [] == placed((ROOT / "rapport.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "before, after, place, code",
    [
        ('"nivå" = "division"', "", "rapport.toml:17:1", "saknad-nyckel"),
        ('namn = "Division Nära"', 'nam = "Division Nära"', "rapport.toml:18:1", "okänd-nyckel"),
        ('procent = "5 proc', 'procant = "5 proc', "rapport.toml:29:1", "okänt-ord"),
        ('tolerans = "10 %"', 'tolerans = "5 kr"', "rapport.toml:26:12", "fel-tolerans"),
        ('tolerans = "10 %"', "tolerans = 0.1", "rapport.toml:26:12", "fel-tolerans"),
        ('id = "hsn"', 'id = "HSN"', "rapport.toml:7:6", "fel-id"),
        ('alias = ["HSN"]', 'alias = "HSN"', "rapport.toml:9:9", "fel-form"),
        ('id = "nara"', 'id = "exempel"', "rapport.toml:17:6", "dubbelt-id"),
    ],
)
def test_a_mistake_in_the_settings_is_placed(
    before: str, after: str, place: str, code: str
) -> None:
    """The standard reader gives no places, but every problem has line and column."""
    assert (place, code) in placed(TEXT.replace(before, after, 1))


@pytest.mark.parametrize(
    "text, line, column",
    [
        ("nämnd = 1", 1, 1),
        ("[[nämnd]]", 1, 1),
        ('a = "x', 1, 1),
        ("a = 1\na = 2\n", 2, 6),
        ("[a]\n[a]\n", 2, 3),
        ("a = nej", 1, 5),
        ("a = 2 3", 1, 7),
        ("[[a]\n", 1, 4),
        ("a = [1,\n", 1, 1),
    ],
)
def test_a_syntax_mistake_is_placed_and_told_in_swedish(text: str, line: int, column: int) -> None:
    """One problem at the mistake, in our words."""
    ((problem,)) = read(text)[1]
    words = set(problem.message.lower().split())
    assert ("toml-skrivfel", line, column, set()) == (
        problem.code,
        problem.location.line,
        problem.location.column,
        words & {"expected", "invalid", "cannot", "at", "line", "the"},
    )


def test_an_organisation_above_itself_is_refused() -> None:
    """A circle of parents would never end when sums are made."""
    circle = TEXT + (
        '[[organisation]]\nid = "a"\nnamn = "A"\n"nivå" = "division"\n"överordnad" = "b"\n'
        '[[organisation]]\nid = "b"\nnamn = "B"\n"nivå" = "division"\n"överordnad" = "a"\n'
    )
    assert ["fel-organisation", "fel-organisation"] == [code for _, code in placed(circle)]


def test_a_collective_name_knows_its_members() -> None:
    """A body can stand for several, each of which has its own entry."""
    region, problems = read(
        TEXT + '\n[["nämnd"]]\nid = "staberna"\nnamn = "Staberna"\nomfattar = ["hsn"]\n'
    )
    assert region is not None
    assert ((), ("hsn",)) == (problems, region.boards[-1].members)
    assert region.boards[-1].is_called("STABERNA")


@pytest.mark.parametrize("member", ["okand", "staberna"])
def test_a_collective_name_stands_for_other_bodies_that_exist(member: str) -> None:
    """Neither an unknown body nor itself; the place is that of the id."""
    added = f'\n[["nämnd"]]\nid = "staberna"\nnamn = "Staberna"\nomfattar = ["{member}"]\n'
    found = placed(TEXT + added)
    assert ["okänd-nämnd"] == [code for _, code in found]
    assert found[0][0].startswith(f"rapport.toml:{len((TEXT + added).splitlines())}:")
