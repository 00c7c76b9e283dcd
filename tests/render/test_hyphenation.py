"""Where printed words are divided: between the parts of a compound, never inside one."""

from __future__ import annotations

from pathlib import Path

import pytest
from weasyprint.text.line_break import pyphen

from rapport.render.hyphenation import divided_between_parts

TEMPLATES = Path(__file__).parents[2] / "templates"


def divided(word: str, templates: Path) -> str:
    """A word with a hyphen wherever the stylesheet's five letters on each side allow one."""
    with divided_between_parts(templates):
        inserted: str = pyphen.Pyphen(lang="sv", left=5, right=5).inserted(word)
        return inserted


@pytest.mark.parametrize(
    "expected",
    [
        "Verksamhets-cheferna",
        "sjukvårds-avdelningen",
        "Kunskaps-styrnings-rådet",
        "specialist-mottagningarna",
        "läkemedels-berättelsen",
        "ansvars-områden",
        "verksamheterna",
    ],
)
def test_a_compound_is_divided_between_its_parts(expected: str) -> None:
    """Verksamhets-cheferna and not Verksamhetsche-ferna; a single part is left whole."""
    assert expected == divided(expected.replace("-", ""), TEMPLATES)


def test_a_region_adds_words_of_its_own(tmp_path: Path) -> None:
    """A word in the list is divided so; other words and later documents go by syllable."""
    (tmp_path / "base").mkdir()
    (tmp_path / "base" / "avstavning.txt").write_text("# egna ord\nmottagning\n", "utf-8")
    assert "barnmottagningar" == divided("barnmottagningar", tmp_path)
    assert "barnmot-tag-ningar" == divided("barnmottagningar", tmp_path / "utan")
