"""The signs ("tecken") as drawings."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from rapport.charts.style import read_style
from rapport.render.signs import sign_svg, sign_symbols
from rapport.render.templates_folder import templates_folder
from rapport.report.inline import Sign

STYLE = read_style(templates_folder(Path("no-workspace")))
_COLOUR = re.compile(r"#[0-9a-f]{6}")


@pytest.mark.parametrize("sign", list(Sign))
def test_every_sign_is_a_drawing_of_the_asked_size(sign: Sign) -> None:
    """The file is well formed, square, and has no colour left to fill in."""
    svg = sign_svg(sign, STYLE, 20)
    root = etree.fromstring(svg.encode())
    assert ("20", "20", "0 0 16 16") == (root.get("width"), root.get("height"), root.get("viewBox"))
    assert "{" not in svg


def test_no_two_signs_have_the_same_shape() -> None:
    """Without colours all nine are still different."""
    shapes = {_COLOUR.sub("", sign_svg(sign, STYLE, 14)) for sign in Sign}
    assert len(shapes) == len(Sign)


def test_a_sign_follows_the_style() -> None:
    """A region's own colour for a verdict is the one drawn."""
    assert "#123456" in sign_svg(Sign.MET, replace(STYLE, met="#123456"), 14)


def test_the_symbols_of_a_page_are_coloured_by_its_style_sheet() -> None:
    """One symbol for each sign, with variables instead of colours."""
    root = etree.fromstring(f"<svg>{sign_symbols()}</svg>".encode())
    assert [f"tecken-{sign}" for sign in Sign] == [symbol.get("id") for symbol in root]
    assert [] == _COLOUR.findall(sign_symbols())
