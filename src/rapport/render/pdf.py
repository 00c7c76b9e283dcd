"""A print page as PDF: accessible (PDF/UA-1), archivable (PDF/A), the same bytes every time."""

from __future__ import annotations

import contextlib
import ctypes.util
import importlib
import io
import os
import sys
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from types import ModuleType

from rapport.domain.problem import RenderFailed
from rapport.render.archiving import Archiving
from rapport.render.pdf_gate import require_good
from rapport.report.document import Document

_MISSING_LIBRARIES = (
    "PDF kan inte skapas: systembiblioteken för textsättning (Pango, HarfBuzz, Fontconfig) "
    "saknas. Installera dem, i Debian och Ubuntu med: apt install libpango-1.0-0 "
    "libpangoft2-1.0-0 libharfbuzz0b libharfbuzz-subset0 libfontconfig1. "
    "Word och HTML kan skapas ändå: --format docx,html."
)


@dataclass(frozen=True)
class PrintedPdf:
    """A written PDF, with the printed number of the page each anchor stands on."""

    content: bytes
    page_of_anchor: Mapping[str, int]
    page_count: int


_DEFAULT = Archiving()


def pdf_bytes(
    html: str, document: Document, templates: Path, archiving: Archiving = _DEFAULT
) -> bytes:
    """Only the file of ``printed``."""
    return printed(html, document, templates, archiving).content


def printed(
    html: str, document: Document, templates: Path, archiving: Archiving = _DEFAULT
) -> PrintedPdf:
    """The page that ``html_page`` made for print, laid out and written as PDF.

    Nothing is fetched but files in the templates folder. Any remark from the layout engine,
    and any letter that the bundled fonts lack, stops the rendering; so does a file that the
    gate does not let through.
    """
    layout = _layout_engine()
    with _fixed_clock(document.date):
        content, page_of_anchor, count = layout.write_pdf(html, templates, archiving, document.date)
    offset = document.head.page_start - 1
    shown = {anchor: page + offset for anchor, page in page_of_anchor.items()}
    require_good(content, document, archiving, shown)
    return PrintedPdf(content, shown, count + offset)


@cache
def _layout_engine() -> ModuleType:
    """The module that uses WeasyPrint, loaded the first time a PDF is made.

    On Linux the names of the libraries are known; looking them up would start a compiler and
    ldconfig, a third of the loading time.
    """
    silent = io.StringIO()
    try:
        with _known_library_names(), contextlib.redirect_stdout(silent), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return importlib.import_module("rapport.render.pdf_layout")
    except OSError as fault:
        raise RenderFailed(_MISSING_LIBRARIES) from fault


@contextlib.contextmanager
def _known_library_names() -> Iterator[None]:
    look_up = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = _not_looked_up
    try:
        yield
    finally:
        ctypes.util.find_library = look_up


def _not_looked_up(name: str) -> str | None:  # noqa: ARG001 - takes the place of find_library
    return None


@contextlib.contextmanager
def _fixed_clock(date: str) -> Iterator[None]:
    """Font subsets carry a time; it is pinned to the date of the document."""
    moment = datetime.fromisoformat(date).replace(tzinfo=UTC)
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(int(moment.timestamp()))
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before
