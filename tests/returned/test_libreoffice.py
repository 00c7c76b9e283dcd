"""Drafts that someone has opened and saved in LibreOffice, which keeps less than Word does."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from rapport.returned.content import plain
from rapport.returned.copy import Copy, read_copy
from rapport.returned.regions import FoundBy
from rapport.returned.tracked import Tracking
from returned.review_cases import COMMENT_PARTS, commented, number_moved
from returned.small_draft import (
    BESOK,
    EKONOMI,
    MAL,
    SHARE,
    TEXTS,
    edited,
    markdown,
    told,
)
from returned.test_edits import with_parts
from returned.word_edits import (
    after,
    p,
    run,
    table,
    tracked_delete,
    tracked_insert,
    typed,
)

SOFFICE = shutil.which("soffice")
FILES = {
    "orord": edited(),
    "ord": edited(typed("kortare", "mycket kortare"), typed("Resorna", "Färderna")),
    "tal": edited(typed(SHARE, "14,0 %")),
    "flyttat": edited(number_moved),
    "sparat": edited(tracked_insert("Resorna", " Mycket."), tracked_delete("flera")),
    "tabell": edited(after("Resorna", table([["Slag", "Andel"], ["Flyg", "hälften"]]))),
    "stycken": edited(
        after("båda könen", p(run("Nytt stycke."), "Redigerbaretikettradfortsattning"))
    ),
    "anmarkning": edited(commented, parts=with_parts(COMMENT_PARTS)),
    "utanfor": edited(typed("plan och mätdata", "gissningar")),
}


@pytest.fixture(scope="session")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Copy]:
    """Every file opened and saved by LibreOffice, all in one run of it."""
    if SOFFICE is None:
        pytest.skip("LibreOffice (soffice) finns inte på den här datorn")
    folder = tmp_path_factory.mktemp("libreoffice")
    for name, content in FILES.items():
        (folder / f"{name}.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    files = [str(folder / f"{name}.docx") for name in FILES]
    out = folder / "sparat"
    command = [SOFFICE, "--headless", profile, "--convert-to", "docx", "--outdir", str(out), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=240)  # noqa: S603 - a fixed program
    if not out.is_dir():
        pytest.skip("LibreOffice har inget ordbehandlingsprogram (Writer) här")
    return {name: _read(out / f"{name}.docx") for name in FILES}


def _read(path: Path) -> Copy:
    return read_copy(path.read_bytes(), path.name, Tracking.ACCEPTED)


def texts(copy: Copy) -> dict[str, str]:
    """All texts of a copy."""
    return {key: markdown(copy, key) for key in TEXTS}


def test_a_draft_that_was_only_saved_is_unchanged(saved: Mapping[str, Copy]) -> None:
    """LibreOffice drops the content controls; nothing is taken for an edit."""
    copy = saved["orord"]
    assert (TEXTS, (), {FoundBy.BOOKMARK}) == (
        texts(copy),
        copy.outside,
        {each.found_by for each in copy.texts},
    )


@pytest.mark.parametrize(
    "name, key, before, now",
    [
        ("ord", BESOK, "kortare", "mycket kortare"),
        ("ord", EKONOMI, "Resorna", "Färderna"),
        ("sparat", EKONOMI, "mindre.", "mindre. Mycket."),
        ("sparat", MAL, "i **flera** delar", "i delar"),
        ("stycken", BESOK, "könen.\n", "könen.\n\nNytt stycke.\n"),
        ("flyttat", EKONOMI, "mindre.", 'mindre.{{ utfall("besok") }}'),
    ],
)
def test_an_edit_survives_being_saved_by_libreoffice(
    saved: Mapping[str, Copy], name: str, key: str, before: str, now: str
) -> None:
    """The text is what the reviewer made it, and bound numbers are expressions again."""
    assert TEXTS[key].replace(before, now) == texts(saved[name])[key]


@pytest.mark.parametrize(
    "name, words",
    [
        ("tal", "analys.besok skrivet över: 14,0 %"),
        ("anmarkning", "ekonomi Resorna kostar mindre.: Stämmer det?"),
        ("utanfor", "plan och mätdata. → Rapporten bygger på gissningar."),
        ("tabell", "→ Slag | Andel Flyg | hälften"),
        ("sparat", "borttaget Granskare mal.vard: flera"),
    ],
)
def test_what_must_be_said_survives_too(saved: Mapping[str, Copy], name: str, words: str) -> None:
    """Figures written over, remarks, tracked changes and edits outside the texts."""
    assert words in plain(told(saved[name]))
