"""The gate of Word: what is refused, and how it is told."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from rapport.domain.period import Occasion
from rapport.domain.problem import RenderFailed
from rapport.pipeline.building import build
from rapport.pipeline.orders import Order
from rapport.render.documents import Job, render_job
from rapport.render.word_gate import require_good_word
from rapport.render.word_rules.reading import read_word
from rapport.render.word_rules.rules import rule_findings
from rapport.render.zipped import zip_bytes
from rapport.report.blocks import Heading, Paragraph
from rapport.report.inline import line
from regions import PERIOD
from render.gallery import gallery_document
from render.printing import TEMPLATES
from render.word_defects import DEFECTS
from render.word_opened import seeded
from render.word_reading import gallery_file, parts, written


def refusal(content: bytes) -> str:
    """What the gate says about a file of the gallery."""
    with pytest.raises(RenderFailed) as refused:
        require_good_word(content, gallery_document())
    return str(refused.value)


def spoilt(templates: Path) -> Path:
    """A folder of templates whose Word template is protected against changes."""
    file = templates / "word" / "mall.docx"
    made, name = parts(file.read_bytes()), "word/settings.xml"
    zoom, lock = b'<w:zoom w:percent="100"/>', b'<w:documentProtection w:edit="readOnly"/>'
    assert zoom in made[name]
    file.write_bytes(zip_bytes({**made, name: made[name].replace(zoom, zoom + lock)}))
    return templates


def test_a_good_file_goes_through() -> None:
    """The gallery has every block, and no rule stops it."""
    require_good_word(gallery_file(), gallery_document())


def test_a_file_that_word_would_repair_is_named_with_its_part() -> None:
    """The sentence names the document and the part of the file."""
    said = refusal(seeded(gallery_file(), DEFECTS["delar i fel ordning"].seed))
    assert said.startswith(f'Word-filen för "{gallery_document().full_title}" klarade inte')
    assert "schema: word/document.xml: " in said


def test_a_broken_rule_is_named_with_the_text_where_it_is() -> None:
    """Who reads the message can search for the words."""
    said = refusal(seeded(gallery_file(), DEFECTS["länken säger här"].seed))
    assert '  länktext: länken "här" säger inte vart den leder' in said.splitlines()


def test_many_faults_are_counted_beyond_the_first_eight() -> None:
    """A long list helps nobody."""
    items = (Paragraph(line(f"• Punkt {number}")) for number in range(12))
    document = replace(gallery_document(), blocks=(Heading(1, "Rubrik", "r"), *items))
    with pytest.raises(RenderFailed, match="och 4 fel till"):
        require_good_word(written(document), document)


def test_an_empty_text_to_write_in_is_not_air() -> None:
    """A draft asks for texts; its empty places are no fault."""
    found = rule_findings(read_word(gallery_file(draft=True), "sv-SE"))
    assert [] == list(found)


def test_a_documents_job_stops_at_the_gate(own_templates: Path) -> None:
    """A template that a region has protected is refused before anything is written."""
    document = replace(gallery_document(), blocks=(Heading(1, "Rubrik", "r"),))
    job = Job(document, "", ("docx",), spoilt(own_templates))
    with pytest.raises(RenderFailed, match="skydd: filen är skyddad mot ändring"):
        render_job(job)
    assert {f"{document.id}.docx"} == set(render_job(replace(job, templates=TEMPLATES)))


def test_a_refused_build_leaves_what_was_built_before(mini_region: Path) -> None:
    """The earlier files stand as they were, byte for byte."""
    order = Order(
        mini_region, Occasion.parse(PERIOD), ("aterrapportering",), formats=("docx",), jobs=1
    )
    build(order, lambda _step, _done, _total: None)
    folder = mini_region / "output" / PERIOD
    before = {file.name: file.read_bytes() for file in sorted(folder.iterdir())}
    spoilt(Path(shutil.copytree(TEMPLATES, mini_region / "templates")))
    with pytest.raises(RenderFailed, match="klarade inte kontrollen"):
        build(order, lambda _step, _done, _total: None)
    assert "aterrapportering.docx" in before
    assert before == {file.name: file.read_bytes() for file in sorted(folder.iterdir())}
