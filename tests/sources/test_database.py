"""Measured data in a real PostgreSQL: summed there, read only, refused in plain words."""

from __future__ import annotations

import uuid
from decimal import Decimal
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from measured import TOP, Found, codes, read_measured, workspace_with
from postgres import OWNER, PASSWORD, Server
from rapport.domain.breakdown import TOTAL, WOMEN
from rapport.domain.period import Period
from rapport.domain.quantity import Gap
from rapport.sources.database import DatabaseTable
from rapport.sources.raw_table import TableRefused
from rapport.sources.summation import Wanted

VARIABLE = "RAPPORT_DATALAGER"
AUGUST = Period.month(2024, 8)
COLUMNS = (
    "kolumner: {indikator: Mått, period: Månad, organisation: Enhet, kön: Kön, "
    "täljare: Täljare, nämnare: Nämnare, kod: Kod}\n"
)
TYPES = (
    '"Mått" text, "Månad" date, "Enhet" text, "Kön" text, "Täljare" {}, "Nämnare" integer, '
    '"Kod" text'
)
READER = "lasare"


def mapping(table: str, columns: str = COLUMNS, rows: str = "summeras") -> str:
    """A mapping file for a table."""
    top = f"format: databas\nkälla: datalager\nmiljövariabel: {VARIABLE}\n{TOP}rader: {rows}\n"
    return f"{top}tabell: {table}\n{columns}"


