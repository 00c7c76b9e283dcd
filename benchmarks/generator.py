"""Makes regions of three sizes to measure the program on ("prestandaprov").

All content is invented by a seeded random generator: the same size and seed always give the
same files. Reports are the example region's own, so that what is measured is what is used.

    python benchmarks/generator.py M folder
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
PLAN = "provplan-2023-2025"
OCCASION = "T2-2024"
_FIRST_MONTH = (2021, 12)
_MONTHS = 33
_MEASURES_PER_FACTOR = 5
_FACTORS_PER_GOAL = 3
_SUBJECTS = (
    "återinskrivna inom 30 dagar",
    "medicinsk bedömning inom 3 dagar",
    "läkemedelsgenomgång vid 75 år och äldre",
    "fast vårdkontakt i primärvården",
    "fråga om våld i nära relation",
    "revisionsundersökning i tandvården i tid",
)
_WORDS = (
    "Utfallet följer de rutiner som infördes under våren. Skillnaden mellan kvinnor och män har "
    "minskat något, men variationen mellan enheterna är stor. Två enheter saknar fortfarande "
    "stöd för registrering. Åtgärderna riktas därför till de enheter som ligger längst från målet."
)
_PLAN_HEAD = f"""id: {PLAN}
slag: verksamhetsplan
namn: Provplan för hälso- och sjukvårdsnämnden 2023–2025
kortnamn: Provplanen
nämnd: hsn
första_år: 2023
sista_år: 2025
exempeldata: ja
dokumenthuvud:
  klass: Styrande måldokument | Plan
  gäller_för: Politik
  dokument_id: prov-1
  version: "1.0"
  godkänt: 2023-05-05
  ansvarig: Hälso- och sjukvårdsdirektören
mål:"""


@dataclass(frozen=True)
class Size:
    """How large a region is: measures in its plan, and units that deliver data."""

    measures: int
    units: int


SIZES = {"S": Size(10, 5), "M": Size(30, 15), "L": Size(60, 60)}


@dataclass(frozen=True)
class Measure:
    """A measure with the level it varies around; counts have no denominator."""

    number: int
    name: str
    is_share: bool
    lower_is_better: bool
    level: float
    target: int

    @property
    def id(self) -> str:
        """The measure's key in plan, data and texts."""
        return f"matt-{self.number:02d}"


def generate(folder: Path, size: Size, seed: int = 1) -> None:
    """Write a whole region to a folder."""
    rng = random.Random(seed)  # noqa: S311 - figures to measure with, not secrets
    measures = [_measure(rng, number) for number in range(1, size.measures + 1)]
    _write(folder / "rapport.toml", _settings(size.units))
    _write(folder / f"data/planer/{PLAN}.yaml", "\n".join(_plan(measures)))
    _write_measurements(folder / "data/matvarden", measures, size.units, rng)
    _write(folder / f"data/uppfoljning/{OCCASION}/{PLAN}.yaml", "\n".join(_follow_up(measures)))
    for key in _text_keys(measures):
        _write(folder / f"data/texter/{OCCASION}/{key}.md", _text(key))
    for original in sorted((REPOSITORY / "reports").glob("*.yaml")):
        _write(folder / "reports" / original.name, _report(original.read_text(encoding="utf-8")))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.rstrip("\n") + "\n", encoding="utf-8")


def _measure(rng: random.Random, number: int) -> Measure:
    """Every fifth measure is a count, and every third is better when lower."""
    is_share = number % 5 != 0
    lower = number % 3 == 0
    level = rng.uniform(0.15, 0.9) if is_share else rng.uniform(20, 90)
    better = 0.95 if lower else 1.05
    target = min(100, round(level * better * 100)) if is_share else round(level * better * 1000)
    subject = _SUBJECTS[number % len(_SUBJECTS)]
    kind = "Andel" if is_share else "Antal"
    return Measure(number, f"{kind} {subject}, prov {number}", is_share, lower, level, target)


