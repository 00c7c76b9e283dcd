"""A label that is too long to stand beside its text: set above it, and no part of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rapport.charts.style import read_style
from rapport.render.word import word_bytes
from rapport.report.blocks import Labelled
from rapport.returned.copy import read_copy
from rapport.returned.tracked import Tracking
from render.printing import TEMPLATES
from render.word_reading import tree
from returned.small_draft import BESOK, TEXTS, W, document, markdown


def draft(label: str) -> bytes:
    """The small draft with another label beside its first text."""
    blocks = tuple(
        replace(block, label=label) if isinstance(block, Labelled) else block
        for block in document().blocks
    )
    given = replace(document(), blocks=blocks)
    return word_bytes(given, {}, read_style(TEMPLATES), TEMPLATES)


@pytest.mark.parametrize("label", ["Analys", "Samlad bedömning", "Jämfört med ett annat år"])
def test_the_text_beside_a_label_is_read_back_without_it(label: str) -> None:
    """Also when a line break follows the label."""
    copy = read_copy(draft(label), "granskad.docx", Tracking.ACCEPTED)
    assert TEXTS[BESOK] == markdown(copy, BESOK)


@pytest.mark.parametrize(
    "label, after", [("Analys", ["t", "tab"]), ("Samlad bedömning", ["t", "tab", "br"])]
)
def test_a_long_label_has_a_line_of_its_own(label: str, after: list[str]) -> None:
    """Otherwise the first line of the text would begin further in than the others."""
    runs = tree(draft(label)).iter(f"{W}r")
    first = next(run for run in runs if run.findtext(f"{W}t") == label)
    parts = [str(child.tag).removeprefix(W) for child in first]
    assert after == [part for part in parts if part != "rPr"]
