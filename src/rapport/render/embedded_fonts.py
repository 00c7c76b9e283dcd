"""Fonts ("typsnitt") inside a web page, cut down to the letters that Swedish reports use."""

from __future__ import annotations

import base64
import io
from functools import lru_cache
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

_CHARACTERS = (
    *range(0x20, 0x180),  # Latin with å, ä, ö and the letters of Sámi and Finnish
    *range(0x2010, 0x2027),
    *(0x2009, 0x202F, 0x2030, 0x20AC, 0x2190, 0x2191, 0x2192, 0x2193, 0x21A9),
    *(0x2212, 0x2248, 0x2260, 0x2264, 0x2265),
)


@lru_cache(maxsize=16)
def font_address(path: Path) -> str:
    """A font file as a ``data:`` address with the letters of the Latin script.

    Kerning is left out: reading its table takes longer than everything else of a web page.
    """
    options = subset.Options()
    options.flavor = "woff"
    options.hinting = False
    options.recalc_timestamp = False
    options.layout_features = ["liga", "tnum", "lnum", "locl", "ccmp"]
    file = io.BytesIO()
    with TTFont(path, recalcTimestamp=False) as font:
        _leave_out(font, "GPOS")
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=_CHARACTERS)
        cutter.subset(font)
        font.flavor = "woff"
        font.save(file)
    return f"data:font/woff;base64,{base64.b64encode(file.getvalue()).decode()}"


def without_layout_tables(file: io.BytesIO, **options: object) -> TTFont:
    """A font that is only to be drawn: its letters are already placed by the layout engine."""
    font = TTFont(file, **options)
    _leave_out(font, "GDEF", "GSUB", "GPOS")
    return font


def _leave_out(font: TTFont, *tables: str) -> None:
    for table in tables:
        if table in font:
            del font[table]


@lru_cache(maxsize=16)
def characters_of(path: Path) -> frozenset[int]:
    """The characters that a font file can draw."""
    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())
