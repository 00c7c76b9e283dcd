"""Texts are measured with the bundled typeface and fitted to their room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.charts.style import Style
from rapport.charts.typeface import SEMIBOLD, Typeface, typeface


@pytest.fixture
def face(style: Style) -> Typeface:
    """The sans at 10 px."""
    return typeface(style, 10)


def test_figures_are_equally_wide(face: Typeface) -> None:
    """The typeface has table figures, so a column of them stands straight."""
    assert {face.width(figure) for figure in "0123456789"} == {face.width("0")}


def test_semibold_is_wider(style: Style, face: Typeface) -> None:
    """A weight is measured with its own file."""
    assert typeface(style, 10, SEMIBOLD).width("Måluppfyllelse") > face.width("Måluppfyllelse")


def test_a_weight_without_a_file_gets_the_nearest(style: Style) -> None:
    """An unbundled weight is drawn with the nearest bundled one."""
    assert typeface(style, 10, 610) == typeface(style, 10, SEMIBOLD)


def test_a_name_that_fits_is_left_alone(face: Typeface) -> None:
    """Nothing is cut when there is room."""
    assert face.shortened("Kalix sjukhus", 200) == "Kalix sjukhus"


def test_a_long_name_is_cut_after_a_whole_word(face: Typeface) -> None:
    """The ellipsis stands after a word, not inside one."""
    assert (
        face.shortened("Läkemedelsberättelse vid utskrivning", 130) == "Läkemedelsberättelse vid…"
    )


def test_a_long_word_breaks_where_a_syllable_starts(face: Typeface) -> None:
    """A single consonant before a vowel goes to the next line."""
    assert face.wrapped("Läkemedelskommittén", 60, 3) == ("Läkemedels-", "kommittén")


def test_no_break_spaces_hold_together(face: Typeface) -> None:
    """A figure is never parted from its thousands."""
    assert face.wrapped("Prognos 47\u00a0000", 45, 2) == ("Prognos", "47\u00a0000")


def test_letters_the_typeface_lacks_are_replaced(face: Typeface) -> None:
    """A sign without a drawing becomes a question mark; Sami letters have drawings."""
    assert face.drawable("Girjás ŋ 🏥\n\x07") == "Girjás ŋ ? "


@given(text=st.text(max_size=80), room=st.integers(20, 300), most=st.integers(1, 3))
def test_wrapped_lines_fit(style: Style, text: str, room: int, most: int) -> None:
    """Any text becomes at most so many lines, none wider than the room."""
    face = typeface(style, 12)
    lines = face.wrapped(text, room, most)
    assert len(lines) <= most
    assert [line for line in lines if face.width(line) > room] == []
