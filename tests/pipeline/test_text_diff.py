"""Differences between two versions of a text, short enough to read."""

from __future__ import annotations

import pytest

from rapport.pipeline.text_diff import diff_lines

LONG = " ".join(f"ord{number}" for number in range(60))


@pytest.mark.parametrize(
    "before, after, expected",
    [
        ("a\n", "a\n\n", []),
        ("a\n\nb\n", "a\n\nc\n", ["  - b", "  + c"]),
        ("a\n", "a\n\nb\n", ["  + b"]),
        ("a\n\nb\n", "a\n", ["  - b"]),
        (
            f"{LONG} slut",
            f'{LONG} {{{{ mål("x") }}}} slut',
            [
                "  - […] " + " ".join(LONG.split()[-8:]) + " slut",
                "  + […] " + " ".join(LONG.split()[-8:]) + ' {{ mål("x") }} slut',
            ],
        ),
        (
            f"{LONG}",
            f"först {LONG}",
            [
                "  - " + " ".join(LONG.split()[:8]) + " […]",
                "  + först " + " ".join(LONG.split()[:8]) + " […]",
            ],
        ),
    ],
)
def test_only_what_differs_and_the_words_around_it_are_shown(
    before: str, after: str, expected: list[str]
) -> None:
    """A word changed in a long paragraph is found at once."""
    assert expected == list(diff_lines(before, after))
