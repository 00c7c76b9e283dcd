"""The printed report as an archive keeps it: levels, attached files, and the same bytes."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from rapport.domain.archive import ArchiveLevel
from rapport.render.archiving import Archiving
from rapport.render.pdf_reading.tag_tree import read_pdf
from render.gallery import gallery_document
from render.printing import ARCHIVED, FIGURES, ORIGIN, page_texts, printed

_PROGRAM = """
import hashlib, sys
from render.gallery import gallery_document
from render.printing import printed
print(hashlib.sha256(printed(gallery_document())).hexdigest())
"""


def _at(level: ArchiveLevel) -> bytes:
    return printed(gallery_document(), archiving=Archiving(level, ARCHIVED.files))


def test_the_figures_and_their_origin_are_inside_the_file() -> None:
    """PDF/A-3a carries both files, each listed once, with what it is and the report's date."""
    content = _at(ArchiveLevel.A3A)
    assert {"resultat.csv": FIGURES, "harkomst.json": ORIGIN} == read_pdf(content).files
    with pikepdf.open(io.BytesIO(content)) as opened:
        assert [("/Data", "resultat.csv"), ("/Supplement", "harkomst.json")] == [
            (str(file.AFRelationship), str(file.UF)) for file in opened.Root.AF
        ]
        parts = [file.EF.F.Params for file in opened.Root.AF]
        dates = {str(part[key]) for part in parts for key in ("/CreationDate", "/ModDate")}
        assert {"D:20240927000000Z"} == dates


@pytest.mark.parametrize("level", [ArchiveLevel.A1A, ArchiveLevel.A2A])
def test_a_level_that_allows_no_other_files_has_none(level: ArchiveLevel) -> None:
    """The same report without attached files, and with the same pages."""
    content = _at(level)
    assert {} == read_pdf(content).files
    assert page_texts(_at(ArchiveLevel.A3A)) == page_texts(content)


@pytest.mark.parametrize("level", list(ArchiveLevel))
def test_a_file_says_its_level_in_metadata_that_need_not_be_unpacked(level: ArchiveLevel) -> None:
    """Archives read the level, and that it is accessible, straight out of the file."""
    content = _at(level)
    metadata = content[content.index(b"<x:xmpmeta") : content.index(b"</x:xmpmeta>")]
    assert 1 == metadata.count(b"<rdf:RDF")
    assert f'part="{level[0]}"'.encode() in metadata
    assert b'conformance="A"' in metadata
    assert b"<pdfuaid:part>1</pdfuaid:part>" in metadata


def test_the_oldest_level_is_the_oldest_format() -> None:
    """PDF/A-1 is PDF 1.4, without row groups and transparency."""
    content = _at(ArchiveLevel.A1A)
    assert content.startswith(b"%PDF-1.4")
    assert [] == read_pdf(content).root.all("THead", "TBody")


def test_the_same_report_is_the_same_bytes_on_every_machine(tmp_path: Path) -> None:
    """Folder, time zone, language and hash seed of the machine leave no trace."""
    expected = hashlib.sha256(printed(gallery_document())).hexdigest()
    for zone, language, seed in (
        ("Pacific/Kiritimati", "C.UTF-8", "0"),
        ("America/Los_Angeles", "C", "4711"),
    ):
        folder = tmp_path / seed
        folder.mkdir()
        run = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-c", _PROGRAM],
            cwd=folder,
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[1]), *sys.path]),
                "TZ": zone,
                "LC_ALL": language,
                "PYTHONHASHSEED": seed,
            },
            capture_output=True,
            check=True,
        )
        assert expected == run.stdout.decode().strip()
