"""Builds with a cache: the same bytes as without, and only what has changed is made again."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.command import files_below
from pipeline.completed import complete
from pipeline.conftest import Rapport
from rapport.domain.period import Occasion
from rapport.pipeline.building import build
from rapport.pipeline.orders import Order
from regions import PERIOD

TEXT = f"data/texter/{PERIOD}/analys.kostnad.md"
SHARED = f"data/texter/{PERIOD}/faktor.sammanhallen-vard.md"
REPORT, SMALL = "aterrapportering", "verksamhetsrapport"


def built(
    root: Path, output: Path, *formats: str, reports: tuple[str, ...] = (), cached: bool = True
) -> dict[str, str]:
    """Build a region's reports, and tell why each file was made anew; empty if it was not."""
    order = Order(root, Occasion.parse(PERIOD), reports, formats=formats, cached=cached)
    order = replace(order, output=output)
    found = build(order, lambda _step, _done, _total: None).reasons
    return {reason.file: reason.why if reason.remade else "" for reason in found}


def written(output: Path) -> dict[str, bytes]:
    """The files of a build."""
    return files_below(output / PERIOD)


def append(path: Path, text: str) -> None:
    """Write something last in a file."""
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_with_and_without_a_cache_the_bytes_are_the_same(mini_region: Path, tmp_path: Path) -> None:
    """First time, second time, after a changed text, and after the cache was half destroyed."""
    one, other = tmp_path / "med", tmp_path / "utan"
    for step in ("first", "again", "changed", "damaged"):
        if step == "changed":
            append(mini_region / SHARED, "\nNämnden har bett om mer.\n")
        if step == "damaged":
            for at, path in enumerate(
                sorted(p for p in (one / ".cache").rglob("*") if p.is_file())
            ):
                path.write_bytes(path.read_bytes()[: -1 - at % 3])
        built(mini_region, one, "docx", "html", reports=(SMALL,))
        built(mini_region, other, "docx", "html", reports=(SMALL,), cached=False)
        assert (step, written(other)) == (step, written(one))
    assert not (other / ".cache").exists()


def test_only_the_reports_that_print_a_changed_text_are_made_again(
    mini_region: Path, tmp_path: Path
) -> None:
    """And the text is named; nothing is made again when nothing has changed."""
    one, other = f"{REPORT}.html", f"{SMALL}.html"
    first = "den finns inte i mellanlagret sedan tidigare"
    assert {one: first, other: first} == built(mini_region, tmp_path, "html")
    assert {one: "", other: ""} == built(mini_region, tmp_path, "html")

    append(mini_region / TEXT, "\nNämnden har bett om mer.\n")
    changed = f"texten analys.kostnad ({PERIOD}) är ändrad"
    assert {one: changed, other: ""} == built(mini_region, tmp_path, "html")


@pytest.mark.parametrize(
    "file, old, words",
    [
        ("data/matvarden/matt.yaml", "2024-09-05", "mätdatafilen matt.yaml är ändrad"),
        (f"reports/{REPORT}.yaml", "fjall-2", f"rapportdefinitionen {REPORT} är ändrad"),
    ],
)
def test_what_has_changed_is_told(
    file: str, old: str, words: str, mini_region: Path, tmp_path: Path
) -> None:
    """In the words of those who keep the files."""
    built(mini_region, tmp_path, "html")
    path = mini_region / file
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(old, {"2024-09-05": "2024-09-06"}.get(old, "fjall-20")), "utf-8")
    assert words == built(mini_region, tmp_path, "html")[f"{REPORT}.html"]


def test_a_final_report_is_never_taken_from_the_cache(mini_region: Path, tmp_path: Path) -> None:
    """What a board decides on is made from the beginning, and no cache is filled by it."""
    order = Order(complete(mini_region), Occasion.parse(PERIOD), ("verksamhetsrapport",))
    order = replace(order, formats=("html",), final=True, cached=True, output=tmp_path / "ut")
    found = build(order, lambda _step, _done, _total: None).reasons
    assert ["verksamhetsrapport.html: görs om, allt görs från början"] == [str(r) for r in found]
    assert not (tmp_path / "ut" / ".cache").exists()


def test_the_command_tells_why(mini_region: Path, rapport: Rapport) -> None:
    """One line for each document, and with --no-cache that all is made anew."""
    given = ("build", "--period", PERIOD, "--report", "verksamhetsrapport", "--format", "html")
    for more, words in (
        (("--why",), "görs om, den finns inte i mellanlagret sedan tidigare"),
        (("--why",), "oförändrad, hämtad ur mellanlagret"),
        (("--why", "--no-cache"), "görs om, allt görs från början"),
    ):
        said = rapport(*given, *more, "-C", mini_region)
        assert (0, [words]) == (
            said.code,
            re.findall(r"^  verksamhetsrapport\.html: (.*)$", said.out, re.MULTILINE),
        )
