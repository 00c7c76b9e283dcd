"""Every code of the check of claims has a text that provokes it, and a place in the docs."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapport.report.claims.check import CODES
from report.claim_catalogue import PAGE, ascii_name, claim_folders, page, problems_of, told


@pytest.mark.parametrize("folder", claim_folders(), ids=lambda folder: str(folder.name))
def test_a_claim_is_told_as_expected(folder: Path) -> None:
    """The text gives exactly the findings, places and words that the folder says."""
    assert (folder / "expected.txt").read_text(encoding="utf-8") == told(problems_of(folder))


@pytest.mark.parametrize("folder", claim_folders(), ids=lambda folder: str(folder.name))
def test_one_mistake_gives_one_finding(folder: Path) -> None:
    """A folder's single mistake gives a single finding, and it has the folder's code."""
    codes = [ascii_name(problem.code) for problem in problems_of(folder)]
    assert [folder.name] == codes


def test_every_code_has_a_folder() -> None:
    """The check has no code without a folder, and the catalogue has no other."""
    assert sorted(ascii_name(code) for code in CODES) == [each.name for each in claim_folders()]


def test_the_page_is_made_from_the_folders() -> None:
    """The page in docs is what the catalogue writes."""
    assert page() == PAGE.read_text(encoding="utf-8")
