"""A PDF that has been handed on, opened again to see what it carries and what became of it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import page
import pikepdf

from rapport.domain.archive import ArchiveLevel
from rapport.render.archiving import Archiving
from rapport.render.pdf_findings import Finding
from rapport.render.pdf_gate import validated

_END_OF_FILE = re.compile(rb"%%EOF(?:\r\n|\r|\n)?")
_LEVELS = {level.value: level for level in ArchiveLevel}


@dataclass(frozen=True)
class FinishedPdf:
    """What a PDF carries: its level of PDF/A, its attached files, and whether it is sealed."""

    level: ArchiveLevel | None
    files: Mapping[str, bytes]
    is_sealed: bool


def read_finished_pdf(content: bytes) -> FinishedPdf | None:
    """Open a PDF of any origin; nothing when it cannot be read."""
    try:
        with pikepdf.open(io.BytesIO(content)) as opened:
            return FinishedPdf(
                level=_LEVELS.get(_level_name(opened)),
                files={name: spec.get_file().read_bytes() for name, spec in _attached(opened)},
                is_sealed=_has_signature(opened),
            )
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError, KeyError):
        return None


def broken_rules(content: bytes, level: ArchiveLevel) -> tuple[Finding, ...]:
    """What the file breaks of PDF/UA-1 and the level of PDF/A that it says it has."""
    try:
        return tuple(validated(content, Archiving(level)))
    except page.PageError as fault:
        return (Finding("läsbarhet", f"filen är skadad ({fault})"),)


def revisions(content: bytes) -> Iterator[bytes]:
    """The file as it was before each addition at its end, and last the whole file.

    A PDF is changed by writing after what is there, so a file that was built and then sealed
    begins with the file that was built.
    """
    for end in _END_OF_FILE.finditer(content):
        yield content[: end.end()]


def _attached(opened: pikepdf.Pdf) -> list[tuple[str, pikepdf.AttachedFileSpec]]:
    return list(opened.attachments.items())


def _level_name(opened: pikepdf.Pdf) -> str:
    with opened.open_metadata(set_pikepdf_as_editor=False) as metadata:
        part, conformance = (metadata.get(f"pdfaid:{name}", "") for name in ("part", "conformance"))
    return f"{part}{conformance}".lower()


def _has_signature(opened: pikepdf.Pdf) -> bool:
    fields = opened.Root.get("/AcroForm", pikepdf.Dictionary()).get("/Fields", ())
    return any(field.get("/FT") == "/Sig" and "/V" in field for field in fields)
