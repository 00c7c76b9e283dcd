"""Collecting ("läsa in"): what others have filled in or edited comes back into the workspace.

``plan`` reads the files and says what would happen; ``carry_out`` does it. Between them is
someone who has seen the differences and said yes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from rapport.domain.problem import Location, Problem
from rapport.editing.follow_up import (
    EntryChange,
    EntryConflict,
    changed_files,
    pending,
)
from rapport.editing.remarks import ReviewRemark, add_remarks, new_remarks
from rapport.editing.safe_writing import replace_files
from rapport.editing.texts import Applied, TextChange, TextConflicts, apply_texts
from rapport.pipeline.returned_copies import (
    ReadCopy,
    TextOutcome,
    read_files,
    remarks_of,
    text_outcomes,
)
from rapport.pipeline.returned_forms import (
    FormAnswers,
    entries_by_occasion,
    entry_conflicts,
    read_forms,
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

    ``refused`` are files and figures that are not taken in, each with its reason. ``forms``
    are the filled-in forms; ``clashes`` their answers to questions that the workspace answers
    otherwise since the form was written.
    """

    order: CollectOrder
    copies: tuple[ReadCopy, ...] = ()
    texts: tuple[TextOutcome, ...] = ()
    refused: tuple[Problem, ...] = ()
    forms: tuple[FormAnswers, ...] = ()
    clashes: tuple[EntryConflict, ...] = ()

    @property
    def changes(self) -> tuple[TextChange, ...]:
        """The changes that would be written."""
        return tuple(each.change for each in self.texts if each.change is not None)

    @property
    def has_left(self) -> bool:
        """Whether something is left for a person to decide: a conflict or a refusal."""
        stopped = any(problem.is_error for problem in self.refused)
        return stopped or bool(self.clashes) or any(each.is_conflict for each in self.texts)

    @cached_property
    def entries(self) -> dict[str, list[EntryChange]]:
        """The answers that would be written into follow-up files, by occasion."""
        clashing = [each.change for each in self.clashes]
        found: dict[str, list[EntryChange]] = {}
        for name, changes in entries_by_occasion(self.forms).items():
            own = [change for change in changes if change not in clashing]
            if waiting := pending(self.order.root, name, own):
                found[name] = waiting
        return found

    @cached_property
    def remarks(self) -> dict[str, tuple[ReviewRemark, ...]]:
        """The remarks that would be added, by occasion.

        Raises:
            InputRejected: the file of remarks cannot be read.
        """
        given: dict[str, list[ReviewRemark]] = {}
        for copy in self.copies:
            given.setdefault(copy.copy.draft.occasion, []).extend(remarks_of(copy))
        found = {name: new_remarks(self.order.root, name, each) for name, each in given.items()}
        return {name: remarks for name, remarks in found.items() if remarks}

    @property
    def has_news(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.changes or self.entries or self.remarks)


@dataclass(frozen=True)
class Collected:
    """What was written: texts, how many new remarks, and which follow-up files.

    ``conflicts`` are texts that changed under way: then nothing at all was written.
    """

    texts: tuple[Applied, ...] = ()
    remarks: int = 0
    files: tuple[str, ...] = ()
    conflicts: TextConflicts | None = field(default=None)


def plan(order: CollectOrder) -> Collection:
    """Read the files and compare them with the workspace; nothing is written.

    Raises:
        InputRejected: the workspace itself has errors.
    """
    words, books, refused = _by_kind(order.files)
    copies, problems = read_files(words, order.tracking, order.draft)
    refused += problems
    texts, problems = text_outcomes(order.root, copies, order.by)
    refused += problems
    forms, found = read_forms(order.root, books)
    refused += found
    texts += tuple(_form_texts(forms, {(each.occasion, each.key) for each in texts}, refused))
    clashes = entry_conflicts(order.root, forms)
    return Collection(order, copies, texts, tuple(dict.fromkeys(refused)), forms, clashes)


def _form_texts(
    forms: Iterable[FormAnswers], taken: set[tuple[str, str]], refused: list[Problem]
) -> Iterator[TextOutcome]:
    """What becomes of the texts in forms; one that another file also changes is left."""
    for form in forms:
        for answer in form.texts:
            outcome = answer.outcome(form.form.path.name)
            key = (outcome.occasion, outcome.key)
            if key in taken:
                message = (
                    f"Texten {outcome.key} ändras också i en annan av filerna. Läs in filerna var "
                    "för sig, så visas båda."
                )
                refused.append(Problem(answer.place, "två-svar", message))
                continue
            taken.add(key)
            yield outcome


def carry_out(collection: Collection) -> Collected:
    """Write the texts, all or none, and add the remarks.

    Raises:
        InputRejected: a text's file or the file of remarks cannot be read.
        RenderFailed: the system refused to write.
    """
    root = collection.order.root
    remarks = collection.remarks
    files = _entry_files(root, collection)
    applied = apply_texts(root, collection.changes)
    if isinstance(applied, TextConflicts):
        return Collected(conflicts=applied)
    replace_files(files)
    added = sum(add_remarks(root, occasion, found) for occasion, found in remarks.items())
    named = tuple(path.relative_to(root.resolve()).as_posix() for path in sorted(files))
    return Collected(applied, added, named)


def _entry_files(root: Path, collection: Collection) -> dict[Path, bytes]:
    """The follow-up files as they will be; an answer that clashed is left out."""
    found: dict[Path, bytes] = {}
    for occasion, changes in collection.entries.items():
        files = changed_files(root.resolve(), occasion, changes)
        if isinstance(files, dict):
            found |= files
    return found


def _by_kind(files: Iterable[Path]) -> tuple[list[Path], list[Path], list[Problem]]:
    """Drafts and forms apart; a kind of file that is not known is a problem."""
    words: list[Path] = []
    books: list[Path] = []
    refused: list[Problem] = []
    for file in dict.fromkeys(files):
        match file.suffix.lower():
            case ".docx":
                words.append(file)
            case ".xlsx":
                books.append(file)
            case _:
                refused.append(_unknown_kind(file))
    return words, books, refused


def _unknown_kind(file: Path) -> Problem:
    message = (
        "Filen läses inte: rapport collect läser granskade Word-utkast (.docx) och ifyllda "
        "blanketter (.xlsx). Spara filen i det formatet."
    )
    return Problem(Location(file.name), "okänd-filsort", message)
