"""A table in a database ("datalager"): summed there, so that only the sums leave it.

This module is loaded only when a mapping asks for a database. The address stands in an
environment variable and is never printed, the session can only read and has a time limit,
and every name of a table or a column is put into the question by SQLAlchemy.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches

import psycopg
import sqlalchemy
from sqlalchemy import URL, Connection, Engine, Table
from sqlalchemy.exc import ArgumentError, OperationalError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from rapport.domain.problem import Location, Problem
from rapport.sources.database_query import rows_of, summing, words_of
from rapport.sources.large_places import ColumnPlaces
from rapport.sources.raw_table import RawTable, TableRefused
from rapport.sources.summation import (
    SummedRow,
    Wanted,
    missing_columns,
    refuse_too_many,
    summed_table,
)

TIME_LIMIT = 300
"""Seconds that one question may take."""

_CONNECT_LIMIT = 10
_CANCELLED = "57014"
_DENIED = "42501"
_NUMBERS = (sqlalchemy.Integer, sqlalchemy.Numeric, sqlalchemy.Float)


@dataclass(frozen=True)
class DatabaseTable:
    """A table or view; ``shown`` is what messages and reports call it."""

    shown: str
    variable: str
    table: tuple[str, ...]
    time_limit: int = TIME_LIMIT

    @property
    def _place(self) -> Location:
        return Location(self.shown)

    def summed(self, wanted: Wanted) -> tuple[RawTable, list[Problem]]:
        """The sums of the table's rows about measures that the plans have."""
        with self.connected() as connection:
            table = self._reflected(connection)
            self._refuse_columns(wanted, table)
            found = self._asked(connection, table, wanted)
        headings = dict(wanted.headings)
        made = summed_table(
            wanted, found, lambda frame: ColumnPlaces(self.shown, headings, frame, has_rows=False)
        )
        return made, []

    @contextmanager
    def connected(self) -> Iterator[Connection]:
        """A session that can only read; what the database refuses is told in plain words."""
        try:
            with self._engine().connect() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise self._failed(error) from None

    def _engine(self) -> Engine:
        """The database, in sessions that PostgreSQL itself keeps from writing and from lasting."""
        limits = {
            "default_transaction_read_only": "on",
            "statement_timeout": f"{self.time_limit * 1000}",
            "lock_timeout": f"{_CONNECT_LIMIT * 1000}",
            "timezone": "Europe/Stockholm",
        }
        options = " ".join(f"-c {name}={value}" for name, value in limits.items())
        return sqlalchemy.create_engine(
            self._url(),
            poolclass=NullPool,
            connect_args={"connect_timeout": _CONNECT_LIMIT, "options": options},
            hide_parameters=True,
        )

    def _url(self) -> URL:
        text = os.environ.get(self.variable, "")
        if not text:
            message = (
                f"Miljövariabeln {self.variable} är inte satt. Ge den databasens adress, till "
                "exempel postgresql://läsare@server/datalager, innan rapport körs."
            )
            raise TableRefused(Problem(self._place, "saknad-databasadress", message))
        try:
            url = sqlalchemy.make_url(text)
        except (ArgumentError, ValueError):
            message = (
                f"Det som står i miljövariabeln {self.variable} är ingen databasadress. Skriv den "
                "som postgresql://läsare@server/datalager."
            )
            raise TableRefused(Problem(self._place, "fel-databasadress", message)) from None
        if url.get_backend_name() != "postgresql":
            message = (
                f"Databaser av slaget {url.get_backend_name()} läses inte, bara PostgreSQL. Gör "
                "ett uttag till Parquet eller CSV i stället."
            )
            raise TableRefused(Problem(self._place, "annan-databas", message))
        return url.set(drivername="postgresql+psycopg")

    def _reflected(self, connection: Connection) -> Table:
        *schemas, name = self.table
        schema = schemas[0] if schemas else None
        looking = sqlalchemy.inspect(connection)
        if not looking.has_table(name, schema=schema):
            known = [*looking.get_table_names(schema), *looking.get_view_names(schema)]
            close = get_close_matches(name, known, n=1)
            hint = f' Menade du "{close[0]}"?' if close else ""
            message = (
                f'Tabellen "{".".join(self.table)}" finns inte, eller så får kontot inte se '
                f"den.{hint} Rätta tabell i beskrivningsfilen."
            )
            raise TableRefused(Problem(self._place, "saknad-tabell", message))
        return Table(
            name,
            sqlalchemy.MetaData(),
            schema=schema,
            autoload_with=connection,
            resolve_fks=False,
        )

    def _refuse_columns(self, wanted: Wanted, table: Table) -> None:
        """Refuse columns that are missing, and columns of figures that hold no numbers."""
        problems = missing_columns(wanted, list(table.columns.keys()), self._place)
        for name in wanted.numbers:
            heading = wanted.headings[name]
            column = table.columns.get(heading)
            if column is None or isinstance(column.type, _NUMBERS):
                continue
            message = (
                f"Kolumnen har typen {column.type}, men {name} ska vara tal. Ange en annan "
                "kolumn. Koder för det som saknas läses ur en kolumn för sig (kod)."
            )
            place = Location(f"{self.shown}, kolumn {heading}")
            problems.append(Problem(place, "fel-kolumntyp", message))
        if problems:
            raise TableRefused(*problems)

    def _asked(self, connection: Connection, table: Table, wanted: Wanted) -> list[SummedRow]:
        words = words_of(connection, table, wanted)
        if words == []:
            return []
        found = connection.execute(summing(table, wanted, words)).all()
        refuse_too_many(len(found), self._place)
        return rows_of(found, table, wanted)

    def _failed(self, error: SQLAlchemyError) -> TableRefused:
        """What went wrong, in our words: the driver's may hold names and addresses."""
        original = getattr(error, "orig", None)
        state = original.sqlstate if isinstance(original, psycopg.Error) else None
        if state == _CANCELLED:
            message = (
                f"Databasen hann inte svara på {self.time_limit} sekunder. Be dem som sköter den "
                "om en vy med färre rader, eller ett index."
            )
            return TableRefused(Problem(self._place, "långsam-databas", message))
        if state == _DENIED:
            message = "Kontot får inte läsa tabellen. Be dem som sköter databasen om läsrätt."
            return TableRefused(Problem(self._place, "nekad-databas", message))
        if state is None and isinstance(error, OperationalError):
            message = (
                "Databasen svarar inte, eller så stämmer inte kontot eller lösenordet. "
                f"Kontrollera nätet och adressen i miljövariabeln {self.variable}."
            )
            return TableRefused(Problem(self._place, "databasen-svarar-inte", message))
        message = (
            f"Databasen kunde inte svara (felkod {state or 'saknas'}). Kontrollera kolumnernas "
            "typer, eller fråga dem som sköter den."
        )
        return TableRefused(Problem(self._place, "databasfel", message))
