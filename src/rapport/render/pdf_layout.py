"""WeasyPrint behind one door: what it may read, what it may say, and which fonts it may use.

Loaded only by ``rapport.render.pdf``, because it needs system libraries.
"""

from __future__ import annotations

import contextlib
import html
import logging
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

import weasyprint
import weasyprint.pdf.fonts
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from rapport.charts.style import Style, read_style
from rapport.domain.problem import RenderFailed
from rapport.render.archiving import Archiving
from rapport.render.embedded_fonts import characters_of, without_layout_tables
from rapport.render.generated_css import ASSET
from rapport.render.hyphenation import divided_between_parts
from rapport.render.pdf_tags.engine import require_version, tagged_pdf

_TYPES = {".css": "text/css", ".ttf": "font/ttf", ".svg": "image/svg+xml", ".png": "image/png"}
_ABOUT_THE_MACHINE = "Using fontTools instead of HarfBuzz-Subset"
"""A remark about how fonts are cut down, which is as we want it."""

_NO_GLYPH = re.compile(r"\.notdef glyph rendered for Unicode string unsupported by fonts: (.*)")
_TAG = re.compile(r"<style>.*?</style>|<[^>]*>", re.DOTALL)


class BundledAssets(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Serves files of the templates folder and ``data:`` addresses, and nothing else."""

    def __init__(self, templates: Path) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False, fail_on_errors=True)
        self._folder = templates.resolve()
        self.last_stylesheet = "base/page.html"

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """The file behind an address; an address outside the folder is an error."""
        if not url.startswith(ASSET):
            return super().fetch(url, headers)
        name = unquote(url.removeprefix(ASSET))
        path = (self._folder / name).resolve()
        if not path.is_relative_to(self._folder) or path.suffix not in _TYPES:
            message = f"utanför mappen templates: {name}"
            raise ValueError(message)
        if path.suffix == ".css":
            self.last_stylesheet = name
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": _TYPES[path.suffix]})


def write_pdf(
    page: str, templates: Path, archiving: Archiving, date: str
) -> tuple[bytes, dict[str, int], int]:
    """Lays out a page and writes it; see ``rapport.render.pdf.printed``."""
    require_version()
    style = read_style(templates)
    _only_known_letters(page, style)
    assets = BundledAssets(templates)
    with _no_remarks(assets), _fonts_cut_alike(), divided_between_parts(templates):
        try:
            pages = weasyprint.HTML(string=page, base_url=ASSET, url_fetcher=assets).render()
            written = tagged_pdf(pages, archiving, date)
        except FatalURLFetchingError as fault:
            message = (
                f"PDF kunde inte skapas: en mall hämtar något som inte får hämtas ({fault}). "
                "Bara filer i mappen templates får användas."
            )
            raise RenderFailed(message) from fault
    _only_bundled_fonts(pages.fonts, style)
    return written, _first_pages(one.anchors for one in pages.pages), len(pages.pages)


def _first_pages(anchors: Iterable[Iterable[str]]) -> dict[str, int]:
    """The page where each anchor begins; a table over two pages is found on both."""
    page_of: dict[str, int] = {}
    for page, names in enumerate(anchors, start=1):
        for name in names:
            page_of.setdefault(name, page)
    return page_of


@contextlib.contextmanager
def _no_remarks(assets: BundledAssets) -> Iterator[None]:
    """Every remark that WeasyPrint logs is an error: it means that something looks wrong."""
    remarks: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said = _NO_GLYPH.sub(r"tecknet \1 finns inte i typsnitten", record.getMessage())
            if not said.startswith(_ABOUT_THE_MACHINE):
                remarks.append(f"templates/{assets.last_stylesheet}: {said}")

    listener = Listener(logging.WARNING)
    logger = logging.getLogger("weasyprint")
    logger.addHandler(listener)
    try:
        yield
    finally:
        logger.removeHandler(listener)
    if remarks:
        message = "PDF kunde inte sättas utan anmärkning. Rätta mallen:\n  " + "\n  ".join(remarks)
        raise RenderFailed(message)


@contextlib.contextmanager
def _fonts_cut_alike() -> Iterator[None]:
    """Fonts are cut down by fontTools, whose version is ours, and not by the machine's HarfBuzz.

    The two write other bytes, so the same report would differ between machines. fontTools would
    read tables only to throw them away, half the time of a report; they are left out first.
    """
    usual, theirs = weasyprint.pdf.fonts.TTFont, weasyprint.pdf.fonts.harfbuzz_subset
    weasyprint.pdf.fonts.TTFont = without_layout_tables
    weasyprint.pdf.fonts.harfbuzz_subset = None
    try:
        yield
    finally:
        weasyprint.pdf.fonts.TTFont = usual
        weasyprint.pdf.fonts.harfbuzz_subset = theirs


def _only_known_letters(page: str, style: Style) -> None:
    """A letter that no bundled font has would silently be taken from the machine's fonts."""
    known = frozenset().union(*(characters_of(path) for path in style.font_files.values()))
    unknown = sorted(
        letter
        for letter in set(html.unescape(_TAG.sub("", page)))
        if ord(letter) not in known and unicodedata.category(letter) not in {"Cc", "Cf"}
    )
    if unknown:
        named = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in unknown)
        message = (
            f"Tecken som typsnitten saknar: {named}. Skriv om texten, eller lägg till ett "
            "typsnitt i templates/fonts och templates/base/tokens.toml."
        )
        raise RenderFailed(message)


def _only_bundled_fonts(fonts: dict[object, weasyprint.Font], style: Style) -> None:
    """The layout engine does not say when a font is missing; then another one is in the file."""
    bundled = {family for family, _weight, _italic in style.font_files}
    strangers = sorted({font.family for font in fonts.values()} - bundled)
    if strangers:
        message = (
            f"Texten har satts med typsnitt som inte följer med: {', '.join(strangers)}. "
            "Kontrollera [typsnitt] i templates/base/tokens.toml."
        )
        raise RenderFailed(message)