class Warehouse:
    """A schema of its own in the server, with a table of measured data."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.schema = f"prov_{uuid.uuid4().hex[:8]}"
        self.table = f"{self.schema}.mätdata"

    def make(self, rows: list[tuple[object, ...]], numbers: str = "numeric") -> None:
        """Make the table, and an account that may only read."""
        with psycopg.connect(self.server.url()) as connection:
            schema, table = sql.Identifier(self.schema), sql.Identifier("mätdata")
            names = {"schema": schema, "table": table, "reader": sql.Identifier(READER)}
            for text in (
                "CREATE SCHEMA {schema}",
                f"CREATE TABLE {{schema}}.{{table}} ({TYPES.format(numbers)})",
                "GRANT USAGE ON SCHEMA {schema} TO {reader}",
                "GRANT SELECT ON {schema}.{table} TO {reader}",
            ):
                connection.execute(sql.SQL(text).format(**names))
            places = sql.SQL(", ").join([sql.Placeholder()] * 7)
            insert = sql.SQL("INSERT INTO {schema}.{table} VALUES ({places})")
            connection.cursor().executemany(insert.format(places=places, **names), rows)

    def execute(self, text: str) -> None:
        """Do something as the owner."""
        with psycopg.connect(self.server.url()) as connection:
            connection.execute(text.format(schema=self.schema).encode())


@pytest.fixture
def warehouse(postgres: Server, monkeypatch: pytest.MonkeyPatch) -> Warehouse:
    """An empty warehouse whose address stands in the environment, for an account that reads."""
    with psycopg.connect(postgres.url()) as connection:
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = 'lasare'").fetchone():
            connection.execute(f"CREATE ROLE {READER} LOGIN PASSWORD '{PASSWORD}'".encode())
    monkeypatch.setenv(VARIABLE, postgres.url(READER))
    return Warehouse(postgres)


def row(*figures: object, month: str = "2024-08-17", unit: str = "Kiruna", sex: str = "T", what: str = "besok-i-tid", code: str | None = None) -> tuple[object, ...]:  # fmt: skip  # noqa: E501
    """A row of the table."""
    return (what, month, unit, sex, *figures, code)


def read(root: Path, text: str) -> Found:
    """What a workspace says whose only measured data lie in the database."""
    workspace_with(root, text, b"", "x.md")
    return read_measured(root)


def test_cases_are_summed_by_month_unit_and_sex(tmp_path: Path, warehouse: Warehouse) -> None:
    """Two cases in August are one cell, with the table and the number of rows as its source."""
    warehouse.make(
        [
            row(1, 1),
            row(0, 1, month="2024-08-03"),
            row(1, 1, sex="K"),
            row(3, 4, month="2024-07-31"),
        ]
    )
    measured, problems = read(tmp_path, mapping(warehouse.table))
    cell = measured.get("besok-i-tid", "kiruna-sjukhus", TOTAL)[AUGUST]
    assert ((), Decimal(1), Decimal(2)) == (problems, cell.numerator, cell.denominator)
    assert f"datalager, tabell {warehouse.table}, 2 rader" == str(cell.source)
    assert [AUGUST] == list(measured.get("besok-i-tid", "kiruna-sjukhus", WOMEN))


@pytest.mark.parametrize(
    "figures,code,gap",
    [
        ((None, None), "..", Gap.WITHHELD),
        ((None, None), "-", Gap.MISSING),
        ((None, None), None, Gap.MISSING),
        ((None, None), ".", None),
    ],
)
def test_a_part_without_a_figure_is_never_zero(
    tmp_path: Path, warehouse: Warehouse, figures: tuple[None, None], code: str, gap: Gap | None
) -> None:
    """A withheld or missing part empties the cell; one that does not apply adds nothing."""
    warehouse.make([row(5, 9), row(*figures, code=code)])
    measured, problems = read(tmp_path, mapping(warehouse.table))
    cell = measured.get("besok-i-tid", "kiruna-sjukhus", TOTAL)[AUGUST]
    expected = None if gap else Decimal(5)
    assert ((), gap, expected) == (problems, cell.gap, cell.numerator)


@pytest.mark.parametrize("numbers", ["numeric", "integer", "bigint", "double precision", "real"])
def test_every_type_of_number_is_summed(tmp_path: Path, warehouse: Warehouse, numbers: str) -> None:
    """Figures are exact decimals whatever the table stores them as."""
    warehouse.make([row(2, 9), row(3, 9)], numbers)
    measured, problems = read(tmp_path, mapping(warehouse.table))
    cell = measured.get("besok-i-tid", "kiruna-sjukhus", TOTAL)[AUGUST]
    assert ((), Decimal(5)) == (problems, cell.numerator)


def test_measures_that_no_plan_has_are_left_in_the_database(
    tmp_path: Path, warehouse: Warehouse
) -> None:
    """A warehouse holds more than a plan asks for; its other rows are neither read nor told."""
    warehouse.make([row(5, 9), row(5, 9, what="annat"), row(1, 1, what="BESÖK I TID")])
    measured, problems = read(tmp_path, mapping(warehouse.table))
    cell = measured.get("besok-i-tid", "kiruna-sjukhus", TOTAL)[AUGUST]
    assert ((), Decimal(6), 1) == (problems, cell.numerator, len(list(measured)))


def test_a_table_without_the_plans_measures_is_told(tmp_path: Path, warehouse: Warehouse) -> None:
    """No rows at all is a mistake to tell, not an empty report."""
    warehouse.make([row(5, 9, what="annat")])
    assert ["tom-datafil"] == codes(read(tmp_path, mapping(warehouse.table))[1])


def test_a_cell_that_stands_twice_is_refused(tmp_path: Path, warehouse: Warehouse) -> None:
    """Without ``rader: summeras`` two rows about a month are a mistake."""
    warehouse.make([row(5, 9, month="2024-08-01"), row(5, 9, month="2024-08-01")])
    _, problems = read(tmp_path, mapping(warehouse.table, rows="unika"))
    assert ["dubbel-cell"] == codes(problems)


def test_every_mistake_names_table_and_column(tmp_path: Path, warehouse: Warehouse) -> None:
    """A word that is not understood is told with where it stands and the row's other words."""
    warehouse.make(
        [row(5, 9, unit="Kalix"), row(1, 1, sex="Q"), row("NaN", 3), row(9, 5, month="2024-07-01")]
    )
    _, problems = read(tmp_path, mapping(warehouse.table))
    start = f"datalager, tabell {warehouse.table}, kolumn "
    told = [(p.code, p.location.path.removeprefix(start)) for p in problems]
    assert [
        ("okänd-organisation", "Enhet"),
        ("okänt-kön", "Kön"),
        ("täljare-större-än-nämnare", "Täljare"),
        ("inte-ett-tal", "Täljare"),
    ] == told
    assert "besok-i-tid, 2024-08, Kalix, T" in problems[0].location.excerpt


def test_columns_that_are_missing_or_hold_text_are_refused(
    tmp_path: Path, warehouse: Warehouse
) -> None:
    """Both mistakes are told at once, each with its column."""
    warehouse.make([], "text")
    wrong = COLUMNS.replace("organisation: Enhet", "organisation: Klinik")
    _, problems = read(tmp_path, mapping(warehouse.table, wrong))
    assert ["saknad-kolumn", "fel-kolumntyp"] == codes(problems)
    assert f"datalager, tabell {warehouse.table}, kolumn Täljare" == problems[1].location.path


