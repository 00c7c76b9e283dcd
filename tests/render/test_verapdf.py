"""The real veraPDF on built and sealed reports and on the gallery."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest

from pipeline.handed_on import PASSWORD, region_keys
from rapport.domain.archive import ArchiveLevel
from rapport.render.archiving import Archiving
from rapport.render.sealing.signing import opened_key, sealed
from regions import BuiltRegion
from render.gallery import gallery_document
from render.printing import ARCHIVED, printed
from render.verapdf_reports import main, validated
from render.verapdf_running import VeraPdf, prepared_verapdf

pytestmark = pytest.mark.verapdf


@pytest.fixture(scope="module")
def verapdf(tmp_path_factory: pytest.TempPathFactory) -> VeraPdf:
    """veraPDF, compiled once."""
    return prepared_verapdf(tmp_path_factory.mktemp("verapdf"))


def test_the_reports_of_a_folder_are_validated_and_the_answers_kept(
    verapdf: VeraPdf, built_mini: BuiltRegion, tmp_path: Path
) -> None:
    """Each at the level it says it has; the project's own check does this with all its reports."""
    files = sorted(built_mini.folder.glob("**/*.pdf"))
    said = validated(verapdf, files, tmp_path)
    assert {(file.name, flavour): [] for file in files for flavour in ("ua1", "3a")} == said
    assert 2 * len(files) == len(json.loads((tmp_path / "verapdf-3a.json").read_bytes()))


def test_a_bad_report_is_refused(verapdf: VeraPdf, built_mini: BuiltRegion, tmp_path: Path) -> None:
    """A file that is not tagged breaks rules of both standards, and a broken one all of them."""
    untagged = tmp_path / "otaggad.pdf"
    with pikepdf.open(built_mini.folder / "aterrapportering.pdf") as opened_pdf:
        del opened_pdf.Root.MarkInfo, opened_pdf.Root.StructTreeRoot
        opened_pdf.save(untagged)
    damaged = tmp_path / "trasig.pdf"
    damaged.write_bytes(b"%PDF-1.7\nnothing more\n")
    said = validated(verapdf, [untagged, damaged], tmp_path)
    assert 4 == len(said)
    assert all(said.values())


def test_a_folder_without_reports_is_no_success(tmp_path: Path) -> None:
    """A check that has nothing to look at does not pass."""
    assert 2 == main([str(tmp_path), "--kept", str(tmp_path / "svar")])


def test_a_sealed_report_is_still_accessible_and_archivable(
    verapdf: VeraPdf, built_mini: BuiltRegion, tmp_path: Path
) -> None:
    """The seal breaks no rule of PDF/UA-1 or PDF/A-3a."""
    key = opened_key(region_keys(tmp_path / "nycklar").file, PASSWORD)
    file = tmp_path / "forseglad.pdf"
    file.write_bytes(sealed(built_mini.read("aterrapportering.pdf"), key, None))
    said = verapdf.broken_rules("ua1,3a", [file])
    assert {(file.name, "ua1"): [], (file.name, "3a"): []} == said


@pytest.mark.parametrize("level", list(ArchiveLevel))
@pytest.mark.parametrize("draft", [False, True])
def test_the_gallery_is_good_at_every_level(
    verapdf: VeraPdf, tmp_path: Path, level: ArchiveLevel, *, draft: bool
) -> None:
    """Every block and inline passes PDF/UA-1 and each level of PDF/A, decided or draft."""
    file = tmp_path / f"galleri-{level}-{draft}.pdf"
    archiving = Archiving(level, ARCHIVED.files)
    file.write_bytes(printed(gallery_document(draft=draft), archiving=archiving))
    said = verapdf.broken_rules(f"ua1,{level}", [file])
    assert {(file.name, "ua1"): [], (file.name, level.value): []} == said
