"""The texts of the last report ("förra rapportens texter"), which the present ones follow."""

from __future__ import annotations

from dataclasses import dataclass

from rapport.domain.follow_up import NarrativeText
from rapport.domain.period import Occasion


@dataclass(frozen=True)
class EarlierTexts:
    """The texts of the last report before this one, to see what has not been written anew."""

    occasion: Occasion
    texts: tuple[NarrativeText, ...]
