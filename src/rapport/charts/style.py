"""The look ("formgivningen"): one palette, type scale and set of fonts for every format.

Everything is read from ``templates/base/tokens.toml``, so that a region changes its colour in
one place and charts, PDF, HTML and Word follow.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rapport.charts.contrast import contrast_faults
from rapport.charts.logo import Logo, read_logo
from rapport.domain.problem import RenderFailed

_COLOURS = {
    "ink": "text",
    "grey": "grå",
    "line": "linje",
    "hairline": "hårlinje",
    "tone": "ton",
    "profile": "profil",
    "met": "uppfyllt",
    "partly": "delvis",
    "partly_edge": "delvis_kant",
    "not_met": "ej_uppfyllt",
    "none": "kan_inte_bedömas",
    "women": "kvinnor",
    "men": "män",
}
"""Field of ``Style`` → key under ``färger``."""

_DARK = {
    "paper": "bakgrund",
    **{name: key for name, key in _COLOURS.items() if name not in {"women", "men"}},
}
"""Name of a colour → key under ``färger_mörkt_läge``; charts are not redrawn in dark mode."""

_SIZES = ("etikett", "not", "tabell", "text", "h3", "ingress", "h2", "h1", "titel")
_SPACES = (
    "halv",
    "liten",
    "rad",
    "mellan",
    "stor",
    "störst",
    "prosa",
    "etikettspalt",
    "satsyta",
)
_PAPER = "#ffffff"
_HEX = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
_FAMILY = re.compile(r"[A-Za-zÅÄÖåäö0-9][A-Za-zÅÄÖåäö0-9 .-]*")


@dataclass(frozen=True)
class Style:
    """Colours (hex), font families and files, and sizes in whole px (1 px = 0,75 pt).

    ``sizes`` maps a role ("titel", "h1", "h2", "h3", "ingress", "text", "tabell", "not",
    "etikett") to (size, line height). ``spaces`` maps "halv", "liten", "rad", "mellan",
    "stor", "störst", "prosa", "etikettspalt" and "satsyta" to px. ``font_files`` maps
    (family, weight, italic) to the bundled file. ``dark`` maps the names of the colours, and
    "paper", to their values in the review file's dark mode. ``logo`` is its own, if any.
    """

    ink: str
    grey: str
    line: str
    hairline: str
    tone: str
    profile: str
    met: str
    partly: str
    partly_edge: str
    not_met: str
    none: str
    women: str
    men: str
    sans: str
    serif: str
    sans_fallback: tuple[str, ...]
    serif_fallback: tuple[str, ...]
    font_files: Mapping[tuple[str, int, bool], Path] = field(hash=False)
    sizes: Mapping[str, tuple[int, int]] = field(hash=False)
    spaces: Mapping[str, int] = field(hash=False)
    dark: Mapping[str, str] = field(hash=False)
    logo: Logo | None = None


def read_style(templates: Path) -> Style:
    """The style of a templates folder; every fault in its token file is told in Swedish."""
    path = templates / "base" / "tokens.toml"
    try:
        tokens = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise RenderFailed(_sentence(f"filen kan inte läsas ({fault})")) from fault
    faults: list[str] = []
    fonts = _table(tokens, "typsnitt", faults)
    style = Style(
        **_colours(_table(tokens, "färger", faults), _COLOURS, faults),
        sans=_family(fonts, "sans", faults),
        serif=_family(fonts, "serif", faults),
        sans_fallback=_families(fonts, "reserv_sans", faults),
        serif_fallback=_families(fonts, "reserv_serif", faults),
        font_files=_font_files(fonts, templates / "fonts", faults),
        sizes=_sizes(_table(tokens, "typskala", faults), faults),
        spaces=_spaces(_table(tokens, "avstånd", faults), faults),
        dark=_colours(_table(tokens, "färger_mörkt_läge", faults), _DARK, faults),
        logo=read_logo(tokens, templates, faults),
    )
    faults += [] if faults else _too_weak(style)
    if faults:
        raise RenderFailed(_sentence("; ".join(faults)))
    return style


def _too_weak(style: Style) -> list[str]:
    """The colours of a whole palette that are seen too badly on paper or in dark mode."""
    light = {"paper": _PAPER, **{name: getattr(style, name) for name in _COLOURS}}
    return [
        *contrast_faults(light, _COLOURS, "färger"),
        *contrast_faults(style.dark, _DARK, "färger_mörkt_läge"),
    ]


def _sentence(faults: str) -> str:
    return (
        f"templates/base/tokens.toml: {faults}. "
        "Rätta filen, eller ta bort den så används programmets egen."
    )


def _table(tokens: Mapping[str, object], key: str, faults: list[str]) -> Mapping[str, object]:
    found = tokens.get(key)
    if isinstance(found, dict):
        return found
    faults.append(f"avsnittet [{key}] saknas")
    return {}


def _colours(
    table: Mapping[str, object], keys: Mapping[str, str], faults: list[str]
) -> dict[str, str]:
    colours = {}
    for name, key in keys.items():
        value = table.get(key)
        if isinstance(value, str) and _HEX.fullmatch(value):
            colours[name] = value.lower()
        else:
            faults.append(f'färgen "{key}" ska skrivas som sex hexsiffror, till exempel "#1b4b5a"')
            colours[name] = "#000000"
    return colours


def _family(table: Mapping[str, object], key: str, faults: list[str]) -> str:
    value = table.get(key)
    if isinstance(value, str) and _FAMILY.fullmatch(value):
        return value
    faults.append(f'typsnittet "{key}" ska vara ett typsnittsnamn')
    return ""


def _families(table: Mapping[str, object], key: str, faults: list[str]) -> tuple[str, ...]:
    value = table.get(key)
    if isinstance(value, list) and all(isinstance(v, str) and _FAMILY.fullmatch(v) for v in value):
        return tuple(value)
    faults.append(f'"{key}" ska vara en lista med typsnittsnamn')
    return ()


def _sizes(table: Mapping[str, object], faults: list[str]) -> dict[str, tuple[int, int]]:
    sizes = {}
    for key in _SIZES:
        match table.get(key):
            case [int(size), int(leading)] if 0 < size <= leading:
                sizes[key] = (size, leading)
            case _:
                faults.append(f'typskalan "{key}" ska vara [storlek, radavstånd] i hela px')
    return sizes


def _spaces(table: Mapping[str, object], faults: list[str]) -> dict[str, int]:
    spaces = {}
    for key in _SPACES:
        match table.get(key):
            case int(space) if space > 0:
                spaces[key] = space
            case _:
                faults.append(f'avståndet "{key}" ska vara ett heltal i px')
    return spaces


def _font_files(
    table: Mapping[str, object], folder: Path, faults: list[str]
) -> dict[tuple[str, int, bool], Path]:
    files: dict[tuple[str, int, bool], Path] = {}
    cuts = table.get("snitt")
    for cut in cuts if isinstance(cuts, list) else []:
        match cut:
            case {"familj": str(family), "vikt": int(weight), "fil": str(name)} if (
                Path(name).name == name and (folder / name).is_file()
            ):
                files[family, weight, cut.get("kursiv") is True] = folder / name
            case {"fil": name}:
                faults.append(f"typsnittsfilen {name} finns inte i templates/fonts")
            case _:
                faults.append("varje [[typsnitt.snitt]] ska ha familj, vikt och fil")
    if not files:
        faults.append("minst ett [[typsnitt.snitt]] behövs")
    return files
