"""Names for the objects of WeasyPrint and pydyf, which have no types of their own."""

from __future__ import annotations

from typing import Any

Box = Any
"""A laid out box."""

LaidOutPage = Any
"""A page with its boxes."""

Metadata = Any
"""The title, dates and language of a document, and how they are written."""

Pdf = Any
"""A PDF being written."""

PdfObject = Any
"""A dictionary, array, stream, number, string or reference in a PDF."""
