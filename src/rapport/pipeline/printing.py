"""Printing drafts in a process of its own, so that the pages on the screen never wait for a PDF."""

from __future__ import annotations

import contextlib
import hashlib
import signal
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from threading import Condition, Thread

from rapport.charts.images import draw_all
from rapport.charts.style import Style, read_style
from rapport.domain.problem import RenderFailed
from rapport.report.chart_specs import ChartSpec
from rapport.report.document import Document
from rapport.report.walking import charts_of

_QUIET = 0.4
"""Seconds without another change before a report is printed: the words on the screen go first,
and what somebody is still writing is not printed letter by letter."""


@dataclass(frozen=True)
class PrintedDraft:
    """A draft as printed: the file, which of its pages each anchor stands on, and their sizes.

    Pages are counted from 1; the sizes are those of their pictures, in px.
    """

    document: Document
    pdf: bytes
    page_of_anchor: dict[str, int]
    page_sizes: tuple[tuple[int, int], ...]

    @property
    def version(self) -> str:
        """The file by its hash."""
        return hashlib.sha256(self.pdf).hexdigest()[:16]


@dataclass(frozen=True)
class Draft:
    """How far the printing of a report has come.

    ``printed`` may be older than the report while ``working``; ``fault`` says why the last
    printing failed.
    """

    printed: PrintedDraft | None = None
    working: bool = False
    fault: str = ""


class Printer:
    """Prints the latest version of each report that is asked for, one at a time.

    ``when_done`` is called, in a thread of the printer's own, each time a draft is ready.
    """

    def __init__(self, templates: Path, when_done: Callable[[], None]) -> None:
        self._templates = templates
        self._when_done = when_done
        self._waiting: dict[str, Document] = {}
        self._drafts: dict[str, Draft] = {}
        self._asked: dict[str, Document] = {}
        self._news = Condition()
        self._stopped = False
        self._process: SpawnProcess | None = None
        self._thread = Thread(target=self._work, name="utskrift", daemon=True)
        self._thread.start()

    def draft(self, document: Document) -> Draft:
        """The draft of a report as it is now; it is printed anew if the report has changed."""
        with self._news:
            if self._asked.get(document.id) != document:
                self._asked[document.id] = self._waiting[document.id] = document
                before = self._drafts.get(document.id, Draft())
                self._drafts[document.id] = Draft(before.printed, working=True)
                self._news.notify_all()
            return self._drafts[document.id]

    def stop(self) -> None:
        """End the process, also in the middle of a page."""
        with self._news:
            self._stopped = True
            self._news.notify_all()
            if self._process is not None:
                self._process.terminate()
        self._thread.join(timeout=5)

    def _work(self) -> None:
        connection: Connection | None = None
        while (document := self._next()) is not None:
            if connection is None or self._process is None or not self._process.is_alive():
                connection = self._started()
            outcome = _answer(connection, document)
            self._keep(document, outcome)
        if connection is not None:
            connection.close()

    def _next(self) -> Document | None:
        with self._news:
            self._news.wait_for(lambda: self._stopped or bool(self._waiting))
            while not self._stopped and self._news.wait(_QUIET):
                pass
            if self._stopped:
                return None
            return self._waiting.pop(next(iter(self._waiting)))

    def _started(self) -> Connection:
        """A new process: the first one, or in place of one that has died."""
        context = get_context("spawn")
        here, there = context.Pipe()
        self._process = context.Process(
            target=_print_all, args=(there, self._templates), name="utskrift", daemon=True
        )
        self._process.start()
        there.close()
        return here

    def _keep(self, document: Document, outcome: PrintedDraft | str) -> None:
        with self._news:
            if self._stopped:
                return
            working = document.id in self._waiting
            if isinstance(outcome, str):
                before = self._drafts[document.id].printed
                self._drafts[document.id] = Draft(before, working, outcome)
            else:
                self._drafts[document.id] = Draft(outcome, working)
        self._when_done()


def _answer(connection: Connection, document: Document) -> PrintedDraft | str:
    """What the process makes of a document, or why it could not."""
    try:
        connection.send(document)
        answer: PrintedDraft | str = connection.recv()
    except (EOFError, OSError):
        return "Utskriften avbröts. Ändra något i rapporten så görs sidorna om."
    return answer


def _print_all(connection: Connection, templates: Path) -> None:
    """The process: prints what it is sent until the other end hangs up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program that started it.
    charts = _Charts(templates)
    with contextlib.suppress(EOFError, OSError):
        while True:
            connection.send(_printed(connection.recv(), templates, charts))


class _Charts:
    """The charts that have been drawn for print, in the look that the templates have."""

    def __init__(self, templates: Path) -> None:
        self._templates = templates
        self._drawn: dict[ChartSpec, bytes] = {}
        self.style: Style | None = None

    def of(self, document: Document) -> tuple[Style, dict[ChartSpec, bytes]]:
        """The look and the charts of a document; only what is new is drawn."""
        style = read_style(self._templates)
        if style != self.style:
            self._drawn.clear()
            self.style = style
        new = [spec for spec in charts_of(document.blocks) if spec not in self._drawn]
        self._drawn.update((spec, image.svg) for spec, image in draw_all(new, style).items())
        return style, self._drawn


def _printed(document: Document, templates: Path, charts: _Charts) -> PrintedDraft | str:
    from rapport.render.html import html_page  # noqa: PLC0415 - only this process sets for print
    from rapport.render.page_images import page_sizes  # noqa: PLC0415
    from rapport.render.pdf import printed  # noqa: PLC0415

    try:
        style, drawn = charts.of(document)
        page = html_page(document, drawn, style, templates, "print")
        pdf = printed(page, document, templates)
    except RenderFailed as failed:
        return str(failed)
    first = document.head.page_start - 1
    pages = {anchor: shown - first for anchor, shown in pdf.page_of_anchor.items()}
    return PrintedDraft(document, pdf.content, pages, page_sizes(pdf.content))
