"""Texts in parts: divided, compared, merged and put together without a needless character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.render.markdown_units import source_units
from rapport.report.origin import UnitKind
from rapport.returned.markdown import spliced
from rapport.returned.merging import Merged, Version, merged
from rapport.returned.parts import Part, Source, aligned, assembled, source_of

BLOCKS = st.sampled_from(
    [
        "Ett stycke.",
        'Två rader\ni ett stycke med {{ utfall(\n"besok") }}.',
        "- en\n- två",
        "* ensam",
        "1. först\n2. sedan\n3. sist",
        "1. lika\n1. lika igen",
        "## En rubrik",
        "Rubrik med linje\n---",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "Se [avtalet][1].\n\n[1]: https://example.org/avtal",
        "- lång punkt\n  på två rader",
    ]
)
BODIES = st.lists(BLOCKS, min_size=1, max_size=6).map(lambda each: "\n\n".join(each) + "\n")


def source(markdown: str) -> Source:
    """A text divided as its file would be."""
    return source_of(markdown, source_units(markdown))


def version(who: str, base: Source, markdown: str) -> Version:
    """Someone's version of a text."""
    return Version(who, aligned(base.parts, source(markdown).parts))


def together(base: str, *others: str) -> Merged:
    """Versions of a text by A, B and so on, merged."""
    start = source(base)
    return merged(
        start.parts,
        [version(who, start, text) for who, text in zip("ABC", others, strict=False)],
    )


@given(BODIES)
def test_a_text_divided_and_put_together_is_the_same_text(markdown: str) -> None:
    """Not a character differs, whatever forms it has."""
    divided = source(markdown)
    assert (markdown, markdown) == (divided.whole, assembled(divided, divided.parts))


@given(BODIES, BODIES)
def test_what_was_put_together_is_the_same_parts_when_divided_again(
    markdown: str, other: str
) -> None:
    """Doing it twice gives what doing it once gave."""
    start = source(markdown)
    new = [Part(part.kind, part.text) for part in source(other).parts]
    made = assembled(start, aligned(start.parts, new))
    again = source(made)

    assert made == assembled(again, aligned(again.parts, new))


@pytest.mark.parametrize(
    "base, one, other, expected",
    [
        ("a\n\nb\n", "A ny\n\nb\n", "a\n\nB ny\n", "A ny\n\nB ny\n"),
        ("a\n\nb\n", "a\n\nb\n\nc\n", "a ny\n\nb\n", "a ny\n\nb\n\nc\n"),
        ("a\n\nb\n\nc\n", "a\n\nc\n", "a\n\nb\n\nc ny\n", "a\n\nc ny\n"),
        ("- a\n- b\n", "- a\n- b\n- c\n", "- först a\n- b\n", "- först a\n- b\n- c\n"),
        ("1. a\n2. b\n", "1. ny\n2. a\n3. b\n", "1. a\n2. b också\n", "1. ny\n2. a\n3. b också\n"),
        ("a\n\nb\n", "a x\n\nb\n", "a x\n\nb\n", "a x\n\nb\n"),
        ("a\n\n\n\nb\n", "a x\n\nb\n", "a\n\nb\n", "a x\n\n\n\nb\n"),
    ],
)
def test_edits_in_different_places_go_together(
    base: str, one: str, other: str, expected: str
) -> None:
    """Two reviewers' work is one text, in the manner of the source."""
    made = together(base, one, other)
    assert ((), expected) == (made.overlaps, assembled(source(base), made.parts))


@pytest.mark.parametrize(
    "one, other",
    [("a ett\n\nb\n", "a två\n\nb\n"), ("b\n", "a två\n\nb\n"), ("a\n\nc\n\nb\n", "a\n\nd\n\nb\n")],
)
def test_edits_in_the_same_place_are_a_conflict_that_says_who_wrote_what(
    one: str, other: str
) -> None:
    """Neither wins; both are shown."""
    made = together("a\n\nb\n", one, other)

    assert ["A", "B"] == [each.who for each in made.overlaps[0].versions]
    assert "a\n\nb\n" == assembled(source("a\n\nb\n"), made.parts)


def test_a_reference_that_loses_its_place_is_kept_last() -> None:
    """The address of a link does not vanish with the paragraph above it."""
    base = source("Se [avtalet][1].\n\n[1]: https://example.org/avtal\n\nSlut.\n")
    kept = [base.parts[0], Part(UnitKind.PARAGRAPH, "Nytt.")]

    assert "[1]: https://example.org/avtal" in assembled(base, kept)


@pytest.mark.parametrize(
    "written, generated, expected",
    [
        ("ett\ntvå\ntre", "ett två fyra tre", "ett\ntvå fyra\ntre"),
        ('a {{ utfall(\n"x") }} b', 'a {{ utfall(\n"x") }} c', 'a {{ utfall(\n"x") }} c'),
        ("ett två", "ett\ntvå", "ett två"),
    ],
)
def test_a_changed_paragraph_keeps_the_line_ends_of_its_source(
    written: str, generated: str, expected: str
) -> None:
    """A word changed is a line changed, not a paragraph."""
    assert expected == spliced(written, generated, UnitKind.PARAGRAPH)
