"""HTML in texts: it is shown as the characters it is, in HTML and in Word, and never runs."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree, html

from rapport.charts.style import read_style
from rapport.domain.follow_up import NarrativeText, TextStatus
from rapport.domain.problem import Location
from rapport.render.html import html_page
from rapport.render.narrative import narrate
from rapport.render.templates_folder import templates_folder
from rapport.render.word import PageNumbers, word_bytes
from rapport.report.blocks import Block
from render.printing import with_blocks

TEMPLATES = templates_folder(Path("no-workspace"))
STYLE = read_style(TEMPLATES)
PAYLOADS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=https://a.se/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<iframe src=https://a.se></iframe>",
    "<object data=file:///etc/passwd></object>",
    "<embed src=file:///etc/passwd>",
    "<link rel=stylesheet href=https://a.se/x.css>",
    "<link rel=attachment href=file:///etc/passwd>",
    "<style>* { display: none }</style>",
    "<base href=https://a.se>",
    "<meta http-equiv=refresh content=0;url=https://a.se>",
    "<form action=https://a.se><input name=x></form>",
    "<b style=background:url(https://a.se)>x</b>",
    "<a href=javascript:alert(1)>x</a>",
    "<div onmouseover=alert(1)>x</div>",
    "<math><mtext><script>alert(1)</script></mtext></math>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<textarea></textarea><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>",
    "</p></div></body></html><script>alert(1)</script>",
    "</w:t></w:r><w:r><w:t>injicerat</w:t></w:r>",
    "{{ utfall }}<script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<!--[if IE]><script>alert(1)</script><![endif]-->",
]
FORBIDDEN = {
    "script", "iframe", "object", "embed", "form", "input", "base", "template", "noscript",
    "textarea", "math",
}  # fmt: skip


def blocks_for(payload: str) -> tuple[Block, ...]:
    """The blocks of a text that holds a payload, in a paragraph, a list and a table."""
    markdown = f"Före {payload} efter\n\n- {payload}\n\n| Ort |\n|---|\n| {payload} |"
    text = NarrativeText("analys.x", markdown, TextStatus.DRAFT, "Norr", Location("x.md", 1))
    return narrate(text, {})[0]


def shown(payload: str) -> str:
    """The characters that a reader sees for a payload: entities are read, blanks are one."""
    return re.sub(r"\s+", " ", payload.replace("&lt;", "<").replace("&gt;", ">"))


def page_of(payload: str) -> etree._Element:
    """The page on the screen with a text that holds a payload."""
    page = html_page(with_blocks(*blocks_for(payload)), {}, STYLE, TEMPLATES, "screen")
    return html.document_fromstring(page)


def acting(page: etree._Element) -> list[tuple[str, str]]:
    """The attributes that load, lead somewhere or run, in order."""
    return [
        (str(name), str(value))
        for element in page.iter()
        for name, value in element.items()
        if str(name) in {"href", "src", "style", "action", "data"} or str(name).startswith("on")
    ]


def words(element: etree._Element) -> str:
    """The characters that a reader sees, blanks as one."""
    return re.sub(r"\s+", " ", "".join(str(text) for text in element.itertext()))


@pytest.mark.parametrize("payload", [each for each in PAYLOADS if "{{" not in each])
def test_html_is_shown_as_text_in_html(payload: str) -> None:
    """The page has no element or handler of the payload, and the reader sees its characters."""
    seen, expected = page_of(payload), page_of("x")
    assert [each.tag for each in expected.iter()] == [each.tag for each in seen.iter()]
    assert acting(expected) == acting(seen)
    assert 3 == words(seen).count(shown(payload))


@pytest.mark.parametrize("payload", [each for each in PAYLOADS if "{{" not in each])
def test_html_is_shown_as_text_in_word(payload: str) -> None:
    """The Word file holds the characters, and no runs of its own making."""
    content = word_bytes(with_blocks(*blocks_for(payload)), {}, STYLE, TEMPLATES, PageNumbers())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        tree = etree.fromstring(archive.read("word/document.xml"))
    assert 3 == words(tree).count(shown(payload))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_text_with_html_has_only_allowed_elements(payload: str) -> None:
    """Whether refused or shown, nothing that runs, loads or sends stands in the page."""
    tags = {str(each.tag) for each in page_of(payload).iter()}
    assert set() == tags & FORBIDDEN
