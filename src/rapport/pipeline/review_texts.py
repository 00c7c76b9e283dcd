"""The texts on the review desk: shown, set while someone writes, and saved without overwriting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from difflib import SequenceMatcher
from itertools import zip_longest

from rapport.domain.follow_up import NarrativeText, TextStatus
from rapport.domain.problem import InputRejected, Location, Problem, RenderFailed
from rapport.editing.texts import (
    Effect,
    TextChange,
    TextConflict,
    TextConflicts,
    apply_texts,
    text_path,
)
from rapport.pipeline.review_desk import ReviewDesk, problem_values
from rapport.pipeline.workbench import State
from rapport.render.environment import Values
from rapport.render.narrative import narrate
from rapport.render.review_pages import ReviewPage
from rapport.report.blocks import Block
from rapport.report.bound_numbers import BoundNumbers
from rapport.report.claims.basis import Basis
from rapport.report.claims.check import check_claims
from rapport.report.review.bindable import bindable_figures
from rapport.report.review.texts import TextRow
from rapport.report.states import ANALYSIS, hindrances
from rapport.sources.source_text import SourceText, hidden_characters
from rapport.swedish import terms

_STATES = tuple((str(status), terms.TEXT_STATUSES[status]) for status in TextStatus)


@dataclass(frozen=True)
class WrittenText:
    """What someone has written in the editor, and the file as it was when they began.

    ``expected`` is the hash of that file, empty where there was none.
    """

    key: str
    markdown: str
    status: TextStatus
    office: str
    expected: str


@dataclass(frozen=True)
class SavedText:
    """A text that is on disk: the hash of its file, and whether anything was changed."""

    sha256: str
    changed: bool


@dataclass(frozen=True)
class RefusedText:
    """A text that was not saved, with every reason."""

    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Preview:
    """A text as the report would set it, and what was found in it, by its own lines.

    Both are finished HTML; a template prints them as they are.
    """

    html: str
    problems: tuple[Values, ...]
    problems_html: str


class ReviewTexts:
    """The editor's side of a review desk; ``token`` stands in every form that it makes."""

    def __init__(self, desk: ReviewDesk, token: str) -> None:
        self._desk = desk
        self._token = token

    @property
    def _occasion(self) -> str:
        return str(self._desk.bench.occasion)

    def page(
        self, key: str, written: WrittenText | None = None, refused: tuple[Problem, ...] = ()
    ) -> ReviewPage | None:
        """The editor of a text; with ``written`` it holds what could not be saved, and why."""
        state = self._desk.bench.look()
        row = self._row(state, key)
        if row is None or state.workspace is None:
            return None
        text = state.workspace.follow_up.text(key)
        body = written.markdown if written else text.markdown.strip("\n") if text else ""
        preview = self.preview(key, body)
        values = {
            "token": self._token,
            "row": row,
            "body": body,
            "expected": written.expected if written else self._expected(state, key),
            "refused": tuple(problem.message for problem in refused),
            "status": str(written.status if written else text.status if text else TextStatus.DRAFT),
            "states": _STATES,
            "office": written.office if written else row.responsible,
            "text": text,
            "measures": _pages_of(state, key),
            "preview": preview.html if preview else "",
            "problems": preview.problems if preview else (),
            "bindable": tuple(bindable_figures(self._basis(state), key)),
        }
        return self._desk.pages.page("text", row.about, "texter", values, "editor")

    def preview(self, key: str, markdown: str) -> Preview | None:
        """A text as it would be printed, with its bound numbers and everything found in it."""
        state = self._desk.bench.look()
        if self._row(state, key) is None:
            return None
        text = self._as_text(key, markdown)
        with self._desk.bench.lock:
            blocks, problems = self._set(state, text)
        found = tuple(problem_values(problem) for problem in problems)
        pages = self._desk.pages
        return Preview(pages.blocks(blocks), found, pages.piece("problems", {"problems": found}))

    def save(self, written: WrittenText) -> SavedText | RefusedText | TextConflict:
        """Save a text, unless its file is another than the one that the writer began with."""
        state = self._desk.bench.look()
        if self._row(state, written.key) is None:
            return RefusedText((_unknown(written.key),))
        refused = tuple(self._refusals(state, written))
        if refused:
            return RefusedText(refused)
        change = TextChange(
            self._occasion,
            written.key,
            written.markdown,
            written.office.strip(),
            datetime.now(UTC).astimezone().date().isoformat(),
            status=written.status,
            expected=written.expected or None,
        )
        try:
            done = apply_texts(self._desk.bench.root, (change,))
        except InputRejected as rejected:
            return RefusedText(rejected.problems)
        except RenderFailed as failed:
            return RefusedText((Problem(Location(written.key), "kan-inte-skrivas", str(failed)),))
        if isinstance(done, TextConflicts):
            return done.conflicts[0]
        return SavedText(done[0].sha256, done[0].effect is not Effect.UNCHANGED)

    def conflict(self, written: WrittenText, found: TextConflict) -> ReviewPage:
        """Both versions beside each other; nothing has been written."""
        row = self._row(self._desk.bench.look(), written.key)
        values = {
            "token": self._token,
            "key": written.key,
            "about": row.about if row else written.key,
            "written": written,
            "states": _STATES,
            "mine": written.markdown,
            "theirs": found.current,
            "expected": found.current_sha256 or "",
            "lines": tuple(_compared(written.markdown, found.current or "")),
        }
        return self._desk.pages.page("conflict", "Två versioner", "texter", values, "editor")

    def _row(self, state: State, key: str) -> TextRow | None:
        return next((r for r in self._desk.text_rows(state) if r.key == key), None)

    def _expected(self, state: State, key: str) -> str:
        return state.hashes.get(text_path(self._occasion, key), "")

    def _as_text(self, key: str, markdown: str) -> NarrativeText:
        """The text as if it had been read; its lines are those of the editor."""
        clean = markdown.replace("\r\n", "\n").replace("\r", "\n")
        return NarrativeText(key, clean, TextStatus.DRAFT, "", Location(f"{key}.md"))

    def _set(
        self, state: State, text: NarrativeText
    ) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
        workspace, evaluation = state.workspace, state.evaluation
        if workspace is None or evaluation is None:
            return (), ()
        tree, occasion = workspace.region.organisations, self._desk.bench.occasion
        bound = BoundNumbers(evaluation, workspace.plans, tree, tree.top, occasion)
        blocks, problems = narrate(text, bound.functions)
        claims = check_claims((text,), self._basis(state), workspace.earlier_texts)
        hidden = hidden_characters(SourceText(text.location.path, text.markdown))
        return blocks, (*hidden, *problems, *claims)

    def _basis(self, state: State) -> Basis:
        workspace, evaluation = state.workspace, state.evaluation
        assert workspace is not None and evaluation is not None  # noqa: S101, PT018
        tree = workspace.region.organisations
        return Basis(evaluation, workspace.follow_up, tree, self._desk.bench.occasion)

    def _refusals(self, state: State, written: WrittenText) -> Iterable[Problem]:
        """What must be put right before a text may be saved as it is."""
        place = f"{written.key}.md"
        yield from hidden_characters(SourceText(place, written.markdown))
        if not written.office.strip():
            message = "Ange vilket kontor eller vilken funktion som ändrar texten."
            yield Problem(Location(place), "saknat-kontor", message)
        if written.status is not TextStatus.DRAFT:
            text = replace(self._as_text(written.key, written.markdown), status=written.status)
            for sentence in _hindrances(state, text):
                yield Problem(Location(place), "kan-inte-bli-klar", sentence)


