"""Contrast ("kontrast") between colours, as WCAG 2.1 counts it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

TEXT, DRAWING = 4.5, 3.0
"""The least contrast of text, and of a sign or line that means something."""

_LEAST: Mapping[str, tuple[tuple[str, ...], float]] = {
    "ink": (("paper", "tone"), TEXT),
    "grey": (("paper", "tone"), TEXT),
    "profile": (("paper",), TEXT),
    "not_met": (("paper",), TEXT),
    "women": (("paper",), TEXT),
    "men": (("paper",), TEXT),
    "met": (("paper",), DRAWING),
    "partly_edge": (("paper",), DRAWING),
    "none": (("paper",), DRAWING),
}
"""Each colour with the grounds it stands on and the least contrast there."""

_DARKEST_LINEAR = 0.04045


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 (the same) to 21 (black on white)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= _DARKEST_LINEAR else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_faults(
    colours: Mapping[str, str], words: Mapping[str, str], where: str
) -> Iterator[str]:
    """The colours that are seen too badly, by the key they have in the token file.

    ``words`` gives the key of each colour.
    """
    for name, (grounds, least) in _LEAST.items():
        for ground in grounds:
            if name not in colours or (found := contrast(colours[name], colours[ground])) >= least:
                continue
            against = "papperet" if ground == "paper" else f'"{words[ground]}"'
            yield (
                f'färgen "{words[name]}" ({colours[name]}) i [{where}] syns för dåligt mot '
                f"{against} ({colours[ground]}): kontrasten är {_figure(found)} men ska vara "
                f"minst {_figure(least)}"
            )


def _figure(ratio: float) -> str:
    """A contrast in Swedish, cut and not rounded: 4,49 is not 4,5."""
    return f"{int(ratio * 100) / 100:.2f}".replace(".", ",").rstrip("0").rstrip(",")
