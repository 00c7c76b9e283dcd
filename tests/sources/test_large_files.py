"""Large CSV files and Parquet files: summed, and read exactly as small ones are."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from measured import COLUMNS, CSV, TOP, Found, codes, read_measured, workspace_with
from rapport.domain.breakdown import TOTAL
from rapport.domain.measurement import Measurements
from rapport.domain.period import Period
from rapport.sources import data_tables, duckdb_query, summation
from rapport.sources.csv_heading import CsvLayout
from rapport.sources.data_tables import is_large
from rapport.sources.large_file import LargeCsv
from rapport.sources.number_reader import ReadNumber, read_number
from rapport.sources.raw_table import TableRefused
from rapport.sources.summation import Wanted

AUGUST = Period.month(2024, 8)
HEAD = "Mått;Månad;Enhet;Kön;Täljare;Nämnare\n"
SUMMED = f"{CSV}rader: summeras\n{COLUMNS}"
PARQUET = f"fil: data.parquet\nformat: parquet\n{TOP}{COLUMNS}"

USUAL = [
    "12", "-3", "+4", "1,5", "1.5", "1234.56", "0.751", "1 234", "1\u00a0234,5", "12\u202f345",
    "\u221212", "", " ", "-", "–", ".", "..", "<5", "≤ 4", "sekretess", "75 %", "12,5 tkr", "3 st",
    "1.234", "1.234,5", "12.345.678", "#DIVISION/0!", "7 5%", "abc", "1e5", "0x1", "1 23", "٣",
    "123456789012345678", "0,1234567891", "1,", ",5", "\t7", "nan", "inf", "−", "1 234 567,25",
]  # fmt: skip


def contents(measured: Measurements) -> dict[object, object]:
    """What is measured, without where it stands."""
    return {tuple(cell[:4]): (*cell[4:8], cell.is_example) for cell in measured}


def both(
    root: Path, mapping: str, data: bytes | str, monkeypatch: pytest.MonkeyPatch
) -> list[Found]:
    """What the small reader and the large one make of the same file."""
    workspace_with(root, mapping, data)
    small = read_measured(root)
    monkeypatch.setattr(data_tables, "LARGE_ROWS", 0)
    return [small, read_measured(root)]


def parquet(root: Path, select: str, mapping: str = PARQUET) -> Found:
    """What a Parquet file says that holds the answer to a query."""
    workspace_with(root, mapping, b"", "data.parquet")
    path = root / "data" / "matvarden" / "data.parquet"
    with duckdb.connect() as connection:
        connection.execute(f"COPY ({select}) TO '{path}' (FORMAT parquet)")
    return read_measured(root)


def numbers_of(folder: Path, texts: list[str]) -> list[ReadNumber]:
    """How the large reader reads texts, each in a row of its own."""
    path = folder / "tal.csv"
    quoted = (text.replace('"', '""') for text in texts)
    rows = "".join(f'{row};"{text}"\n' for row, text in enumerate(quoted))
    path.write_text("rad;tal\n" + rows, encoding="utf-8")
    headings = {"indikator": "rad", "täljare": "tal"}
    source = LargeCsv(path, "tal.csv", CsvLayout(headings, "utf-8", ";"))
    table, problems = source.summed(Wanted(headings, adds_up=False, knows_indicator=lambda _: True))
    assert [] == problems
    cells = dict(zip(table.frame["indikator"], table.frame["täljare"], strict=True))
    found = [cells[str(row)] for row in range(len(texts))]
    return [read_number(cell) if isinstance(cell, str) else cell for cell in found]


def test_usual_and_unusual_numbers_are_read_as_the_small_reader_reads_them(tmp_path: Path) -> None:
    """Every number, code, unit and mistake of exports means the same in a large file."""
    assert [read_number(text) for text in USUAL] == numbers_of(tmp_path, USUAL)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text("0123456789 .,-+%<\u00a0\u2212\u202fkrt", max_size=9), max_size=40))
def test_no_text_is_read_in_another_way(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    """Whatever is made of digits, spaces and signs means the same to both readers."""
    folder = tmp_path_factory.mktemp("tal")
    assert [read_number(text) for text in texts] == numbers_of(folder, texts)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_every_encoding_and_delimiter_gives_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str, delimiter: str
) -> None:
    """A large file is transcoded first, and its delimiter found, as for a small one."""
    rows = HEAD + "Besök i tid;aug-24;Nära;Män;1 812;1 901\nbesok-i-tid;2024-08;Nära;K;..;9\n"
    data = rows.replace(";", delimiter).encode(encoding)
    small, large = both(tmp_path, CSV + COLUMNS, data, monkeypatch)
    assert ((), ()) == (small[1], large[1])
    assert 2 == len(contents(small[0]))
    assert contents(small[0]) == contents(large[0])


@pytest.mark.parametrize(
    "rows,expected",
    [
        ("besok-i-tid;2024-08;Kiruna;K;x;2\n", ["inte-ett-tal"]),
        ("\nbesok-i-tid;2024-08;Kiruna;K;1;2\n;;;;;\nbesok-i-tid;2024-08;Kalix;K;1;2\n",
         ["okänd-organisation"]),
        ("ärende;2024-08;Kiruna;K;1;2\n", ["okänt-styrmått"]),
        ("besok-i-tid;jul;Kiruna;K;1;2\n", ["okänd-period"]),
        ("besok-i-tid;2024-08;Kiruna;K;3;2\n", ["täljare-större-än-nämnare"]),
        ("besok-i-tid;2024-08;Kiruna;K;1\nbesok-i-tid;2024-08;Kiruna;K;1;2\n", ["fel-antal-fält"]),
        ("besok-i-tid;2024-08;Kiruna;K;1;2\nbesok-i-tid;2024-08;Kiruna;K;1;2;3\n;;\n",
         ["fel-antal-fält"]),
        ('besok-i-tid;2024-08;"Kiruna\nKalix";K;1;2\nbesok-i-tid;2024-08;Kiruna;Q;1;2\n',
         ["okänd-organisation", "okänt-kön"]),
        ("arenden;2024-08;Kiruna;K;70;\narenden;2024-08;Totalt;K;99;\n", ["fel-summa"]),
        ("besok-i-tid;2024-08;Kiruna;K;5;\n", ["halv-cell"]),
    ],
)  # fmt: skip
def test_mistakes_have_the_same_places_and_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: str, expected: list[str]
) -> None:
    """Code, line, column, excerpt and message are those of the small reader."""
    small, large = both(tmp_path, CSV + COLUMNS, HEAD + rows, monkeypatch)
    assert expected == codes(small[1])
    assert [str(problem) for problem in small[1]] == [str(problem) for problem in large[1]]


def test_a_cell_that_stands_twice_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Equal rows are told as one problem at the first of them, with how many they are."""
    row = "besok-i-tid;2024-08;Kiruna;K;1;2\n"
    _, (_, problems) = both(tmp_path, CSV + COLUMNS, HEAD + row * 3, monkeypatch)
    assert [("dubbel-cell", 2)] == [(p.code, p.location.line) for p in problems]
    assert "3 rader" in problems[0].message


