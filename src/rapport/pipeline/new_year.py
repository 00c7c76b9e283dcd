"""``rapport new-year``: plans, calendars and follow-up taken into the next year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rapport.domain.follow_up import FollowUp
from rapport.domain.period import Occasion
from rapport.domain.plan import Plan
from rapport.domain.problem import InputRejected, Location, Problem
from rapport.domain.year_change import PlanRenewal, ToReview
from rapport.editing.follow_up_skeleton import follow_up_skeleton
from rapport.editing.plan_renewal import renewed, renewed_calendar
from rapport.editing.safe_writing import replace_files, sole_writer
from rapport.pipeline.last_answers import LastAnswers
from rapport.pipeline.preparation import evaluate
from rapport.pipeline.reading import load
from rapport.pipeline.renewals import Given, has_nothing_left, id_of_next, new_id, renewal_of
from rapport.sources.files_read import FileReader
from rapport.sources.occasion_folders import FOLLOW_UP, follow_ups_of
from rapport.sources.plan_file import CalendarFile, read_plan
from rapport.sources.source_text import SourceText
from rapport.sources.strict_yaml import parse_yaml
from rapport.sources.workspace import PLANS, Workspace

_Made = tuple[str, tuple[ToReview, ...]]
"""A file's text, and what to review in it."""


@dataclass(frozen=True)
class YearChange:
    """What a change of year makes: new files by their place, and what a person must review.

    ``list_path`` is the file that the list is written to, empty when nothing is made.
    """

    year: int
    files: dict[str, str]
    review: tuple[ToReview, ...]
    list_path: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """The change as it is told on the command line."""
        if not self.files:
            return (f"Inget att göra: planerna för {self.year} finns redan.",)
        return (
            *(f"ny fil: {path}" for path in self.files),
            "",
            f"Att gå igenom ({len(self.review)}):",
            *(f"  {item.path}: {item.what}" for item in self.review),
        )


def change_year(root: Path, year: int, *, dry_run: bool) -> YearChange:
    """Make the files of a new year; nothing that exists is touched.

    Raises:
        InputRejected: the workspace has errors, or a new plan's file is there already.
        RenderFailed: a file could not be written; then none is.
    """
    workspace, _ = load(root, None)
    given = _given(root, year)
    change = _change(root, workspace, year, given)
    if dry_run or not change.files:
        return change
    with sole_writer(root / PLANS):
        taken = [path for path in change.files if (root / path).exists()]
        if taken:
            raise InputRejected(tuple(map(_exists, taken)))
        replace_files({root / path: text.encode() for path, text in change.files.items()})
    return change


def _exists(path: str) -> Problem:
    message = (
        "Filen finns redan och skrivs inte över. Byt namn på den, eller skriv fortsätter: i den om "
        "den är den nya planen."
    )
    return Problem(Location(path), "finns-redan", message)


def _change(root: Path, workspace: Workspace, year: int, given: Given) -> YearChange:
    continued = {plan.continues for plan in workspace.plans}
    plan_ids = {
        plan.id: id_of_next(plan, year)
        for plan in workspace.plans
        if plan.last_year == year - 1 and plan.id not in continued
    }
    made = {**_new_plans(root, workspace, year, given, plan_ids), **_new_calendars(root, year)}
    files = {path: text for path, (text, _) in made.items()}
    clashes = [path for path in files if (root / path).exists()]
    if clashes:
        raise InputRejected(tuple(map(_exists, clashes)))
    plans = [*(plan for plan in workspace.plans if plan.covers(year)), *_read(files)]
    files |= _skeletons(root, plans, year, given, {new: old for old, new in plan_ids.items()})
    if not files:
        return YearChange(year, {}, ())
    found = [item for _, listed in made.values() for item in listed]
    new_ids = {old: new for old, new in plan_ids.items() if f"{PLANS}/{new}.yaml" in made}
    found += [
        _ended(plan) for plan in workspace.plans if plan.id in plan_ids.keys() - new_ids.keys()
    ]
    review = tuple(sorted(dict.fromkeys((*found, *_reports(workspace, new_ids)))))
    list_path = _free_name(root, year)
    files[list_path] = _list(year, review)
    return YearChange(year, dict(sorted(files.items())), review, list_path)


def _ended(plan: Plan) -> ToReview:
    what = "Allt i registret har upphört eller avslutats, så ingen ny fil görs."
    return ToReview(plan.location.path, what)


