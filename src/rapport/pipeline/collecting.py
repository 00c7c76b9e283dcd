"""Collecting ("läsa in"): what others have filled in or edited comes back into the workspace.

``plan`` reads the files and says what would happen; ``carry_out`` does it. Between them is
someone who has seen the differences and said yes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from rapport.domain.problem import Location, Problem
from rapport.editing.remarks import ReviewRemark, add_remarks
from rapport.editing.texts import Applied, TextChange, TextConflicts, apply_texts
from rapport.pipeline.returned_copies import (
    ReadCopy,
    TextOutcome,
    read_files,
    remarks_of,
    text_outcomes,
)
from rapport.returned.tracked import Tracking


@dataclass(frozen=True)
class CollectOrder:
    """What is asked for: files to read, and how.

    ``by`` is the office that is said to have made the changes; empty for the one that answers
    for each text. ``draft`` is the draft that copies without its marks were made from.
    """

    root: Path
    files: tuple[Path, ...]
    by: str = ""
    tracking: Tracking = Tracking.ACCEPTED
    draft: Path | None = None


@dataclass(frozen=True)
class Collection:
    """Everything that was read, before anything is written.

    ``refused`` are files and figures that are not taken in, each with its reason.
    """

    order: CollectOrder
    copies: tuple[ReadCopy, ...] = ()
    texts: tuple[TextOutcome, ...] = ()
    refused: tuple[Problem, ...] = ()

    @property
    def changes(self) -> tuple[TextChange, ...]:
        """The changes that would be written."""
        return tuple(each.change for each in self.texts if each.change is not None)

    @property
    def has_left(self) -> bool:
        """Whether something is left for a person to decide: a conflict or a refusal."""
        return bool(self.refused) or any(each.is_conflict for each in self.texts)


@dataclass(frozen=True)
class Collected:
    """What was written: texts and how many new remarks; ``conflicts`` wrote nothing at all."""

    texts: tuple[Applied, ...] = ()
    remarks: int = 0
    conflicts: TextConflicts | None = field(default=None)


def plan(order: CollectOrder) -> Collection:
    """Read the files and compare them with the workspace; nothing is written.

    Raises:
        InputRejected: the workspace itself has errors.
    """
    words, refused = _by_kind(order.files)
    copies, problems = read_files(words, order.tracking, order.draft)
    refused += problems
    texts, problems = text_outcomes(order.root, copies, order.by)
    refused += problems
    return Collection(order, copies, texts, tuple(dict.fromkeys(refused)))


def carry_out(collection: Collection) -> Collected:
    """Write the texts, all or none, and add the remarks.

    Raises:
        InputRejected: a text's file or the file of remarks cannot be read.
        RenderFailed: the system refused to write.
    """
    root = collection.order.root
    applied = apply_texts(root, collection.changes)
    if isinstance(applied, TextConflicts):
        return Collected(conflicts=applied)
    remarks: dict[str, list[ReviewRemark]] = {}
    for copy in collection.copies:
        remarks.setdefault(copy.copy.draft.occasion, []).extend(remarks_of(copy))
    added = sum(add_remarks(root, occasion, found) for occasion, found in remarks.items() if found)
    return Collected(applied, added)


def _by_kind(files: Iterable[Path]) -> tuple[list[Path], list[Problem]]:
    """The files by what they are; a kind that is not known is a problem."""
    words: list[Path] = []
    refused: list[Problem] = []
    for file in dict.fromkeys(files):
        match file.suffix.lower():
            case ".docx":
                words.append(file)
            case _:
                refused.append(_unknown_kind(file))
    return words, refused


def _unknown_kind(file: Path) -> Problem:
    message = (
        "Filen läses inte: rapport collect läser granskade Word-utkast (.docx). Spara den som "
        "Word-dokument om den är ett utkast."
    )
    return Problem(Location(file.name), "okänd-filsort", message)
