"""The template files: one for each block, without words, figures or sums of their own."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from rapport.domain.problem import RenderFailed
from rapport.render.block_markup import template_name
from rapport.render.environment import Templates
from rapport.render.templates_folder import templates_folder
from rapport.report.blocks import Block

TEMPLATES = templates_folder(Path("no-workspace"))
REVIEW = TEMPLATES / "review"
HTML_FILES = sorted(path for path in TEMPLATES.rglob("*.html") if path.parent != REVIEW)
"""The templates of documents; those of the review page have the fixed words of its forms."""


def test_every_block_has_its_template_and_every_template_its_block() -> None:
    """The template folder and the union of blocks name the same set."""
    blocks = {template_name(block) for block in get_args(Block)}
    files = {f"blocks/{path.name}" for path in (TEMPLATES / "blocks").glob("*.html")}
    assert blocks == files


@pytest.mark.parametrize("path", HTML_FILES, ids=lambda path: path.name)
def test_a_template_says_nothing_of_its_own(path: Path) -> None:
    """What is left without tags and Jinja has no letter or figure: words come from Python."""
    statements = re.sub(
        r"\{%.*?%\}|\{\{.*?\}\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL
    )
    words = re.sub(r"<[^>]*>", "", statements)
    assert [] == re.findall(r"\w+", words)


@pytest.mark.parametrize("path", HTML_FILES, ids=lambda path: path.name)
def test_a_template_neither_counts_nor_formats(path: Path) -> None:
    """No filter and no arithmetic stands in a Jinja expression."""
    expressions = re.findall(r"\{[{%](.*?)[}%]\}", path.read_text(encoding="utf-8"), re.DOTALL)
    outside_strings = [re.sub(r"\"[^\"]*\"|'[^']*'", "", text) for text in expressions]
    assert [] == [text for text in outside_strings if re.search(r"[|+*/~]|\s-\s|\bset\b", text)]


@pytest.mark.parametrize("path", sorted(REVIEW.glob("*.html")), ids=lambda path: path.name)
def test_a_template_of_the_review_page_computes_nothing(path: Path) -> None:
    """It may say how many rows it shows, but no figure is made and no markup let through."""
    expressions = re.findall(r"\{[{%](.*?)[}%]\}", path.read_text(encoding="utf-8"), re.DOTALL)
    outside_strings = [re.sub(r"\"[^\"]*\"|'[^']*'", "", text) for text in expressions]
    found = [text for text in outside_strings if re.search(r"[+*/]|\s-\s|\bset\b|safe", text)]
    assert [] == found


def test_a_misspelt_value_in_a_template_is_told_with_file_and_remedy(tmp_path: Path) -> None:
    """A missing value is an error that names the template, never an empty place."""
    (tmp_path / "fel.html").write_text("{{ rubrk }}", encoding="utf-8")
    with pytest.raises(RenderFailed, match=r"templates/fel\.html.*rubrk.*Rätta mallen"):
        Templates(tmp_path).fill("fel.html", {"rubrik": "Nära vård"})


def test_a_syntax_error_in_a_template_is_told_with_its_line(tmp_path: Path) -> None:
    """The line of the fault is part of the message."""
    (tmp_path / "fel.html").write_text("<p>\n{% if %}\n</p>", encoding="utf-8")
    with pytest.raises(RenderFailed, match=r"fel\.html, rad 2,"):
        Templates(tmp_path).fill("fel.html", {})


def test_a_missing_template_is_told_by_name(tmp_path: Path) -> None:
    """A folder of one's own that lacks a file says which."""
    with pytest.raises(RenderFailed, match=r"templates/blocks/lead\.html saknas"):
        Templates(tmp_path).fill("blocks/lead.html", {})


@pytest.mark.parametrize(
    "attack",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ text.__class__ }}",
        "{{ items.append(1) }}",
        "{{ self.__init__.__globals__ }}",
        "{{ cycler.__init__.__globals__.os }}",
    ],
)
def test_a_template_cannot_reach_python(tmp_path: Path, attack: str) -> None:
    """The sandbox stops every way out of the values."""
    (tmp_path / "a.html").write_text(attack, encoding="utf-8")
    with pytest.raises(RenderFailed, match="kunde inte fyllas i"):
        Templates(tmp_path).fill("a.html", {"text": "x", "items": [1]})


def test_a_value_with_markup_is_printed_as_text(tmp_path: Path) -> None:
    """Autoescape is on for every template."""
    (tmp_path / "a.html").write_text("{{ text }}", encoding="utf-8")
    filled = Templates(tmp_path).fill("a.html", {"text": "A & B < {{ 7*7 }}"})
    assert str(filled) == "A &amp; B &lt; {{ 7*7 }}"


def test_the_workspaces_own_templates_are_preferred(tmp_path: Path) -> None:
    """A folder named templates in the workspace replaces the shipped one."""
    (tmp_path / "templates").mkdir()
    assert templates_folder(tmp_path) == tmp_path / "templates"


def test_without_own_templates_the_shipped_are_used(tmp_path: Path) -> None:
    """The shipped folder has the page and the tokens."""
    shipped = templates_folder(tmp_path)
    assert (shipped / "base" / "page.html").is_file()
    assert (shipped / "base" / "tokens.toml").is_file()
