"""What exports have besides figures: total rows, units in headings, sheets, rows that are parts."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from measured import COLUMNS, CSV, EXCEL, codes, read_csv, read_sheets
from rapport.domain.breakdown import TOTAL, WOMEN
from rapport.domain.measurement import Measurements
from rapport.domain.period import Period
from rapport.domain.quantity import Gap
from rapport.sources.heading_units import unit_in

AUGUST = Period.month(2024, 8)
HEAD = "Mått;Månad;Enhet;Kön;Täljare;Nämnare\n"
SUMMED = f"{CSV}rader: summeras\n{COLUMNS}"
LONG = "kolumner: {period: Månad, organisation: Enhet, täljare: Antal}\n"
WIDE = (
    f"{EXCEL}blad: Rapport\nrubrikrader: [1]\nperiod_i_rubrikrad: 1\nförsta_datarad: 2\n"
    "radrubriker: {organisation: A}\nfasta: {indikator: arenden}\nmått: täljare\n"
)


def pair(measured: Measurements, indicator: str, unit: str) -> tuple[Decimal | None, ...]:
    """Numerator and denominator of August for women and men together."""
    cell = measured.get(indicator, unit, TOTAL)[AUGUST]
    return cell.numerator, cell.denominator


@pytest.mark.parametrize("word", ["Totalt", "SUMMA", "Samtliga", "Delsumma"])
def test_a_total_that_agrees_is_not_read_as_a_unit(tmp_path: Path, word: str) -> None:
    """The total row gives no cell, and nothing is said when the rows add up to it."""
    rows = f"arenden;2024-08;Kiruna;T;70;\narenden;2024-08;Nära;T;50;\narenden;2024-08;{word};T;70;"
    measured, problems = read_csv(tmp_path, CSV + COLUMNS, HEAD + rows)
    assert ((), 2) == (problems, len(list(measured)))


@pytest.mark.parametrize("stated,expected", [("100", []), ("99", ["fel-summa"])])
def test_a_total_over_women_and_men_is_checked(
    tmp_path: Path, stated: str, expected: list[str]
) -> None:
    """A total without a sex is compared with women and men together."""
    rows = f"arenden;2024-08;Kiruna;K;60;\narenden;2024-08;Kiruna;M;40;\n;2024-08;Summa;;{stated};"
    mapping = CSV + COLUMNS.replace("indikator: Mått, ", "") + "fasta: {indikator: arenden}\n"
    _, problems = read_csv(tmp_path, mapping, HEAD + rows)
    assert expected == codes(problems)


def test_a_total_with_withheld_parts_may_be_larger(tmp_path: Path) -> None:
    """Nothing is wrong with a total of 70 when 50 are known and some are withheld."""
    rows = (
        "arenden;2024-08;Kiruna;K;..;\narenden;2024-08;Kiruna;M;50;\narenden;2024-08;Totalt;T;70;"
    )
    assert [] == codes(read_csv(tmp_path, CSV + COLUMNS, HEAD + rows)[1])


def test_a_grand_total_without_a_measure_is_left_out(tmp_path: Path) -> None:
    """The sum of different measures means nothing, so there is nothing to compare."""
    rows = "arenden;2024-08;Kiruna;T;70;\nTotalt;;;;99;\n"
    measured, problems = read_csv(tmp_path, CSV + COLUMNS, HEAD + rows)
    assert ((), 1) == (problems, len(list(measured)))


def test_a_total_row_does_not_excuse_other_mistakes_in_it(tmp_path: Path) -> None:
    """An unknown measure is told also in a row of totals."""
    rows = "arenden;2024-08;Kiruna;T;70;\närende;2024-08;Totalt;T;70;\n"
    assert ["okänt-styrmått"] == codes(read_csv(tmp_path, CSV + COLUMNS, HEAD + rows)[1])


def test_total_rows_and_columns_of_a_sheet_are_checks(tmp_path: Path) -> None:
    """In a wide sheet both the last row and the last column are compared, cell by cell."""
    rows: list[list[object]] = [
        ["", "2024-07", "2024-08", "Totalt"],
        ["Kiruna", 1, 2, 3],
        ["Nära", 5, 6, 12],
        ["Summa", 5, 6, 11],
    ]
    measured, problems = read_sheets(tmp_path, WIDE, {"Rapport": rows})
    assert [("fel-summa", "D3")] == [(p.code, p.location.cell) for p in problems]
    assert 4 == len(list(measured))


@pytest.mark.parametrize(
    "heading,unit",
    [
        ("Kostnad (tkr)", "tkr"),
        ("Kostnad, mkr", "mnkr"),
        ("Kostnad [kronor]", "kr"),
        ("Kostnad i tkr", "tkr"),
        ("Andel (%)", "%"),
        ("Andel procent", ""),
        ("Besök (antal)", ""),
        ("Kostnad (tkr) 2024", ""),
    ],
)
def test_a_unit_at_the_end_of_a_heading_is_seen(heading: str, unit: str) -> None:
    """Only a unit that closes the heading, set off from its words, is a unit."""
    assert unit == unit_in(heading)


@pytest.mark.parametrize(
    "heading,cell,expected",
    [
        ("Kostnad (mnkr)", "1,5", 1500),
        ("Kostnad (tkr)", "1 500", 1500),
        ("Kostnad (mnkr)", "1 500 tkr", 1500),
    ],
)
def test_the_unit_of_a_heading_holds_for_its_column(
    tmp_path: Path, heading: str, cell: str, expected: int
) -> None:
    """1,5 under "(mnkr)" is 1 500 tkr; a unit written in the cell goes first."""
    mapping = f'{CSV}kolumner: {{period: Månad, täljare: "{heading}"}}\n'
    mapping += "fasta: {indikator: kostnad, organisation: exempel}\n"
    measured, problems = read_csv(tmp_path, mapping, f"Månad;{heading}\n2024-08;{cell}\n")
    assert ((), Decimal(expected)) == (problems, pair(measured, "kostnad", "exempel")[0])


def test_the_unit_of_a_wide_block_is_stated_in_the_mapping(tmp_path: Path) -> None:
    """``enhet`` says what the figures of a sheet are in when nothing in it does."""
    mapping = WIDE.replace("arenden", "kostnad") + "enhet: mnkr\n"
    rows: list[list[object]] = [["", "2024-08"], ["Kiruna", 2.5]]
    measured, problems = read_sheets(tmp_path, mapping, {"Rapport": rows})
    assert ((), Decimal(2500)) == (problems, pair(measured, "kostnad", "kiruna-sjukhus")[0])


def test_a_unit_of_money_over_a_count_is_refused(tmp_path: Path) -> None:
    """A column of money cannot be a number of cases."""
    mapping = f'{CSV}kolumner: {{period: Månad, täljare: "Antal (tkr)"}}\n'
    mapping += "fasta: {indikator: arenden, organisation: exempel}\n"
    _, problems = read_csv(tmp_path, mapping, "Månad;Antal (tkr)\n2024-08;12\n")
    assert ["fel-enhet"] == codes(problems)


def test_a_table_may_go_on_over_several_sheets(tmp_path: Path) -> None:
    """One layout holds for all sheets named as blocks, each with its own constants."""
    mapping = f"{EXCEL}{LONG}block:\n"
    mapping += "  - {blad: Ärenden, fasta: {indikator: arenden}}\n"
    mapping += "  - {blad: Kostnad, enhet: tkr, fasta: {indikator: kostnad}}\n"
    head: list[object] = ["Månad", "Enhet", "Antal"]
    sheets = {
        "Ärenden": [head, ["2024-08", "Kiruna", 7]],
        "Kostnad": [head, ["2024-08", "Kiruna", 900]],
    }
    measured, problems = read_sheets(tmp_path, mapping, sheets)
    found = [pair(measured, name, "kiruna-sjukhus")[0] for name in ("arenden", "kostnad")]
    assert ((), [Decimal(7), Decimal(900)]) == (problems, found)


def test_rows_that_are_parts_are_summed(tmp_path: Path) -> None:
    """Cases on different days of August are one cell, which tells how many rows it is."""
    rows = "besok-i-tid;2024-08-03;Kiruna;K;1;1\nbesok-i-tid;2024-08-17 10:30;Kiruna;K;0;1\n"
    measured, problems = read_csv(tmp_path, SUMMED, HEAD + rows)
    cell = measured.get("besok-i-tid", "kiruna-sjukhus", WOMEN)[AUGUST]
    assert ((), Decimal(1), Decimal(2)) == (problems, cell.numerator, cell.denominator)
    assert "rad 2 och 1 rad till" == cell.source.cell


@pytest.mark.parametrize(
    "parts,gap",
    [
        ("5 ..", Gap.WITHHELD),
        ("- ..", Gap.WITHHELD),
        ("5 -", Gap.MISSING),
        (". -", Gap.MISSING),
        (". .", Gap.NOT_APPLICABLE),
    ],
)
@pytest.mark.parametrize("turn", [1, -1])
def test_a_gap_in_a_part_is_a_gap_in_the_sum(
    tmp_path: Path, parts: str, gap: Gap, turn: int
) -> None:
    """What is missing is never counted as 0, whichever part comes first."""
    rows = [f"arenden;2024-08;Kiruna;T;{part};\n" for part in parts.split()[::turn]]
    measured, problems = read_csv(tmp_path, SUMMED, HEAD + "".join(rows))
    cell = measured.get("arenden", "kiruna-sjukhus", TOTAL)[AUGUST]
    assert ((), gap, None) == (problems, cell.gap, cell.numerator)


def test_a_part_that_does_not_apply_adds_nothing(tmp_path: Path) -> None:
    """Five and "not applicable" are five."""
    rows = "arenden;2024-08;Kiruna;T;.;\narenden;2024-08;Kiruna;T;5;\n"
    measured, problems = read_csv(tmp_path, SUMMED, HEAD + rows)
    assert ((), Decimal(5)) == (problems, pair(measured, "arenden", "kiruna-sjukhus")[0])


def test_a_code_in_its_own_column_holds_for_its_part(tmp_path: Path) -> None:
    """A withheld part withholds the sum; a code beside a number is still a contradiction."""
    mapping = SUMMED.replace("nämnare: Nämnare", "kod: Nämnare")
    rows = "arenden;2024-08;Kiruna;T;5;\narenden;2024-08;Kiruna;T;;..\n"
    measured, problems = read_csv(tmp_path, mapping, HEAD + rows)
    cell = measured.get("arenden", "kiruna-sjukhus", TOTAL)[AUGUST]
    assert ((), Gap.WITHHELD) == (problems, cell.gap)
    _, problems = read_csv(tmp_path, mapping, f"{HEAD}arenden;2024-08;Kiruna;T;5;..\n")
    assert ["kod-och-tal"] == codes(problems)


@pytest.mark.parametrize("one,other", [("2 tkr", "3 kr"), ("2", "3 tkr"), ("2", "x"), ("x", "2")])
def test_parts_that_cannot_be_added_are_refused(tmp_path: Path, one: str, other: str) -> None:
    """Different units are not added up, and an unreadable part spoils the sum."""
    rows = f"kostnad;2024-08;Kiruna;T;{one};\nkostnad;2024-08;Kiruna;T;{other};\n"
    assert ["inte-ett-tal"] == codes(read_csv(tmp_path, SUMMED, HEAD + rows)[1])
