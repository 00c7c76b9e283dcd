"""The gate: what it says about files that must not be written."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pikepdf
import pytest

from rapport.domain.archive import ArchiveLevel
from rapport.domain.problem import RenderFailed
from rapport.render.archiving import Archiving
from rapport.render.pdf import PrintedPdf
from rapport.render.pdf_gate import require_good, validated
from rapport.report.document import Document
from render.gallery import gallery_document
from render.pdf_defects import DEFECTS, seeded
from render.printing import ARCHIVED, laid_out


@pytest.fixture(scope="module")
def good() -> PrintedPdf:
    """The gallery, let through by the gate."""
    return laid_out(gallery_document())


def _refused(content: bytes, good: PrintedPdf, document: Document | None = None) -> str:
    with pytest.raises(RenderFailed) as refusal:
        require_good(content, document or gallery_document(), ARCHIVED, good.page_of_anchor)
    return str(refusal.value)


def test_a_refusal_names_the_document_the_rule_the_page_and_the_cell(good: PrintedPdf) -> None:
    """What is heard and what should be heard stand beside each other."""
    said = _refused(seeded(good.content, DEFECTS["två cellers text ombytt"]), good)
    assert said.startswith('PDF-filen för "Tertialrapport för hälso- och sjukvårdsnämnden')
    assert "har inte skrivits" in said
    assert "tabell-återläsning: sidan 2: tabell 1" in said
    assert "rad 2, kolumn" in said


def test_a_fault_that_the_validator_finds_is_told_with_its_page(good: PrintedPdf) -> None:
    """The validator only knows the object; the gate finds its page."""
    said = _refused(seeded(good.content, DEFECTS["alternativtext saknas"]), good)
    assert "PDFUA1-FIGURE-ALTERNATIVE-TEXT-001: sidan 2: " in said


def test_a_file_with_the_text_of_another_document_is_refused(good: PrintedPdf) -> None:
    """A file that is valid but says something else is not let through."""
    document = gallery_document()
    other = replace(document, title="En annan rapport", blocks=document.blocks[:3])
    said = _refused(good.content, good, other)
    assert "titel: filens titel är" in said
    assert "filen har 4 tabeller men dokumentet" in said


def test_many_faults_are_counted_not_all_listed(good: PrintedPdf) -> None:
    """The message stays readable."""
    said = _refused(seeded(good.content, DEFECTS["rubrikceller taggade som celler"]), good)
    assert 10 == len(said.splitlines())
    assert "fel till" in said.splitlines()[-1]


def test_a_file_of_one_level_is_not_let_through_as_another(good: PrintedPdf) -> None:
    """A file with attachments is no PDF/A-2a."""
    rules = {finding.rule for finding in validated(good.content, Archiving(ArchiveLevel.A2A))}
    assert any(rule.startswith("PDFA2A-") for rule in rules)


def test_a_missing_attachment_is_told_by_name(good: PrintedPdf) -> None:
    """The figures of the report shall be in its file."""

    def without_figures(pdf: Any) -> None:  # noqa: ANN401 - pikepdf's own type
        assert isinstance(pdf, pikepdf.Pdf)
        del pdf.attachments["resultat.csv"]

    said = _refused(seeded(good.content, without_figures), good)
    assert "bilaga: den bilagda filen resultat.csv är inte den som skulle bifogas" in said
