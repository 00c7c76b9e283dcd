"""An SVG drawing can stand in a page with others."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from rapport.charts.canvas import Canvas, Stroke
from rapport.charts.style import Style
from rapport.charts.typeface import typeface


@pytest.fixture
def drawing(style: Style) -> str:
    """A line and a text that looks like an attribute."""
    canvas = Canvas(style, 60)
    canvas.line([(0, 10), (100, 10)], Stroke(style.ink, 2, (4, 3)))
    canvas.text((5, 40), 'Mål & <b> $x^2$ style="a: b"', typeface(style, 12, 600), style.ink)
    return canvas.svg().decode()


def test_the_drawing_names_nothing(drawing: str) -> None:
    """There are no ids, style sheets, references or metadata to collide with another chart's."""
    assert re.findall(r"\bid=|<style|<defs|<use|<metadata|\bstyle=(?!\"a: b\")", drawing) == []


def test_the_drawing_names_no_address_but_its_language(drawing: str) -> None:
    """The only address is the name of SVG itself."""
    assert re.findall(r"https?://[^\"]+", drawing) == ["http://www.w3.org/2000/svg"]


def test_text_stays_text(drawing: str) -> None:
    """A label is written as it is, escaped, and not as mathematics or outlines."""
    root = etree.fromstring(drawing.encode())
    texts = [node.text for node in root.iter("{http://www.w3.org/2000/svg}text")]
    assert texts == ['Mål & <b> $x^2$ style="a: b"']


def test_the_looks_are_attributes(drawing: str) -> None:
    """Colour, weight and dashes survive the cleaning."""
    root = etree.fromstring(drawing.encode())
    path, text = root[0], root[1]
    assert path.get("stroke-dasharray") == "6,4.5"
    assert (text.get("font-weight"), text.get("fill")) == ("600", "#1f2933")


def test_the_font_families_stand_once(drawing: str, style: Style) -> None:
    """The first choice is the bundled sans, the last a generic one."""
    expected = ", ".join([f"'{style.sans}'", *(f"'{f}'" for f in style.sans_fallback[:-1])])
    assert re.findall(r'font-family="([^"]*)"', drawing) == [f"{expected}, sans-serif"]
