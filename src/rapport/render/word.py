"""A document becomes an editable Word file: the region's template, filled and written into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from docx.document import Document as WordFile
from docx.oxml import parse_xml

from rapport.charts.images import ChartImage
from rapport.charts.style import Style
from rapport.render.anchors import anchor_titles, contents
from rapport.render.word_blocks import BlockWriter
from rapport.render.word_head import filled_template
from rapport.render.word_notes import attach_footnotes
from rapport.render.word_origin import attach_origin
from rapport.render.word_package import saved_parts, set_properties
from rapport.render.word_sections import template_sections
from rapport.render.word_story import Story
from rapport.render.word_styles import WordStyle
from rapport.render.word_xml import NAMESPACES
from rapport.render.zipped import zip_bytes
from rapport.report.chart_specs import ChartSpec
from rapport.report.document import Document

_END = (
    f'<w:p><w:pPr><w:pStyle w:val="{WordStyle.TABLE_GAP}"/>'
    '<w:spacing w:line="1" w:lineRule="exact"/></w:pPr></w:p>'
)
"""The paragraph that Word wants after a last table: so low that a full page stays the last."""


@dataclass(frozen=True)
class PageNumbers:
    """On which page each anchor stands and how many pages there are, as the PDF counts them.

    Word counts for itself in head and foot. In the contents list and in references it shows
    these numbers until someone updates the fields (Ctrl+A, F9).
    """

    of_anchor: Mapping[str, int] = field(default_factory=dict)
    total: int | None = None


def word_bytes(
    document: Document,
    charts: Mapping[ChartSpec, ChartImage],
    style: Style,
    templates: Path,
    pages: PageNumbers | None = None,
) -> bytes:
    """The document as a .docx file; the same document always gives the same bytes.

    ``charts`` holds each figure's picture with its PNG. ``templates`` is the folder with
    ``word/mall.docx``.

    Raises:
        RenderFailed: the template is missing or wrong, or a chart has not been drawn.
    """
    known = pages or PageNumbers()
    total = "" if known.total is None else str(known.total)
    word_file = filled_template(document, templates, style, total)
    origin = document.origin if document.draft else None
    story = Story(
        word_file,
        style,
        charts,
        known.of_anchor,
        style.spaces["satsyta"],
        template_sections(word_file, document.head.page_start),
        titles=anchor_titles(document.blocks),
        is_returned=origin is not None,
    )
    _write_body(word_file, document, story)
    attach_footnotes(word_file, story.footnotes)
    set_properties(word_file, document)
    if origin is not None:
        attach_origin(word_file, origin, story, saved_parts(word_file))
    return zip_bytes(saved_parts(word_file))


def _write_body(word_file: WordFile, document: Document, story: Story) -> None:
    """All blocks in one go; the body of the template is replaced."""
    xml = BlockWriter(story, contents(document.blocks)).blocks(document.blocks)
    if story.after_table:
        xml += _END
    body = parse_xml(f"<w:body {NAMESPACES}>{xml}</w:body>")
    body.append(story.sections.current())
    word_file.element.replace(word_file.element.body, body)
