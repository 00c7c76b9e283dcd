"""The real veraPDF on the reports of the example region and on the gallery."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapport.domain.archive import ArchiveLevel
from rapport.render.archiving import Archiving
from regions import BuiltRegion
from render.gallery import gallery_document
from render.printing import ARCHIVED, printed
from render.verapdf_running import VeraPdf, prepared_verapdf

pytestmark = pytest.mark.verapdf


@pytest.fixture(scope="module")
def verapdf(tmp_path_factory: pytest.TempPathFactory) -> VeraPdf:
    """veraPDF, compiled once."""
    return prepared_verapdf(tmp_path_factory.mktemp("verapdf"))


def test_every_report_of_the_example_region_is_accessible_and_archivable(
    verapdf: VeraPdf, sample_region: BuiltRegion
) -> None:
    """The validator finds no broken rule of PDF/UA-1 or PDF/A-3a in any report."""
    files = sorted(sample_region.folder.glob("**/*.pdf"))
    said = verapdf.broken_rules("ua1,3a", files)
    assert {(file.name, flavour): [] for file in files for flavour in ("ua1", "3a")} == said


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
