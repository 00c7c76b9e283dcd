"""Every report as a web page, in a real browser: axe-core finds nothing, in any light or width."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from regions import REPO
from render.web_browser import View, chromium, opened, overflow, violations

REPORTS = sorted(path.stem for path in (REPO / "reports").glob("*.yaml"))
WIDE, NARROW, PAPER = 1280, 320, 794
"""An ordinary window, the narrowest that a page must fit (WCAG 2.1, 1.4.10), and an A4."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all pages."""
    with chromium() as started:
        yield started


@pytest.fixture(params=REPORTS)
def report(request: pytest.FixtureRequest, sample_pages: Path) -> Path:
    """The page of a report; one without a plan in force at the period is not built."""
    file = sample_pages / f"{request.param}.html"
    if not file.exists():
        pytest.skip("rapporten har ingen plan som gäller perioden")
    return file


def test_most_reports_are_looked_at(sample_pages: Path) -> None:
    """The reports that are skipped are the exception."""
    built = {path.stem for path in sample_pages.glob("*.html")}
    assert built <= set(REPORTS)
    assert len(built) > len(REPORTS) / 2


@pytest.mark.parametrize(
    "view", [View(WIDE), View(NARROW, "dark")], ids=["wide and light", "narrow and dark"]
)
def test_a_report_has_no_violations_on_a_screen(browser: Browser, report: Path, view: View) -> None:
    """No rule of axe-core is broken, and the page never scrolls sideways.

    What is light or dark does not depend on the width, so two views see both of both.
    """
    with opened(browser, report, view) as page:
        assert ([], 0) == (violations(page), overflow(page))


def test_every_text_on_paper_can_be_told_from_it(browser: Browser, report: Path) -> None:
    """The colours of a printed page have contrast enough, and nothing is cut off at its side."""
    with opened(browser, report, View(PAPER, media="print")) as page:
        assert ([], 0) == (violations(page, only_colours=True), overflow(page))


def test_a_report_has_no_script_and_fetches_nothing(report: Path) -> None:
    """The file alone is the whole report, and nothing in it runs."""
    text = report.read_text(encoding="utf-8").lower()
    assert [] == [word for word in ("<script", "javascript:", "<iframe", "<link ") if word in text]


def test_a_page_with_faults_is_found_out(browser: Browser, tmp_path: Path) -> None:
    """The checks see a missing name, text without contrast, and a page that is too wide."""
    file = tmp_path / "fel.html"
    file.write_text(
        "<!doctype html><html><title>x</title><main><h1>x</h1><img src='data:,'>"
        "<p style='color:#ccc;background:#fff'>svag text</p>"
        "<div style='width:900px'>bred</div></main></html>",
        encoding="utf-8",
    )
    with opened(browser, file, View(NARROW)) as page:
        found = {one.split(" ")[0] for one in violations(page)}
        assert {"image-alt", "html-has-lang", "color-contrast"} <= found
        assert overflow(page) > 500
