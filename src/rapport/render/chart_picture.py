"""Charts in HTML: as pictures with real text in print, as inline drawings on the screen."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping

from lxml import etree
from markupsafe import Markup

from rapport.domain.problem import RenderFailed
from rapport.render.inline_markup import Media
from rapport.report.blocks import Figure
from rapport.report.chart_specs import ChartSpec

_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_DRAWING = """svg g path rect circle ellipse line polyline polygon text tspan title desc defs
clipPath use linearGradient stop"""
_ALLOWED = frozenset(f"{_SVG}{name}" for name in _DRAWING.split())
_LEFT_OUT = (f"{_SVG}metadata", f"{_SVG}style")
_REFERENCE = re.compile(r"url\(\s*#([^)\s]+)\s*\)")
_OUTSIDE = re.compile(r"url\(\s*[^#\s]", re.IGNORECASE)


def chart_markup(
    figure: Figure, charts: Mapping[ChartSpec, bytes], media: Media, number: int
) -> Markup:
    """The chart of a figure; ``number`` keeps the ids of several drawings on a page apart."""
    svg = charts.get(figure.chart)
    if svg is None:
        message = f'Diagrammet till figuren "{figure.title}" har inte ritats.'
        raise RenderFailed(message)
    if media == "screen":
        return inline_drawing(svg, figure.alt, f"d{number}-")
    address = f"data:image/svg+xml;base64,{base64.b64encode(svg).decode()}"
    return Markup('<img alt="{}" src="{}">').format(figure.alt, address)


def inline_drawing(svg: bytes, alt: str, prefix: str) -> Markup:
    """An SVG file as part of a page, where its text can use the page's fonts.

    Ids are prefixed, metadata and style sheets are left out, and whatever could run or fetch
    something is refused.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(svg, parser)
    except etree.XMLSyntaxError as fault:
        message = f"Ett diagram är inte en giltig SVG-bild: {fault}."
        raise RenderFailed(message) from fault
    etree.strip_elements(root, *_LEFT_OUT, with_tail=False)
    for node in root.iter():
        if node.tag not in _ALLOWED:
            message = f"Ett diagram innehåller något som inte får stå i en webbsida: {node.tag}."
            raise RenderFailed(message)
        _clean(node, prefix)
    _name(root, alt)
    etree.cleanup_namespaces(root)
    return Markup(etree.tostring(root, encoding="unicode"))  # noqa: S704 - only allowed elements and attributes are left


def _clean(node: etree._Element, prefix: str) -> None:
    for name, value in list(node.attrib.items()):
        key, words = str(name), str(value)
        if key.lower().startswith("on") or _OUTSIDE.search(words):
            del node.attrib[key]
        elif key == "id":
            node.set(key, prefix + words)
        elif key in {"href", f"{_XLINK}href"}:
            del node.attrib[key]
            if words.startswith("#"):
                node.set("href", f"#{prefix}{words[1:]}")
        elif "url(" in words:
            node.set(key, _REFERENCE.sub(rf"url(#{prefix}\1)", words))


def _name(root: etree._Element, alt: str) -> None:
    for size in ("width", "height"):
        if size in root.attrib:
            del root.attrib[size]
    root.set("class", "chart")
    root.set("role", "img")
    root.set("aria-label", alt)
    root.set("style", "stroke-linejoin:round;stroke-linecap:butt")
