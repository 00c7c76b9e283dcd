"""Every page for everyone: axe-core finds nothing in light or dark, wide or narrow."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from render.web_browser import overflow, violations
from web.running import Review

PAGES = {
    "oversikt": "/",
    "rapport": "/rapport/verksamhetsrapport",
    "matten": "/matt",
    "matt": "/matt/vardplan-2023-2025/aterinskrivning",
    "texter": "/texter",
    "text": "/text/analys.kostnad",
    "ny text": "/text/analys.antibiotika",
    "andringar": "/andringar",
    "fel": "/finns-inte",
}
WIDE, NARROW = 1280, 320


@pytest.mark.parametrize("width, scheme", [(WIDE, "light"), (NARROW, "dark")])
def test_axe_finds_nothing(width: int, scheme: str, browser: Browser, review: Review) -> None:
    """On any page, with everything that can be opened open; and no page scrolls sideways.

    What is light or dark does not depend on the width, so two views see both of both.
    """
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]  # one of the two words
    )
    page = context.new_page()
    page.goto(review.address)
    found = {}
    for name, path in PAGES.items():
        page.goto(f"{review.origin}{path}")
        page.evaluate("document.querySelectorAll('details').forEach((each) => each.open = true)")
        found[name] = (violations(page), overflow(page))
    context.close()
    assert dict.fromkeys(PAGES, ([], 0)) == found


def test_axe_finds_nothing_where_two_versions_stand(browser: Browser, review: Review) -> None:
    """The page that nobody hopes to see."""
    context = browser.new_context(viewport={"width": NARROW, "height": 900})
    page = context.new_page()
    page.goto(review.address)
    page.goto(f"{review.origin}/text/analys.kostnad")
    page.evaluate(
        "document.getElementById('grund').value = '0'.repeat(64);"
        "document.getElementById('markdown').value = 'Annat.';"
        "HTMLFormElement.prototype.submit.call(document.getElementById('redigerare'))"
    )
    page.wait_for_selector("table.versions")
    assert ([], 0) == (violations(page), overflow(page))
    context.close()
