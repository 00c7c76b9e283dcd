"""Final reports: refused with a list while anything is missing, and without a trace of drafts."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from lxml import html

from pipeline.command import files_below
from pipeline.completed import complete
from pipeline.conftest import Rapport
from regions import PERIOD, BuiltRegion

FAST = ("--period", PERIOD, "--format", "html")


def words_of_pdf(content: bytes) -> str:
    """All text of a PDF file."""
    file = pypdfium2.PdfDocument(content)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in file)
    finally:
        file.close()


def words_of_word(content: bytes) -> str:
    """All parts of a Word file, headers, footers and properties included, as they are stored."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(
            archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")
        )


def words_of_page(content: bytes) -> str:
    """All text of a page; style sheets are not text."""
    page = html.document_fromstring(content)
    texts = (str(each) for body in page.iterchildren("body") for each in body.itertext())
    return "".join(texts)


def words_of(folder: Path) -> dict[str, str]:
    """The words of the report in each format."""
    readers = {"pdf": words_of_pdf, "docx": words_of_word, "html": words_of_page}
    return {
        name: read((folder / f"aterrapportering.{name}").read_bytes())
        for name, read in readers.items()
    }


def test_a_final_report_that_lacks_something_is_refused_with_a_list(
    mini_region: Path, rapport: Rapport
) -> None:
    """Exit code 1, each thing once with who and when, and the earlier output byte for byte."""
    rapport("build", *FAST, "--report", "verksamhetsrapport", "-C", mini_region)
    before = files_below(mini_region)
    ran = rapport("build", "--period", PERIOD, "--final", "-C", mini_region)
    assert (1, "", before) == (ran.code, ran.out, files_below(mini_region))
    one = (
        "reports/aterrapportering.yaml: fel inte-klar\n  Läkemedelskostnad: åtgärd saknas "
        "trots att målet inte nås. Ansvarig: Läkemedelsrådet; senast 9\u00a0september.\n"
    )
    assert (True, 22) == (one in ran.err, ran.err.count("fel inte-klar"))
    assert ran.err.endswith("22 fel. Inget har skrivits; tidigare rapporter är orörda.\n")


def test_a_complete_report_is_final_in_every_format(mini_region: Path, rapport: Rapport) -> None:
    """No format says that it is a draft or lists what is missing; the version is printed."""
    ran = rapport(
        *("build", "--period", PERIOD, "--final", "--report", "aterrapportering"),
        *("-C", complete(mini_region)),
    )
    assert (0, False) == (ran.code, "Utkast" in ran.out), ran.err
    folder = mini_region / "output" / PERIOD
    found = words_of(folder)
    draft = ("UTKAST", "Vad som saknas", "ett utkast", "bifogas kallelsen")
    for name, words in found.items():
        assert (name, []) == (name, [word for word in draft if word in words])
        assert (name, True) == (name, "Rapporten godkändes den" in words.replace("\r\n", " "))
    manifest = json.loads((folder / "manifest.json").read_bytes())
    assert {"period": PERIOD, "slutlig": "ja"} == manifest["parametrar"]


def test_a_draft_says_so_in_every_format(built_mini: BuiltRegion) -> None:
    """The opposite of a final one: each format carries the word."""
    found = words_of(built_mini.folder)
    assert {"pdf", "docx", "html"} == {name for name, words in found.items() if "UTKAST" in words}


@dataclass(frozen=True)
class Taken:
    """Something taken away from a complete region, and what is then said."""

    file: str
    old: str
    new: str
    message: str


REPORT = "reports/aterrapportering.yaml"
TEXT = f"data/texter/{PERIOD}/ekonomi.md"
FOLLOW_UP = f"data/uppfoljning/{PERIOD}"
DIALOG = (
    "  - {avser: dialog, status: klar, kommentar: Dialogerna är genomförda., lämnad_av: "
    "Vårdavdelningen}\n"
)
TAKEN = [
    Taken(REPORT, '"1.0"', '"0.8"', "Version 0.8 är ett utkast;"),
    Taken(REPORT, ", godkänt: 2024-09-27", "", "Godkänt datum är tomt i dokumenthuvudet."),
    Taken(REPORT, "klass: Redovisande", "#", "Dokumentklass är tomt i dokumenthuvudet."),
    Taken(TEXT, "godkänd", "klar", "Texten är inte godkänd utan klar: ekonomi."),
    Taken(TEXT, "Text om ekonomi.", "", "Text saknas: ekonomi (filen ekonomi.md)."),
    Taken(
        f"{FOLLOW_UP}/lakemedelsplanen.yaml",
        "styrmått: kostnad",
        "styrmått: genomgang",
        "Läkemedelskostnad: åtgärd saknas trots att målet inte nås.",
    ),
    Taken(f"{FOLLOW_UP}/vardplanen.yaml", DIALOG, "", "Läge saknas för uppdrag 1."),
    Taken(
        "data/matvarden/matt.csv",
        "kostnad;T2 2024;fjallet;T;;34700000;100 000;\n",
        "",
        "Läkemedelskostnad: utfall saknas för maj–augusti 2024.",
    ),
]


@pytest.mark.parametrize("taken", TAKEN, ids=lambda taken: taken.message)
def test_one_thing_missing_is_enough(taken: Taken, mini_region: Path, rapport: Rapport) -> None:
    """Taking any one thing away from a complete region stops the final report."""
    path = complete(mini_region) / taken.file
    text = path.read_text(encoding="utf-8")
    assert taken.old in text
    path.write_text(text.replace(taken.old, taken.new), encoding="utf-8")
    ran = rapport(*("build", *FAST, "--final", "--report", "aterrapportering"), "-C", mini_region)
    assert (1, True) == (ran.code, taken.message in ran.err)
    assert not (mini_region / "output").exists()
