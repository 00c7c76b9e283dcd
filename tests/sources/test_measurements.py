"""Measured data read from files as regions export them."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from rapport.domain.breakdown import MEN, TOTAL, WOMEN, Breakdown, Sex
from rapport.domain.measurement import Measurements, SourceRef
from rapport.domain.period import Period, parse_period
from rapport.domain.problem import Problem
from rapport.domain.quantity import Gap
from rapport.sources import workbook
from rapport.sources.measurements import measurement_files, read_measurements
from rapport.sources.workspace import read_workspace

BASE = Path(__file__).parent / "errors_measurements" / "_bas"
AUGUST = Period.month(2024, 8)
TOP = "namn: Datalager\nuttagsdatum: 2024-09-05\nexempeldata: ja\n"
CSV = f"fil: data.csv\nformat: csv\n{TOP}"
COLUMNS = (
    "kolumner: {indikator: Mått, period: Månad, organisation: Enhet, kön: Kön, "
    "täljare: Täljare, nämnare: Nämnare}\n"
)
ROWS = "Mått;Månad;Enhet;Kön;Täljare;Nämnare\nBesök i tid;aug-24;Nära;Män;1 812;1 901\n"
EXCEL = f"fil: data.xlsx\nformat: excel\n{TOP}"
WIDE = f"""{EXCEL}blad: Rapport
rubrikrader: [3, 4]
period_i_rubrikrad: 3
kön_i_rubrikrad: 4
första_datarad: 5
radrubriker: {{organisation: A}}
"""

Found = tuple[Measurements, tuple[Problem, ...]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of measured data in a correct workspace."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path / "data" / "matvarden"


def read(folder: Path) -> Found:
    """What the workspace's measured data say."""
    root = folder.parent.parent
    workspace, _ = read_workspace(root, None)
    return read_measurements(root, workspace.region, workspace.plans)


def read_csv(folder: Path, mapping: str, data: bytes | str) -> Found:
    """What a CSV file says."""
    (folder / "a.yaml").write_text(mapping, encoding="utf-8")
    (folder / "data.csv").write_bytes(data.encode() if isinstance(data, str) else data)
    return read(folder)


def read_sheet(folder: Path, mapping: str, cells: dict[str, object], percent: str = "") -> Found:
    """What a sheet "Rapport" says; ``percent`` names a cell that is formatted as percent."""
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Rapport", 0)
    for ref, value in cells.items():
        sheet[ref] = value
    if percent:
        sheet[percent].number_format = "0.0%"
    book.save(folder / "data.xlsx")
    (folder / "a.yaml").write_text(mapping, encoding="utf-8")
    return read(folder)


@pytest.mark.parametrize(
    "encoding,start",
    [
        ("utf-8", b""),
        ("utf-8-sig", b""),
        ("cp1252", b""),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
    ],
)
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_encoding_and_delimiter_are_found_out(
    folder: Path, encoding: str, start: bytes, delimiter: str
) -> None:
    """The same cell comes out of every encoding and delimiter that exports use."""
    data = start + ROWS.replace(";", delimiter).encode(encoding)
    measured, problems = read_csv(folder, CSV + COLUMNS, data)
    found = measured.get("besok-i-tid", "nara", MEN)[AUGUST]
    assert ((), Decimal(1812), Decimal(1901)) == (problems, found.numerator, found.denominator)


def test_a_figure_knows_its_file_row_and_that_it_is_an_example(folder: Path) -> None:
    """The observation points at the row of the file, and the file is listed as a source."""
    measured, _ = read_csv(folder, CSV + COLUMNS, ROWS)
    found = measured.get("besok-i-tid", "nara", MEN)[AUGUST]
    assert (SourceRef("data/matvarden/data.csv", "", "rad 2"), True) == (
        found.source,
        found.is_example,
    )
    assert [("Datalager", "2024-09-05")] == [(s.name, s.extracted) for s in measured.sources]


def test_a_stated_total_is_kept_beside_women_and_men(folder: Path) -> None:
    """Three rows are three cells, also when the total is not their sum."""
    rows = "".join(
        f"arenden;2024-08;Kiruna;{sex};{n};\n" for sex, n in (("K", 1), ("M", 2), ("T", 4))
    )
    measured, _ = read_csv(folder, CSV + COLUMNS, ROWS + rows)
    series = [measured.get("arenden", "kiruna-sjukhus", b)[AUGUST] for b in (WOMEN, MEN, TOTAL)]
    assert [Decimal(1), Decimal(2), Decimal(4)] == [cell.numerator for cell in series]


