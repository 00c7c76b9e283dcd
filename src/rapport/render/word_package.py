"""The file around the parts: the same parts always give the same bytes."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime, time
from textwrap import shorten

from docx.document import Document as WordFile

from rapport.report.document import Document

_LONGEST = 255


def saved_parts(word_file: WordFile) -> dict[str, bytes]:
    """The parts of a Word file by name, as they are saved."""
    sheet = io.BytesIO()
    word_file.save(sheet)
    with zipfile.ZipFile(sheet) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def set_properties(word_file: WordFile, document: Document) -> None:
    """Title, sender and dates of the file; the only date is the document's own."""
    properties = word_file.core_properties
    properties.title = _property(document.full_title)
    properties.subject = _property(document.subtitle)
    properties.author = properties.last_modified_by = _property(document.sender)
    properties.keywords = _property(", ".join(document.keywords))
    properties.language = document.language
    properties.identifier = _property(document.head.document_id)
    properties.version = _property(document.head.version)
    properties.content_status = "Utkast" if document.draft else "Slutlig"
    properties.comments = _property(document.example)
    properties.revision = 1
    moment = datetime.combine(date.fromisoformat(document.date), time(), UTC)
    properties.created = properties.modified = moment


def _property(text: str) -> str:
    """A text as a property of a Word file, which holds no more than 255 characters."""
    return shorten(text, _LONGEST, placeholder=" …") if len(text) > _LONGEST else text