def _settings(units: int) -> str:
    """The region, its board and its units."""
    parts = [
        '[region]\nid = "provregionen"\nnamn = "Provregionen"',
        'exempeldata = "Allt innehåll är påhittat för prestandaprov."\narkiv = "3a"',
        '[["nämnd"]]\nid = "hsn"\nnamn = "Hälso- och sjukvårdsnämnden"',
        '[["nämnd"]]\nid = "rf"\nnamn = "Regionfullmäktige"',
        _organisation("provregionen", "Provregionen", "region"),
        *(
            _organisation(f"enhet-{i:02d}", f"Division {i}", "division")
            for i in range(1, units + 1)
        ),
        '["bedömning"]\nnamn = "Provprofil"\nversion = "2024:1"\nbeslutad_av = "Prov"',
        'tolerans = "10 %"',
        '["bedömning".tolerans_per_enhet]\nprocent = "5 procentenheter"',
        '[sekretess]\n"gräns" = 5',
        '[prognos]\n"år_bakåt" = 3',
    ]
    return "\n".join(parts)


def _organisation(key: str, name: str, level: str) -> str:
    parent = '\n"överordnad" = "provregionen"' if level == "division" else ""
    return f'[[organisation]]\nid = "{key}"\nnamn = "{name}"\n"nivå" = "{level}"{parent}'


