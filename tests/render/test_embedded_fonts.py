"""Fonts inside a web page."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from rapport.charts.style import read_style
from rapport.render.embedded_fonts import characters_of, font_address
from rapport.render.templates_folder import templates_folder

FILES = sorted(read_style(templates_folder(Path("no-workspace"))).font_files.values())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_cut_font_still_has_the_letters_of_swedish_reports(path: Path) -> None:
    """Å, ä, ö, Sámi letters, minus, less-or-equal, non-breaking and thin space are there."""
    content = base64.b64decode(font_address(path).removeprefix("data:font/woff;base64,"))
    with TTFont(io.BytesIO(content)) as font:
        letters = set(font.getBestCmap())
    assert set() == {ord(letter) for letter in "AzåäöÅÄÖéüŋđšžčáæø−≥≤–—·§…’”§ %½"} - letters


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_cut_font_is_small(path: Path) -> None:
    """Each font adds less than 45 kB to a page."""
    assert len(font_address(path)) < 45_000


def test_the_characters_of_a_font_are_read() -> None:
    """Latin is there, Chinese is not."""
    known = characters_of(FILES[0])
    assert (ord("å") in known, ord("漢") in known) == (True, False)
