"""Charts inside a web page."""

from __future__ import annotations

import pytest

from rapport.domain.problem import RenderFailed
from rapport.render.chart_picture import chart_markup, inline_drawing
from rapport.report.blocks import Figure
from render.gallery import TREND

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {0}>'
    "{1}</svg>"
)
FIGURE = Figure("Rubrik", "procent", TREND, 'Kvinnor "15,4" & män')


def drawing(content: str, attributes: str = 'width="10" viewBox="0 0 10 10"') -> str:
    """A drawing set in a page."""
    return str(inline_drawing(SVG.format(attributes, content).encode(), "alt", "d1-"))


def test_ids_and_their_uses_get_the_same_prefix() -> None:
    """A clip path is still found after its id was made unique on the page."""
    markup = drawing(
        '<defs><clipPath id="a"/></defs><g clip-path="url(#a)"/><use xlink:href="#a"/>'
    )
    assert 'id="d1-a"' in markup
    assert 'clip-path="url(#d1-a)"' in markup
    assert '<use href="#d1-a"/>' in markup


def test_metadata_and_style_sheets_are_left_out() -> None:
    """A style sheet in a drawing would colour the whole page."""
    markup = drawing("<metadata><x/></metadata><style>*{fill:red}</style><g/>")
    assert "metadata" not in markup
    assert "fill:red" not in markup


@pytest.mark.parametrize(
    "content",
    [
        "<script>alert(1)</script>",
        "<foreignObject/>",
        '<image href="file:///etc/passwd"/>',
        '<a href="https://example.org"/>',
        "<animate/>",
    ],
)
def test_what_could_run_or_fetch_is_refused(content: str) -> None:
    """Only plain drawing elements may stand in a page."""
    with pytest.raises(RenderFailed, match="inte får stå i en webbsida"):
        drawing(content)


@pytest.mark.parametrize(
    "content",
    [
        '<g onload="alert(1)"/>',
        '<g style="fill:url(https://example.org/a)"/>',
        '<use href="https://example.org/a.svg#x"/>',
    ],
)
def test_attributes_that_run_or_fetch_are_dropped(content: str) -> None:
    """No address and no event handler is left."""
    markup = drawing(content)
    assert "example.org" not in markup
    assert "onload" not in markup


def test_an_entity_in_a_drawing_reads_no_file() -> None:
    """An external entity is not resolved."""
    svg = (
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        '<svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>'
    )
    with pytest.raises(RenderFailed, match="inte får stå i en webbsida"):
        inline_drawing(svg.encode(), "alt", "d1-")


def test_a_file_that_is_no_drawing_is_told() -> None:
    """Broken XML gives a message instead of a traceback."""
    with pytest.raises(RenderFailed, match="inte en giltig SVG-bild"):
        inline_drawing(b"<svg", "alt", "d1-")


def test_a_printed_chart_has_its_alternative_text_escaped() -> None:
    """Quotes and ampersands in the text do not end the attribute."""
    markup = str(chart_markup(FIGURE, {TREND: b"<svg/>"}, "print", 1))
    assert 'alt="Kvinnor &#34;15,4&#34; &amp; män"' in markup


def test_a_chart_that_was_not_drawn_is_told_by_its_figure() -> None:
    """The figure's title says which chart is missing."""
    with pytest.raises(RenderFailed, match='"Rubrik" har inte ritats'):
        chart_markup(FIGURE, {}, "print", 1)
