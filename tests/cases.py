"""Invented cases ("exempeldata") in every format that measured data are read from.

The rows are single cases and small sums on days, so that a cell is the sum of many rows. The
same seed always gives the same rows.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import duckdb

SEED = 20240905
HEADINGS = ("Mått", "Dag", "Enhet", "Kön", "Besökstyp", "Täljare", "Nämnare", "Kod")
MAPPING = """namn: Datalager
uttagsdatum: 2024-09-05
exempeldata: ja
rader: summeras
kolumner: {indikator: Mått, period: Dag, organisation: Enhet, kön: Kön, täljare: Täljare, nämnare: Nämnare, kod: Kod}
dimensioner: {besokstyp: Besökstyp}
"""  # noqa: E501 - one line of a mapping file
_UNITS = ("Kiruna", "kiruna sjukhus", "Nära")
_CODES = ("..", "-", ".")
_CODED = 0.004


class Case(NamedTuple):
    """A row; a code stands where the figures are missing."""

    indicator: str
    day: date
    unit: str
    sex: str
    kind: str
    numerator: Decimal | None
    denominator: Decimal | None
    code: str


def cases(rows: int, seed: int = SEED) -> Iterator[Case]:
    """Rows about the measures of the small workspace of measured data."""
    chance = random.Random(seed)  # noqa: S311 - invented data, not a secret
    for _ in range(rows):
        indicator = chance.choice(("besok-i-tid", "Antal ärenden", "kostnad", "digitala-besok"))
        day = date(2022, 1, 1) + timedelta(days=chance.randrange(1096))
        about = (indicator, day, chance.choice(_UNITS), chance.choice("KMT"))
        kind = chance.choice(("Nybesök", "aterbesok", "")) if indicator == "digitala-besok" else ""
        if chance.random() < _CODED:
            yield Case(*about, kind, None, None, chance.choice(_CODES))
            continue
        share = indicator in {"besok-i-tid", "digitala-besok"}
        whole = Decimal(chance.randrange(1, 4)) if share else None
        part = Decimal(chance.randrange(int(whole) + 1)) if whole else Decimal(1)
        if indicator == "kostnad":
            part = Decimal(chance.randrange(100, 200_000)) / 100
        yield Case(*about, kind, part, whole, "")


def write_csv(path: Path, rows: Iterator[Case], encoding: str = "utf-8") -> None:
    """Write cases as staff get them: semicolons and decimal commas."""
    with path.open("w", encoding=encoding, newline="\n") as stream:
        stream.write(";".join(HEADINGS) + "\n")
        for row in rows:
            stream.write(";".join(_swedish(value) for value in row) + "\n")


def _swedish(value: object) -> str:
    return (
        "" if value is None else str(value).replace(".", ",") if _is_number(value) else str(value)
    )


def _is_number(value: object) -> bool:
    return isinstance(value, Decimal)


def write_parquet(path: Path, csv: Path) -> None:
    """Write the cases of a CSV file as a Parquet file whose columns have types."""
    number = "CAST(replace({0}, ',', '.') AS {1}) AS {0}"
    columns = [
        "Mått", "CAST(Dag AS DATE) AS Dag", "Enhet", "Kön", "Besökstyp",
        number.format("Täljare", "DECIMAL(18,2)"), number.format("Nämnare", "INTEGER"), "Kod",
    ]  # fmt: skip
    with duckdb.connect() as connection:
        connection.execute(
            f"COPY (SELECT {', '.join(columns)} FROM "  # noqa: S608 - our own names
            f"read_csv('{csv}', all_varchar = true, delim = ';', header = true)) "
            f"TO '{path}' (FORMAT parquet)"
        )
