"""One running review page and one browser for all the tests of this floor."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from regions import MINI
from render.web_browser import chromium
from web.running import Restored, Review, running


@pytest.fixture(scope="session")
def review(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Review]:
    """The review page of the smallest region, in a folder of its own."""
    root = shutil.copytree(MINI, tmp_path_factory.mktemp("granskning") / "region")
    with running(root) as started:
        yield started


@pytest.fixture
def files(review: Review) -> Iterator[Restored]:
    """The region's files, put back after the test."""
    restored = Restored(review)
    yield restored
    restored.put_back()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all pages."""
    with chromium() as started:
        yield started


@pytest.fixture
def context(browser: Browser, review: Review) -> Iterator[BrowserContext]:
    """Someone who has opened the address, with a memory of its own."""
    opened = browser.new_context(viewport={"width": 1280, "height": 900})
    opened.set_default_timeout(8_000)
    first = opened.new_page()
    first.goto(review.address)
    first.close()
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A tab in which nothing goes wrong unseen: an error in the page fails the test."""
    tab = context.new_page()
    faults: list[str] = []
    tab.on("pageerror", lambda fault: faults.append(str(fault)))
    tab.on("dialog", lambda dialog: dialog.accept())
    yield tab
    assert [] == faults
