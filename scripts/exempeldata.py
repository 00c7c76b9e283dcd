"""Writes the measured data ("exempeldata") of the sample region to ``data/matvarden``.

The same seed gives the same bytes. The files look as exports do: several encodings,
delimiters and period labels, and two workbooks with merged headings. The mapping files
beside them are written by hand.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random

import exempelbok
import exempelledning
import exempeltal as tal
from exempelserier import EVEN, LAST, MONTHS, Month, Row, Shares, about, apportion

NBSP = "\u00a0"
SHORT = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
POPULATION = {"K": 122_260, "M": 126_750}
COUNTRY = 10_551_700
LEVELS = ("primärvård", "somatisk vård", "psykiatrisk vård")


def iso(month: Month) -> str:
    """2024-08."""
    return f"{month[0]}-{month[1]:02d}"


def figure(number: int | None, code: str = "") -> str:
    """A number with no-break thousands, or the code of a missing one."""
    return code if number is None else f"{number:,}".replace(",", NBSP)


def without_missing(rows: Iterable[Row]) -> list[Row]:
    """The rows with the months that were never delivered turned into "-"."""
    return [row.gone() if (row.series, row.month, row.unit) in tal.MISSING else row for row in rows]


def csv_bytes(lines: Sequence[Sequence[str]], delimiter: str, encoding: str) -> bytes:
    """A table as an export writes it; utf-16 gets its byte order mark in a fixed order."""
    text = "".join(delimiter.join(line) + "\r\n" for line in lines)
    if encoding == "utf-16":
        return b"\xff\xfe" + text.encode("utf-16-le")
    return text.encode(encoding)


def primary_care(rows: dict[str, list[Row]]) -> bytes:
    """Waiting times and life style talks: semicolons, UTF-8 with a mark, 2024-08."""
    series = (
        "kontakt-samma-dag",
        "medicinsk-bedomning-3-dagar",
        "samtal-levnadsvanor",
        "lakemedelsgenomgang",
        "palliativ-behandlingsstrategi",
    )
    lines = [["Styrmått", "Månad", "Division", "Kön", "Täljare", "Nämnare"]]
    for row in (row for name in series for row in rows[name]):
        above, below = figure(row.numerator, row.code), figure(row.denominator, row.code)
        lines.append([row.series, iso(row.month), row.unit, row.sex, above, below])
    return csv_bytes(lines, ";", "utf-8-sig")


def violence(rows: dict[str, list[Row]]) -> bytes:
    """Search words in the journal: semicolons, Windows letters, aug-24."""
    lines = [["Sökord", "Månad", "Verksamhet", "Kön", "Antal patienter"]]
    for row in rows["fraga-om-vald"]:
        month = f"{SHORT[row.month[1] - 1]}-{row.month[0] % 100}"
        sex = {"K": "Kvinnor", "M": "Män"}[row.sex]
        unit = row.unit.removeprefix("Division ")
        lines.append(["Fråga om våld", month, unit, sex, figure(row.numerator)])
    return csv_bytes(lines, ";", "cp1252")


def antibiotics(random: Random) -> bytes:
    """Prescriptions: tabs, UTF-16, 202408; the population shrinks slowly."""
    lines = [["Period", "Kön", "Recept", "Befolkning"]]
    for row in tal.ANTIBIOTICS.rows(random):
        behind = MONTHS.index(LAST) - MONTHS.index(row.month)
        people = POPULATION[row.sex] + 24 * (behind - 6) // 2
        period = f"{row.month[0]}{row.month[1]:02d}"
        sex = {"K": "Kvinnor", "M": "Män"}[row.sex]
        lines.append([period, sex, figure(row.numerator), figure(people)])
    return csv_bytes(lines, "\t", "utf-16")


def digital_cases(rows: dict[str, list[Row]]) -> bytes:
    """Cases on the digital platform: commas, UTF-8, one row a month."""
    lines = [["manad", "slutforda_arenden"]]
    lines += [[iso(row.month), str(row.numerator)] for row in rows["digitalen-slutforda-arenden"]]
    return csv_bytes(lines, ",", "utf-8")


def digital_visits(random: Random) -> bytes:
    """Digital visits by kind and level: commas, UTF-8, "." where a division has no such care."""
    lines = [["manad", "division", "besokstyp", "vardniva", "digitala_besok", "besok"]]
    for kind, level, division, visits, percent in tal.DIGITAL_VISITS:
        series = Shares("digitala-vardbesok", {division: 1.0}, {"T": visits}, {"T": percent})
        for row in series.rows(random):
            numbers = [str(row.numerator), str(row.denominator)]
            lines.append([iso(row.month), division, kind, level, *numbers])
            lines += [
                [iso(row.month), division, kind, other, ".", "."]
                for other in LEVELS
                if other != level
            ]
    return csv_bytes([lines[0], *sorted(lines[1:])], ",", "utf-8")


def reviews() -> bytes:
    """The yearly review of medicine handling: semicolons, Windows letters, whole years."""
    lines = [["Division", "År", "Genomgått och följt upp", "Relevanta verksamheter"]]
    for division, (relevant, *done) in tal.REVIEWS.items():
        lines += [
            [division, str(year), str(number), str(relevant)]
            for year, number in zip((2022, 2023), done, strict=True)
        ]
    return csv_bytes(lines, ";", "cp1252")


def costs(random: Random) -> bytes:
    """Cost of medicines in the region and the country: semicolons, kronor and öre."""
    lines = [["Månad", "Område", "Läkemedelskostnad", "Invånare"]]
    for year in tal.COST_PER_MONTH:
        months = [month for month in MONTHS if month[0] == year]
        for area, people, extra in (
            (tal.REGION, None, tal.COST_ABOVE[year]),
            (tal.RIKET, COUNTRY, 0),
        ):
            each = tal.COST_PER_MONTH[year] + extra
            populations = [people or sum(POPULATION.values()) for _ in months]
            total = round(each * sum(populations) * 100)
            weights = [EVEN[m[1] - 1] * about(random, 0.01) for m in months]
            for month, ore, count in zip(
                months, apportion(total, weights), populations, strict=True
            ):
                cost = f"{figure(ore // 100)},{ore % 100:02d}"
                lines.append([iso(month), area, cost, figure(count)])
    return csv_bytes(lines, ";", "utf-8")


def write_all(folder: Path) -> list[Path]:
    """Write every data file into a folder."""
    random = Random(tal.SEED)  # noqa: S311 - sample data, no secret
    rows = {
        series.series: without_missing(series.rows(random)) for series in (*tal.SHARES, *tal.COUNTS)
    }
    files = {
        "primarvard-2022-2024.csv": primary_care(rows),
        "sokord-vald-2022-2024.csv": violence(rows),
        "antibiotikarecept-2022-2024.txt": antibiotics(random),
        "digitalen-2022-2024.csv": digital_cases(rows),
        "digitala-besok-2022-2024.csv": digital_visits(random),
        "kvalitetsgranskning-2022-2023.csv": reviews(),
        "lakemedelskostnad-2022-2024.csv": costs(random),
        "slutenvard-2022-2024.xlsx": exempelbok.hospital_care(rows),
        "lakemedelsberattelser-2022-2024.xlsx": exempelbok.discharge_reviews(rows),
        **exempelledning.management_files(),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in files]


def main() -> None:
    """Write to ``data/matvarden`` of this repository, or to the folder that is named."""
    here = Path(__file__).resolve().parent.parent / "data" / "matvarden"
    for path in write_all(Path(sys.argv[1]) if len(sys.argv) > 1 else here):
        print(f"{path.name}: {path.stat().st_size} byte")


if __name__ == "__main__":
    main()
