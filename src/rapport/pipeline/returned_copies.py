"""Returned copies of drafts against the workspace: what each text becomes, or why it does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from rapport.domain.follow_up import NarrativeText, TextStatus
from rapport.domain.period import Occasion
from rapport.domain.problem import Location, Problem
from rapport.editing.remarks import ReviewRemark
from rapport.editing.texts import TextChange, text_hash
from rapport.pipeline.preparation import evaluate
from rapport.pipeline.reading import load
from rapport.pipeline.returned_texts import TextJudge
from rapport.render.markdown_units import source_units
from rapport.report.bound_numbers import BoundNumbers
from rapport.report.figure_places import figure_place
from rapport.returned.copy import Copy, EditedText, Fate, read_copy
from rapport.returned.merging import Merged, Overlap, Version, merged
from rapport.returned.package import FileRefused
from rapport.returned.parts import Part, Source, aligned, assembled, source_of
from rapport.returned.tracked import Tracking
from rapport.sources.workspace import Workspace

_IN_THE_FILE = "Texten i dag"
"""Who wrote what stands in the workspace now."""


@dataclass(frozen=True)
class ReadCopy:
    """A returned file that could be read."""

    path: Path
    copy: Copy


@dataclass(frozen=True)
class TextOutcome:
    """What becomes of one text: the change, or the versions that cannot be one.

    ``sent`` is the body as it was in the draft, ``current`` as it is in the workspace (None
    when its file is gone) and ``versions`` what each copy says, by file name. ``overlaps``
    are the places where they disagree. ``change`` is None where nothing is to be written.
    ``status`` is the state of the text as it is; new words in an approved text make it klar.
    """

    key: str
    name: str
    occasion: str
    path: str
    sent: str
    current: str | None
    versions: tuple[tuple[str, str], ...]
    overlaps: tuple[Overlap, ...] = ()
    change: TextChange | None = None
    status: TextStatus | None = None

    @property
    def new_status(self) -> TextStatus | None:
        """The state that the text gets; None where it keeps the one it has, or has none yet."""
        if self.change is None or self.status is None:
            return None
        unsaid = TextStatus.READY if self.status is TextStatus.APPROVED else self.status
        after = self.change.status or unsaid
        return None if after is self.status else after

    @property
    def is_conflict(self) -> bool:
        """Whether the versions disagree, with each other or with the workspace."""
        return bool(self.overlaps) or (self.current is None and bool(self.versions))


def read_files(
    files: Iterable[Path], tracking: Tracking, draft: Path | None
) -> tuple[tuple[ReadCopy, ...], list[Problem]]:
    """The copies that can be read, and why the others cannot."""
    copies: list[ReadCopy] = []
    problems: list[Problem] = []
    for file in files:
        try:
            sent = None if draft is None else draft.read_bytes()
            copies.append(ReadCopy(file, read_copy(file.read_bytes(), file.name, tracking, sent)))
        except FileRefused as refused:
            problems.append(refused.problem)
        except OSError as error:
            message = (
                f"Filen går inte att läsa ({error.strerror}). Kontrollera namnet och försök igen."
            )
            problems.append(
                Problem(Location(Path(error.filename or file).name), "oläsbar-fil", message)
            )
    return tuple(copies), problems


def text_outcomes(
    root: Path, copies: Sequence[ReadCopy], by: str
) -> tuple[tuple[TextOutcome, ...], list[Problem]]:
    """What becomes of every text that some copy has changed.

    Raises:
        InputRejected: the workspace itself has errors.
    """
    outcomes: list[TextOutcome] = []
    problems: list[Problem] = []
    for occasion in dict.fromkeys(each.copy.draft.occasion for each in copies):
        of_occasion = [each.copy for each in copies if each.copy.draft.occasion == occasion]
        collator = _Collator.for_occasion(root, occasion, by)
        for copy in of_occasion:
            problems += collator.refusals(copy)
        for key in dict.fromkeys(text.mark.key for copy in of_occasion for text in copy.texts):
            made, found = collator.outcome(key, of_occasion)
            problems += found
            if made is not None:
                outcomes.append(made)
    return tuple(outcomes), problems


def remarks_of(read: ReadCopy) -> Iterator[ReviewRemark]:
    """The remarks of a copy as they are kept."""
    copy = read.copy
    made: dict[str, ReviewRemark] = {}
    for remark in copy.remarks:
        page = "" if remark.page is None else f", sidan {remark.page}"
        answered = made.get(remark.answers)
        made[remark.id] = ReviewRemark(
            report=copy.draft.report,
            file=copy.name,
            author=remark.author,
            date=remark.date,
            place=f"{remark.heading}{page}",
            key=remark.key,
            quoted=remark.quoted,
            text=remark.text,
            answers=answered.id if answered else "",
            done=remark.done,
        )
    yield from made.values()


@dataclass(frozen=True)
class _Collator:
    """The copies of one occasion against the workspace."""

    root: Path
    occasion: str
    by: str
    workspace: Workspace
    bound: BoundNumbers
    judge: TextJudge

    @staticmethod
    def for_occasion(root: Path, name: str, by: str) -> _Collator:
        occasion = Occasion.parse(name)
        workspace, _ = load(root, occasion)
        tree = workspace.region.organisations
        evaluation = evaluate(workspace, occasion)
        bound = BoundNumbers(evaluation, workspace.plans, tree, tree.top, occasion)
        return _Collator(root, name, by, workspace, bound, TextJudge(bound.functions))

    def refusals(self, copy: Copy) -> Iterator[Problem]:
        """What of a copy is not taken in, each with its place and what to do."""
        for text in copy.texts:
            place = Location(copy.name, excerpt=_place_words(text))
            for over in text.written_over:
                lives = figure_place(over.mark.expression, self.bound)
                yield Problem(
                    place, "ändrat-tal", _changed_figure(text, over.written, over.mark.value, lives)
                )
            if text.fate is Fate.EMPTIED:
                yield Problem(place, "tömd-text", _emptied(text))
            if text.fate is Fate.MISSING:
                yield Problem(place, "saknat-område", _missing(text))

    def outcome(self, key: str, copies: Sequence[Copy]) -> tuple[TextOutcome | None, list[Problem]]:
        """What becomes of one text."""
        edited = [
            (copy, text)
            for copy in copies
            for text in copy.texts
            if text.mark.key == key and text.fate is Fate.CHANGED
        ]
        good, problems = self._judged(edited)
        if not good:
            return None, problems
        first = good[0][1]
        text = self.workspace.follow_up.text(key)
        said = tuple((copy.name, assembled(each.source, each.parts)) for copy, each in good)
        made = TextOutcome(
            key, first.mark.name, self.occasion, first.mark.path, first.mark.markdown,
            None if text is None else text.markdown, said,
            status=None if text is None else text.status,
        )  # fmt: skip
        if text is None:
            return made, problems
        together, current = _together(good, text)
        if together.overlaps:
            return replace(made, overlaps=together.overlaps), problems
        markdown = assembled(current, _in_place(current, together.parts))
        if markdown.strip("\n") == text.markdown.strip("\n"):
            return made, problems
        faults = self.judge.faults(text, markdown)
        if faults:
            return None, [*problems, *faults]
        return replace(made, change=self._change(text, markdown, [c for c, _ in good])), problems

    def _judged(
        self, edited: list[tuple[Copy, EditedText]]
    ) -> tuple[list[tuple[Copy, EditedText]], list[Problem]]:
        """The edited versions that a report can print as they were meant."""
        good: list[tuple[Copy, EditedText]] = []
        problems: list[Problem] = []
        for copy, text in edited:
            place = Location(copy.name, excerpt=_place_words(text))
            markdown = assembled(text.source, text.parts)
            found = self.judge.misread(text.mark.key, markdown, text.words, place)
            problems += found
            if not found:
                good.append((copy, text))
        return good, problems

    def _change(self, text: NarrativeText, markdown: str, copies: list[Copy]) -> TextChange:
        saved = max((copy.modified for copy in copies), default="")
        return TextChange(
            self.occasion,
            text.key,
            markdown,
            by=self.by or text.responsible,
            on=saved or datetime.now(UTC).astimezone().date().isoformat(),
            expected=text_hash(self.root, self.occasion, text.key),
        )


def _together(good: list[tuple[Copy, EditedText]], text: NarrativeText) -> tuple[Merged, Source]:
    """All copies and the workspace's own version as one, copies of one draft at a time."""
    current = source_of(text.markdown, source_units(text.markdown))
    now: tuple[Part, ...] = current.parts
    overlaps: tuple[Overlap, ...] = ()
    for sha in dict.fromkeys(each.mark.sha256 for _, each in good):
        same = [(copy, each) for copy, each in good if each.mark.sha256 == sha]
        base = same[0][1].source
        versions = [Version(copy.name, each.parts) for copy, each in same]
        made = _merged(base, versions, aligned(base.parts, now))
        overlaps += made.overlaps
        now = made.parts
    return Merged(now, overlaps), current


