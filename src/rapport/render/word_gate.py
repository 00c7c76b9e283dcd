"""The gate: no Word file is written that Word would repair or a reader cannot follow.

Every file is validated against the schemas of Office Open XML, and checked by our own rules
for what the schemas do not ask: language, headings, lists, pictures, tables, fields.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path

from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from rapport.domain.problem import RenderFailed
from rapport.render.pdf_findings import Finding
from rapport.render.word_rules.reading import read_word
from rapport.render.word_rules.rules import rule_findings
from rapport.report.document import Document

SCHEMA = "schema"
"""The name that messages give the validator's rules, which have no names of their own."""

_SHOWN = 8


def require_good_word(content: bytes, document: Document) -> None:
    """Stop a file that is not as it should be.

    Raises:
        RenderFailed: the message names each rule that is broken, and the text where it is.
    """
    invalid = list(validated_word(content))
    found = invalid or list(rule_findings(read_word(content, document.language)))
    if not found:
        return
    lines = [f"  {one}" for one in islice(found, _SHOWN)]
    if len(found) > _SHOWN:
        lines.append(f"  och {len(found) - _SHOWN} fel till")
    message = (
        f'Word-filen för "{document.full_title}" klarade inte kontrollen och har inte skrivits. '
        "Står felet i en text ändras det där texten är skriven, annars ligger det i mallen "
        "templates/word/mall.docx eller i programmet:\n"
    )
    raise RenderFailed(message + "\n".join(lines))


def validated_word(content: bytes) -> Iterator[Finding]:
    """What the validator finds against the schemas; it reads files, so it is given one."""
    with tempfile.TemporaryDirectory(prefix="rapport-") as folder:
        file = Path(folder) / "dokument.docx"
        file.write_bytes(content)
        errors = _validator().validate(file).errors
    for error in errors:
        place = error.part_uri.removeprefix("/")
        yield Finding(SCHEMA, f"{place}: {error.description}" if place else error.description)


@cache
def _validator() -> OpenXmlValidator:
    """The schemas are read once in a process; that takes longer than to validate a file."""
    return OpenXmlValidator()
