"""A region's folder ("arbetsyta") read as a whole: everything in it, and every problem."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from rapport.domain.earlier_texts import EarlierTexts
from rapport.domain.follow_up import FollowUp
from rapport.domain.measurement import Measurements
from rapport.domain.meetings import MeetingCalendar
from rapport.domain.period import Occasion
from rapport.domain.plan import Plan
from rapport.domain.problem import InputRejected, Location, Problem
from rapport.domain.region import Region
from rapport.report.definition import ReportDefinition
from rapport.sources.contents import Contents, Places
from rapport.sources.cross_checks import cross_check
from rapport.sources.files_read import FileReader
from rapport.sources.linting import lint
from rapport.sources.occasion_folders import earlier_texts, follow_ups_of
from rapport.sources.plan_file import CalendarFile, read_plan
from rapport.sources.region_file import read_region
from rapport.sources.report_file import read_report
from rapport.sources.sum_checks import differing_totals

SETTINGS = "rapport.toml"
PLANS = "data/planer"
REPORTS = "reports"
MEASUREMENTS = "data/matvarden"

_DEPEND_ON_PLANS = frozenset({"okänt-styrmått", "okänd-dimension", "okänt-dimensionsvärde"})


@dataclass(frozen=True)
class Workspace:
    """Everything a region has put in its folder.

    ``calendars`` are those of the plans and those with files of their own. ``follow_up`` is
    that of the occasion asked for, empty when none was, and ``earlier_texts`` those of the
    latest occasion before it that has a folder. ``inputs`` are all files that were
    read, relative to the folder, for the manifest.
    """

    region: Region
    plans: tuple[Plan, ...]
    calendars: tuple[MeetingCalendar, ...]
    reports: dict[str, ReportDefinition]
    follow_up: FollowUp
    measurements: Measurements
    inputs: tuple[Path, ...]
    earlier_texts: EarlierTexts | None = None


def read_workspace(
    root: Path,
    occasion: Occasion | None,
    section_kinds: Collection[str] | None = None,
    *,
    with_lint: bool = False,
) -> tuple[Workspace, tuple[Problem, ...]]:
    """Read everything and collect every problem, in the order of files and lines.

    ``section_kinds`` are the sections the program can make; ``None`` accepts any. Without
    an occasion the follow-up of all occasions is read for its problems. ``with_lint`` adds
    what the plan linter finds.

    Raises:
        InputRejected: there is no readable ``rapport.toml``, so there is no region; all
            other problems are in the exception too.
    """
    reader = FileReader(root)
    region = _region(reader)
    plans, calendars, unread = _plans(reader)
    reports = _reports(reader, section_kinds)
    follow_ups = dict(follow_ups_of(reader, occasion, {report.id for report in reports}))
    contents = Contents(
        region,
        plans,
        calendars,
        reports,
        tuple(follow_ups.values()),
        unread,
        Places(tuple(reader.trees)),
    )
    reader.problems += (*cross_check(contents), *(lint(contents) if with_lint else ()))
    if region is None:
        raise InputRejected(_in_order(reader.problems))
    measured = _measurements(reader, region, contents)
    earlier = earlier_texts(reader, occasion) if occasion else None
    workspace = Workspace(
        region=region,
        plans=plans,
        calendars=tuple(_all_calendars(contents)),
        reports={report.id: report for report in reports},
        follow_up=follow_ups.get(str(occasion), FollowUp()),
        measurements=measured,
        inputs=tuple(sorted(reader.inputs)),
        earlier_texts=earlier,
    )
    return workspace, _in_order(reader.problems)


def _region(reader: FileReader) -> Region | None:
    tree = reader.toml(reader.root / SETTINGS)
    if tree is None:
        return None
    region, problems = read_region(tree)
    reader.problems += problems
    return region


class _PlanFiles(NamedTuple):
    plans: tuple[Plan, ...]
    calendars: tuple[CalendarFile, ...]
    unread: frozenset[str]


def _plans(reader: FileReader) -> _PlanFiles:
    plans: list[Plan] = []
    calendars: list[CalendarFile] = []
    unread: set[str] = set()
    files = reader.files(PLANS, ".yaml")
    if not files:
        reader.problems.append(_no_plans())
    for path in files:
        tree = reader.yaml(path)
        found, problems = read_plan(tree) if tree else (None, ())
        reader.problems += problems
        match found:
            case Plan():
                plans.append(found)
            case CalendarFile():
                calendars.append(found)
            case None:
                unread.add(tree.text_at("id") if tree else "")
    return _PlanFiles(tuple(plans), tuple(calendars), frozenset(unread))


def _no_plans() -> Problem:
    return Problem(
        Location(PLANS),
        "inga-planer",
        "Mappen har inga planer. Lägg minst en plan där (filer som slutar på .yaml), eller "
        "kontrollera att -C pekar på regionens mapp.",
    )


def _reports(
    reader: FileReader, section_kinds: Collection[str] | None
) -> tuple[ReportDefinition, ...]:
    reports: list[ReportDefinition] = []
    for path in reader.files(REPORTS, ".yaml"):
        tree = reader.yaml(path)
        if tree is None:
            continue
        report, problems = read_report(tree, section_kinds)
        reader.problems += problems
        if report:
            reports.append(report)
    return tuple(reports)


def _measurements(reader: FileReader, region: Region, contents: Contents) -> Measurements:
    """The measured data. Pandas is loaded only here, when everything else has been read."""
    from rapport.sources.measurements import read_measurements  # noqa: PLC0415 - loads pandas

    measured, problems = read_measurements(reader.root, region, contents.plans)
    if contents.unread_plans:
        # A measure of a plan with mistakes of its own is not unknown; it is not read yet.
        problems = tuple(p for p in problems if p.code not in _DEPEND_ON_PLANS)
    reader.problems += (*problems, *differing_totals(measured))
    folder = reader.root / MEASUREMENTS
    reader.inputs |= {
        path.relative_to(reader.root)
        for path in (folder.rglob("*") if folder.is_dir() else ())
        if path.is_file() and not path.name.startswith((".", "~$"))
    }
    return measured


def _all_calendars(contents: Contents) -> Iterator[MeetingCalendar]:
    yield from (plan.meetings for plan in contents.plans if plan.meetings)
    yield from (file.calendar for file in contents.calendars)


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    """By file, line and column; each problem once."""
    return tuple(sorted(dict.fromkeys(problems), key=_order))


def _order(problem: Problem) -> tuple[str, str, int, int, str]:
    place = problem.location
    return place.path, place.sheet or "", place.line or 0, place.column or 0, problem.code
