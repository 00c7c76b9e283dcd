"""The gate: no PDF is written that a reader cannot hear or an archive cannot keep.

Every file is validated against PDF/UA-1 and its level of PDF/A, and read back through its
structure: all cells with their headings, all headings, pictures and attached files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import page

from rapport.domain.problem import RenderFailed
from rapport.render.archiving import Archiving
from rapport.render.pdf_findings import Finding
from rapport.render.pdf_reading.object_pages import object_pages
from rapport.render.pdf_reading.tag_tree import read_pdf
from rapport.render.pdf_rules import rule_findings
from rapport.render.pdf_tables import table_findings
from rapport.report.document import Document

_SHOWN = 8


def require_good(
    pdf: bytes, document: Document, archiving: Archiving, pages: Mapping[str, int]
) -> None:
    """Stop a file that is not as it should be.

    ``pages`` gives the printed page number of each anchor.

    Raises:
        RenderFailed: the message names each rule that is broken, and the page.
    """
    found = [*validated(pdf, archiving), *read_back(pdf, document, archiving, pages)]
    if not found:
        return
    lines = [f"  {one}" for one in found[:_SHOWN]]
    if len(found) > _SHOWN:
        lines.append(f"  och {len(found) - _SHOWN} fel till")
    message = (
        f'PDF-filen för "{document.full_title}" klarade inte kontrollen och har inte skrivits. '
        "Felet ligger i programmet eller i mallarna i templates, inte i underlaget:\n"
    )
    raise RenderFailed(message + "\n".join(lines))


def validated(pdf: bytes, archiving: Archiving) -> Iterator[Finding]:
    """What the validator finds against PDF/UA-1 and the level of PDF/A."""
    failures = [
        failure
        for profile in ("ua1", archiving.level.value)
        for failure in page.validate_pdf_bytes(pdf, profile=profile).failures
    ]
    pages = object_pages(pdf) if failures else {}
    for failure in failures:
        place = failure.object_id
        number = None if place is None else pages.get(place.object_number)
        yield Finding(failure.rule_id, failure.message, number)


def read_back(
    pdf: bytes, document: Document, archiving: Archiving, pages: Mapping[str, int]
) -> Iterator[Finding]:
    """What a reader would hear that is not what the document says."""
    read = read_pdf(pdf)
    yield from table_findings(read.root, document, pages)
    yield from rule_findings(read, document, archiving)
