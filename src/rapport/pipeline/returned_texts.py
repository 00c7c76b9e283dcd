"""Whether an edited text can be printed as its writer meant it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from rapport.domain.follow_up import NarrativeText, TextStatus
from rapport.domain.problem import Location, Problem
from rapport.render.narrative import BoundFunction, narrate
from rapport.report.blocks import Block, BulletList, Label, NumberedList, Paragraph, Table
from rapport.report.inline import Line, Link, Text
from rapport.returned.content import plain
from rapport.sources.source_text import SourceText, hidden_characters

_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"})


@dataclass(frozen=True)
class TextJudge:
    """Sets texts as a report would, with the functions for bound numbers."""

    functions: Mapping[str, BoundFunction]

    def faults(self, text: NarrativeText, markdown: str) -> tuple[Problem, ...]:
        """What is wrong with a new body of a text, by the lines it would have."""
        _, problems = narrate(replace(text, markdown=markdown), self.functions)
        hidden = hidden_characters(SourceText(text.location.path, markdown))
        return (*problems, *hidden)

    def misread(self, key: str, markdown: str, words: str, place: Location) -> list[Problem]:
        """Why a text that came back cannot be written: what it says is not what was meant."""
        text = NarrativeText(key, markdown, TextStatus.DRAFT, "", place)
        blocks, problems = narrate(text, self.functions)
        if problems:
            return [Problem(place, each.code, _in_text(key, each.message)) for each in problems]
        told = plain(" ".join(_lines(blocks)))
        if told.translate(_QUOTES) == words.translate(_QUOTES):
            return []
        message = (
            f"Texten {key} kan inte skrivas så att den läses tillbaka likadan, så den ändras inte. "
            "Skriv om det stycke som har ovanliga tecken eller formatering, eller ändra i textens "
            f"egen fil. I granskningen står: {words}"
        )
        return [Problem(place, "går-inte-att-återge", message)]


def _in_text(key: str, message: str) -> str:
    return f"Texten {key} ändras inte. {message}"


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    """The words of a text's blocks, with bound numbers as the expressions they come from."""
    for block in blocks:
        match block:
            case Paragraph(content=content) | Label(content=content):
                yield _line(content)
            case BulletList(items=items) | NumberedList(items=items):
                yield from map(_line, items)
            case Table():
                yield from (column.title for column in block.columns)
                yield from (
                    _line(line) for row in block.rows for cell in row.cells for line in cell
                )
            case _:
                pass


def _line(content: Line) -> str:
    return "".join(part.binding or part.text for part in content if isinstance(part, Text | Link))