def _hindrances(state: State, text: NarrativeText) -> tuple[str, ...]:
    """Why no report lets a text be called klar yet, with the text as it is about to be."""
    found: list[str] = []
    for each in state.prepared.values():
        follow_up = each.facts.follow_up
        others = tuple(t for t in follow_up.texts if t.key != text.key)
        facts = replace(each.facts, follow_up=replace(follow_up, texts=(*others, text)))
        found += hindrances(facts, text.key)
    return tuple(dict.fromkeys(found))


def _pages_of(state: State, key: str) -> tuple[Values, ...]:
    """The measures that a text is about, to go to."""
    found = {
        (plan.id, indicator.id): {
            "plan": plan.id,
            "plan_name": plan.short_name,
            "indicator": indicator.id,
            "name": indicator.short_name,
        }
        for each in state.prepared.values()
        for plan in each.facts.plans
        for indicator in plan.indicators
        if key == f"{ANALYSIS}{indicator.id}"
    }
    return tuple(found.values())


def _compared(mine: str, theirs: str) -> Iterator[Values]:
    """The lines of both versions beside each other, with what differs marked."""
    left, right = mine.splitlines(), theirs.splitlines()
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        for one, other in zip_longest(left[a:b], right[c:d], fillvalue=None):
            yield {"mine": one, "theirs": other, "differs": tag != "equal"}


def _unknown(key: str) -> Problem:
    message = f'Ingen rapport frågar efter texten "{key}".'
    return Problem(Location(key), "okänd-text", message)