@pytest.mark.parametrize(
    "numerator,denominator,gap",
    [
        ("-", "-", Gap.MISSING),
        ("", "", Gap.MISSING),
        (".", ".", Gap.NOT_APPLICABLE),
        ("..", "812", Gap.WITHHELD),
        ("<5", "812", Gap.WITHHELD),
    ],
)
def test_a_code_empties_the_whole_cell(
    folder: Path, numerator: str, denominator: str, gap: Gap
) -> None:
    """A cell with a code has a reason and no figures."""
    row = f"besok-i-tid;2024-08;Kiruna;T;{numerator};{denominator}\n"
    measured, problems = read_csv(folder, CSV + COLUMNS, ROWS + row)
    found = measured.get("besok-i-tid", "kiruna-sjukhus", TOTAL)[AUGUST]
    assert ((), gap, None, None) == (problems, found.gap, found.numerator, found.denominator)


def test_zero_is_a_figure(folder: Path) -> None:
    """Nobody of twelve is a share of zero, not a gap."""
    measured, _ = read_csv(folder, CSV + COLUMNS, ROWS + "besok-i-tid;2024-08;Kiruna;T;0;12\n")
    found = measured.get("besok-i-tid", "kiruna-sjukhus", TOTAL)[AUGUST]
    assert (Decimal(0), None) == (found.numerator, found.gap)


def test_dimensions_stand_in_the_order_of_the_plan(folder: Path) -> None:
    """Whatever order the columns have, the breakdown names besökstyp before vårdnivå."""
    mapping = CSV + (
        "kolumner: {period: M, täljare: D, nämnare: A}\n"
        "dimensioner: {vardniva: V, besokstyp: B}\n"
        "fasta: {indikator: digitala-besok, organisation: nara, kön: K}\n"
    )
    measured, problems = read_csv(folder, mapping, "M,V,B,D,A\n202408,Somatisk vård,nybesok,1,9\n")
    place = Breakdown(Sex.WOMEN, (("besokstyp", "nybesok"), ("vardniva", "somatik")))
    assert ((), True) == (problems, AUGUST in measured.get("digitala-besok", "nara", place))


def test_the_files_own_words_can_be_translated(folder: Path) -> None:
    """``översättning`` gives the file's codes a meaning."""
    mapping = CSV + COLUMNS + 'översättning: {indikator: {B7: besok-i-tid}, kön: {"2": K}}\n'
    measured, problems = read_csv(folder, mapping, ROWS + "b7;2024-08;Nära;2;3;4\n")
    assert ((), True) == (problems, AUGUST in measured.get("besok-i-tid", "nara", WOMEN))


def test_money_is_converted_to_the_unit_of_the_measure(folder: Path) -> None:
    """1,5 mnkr of a measure in tkr is 1 500."""
    row = "kostnad;2024-08;Region Exempel;T;1,5 mnkr;\n"
    measured, problems = read_csv(folder, CSV + COLUMNS, ROWS + row)
    found = measured.get("kostnad", "exempel", TOTAL)[AUGUST]
    assert ((), Decimal(1500)) == (problems, found.numerator)


def test_merged_headings_hold_for_the_columns_to_the_right(folder: Path) -> None:
    """The month stands over the women's column and holds for the men's too."""
    cells = {"B3": "jul 2024", "D3": "aug 2024", "B4": "K", "C4": "M", "D4": "K", "E4": "M"}
    figures = {"A5": "Kiruna", "B5": 1, "C5": 2, "D5": 3, "E5": 4.0}
    mapping = f"{WIDE}mått: täljare\nfasta: {{indikator: arenden}}\n"
    measured, problems = read_sheet(folder, mapping, {**cells, **figures})
    found = measured.get("arenden", "kiruna-sjukhus", MEN)
    expected = {Period.month(2024, 7): Decimal(2), AUGUST: Decimal(4)}
    assert () == problems
    assert expected == {period: cell.numerator for period, cell in found.items()}
    assert "E5" == found[AUGUST].source.cell


def test_two_blocks_become_numerator_and_denominator(folder: Path) -> None:
    """Blocks that lie below each other are joined cell by cell; the sheet ends at an empty row."""
    block = "rubrikrader: [{0}], period_i_rubrikrad: {0}, första_datarad: {1}, mått: {2}"
    mapping = (
        f"{EXCEL}blad: Rapport\nradrubriker: {{organisation: A}}\nfasta: {{indikator: recept}}\n"
    )
    blocks = (block.format(1, 2, "täljare"), block.format(4, 5, "nämnare"))
    mapping += "block:\n" + "".join(f"  - {{{text}}}\n" for text in blocks)
    cells = {"B1": "2024-08", "A2": "Kiruna", "B2": 7, "B4": "2024-08", "A5": "Kiruna", "B5": 900}
    measured, problems = read_sheet(folder, mapping, cells)
    found = measured.get("recept", "kiruna-sjukhus", TOTAL)[AUGUST]
    assert ((), Decimal(7), Decimal(900)) == (problems, found.numerator, found.denominator)


