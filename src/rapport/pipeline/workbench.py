"""The workbench ("arbetsbord"): a workspace kept read, judged and drawn while people work in it.

A build reads everything and ends. The review page asks again and again; here everything stays
in memory until a file that it depends on has other content.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from threading import RLock

from rapport.charts.images import draw
from rapport.charts.style import Style, read_style
from rapport.domain.period import Occasion
from rapport.domain.problem import InputRejected, Problem
from rapport.fulfilment.evaluation import Evaluation
from rapport.pipeline.file_hashes import FileHashes, changed_files
from rapport.pipeline.orders import Order
from rapport.pipeline.preparation import Preparation, Prepared, evaluate
from rapport.pipeline.reading import load
from rapport.pipeline.text_memory import TextMemory
from rapport.render.review_pages import ReviewPages
from rapport.render.templates_folder import templates_folder
from rapport.report.chart_specs import ChartSpec
from rapport.report.compose import compose
from rapport.report.document import Document
from rapport.sources.rereading import with_texts_again
from rapport.sources.workspace import Workspace

_TEXTS = ("data", "texter")
_MOST_CHARTS = 1000


@dataclass(frozen=True)
class State:
    """What is known after the last look at the files.

    ``faults`` are the errors that stop a build; the rest is then as it was before them, and
    empty if there never was a before. ``prepared`` and ``documents`` are by report. ``hashes``
    are those of the files that all this was read from, never newer.
    """

    hashes: Mapping[str, str] = field(default_factory=dict)
    workspace: Workspace | None = None
    problems: tuple[Problem, ...] = ()
    evaluation: Evaluation | None = None
    prepared: Mapping[str, Prepared] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    faults: tuple[Problem, ...] = ()


class Workbench:
    """One workspace at one occasion; safe to ask from several threads."""

    def __init__(self, root: Path, occasion: Occasion) -> None:
        self.root = root
        self.occasion = occasion
        self.templates = templates_folder(root)
        folders = (root / "data", root / "reports", self.templates)
        self._files = FileHashes(root, folders)
        self._seen: Mapping[str, str] = {}
        self._state = State()
        self._memory = TextMemory()
        self._charts: dict[ChartSpec, bytes] = {}
        self._style: Style | None = None
        self._pages: ReviewPages | None = None
        self.lock = RLock()

    def look(self) -> State:
        """The state of the files as they are now; nothing is redone that has not changed."""
        with self.lock:
            hashes = self._files.now()
            changed = changed_files(self._seen, hashes)
            if changed or not hashes:
                self._state = self._renewed(changed, hashes)
                self._seen = hashes
            return self._state

    @property
    def style(self) -> Style:
        """The look of the workspace's templates."""
        with self.lock:
            if self._style is None:
                self._style = read_style(self.templates)
            return self._style

    @property
    def pages(self) -> ReviewPages:
        """The templates of the review page."""
        with self.lock:
            style = self.style
            if self._pages is None:
                self._pages = ReviewPages(self.templates, style)
            return self._pages

    def svgs(self, specs: Iterable[ChartSpec]) -> dict[ChartSpec, bytes]:
        """Charts as SVG; one that has been drawn before is not drawn again."""
        with self.lock:
            wanted = tuple(dict.fromkeys(specs))
            found = {s: self._charts.get(s) or draw(s, self.style).svg for s in wanted}
            if len(self._charts) > _MOST_CHARTS:
                self._charts.clear()
            self._charts.update(found)
            return found

    def _renewed(self, changed: frozenset[str], hashes: Mapping[str, str]) -> State:
        if any((self.root / name).is_relative_to(self.templates) for name in changed):
            self._style = self._pages = None
            self._charts.clear()
        try:
            return self._read_again(changed, hashes)
        except InputRejected as rejected:
            faults = tuple(problem for problem in rejected.problems if problem.is_error)
            return replace(self._state, faults=faults)

    def _read_again(self, changed: frozenset[str], hashes: Mapping[str, str]) -> State:
        """Read what has changed, judge anew when figures may have, and compose."""
        workspace, problems, evaluation = self._only_texts(changed) or self._everything()
        order = Order(self.root, self.occasion)
        ready = Preparation(workspace, evaluation, order, problems, self._memory).reports()
        by_report = {each.facts.definition.id: each for each in ready}
        documents = _Documents(by_report)
        return State(hashes, workspace, problems, evaluation, by_report, documents)

    def _everything(self) -> tuple[Workspace, tuple[Problem, ...], Evaluation]:
        gc.unfreeze()
        workspace, problems = load(self.root, self.occasion)
        self._memory = TextMemory()
        evaluation = evaluate(workspace, self.occasion)
        gc.freeze()  # the region's figures live until its files change; not walked at each comment
        return workspace, problems, evaluation

    def _only_texts(
        self, changed: frozenset[str]
    ) -> tuple[Workspace, tuple[Problem, ...], Evaluation] | None:
        """The same figures with other words; none when more than texts has changed."""
        state = self._state
        if state.workspace is None or state.evaluation is None or state.faults:
            return None
        if not all(PurePosixPath(name).parts[:2] == _TEXTS for name in changed):
            return None
        again = with_texts_again(self.root, state.workspace, state.problems, changed)
        if again is None:
            return None
        workspace, problems = again
        return workspace, problems, state.evaluation


class _Documents(Mapping[str, Document]):
    """The documents of reports, each composed when it is first asked for."""

    def __init__(self, prepared: Mapping[str, Prepared]) -> None:
        self._prepared = prepared
        self._composed: dict[str, Document] = {}

    def __getitem__(self, name: str) -> Document:
        """A report's document."""
        if name not in self._composed:
            self._composed[name] = compose(self._prepared[name].facts)
        return self._composed[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._prepared)

    def __len__(self) -> int:
        return len(self._prepared)
