"""The commands as a person runs them: files, exit codes, choices, and messages in Swedish."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.command import Ran, files_below, run
from pipeline.conftest import Rapport
from regions import PERIOD, BuiltRegion

BOTH = ("--period", PERIOD, "--format", "html")
FAST = (*BOTH, "--report", "verksamhetsrapport")


def test_a_build_writes_every_report_in_the_formats_it_states(built_mini: BuiltRegion) -> None:
    """The reports by their ids, the results as data, and the manifest; nothing else."""
    reports = [f"aterrapportering.{ending}" for ending in ("docx", "html", "pdf")]
    data = ["manifest.json", "resultat.csv", "resultat.json"]
    assert [*reports, *data, "verksamhetsrapport.html"] == list(files_below(built_mini.folder))


def test_each_file_is_of_its_kind(built_mini: BuiltRegion) -> None:
    """A PDF, a Word file and a page, told by their first bytes."""
    starts = {
        name: built_mini.read(f"aterrapportering.{name}")[: len(start)]
        for name, start in (("pdf", b"%PDF-"), ("docx", b"PK"), ("html", b"<!doctype html>"))
    }
    assert {"pdf": b"%PDF-", "docx": b"PK", "html": b"<!doctype html>"} == starts


def test_a_build_in_the_regions_folder_says_what_it_wrote(mini_region: Path) -> None:
    """Exit code 0, the files and what remains on standard output, nothing on standard error."""
    ran = run("build", *BOTH, cwd=mini_region)
    lines = [
        "T2-2024: två dokument i output/T2-2024",
        "  aterrapportering.html",
        "  manifest.json",
        "  resultat.csv",
        "  resultat.json",
        "  verksamhetsrapport.html",
        "Inga fel, inga varningar och fem anmärkningar. Visa dem med rapport check.",
        "Utkast: 19 uppgifter hindrar godkännande. Visa dem med rapport status.",
    ]
    assert Ran(0, "\n".join(lines) + "\n", "") == ran


def test_the_installed_command_is_the_same_as_the_module(mini_region: Path) -> None:
    """``rapport`` and ``python -m rapport`` answer alike."""
    script = Path(sys.executable).parent / "rapport"
    asked = ["list", "--json", "-C", str(mini_region)]
    by_script = subprocess.run([script, *asked], capture_output=True, check=True, encoding="utf-8")  # noqa: S603 - our own command
    assert run(*asked).out == by_script.stdout


def test_output_and_folder_are_where_one_says(mini_region: Path, rapport: Rapport) -> None:
    """``-C`` names the region and ``--output`` where to write; the region stays untouched."""
    before = files_below(mini_region)
    target = mini_region.parent / "någon annanstans"
    ran = rapport("build", *FAST, "-C", mini_region, "--output", target)
    assert (0, before) == (ran.code, files_below(mini_region))
    assert (target / PERIOD / "verksamhetsrapport.html").is_file()


def test_one_report_and_one_format_is_all_that_is_written(
    mini_region: Path, rapport: Rapport
) -> None:
    """``--report`` and ``--format`` choose; the results always come along."""
    rapport("build", *FAST, "-C", mini_region)
    expected = ["manifest.json", "resultat.csv", "resultat.json", "verksamhetsrapport.html"]
    assert expected == list(files_below(mini_region / "output" / PERIOD))


def test_a_report_can_be_asked_for_twice(mini_region: Path, rapport: Rapport) -> None:
    """The same choice twice is the same as once."""
    twice = (*FAST, "--report", "verksamhetsrapport", "--unit", "soder", "--unit", "soder")
    ran = rapport("build", *twice, "-C", mini_region)
    assert "T2-2024: ett dokument i " in ran.out


def test_the_report_of_a_unit_has_a_folder_of_its_own(mini_region: Path, rapport: Rapport) -> None:
    """``output/<period>/<unit>`` holds the unit's reports and only its own results."""
    ran = rapport("build", *BOTH, "--unit", "soder", "-C", mini_region)
    expected = ["manifest.json", "soder/aterrapportering.html", "soder/resultat.csv",
                "soder/resultat.json", "soder/verksamhetsrapport.html"]  # fmt: skip
    folder = mini_region / "output" / PERIOD
    assert (0, expected) == (ran.code, list(files_below(folder)))
    rows = json.loads((folder / "soder" / "resultat.json").read_bytes())
    assert {"soder"} == {row["organisation"] for row in rows}


