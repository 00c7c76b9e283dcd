"""CSS made from the style: custom properties, font faces and the signs of printed pages."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.charts.style import Style
from rapport.render.embedded_fonts import font_address
from rapport.render.inline_markup import Media, sign_address
from rapport.report.inline import Sign

ASSET = "rapport:"
"""The scheme of files in the templates folder, so that no machine path enters a document."""

_COLOURS = (
    *("ink", "grey", "line", "hairline", "tone", "profile"),
    *("met", "partly", "partly_edge", "not_met", "none", "women", "men"),
)


def generated_css(style: Style, media: Media) -> str:
    """Everything about the look that is not a rule of its own."""
    return "\n".join(
        [
            *_font_faces(style, media),
            _properties(style),
            *_dark(style, media),
            *_signs(style, media),
        ]
    )


def _font_faces(style: Style, media: Media) -> Iterator[str]:
    for (family, weight, italic), path in style.font_files.items():
        address = font_address(path) if media == "screen" else f"{ASSET}fonts/{path.name}"
        yield (
            f'@font-face{{font-family:"{family}";font-weight:{weight};'
            f"font-style:{'italic' if italic else 'normal'};src:url({address})}}"
        )


def _properties(style: Style) -> str:
    colours = {name: getattr(style, name) for name in _COLOURS}
    declarations = [_colour(name, value) for name, value in {"paper": "#ffffff", **colours}.items()]
    declarations += [
        f"--s-{role}:{size}px;--r-{role}:{leading}px;"
        for role, (size, leading) in style.sizes.items()
    ]
    declarations += [f"--a-{name}:{space}px;" for name, space in style.spaces.items()]
    declarations.append(f"--sans:{_families(style.sans, style.sans_fallback)};")
    declarations.append(f"--serif:{_families(style.serif, style.serif_fallback)};")
    return f":root{{{''.join(declarations)}}}"


def _dark(style: Style, media: Media) -> Iterator[str]:
    if media == "screen":
        declarations = "".join(_colour(name, value) for name, value in style.dark.items())
        yield f"@media screen and (prefers-color-scheme:dark){{:root{{{declarations}}}}}"


def _signs(style: Style, media: Media) -> Iterator[str]:
    if media == "print":
        for sign in Sign:
            yield f".sign-{sign}{{background-image:url({sign_address(sign, style)})}}"


def _colour(name: str, value: str) -> str:
    return f"--{name.replace('_', '-')}:{value};"


def _families(first: str, fallback: tuple[str, ...]) -> str:
    generic = {"sans-serif", "serif"}
    names = (first, *fallback)
    return ",".join(name if name in generic else f'"{name}"' for name in names)
