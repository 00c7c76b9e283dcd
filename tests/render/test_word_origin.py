"""What a Word draft carries so that an edited copy can be read back."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from rapport.charts.style import read_style
from rapport.render.word import word_bytes
from rapport.report.blocks import Editable
from render.printing import TEMPLATES
from returned.small_draft import BESOK, TEXTS, document, draft_file, draft_parts


def names(content: bytes) -> set[str]:
    """The parts of a file."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return set(archive.namelist())


def test_the_same_draft_has_the_same_bytes() -> None:
    """Nothing in what it carries depends on when it was made."""
    again = word_bytes(document(), {}, read_style(TEMPLATES), TEMPLATES)
    assert again == word_bytes(document(), {}, read_style(TEMPLATES), TEMPLATES)


def test_word_finds_nothing_to_repair(tmp_path: Path) -> None:
    """The marks of numbers and regions are where the schema lets them stand."""
    path = tmp_path / "utkast.docx"
    path.write_bytes(draft_file())
    result = OpenXmlValidator().validate(str(path))

    assert [] == [str(error) for error in result.errors]


def test_a_final_document_carries_nothing() -> None:
    """What is sent to the board has neither sources nor marks of numbers in it."""
    final = word_bytes(replace(document(), draft=False), {}, read_style(TEMPLATES), TEMPLATES)
    with zipfile.ZipFile(BytesIO(final)) as archive:
        body = archive.read("word/document.xml").decode()

    assert set() == {name for name in names(final) if "ustom" in name}
    assert "tal_1" not in body


def test_the_files_properties_name_the_draft() -> None:
    """A person sees in Word which report and period it is a draft of."""
    content = draft_parts()["docProps/custom.xml"].decode()

    assert 64 == len(content.split('name="Utkast"><vt:lpwstr>')[1].split("<")[0])
    for name, value in {"Rapport": "prov", "Period": "T2-2024", "Enhet": "regionen"}.items():
        assert f'name="{name}"><vt:lpwstr>{value}<' in content


def test_a_bound_number_cannot_be_typed_in_but_can_be_deleted() -> None:
    """Word locks the content of its control, not the control."""
    body = draft_parts()["word/document.xml"].decode()
    marked = body.split('<w:tag w:val="tal.1"/>')[1].split("</w:sdtPr>")[0]

    assert '<w:lock w:val="contentLocked"/>' in marked


def test_no_two_bookmarks_have_the_same_name() -> None:
    """A text whose key is a heading's anchor, and a text that stands twice, have their own."""
    blocks = document().blocks
    twice = next(b for b in blocks if isinstance(b, Editable))
    made = replace(document(), blocks=(*blocks, twice))
    content = word_bytes(made, {}, read_style(TEMPLATES), TEMPLATES)
    root = docx.Document(BytesIO(content)).element
    found = [
        str(each.get(each.tag.replace("bookmarkStart", "name")))
        for each in root.iter("{*}bookmarkStart")
    ]

    assert len(set(found)) == len(found)
    assert {BESOK, "ekonomi"} <= TEXTS.keys()