def _merged(base: Source, versions: list[Version], now: tuple[Part, ...]) -> Merged:
    """The copies together, and with the workspace unless that already says the same."""
    made = merged(base.parts, versions)
    if made.overlaps or now in {base.parts, made.parts}:
        return made
    return merged(base.parts, [*versions, Version(_IN_THE_FILE, now)])


def _in_place(current: Source, parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts, with those that the workspace already has in its own spelling."""
    return tuple(
        current.parts[part.origin]
        if part.origin is not None and part == current.parts[part.origin]
        else replace(part, written="")
        for part in aligned(current.parts, parts)
    )


def _place_words(text: EditedText) -> str:
    page = "" if text.page is None else f", sidan {text.page} i utkastet"
    return f"{text.mark.name}{page}"


def _changed_figure(text: EditedText, written: str, value: str, lives: str) -> str:
    return (
        f'I texten {text.mark.key} står "{written}" där utkastet hade "{value}". Siffran hämtas '
        f"och skrivs inte för hand, så den ändras inte. Är den fel, rätta den {lives}, och bygg om."
    )


def _emptied(text: EditedText) -> str:
    return (
        f"Texten {text.mark.key} är tömd i filen. Den ändras inte. Ska den bort, ta bort filen "
        f"{text.mark.path}."
    )


def _missing(text: EditedText) -> str:
    return (
        f"Området för texten {text.mark.key} finns inte kvar i filen. Texten ändras inte. Ska den "
        f"bort, ta bort filen {text.mark.path}."
    )
