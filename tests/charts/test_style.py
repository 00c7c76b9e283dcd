"""The token file ("tokens.toml"): one source of colours, sizes and fonts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rapport.charts.style import Style, read_style
from rapport.domain.problem import RenderFailed
from rapport.render.templates_folder import templates_folder

TEMPLATES = templates_folder(Path("no-workspace"))


def luminance(colour: str) -> float:
    """Relative luminance by WCAG."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio by WCAG."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture
def tokens(tmp_path: Path) -> Path:
    """A copy of the token file with its fonts, free to spoil."""
    (tmp_path / "base").mkdir()
    shutil.copytree(TEMPLATES / "fonts", tmp_path / "fonts")
    shutil.copy(TEMPLATES / "base" / "tokens.toml", tmp_path / "base" / "tokens.toml")
    return tmp_path / "base" / "tokens.toml"


def spoilt(tokens: Path, before: str, after: str) -> Path:
    """The templates folder with one change in its token file."""
    text = tokens.read_text(encoding="utf-8")
    assert text.count(before) >= 1
    tokens.write_text(text.replace(before, after, 1), encoding="utf-8")
    return tokens.parents[1]


def test_the_shipped_tokens_are_those_of_the_design() -> None:
    """Text, profile and type scale are the decided ones."""
    style = read_style(TEMPLATES)
    assert ("#1f2933", "#1b4b5a") == (style.ink, style.profile)
    assert style.sizes["text"] == (14, 18)
    assert style.font_files["Source Sans 3", 400, True].name == "SourceSans3_400Regular_Italic.ttf"


@pytest.mark.parametrize("name", ["ink", "grey", "profile", "met", "not_met", "women", "men"])
def test_text_colours_are_readable_on_white(name: str) -> None:
    """Contrast is at least 4.5 to 1."""
    assert contrast(getattr(read_style(TEMPLATES), name), "#ffffff") >= 4.5


@pytest.mark.parametrize("name", ["ink", "grey", "profile"])
def test_text_colours_are_readable_in_dark_mode(name: str) -> None:
    """Contrast is at least 4.5 to 1 on the dark background."""
    dark = read_style(TEMPLATES).dark
    assert contrast(dark[name], dark["paper"]) >= 4.5


@pytest.mark.parametrize("name", ["met", "partly", "not_met", "none"])
def test_signs_are_visible_in_dark_mode(name: str) -> None:
    """Contrast of a sign is at least 3 to 1."""
    dark = read_style(TEMPLATES).dark
    assert contrast(dark[name], dark["paper"]) >= 3


def test_a_region_changes_its_colour_in_one_place(tokens: Path) -> None:
    """The profile colour is read from the region's own file."""
    folder = spoilt(tokens, 'profil = "#1b4b5a"', 'profil = "#0055AA"')
    assert read_style(folder).profile == "#0055aa"


@pytest.mark.parametrize(
    "before, after, told",
    [
        ('profil = "#1b4b5a"', 'profil = "petrol"', 'färgen "profil"'),
        ("text = [14, 18]", "text = [18, 14]", 'typskalan "text"'),
        ("rad = 18", 'rad = "18"', 'avståndet "rad"'),
        ('sans = "Source Sans 3"', "sans = 3", 'typsnittet "sans"'),
        ("SourceSans3_600SemiBold.ttf", "../hemligt.ttf", "../hemligt.ttf finns inte"),
        ("SourceSans3_600SemiBold.ttf", "Borta.ttf", "Borta.ttf finns inte"),
        ('sans = "Source Sans 3"', 'sans = "x;}*{color:red"', 'typsnittet "sans"'),
        ("[typskala]", "[typskalor]", "[typskala] saknas"),
        ('profil = "#1b4b5a"', "profil = ", "kan inte läsas"),
    ],
)
def test_a_fault_in_the_tokens_is_told_in_swedish(
    tokens: Path, before: str, after: str, told: str
) -> None:
    """The message names the file, the key and what to do."""
    folder = spoilt(tokens, before, after)
    with pytest.raises(RenderFailed) as caught:
        read_style(folder)
    assert str(caught.value).startswith("templates/base/tokens.toml: ")
    assert told in str(caught.value)


def test_all_faults_are_told_at_once(tokens: Path) -> None:
    """Two wrong colours give one message with both."""
    spoilt(tokens, 'profil = "#1b4b5a"', 'profil = "blå"')
    folder = spoilt(tokens, 'ton = "#f1f4f5"', 'ton = "ljus"')
    with pytest.raises(RenderFailed, match=r'"ton".*"profil"'):
        read_style(folder)


def test_a_style_can_be_compared_and_hashed() -> None:
    """Equal styles are interchangeable as keys of drawn charts."""
    styles: set[Style] = {read_style(TEMPLATES), read_style(TEMPLATES)}
    assert len(styles) == 1
