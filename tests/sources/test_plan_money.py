"""Sums that cannot be: parts above the whole, a country below its region, impossible increases."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rapport.domain.period import Occasion
from rapport.sources.workspace import read_workspace

BASE = Path(__file__).parent / "errors" / "_bas"
PLAN = """id: extra
slag: överenskommelser
namn: Extra
nämnd: hsn
första_år: 2024
sista_år: 2024
överenskommelser:
  - id: halsa
    namn: Hälsa
    första_år: 2024
    sista_år: 2024
"""


def found(tmp_path: Path, *lines: str, plan: str = PLAN) -> list[tuple[str, str]]:
    """Severity and code of what is found in an agreement with some lines more."""
    root = Path(shutil.copytree(BASE, tmp_path / "region"))
    text = plan + "".join(f"    {line}\n" for line in lines)
    (root / "data/planer/extra.yaml").write_text(text, encoding="utf-8")
    _, problems = read_workspace(root, Occasion.parse("T2-2024"))
    return [(str(problem.severity), problem.code) for problem in problems]


@pytest.mark.parametrize(
    "whole, parts, codes",
    [
        ("'1,4', enhet: mdkr", "{namn: A, belopp: '500', enhet: mnkr}", []),
        ("'1,4', enhet: mdkr", "{namn: A, belopp: '1400', enhet: mnkr}", []),
        ("'1,4', enhet: mdkr", "{namn: A, belopp: '1400,1', enhet: mnkr}", ["delar"]),
        ("'1,4', enhet: mnkr", "{namn: A, belopp: '529'}", ["delar"]),
        ("'900', enhet: tkr", "{namn: A, belopp: '0,5', enhet: mnkr}", []),
        (
            "'900', enhet: tkr",
            "{namn: A, belopp: '0,5', enhet: mnkr}, {namn: B, belopp: '0,5', enhet: mnkr}",
            ["delar"],
        ),
        ("'900', enhet: tkr", "{namn: A}, {namn: B, belopp: '900'}", []),
        ("'900', enhet: tkr", "{namn: A, belopp: '2000', enhet: antal}", []),
    ],
)
def test_parts_are_held_against_the_whole_whatever_their_units(
    tmp_path: Path, whole: str, parts: str, codes: list[str]
) -> None:
    """Thousands, millions and billions are compared in kronor; parts need not be all."""
    told = found(tmp_path, f"nationellt: [{{namn: Landet, belopp: {whole}, varav: [{parts}]}}]")
    assert [("varning", "delar-större-än-helheten") for _ in codes] == told


@pytest.mark.parametrize(
    "national, regional, times",
    [
        ("år: 2024, belopp: '1,4', enhet: mnkr", "år: 2024, belopp: '22', enhet: mnkr", 1),
        ("år: 2024, belopp: '1,4', enhet: mdkr", "år: 2024, belopp: '22', enhet: mnkr", 0),
        ("år: 2023, belopp: '1,4', enhet: mnkr", "år: 2024, belopp: '22', enhet: mnkr", 0),
        ("år: 2024", "år: 2024, belopp: '22', enhet: mnkr", 0),
        ("belopp: '900', enhet: tkr", "belopp: '1', enhet: mnkr", 1),
        ("belopp: '1', enhet: kr", "belopp: '22', enhet: procent", 0),
    ],
)
def test_a_region_cannot_have_more_than_the_country(
    tmp_path: Path, national: str, regional: str, times: int
) -> None:
    """The same year and money are compared; what is not told is not guessed."""
    told = found(
        tmp_path,
        f"nationellt: [{{namn: Landet, {national}}}]",
        f"regionens_del: [{{namn: Regionen, {regional}}}]",
    )
    assert [("fel", "för-litet-nationellt-belopp")] * times == told


@pytest.mark.parametrize(
    "printed, rest, expected",
    [
        ("1,4 mkr vilket är en ökning med 529 mkr", (), [("varning", "orimlig-ökning")]),
        (
            "1,4 mkr vilket är en ökning med 529 mkr",
            ("avvikelser_i_källan: [Ska vara mdkr]",),
            [("anmärkning", "orimlig-ökning")],
        ),
        ("1,4 mdkr vilket är en ökning med 529 mkr", (), []),
        ("1,4 mkr", (), []),
    ],
)
def test_what_a_source_prints_of_a_sum_is_read_for_its_size(
    tmp_path: Path, printed: str, rest: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    """An increase above its total is told, gently where the source is known to be wrong."""
    sums = f"nationellt: [{{namn: Landet, belopp: '1,4', enhet: mdkr, tryckt: '{printed}'}}]"
    assert expected == found(tmp_path, sums, *rest)


LINKS = """id: extra
slag: internkontrollplan
namn: Extra
nämnd: hsn
första_år: 2025
sista_år: 2025
"""
CONTROL = "internkontroll: [{{id: a, kontrollmoment: A, styrmått: {}, styrmått_i_plan: {}}}]"


@pytest.mark.parametrize(
    "text, codes",
    [
        ("fortsätter: plan-2024", []),
        ("fortsätter: plan-2023", ["okänd-plan"]),
        ("fortsätter: extra", ["fel-föregångare"]),
        ("riktade_uppdrag: [{id: a, text: A, beslut: {organ: HSN, datum: 2024-01-01}}]", []),
        (
            "riktade_uppdrag: [{id: a, text: A, beslut: {organ: kommunen, datum: 2024-01-01}}]",
            ["okänd-nämnd"],
        ),
        (
            CONTROL.format("besok-i-tid", "plan-2024"),
            [],
        ),
        (
            CONTROL.format("besok", "plan-2024"),
            ["okänt-styrmått"],
        ),
        (
            CONTROL.format("besok", "vad"),
            ["okänd-plan"],
        ),
    ],
)
def test_what_a_plan_names_elsewhere_exists(tmp_path: Path, text: str, codes: list[str]) -> None:
    """Predecessors, bodies and measures of other plans are looked up, bodies by any name."""
    assert codes == [code for _, code in found(tmp_path, plan=LINKS + text + "\n")]
