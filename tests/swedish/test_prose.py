"""Prose: counting words, agreement and enumeration as a Swedish reader expects them."""

from __future__ import annotations

import pytest

from rapport.domain.outcome import Verdict
from rapport.swedish.prose import (
    ACTIVITY,
    ASSIGNMENT,
    INDICATOR,
    capitalised,
    count_word,
    counted,
    enumeration,
    held_together,
    out_of,
    verdict_count,
    verdict_phrase,
)


@pytest.mark.parametrize(
    "count, word",
    [(0, "inga"), (1, "ett"), (2, "två"), (12, "tolv"), (13, "13"), (1200, "1\u00a0200")],
)
def test_numbers_to_twelve_are_words(count: int, word: str) -> None:
    """Then digits, with a no-break space in thousands."""
    assert word == count_word(count)


def test_one_agrees_with_its_noun() -> None:
    """Ett styrmått, en aktivitet."""
    assert ["ett styrmått", "två styrmått"] == [counted(n, INDICATOR) for n in (1, 2)]
    assert ["en aktivitet", "två aktiviteter"] == [counted(n, ACTIVITY) for n in (1, 2)]
    assert "inga uppdrag" == counted(0, ASSIGNMENT)


@pytest.mark.parametrize(
    "count, total, text",
    [
        (2, 3, "två av tre styrmått"),
        (1, 3, "ett av tre styrmått"),
        (0, 3, "inget av tre styrmått"),
        (13, 20, "13 av 20 styrmått"),
    ],
)
def test_part_of_a_whole(count: int, total: int, text: str) -> None:
    """The noun stands once, after the whole."""
    assert text == out_of(count, total, INDICATOR)


def test_nobody_of_a_common_gender_noun_is_ingen() -> None:
    """Ingen av fem aktiviteter, en av en aktivitet."""
    assert "ingen av fem aktiviteter" == out_of(0, 5, ACTIVITY)
    assert "en av en aktivitet" == out_of(1, 1, ACTIVITY)


@pytest.mark.parametrize(
    "items, text",
    [([], ""), (["a"], "a"), (["a", "b"], "a och b"), (["a", "b", "c"], "a, b och c")],
)
def test_items_are_joined_without_a_comma_before_och(items: list[str], text: str) -> None:
    """Swedish has no serial comma."""
    assert text == enumeration(items)


@pytest.mark.parametrize(
    "verdict, one, two",
    [
        (Verdict.MET, "ett styrmått är uppfyllt", "två styrmått är uppfyllda"),
        (Verdict.PARTLY, "ett styrmått är delvis uppfyllt", "två styrmått är delvis uppfyllda"),
        (Verdict.NOT_MET, "ett styrmått är ej uppfyllt", "två styrmått är ej uppfyllda"),
        (
            Verdict.NOT_ASSESSABLE,
            "ett styrmått kan inte bedömas",
            "två styrmått kan inte bedömas",
        ),
    ],
)
def test_verdict_agrees_with_the_count(verdict: Verdict, one: str, two: str) -> None:
    """Uppfyllt for one, uppfyllda for several."""
    assert [one, two] == [verdict_count(verdict, n) for n in (1, 2)]


def test_verdict_agrees_with_the_gender() -> None:
    """En aktivitet är uppfylld."""
    assert "är uppfylld" == verdict_phrase(Verdict.MET, 1, ACTIVITY)


def test_capital_letter_leaves_the_rest_alone() -> None:
    """HSN stays HSN and an empty text stays empty."""
    assert ["HSN:s plan", "Åtta", ""] == [capitalised(t) for t in ("HSN:s plan", "åtta", "")]


def test_label_is_held_together() -> None:
    """T2 never parts from its year."""
    assert "T2\u00a02024" == held_together("T2 2024")
