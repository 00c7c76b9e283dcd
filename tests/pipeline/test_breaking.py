"""Breaking any one thing of a region: a placed Swedish message, and earlier output untouched."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.command import files_below
from pipeline.conftest import Rapport
from regions import PERIOD

PLAN = "data/planer/vardplan-2023-2025.yaml"
ACTION_PLAN = "data/planer/lakemedel-2024.yaml"
CALENDAR = "data/planer/beredningsplan-2024.yaml"
DATA = "data/matvarden/matt.csv"
MAPPING = "data/matvarden/matt.yaml"
TEXT = f"data/texter/{PERIOD}/faktor.sammanhallen-vard.md"
FOLLOW_UP = f"data/uppfoljning/{PERIOD}/vardplanen.yaml"
REPORT = "reports/aterrapportering.yaml"
OTHER_REPORT = "reports/verksamhetsrapport.yaml"
SETTINGS = "rapport.toml"
FAST = ("build", "--period", PERIOD, "--format", "html", "--report", "verksamhetsrapport")


@dataclass(frozen=True)
class Broken:
    """One change of one file: what it was, what it becomes, and the code it is told with."""

    file: str
    old: str
    new: str
    code: str


BROKEN = [
    Broken(PLAN, "slag: verksamhetsplan", "slag: verksamhetspaln", "okänt-ord"),
    Broken(PLAN, "första_år: 2023", "första_år: tjugotre", "inget-år"),
    Broken(PLAN, "sista_år: 2025", "sista_år: 2022", "fel-år"),
    Broken(PLAN, "nämnd: hsn", "nämnd: hsm", "okänd-nämnd"),
    Broken(PLAN, "måttyp: kvot", "måttyp: kvott", "okänt-ord"),
    Broken(PLAN, "decimaler: 1", "decimaler: en", "inte-ett-heltal"),
    Broken(PLAN, 'värde: "16,0"', 'värde: "16,0,0"', "inte-ett-tal"),
    Broken(PLAN, 'värde: "16,0", kön: K', 'värde: "16,0", kon: K', "okänd-nyckel"),
    Broken(PLAN, "villkor: öka}, {år", "villkor: uppåt}, {år", "okänt-ord"),
    Broken(PLAN, "villkor: högst, värde: 80}", "villkor: högst}", "ofullständigt-mål"),
    Broken(PLAN, "namn: Digital ingång\n", "namn: 'Digital ingång\n", "yaml-skrivfel"),
    Broken(PLAN, "id: antibiotika", "id: aterinskrivning", "dubbelt-id"),
    Broken(PLAN, "tolerans: 2 procentenheter", "tolerans: lagom", "fel-tolerans"),
    Broken(PLAN, "godkänt: 2023-02-01", "godkänt: 2023-02-31", "inget-datum"),
    Broken(PLAN, "styrmått: antibiotika}", "styrmått: antibiotikum}", "okänt-styrmått"),
    Broken(PLAN, "  - id: hallbar-ekonomi", "  - id: &a hallbar-ekonomi", "yaml-hänvisning"),
    Broken(PLAN, "id: antibiotika", "id: ../antibiotika", "fel-id"),
    Broken(ACTION_PLAN, "månader: [12]", "månader: [13]", "ingen-månad"),
    Broken(ACTION_PLAN, "styrmått: kostnad}", "styrmått: kostnaden}", "okänt-styrmått"),
    Broken(CALENDAR, "HSN: 27 sep", "HSN: 31 sep", "okänd-dag"),
    Broken(CALENDAR, "avser: T2-2024", "avser: hösten", "okänd-period"),
    Broken(DATA, "antibiotika;T2 2024", "antibiotikum;T2 2024", "okänt-styrmått"),
    Broken(DATA, "antibiotika;T2 2024", "antibiotika;T4 2024", "okänd-period"),
    Broken(DATA, "norr;K;;92;600", "nord;K;;92;600", "okänd-organisation"),
    Broken(DATA, "norr;K;;92;600", "norr;X;;92;600", "okänt-kön"),
    Broken(DATA, "norr;K;;92;600", "norr;K;;nittiotvå;600", ""),
    Broken(DATA, "norr;K;;92;600", "norr;K;;692;600", ""),
    Broken(DATA, "norr;K;;92;600", "norr;K;;92;0", ""),
    Broken(DATA, "norr;K;;92;600", "norr;K;;-92;600", ""),
    Broken(DATA, "T;nybesok;60", "T;nybesökk;60", "okänt-dimensionsvärde"),
    Broken(DATA, "Mått;Period;Org", "Mat;Period;Org", "saknad-kolumn"),
    Broken(MAPPING, "fil: matt.csv", "fil: mat.csv", ""),
    Broken(MAPPING, "uttagsdatum: 2024-09-05", "uttagsdatum: i höstas", "inget-datum"),
    Broken(TEXT, 'utfall("antibiotika")', 'utfal("antibiotika")', "okänd-uppgift"),
    Broken(TEXT, 'utfall("antibiotika")', 'utfall("antibiotka")', "okänt-styrmått"),
    Broken(TEXT, 'utfall("antibiotika") }}', 'utfall("antibiotika")', "felskrivet-tal"),
    Broken(TEXT, 'bedömning("antibiotika") }}', 'bedömning("antibiotika")', "otillåten-mallkod"),
    Broken(TEXT, "{{ utfall", "{% utfall", "otillåten-mallkod"),
    Broken(TEXT, "Antibiotikarecepten är", "> Antibiotikarecepten är", "otillåten-markdown"),
    Broken(TEXT, "status: godkänd", "status: färdig", "okänt-ord"),
    Broken(TEXT, "---\nstatus", "status", "saknat-texthuvud"),
    Broken(FOLLOW_UP, "avser: dialog", "avser: dialogen", "okänd-aktivitet"),
    Broken(FOLLOW_UP, "plan: vardplan-2023-2025", "plan: vardplan", "okänd-plan"),
    Broken(FOLLOW_UP, "bedömning: delvis", "bedömning: sisådär", "okänt-ord"),
    Broken(FOLLOW_UP, "post: namndens-budget", "post: budgeten", "okänd-budgetpost"),
    Broken(FOLLOW_UP, "period: T2-2024", "period: T1-2024", "fel-period"),
    Broken(REPORT, "mottagare: hsn", "mottagare: hsm", "okänd-nämnd"),
    Broken(REPORT, "planer: [vardplan-2023-2025,", "planer: [vardplan-2022-2025,", "okänd-plan"),
    Broken(REPORT, "format: [pdf, docx, html]", "format: [pdf, odt]", "okänt-ord"),
    Broken(REPORT, "  - forstasida", "  - framsida", "okänt-avsnitt"),
    Broken(REPORT, "{typ: handlingsplan, plan: lakemedel-2024}", "handlingsplan", "saknad-nyckel"),
    Broken(REPORT, "text: ja}", "text: jo}", "inte-ja-eller-nej"),
    Broken(OTHER_REPORT, "rubrik: Framåtblick", "rubrk: Framåtblick", "saknad-nyckel"),
    Broken(OTHER_REPORT, "nyckel: verk", "nykel: verk", "saknad-nyckel"),
    Broken(SETTINGS, 'id = "soder"', 'id = "Söder"', "fel-id"),
    Broken(SETTINGS, '"överordnad" = "fjallet"', '"överordnad" = "fjället"', ""),
    Broken(SETTINGS, '"gräns" = 5', '"gräns" = "fem"', "inte-ett-heltal"),
    Broken(SETTINGS, 'tolerans = "10 %"', 'tolerans = "tio"', "fel-tolerans"),
    Broken(SETTINGS, "[sekretess]", "[sekretes]", "okänd-nyckel"),
    Broken(SETTINGS, 'namn = "Region Fjället"', "namn = Region Fjället", "toml-skrivfel"),
]  # fmt: skip


@pytest.mark.parametrize("broken", BROKEN, ids=lambda b: f"{Path(b.file).name}: {b.new[:40]}")
def test_one_broken_thing_is_told_where_it_stands(
    broken: Broken, mini_region: Path, rapport: Rapport
) -> None:
    """Exit code 1, the file with line and column, a code, a whole sentence, nothing written."""
    good = mini_region / "output" / PERIOD
    good.mkdir(parents=True)
    (good / "aterrapportering.pdf").write_bytes(b"%PDF-1.7 det senaste goda bygget")
    path = mini_region / broken.file
    text = path.read_text(encoding="utf-8")
    assert broken.old in text
    path.write_text(text.replace(broken.old, broken.new, 1), encoding="utf-8")
    before = files_below(mini_region)
    ran = rapport("build", "--period", PERIOD, "-C", mini_region)
    assert (1, "", before) == (ran.code, ran.out, files_below(mini_region))
    told = re.findall(r"^(\S+?)(?::(\d+):(\d+))?: fel ([a-zåäö0-9-]+)$", ran.err, re.MULTILINE)
    codes = {code for file, line, column, code in told if file == broken.file and line and column}
    assert broken.code in codes or (not broken.code and codes), ran.err
    assert re.search(r"^  .+[.?”)]$", ran.err, re.MULTILINE), ran.err
    assert "Traceback" not in ran.err
    assert ran.err.endswith("fel. Inget har skrivits; tidigare rapporter är orörda.\n")


HARMLESS = [
    Broken(PLAN, "kortnamn: Vårdplanen", "kortnamn: Planen för vården", ""),
    Broken(PLAN, ", {år: 2025, villkor: öka}", "", ""),
    Broken(DATA, "kostnad;T2 2024;fjallet;T;;34700000;100 000;\n", "", ""),
    Broken(DATA, "T;;34700000;", "T;;34 700 000,50;", ""),
    Broken(DATA, "Region Fjället", "REGION FJÄLLET", ""),
    Broken(TEXT, "Antibiotikarecepten är", "A & B < C är **nu**", ""),
    Broken(TEXT, "{{ utfall", "{{\n  utfall", ""),
    Broken(FOLLOW_UP, "kommentar: Dialogerna är genomförda., ", "", ""),
    Broken(OTHER_REPORT, "  - arendets-vag\n", "", ""),
    Broken(OTHER_REPORT, 'version: "0.9", ', "", ""),
    Broken(SETTINGS, '"gräns" = 5', '"gräns" = 100', ""),
    Broken(CALENDAR, ", avser: T2-2024", "", ""),
    Broken(CALENDAR, "RF: 23-24 okt", 'RF: "2025"', ""),
]  # fmt: skip


@pytest.mark.parametrize("change", HARMLESS, ids=lambda b: f"{Path(b.file).name}: {b.new[:40]}")
def test_a_change_that_is_allowed_builds(
    change: Broken, mini_region: Path, rapport: Rapport
) -> None:
    """What a plan, text or report may say is not refused; the reports are written."""
    path = mini_region / change.file
    text = path.read_text(encoding="utf-8")
    assert change.old in text
    path.write_text(text.replace(change.old, change.new), encoding="utf-8")
    ran = rapport(*FAST, "-C", mini_region)
    assert 0 == ran.code, ran.err
    assert (mini_region / "output" / PERIOD / "verksamhetsrapport.html").is_file()


def test_all_mistakes_of_a_region_are_told_at_once(mini_region: Path, rapport: Rapport) -> None:
    """One run shows one mistake in each of five files."""
    chosen = [b for b in BROKEN if b.code in {"okänd-nämnd", "okänt-kön", "okänd-aktivitet"}]
    for broken in chosen:
        path = mini_region / broken.file
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(broken.old, broken.new, 1), encoding="utf-8")
    err = rapport("build", "--period", PERIOD, "-C", mini_region).err
    files = {line.split(":")[0] for line in err.splitlines() if ": fel " in line}
    assert {broken.file for broken in chosen} == files
