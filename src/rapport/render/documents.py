"""One document in all its formats: a job that stands alone, so that jobs can run side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rapport.charts.images import ChartImage, draw_all
from rapport.charts.style import Style, read_style
from rapport.render.archiving import Archiving
from rapport.report.chart_specs import ChartSpec
from rapport.report.document import Document
from rapport.report.walking import charts_of

FORMATS = ("pdf", "docx", "html")


@dataclass(frozen=True)
class Job:
    """A document to render: where its files go, in which formats, with which templates.

    ``archiving`` says how its PDF is kept.
    """

    document: Document
    folder: str
    formats: tuple[str, ...]
    templates: Path
    archiving: Archiving = field(default_factory=Archiving)


def render_job(job: Job) -> dict[str, bytes]:
    """Render a document; charts are drawn once and serve every format.

    Returns:
        The files by their path within the period's folder.

    Raises:
        RenderFailed: a template, font or library is at fault; the message says which.
    """
    style = read_style(job.templates)
    charts = draw_all(charts_of(job.document.blocks), style, png="docx" in job.formats)
    return {
        f"{job.folder}{job.document.id}.{name}": content
        for name, content in _rendered(job, style, charts).items()
    }


def _rendered(job: Job, style: Style, charts: Mapping[ChartSpec, ChartImage]) -> dict[str, bytes]:
    """The formats asked for. Word takes its cached page numbers from the PDF's layout."""
    from rapport.render.html import html_page  # noqa: PLC0415 - each format loads its own library
    from rapport.render.word import PageNumbers, word_bytes  # noqa: PLC0415

    svgs = {spec: image.svg for spec, image in charts.items()}
    made: dict[str, bytes] = {}
    pages = PageNumbers()
    if "pdf" in job.formats:
        from rapport.render.pdf import printed  # noqa: PLC0415

        page = html_page(job.document, svgs, style, job.templates, "print")
        pdf = printed(page, job.document, job.templates, job.archiving)
        made["pdf"], pages = pdf.content, PageNumbers(pdf.page_of_anchor, pdf.page_count)
    if "html" in job.formats:
        made["html"] = html_page(job.document, svgs, style, job.templates, "screen").encode()
    if "docx" in job.formats:
        made["docx"] = word_bytes(job.document, charts, style, job.templates, pages)
    return made