def test_a_cell_with_two_figures_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A number and a code for the same cell are told as in a small file."""
    rows = "besok-i-tid;2024-08;Kiruna;K;1;2\nbesok-i-tid;2024-08;Kiruna;K;..;2\n"
    small, large = both(tmp_path, CSV + COLUMNS, HEAD + rows, monkeypatch)
    assert ["dubbel-cell"] == codes(small[1]) == codes(large[1])


def test_parts_of_a_cell_are_summed_with_their_gaps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Numbers, a withheld part, a missing part and one that does not apply: as in a small file."""
    day = "2024-0{}-17"
    parts = [(4, "5 2"), (5, "5 .."), (6, "5 -"), (7, "5 ."), (8, "0,1 0,2")]
    rows = "".join(
        f"kostnad;{day.format(month)};Kiruna;T;{part};\n"
        for month, cell in parts
        for part in cell.split()
    )
    small, large = both(tmp_path, SUMMED, HEAD + rows, monkeypatch)
    assert ((), ()) == (small[1], large[1])
    assert contents(small[0]) == contents(large[0])
    cell = large[0].get("kostnad", "kiruna-sjukhus", TOTAL)[AUGUST]
    assert (Decimal("0.3"), "datarad 9 och 1 rad till") == (cell.numerator, cell.source.cell)


@pytest.mark.parametrize(
    "numerator", ["7", "7::DOUBLE", "7.0::DECIMAL(9,3)", "'7'", "'7,0'", "7::HUGEINT"]
)
@pytest.mark.parametrize("month", ["'2024-08'", "DATE '2024-08-01'", "202408", "'aug-24'"])
def test_a_parquet_file_is_read_whatever_its_types(
    tmp_path: Path, numerator: str, month: str
) -> None:
    """Numbers and months may be stored as themselves or as text."""
    measured, problems = parquet(
        tmp_path,
        f"SELECT 'arenden' Mått, {month} Månad, 'Kiruna' Enhet, NULL::VARCHAR Kön, "
        f"{numerator} Täljare, NULL::INTEGER Nämnare",
        PARQUET.replace("kön: Kön, ", ""),
    )
    cell = measured.get("arenden", "kiruna-sjukhus", TOTAL)[AUGUST]
    assert ((), Decimal(7), "datarad 1") == (problems, cell.numerator, cell.source.cell)


@pytest.mark.parametrize("heading", ["n", "c0", "l0", "v0", "first", "file_row_number", 'a"b'])
def test_a_column_may_be_called_anything(tmp_path: Path, heading: str) -> None:
    """A heading that our own question also uses as a name is still the file's column."""
    quoted = heading.replace('"', '""')
    select = f"SELECT '2024-08' Månad, x AS \"{quoted}\" FROM (VALUES (40), (2)) AS t(x)"  # noqa: S608 - a test's
    mapping = f"fil: data.parquet\nformat: parquet\n{TOP}rader: summeras\n"
    mapping += f"kolumner: {{period: Månad, täljare: '{heading}'}}\n"
    mapping += "fasta: {indikator: arenden, organisation: exempel}\n"
    measured, problems = parquet(tmp_path, select, mapping)
    assert ((), Decimal(42)) == (
        problems,
        measured.get("arenden", "exempel", TOTAL)[AUGUST].numerator,
    )


