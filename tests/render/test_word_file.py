"""The Word file as a file: the same bytes, its properties, its template, its draft marks."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from rapport.domain.problem import RenderFailed
from rapport.render.word import word_bytes
from rapport.render.word_styles import CharacterStyle, WordStyle
from rapport.render.zipped import zip_bytes
from render.gallery import gallery_document
from render.word_reading import (
    TEMPLATES,
    W,
    charts,
    field_codes,
    gallery_file,
    parts,
    style,
    tree,
    words,
    written,
)

ROOT = TEMPLATES.parent
MALL = TEMPLATES / "word" / "mall.docx"


def changed_template(folder: Path, changes: Mapping[str, tuple[bytes, bytes]]) -> Path:
    """A templates folder whose Word template has other bytes in some parts."""
    made = parts(MALL.read_bytes())
    for name, (old, new) in changes.items():
        assert old in made[name]
        made[name] = made[name].replace(old, new)
    (folder / "word").mkdir()
    (folder / "word" / "mall.docx").write_bytes(zip_bytes(made))
    return folder


def test_two_writings_give_the_same_bytes() -> None:
    """No clock, counter or order of a dictionary reaches the file."""
    assert gallery_file() == written(gallery_document())


def test_the_zip_tells_nothing_about_where_it_was_made() -> None:
    """Names in order, one fixed time, no platform and no rights."""
    with zipfile.ZipFile(io.BytesIO(gallery_file())) as archive:
        entries = archive.infolist()
    names = [entry.filename for entry in entries]
    assert names == ["[Content_Types].xml", "_rels/.rels", *sorted(names[2:])]
    assert {(e.date_time, e.create_system) for e in entries} == {((1980, 1, 1, 0, 0, 0), 0)}


def test_properties_come_from_the_document() -> None:
    """Title, sender, language, keywords and the one date stand in the file's properties."""
    core = parts(gallery_file())["docProps/core.xml"].decode()
    for expected in (
        "Tertialrapport för hälso- och sjukvårdsnämnden – Andra tertialet 2024",
        ">Region Exempel<",
        ">sv-SE<",
        ">återrapportering, tertial<",
        ">exlverk-4-2087<",
        ">Slutlig<",
    ):
        assert expected in core
    assert core.count(">2024-09-27T00:00:00Z<") == 2


def test_a_long_property_is_cut_between_two_words() -> None:
    """Word holds no more than 255 characters; the sentence itself stands in the document."""
    long = " ".join(["exempeldata"] * 40)
    made = parts(written(replace(gallery_document(), example=long)))["docProps/core.xml"].decode()
    assert "exempeldata …</dc:description>" in made
    assert long not in made


def test_the_language_is_swedish_everywhere() -> None:
    """The default of every text is sv-SE and no part names another language."""
    made = parts(gallery_file())
    languages = {
        node.get(f"{W}val")
        for name in made
        if name.startswith("word/") and name.endswith(".xml") and "theme" not in name
        for node in tree(gallery_file(), name).iter(f"{W}lang")
    }
    assert languages == {"sv-SE"}


def test_nothing_is_fetched_from_outside_but_links() -> None:
    """The only outside relation is the link of the gallery; there is no macro."""
    made = parts(gallery_file())
    outside = [
        (relation.get("Type", "").rsplit("/", 1)[1], relation.get("Target"))
        for name in made
        if name.endswith(".rels")
        for relation in tree(gallery_file(), name)
        if relation.get("TargetMode") == "External"
    ]
    assert outside == [("hyperlink", "https://example.org/mal")]
    assert not any("vba" in name for name in made)


def test_every_style_that_is_used_is_defined() -> None:
    """Body, head, foot and notes use only styles of the template, and it defines them all."""
    made = parts(gallery_file(draft=True))
    defined = {
        node.get(f"{W}styleId")
        for node in tree(gallery_file(), "word/styles.xml").iter(f"{W}style")
    }
    used = {
        node.get(f"{W}val")
        for name in made
        if name.startswith("word/") and name.endswith(".xml")
        for node in tree(gallery_file(draft=True), name).iter(
            f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle"
        )
    }
    assert used <= defined
    assert {*map(str, WordStyle), *map(str, CharacterStyle)} <= defined


def test_a_final_document_says_nothing_about_a_draft() -> None:
    """The word UTKAST stands nowhere in a final file."""
    text = b"".join(c for n, c in parts(gallery_file()).items() if n.endswith(".xml"))
    assert b"UTKAST" not in text


