"""One document in all its formats: a job that stands alone, so that jobs can run side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from rapport.charts.images import ChartImage
from rapport.charts.style import Style, read_style
from rapport.domain.cache import Cache, NoCache
from rapport.domain.fingerprint import fingerprint
from rapport.render.archiving import Archiving
from rapport.render.deciding import Deciding, deciding
from rapport.render.kept_work import kept_charts, packed, unpacked
from rapport.report.chart_specs import ChartSpec
from rapport.report.document import Document
from rapport.report.walking import charts_of

FORMATS = ("pdf", "docx", "html")


@dataclass(frozen=True)
class Job:
    """A document to render: where its files go, in which formats, with which templates.

    ``archiving`` says how its PDF is kept. What has been made before is taken from ``cache``.
    """

    document: Document
    folder: str
    formats: tuple[str, ...]
    templates: Path
    archiving: Archiving = field(default_factory=Archiving)
    cache: Cache = field(default_factory=NoCache)


@dataclass(frozen=True)
class Rendered:
    """The files of a document by their path within the period's folder.

    ``reused`` are those that were found in the cache, ``decided`` what their bytes stand on.
    """

    files: Mapping[str, bytes]
    reused: frozenset[str]
    decided: Deciding


def render_job(job: Job) -> dict[str, bytes]:
    """The files of a document; see ``rendered``."""
    return dict(rendered(job).files)


def made_before(job: Job) -> Rendered | None:
    """The files of a document if every one of them is in the cache."""
    try:
        return _rendered(_Work(job, deciding(job.templates), is_anew=False))
    except _NotMadeError:
        return None


def rendered(job: Job) -> Rendered:
    """Render a document; charts are drawn once and serve every format.

    Raises:
        RenderFailed: a template, font or library is at fault; the message says which.
    """
    return _rendered(_Work(job, deciding(job.templates)))


class _NotMadeError(Exception):
    """Something would have to be made."""


def _rendered(work: _Work) -> Rendered:
    job = work.job
    makers: Mapping[str, Callable[[], bytes]] = {
        "pdf": lambda: work.pdf[1],
        "html": work.html,
        "docx": work.word,
    }
    made = {name: makers[name]() for name in ("pdf", "html", "docx") if name in job.formats}
    stem = f"{job.folder}{job.document.id}"
    return Rendered(
        {f"{stem}.{name}": content for name, content in made.items()},
        frozenset(f"{stem}.{name}" for name in made if name in work.reused),
        work.deciding,
    )


@dataclass
class _Work:
    """The work on one document; each part is done when it is first needed, if it is.

    Without ``is_anew`` nothing is made that is not in the cache.
    """

    job: Job
    deciding: Deciding
    is_anew: bool = True
    reused: set[str] = field(default_factory=set)

    @cached_property
    def style(self) -> Style:
        """The look of the templates."""
        return read_style(self.job.templates)

    @cached_property
    def charts(self) -> Mapping[ChartSpec, ChartImage]:
        """The drawn charts."""
        job = self.job
        specs = charts_of(job.document.blocks)
        png = "docx" in job.formats
        return kept_charts(specs, self.style, self.deciding, job.cache, png=png)

    @cached_property
    def svgs(self) -> Mapping[ChartSpec, bytes]:
        """The charts for page and screen."""
        return {spec: image.svg for spec, image in self.charts.items()}

    @cached_property
    def pdf(self) -> tuple[dict[str, object], bytes]:
        """The printed document, with the pages of its anchors."""
        return unpacked(self._kept("pdf", self._print, self.job.archiving))

    def html(self) -> bytes:
        """The document as one web page."""
        return self._kept("html", self._set_page)

    def word(self) -> bytes:
        """The document as a Word file. It takes its cached page numbers from the PDF's layout."""
        pages = self.pdf[0] if "pdf" in self.job.formats else None
        return self._kept("docx", lambda: self._write(pages), pages)

    def _kept(self, name: str, make: Callable[[], bytes], *more: object) -> bytes:
        """A format as made before from the very same things, or made now."""
        decided = self.deciding
        shared = (decided.templates, decided.program, decided.libraries)
        key = fingerprint("dokument", name, self._document, more, *shared)
        entry = self.job.cache.get(key)
        if entry is None and not self.is_anew:
            raise _NotMadeError
        if entry is None:
            entry = make()
            self.job.cache.put(key, entry)
        else:
            self.reused.add(name)
        return entry

    @cached_property
    def _document(self) -> str:
        return fingerprint(self.job.document)

    def _print(self) -> bytes:
        from rapport.render.html import html_page  # noqa: PLC0415 - each format loads its own library
        from rapport.render.pdf import printed  # noqa: PLC0415

        job = self.job
        page = html_page(job.document, self.svgs, self.style, job.templates, "print")
        pdf = printed(page, job.document, job.templates, job.archiving)
        return packed({"sidor": dict(pdf.page_of_anchor), "antal": pdf.page_count}, pdf.content)

    def _set_page(self) -> bytes:
        from rapport.render.html import html_page  # noqa: PLC0415

        job = self.job
        return html_page(job.document, self.svgs, self.style, job.templates, "screen").encode()

    def _write(self, pages: Mapping[str, object] | None) -> bytes:
        from rapport.render.word import PageNumbers, word_bytes  # noqa: PLC0415
        from rapport.render.word_gate import require_good_word  # noqa: PLC0415

        job = self.job
        known = PageNumbers()
        if pages is not None:
            of_anchor, total = pages["sidor"], pages["antal"]
            assert isinstance(of_anchor, dict)  # noqa: S101 - as _print packed it
            assert isinstance(total, int)  # noqa: S101
            known = PageNumbers(of_anchor, total)
        content = word_bytes(job.document, self.charts, self.style, job.templates, known)
        require_good_word(content, job.document)
        return content
