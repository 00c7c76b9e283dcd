"""The SVG text of a chart, made fit to stand inside a page together with other charts.

matplotlib writes a whole XML document: a head that names an address on the web, a style sheet
for ``*`` that would reach the page around it, and group names that would come again in the
next chart. None of it may stand in a report.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_HEAD = re.compile(r"\A.*?(?=<svg\b)", re.DOTALL)
_OPENING = re.compile(r"<svg\b[^>]*>", re.DOTALL)
_STYLE_SHEET = re.compile(r"\s*<defs>\s*<style\b.*?</style>\s*</defs>", re.DOTALL)
_EMPTY_METADATA = re.compile(r"\s*<metadata>.*?</metadata>", re.DOTALL)
_GROUP = re.compile(r'\s*<g id="[a-z0-9]+_\d+">|\s*</g>')
_UPRIGHT = re.compile(r' transform="rotate\(-?0 [^)]*\)"')
_TAG = re.compile(r"<[^>]*>")
_STYLE = re.compile(r' style="([^"]*)"')
_GENERIC = "sans-serif"
_EDGE = re.compile(r"\s*\n\s*")


def self_contained(document: str, width: int, height: int, families: Sequence[str]) -> str:
    """One ``svg`` element in CSS px, without names, style sheet or addresses.

    The font families, first choice first, stand once for all texts.
    """
    content = _OPENING.sub("", _HEAD.sub("", document), count=1)
    for needless in (_STYLE_SHEET, _EMPTY_METADATA, _GROUP):
        content = needless.sub("", content)
    tidy = _TAG.sub(lambda tag: _STYLE.sub(_attributes, _UPRIGHT.sub("", tag[0])), content)
    content = _EDGE.sub("\n", tidy).strip()
    fonts = ", ".join(name if name == _GENERIC else f"'{name}'" for name in families)
    points = f"{width * 0.75:g} {height * 0.75:g}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {points}" stroke-linejoin="round" stroke-linecap="butt" '
        f'font-family="{fonts}">\n{content}\n'
    )


def _attributes(style: re.Match[str]) -> str:
    """A style as attributes, which a strict content policy allows and which are read faster."""
    declarations = (part.split(": ", 1) for part in style[1].split("; ") if part)
    return "".join(f' {name}="{value}"' for name, value in declarations if name != "font-family")