def test_all_units_are_those_below_the_region(mini_region: Path, rapport: Rapport) -> None:
    """``--unit alla`` gives a folder for each."""
    rapport("build", *FAST, "--unit", "alla", "-C", mini_region)
    folder = mini_region / "output" / PERIOD
    assert ["norr", "soder"] == sorted(path.name for path in folder.iterdir() if path.is_dir())


UNKNOWN = {
    ("--report", "arsrapport"): (
        'Det finns ingen rapport "arsrapport" i reports. De som finns: aterrapportering, '
        "verksamhetsrapport."
    ),
    ("--unit", "vast"): (
        'Det finns ingen enhet "vast" i rapport.toml. De som finns: fjallet, norr, soder.'
    ),
}


@pytest.mark.parametrize("choice", UNKNOWN)
def test_an_unknown_choice_is_named_with_those_there_are(
    choice: tuple[str, str], mini_region: Path, rapport: Rapport
) -> None:
    """Exit code 1, a placed message, and nothing is written."""
    ran = rapport("build", "--period", PERIOD, *choice, "-C", mini_region)
    expected = (
        f"kommandot: fel okänt-val\n  {UNKNOWN[choice]}\n\n"
        "1 fel. Inget har skrivits; tidigare rapporter är orörda.\n"
    )
    assert Ran(1, "", expected) == ran
    assert not (mini_region / "output").exists()


def test_an_occasion_without_reports_says_which_there_are(
    mini_region: Path, rapport: Rapport
) -> None:
    """No report of the region is made at T1 when only the yearly one is left."""
    (mini_region / "reports" / "aterrapportering.yaml").unlink()
    ran = rapport("build", "--period", "T1-2024", "-C", mini_region)
    message = (
        "Ingen rapport i mappen reports görs vid T1-2024. Ange --report för att bygga någon av "
        "dem ändå: verksamhetsrapport."
    )
    assert (1, True) == (ran.code, message in ran.err)


@pytest.mark.parametrize(
    "given, message",
    [
        (("build",), "Ange --period, till exempel --period T2-2024."),
        (("build", "--period", "hösten"), '"hösten" är ingen period.'),
        (("build", "--period", "T4-2024"), "T4 finns inte"),
        (("build", "--period", "ACK08-2024"), "är inget rapporttillfälle"),
        (("build", "--period", "T2-2024", "--format", "odt"), '"odt" är inga kända format.'),
        (("build", "--period", "T2-2024", "--format", ""), "är inga kända format."),
        (("build", "--period", "T2-2024", "--jobs", "0"), "0 ligger inte i intervallet"),
        (
            ("build", "--period", "T2-2024", "-C", "finns-inte/alls", "--fel"),
            "Det finns inget val '--fel'.",
        ),
        (("byggg",), "Det finns inget kommando 'byggg'."),
        (("explain",), "Argument saknas: 'STYRMÅTT'."),
    ],
)
def test_wrong_usage_ends_with_code_2_and_a_swedish_message(
    given: tuple[str, ...], message: str, rapport: Rapport
) -> None:
    """The message says what was wrong, and no sentence of it is English."""
    ran = rapport(*given)
    assert (2, True) == (ran.code, message in ran.err)
    english = {"Usage", "Error", "Missing", "Invalid", "No such", "Try", "required", "not in"}
    assert set() == {word for word in english if word in ran.err}


@pytest.mark.parametrize(
    "command", [(), ("build",), ("check",), ("list",), ("status",), ("explain",)]
)
def test_help_is_in_swedish(command: tuple[str, ...], rapport: Rapport) -> None:
    """Every command explains itself without English headings."""
    ran = rapport(*command, "--help")
    english = {"Usage", "Options", "Commands", "Show this message", "Arguments"}
    assert (0, set()) == (ran.code, {word for word in english if word in ran.out})
    assert "Användning: rapport" in ran.out


def test_a_folder_that_is_no_region_says_what_to_do(tmp_path: Path, rapport: Rapport) -> None:
    """The missing settings file is named, with the remedy."""
    ran = rapport("check", "-C", tmp_path)
    assert (1, True) == (ran.code, "rapport.toml: fel saknad-fil" in ran.err)


def test_a_folder_that_is_not_there_is_told_in_swedish(tmp_path: Path, rapport: Rapport) -> None:
    """A misspelt ``-C`` is the most common mistake of all."""
    ran = rapport("check", "-C", tmp_path / "finns-inte")
    assert (1, True) == (ran.code, "rapport.toml: fel saknad-fil" in ran.err)
