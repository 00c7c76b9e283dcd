"""The signs as pictures."""

from __future__ import annotations

from pathlib import Path

import pytest
from matplotlib.image import imread

from rapport.charts.sign_images import sign_png, station_png
from rapport.charts.style import Style, read_style
from rapport.report.inline import Sign

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


@pytest.fixture(scope="module")
def look() -> Style:
    """The look of the shipped templates."""
    return read_style(TEMPLATES)


def inked(png: bytes, folder: Path) -> tuple[tuple[int, ...], bytes]:
    """Size of a picture, and where it has any ink at all: its shape without colours."""
    path = folder / "a.png"
    path.write_bytes(png)
    pixels = imread(path)
    return pixels.shape, (pixels[:, :, 3] > 0.5).tobytes()


@pytest.mark.parametrize("sign", Sign)
def test_a_sign_is_drawn_the_same_every_time(sign: Sign, look: Style) -> None:
    """The bytes depend on nothing but sign and style."""
    assert sign_png(sign, look) == sign_png(sign, look)


def test_every_sign_has_a_shape_of_its_own(look: Style, tmp_path: Path) -> None:
    """Without any colour, and even as flat silhouettes, no two signs are the same."""
    shapes = {inked(sign_png(sign, look), tmp_path) for sign in Sign}
    assert len(shapes) == len(Sign)
    assert {size for size, _ in shapes} == {(112, 112, 4)}


def test_done_and_coming_stations_differ(look: Style, tmp_path: Path) -> None:
    """A filled dot and a ring on the same line, in the size that was asked for."""
    done, coming = (station_png(look, 107, 15, done=each) for each in (True, False))
    assert done != coming
    assert inked(done, tmp_path)[0] == (15 * 7, 107 * 7, 4)
