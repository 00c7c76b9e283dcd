"""The signs ("tecken") as drawings: each has its own shape, so that colour is never needed.

A filled disc with a tick, a half disc, a filled square with a cross and a dashed ring for
verdicts; tick, triangle, warning triangle, open square and dash for the status of work.
"""

from __future__ import annotations

from collections.abc import Mapping

from rapport.charts.style import Style
from rapport.report.inline import Sign

_SHAPES: Mapping[Sign, str] = {
    Sign.MET: '<circle cx="8" cy="8" r="7" fill="{met}"/>'
    '<path d="M4.4 8.3 7 10.9 11.7 5.6" fill="none" stroke="{paper}" stroke-width="1.9"/>',
    Sign.PARTLY: '<path d="M8 1a7 7 0 0 0 0 14Z" fill="{partly}"/>'
    '<circle cx="8" cy="8" r="6.3" fill="none" stroke="{partly_edge}" stroke-width="1.4"/>'
    '<path d="M8 1.5V14.5" fill="none" stroke="{partly_edge}" stroke-width="1.2"/>',
    Sign.NOT_MET: '<rect x="1" y="1" width="14" height="14" rx="1.5" fill="{not_met}"/>'
    '<path d="M4.6 4.6 11.4 11.4M11.4 4.6 4.6 11.4" fill="none" stroke="{paper}"'
    ' stroke-width="2"/>',
    Sign.NOT_ASSESSABLE: '<circle cx="8" cy="8" r="6.3" fill="none" stroke="{none}"'
    ' stroke-width="1.4" stroke-dasharray="2.4 2"/>'
    '<path d="M5 8H11" fill="none" stroke="{none}" stroke-width="1.4"/>',
    Sign.DONE: '<path d="M3.5 8.5 6.5 11.5 12.5 4.5" fill="none" stroke="{ink}"'
    ' stroke-width="1.9"/>',
    Sign.ONGOING: '<path d="M4.5 3.5 12 8 4.5 12.5Z" fill="none" stroke="{ink}"'
    ' stroke-width="1.5"/>',
    Sign.LATE: '<path d="M8 1.6 14.6 13.6H1.4Z" fill="{not_met}"/>'
    '<path d="M8 5.6V9.4M8 10.6V12.1" fill="none" stroke="{paper}" stroke-width="1.5"/>',
    Sign.NOT_STARTED: '<rect x="3.2" y="3.2" width="9.6" height="9.6" fill="none"'
    ' stroke="{ink}" stroke-width="1.4"/>',
    Sign.CANCELLED: '<path d="M3 8H13" fill="none" stroke="{ink}" stroke-width="1.8"/>',
}

_WHITE = "#ffffff"
_VARIABLES = {
    name: f"var(--{name.replace('_', '-')})"
    for name in ("met", "partly", "partly_edge", "not_met", "none", "ink", "paper")
}


def sign_svg(sign: Sign, style: Style, size_px: int) -> str:
    """A sign as a complete SVG file in the colours of the style, ``size_px`` square."""
    colours = {
        "met": style.met,
        "partly": style.partly,
        "partly_edge": style.partly_edge,
        "not_met": style.not_met,
        "none": style.none,
        "ink": style.ink,
        "paper": _WHITE,
    }
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size_px}" height="{size_px}"'
        f' viewBox="0 0 16 16">{_SHAPES[sign].format_map(colours)}</svg>'
    )


def sign_symbols() -> str:
    """All signs as SVG symbols coloured by CSS variables, for reuse within one web page."""
    symbols = (
        f'<symbol id="tecken-{sign}" viewBox="0 0 16 16">{shape.format_map(_VARIABLES)}</symbol>'
        for sign, shape in _SHAPES.items()
    )
    return "".join(symbols)
