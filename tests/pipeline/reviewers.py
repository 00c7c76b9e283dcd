"""Reviewers of a draft as it was sent to them: what Word and LibreOffice make of their copies."""

from __future__ import annotations

import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from returned.small_draft import Edit, W, packed
from returned.word_edits import WHO, WORD, run, text_node, without_controls, xml

_BODY, _CORE = "word/document.xml", "docProps/core.xml"
_COMMENTS, _RELATIONS, _TYPES = (
    "word/comments.xml",
    "word/_rels/document.xml.rels",
    "[Content_Types].xml",
)
_RELATION = (
    '<Relationship Id="rIdComments" Target="comments.xml" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/comments"/></Relationships>'
)
_TYPE = (
    '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.comments+xml"/></Types>'
)


def in_word(draft: Path, copy: Path, *edits: Edit, comment: str = "", day: str = "") -> Path:
    """A copy of the draft that someone has edited in Word and saved on a day.

    ``comment`` is the text of the comment that one of the edits, ``remarked``, has its place for.
    """
    with zipfile.ZipFile(draft) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(parts[_BODY])
    for edit in edits:
        edit(root)
    parts[_BODY] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    if comment:
        parts |= _with_comment(parts, comment)
    if day:
        parts[_CORE] = parts[_CORE].replace(b"2024-09-05T", f"{day}T".encode())
    copy.write_bytes(packed(parts))
    return copy


def _with_comment(parts: Mapping[str, bytes], text: str) -> dict[str, bytes]:
    """The parts of a file that a comment touches beside its place in the text."""
    body = f'<w:comments xmlns:w="{WORD}"><w:comment w:id="1" {WHO}><w:p>{run(text)}</w:p>'
    relations, types = parts[_RELATIONS].decode(), parts[_TYPES].decode()
    return {
        _COMMENTS: f"{body}</w:comment></w:comments>".encode(),
        _RELATIONS: relations.replace("</Relationships>", _RELATION).encode(),
        _TYPES: types.replace("</Types>", _TYPE).encode(),
    }


def tracked(words: str, instead: str) -> Edit:
    """Words in a run exchanged with tracking on."""

    def edit(root: etree._Element) -> None:
        holder = next(text_node(root, words).iterancestors(f"{W}r"))
        gone = xml(f'<w:del w:id="911" {WHO}/>')[0]
        holder.addprevious(gone)
        gone.addnext(xml(f'<w:ins w:id="912" {WHO}>{run(instead)}</w:ins>')[0])
        gone.append(holder)
        for node in list(gone.iter(f"{W}t")):
            node.tag = f"{W}delText"

    return edit


def remarked(words: str) -> Edit:
    """A place with a comment: the run with some words in it."""

    def edit(root: etree._Element) -> None:
        holder = next(text_node(root, words).iterancestors(f"{W}r"))
        holder.addprevious(xml('<w:commentRangeStart w:id="1"/>')[0])
        end = '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
        for element in reversed(xml(end)):
            holder.addnext(element)

    return edit


def in_libreoffice(draft: Path, copy: Path, office: str | None, *edits: Edit) -> Path:
    """A copy of the draft that someone has edited and saved in LibreOffice.

    Where LibreOffice is missing the copy is what LibreOffice leaves of the marks: all but the
    content controls.
    """
    if office is None:
        return in_word(draft, copy, *edits, without_controls)
    folder = copy.parent / "libreoffice"
    folder.mkdir()
    source = in_word(draft, folder / copy.name, *edits)
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "docx", "--outdir", str(copy.parent)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=240)  # noqa: S603 - the office of this machine and a file of the test
    return copy if copy.is_file() else in_libreoffice(draft, copy, None, *edits)


def written_over(words: str, figure: str) -> Edit:
    """The bound number right after some words written over by hand, its lock taken away."""

    def edit(root: etree._Element) -> None:
        holder = next(text_node(root, words).iterancestors(f"{W}r"))
        number = next(each for each in holder.itersiblings(f"{W}sdt"))
        node = next(number.iter(f"{W}t"))
        node.text = figure

    return edit