@pytest.mark.parametrize("part", ["header1", "header2"])
def test_a_draft_says_so_on_every_page(part: str) -> None:
    """Both heads have the word in the line and in the margin, never behind the text."""
    header = tree(gallery_file(draft=True), f"word/{part}.xml")
    assert "UTKAST" in words(header)
    anchors = list(header.iter("{*}anchor"))
    assert [anchor.get("behindDoc") for anchor in anchors] == ["0"]
    assert words(tree(gallery_file(draft=True), "word/footer2.xml")).startswith(
        "exlverk-4-2087 · version 0.9 · Exempeldata · UTKAST"
    )


def test_the_first_page_has_the_six_fields_of_the_head() -> None:
    """Each label has its value, and an empty field says that it is missing."""
    header = tree(gallery_file(draft=True), "word/header1.xml")
    cells = [words(cell) for cell in header.iter(f"{W}tc")]
    assert cells == [
        "Gäller för verksamhet Politik",
        "Dokument-id exlverk-4-2087",
        "Version 0.9 UTKAST",
        "Godkänt datum saknas",
        "Ansvarig Regiondirektören",
        "Upprättad av Planeringsavdelningen",
    ]
    assert field_codes(header) == ["PAGE", "NUMPAGES"]


def test_the_cover_may_count_as_page_zero() -> None:
    """Where the plan says so, Word starts its count from nought."""
    document = gallery_document()
    document = replace(document, head=replace(document.head, page_start=0))
    numbering = tree(written(document)).find(f".//{W}sectPr/{W}pgNumType")
    assert numbering is not None
    assert numbering.get(f"{W}start") == "0"


def test_the_committed_template_is_what_the_script_makes(tmp_path: Path) -> None:
    """Tokens, script and template agree to the byte."""
    out = tmp_path / "mall.docx"
    script = ROOT / "scripts" / "wordmall.py"
    subprocess.run([sys.executable, script, "--out", out], check=True, capture_output=True)  # noqa: S603 - our own script
    assert out.read_bytes() == MALL.read_bytes()


def test_a_field_that_does_not_exist_is_named(tmp_path: Path) -> None:
    """A misspelt field in the region's own template stops the build and says its name."""
    folder = changed_template(tmp_path, {"word/header2.xml": (b"{{ sidhuvud }}", b"{{ sidhuvd }}")})
    with pytest.raises(RenderFailed, match="sidhuvd"):
        word_bytes(gallery_document(), charts(), style(), folder)


@pytest.mark.parametrize(
    "payload",
    [
        b"{{ ''.__class__.__mro__ }}",
        b"{{ self.__init__.__globals__ }}",
        b"{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        b"{{ 1 / 0 }}",
    ],
)
def test_a_template_cannot_reach_the_machine(tmp_path: Path, payload: bytes) -> None:
    """Known ways out of the template engine end in a refusal."""
    folder = changed_template(tmp_path, {"word/header2.xml": (b"{{ sidhuvud }}", payload)})
    with pytest.raises(RenderFailed, match=r"mall\.docx"):
        word_bytes(gallery_document(), charts(), style(), folder)


def test_a_template_that_fetches_from_outside_is_refused(tmp_path: Path) -> None:
    """A remote template is a way to run foreign code; the address is named."""
    relation = (
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/attachedTemplate" Target="https://example.org/m.dotm" '
        b'TargetMode="External"/></Relationships>'
    )
    folder = changed_template(
        tmp_path, {"word/_rels/document.xml.rels": (b"</Relationships>", relation)}
    )
    with pytest.raises(RenderFailed, match=r"example\.org/m\.dotm"):
        word_bytes(gallery_document(), charts(), style(), folder)


@pytest.mark.parametrize("content", [None, b"", b"inte en zip", zip_bytes({"a.txt": b"a"})])
def test_a_template_that_is_no_word_file_is_refused(tmp_path: Path, content: bytes | None) -> None:
    """A missing or damaged template is told in Swedish."""
    (tmp_path / "word").mkdir()
    if content is not None:
        (tmp_path / "word" / "mall.docx").write_bytes(content)
    with pytest.raises(RenderFailed, match=r"mall\.docx"):
        word_bytes(gallery_document(), charts(), style(), tmp_path)


def test_a_template_saved_in_another_order_still_works(tmp_path: Path) -> None:
    """A region's edited template is used as it is: another label comes out in the file."""
    folder = changed_template(
        tmp_path, {"word/header1.xml": (b"Godk\xc3\xa4nt datum", b"Beslutat")}
    )
    shutil.copytree(TEMPLATES / "base", folder / "base")
    made = word_bytes(gallery_document(), charts(), style(), folder)
    assert "Beslutat 2024-09-27" in words(tree(made, "word/header1.xml"))
