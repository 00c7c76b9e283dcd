"""What people do in the editor of the review page, in a browser."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from web.running import Review

KEY = "analys.aterinskrivning"


def editor(page: Page, review: Review, key: str = KEY) -> Page:
    """The editor of a text, listening for changes."""
    with page.expect_request(re.compile("handelser=")):
        page.goto(f"{review.origin}/text/{key}")
    return page


def write(page: Page, text: str) -> None:
    """Write in the editor as one who types."""
    page.get_by_label("Texten i Markdown").fill(text)


def save(page: Page) -> None:
    """Press the button."""
    page.get_by_role("button", name="Spara", exact=True).click()


def saved(page: Page) -> None:
    """The page says that it has been saved."""
    expect(page.locator("#laget")).to_have_text(re.compile(r"^Sparat \d\d:\d\d\.$"))