def _plan(measures: list[Measure]) -> Iterator[str]:
    """The plan: goals of three success factors with five measures each, and assignments."""
    yield _PLAN_HEAD
    for factor in range(-(-len(measures) // _MEASURES_PER_FACTOR)):
        if factor % _FACTORS_PER_GOAL == 0:
            yield from _goal(factor // _FACTORS_PER_GOAL + 1)
        yield f"      - id: faktor-{factor + 1:02d}"
        yield f"        namn: Framgångsfaktor {factor + 1} för en god och nära vård"
        yield f"        kortnamn: Framgångsfaktor {factor + 1}\n        styrmått:"
        first = factor * _MEASURES_PER_FACTOR
        for measure in measures[first : first + _MEASURES_PER_FACTOR]:
            yield from _plan_measure(measure)
    yield "riktade_uppdrag:"
    for i in range(1, _assignments(measures) + 1):
        yield f'  - {{id: uppdrag-{i:02d}, nummer: "{i}", kortnamn: Uppdrag {i}, text: Prov {i}.}}'


def _goal(number: int) -> Iterator[str]:
    yield f"  - id: mal-{number:02d}\n    namn: Strategiskt mål {number}"
    yield "    beskrivning: Påhittat mål för prestandaprov.\n    framgångsfaktorer:"


def _assignments(measures: list[Measure]) -> int:
    return max(3, len(measures) // 4)


def _plan_measure(measure: Measure) -> Iterator[str]:
    """A measure with a target for the first and the last year."""
    indent = " " * 12
    condition = "högst" if measure.lower_is_better else "minst"
    lines = [
        f'nummer: "{measure.number}"',
        f"namn: {measure.name}",
        f"kortnamn: Prov {measure.number}",
        f"måttyp: {'andel' if measure.is_share else 'antal'}",
        f"enhet: {'procent' if measure.is_share else 'antal'}",
        f"decimaler: {1 if measure.is_share else 0}",
        f"riktning: {'lägre' if measure.lower_is_better else 'högre'} är bättre",
        f"visar: {'perioden' if measure.is_share else 'ackumulerat'}",
        "redovisas: [T1, T2, ÅR]",
        f"mätdata: {measure.id}",
        "nivå_i_mätdata: division",
        "definition: Påhittat styrmått för prestandaprov.",
        "täljare: händelser",
        *(["nämnare: patienter"] if measure.is_share else []),
        "kön: planen",
        "båda_könen: nej",
        "mål:",
        *(f"  - {{år: {y}, villkor: {condition}, värde: {measure.target}}}" for y in (2023, 2025)),
        "målbana: linjär",
        f"del_av_år: {'hela' if measure.is_share else 'säsong'}",
        "mål_gäller_enheter: ja",
        "källor: [Datalager]",
        "ansvarig: Division 1",
    ]
    yield f"          - id: {measure.id}"
    yield from (indent + text for text in lines)


def _write_measurements(
    folder: Path, measures: list[Measure], units: int, rng: random.Random
) -> None:
    """One file of data with its mapping for each success factor."""
    for first in range(0, len(measures), _MEASURES_PER_FACTOR):
        name = f"prov-{first // _MEASURES_PER_FACTOR + 1:02d}"
        chosen = measures[first : first + _MEASURES_PER_FACTOR]
        rows = [row for measure in chosen for row in _rows(measure, units, rng)]
        heading = "styrmatt;manad;division;kon;taljare;namnare"
        _write(folder / f"{name}.csv", "\n".join([heading, *rows]))
        _write(folder / f"{name}.yaml", _mapping(name))


def _mapping(name: str) -> str:
    return f"""fil: {name}.csv
namn: Datalager, {name}
uttagsdatum: 2024-09-05
exempeldata: ja
format: csv
kolumner:
  indikator: styrmatt
  period: manad
  organisation: division
  kön: kon
  täljare: taljare
  nämnare: namnare
"""


def _rows(measure: Measure, units: int, rng: random.Random) -> Iterator[str]:
    """Thirty-three months for every unit, women and men, with a slow drift and some noise."""
    for unit in range(1, units + 1):
        patients = rng.randint(80, 900)
        for month in range(_MONTHS):
            year, index = divmod(_FIRST_MONTH[0] * 12 + _FIRST_MONTH[1] - 1 + month, 12)
            for sex, shift in (("K", 0.01), ("M", -0.01)):
                noise = 1 + shift + month * 0.001 + rng.gauss(0, 0.03)
                whole = max(20, round(patients * rng.uniform(0.9, 1.1)))
                where = f"{measure.id};{year}-{index + 1:02d};Division {unit};{sex}"
                if measure.is_share:
                    part = min(whole, max(0, round(whole * measure.level * noise)))
                    yield f"{where};{part};{whole}"
                else:
                    yield f"{where};{round(measure.level * 1000 / 24 / units * noise)};"


def _follow_up(measures: list[Measure]) -> Iterator[str]:
    """A status for every assignment and an action for every third measure."""
    yield from (f"period: {OCCASION}", "exempeldata: ja", f"plan: {PLAN}", "status:")
    for i in range(1, _assignments(measures) + 1):
        status = "klar" if i % 4 == 0 else "pågår"
        yield f"  - avser: uppdrag-{i:02d}\n    status: {status}"
        yield f"    kommentar: {_WORDS}\n    lämnad_av: Division 1"
    yield "åtgärder:"
    for measure in measures[::3]:
        yield f"  - styrmått: {measure.id}"
        yield "    åtgärd: Enheterna längst från målet får stöd av verksamhetsutvecklare"
        yield "    ansvarig: Division 1\n    klart: 2024-10-31\n    status: pågår"


def _text_keys(measures: list[Measure]) -> list[str]:
    factors = -(-len(measures) // _MEASURES_PER_FACTOR)
    goals = -(-factors // _FACTORS_PER_GOAL)
    return [
        "sammanfattning",
        "kvinnor-och-man",
        *(f"mal.mal-{i + 1:02d}" for i in range(goals)),
        *(f"faktor.faktor-{i + 1:02d}" for i in range(factors)),
        *(f"analys.{measure.id}" for measure in measures),
    ]


def _text(key: str) -> str:
    """A text of a few sentences; an analysis opens with a bound number."""
    measure = key.partition("analys.")[2]
    opening = f'Utfallet är {{{{ utfall("{measure}") }}}}. ' if measure else ""
    head = "---\nstatus: godkänd\nansvarig: Division 1\nexempeldata: ja\n---\n"
    return f"{head}{opening}{_WORDS}"


def _report(original: str) -> str:
    """A report of the example region, turned to the invented plan and without action plan."""
    kept = []
    for line in original.splitlines():
        if line.startswith("planer:"):
            kept.append(f"planer: [{PLAN}]")
        elif "handlingsplan" not in line and "ekonomi" not in line:
            kept.append(line.replace("hsn-2023-2025", PLAN))
    return "\n".join(kept)


def main() -> None:
    """Write the region that the command line asks for."""
    parser = argparse.ArgumentParser(description="Skapa en påhittad region för prestandaprov.")
    parser.add_argument("storlek", choices=SIZES)
    parser.add_argument("mapp", type=Path)
    chosen = parser.parse_args()
    generate(chosen.mapp, SIZES[chosen.storlek])


if __name__ == "__main__":
    main()
