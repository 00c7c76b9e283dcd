"""Strict YAML: everything stays text, everything has a place, nothing surprising gets in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.problem import Problem
from rapport.sources import strict_yaml
from rapport.sources.source_text import SourceText
from rapport.sources.strict_yaml import parse_yaml
from rapport.sources.tree import Plain


def plain(text: str) -> Plain:
    """The values of a text without mistakes."""
    tree, problems = parse_yaml(SourceText("fil.yaml", text))
    assert () == problems
    assert tree is not None
    return tree.plain()


def problems(text: str) -> list[tuple[str, int | None, int | None]]:
    """The problems of a text as code, line and column."""
    found = parse_yaml(SourceText("fil.yaml", text))[1]
    return [(p.code, p.location.line, p.location.column) for p in found]


@pytest.mark.parametrize(
    "written", ["NO", "12:30", "010", "1e3", "0x1F", "~", "null", "91,9", "1_0"]
)
def test_a_scalar_stays_the_text_it_is(written: str) -> None:
    """What other YAML readers turn into numbers, times and truths is kept as written."""
    assert {"a": written} == plain(f"a: {written}\n")


def test_a_key_without_value_counts_as_not_written() -> None:
    """An empty value is left out, so that the field's default holds."""
    assert {"b": "x"} == plain("a:\nb: x\nc: ''\n")


def test_block_and_flow_collections_mean_the_same() -> None:
    """Both ways of writing give the same tree."""
    assert plain("a:\n  - b: x\n    c: [y]\n") == plain("a: [{b: x, c: [y]}]\n")


def test_decomposed_letters_are_composed() -> None:
    """A key typed as a + ring on one computer is the same key as å on another."""
    assert {"år": "gå"} == plain("a\u030ar: ga\u030a\n")


def test_every_value_key_and_item_has_its_place() -> None:
    """Paths lead to line and column of what was written."""
    tree, _ = parse_yaml(SourceText("fil.yaml", "mål:\n  - {år: 2024, värde: 95}\n"))
    assert tree is not None
    places = [
        str(tree.location(("mål",))),
        str(tree.location(("mål", 0))),
        str(tree.location(("mål", 0, "värde"))),
        str(tree.key_location(("mål", 0, "värde"))),
        str(tree.location(("mål", 0, "saknas"))),
    ]
    assert [
        "fil.yaml:1:1",
        "fil.yaml:2:6",
        "fil.yaml:2:23",
        "fil.yaml:2:16",
        "fil.yaml:2:6",
    ] == places


def test_an_alias_bomb_is_refused_at_once() -> None:
    """Nested aliases are never followed; each anchor and alias is a problem."""
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
    assert {"yaml-hänvisning"} == {code for code, _, _ in problems(bomb)}


def test_all_duplicate_keys_are_found() -> None:
    """Each second use of a key is placed, at every level, and reading goes on."""
    text = "a: 1\nb:\n  c: 1\n  c: 2\na: 2\n"
    assert [("dubbel-nyckel", 4, 3), ("dubbel-nyckel", 5, 1)] == problems(text)


@pytest.mark.parametrize(
    "text, line, column",
    [
        ("a: b: c\n", 1, 5),
        ("a: [1,\n  2\nb: 3\n", 1, 4),
        ("a:\n\t- b\n", 2, 1),
        ('a: "x\nb: y\n', 1, 4),
        ("a: @x\n", 1, 4),
        ("a: `x`\n", 1, 4),
        ("a: %x\n", 1, 4),
        ("- a\nb: c\n", 2, 1),
        ("  a: 1\nb: 2\n", 2, 1),
        ('a: "\\q"\n', 1, 5),
        ("a: 'it's'\n", 1, 8),
        ("a: ]\n", 1, 4),
        ("a: |x\n  y\n", 1, 4),
        ("a: * b\n", 1, 5),
        ("a: x\nutan kolon\n", 2, 1),
    ],
)
def test_a_syntax_mistake_is_placed_and_told_in_swedish(text: str, line: int, column: int) -> None:
    """One problem, at the mistake, without a word of the library's English."""
    (problem,) = parse_yaml(SourceText("fil.yaml", text))[1]
    assert ("yaml-skrivfel", line, column) == (
        problem.code,
        problem.location.line,
        problem.location.column,
    )
    assert not is_english(problem)


def is_english(problem: Problem) -> bool:
    """Whether a message has words that only the libraries use."""
    words = set(problem.message.lower().replace(".", " ").split())
    return bool(
        words & {"while", "found", "expected", "mapping", "the", "input", "should", "value"}
    )


def test_a_tab_and_a_sign_get_their_own_explanations() -> None:
    """The same complaint of the library has two causes, which are told apart."""
    tab = parse_yaml(SourceText("fil.yaml", "a:\n\t- b\n"))[1][0].message
    sign = parse_yaml(SourceText("fil.yaml", "a: @b\n"))[1][0].message
    assert ("tabb" in tab, "med @" in sign) == (True, True)


def test_deep_nesting_is_refused_before_it_hurts() -> None:
    """A hundred thousand brackets stop at the limit."""
    text = "a: " + "[" * 100_000
    assert [("för-djup", 1, strict_yaml.MAX_DEPTH + 3)] == problems(text)


def test_a_hidden_character_written_as_an_escape_is_found() -> None:
    """An escape inside quotes cannot smuggle in what may not stand in the text."""
    assert [("dolt-tecken", 1, 4)] == problems('a: "x\\u202ey"\n')


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_any_text_gives_a_tree_or_a_placed_problem(text: str) -> None:
    """Nothing that can be typed makes the reader fail."""
    tree, found = parse_yaml(SourceText("fil.yaml", text))
    assert tree is not None or any(p.location.line for p in found)


@given(st.text(alphabet=" -:[]{}\"'#|>\n\tab&*!%@,?", max_size=40))
def test_any_mix_of_signs_is_told_in_swedish(text: str) -> None:
    """Whatever the mix of YAML's own signs, messages are ours."""
    assert not any(is_english(problem) for problem in parse_yaml(SourceText("f.yaml", text))[1])
