"""The colours and fonts of the Word template, exchanged for those of the token file.

The template's theme says what each of its colours and fonts is for, and the token file what it is
to be. So a region that changes ``tokens.toml`` changes Word too, and one that changes the template
in Word keeps what it did there.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from functools import partial

from rapport.charts.style import Style
from rapport.render.word_xml import attribute
from rapport.render.zipped import zip_bytes

_THEME = "word/theme/theme1.xml"
_SLOT = re.compile(r'<a:(\w+)><a:srgbClr val="([0-9A-Fa-f]{6})"/>')
_FAMILY = re.compile(r'<a:(major|minor)Font><a:latin typeface="([^"]+)"')
_COLOUR = re.compile(r'(<w:color w:val=|<a:srgbClr val=|\bw:color=|\bw:fill=)"([0-9A-Fa-f]{6})"')
_FONT = re.compile(
    r'(\bw:(?:ascii|hAnsi|cs|eastAsia)=|<w:font w:name=|<a:latin typeface=)"([^"]+)"'
)
_SLOTS = {
    "dk1": "ink", "dk2": "profile", "lt2": "tone", "accent1": "profile", "accent2": "women",
    "accent3": "men", "accent4": "met", "accent5": "partly", "accent6": "not_met",
    "hlink": "profile", "folHlink": "grey",
}  # fmt: skip
"""Slot of the theme → colour of the style."""


def with_palette(template: bytes, style: Style) -> bytes:
    """The template in the colours and fonts of the style; a template without a theme as it is."""
    with zipfile.ZipFile(io.BytesIO(template)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    theme = parts.get(_THEME, b"").decode("utf-8")
    colours, fonts = _colours(theme, style), _fonts(theme, style)
    if all(old == new for old, new in [*colours.items(), *fonts.items()]):
        return template
    return zip_bytes(
        {
            name: _exchanged(content, colours, fonts) if _is_text(name) else content
            for name, content in parts.items()
        }
    )


def _is_text(name: str) -> bool:
    return name.startswith("word/") and name.endswith(".xml")


def _colours(theme: str, style: Style) -> dict[str, str]:
    """Old colour → new colour; where two slots share one, the first decides."""
    pairs: dict[str, str] = {}
    for slot, old in _SLOT.findall(theme):
        if slot in _SLOTS:
            pairs.setdefault(old.upper(), getattr(style, _SLOTS[slot]).removeprefix("#").upper())
    return pairs


def _fonts(theme: str, style: Style) -> dict[str, str]:
    wanted = {"major": style.serif, "minor": style.sans}
    return {f'"{old}"': attribute(wanted[role]) for role, old in _FAMILY.findall(theme)}


def _exchanged(part: bytes, colours: Mapping[str, str], fonts: Mapping[str, str]) -> bytes:
    text = _COLOUR.sub(partial(_colour, colours), part.decode("utf-8"))
    return _FONT.sub(partial(_font, fonts), text).encode()


def _colour(colours: Mapping[str, str], found: re.Match[str]) -> str:
    old = found[2]
    return f'{found[1]}"{colours.get(old.upper(), old)}"'


def _font(fonts: Mapping[str, str], found: re.Match[str]) -> str:
    quoted = f'"{found[2]}"'
    return f"{found[1]}{fonts.get(quoted, quoted)}"
