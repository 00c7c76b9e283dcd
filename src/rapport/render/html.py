"""A document as one HTML page: for print (then PDF), or as a file to read and review."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from markupsafe import Markup

from rapport.charts.style import Style
from rapport.domain.problem import RenderFailed
from rapport.render import furniture
from rapport.render.anchors import anchor_titles, contents
from rapport.render.block_markup import BlockSetter
from rapport.render.environment import Templates, Values
from rapport.render.generated_css import ASSET, generated_css
from rapport.render.inline_markup import InlineSetter, Media
from rapport.render.signs import sign_symbols
from rapport.report.blocks import Cover
from rapport.report.chart_specs import ChartSpec
from rapport.report.document import Document


def html_page(
    document: Document,
    charts: Mapping[ChartSpec, bytes],
    style: Style,
    templates: Path,
    media: Media,
) -> str:
    """The whole page. ``charts`` holds a drawn SVG for each chart of the document.

    The print page is made for ``pdf_bytes``; the screen page needs no other file, runs no
    script and fetches nothing.
    """
    return _page(document, charts, _Look(style, templates, media))


def page_to_edit(
    document: Document, charts: Mapping[ChartSpec, bytes], style: Style, templates: Path
) -> str:
    """The screen page of ``html_page`` with a way to the editor of the review at each text."""
    return _page(document, charts, _Look(style, templates, "screen", "/text/"))


@dataclass(frozen=True)
class _Look:
    """How a page is set; ``edit_address`` is where texts are changed, empty for a finished page."""

    style: Style
    templates: Path
    media: Media
    edit_address: str = ""


def _page(document: Document, charts: Mapping[ChartSpec, bytes], look: _Look) -> str:
    engine = _engine(look.templates)
    inline = InlineSetter(look.media, look.style, anchor_titles(document.blocks))
    setter = BlockSetter(
        engine,
        inline,
        charts,
        contents(document.blocks),
        has_cover=any(isinstance(block, Cover) for block in document.blocks),
        edit_address=look.edit_address,
    )
    content = setter.blocks(document.blocks)
    values = {
        **_document_values(document),
        **_look_values(document, look.style, look.templates, look.media),
        "media": look.media,
        "content": content,
        "notes": tuple(inline.notes),
    }
    return str(engine.fill("base/page.html", values))


@lru_cache(maxsize=4)
def _engine(templates: Path) -> Templates:
    """The engine of a folder, whose templates are read again only when they have changed."""
    return Templates(templates)


def _document_values(document: Document) -> Values:
    return {
        "language": document.language,
        "full_title": document.full_title,
        "author": document.sender,
        "description": " ".join(part for part in (document.subtitle, document.example) if part),
        "keywords": ", ".join(document.keywords),
        "date": document.date,
        "draft": document.draft,
        "running_head": document.running_head,
        "foot": furniture.foot_line(document),
        "document_class": document.head.document_class,
        "head_fields": tuple(
            {"label": field.label, "value": field.value, "important": field.important}
            for field in furniture.head_fields(document)
        ),
        "words": {
            "page": furniture.PAGE,
            "draft": furniture.DRAFT,
            "skip": furniture.SKIP_TO_TEXT,
            "head": furniture.HEAD,
            "notes": furniture.NOTES,
            "back": furniture.BACK_TO_TEXT,
        },
    }


def _look_values(document: Document, style: Style, templates: Path, media: Media) -> Values:
    css = generated_css(style, media)
    if media == "print":
        start = document.head.page_start
        return {
            "generated_css": _css(f"{css}\n@page :first{{counter-increment:page {start}}}"),
            "stylesheets": (f"{ASSET}base/page.css",),
            "screen_css": "",
            "symbols": "",
        }
    return {
        "generated_css": _css(css),
        "stylesheets": (),
        "screen_css": _css(_read(templates / "base" / "screen.css")),
        "symbols": Markup(sign_symbols()),  # noqa: S704 - our own drawings
    }


def _css(text: str) -> Markup:
    """CSS from our tokens and files; it cannot end the style element."""
    return Markup(text.replace("</", "<\\/"))  # noqa: S704 - not text from a user


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as fault:
        message = f"Mallen templates/base/{path.name} saknas. Lägg tillbaka filen."
        raise RenderFailed(message) from fault
