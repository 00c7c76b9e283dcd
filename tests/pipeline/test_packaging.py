"""Packages for a board: the papers of a case in one folder and one zip that a diarium takes."""

from __future__ import annotations

import hashlib
import re
import shutil
import zipfile
from pathlib import Path

import pypdfium2
import pytest

from pipeline.completed import complete
from pipeline.conftest import Rapport
from regions import MINI, PERIOD, BuiltRegion

REPORT = f"01_aterrapportering_hsn-{PERIOD}.pdf"
FIGURES = f"02_resultat_hsn-{PERIOD}.csv"
NAMES = ["00_handlingslista.pdf", REPORT, FIGURES, "kontrollsummor.sha256"]


@pytest.fixture
def drafts(built_mini: BuiltRegion, tmp_path: Path) -> Path:
    """An output folder with the small region's drafts, for a test to change."""
    output = tmp_path / "output"
    shutil.copytree(built_mini.folder, output / PERIOD)
    return output


def pack(rapport: Rapport, output: Path, *more: str) -> tuple[int, str, str]:
    """Pack the papers to the board: exit code, what was said and what was wrong."""
    ran = rapport(
        *("package", "--to", "Vårdnämnden", "--period", PERIOD, *more),
        *("--output", output, "-C", MINI),
    )
    return ran.code, ran.out, ran.err


def test_the_papers_lie_in_order_in_a_folder_and_in_a_zip(drafts: Path, rapport: Rapport) -> None:
    """Cover list, report and figures are what was built; the zip holds the same files."""
    code, out, err = pack(rapport, drafts, "--draft")
    assert (0, True) == (code, "får inte skickas" in out), err
    folder = drafts / "paket" / f"hsn-{PERIOD}"
    archive = folder / f"hsn-{PERIOD}.zip"
    assert NAMES == sorted(path.name for path in folder.iterdir() if path != archive)
    built = (drafts / PERIOD / "aterrapportering.pdf").read_bytes()
    assert built == (folder / REPORT).read_bytes()
    assert (drafts / PERIOD / "resultat.csv").read_bytes() == (folder / FIGURES).read_bytes()
    with zipfile.ZipFile(archive) as opened:
        zipped = {name: opened.read(name) for name in opened.namelist()}
    assert {f"hsn-{PERIOD}/{name}": (folder / name).read_bytes() for name in NAMES} == zipped


def test_names_are_those_that_a_diarium_takes(drafts: Path, rapport: Rapport) -> None:
    """Lower case a–z, digits, hyphen, underscore and one dot, beginning with the order."""
    pack(rapport, drafts, "--draft")
    papers = [name for name in NAMES if name[0].isdigit()]
    allowed = re.compile(r"[0-9]{2}_[A-Za-z0-9_-]+\.[a-z0-9]+")
    assert papers == [name for name in papers if allowed.fullmatch(name) and len(name) < 64]


def test_the_checksums_are_those_of_the_files(drafts: Path, rapport: Rapport) -> None:
    """In the form that sha256sum reads, for every file but the list of sums itself."""
    pack(rapport, drafts, "--draft")
    folder = drafts / "paket" / f"hsn-{PERIOD}"
    lines = (folder / "kontrollsummor.sha256").read_text(encoding="utf-8").splitlines()
    expected = [
        f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}" for name in NAMES[:-1]
    ]
    assert expected == lines


def test_the_cover_list_names_every_paper_and_its_file(drafts: Path, rapport: Rapport) -> None:
    """The list says what is handed to which board, when it meets, and in which file."""
    pack(rapport, drafts, "--draft")
    content = (drafts / "paket" / f"hsn-{PERIOD}" / NAMES[0]).read_bytes()
    file = pypdfium2.PdfDocument(content)
    words = " ".join(page.get_textpage().get_text_range() for page in file).split()
    assert 1 == len(file)
    file.close()
    text = " ".join(words)
    for expected in ("Handlingar till Vårdnämnden", "den 27 september 2024", "UTKAST"):
        assert expected in text
    assert {REPORT, FIGURES} <= set(words)


def test_drafts_are_not_packed_unless_asked_for(drafts: Path, rapport: Rapport) -> None:
    """A board is not sent a draft by mistake."""
    code, _, err = pack(rapport, drafts)
    assert (1, True) == (code, "är utkast och får inte skickas" in err)
    assert not (drafts / "paket").exists()


def test_a_file_changed_after_the_build_is_not_packed(drafts: Path, rapport: Rapport) -> None:
    """What is packed is what was built."""
    report = drafts / PERIOD / "aterrapportering.pdf"
    report.write_bytes(report.read_bytes() + b"%")
    code, _, err = pack(rapport, drafts, "--draft")
    assert (1, True) == (code, "har ändrats efter bygget" in err)


def test_a_paper_that_is_not_built_is_named(drafts: Path, rapport: Rapport) -> None:
    """Nothing is packed while a paper of the case is missing."""
    (drafts / PERIOD / "aterrapportering.pdf").unlink()
    code, _, err = pack(rapport, drafts, "--draft")
    assert (1, True) == (code, "aterrapportering.pdf: fel fel-paket" in err)


def test_without_a_build_there_is_nothing_to_pack(tmp_path: Path, rapport: Rapport) -> None:
    """The message says which command to run first."""
    code, _, err = pack(rapport, tmp_path / "tom", "--draft")
    assert (1, True) == (code, f"Kör rapport build --period {PERIOD} först" in err)


@pytest.mark.parametrize(
    "board, message",
    [
        ("landstinget", 'Det finns ingen nämnd "landstinget" i rapport.toml.'),
        ("radet", f"Ingen rapport till Läkemedelsrådet görs vid {PERIOD}."),
    ],
)
def test_a_board_without_papers_is_told(
    board: str, message: str, drafts: Path, rapport: Rapport
) -> None:
    """An unknown board, and one that receives nothing at the occasion."""
    where = ("--output", drafts, "-C", MINI)
    ran = rapport("package", "--to", board, "--period", PERIOD, "--draft", *where)
    assert (1, True) == (ran.code, message in ran.err)


def test_old_papers_do_not_linger_in_a_new_package(drafts: Path, rapport: Rapport) -> None:
    """A paper of an earlier package that is no longer part of the case is gone."""
    pack(rapport, drafts, "--draft")
    stray = drafts / "paket" / f"hsn-{PERIOD}" / "09_gammal.pdf"
    stray.write_bytes(b"%PDF")
    pack(rapport, drafts, "--draft")
    assert not stray.exists()


def test_final_papers_are_packed_without_a_word_of_drafts(
    mini_region: Path, rapport: Rapport
) -> None:
    """The finished papers of an approved case, as they go to the board."""
    order = ("--report", "aterrapportering", "--format", "pdf", "--final")
    built = rapport("build", "--period", PERIOD, *order, "-C", complete(mini_region))
    assert 0 == built.code, built.err
    ran = rapport("package", "--to", "hsn", "--period", PERIOD, "-C", mini_region)
    assert (0, False) == (ran.code, "utkast" in ran.out), ran.err
    assert (mini_region / "output" / "paket" / f"hsn-{PERIOD}" / REPORT).is_file()