def _new_plans(
    root: Path, workspace: Workspace, year: int, given: Given, plan_ids: dict[str, str]
) -> dict[str, _Made]:
    """The plans that take over from those that end."""
    evaluation = evaluate(workspace, Occasion.parse(f"AR-{year - 1}"))
    made = {}
    for plan in (plan for plan in workspace.plans if plan.id in plan_ids):
        path = f"{PLANS}/{plan_ids[plan.id]}.yaml"
        text = (root / plan.location.path).read_text(encoding="utf-8-sig")
        renewal = renewal_of(plan, year, given, evaluation, plan_ids)
        if not has_nothing_left(plan, renewal):
            made[path] = renewed(text, path, renewal)
    return made


def _given(root: Path, year: int) -> dict[str, FollowUp]:
    """The follow-up of every occasion before the new year, the oldest first."""
    found = follow_ups_of(FileReader(root), None, frozenset())
    before = [(Occasion.parse(name), follow_up) for name, follow_up in found]
    before = [each for each in before if each[0].year < year]
    ordered = sorted(before, key=lambda each: (each[0].period.last, each[0].period.first))
    return {str(occasion): follow_up for occasion, follow_up in ordered}


def _calendars(root: Path, year: int) -> Iterator[CalendarFile]:
    """The calendars of last year that have files of their own and none for the new year."""
    reader = FileReader(root)
    found = [
        read_plan(tree)[0] for path in reader.files(PLANS, ".yaml") if (tree := reader.yaml(path))
    ]
    calendars = [each for each in found if isinstance(each, CalendarFile)]
    have = {each.board for each in calendars if each.calendar.year == year}
    for each in calendars:
        if each.calendar.year == year - 1 and each.board not in have:
            yield each


def _new_calendars(root: Path, year: int) -> dict[str, _Made]:
    """Calendars for the new year with the rounds of the last, and no day decided."""
    made = {}
    years = (year - 1, year - 1)
    for calendar in _calendars(root, year):
        name = new_id(calendar.id, years, year, year)
        path = f"{PLANS}/{name}.yaml"
        text = (root / calendar.location.path).read_text(encoding="utf-8-sig")
        renewal = PlanRenewal(calendar.id, name, year, year, years)
        made[path] = renewed_calendar(text, path, renewal)
    return made


def _read(files: dict[str, str]) -> Iterator[Plan]:
    """The new plans as they will be read; a copy that cannot be read is not written."""
    for path, text in files.items():
        tree, problems = parse_yaml(SourceText(path, text))
        plan, found = read_plan(tree) if tree else (None, ())
        errors = tuple(problem for problem in (*problems, *found) if problem.is_error)
        if errors:
            raise InputRejected(errors)
        if isinstance(plan, Plan):
            yield plan


def _skeletons(
    root: Path, plans: list[Plan], year: int, given: Given, old_ids: dict[str, str]
) -> dict[str, str]:
    """Follow-up files for the first occasion of the year, for plans that have none there."""
    period = f"T1-{year}"
    newest = tuple(given.items())[::-1]
    made = {}
    for plan in plans:
        path = f"{FOLLOW_UP}/{period}/{plan.id}.yaml"
        lists = LastAnswers(old_ids.get(plan.id, plan.id), newest).rows(plan)
        if any(lists.values()) and not (root / path).exists():
            made[path] = follow_up_skeleton(period, plan.id, lists)
    return made


def _reports(workspace: Workspace, plan_ids: dict[str, str]) -> Iterator[ToReview]:
    """Reports that name a plan which now has a successor."""
    for report in workspace.reports.values():
        new = [plan_ids[plan] for plan in report.plans if plan in plan_ids]
        if new:
            what = f"Lägg till {', '.join(new)} under planer, och i de avsnitt som nämner planen."
            yield ToReview(report.location.path, what)


def _free_name(root: Path, year: int) -> str:
    name, number = f"arsskifte-{year}.md", 1
    while (root / name).exists():
        number += 1
        name = f"arsskifte-{year}-{number}.md"
    return name


def _list(year: int, review: tuple[ToReview, ...]) -> str:
    """The list as a text file that one ticks off."""
    lines = [f"# Årsskifte {year}", "", "Att gå igenom innan planerna beslutas."]
    path = ""
    for item in review:
        if item.path != path:
            path = item.path
            lines += ["", f"## {path}", ""]
        lines.append(f"- [ ] {item.what}")
    return "\n".join(lines) + "\n"
