"""Names, widths and escaping in Word files."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from rapport.render.word_table_frame import shared_widths
from rapport.render.word_xml import NAMESPACES, bookmark_name, control_tag, run
from render.word_reading import W

PRINTABLE = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u00ad\u2011\ufffe\uffff")
)


@given(st.text(min_size=1))
def test_any_key_becomes_a_bookmark_that_word_accepts(key: str) -> None:
    """A letter first, then letters, digits and underscores, at most forty in all."""
    assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,39}", bookmark_name(key))


@given(st.text(min_size=1), st.text(min_size=1))
def test_different_keys_have_different_bookmarks(one: str, other: str) -> None:
    """Keys that only differ in letters Word does not accept are still told apart."""
    assert (bookmark_name(one) == bookmark_name(other)) == (one == other)


def test_a_short_key_is_its_own_tag_and_a_long_one_is_shortened() -> None:
    """Word refuses tags of more than 64 characters."""
    assert control_tag("analys.antibiotikarecept") == "analys.antibiotikarecept"
    assert len(control_tag("a" * 65)) == 64
    assert control_tag("a" * 65) != control_tag("a" * 66)


@given(st.lists(st.integers(1, 1000), min_size=1, max_size=20), st.integers(100, 700))
def test_widths_fill_the_table_exactly(shares: list[int], total: int) -> None:
    """Rounding never leaves a gap at the right edge nor a column of no width at all."""
    widths = shared_widths(shares, total)
    assert sum(widths) == total * 15
    assert min(widths) >= 0


@given(PRINTABLE)
def test_a_run_holds_its_text_letter_by_letter(text: str) -> None:
    """Whatever is written is read back the same."""
    paragraph = etree.fromstring(f"<w:p {NAMESPACES}>{run(text)}</w:p>")
    assert "".join(node.text or "" for node in paragraph.iter(f"{W}t")) == text


def test_breaks_tabs_and_special_hyphens_are_elements() -> None:
    """Word wants its own elements for what plain text has characters for."""
    made = run("a\nb\tc\u00add\u2011e")
    paragraph = etree.fromstring(f"<w:p {NAMESPACES}>{made}</w:p>")
    names = [str(node.tag).removeprefix(W) for node in paragraph.iter(etree.Element)]
    assert names == ["p", "r", "t", "br", "t", "tab", "t", "softHyphen", "t", "noBreakHyphen", "t"]
