"""What stops a printed report: faults in templates, strange fonts, and addresses elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from rapport.charts.style import read_style
from rapport.domain.problem import RenderFailed
from rapport.render.html import html_page
from rapport.render.pdf import pdf_bytes
from rapport.report.blocks import Paragraph
from rapport.report.inline import Text, line
from render.gallery import gallery_charts, gallery_document
from render.printing import TEMPLATES, printed, with_blocks


def test_missing_system_libraries_are_told_with_the_packages_to_install() -> None:
    """On a machine without Pango the message names the Debian packages, in Swedish."""
    program = """
import sys
from importlib.abc import MetaPathFinder
class NoPango(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "weasyprint.text.ffi":
            raise OSError("cannot load library 'libpango-1.0-0'")
sys.meta_path.insert(0, NoPango())
from pathlib import Path
from rapport.domain.problem import RenderFailed
from rapport.render.pdf import pdf_bytes
from render.gallery import gallery_document
try:
    pdf_bytes("", gallery_document(), Path())
except RenderFailed as fault:
    print(fault)
"""
    run = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program],
        env={
            **os.environ,
            "PYTHONPATH": str(Path(__file__).parents[1]),
            "PYTHONIOENCODING": "utf-8",
        },
        capture_output=True,
        check=True,
    )
    said = run.stdout.decode("utf-8")
    assert said.startswith("PDF kan inte skapas: systembiblioteken för textsättning")
    assert "apt install libpango-1.0-0 libpangoft2-1.0-0" in said


def test_a_letter_that_the_fonts_lack_is_told() -> None:
    """The layout engine would silently take a font from the machine."""
    with pytest.raises(RenderFailed, match=r"Tecken som typsnitten saknar: 漢 \(U\+6F22\)"):
        printed(with_blocks(Paragraph(line("Text 漢 slut"))))


def test_a_letter_in_a_chart_that_the_fonts_lack_is_told() -> None:
    """The words of a chart are also set with the bundled fonts only."""
    document, style = gallery_document(), read_style(TEMPLATES)
    charts = {spec: svg.replace(b"15,8", "漢".encode()) for spec, svg in gallery_charts().items()}
    page = html_page(document, charts, style, TEMPLATES, "print")
    with pytest.raises(RenderFailed, match=r"漢|typsnitt som inte följer med"):
        pdf_bytes(page, document, TEMPLATES)


def test_a_font_family_that_is_not_bundled_is_told(own_templates: Path) -> None:
    """A rule of one's own with a font of the machine stops the report."""
    css = own_templates / "base" / "page.css"
    text = css.read_text(encoding="utf-8") + '\nem { font-family: "DejaVu Sans" }'
    css.write_text(text, encoding="utf-8")
    emphasised = Paragraph(line(Text("Text", emphasis=True)))
    with pytest.raises(RenderFailed, match="typsnitt som inte följer med: DejaVu Sans"):
        printed(with_blocks(emphasised), own_templates)


def test_a_fault_in_the_style_sheet_is_told_with_its_file(own_templates: Path) -> None:
    """A misspelt property stops the report and names the file."""
    css = own_templates / "base" / "page.css"
    css.write_text(css.read_text(encoding="utf-8") + "\np { widht: 3px }", encoding="utf-8")
    with pytest.raises(RenderFailed, match=r"templates/base/page\.css: Ignored.*widht"):
        printed(with_blocks(Paragraph(line("Text"))), own_templates)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a.png",
        "file:///etc/hostname",
        "rapport:../hemligt.png",
        "rapport:base/tokens.toml",
        "rapport:%2e%2e/hemligt.png",
        "ftp://example.org/a.png",
    ],
)
def test_a_template_that_fetches_from_elsewhere_is_refused(
    own_templates: Path, address: str
) -> None:
    """Only pictures, fonts and style sheets in the templates folder are served."""
    (own_templates.parent / "hemligt.png").write_bytes(b"hemligt")
    lead = own_templates / "blocks" / "paragraph.html"
    lead.write_text(f'<p>{{{{ content }}}}<img alt="x" src="{address}"></p>', encoding="utf-8")
    with pytest.raises(RenderFailed, match="hämtar något som inte får hämtas"):
        printed(with_blocks(Paragraph(line("Text"))), own_templates)
