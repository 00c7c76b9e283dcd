"""Time and memory of reading measured data of 10⁵, 10⁶ or 10⁷ rows ("prestandaprov").

The rows are invented single cases over 400 units, four years and two measures, the same for
the same number. Each reading runs in a process of its own, so that its peak is its own.

    python benchmarks/matdata.py 1000000 --folder scratch
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

import duckdb

UNITS = 400
_REGION = """[region]
id = "prov"
namn = "Region Prov"
exempeldata = "Allt är påhittat."

[["nämnd"]]
id = "hsn"
namn = "Hälso- och sjukvårdsnämnden"

[[organisation]]
id = "prov"
namn = "Region Prov"
"nivå" = "region"

["bedömning"]
namn = "Prov"
version = "1"
beslutad_av = "Prov"
tolerans = "10 %"
"""
_UNIT = """
[[organisation]]
id = "enhet-{0}"
namn = "Enhet {0}"
"nivå" = "enhet"
"överordnad" = "prov"
"""
_PLAN_TOP = """id: prov
slag: handlingsplan
namn: Prov
nämnd: hsn
första_år: 2021
sista_år: 2024
styrmått:
"""
_MEASURE = """  - id: {0}
    namn: {0}
    måttyp: andel
    enhet: procent
    decimaler: 1
    riktning: högre är bättre
    visar: perioden
    redovisas: [T1, T2, ÅR]
    definition: Prov.
    mål: [{{år: 2024, villkor: minst, värde: 95}}]
"""
_MAPPING = """fil: {0}
namn: Prov
uttagsdatum: 2024-12-31
exempeldata: ja
format: {1}
rader: summeras
kolumner: {{indikator: matt, period: dag, organisation: enhet, kön: kon, täljare: t, nämnare: n}}
"""
_ROWS = """SELECT CASE WHEN i % 3 = 0 THEN 'besok' ELSE 'kontakt' END AS matt,
DATE '2021-01-01' + CAST(hash(i) % 1461 AS INTEGER) AS dag,
'Enhet ' || (hash(i + 1) % {units}) AS enhet,
CASE WHEN hash(i + 2) % 2 = 0 THEN 'K' ELSE 'M' END AS kon,
CAST(hash(i + 3) % 2 AS INTEGER) AS t, 1 AS n FROM range({rows}) AS r(i)"""
_OPTIONS = {"csv": "FORMAT csv, DELIMITER ';', HEADER", "parquet": "FORMAT parquet"}


def make(folder: Path, rows: int, kind: str) -> None:
    """Write a small region whose measured data are a file of that many rows."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "data" / "planer").mkdir(parents=True)
    (folder / "data" / "matvarden").mkdir()
    units = "".join(_UNIT.format(unit) for unit in range(UNITS))
    (folder / "rapport.toml").write_text(_REGION + units, encoding="utf-8")
    plan = _PLAN_TOP + "".join(_MEASURE.format(name) for name in ("besok", "kontakt"))
    (folder / "data" / "planer" / "prov.yaml").write_text(plan, encoding="utf-8")
    data = folder / "data" / "matvarden" / f"data.{kind}"
    mapping = data.with_suffix(".yaml")
    mapping.write_text(_MAPPING.format(data.name, kind), encoding="utf-8")
    select = _ROWS.format(units=UNITS, rows=rows)
    with duckdb.connect(config={"threads": 2}) as connection:
        connection.execute(f"COPY ({select}) TO '{data}' ({_OPTIONS[kind]})")


def read(folder: Path, large_rows: int | None) -> None:
    """Read the region and print what it took."""
    from rapport.sources import data_tables  # noqa: PLC0415 - its time counts, as in a build
    from rapport.sources.workspace import read_workspace  # noqa: PLC0415 - the same

    if large_rows is not None:
        data_tables.LARGE_ROWS = large_rows
    start, cpu = time.perf_counter(), time.process_time()
    workspace, problems = read_workspace(folder, None)
    took, used = time.perf_counter() - start, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    cells = list(workspace.measurements)
    total = sum(cell.denominator or 0 for cell in cells)
    print(f"{took:7.1f} s  {used:7.1f} CPU s  {peak:7.0f} MB  {len(cells)} celler, summa {total}")
    errors = [str(problem) for problem in problems if problem.is_error]
    if errors:
        sys.exit("\n".join(errors))


def main() -> None:
    """Make the files and read each in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=int, help="antal rader")
    parser.add_argument("--folder", type=Path, default=Path("prov-matdata"))
    parser.add_argument("--small", action="store_true", help="läs CSV även med den vanliga läsaren")
    parser.add_argument("--kind", choices=["csv", "parquet"], help="bara det formatet")
    parser.add_argument("--read", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--large-rows", type=int, default=None, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.read:
        read(given.folder, given.large_rows)
        return
    ways = [("csv", "0"), ("parquet", "0"), *([("csv", str(10**9))] if given.small else [])]
    for kind, large in (way for way in ways if given.kind in {None, way[0]}):
        make(given.folder, given.rows, kind)
        size = (given.folder / "data" / "matvarden" / f"data.{kind}").stat().st_size / 1e6
        reader = "vanlig läsare" if large != "0" else "summeras"
        print(f"{given.rows} rader, {kind} ({size:.0f} MB), {reader}: ", end="", flush=True)
        command = [sys.executable, __file__, "0", "--folder", str(given.folder), "--read"]
        subprocess.run([*command, "--large-rows", large], check=True, env=os.environ)  # noqa: S603 - itself
    shutil.rmtree(given.folder)


if __name__ == "__main__":
    main()
