"""Kinds of Word edits: each gives the right text or a placed message, and no word is lost."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from functools import cache

import pytest
from lxml import etree

from rapport.returned.content import plain
from rapport.returned.copy import Copy
from returned.edit_cases import WRITING, Case
from returned.pasted_cases import PASTING
from returned.review_cases import REVIEWING
from returned.shaping_cases import SHAPING
from returned.small_draft import TEXTS, W, draft_parts, edited, markdown, returned, told

CASES = (*WRITING, *SHAPING, *REVIEWING, *PASTING)
_RELATION = '<Relationship Id="{id}" Type="{kind}" Target="{target}"{mode}/></Relationships>'
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def with_parts(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Extra parts of a file, with the relations that lead to them."""
    name = "word/_rels/document.xml.rels"
    relations = draft_parts()[name].decode()
    made = {each: content for each, content in parts.items() if each.startswith("word/")}
    for each in parts:
        kind, target, mode = each.split("/")[-1].removesuffix(".xml"), each.split("/")[-1], ""
        if each == "rel":
            kind, target, mode = "hyperlink", parts[each].decode(), ' TargetMode="External"'
        shown = "rIdNy" if each == "rel" else f"rId{kind}"
        values = {"id": shown, "kind": _KINDS + kind, "target": target, "mode": mode}
        relations = relations.replace("</Relationships>", _RELATION.format(**values))
    return {**made, name: relations.encode()}


@cache
def read_back(name: str) -> Copy:
    """The draft read back after a kind of edit, once for all tests."""
    case = next(each for each in CASES if each.name == name)
    return returned(*case.edits, parts=with_parts(case.parts))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_an_edit_gives_the_right_text_and_the_right_message(case: Case) -> None:
    """The texts that changed are as expected, all others are their source to the byte."""
    copy = read_back(case.name)
    said = told(copy)

    assert {**TEXTS, **case.texts} == {key: markdown(copy, key) for key in TEXTS}
    assert [] == [words for words in case.says if words not in said]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_no_word_is_lost(case: Case) -> None:
    """Every word that stands in the file stands in a text, in the draft, or in a message."""
    parts = with_parts(case.parts)
    copy = read_back(case.name)
    root = etree.fromstring(edited_document(case))
    for own in list(root.iter(f"{W}showingPlcHdr")):
        words_by_word = next(own.iterancestors(f"{W}sdt"))
        words_by_word.clear()
    written = [plain(node.text or "") for node in root.iter(f"{W}t", f"{W}delText")]
    notes = [re.sub(r"<[^>]+>", " ", parts[name].decode()) for name in parts if "rels" not in name]
    kept = words_of(" ".join([*(markdown(copy, key) for key in TEXTS), told(copy), sent()]))

    assert set() == words_of(" ".join([*written, *notes])) - kept


def test_there_are_kinds_enough() -> None:
    """The catalogue covers what people do, each kind once."""
    names = [case.name for case in CASES]
    assert len(names) >= 60
    assert sorted(set(names)) == sorted(names)


def edited_document(case: Case) -> bytes:
    """The XML that the reviewer's program saved."""
    with zipfile.ZipFile(io.BytesIO(edited(*case.edits))) as archive:
        return archive.read("word/document.xml")


def sent() -> str:
    """The words of the draft as it was sent out."""
    root = etree.fromstring(draft_parts()["word/document.xml"])
    return " ".join(node.text or "" for node in root.iter(f"{W}t"))


def words_of(text: str) -> set[str]:
    """The words of a text."""
    return set(re.findall(r"[^\W_]+", plain(text)))
