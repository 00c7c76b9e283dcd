"""A real browser, Chromium, and axe-core in it: what they say about a page."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

_ONLY_VIOLATIONS = {"resultTypes": ["violations"]}
_ONLY_COLOURS = {**_ONLY_VIOLATIONS, "runOnly": {"type": "rule", "values": ["color-contrast"]}}


@dataclass(frozen=True)
class View:
    """How a page is seen: the width of the window in px, light or dark, on screen or paper."""

    width: int
    scheme: Literal["light", "dark"] = "light"
    media: Literal["screen", "print"] = "screen"


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser of the system; the tests are skipped where there is none."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("Chromium saknas: installera det för att pröva webbsidorna")
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def opened(browser: Browser, file: Path, view: View) -> Iterator[Page]:
    """A page from a file; whatever it asks of the network is refused and told as an error."""
    size = {"width": view.width, "height": 900}
    context = browser.new_context(viewport=size, color_scheme=view.scheme, offline=True)  # type: ignore[arg-type]
    page = context.new_page()
    page.emulate_media(media=view.media, color_scheme=view.scheme)
    page.goto(file.resolve().as_uri())
    try:
        yield page
    finally:
        context.close()


def violations(page: Page, *, only_colours: bool = False) -> list[str]:
    """What axe-core finds wrong: each rule with the first place and how many there are."""
    options = _ONLY_COLOURS if only_colours else _ONLY_VIOLATIONS
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{one['id']} ({len(one['nodes'])}): {one['nodes'][0]['target']} {one['help']}"
        for one in found
    ]


def overflow(page: Page) -> int:
    """How many px the page itself is wider than its window."""
    width: int = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return width
