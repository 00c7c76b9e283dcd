"""The sheet: CSS px from the top left, as SVG and PNG."""

from __future__ import annotations

import struct

from lxml import etree

from rapport.charts.canvas import Anchor, Canvas, Stroke, text_box
from rapport.charts.placement import Box
from rapport.charts.style import Style
from rapport.charts.typeface import typeface


def test_a_sheet_is_as_wide_as_the_text(style: Style) -> None:
    """The sheet takes the page's text width, and its SVG says so in px."""
    root = etree.fromstring(Canvas(style, 250).svg())
    assert (root.get("width"), root.get("height")) == ("642", "250")


def test_a_point_is_measured_from_the_top_left(style: Style) -> None:
    """A text at (100, 40) px stands at (75, 30) of the SVG's points."""
    canvas = Canvas(style, 250)
    canvas.text((100, 40), "Mål", typeface(style, 12), style.ink, Anchor.END)
    text = etree.fromstring(canvas.svg())[0]
    assert (text.get("x"), text.get("y"), text.get("text-anchor")) == ("75", "30", "end")


def test_a_png_has_two_hundred_dots_an_inch(style: Style) -> None:
    """A sheet of 642 by 96 px becomes 1337 by 200 dots on white."""
    png = Canvas(style, 96).png()
    assert struct.unpack(">II", png[16:24]) == (1337, 200)


def test_texts_are_recorded_with_their_room(style: Style) -> None:
    """A centred text takes half its width on each side; empty text takes none."""
    canvas, face = Canvas(style, 60), typeface(style, 12)
    canvas.text((50, 30), "Kvinnor", face, style.ink, Anchor.MIDDLE)
    canvas.text((50, 30), " ", face, style.ink)
    assert canvas.texts == ["Kvinnor"]
    assert canvas.boxes == [text_box((50, 30), "Kvinnor", face, Anchor.MIDDLE)]


def test_an_edge_is_drawn_inside_its_bar(style: Style) -> None:
    """An open bar is exactly as large as a filled one."""
    canvas = Canvas(style, 96)
    canvas.bar(Box(8, 8, 48, 48), style.tone, Stroke(style.ink, 4))
    path = etree.fromstring(canvas.svg())[0].get("d") or ""
    assert " ".join(path.split()) == "M 7.5 7.5 L 34.5 7.5 L 34.5 34.5 L 7.5 34.5 z"


def test_the_same_marks_give_the_same_bytes(style: Style) -> None:
    """Two sheets with the same marks are equal, as SVG and as PNG."""

    def sheet() -> Canvas:
        canvas = Canvas(style, 60)
        canvas.circles([(10, 10), (30, 10)], 4, style.women)
        canvas.squares([(50, 10)], 4, "white", Stroke(style.men, 2))
        canvas.area([(60, 10), (70, 10), (65, 20)], style.tone)
        return canvas

    assert (sheet().svg(), sheet().png()) == (sheet().svg(), sheet().png())
