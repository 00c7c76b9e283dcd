"""Files that are refused before anything in them is read."""

from __future__ import annotations

import pytest

from rapport.returned import package
from rapport.returned.copy import read_copy
from rapport.returned.package import FileRefused
from rapport.returned.tracked import Tracking
from returned.small_draft import draft_file, draft_parts, packed, returned

_ENTITY = (
    b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b"<w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
)
_RELS = "word/_rels/document.xml.rels"


def refused(content: bytes) -> tuple[str, str]:
    """The code of why a file is refused, and the file it is said of."""
    with pytest.raises(FileRefused) as caught:
        read_copy(content, "granskad.docx", Tracking.ACCEPTED)
    problem = caught.value.problem
    assert problem.message.endswith(".")
    return problem.code, problem.location.path


def with_part(name: str, content: bytes) -> bytes:
    """The draft with one part exchanged or added."""
    return packed({**draft_parts(), name: content})


def related(kind: str, target: str, mode: str = "External") -> bytes:
    """The draft with one more relation from its main part."""
    relation = (
        f'<Relationship Id="rIdX" TargetMode="{mode}" Target="{target}" Type="http://'
        f'schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/></Relationships>'
    )
    content = draft_parts()[_RELS].decode().replace("</Relationships>", relation)
    return with_part(_RELS, content.encode())


def bare() -> bytes:
    """The draft as a program that drops all foreign parts would save it."""
    return packed({n: c for n, c in draft_parts().items() if not n.startswith("customXml")})


@pytest.mark.parametrize(
    "content, code",
    [
        (b"", "skadad-fil"),
        (b"hej", "skadad-fil"),
        (b"PK\x03\x04" + b"\0" * 40, "skadad-fil"),
        (packed({"a.txt": b"hej"}), "skadad-fil"),
        (draft_file()[:-2000], "skadad-fil"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "låst-fil"),
        (with_part("word/document.xml", b"<w:document"), "skadad-fil"),
        (with_part("word/document.xml", b"<a>\x00</a>"), "skadad-fil"),
        (with_part("word/document.xml", _ENTITY), "främmande-xml"),
        (with_part("word/vbaProject.bin", b"makro"), "makron"),
        (with_part("word/fyllnad.xml", b"<a>" + b" " * 3_000_000 + b"</a>"), "för-stor-fil"),
        (related("attachedTemplate", "https://example.org/mall.dotm"), "yttre-källa"),
        (related("image", "https://example.org/spion.png"), "yttre-källa"),
        (related("oleObject", "file:///C:/bok.xlsx"), "yttre-källa"),
        (bare(), "inget-utkast"),
        (with_part("customXml/item1.xml", b"<a xmlns='urn:rapport:utkast:1'/>"), "inget-utkast"),
        (
            with_part("customXml/item1.xml", b"<utkast xmlns='urn:rapport:utkast:1'/>"),
            "skadat-utkast",
        ),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_a_file_that_may_not_be_read_is_refused_with_its_name(content: bytes, code: str) -> None:
    """One problem that says what is wrong and what to do."""
    assert (code, "granskad.docx") == refused(content)


def test_macros_in_the_types_are_refused() -> None:
    """A macro file renamed to .docx is still one."""
    name = "[Content_Types].xml"
    types = draft_parts()[name].replace(
        b"wordprocessingml.document.main", b"wordprocessingml.macroEnabled.main"
    )
    assert ("makron", "granskad.docx") == refused(with_part(name, types))


def test_a_file_with_more_parts_than_any_document_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A zip of a hundred thousand entries is not unpacked."""
    monkeypatch.setattr(package, "MAX_PARTS", 10)
    assert ("för-stor-fil", "granskad.docx") == refused(draft_file())


def test_links_may_lead_out() -> None:
    """A link fetches nothing until someone follows it."""
    copy = read_copy(related("hyperlink", "https://example.org/"), "a.docx", Tracking.ACCEPTED)
    assert "prov" == copy.draft.report


def test_a_copy_without_its_marks_is_read_against_the_drafts_own_file() -> None:
    """Whoever has the draft can say which one it was."""
    copy = read_copy(bare(), "granskad.docx", Tracking.ACCEPTED, draft_file())
    assert {"oförändrad"} == {str(text.fate) for text in copy.texts}


def test_a_strict_document_is_read_as_an_ordinary_one() -> None:
    """Word's other way to save the same has other names for everything."""
    strict = {
        name: content.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        for name, content in draft_parts().items()
        if name.startswith("word/") and name.endswith(".xml")
    }
    copy = returned(parts=strict)
    assert ((), {"oförändrad"}) == (copy.outside, {str(text.fate) for text in copy.texts})
