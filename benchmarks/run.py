"""Stage times of a build: ``python benchmarks/run.py S M L`` (default S).

Generates a seeded region of each size, builds its report-back in this process and prints CPU
seconds for reading, judging, composing, charts, HTML, PDF and Word, with what they made. Only
ratios between runs on the same quiet machine mean anything; no test depends on them.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from generator import SIZES, generate

from rapport.charts.images import draw_all
from rapport.charts.style import read_style
from rapport.domain.period import Occasion
from rapport.pipeline.orders import Order
from rapport.pipeline.preparation import Preparation, evaluate
from rapport.pipeline.reading import load
from rapport.render.html import html_page
from rapport.render.pdf import printed
from rapport.render.templates_folder import templates_folder
from rapport.render.word import PageNumbers, word_bytes
from rapport.report.compose import compose
from rapport.report.document import Document
from rapport.report.walking import charts_of

OCCASION = Occasion.parse("T2-2024")
REPORT = "aterrapportering"
Made = TypeVar("Made")


def main(names: list[str]) -> None:
    """Run each size and print a table."""
    print(f"rapport --help: {_start_time():.2f} s")
    for name in names or ["S"]:
        with tempfile.TemporaryDirectory() as folder:
            region = Path(folder)
            generate(region, SIZES[name], seed=1)
            stages = build_in_stages(region)
        print(f"\n{name}: {SIZES[name]}")
        for stage, seconds, made in stages:
            print(f"  {stage:<10} {seconds:7.2f} CPU s   {made}")
        total = sum(seconds for _, seconds, _ in stages)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"  {'total':<10} {total:7.2f} CPU s   peak memory so far {peak} MB")


@dataclass
class Stages:
    """The stages of one build as they are timed: name, CPU seconds and what was made."""

    rows: list[tuple[str, float, str]] = field(default_factory=list)

    def timed(self, stage: str, work: Callable[[], Made], describe: Callable[[Made], str]) -> Made:
        """Do the work of a stage and note its CPU seconds."""
        start = time.process_time()
        made = work()
        self.rows.append((stage, time.process_time() - start, describe(made)))
        return made


def build_in_stages(root: Path) -> list[tuple[str, float, str]]:
    """Build one report in all formats; each stage with its CPU seconds and what it made."""
    stages = Stages()
    _render(_composed(root, stages), templates_folder(root), stages)
    return stages.rows


def _composed(root: Path, stages: Stages) -> Document:
    """The stages from files to a document."""
    order = Order(root, OCCASION, (REPORT,))
    workspace, notes = stages.timed(
        "load", lambda: load(root, OCCASION), lambda m: f"{len(m[0].measurements.series)} series"
    )
    evaluation = evaluate(workspace, OCCASION)
    prepared = stages.timed(
        "judge",
        lambda: Preparation(workspace, evaluation, order, notes).reports()[0],
        lambda m: f"{len(m.facts.assessments)} measures",
    )
    return stages.timed(
        "compose", lambda: compose(prepared.facts), lambda m: f"{len(m.blocks)} blocks"
    )


def _render(document: Document, templates: Path, stages: Stages) -> None:
    """The stages from a document to its files."""
    style = read_style(templates)
    charts = stages.timed(
        "charts",
        lambda: draw_all(charts_of(document.blocks), style, png=True),
        lambda m: f"{len(m)} charts as SVG and PNG",
    )
    svgs = {spec: image.svg for spec, image in charts.items()}
    page = stages.timed(
        "HTML",
        lambda: html_page(document, svgs, style, templates, "print"),
        lambda m: f"{len(m) // 1024} kB",
    )
    pdf = stages.timed(
        "PDF",
        lambda: printed(page, document, templates),
        lambda m: f"{m.page_count} pages, {len(m.content) // 1024} kB",
    )
    pages = PageNumbers(pdf.page_of_anchor, pdf.page_count)
    stages.timed(
        "Word",
        lambda: word_bytes(document, charts, style, templates, pages),
        lambda m: f"{len(m) // 1024} kB",
    )


def _start_time() -> float:
    """Seconds to show the help, the best of five."""
    found = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "rapport", "--help"], check=True, capture_output=True)
        found.append(time.perf_counter() - start)
    return min(found)


if __name__ == "__main__":
    main(sys.argv[1:])
