"""Documents without a chart – assignments, plans, letters, summaries – in all three formats."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from rapport.charts.style import read_style
from rapport.render.html import html_page
from rapport.render.word import PageNumbers, word_bytes
from rapport.report.compose import compose
from rapport.report.definition import LETTER, SectionRequest
from rapport.report.document import Document
from rapport.report.facts import Facts
from regions import MINI, prepared
from render.format_words import REFERENCE, words_of_page, words_of_pdf, words_of_word
from render.printing import TEMPLATES, page_texts, printed
from report.register_world import with_register

PLAN_PARTS = (
    "inledning", "mal", "uppdrag", "internkontroll", "budget", "definitioner",
)  # fmt: skip


def _asking(facts: Facts, name: str, *sections: SectionRequest) -> Facts:
    return replace(facts, definition=replace(facts.definition, id=name, sections=sections))


def _in_front(facts: Facts, kind: str) -> Facts:
    behind = facts.definition
    own = replace(_asking(facts, kind, SectionRequest(kind)).definition, about=behind.id)
    return replace(facts, definition=own, about=behind, beside=(own, behind))


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    """One document of each kind, without its cover, of the small region."""
    facts = prepared(MINI, reports=("aterrapportering",))[0].facts
    (plan, *_) = facts.plans
    parts = (SectionRequest(f"plan-{part}", {"plan": plan.id}) for part in PLAN_PARTS)
    found = (
        _asking(with_register(facts), "uppdrag", SectionRequest("uppdrag")),
        _asking(facts, "plan", *parts),
        _in_front(facts, LETTER),
        _in_front(facts, "sammanfattning"),
    )
    return {each.definition.id: compose(each) for each in found}


@pytest.mark.parametrize("name", ["uppdrag", "plan", LETTER, "sammanfattning"])
def test_word_and_pdf_say_what_the_page_says(name: str, documents: dict[str, Document]) -> None:
    """The same words in Word in the same order, and each as often in the PDF."""
    document = documents[name]
    style = read_style(TEMPLATES)
    page = words_of_page(html_page(document, {}, style, TEMPLATES, "screen").encode())
    word = words_of_word(word_bytes(document, {}, style, TEMPLATES, PageNumbers()))
    assert len(page) > 80
    assert page == word
    lost = Counter(page) - Counter(words_of_pdf(printed(document)))
    assert {} == {text: count for text, count in lost.items() if REFERENCE not in text}


def test_a_summary_of_its_own_is_one_printed_page(documents: dict[str, Document]) -> None:
    """As set, not only as estimated."""
    assert 1 == len(page_texts(printed(documents["sammanfattning"])))
