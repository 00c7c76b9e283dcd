"""The file around the parts: the same parts always give the same bytes."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime, time

from docx.document import Document as WordFile

from rapport.report.document import Document


def saved_parts(word_file: WordFile) -> dict[str, bytes]:
    """The parts of a Word file by name, as they are saved."""
    sheet = io.BytesIO()
    word_file.save(sheet)
    with zipfile.ZipFile(sheet) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def set_properties(word_file: WordFile, document: Document) -> None:
    """Title, sender and dates of the file; the only date is the document's own."""
    properties = word_file.core_properties
    properties.title = document.full_title
    properties.subject = document.subtitle
    properties.author = document.sender
    properties.last_modified_by = document.sender
    properties.keywords = ", ".join(document.keywords)
    properties.language = document.language
    properties.identifier = document.head.document_id
    properties.version = document.head.version
    properties.content_status = "Utkast" if document.draft else "Slutlig"
    properties.comments = document.example
    properties.revision = 1
    moment = datetime.combine(date.fromisoformat(document.date), time(), UTC)
    properties.created = properties.modified = moment