def test_names_are_quoted_and_never_part_of_the_question(
    tmp_path: Path, warehouse: Warehouse
) -> None:
    """A column may be called anything; a table name that is SQL is only an unknown table."""
    warehouse.make([row(5, 9)])
    evil = 'x"; DROP TABLE y; --'
    warehouse.execute(
        'ALTER TABLE {schema}."mätdata" RENAME COLUMN "Täljare" TO "x""; DROP TABLE y; --"'
    )
    named = COLUMNS.replace("täljare: Täljare", f"täljare: '{evil}'")
    measured, problems = read(tmp_path, mapping(warehouse.table, named))
    assert ((), 1) == (problems, len(list(measured)))
    assert ["saknad-tabell"] == codes(read(tmp_path, mapping(f"'{evil}'"))[1])


def test_a_table_with_another_name_is_suggested(tmp_path: Path, warehouse: Warehouse) -> None:
    """A slip of the pen is answered with the nearest table; a view is read as a table."""
    warehouse.make([row(5, 9)])
    warehouse.execute('CREATE VIEW {schema}.vy AS SELECT * FROM {schema}."mätdata"')
    warehouse.execute("GRANT SELECT ON {schema}.vy TO lasare")
    _, problems = read(tmp_path, mapping(f"{warehouse.schema}.matdata"))
    assert "Menade du" in problems[0].message
    assert () == read(tmp_path, mapping(f"{warehouse.schema}.vy"))[1]


def test_an_account_without_the_right_to_read_is_told(tmp_path: Path, warehouse: Warehouse) -> None:
    """The message says what to ask for."""
    warehouse.make([row(5, 9)])
    warehouse.execute('REVOKE SELECT ON {schema}."mätdata" FROM lasare')
    assert ["nekad-databas"] == codes(read(tmp_path, mapping(warehouse.table))[1])


@pytest.mark.parametrize(
    "address,code",
    [
        ("", "saknad-databasadress"),
        ("inte en adress hemligt-losenord", "fel-databasadress"),
        ("postgresql://a:hemligt-losenord@127.0.0.1:port/x", "fel-databasadress"),
        ("mysql://a:hemligt-losenord@127.0.0.1/x", "annan-databas"),
        ("postgresql://a:hemligt-losenord@127.0.0.1:1/x", "databasen-svarar-inte"),
        ("{server}/finns-inte", "databasen-svarar-inte"),
        ("{wrong}", "databasen-svarar-inte"),
    ],
)
def test_what_is_wrong_with_an_address_is_told_without_it(
    tmp_path: Path, postgres: Server, monkeypatch: pytest.MonkeyPatch, address: str, code: str
) -> None:
    """The message names the variable, never the address, the account or the password."""
    server = postgres.url(OWNER).rpartition("/")[0]
    wrong = postgres.url(OWNER, "hemligt-losenord-fel")
    monkeypatch.setenv(VARIABLE, address.format(server=server, wrong=wrong))
    _, problems = read(tmp_path, mapping("vard.matdata"))
    assert [code] == codes(problems)
    assert "hemligt" not in str(problems[0])
    assert "127.0.0.1" not in str(problems[0])


def test_the_session_can_only_read(warehouse: Warehouse) -> None:
    """Even an account that may write cannot: the session itself is read only."""
    source = DatabaseTable("prov", VARIABLE, ("x",))
    session = source.connected()
    with pytest.raises(TableRefused) as refused, session as connection:
        connection.exec_driver_sql(f"CREATE SCHEMA {warehouse.schema}")
    assert "25006" in refused.value.problems[0].message


def test_a_question_that_takes_too_long_is_cancelled(warehouse: Warehouse) -> None:
    """The time limit holds in the server, which answers that it was cancelled."""
    warehouse.make([row(5, 9)])
    warehouse.execute(
        'CREATE VIEW {schema}.seg AS SELECT \'besok-i-tid\' "Mått", 1 "Täljare" FROM pg_sleep(30)'
    )
    warehouse.execute("GRANT SELECT ON {schema}.seg TO lasare")
    source = DatabaseTable("prov", VARIABLE, (warehouse.schema, "seg"), time_limit=1)
    wanted = Wanted(
        {"indikator": "Mått", "täljare": "Täljare"},
        adds_up=True,
        knows_indicator=lambda _: True,
    )
    with pytest.raises(TableRefused) as refused:
        source.summed(wanted)
    assert ["långsam-databas"] == codes(refused.value.problems)
