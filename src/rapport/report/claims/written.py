"""A narrative text as the check of claims reads it: its own words, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from rapport.domain.follow_up import NarrativeText
from rapport.domain.problem import Location, Problem, Severity

BOUND = "\ufffc"
"""Stands in each place of a bound expression, which is not the author's own words."""

_EXPRESSION = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_ADDRESS = re.compile(r"(?<=\]\()[^)\s]*(?=\))|https?://\S+")
_STYLE = re.compile(r"[*_]{1,3}")
_ITEM = re.compile(r"^[ \t]*(?:#{1,6}|\d{1,2}[.)]|[-*+]) ", re.MULTILINE)
_ABBREVIATION = re.compile(
    r"\b(?:t\.ex|bl\.a|m\.m|m\.fl|o\.d|d\.v\.s|dvs|s\.k|ca|c:a|kl|nr|resp|jfr|jmf|inkl|exkl|max|min)\."
)
_END = re.compile(r"[.!?]+(?=\s+[^\Wa-zåäöéü]|\s*$)|\n\s*\n|\|")
_LONGEST = 1_000
"""Characters of the longest sentence; so that no text takes long to check."""


@dataclass(frozen=True)
class Sentence:
    """A sentence of a text with its place; ``text`` is as long as what was written there."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Where it ends in the Markdown."""
        return self.start + len(self.text)


@dataclass(frozen=True)
class Written:
    """A narrative text with bound expressions, addresses and marks blanked out in place.

    Offsets in ``own`` are offsets in the Markdown, so that a finding can be placed.
    """

    source: NarrativeText

    @cached_property
    def own(self) -> str:
        """The author's own words."""
        text = _EXPRESSION.sub(lambda m: BOUND * len(m[0]), self.source.markdown)
        text = _ADDRESS.sub(_blank, text)
        text = _STYLE.sub(_blank, _ITEM.sub(_border, text))
        return text.replace("\u00a0", " ").replace("\u202f", " ")

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in order; list items, headings and table cells are their own."""
        return tuple(self._split())

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that an offset lies in."""
        found = (each for each in self.sentences if each.start <= offset < each.end)
        return next(found, Sentence(0, self.own))

    def problem(
        self, start: int, end: int, code: str, message: str, severity: Severity = Severity.WARNING
    ) -> Problem:
        """A finding at a place of the Markdown."""
        markdown = self.source.markdown
        line_start = markdown.rfind("\n", 0, start) + 1
        line_end = markdown.find("\n", start)
        line_end = line_end if line_end >= 0 else len(markdown)
        location = Location(
            self.source.location.path,
            self.source.first_line + markdown.count("\n", 0, start),
            start - line_start + 1,
            excerpt=markdown[line_start:line_end],
            length=max(1, min(end, line_end) - start),
        )
        return Problem(location, code, message, severity)

    def _split(self) -> Iterator[Sentence]:
        readable = _ABBREVIATION.sub(lambda m: m[0].replace(".", "·"), self.own)
        start = 0
        for mark in _END.finditer(readable):
            yield from self._trimmed(start, mark.end())
            start = mark.end()
        yield from self._trimmed(start, len(self.own))

    def _trimmed(self, start: int, end: int) -> Iterator[Sentence]:
        """The sentence without its edges; what is longer than any sentence is cut."""
        while end - start > _LONGEST:
            cut = self.own.rfind(" ", start, start + _LONGEST) + 1 or start + _LONGEST
            yield from self._trimmed(start, cut)
            start = cut
        text = self.own[start:end]
        if text.strip(" \n|.-"):
            blank = len(text) - len(text.lstrip(" \n|"))
            yield Sentence(start + blank, text[blank:].rstrip(" \n|"))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _border(match: re.Match[str]) -> str:
    """A list mark or heading mark as the border that table cells have."""
    return "|".rjust(len(match[0]))