def test_a_null_in_a_parquet_file_is_missing_and_not_zero(tmp_path: Path) -> None:
    """A row without a figure is bortfall."""
    select = "SELECT 'arenden' Mått, '2024-08' Månad, 'Kiruna' Enhet, 'T' Kön, NULL::INTEGER"
    measured, problems = parquet(tmp_path, f"{select} Täljare, NULL::INTEGER Nämnare")
    cell = measured.get("arenden", "kiruna-sjukhus", TOTAL)[AUGUST]
    assert ((), "bortfall", None) == (problems, str(cell.gap), cell.numerator)


ROW = "SELECT 'arenden' Mått, '2024-08' Månad, '{}' Enhet, 'T' Kön, {} Täljare, 1 Nämnare"


@pytest.mark.parametrize(
    "select,expected",
    [
        (ROW.format("Kalix", 1), "data.parquet, kolumn Enhet:1: fel okänd-organisation"),
        (ROW.format("Kiruna", "'NaN'::DOUBLE"), "kolumn Täljare:1: fel inte-ett-tal"),
        (ROW.format("Kiruna", "true"), "data.parquet: fel fel-kolumntyp"),
        (ROW.format("Kiruna", 1).replace("Täljare", "Antal"), "data.parquet: fel saknad-kolumn"),
    ],
)
def test_a_mistake_in_a_parquet_file_names_row_and_column(
    tmp_path: Path, select: str, expected: str
) -> None:
    """Every refusal says which column, and the row when it is about one."""
    _, problems = parquet(tmp_path, select)
    assert 1 == len(problems)
    assert expected in str(problems[0])


def test_a_file_that_is_no_parquet_file_is_refused(tmp_path: Path) -> None:
    """A damaged file is a problem with a place, not a traceback."""
    workspace_with(tmp_path, PARQUET, b"PAR1 not really", "data.parquet")
    assert ["oläsbar-datafil"] == codes(read_measured(tmp_path)[1])


def test_quotation_marks_that_never_end_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A row that cannot be split is refused with its line."""
    rows = 'besok-i-tid;2024-08;"Kiruna;K;1;2\nbesok-i-tid;2024-07;Kiruna;K;1;2\n'
    _, (_, problems) = both(tmp_path, CSV + COLUMNS, HEAD + rows, monkeypatch)
    assert [("oläsbar-rad", 2)] == [(p.code, p.location.line) for p in problems]


def test_too_many_cells_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file whose sums do not fit in memory is refused with what to do."""
    monkeypatch.setattr(summation, "MAX_CELLS", 2)
    monkeypatch.setattr(duckdb_query, "MAX_CELLS", 2)
    rows = "".join(f"arenden;2024-0{month};Kiruna;T;1;\n" for month in (1, 2, 3))
    _, (_, problems) = both(tmp_path, CSV + COLUMNS, HEAD + rows, monkeypatch)
    assert ["för-många-celler"] == codes(problems)


def test_too_little_memory_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When even the disk does not help, the message says what to leave out."""
    monkeypatch.setattr(duckdb_query, "MEMORY", "1MB")
    with pytest.raises(TableRefused) as refused:
        numbers_of(tmp_path, [f"{row} %" for row in range(30_000)])
    assert ["för-lite-minne"] == codes(refused.value.problems)


def test_only_a_file_with_many_lines_is_large(tmp_path: Path) -> None:
    """The number of lines decides, not the size of each."""
    path = tmp_path / "data.csv"
    path.write_bytes(b"a" * 1_000_000 + b"\n" * data_tables.LARGE_ROWS)
    assert not is_large(path)
    path.write_bytes(b"\n" * (data_tables.LARGE_ROWS + 1))
    assert is_large(path)


@pytest.mark.parametrize("name,mapping", [("data.parquet", PARQUET), ("data.csv", CSV + COLUMNS)])
def test_without_the_extra_a_message_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, mapping: str
) -> None:
    """A missing library is a problem with a remedy, not a traceback."""
    monkeypatch.setattr(data_tables, "LARGE_ROWS", 0)
    monkeypatch.setitem(sys.modules, "rapport.sources.large_file", None)
    workspace_with(tmp_path, mapping, HEAD, name)
    _, problems = read_measured(tmp_path)
    assert ["bibliotek-saknas"] == codes(problems)


def test_an_ordinary_build_loads_neither_duckdb_nor_sqlalchemy() -> None:
    """Reading measured data loads the libraries of the extras only when they are needed."""
    program = (
        "import sys, rapport.cli, rapport.sources.measurements; "
        "print([name for name in ('duckdb', 'sqlalchemy', 'psycopg') if name in sys.modules])"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    assert "[]" == done.stdout.strip()