LONG = f"{EXCEL}kolumner: {{indikator: Mått, period: Månad, organisation: Enhet, värde: Utfall}}\n"
ONE = {
    "A1": "Mått",
    "B1": "Månad",
    "C1": "Enhet",
    "D1": "Utfall",
    "A2": "besok-i-tid",
    "B2": 202408,
    "C2": "Nära",
}


@pytest.mark.parametrize(
    "stored,percent,scale,value",
    [
        (0.751, "D2", "", "75.1"),
        (75.1, "", "", "75.1"),
        ("75,1", "", "", "75.1"),
        ("75,1 %", "", "andel", "75.1"),
        (0.751, "", "andel", "75.1"),
        (0.751, "D2", "andel", "75.1"),
        (75.1, "", "procent", "75.1"),
    ],
)
def test_a_share_is_75_percent_however_it_is_stored(
    folder: Path, stored: object, percent: str, scale: str, value: str
) -> None:
    """A percent format and ``skala`` are the two ways to know that 0,751 is 75,1 %."""
    mapping = LONG + (f"skala: {scale}\n" if scale else "")
    measured, problems = read_sheet(folder, mapping, {**ONE, "D2": stored}, percent)
    found = measured.get("besok-i-tid", "nara", TOTAL)[AUGUST]
    assert ((), Decimal(value)) == (problems, found.value)


def test_text_without_percent_among_fractions_is_refused(folder: Path) -> None:
    """The text 75,1 in a column of 0,751 may be either, so it is not guessed."""
    _, problems = read_sheet(folder, f"{LONG}skala: andel\n", {**ONE, "D2": "75,1"})
    assert [("inte-ett-tal", "D2")] == [(p.code, p.location.cell) for p in problems]


def test_a_large_workbook_needs_its_scale_declared(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where formats are not read, 0,751 of a share is refused until ``skala`` is stated."""
    monkeypatch.setattr(workbook, "MAX_FORMATTED_CELLS", 0)
    _, problems = read_sheet(folder, LONG, {**ONE, "D2": 0.751})
    assert [("skala-saknas", "D2")] == [(p.code, p.location.cell) for p in problems]
    measured, problems = read_sheet(folder, f"{LONG}skala: andel\n", {**ONE, "D2": 0.751})
    found = measured.get("besok-i-tid", "nara", TOTAL)[AUGUST]
    assert ((), Decimal("75.1")) == (problems, found.value)


@pytest.mark.parametrize("cells_with_formats", [0, 20_000])
def test_errors_and_uncalculated_formulas_are_never_empty(
    folder: Path, monkeypatch: pytest.MonkeyPatch, cells_with_formats: int
) -> None:
    """A cell that a reader shows as empty is a problem, not bortfall, with both readers."""
    monkeypatch.setattr(workbook, "MAX_FORMATTED_CELLS", cells_with_formats)
    more = {"A3": "besok-i-tid", "B3": 202407, "C3": "Nära", "D3": "#DIV/0!"}
    _, problems = read_sheet(folder, LONG, {**ONE, "D2": "=1/3", **more})
    assert [("inte-ett-tal", "D2"), ("inte-ett-tal", "D3")] == [
        (p.code, p.location.cell) for p in problems
    ]


def test_the_same_cell_in_two_files_is_refused(folder: Path) -> None:
    """No figure depends on which file is read last."""
    (folder / "b.yaml").write_text((CSV + COLUMNS).replace("data.csv", "b.csv"), encoding="utf-8")
    (folder / "b.csv").write_text(ROWS, encoding="utf-8")
    _, problems = read_csv(folder, CSV + COLUMNS, ROWS)
    assert ["dubbel-cell"] == [problem.code for problem in problems]


def test_a_link_out_of_the_workspace_is_refused(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A data file that is a link to somewhere else is not opened."""
    outside = tmp_path_factory.mktemp("utanför") / "data.csv"
    outside.write_text(ROWS, encoding="utf-8")
    (folder / "data.csv").symlink_to(outside)
    (folder / "a.yaml").write_text(CSV + COLUMNS, encoding="utf-8")
    _, problems = read(folder)
    assert ["otillåten-sökväg"] == [problem.code for problem in problems]


def test_longer_periods_are_kept_as_they_are(folder: Path) -> None:
    """A yearly figure is an observation of the year, not of twelve months."""
    measured, _ = read_csv(folder, CSV + COLUMNS, ROWS + "besok-i-tid;helår 2023;Nära;T;80;90\n")
    assert [parse_period("AR-2023")] == list(measured.get("besok-i-tid", "nara", TOTAL))


def test_the_files_of_the_manifest_are_mappings_and_data(folder: Path) -> None:
    """Both the mapping and the data file it names are listed."""
    read_csv(folder, CSV + COLUMNS, ROWS)
    assert ["a.yaml", "data.csv"] == [p.name for p in measurement_files(folder.parent.parent)]
