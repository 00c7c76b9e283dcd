"""The review desk ("granskningsbord"): every page of a review, made from the files as they are."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from rapport.domain.period import Occasion
from rapport.domain.plan import Indicator, Plan
from rapport.domain.problem import Problem
from rapport.pipeline.printing import Draft, Printer
from rapport.pipeline.review_changes import changes_since_build
from rapport.pipeline.workbench import State, Workbench
from rapport.render.anchors import anchor_titles, contents
from rapport.render.environment import Values
from rapport.render.html import page_to_edit
from rapport.render.page_images import page_png
from rapport.render.review_pages import ReviewPage, ReviewPages
from rapport.report.document import Document
from rapport.report.facts import Facts
from rapport.report.review.measures import measure_rows, measure_story
from rapport.report.review.overview import report_card
from rapport.report.review.texts import TextRow, counts, text_rows
from rapport.report.walking import charts_of
from rapport.swedish import dates

_NOTHING_TO_COMPARE = (
    "Det finns inget tidigare bygge av perioden att jämföra med. Bygg den med rapport build."
)


class ReviewDesk:
    """One workspace at one occasion, as pages to review it on.

    ``when_printed`` is called when the pages of a draft are ready.
    """

    def __init__(self, root: Path, occasion: Occasion, when_printed: Callable[[], None]) -> None:
        self.bench = Workbench(root, occasion)
        self._printer = Printer(self.bench.templates, when_printed)
        self._html: dict[str, tuple[Document, str, str]] = {}

    @property
    def pages(self) -> ReviewPages:
        """The templates as they are now."""
        return self.bench.pages

    def stop(self) -> None:
        """End what runs in the background."""
        self._printer.stop()

    def frame(self) -> Values:
        """What is common to every page: the region, the occasion, the reports, the errors."""
        state = self.bench.look()
        region = state.workspace.region if state.workspace else None
        return {
            "region": region.name if region else "",
            "example": region.example if region else "",
            "occasion": dates.occasion_title(self.bench.occasion),
            "period": str(self.bench.occasion),
            "workspace": f"{region.id if region else ''}/{self.bench.occasion}",
            "faults": tuple(problem_values(problem) for problem in state.faults),
        }

    def overview(self) -> ReviewPage:
        """The reports of the occasion with state, deadlines and what is missing."""
        state = self.bench.look()
        facts = _facts(state)
        values = {
            "occasion": dates.occasion_title(self.bench.occasion),
            "cards": tuple(report_card(each, _today()) for each in facts),
            "text_counts": counts(self.text_rows(state)),
        }
        return self.pages.page("overview", "Översikt", "oversikt", values)

    def report(self, name: str, anchor: str = "") -> ReviewPage | None:
        """A report with the pages of its draft beside it, opened at an anchor."""
        state = self.bench.look()
        document = state.documents.get(name)
        if document is None:
            return None
        draft = self._printer.draft(document)
        facts = state.prepared[name].facts
        values = {
            "id": name,
            "anchor": anchor,
            "title": document.title,
            "subtitle": document.subtitle,
            "card": report_card(facts, _today()),
            "version": self._set(document)[1],
            "contents": _contents(document, draft),
            "draft": _draft_values(draft),
        }
        return self.pages.page("report", document.title, "rapport", values, "report")

    def report_html(self, name: str) -> str | None:
        """A report as its web page, with a way to each text that can be changed."""
        document = self.bench.look().documents.get(name)
        return self._set(document)[0] if document else None

    def _set(self, document: Document) -> tuple[str, str]:
        """The web page of a report with its hash; set again only when the report has changed."""
        bench = self.bench
        with bench.lock:
            known = self._html.get(document.id)
            if known is None or known[0] != document:
                charts = bench.svgs(charts_of(document.blocks))
                html = page_to_edit(document, charts, bench.style, bench.templates)
                mark = hashlib.sha256(html.encode()).hexdigest()[:16]
                self._html[document.id] = known = (document, html, mark)
            return known[1:]

    def draft(self, name: str) -> Draft | None:
        """The printed draft of a report."""
        document = self.bench.look().documents.get(name)
        return self._printer.draft(document) if document else None

    def page_picture(self, name: str, number: int) -> bytes | None:
        """A page of the printed draft as PNG."""
        draft = self.draft(name)
        if draft is None or draft.printed is None:
            return None
        try:
            return page_png(draft.printed.pdf, number)
        except IndexError:
            return None

    def measures(self) -> ReviewPage:
        """Every measure with outcome, target and verdict."""
        set_line = self.pages.line
        plans = tuple(
            {
                "id": plan.id,
                "name": plan.name,
                "rows": tuple(
                    {
                        "row": row,
                        "targets": tuple(set_line(target) for target in row.targets),
                        "verdict": set_line(row.verdict),
                    }
                    for row in measure_rows(facts, plan)
                ),
            }
            for facts, plan in _plans(self.bench.look())
            if any(plan.indicators)
        )
        return self.pages.page("measures", "Mått", "matt", {"plans": plans})

    def measure(self, plan_id: str, indicator_id: str) -> ReviewPage | None:
        """One measure: figures, verdict, history, working, source rows and the texts about it."""
        state = self.bench.look()
        found = _measure(state, plan_id, indicator_id)
        if found is None:
            return None
        facts, plan, indicator = found
        story = measure_story(facts, plan, indicator)
        charts = self.bench.svgs(charts_of(story.shown))
        values = {
            "plan": plan.name,
            "definition": indicator.definition,
            "deviations": indicator.deviations,
            "shown": self.pages.blocks(story.shown, charts),
            "tables": self.pages.blocks((story.figures, story.history)),
            "series": story.series,
            "texts": tuple(r for r in self.text_rows(state) if r.key == f"analys.{indicator.id}"),
        }
        return self.pages.page("measure", indicator.short_name, "matt", values)

    def texts(self) -> ReviewPage:
        """Every text that a report asks for, with its state."""
        rows = self.text_rows(self.bench.look())
        values = {"rows": rows, "counts": counts(rows)}
        return self.pages.page("texts", "Texter", "texter", values)

    def changes(self) -> ReviewPage:
        """What has changed since the last build of the occasion that is on disk."""
        bench = self.bench
        with bench.lock:
            blocks = changes_since_build(bench.root, bench.occasion, bench.look())
        values = {"blocks": self.pages.blocks(blocks), "nothing": _NOTHING_TO_COMPARE}
        return self.pages.page("changes", "Ändringar", "andringar", values)

    def message(self, heading: str, words: str) -> ReviewPage:
        """A page that only says something."""
        values = {"heading": heading, "words": words, "problems": ()}
        return self.pages.page("message", heading, "", values)

    def text_rows(self, state: State) -> tuple[TextRow, ...]:
        """The texts that the reports ask for, with what was found in each."""
        found = [p for each in state.prepared.values() for p in each.problems]
        return text_rows(_facts(state), dict.fromkeys((*state.problems, *found)))


def problem_values(problem: Problem) -> Values:
    """A problem for a page: where it is, how grave, and what to do."""
    return {
        "place": str(problem.location),
        "line": problem.location.line,
        "severity": str(problem.severity),
        "excerpt": problem.location.excerpt,
        "message": problem.message,
    }


def _today() -> date:
    return datetime.now(UTC).astimezone().date()


def _facts(state: State) -> tuple[Facts, ...]:
    return tuple(each.facts for each in state.prepared.values())


def _plans(state: State) -> tuple[tuple[Facts, Plan], ...]:
    """Each plan of the reports once, with the facts of the first report that has it."""
    found: dict[str, tuple[Facts, Plan]] = {}
    for facts in _facts(state):
        for plan in facts.plans:
            found.setdefault(plan.id, (facts, plan))
    return tuple(found.values())


def _measure(state: State, plan_id: str, indicator_id: str) -> tuple[Facts, Plan, Indicator] | None:
    for facts, plan in _plans(state):
        for indicator in plan.indicators:
            if (plan.id, indicator.id) == (plan_id, indicator_id):
                return facts, plan, indicator
    return None


def _contents(document: Document, draft: Draft) -> tuple[Mapping[str, object], ...]:
    """The lines of the contents list, each with its page in the draft."""
    titles = anchor_titles(document.blocks)
    pages = draft.printed.page_of_anchor if draft.printed else {}
    return tuple(
        {
            "anchor": entry.anchor,
            "text": titles.get(entry.anchor, entry.text),
            "level": entry.level,
            "page": pages.get(entry.anchor),
        }
        for entry in contents(document.blocks)
    )


def _draft_values(draft: Draft) -> Values:
    """The printed pages: the place of each, and whether newer ones are on their way."""
    printed = draft.printed
    sizes = printed.page_sizes if printed else ()
    return {
        "pages": tuple(
            {"number": number, "width": width, "height": height}
            for number, (width, height) in enumerate(sizes, start=1)
        ),
        "version": printed.version if printed else "",
        "working": draft.working,
        "fault": draft.fault,
    }
