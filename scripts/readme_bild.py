"""Makes the picture in README: page 2 of the report-back, as the build wrote it.

``python scripts/readme_bild.py`` after ``rapport build --period T2-2024``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2
from PIL import Image

ROOT = Path(__file__).parents[1]
REPORT = ROOT / "output" / "T2-2024" / "aterrapportering.pdf"
PICTURE = ROOT / "docs" / "bilder" / "sammanfattning.png"

SUMMARY_PAGE = 1
"""Counted from 0: the page after the cover."""

DPI = 110
COLOURS = 48
"""Text and charts need few colours; more would only make the file larger."""


def draw(report: Path, picture: Path) -> Path:
    """Draw the summary page of a report as a small PNG and return where it is."""
    with pypdfium2.PdfDocument(report) as pdf:
        page = pdf[SUMMARY_PAGE].render(scale=DPI / 72).to_pil()
    small = page.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    picture.parent.mkdir(parents=True, exist_ok=True)
    small.save(picture, optimize=True)
    return picture


def main() -> None:
    """Draw the page of the report given, or of the one that was built last."""
    report = Path(sys.argv[1]) if len(sys.argv) > 1 else REPORT
    drawn = draw(report, PICTURE)
    print(f"{drawn.relative_to(ROOT)}: {drawn.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
