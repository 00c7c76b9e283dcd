"""Sentences that stand as they did in the last report ("oförändrad text")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapport.domain.earlier_texts import EarlierTexts
from rapport.domain.problem import Problem, Severity
from rapport.report.claims.written import BOUND, Sentence, Written
from rapport.swedish import dates, prose

UNCHANGED = "oförändrad-text"

_FEWEST_WORDS = 6
_SHOWN, _SHOWN_WORDS = 3, 8
_SENTENCE = prose.Noun("mening", "meningar", neuter=False)


def unchanged(written: Written, earlier: EarlierTexts) -> Iterator[Problem]:
    """One note for a text whose sentences stood in the same text last time."""
    key = written.source.key
    before = next((text for text in earlier.texts if text.key == key), None)
    if before is None:
        return
    known = {_normal(each.text) for each in Written(before).sentences}
    same = [e for e in written.sentences if _counts(e) and _normal(e.text) in known]
    whole = all(_normal(each.text) in known for each in written.sentences)
    if same:
        when = dates.short_label(earlier.occasion.period)
        yield written.problem(
            same[0].start,
            same[0].end,
            UNCHANGED,
            f"{_how_many(same, whole=whole)} som i rapporten för {when}: {_listed(same)}. "
            "Kontrollera att det fortfarande stämmer, eller skriv om.",
            Severity.NOTE,
        )


def _how_many(same: list[Sentence], *, whole: bool) -> str:
    if whole:
        return "Hela texten är densamma"
    verb = "är densamma" if len(same) == 1 else "är desamma"
    return f"{prose.capitalised(prose.counted(len(same), _SENTENCE))} {verb}"


def _listed(sentences: list[Sentence]) -> str:
    shown = "; ".join(f'"{_start(each.text)}"' for each in sentences[:_SHOWN])
    more = len(sentences) - _SHOWN
    return f"{shown} och {prose.counted(more, _SENTENCE)} till" if more > 0 else shown


def _start(text: str) -> str:
    words = text.split()
    start = " ".join(words[:_SHOWN_WORDS]).rstrip(".")
    return f"{start} …" if len(words) > _SHOWN_WORDS else start


def _counts(sentence: Sentence) -> bool:
    """Whether a sentence says something of its own; one with a bound number is always new."""
    return BOUND not in sentence.text and len(_normal(sentence.text).split()) >= _FEWEST_WORDS


def _normal(text: str) -> str:
    """The words only, in lower case."""
    return " ".join(re.findall(r"[\wåäöéü%]+", text.lower()))
