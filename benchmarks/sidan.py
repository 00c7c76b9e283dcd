"""What a page costs: ``python benchmarks/sidan.py [REPORT]`` (default: aterrapportering).

Prints CPU seconds, each the median of a few rounds, for a report of the example region: layout,
WeasyPrint's own writing and tagging, our tagging, the gate (validation and read-back) and Word, in
total and per page. Last it says what our tagging and the gate add to WeasyPrint's own time, which
is to be less than half.
"""

from __future__ import annotations

import contextlib
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import weasyprint

from rapport.charts.images import ChartImage, draw_all
from rapport.charts.style import Style, read_style
from rapport.domain.period import Occasion
from rapport.pipeline.orders import Order
from rapport.pipeline.preparation import Preparation, evaluate
from rapport.pipeline.reading import load
from rapport.render import pdf_layout
from rapport.render.archiving import Archiving, figures_and_origin
from rapport.render.generated_css import ASSET
from rapport.render.html import html_page
from rapport.render.pdf import _fixed_clock  # the day of the report is the day of its fonts
from rapport.render.pdf_gate import read_back, validated
from rapport.render.pdf_tags.engine import tagged_pdf
from rapport.render.templates_folder import templates_folder
from rapport.render.word import PageNumbers, word_bytes
from rapport.report.chart_specs import ChartSpec
from rapport.report.compose import compose
from rapport.report.document import Document
from rapport.report.walking import charts_of

ROOT = Path(__file__).parents[1]
OCCASION = Occasion.parse("T2-2024")
ROUNDS = 5
ARCHIVING = Archiving(files=figures_and_origin(b"period;utfall\r\n", b"{}\n"))


@dataclass(frozen=True)
class Subject:
    """A report that is ready to be set."""

    document: Document
    charts: Mapping[ChartSpec, ChartImage]
    style: Style
    templates: Path
    page: str


def subject(report: str) -> Subject:
    """A report of the example region."""
    workspace, problems = load(ROOT, OCCASION)
    order = Order(ROOT, OCCASION, (report,))
    prepared = Preparation(workspace, evaluate(workspace, OCCASION), order, problems).reports()
    document = compose(prepared[0].facts)
    templates = templates_folder(ROOT)
    style = read_style(templates)
    charts = draw_all(charts_of(document.blocks), style, png=True)
    svgs = {spec: image.svg for spec, image in charts.items()}
    page = html_page(document, svgs, style, templates, "print")
    return Subject(document, charts, style, templates, page)


def laid_out(one: Subject) -> weasyprint.Document:
    """The report laid out on pages."""
    assets = pdf_layout.BundledAssets(one.templates)
    return weasyprint.HTML(string=one.page, base_url=ASSET, url_fetcher=assets).render()


def their_pdf(document: weasyprint.Document) -> bytes:
    """The file as WeasyPrint alone writes and tags it."""
    written: bytes = document.write_pdf(pdf_variant="pdf/a-3a")
    return written


def rounds(one: Subject) -> Iterator[dict[str, float]]:
    """CPU seconds of each step, one round after another."""
    for _ in range(ROUNDS):
        seconds: dict[str, float] = {}
        with _timed(seconds, "layout"):
            document = laid_out(one)
        with _timed(seconds, "WeasyPrint writes"):
            their_pdf(document)
        document = laid_out(one)
        with _timed(seconds, "we write"):
            content = tagged_pdf(document, ARCHIVING, one.document.date)
        at = {name: at for at, page in enumerate(document.pages, 1) for name in page.anchors}
        offset = one.document.head.page_start - 1
        pages = {name: number + offset for name, number in at.items()}
        with _timed(seconds, "validation"):
            _require_none(validated(content, ARCHIVING))
        with _timed(seconds, "read-back"):
            _require_none(read_back(content, one.document, ARCHIVING, pages))
        with _timed(seconds, "Word"):
            numbers = PageNumbers(pages, len(document.pages) + offset)
            word_bytes(one.document, one.charts, one.style, one.templates, numbers)
        seconds["pages"] = len(document.pages)
        yield seconds


@contextlib.contextmanager
def _timed(seconds: dict[str, float], step: str) -> Iterator[None]:
    start = time.process_time()
    yield
    seconds[step] = time.process_time() - start


def _require_none(found: Iterator[object]) -> None:
    faults = list(found)
    if faults:
        message = f"the report does not pass the gate: {faults[0]}"
        raise SystemExit(message)


def table(measured: list[dict[str, float]]) -> list[str]:
    """The medians, and what we add to WeasyPrint's own time."""
    median = {step: statistics.median(one[step] for one in measured) for step in measured[0]}
    count = int(median.pop("pages"))
    lines = [f"{'step':<20} {'CPU s':>8} {'per page':>9}   ({count} pages, {len(measured)} rounds)"]
    lines += [f"{step:<20} {took:8.2f} {took / count:9.3f}" for step, took in median.items()]
    own = median["layout"] + median["WeasyPrint writes"]
    tagging = median["we write"] - median["WeasyPrint writes"]
    gate = median["validation"] + median["read-back"]
    share = (max(tagging, 0) + gate) / own
    lines.append(
        f"tagging {tagging:+.2f} s and gate {gate:.2f} s add {share:.0%} to WeasyPrint's "
        f"{own:.2f} s: {'less' if share < 1 / 2 else 'NOT less'} than half"
    )
    return lines


def main(names: list[str], show: Callable[[str], None] = print) -> None:
    """Measure a report."""
    one = subject(names[0] if names else "aterrapportering")
    with _fixed_clock(one.document.date), pdf_layout._fonts_cut_alike():  # noqa: SLF001 - the parts of printing, timed one by one
        laid_out(one)
        for line in table(list(rounds(one))):
            show(line)


if __name__ == "__main__":
    main(sys.argv[1:])
