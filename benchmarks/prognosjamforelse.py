"""Compares the forecast methods on real months: ``python benchmarks/prognosjamforelse.py FIL``.

The file holds emergency visits month by month (columns period, org_code, type, attendances,
breaches, admissions), by default ../shared/refs/ae_attendances.csv beside the repository. The
table is written to docs/prognosmetoder.md.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from statistics import mean, median

from rapport.domain.forecast import ForecastMethod
from rapport.domain.period import MONTHS_PER_YEAR
from rapport.fulfilment.forecast_methods import ADDING, KnownYear, Part, best, near, trial_of
from rapport.swedish.numbers import number

ROOT = Path(__file__).resolve().parents[1]
DEFAULT = ROOT.parent / "shared" / "refs" / "ae_attendances.csv"
PAGE = ROOT / "docs" / "prognosmetoder.md"

COLUMNS = {
    "attendances": "besök",
    "breaches": "väntan över fyra timmar",
    "admissions": "inläggningar",
}
FIRST_MONTH = 4
"""The years of the file run from April to March."""

YEARS = (2016, 2017, 2018)
REACH = 3
SMALLEST = 100
MONTHS = (4, 8)
AUTO = "auto (vald per serie)"
NAMES = {
    ForecastMethod.PRO_RATA: "jämn takt (`pro rata`)",
    ForecastMethod.SEASONAL: "säsongsandel (`säsongsandel`)",
    ForecastMethod.LAST_YEAR: "fjolår plus förändring (`fjolår plus förändring`)",
}

Series = dict[int, list[Decimal | None]]
"""Twelve months of each year."""


@dataclass(frozen=True)
class Miss:
    """How wrong a method was for one series: percent of the outcome, and if its interval held."""

    column: str
    months: int
    method: str
    percent: Decimal
    held: bool | None = None


def series_of(path: Path, column: str) -> Iterator[Series]:
    """The emergency departments with three whole years of months above zero."""
    found: dict[str, Series] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["type"] != "1" or not row[column]:
                continue
            year, month = int(row["period"][:4]), int(row["period"][5:7])
            start, place = (year if month >= FIRST_MONTH else year - 1), (month - FIRST_MONTH) % 12
            empty: list[Decimal | None] = [None] * MONTHS_PER_YEAR
            months = found.setdefault(row["org_code"], {}).setdefault(start, empty)
            months[place] = (months[place] or Decimal(0)) + Decimal(row[column])
    for years in found.values():
        values = [value for year in YEARS for value in years.get(year, [None])]
        known = [value for value in values if value is not None and value > 0]
        if len(known) == len(values) == MONTHS_PER_YEAR * len(YEARS) and mean(known) >= SMALLEST:
            yield years


def part(series: Series, year: int, months: int) -> Part:
    """The first months of a year."""
    total = sum((value for value in series[year][:months] if value is not None), Decimal(0))
    return Part(year, months, total)


def misses(column: str, series: Series, months: int) -> Iterator[Miss]:
    """Each method's error for the last year, foreseen from its first months and earlier years."""
    *earlier, last = YEARS
    known = tuple(
        KnownYear(part(series, year, months), part(series, year, MONTHS_PER_YEAR))
        for year in earlier
    )
    now, actual = part(series, last, months), part(series, last, MONTHS_PER_YEAR).value
    made: dict[ForecastMethod, Decimal] = {}
    for method, how in ADDING.items():
        value = how(now, near(last, known, REACH))
        if value is not None:
            made[method] = value
            yield Miss(column, months, NAMES[method], abs(value - actual) / actual * 100)
    chosen = best(
        [trial_of(method, how, known, REACH, relative=True) for method, how in ADDING.items()]
    )
    if chosen is not None:
        value = made[chosen.method]
        held = abs(value - actual) <= value * chosen.reach
        yield Miss(column, months, AUTO, abs(value - actual) / actual * 100, held)


def table(found: list[Miss], counts: Mapping[str, int]) -> Iterator[str]:
    """The rows of the page: mean and median error by method, measure and months known."""
    heads = [f"{COLUMNS[c]}, {m} mån" for c in COLUMNS for m in MONTHS]
    yield f"| Metod | {' | '.join(heads)} |"
    yield f"|---|{'---:|' * len(heads)}"
    for method in (*NAMES.values(), AUTO):
        cells = []
        for column in COLUMNS:
            for months in MONTHS:
                errors = [
                    miss.percent
                    for miss in found
                    if (miss.column, miss.months, miss.method) == (column, months, method)
                ]
                cells.append(f"{number(mean(errors), 2)} / {number(median(errors), 2)}")
        yield f"| {method} | {' | '.join(cells)} |"
    yield f"| *antal serier* | {' | '.join(str(counts[c]) for c in COLUMNS for _ in MONTHS)} |"


def page(path: Path) -> str:
    """The whole page, made from the file."""
    found: list[Miss] = []
    counts: dict[str, int] = {}
    for column in COLUMNS:
        all_series = list(series_of(path, column))
        counts[column] = len(all_series)
        for series in all_series:
            for months in MONTHS:
                found += misses(column, series, months)
    held = [miss.held for miss in found if miss.held is not None]
    share = number(Decimal(100 * sum(held)) / len(held))
    return TEXT.format(table="\n".join(table(found, counts)), share=share, count=len(held))


TEXT = Path(__file__).with_suffix(".md").read_text(encoding="utf-8")
"""The page, with places for what is computed."""


def main() -> None:
    """Write the page from the file named, or the one beside the repository."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    if not path.is_file():
        sys.exit(f"Filen {path} finns inte. Ange var ae_attendances.csv ligger.")
    PAGE.write_text(page(path), encoding="utf-8", newline="\n")
    print(f"docs/{PAGE.name} är skriven")


if __name__ == "__main__":
    main()
