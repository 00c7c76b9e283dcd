"""Texts that have been set and checked against the same figures, so that only new words cost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from rapport.domain.follow_up import NarrativeText
from rapport.domain.problem import Problem
from rapport.report.blocks import Block

Narrated = tuple[tuple[Block, ...], tuple[Problem, ...]]
"""A text as blocks, and what was wrong in it."""


@dataclass
class TextMemory:
    """What is known of texts as long as figures, plans and earlier texts are the same."""

    _narrated: dict[tuple[NarrativeText, tuple[str, ...], str], Narrated] = field(
        default_factory=dict
    )
    _claims: dict[NarrativeText, tuple[Problem, ...]] = field(default_factory=dict)

    def narrated(
        self,
        text: NarrativeText,
        plans: tuple[str, ...],
        unit: str,
        narrate: Callable[[], Narrated],
    ) -> Narrated:
        """A text with its numbers looked up in plans in this order, for an organisation."""
        key = (text, plans, unit)
        if key not in self._narrated:
            self._narrated[key] = narrate()
        return self._narrated[key]

    def claims(
        self,
        texts: tuple[NarrativeText, ...],
        check: Callable[[tuple[NarrativeText, ...]], tuple[Problem, ...]],
    ) -> tuple[Problem, ...]:
        """What texts claim and the figures do not; each text is held against itself only."""
        new = tuple(text for text in texts if text not in self._claims)
        found = check(new) if new else ()
        for text in new:
            place = text.location.path
            self._claims[text] = tuple(each for each in found if each.location.path == place)
        return tuple(problem for text in texts for problem in self._claims[text])
