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
from rapport.report.figures import charts_of

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


def build_in_stages(root: Path) -> list[tuple[str, float, str]]:
    """Build one report in all formats; each stage with its CPU seconds and what it made."""
    stages: list[tuple[str, float, str]] = []

    def timed(stage: str, work: Callable[[], Made], describe: Callable[[Made], str]) -> Made:
        start = time.process_time()
        made = work()
        stages.append((stage, time.process_time() - start, describe(made)))
        return made

    order = Order(root, OCCASION, (REPORT,))
    workspace, notes = timed(
        "load", lambda: load(root, OCCASION), lambda m: f"{len(m[0].measurements.series)} series"
    )
    evaluation = evaluate(workspace, OCCASION)
    prepared = timed(
        "judge",
        lambda: Preparation(workspace, evaluation, order, notes).reports()[0],
        lambda m: f"{len(m.facts.assessments)} measures",
    )
    document = timed(
        "compose", lambda: compose(prepared.facts), lambda m: f"{len(m.blocks)} blocks"
    )
    templates = templates_folder(root)
    style = read_style(templates)
    charts = timed(
        "charts",
        lambda: draw_all(charts_of(document.blocks), style, png=True),
        lambda m: f"{len(m)} charts as SVG and PNG",
    )
    svgs = {spec: image.svg for spec, image in charts.items()}
    page = timed(
        "HTML",
        lambda: html_page(document, svgs, style, templates, "print"),
        lambda m: f"{len(m) // 1024} kB",
    )
    pdf = timed(
        "PDF",
        lambda: printed(page, document, templates),
        lambda m: f"{m.page_count} pages, {len(m.content) // 1024} kB",
    )
    timed(
        "Word",
        lambda: word_bytes(
            document, charts, style, templates, PageNumbers(pdf.page_of_anchor, pdf.page_count)
        ),
        lambda m: f"{len(m) // 1024} kB",
    )
    return stages


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
