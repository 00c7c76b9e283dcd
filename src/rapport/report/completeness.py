"""What is missing ("vad som saknas"): everything that stops or burdens a final report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from datetime import date
from pathlib import PurePosixPath

from rapport.domain.activity import Activity, ActivityStatus, Timing
from rapport.domain.follow_up import TextStatus
from rapport.domain.meetings import Stage
from rapport.domain.outcome import Blocker
from rapport.domain.period import Period
from rapport.domain.plan import DocumentHead, Indicator, Plan
from rapport.domain.problem import Location, Problem
from rapport.report.activity_cuts import shown_plan
from rapport.report.claims.check import CODES as CLAIM_CODES
from rapport.report.claims.figures import BINDABLE, CONTRADICTION, UNCHECKED
from rapport.report.control_completeness import missing_controls
from rapport.report.facts import Facts, MissingItem
from rapport.report.management_completeness import missing_judgement
from rapport.report.measure_anchor import measure_anchor
from rapport.report.owed import author_of, owed, tells_of_measures
from rapport.report.states import decisions, lacks_action
from rapport.swedish import dates, phrases

_HEAD_NAMES = {
    "document_class": "Dokumentklass",
    "applies_to": "Gäller för verksamhet",
    "document_id": "Dokument-id",
    "version": "Version",
    "approved": "Godkänt datum",
    "responsible": "Ansvarig",
    "prepared_by": "Upprättad av",
}


_BEARING_CODES = frozenset({"osäkert-ingångsvärde", "mål-saknas", "olika-mål", "relativ-tolerans"})
"""The remarks of the plan check that a board should know of; the rest are for planners."""


def missing_items(facts: Facts, text_keys: tuple[tuple[str, str], ...]) -> tuple[MissingItem, ...]:
    """Everything missing, blocking first, in the order of the report.

    ``text_keys`` are the texts the report's sections ask for: (key, what it is about).
    """
    found = [*_head(facts), *_state(facts), *_texts(facts, text_keys)]
    if tells_of_measures(facts):
        found += [*_statuses(facts), *_overdue(facts), *_measures(facts), *_remarks(facts)]
    found += missing_controls(facts, _due(facts, Stage.SUBMISSION))
    found += missing_judgement(facts, _due(facts, Stage.SUBMISSION))
    found += owed(facts, _due(facts, Stage.SUBMISSION))
    found += _claims(facts, dict(text_keys))
    days = {_due(facts, stage): _day(facts, stage) for stage in Stage}
    dated = (replace(item, day=days.get(item.due)) for item in found)
    return tuple(sorted(dated, key=lambda item: not item.blocking))


def _stops(what: str, who: str, due: str, anchor: str = "", text: str = "") -> MissingItem:
    return MissingItem(blocking=True, what=what, who=who, due=due, anchor=anchor, text=text)


def _awaits(what: str, who: str, due: str, anchor: str = "", text: str = "") -> MissingItem:
    """Something that is there and lacks only approval."""
    return replace(_stops(what, who, due, anchor, text), is_approval=True)


def _check(what: str, who: str, due: str, anchor: str = "", text: str = "") -> MissingItem:
    return MissingItem(blocking=False, what=what, who=who, due=due, anchor=anchor, text=text)


def _due(facts: Facts, stage: Stage) -> str:
    """The day of a stage; before the first meeting where the report has no such stage."""
    day = facts.round.day(stage) if facts.round else None
    if day and day.first:
        return dates.day_and_month(day.first)
    first = _day(facts, stage)
    return f"före {dates.day_and_month(first)}" if first else "före mötet"


def _day(facts: Facts, stage: Stage) -> date | None:
    """The day of a stage, else the first day that the report's round has."""
    if facts.round is None:
        return None
    known = [day.first for _, day in facts.round.days if day.first]
    wanted = facts.round.day(stage)
    return wanted.first if wanted and wanted.first else next(iter(known), None)


def _head(facts: Facts) -> Iterator[MissingItem]:
    head = facts.head
    for each in fields(DocumentHead):
        if each.name in _HEAD_NAMES and not getattr(head, each.name):
            what = f"{_HEAD_NAMES[each.name]} är tomt i dokumenthuvudet"
            make = _awaits if each.name == "approved" else _stops
            yield make(what, head.prepared_by or "Sekretariatet", _due(facts, Stage.BOARD))
    if head.version and head.version.split(".")[0] == "0":
        what = (
            f"Version {head.version} är ett utkast; en slutlig rapport har version 1.0 eller högre"
        )
        yield _awaits(what, head.prepared_by, _due(facts, Stage.BOARD))


def _state(facts: Facts) -> Iterator[MissingItem]:
    """What is said not to be approved: the report itself, and verdicts that are proposals."""
    state = facts.follow_up.report_state(facts.definition.id)
    if state is not None and state.status is not TextStatus.APPROVED:
        what = f"Rapporten är inte godkänd utan {state.status}"
        yield _awaits(what, state.office, _due(facts, Stage.BOARD))
    for name, given in decisions(facts):
        if given.status is not TextStatus.APPROVED:
            what = f"{name}: den beslutade bedömningen är inte godkänd utan {given.status}"
            yield _awaits(what, given.decision.office, _due(facts, Stage.BOARD))


def _texts(facts: Facts, keys: tuple[tuple[str, str], ...]) -> Iterator[MissingItem]:
    for key, about in keys:
        text = facts.raw_text(key)
        due = _due(facts, Stage.SUBMISSION)
        if text is None or not text.markdown.strip():
            what = f"Text saknas: {about} (filen {key}.md)"
            yield _stops(what, author_of(facts, key), due, _anchor(facts, key), key)
        elif text.status is not TextStatus.APPROVED:
            what = f"Texten är inte godkänd utan {text.status}: {about}"
            make = _awaits if text.status is TextStatus.READY else _stops
            yield make(what, text.responsible, due, _anchor(facts, key), key)


def _anchor(facts: Facts, key: str) -> str:
    """Where in the report a text stands or would have stood."""
    kind, _, name = key.partition(".")
    if kind == "analys":
        for plan in facts.plans:
            for indicator in plan.indicators:
                if indicator.id == name:
                    return measure_anchor(plan, indicator)
    return _section_anchors(facts).get(key, key.replace(".", "-"))


def _section_anchors(facts: Facts) -> dict[str, str]:
    """Where the texts stand whose sections are not named after them."""
    anchors = {
        "verksamhetsrapport.uppdrag": "namndens-uppdrag",
        "verksamhetsrapport.samlad-bedomning": "samlad-bedomning",
    }
    for request in facts.definition.sections:
        if request.kind == "handlingsplan":
            anchors["handlingsplan"] = f"plan-{request.options['plan']}"
        if request.kind == "ledningsrapport":
            areas = ((plan, area) for plan in facts.plans for area in plan.monitoring)
            anchors |= {f"ledningsrapport.{a.id}": f"omrade-{p.id}-{a.id}" for p, a in areas}
        if request.kind == "text":
            key = request.options["nyckel"]
            anchors[key] = f"text-{key.replace('.', '-')}"
    return anchors


def _shown(facts: Facts) -> tuple[Plan, ...]:
    """The plans as this report shows them, so that a cut is not asked for what it leaves out."""
    return tuple(shown_plan(facts.region, facts.definition, plan) for plan in facts.plans)


def _statuses(facts: Facts) -> Iterator[MissingItem]:
    for plan in _shown(facts):
        for item, about, who in _asked(plan, facts.definition.head.prepared_by):
            if facts.follow_up.status_of(plan.id, item) is None:
                yield _stops(f"Läge saknas för {about}", who, _due(facts, Stage.SUBMISSION))


def _overdue(facts: Facts) -> Iterator[MissingItem]:
    """Activities that the plan wanted done by now, but that are said to be under way."""
    for plan in _shown(facts):
        for area in plan.areas:
            for activity in area.activities:
                given = facts.follow_up.status_of(plan.id, activity.id)
                if given is None or not _is_overdue(facts, plan, activity, given.status):
                    continue
                what = (
                    f"Aktivitet {activity.number}, {area.name}: planens tid är "
                    f"{activity.due.printed}, men läget är {given.status}"
                )
                who = activity.responsible[0] if activity.responsible else ""
                yield _check(what, who, _due(facts, Stage.BOARD), f"omrade-{area.id}")


def _is_overdue(facts: Facts, plan: Plan, activity: Activity, status: ActivityStatus) -> bool:
    """Only a time that is a last month can be overdue; "löpande" never is."""
    if activity.due.timing is not Timing.BY_MONTH or not activity.due.months:
        return False
    if status not in {ActivityStatus.ONGOING, ActivityStatus.NOT_STARTED}:
        return False
    due = Period.month(plan.last_year, max(activity.due.months))
    return due.last <= facts.occasion.period.last


def _asked(plan: Plan, secretary: str) -> Iterator[tuple[str, str, str]]:
    """Whose status is asked for: (id, what it is, who gives it)."""
    for area in plan.areas:
        for activity in area.activities:
            who = activity.responsible[0] if activity.responsible else ""
            yield activity.id, f"aktivitet {activity.number}, {area.name}", who
    for assignment in plan.assignments:
        yield assignment.id, f"uppdrag {assignment.number}", secretary


def _measures(facts: Facts) -> Iterator[MissingItem]:
    for plan in _shown(facts):
        for indicator in plan.indicators:
            yield from _measure(facts, plan, indicator)


def _measure(facts: Facts, plan: Plan, indicator: Indicator) -> Iterator[MissingItem]:
    """An outcome that is not whole, and an action that is asked for.

    A figure that cannot be had does not stop a report for ever: whoever answers for the measure
    decides its verdict with a reason, which the report prints beside the gap.
    """
    headline = facts.headline(plan, indicator)
    anchor, name = measure_anchor(plan, indicator), indicator.short_name
    who = indicator.owner or ", ".join(indicator.sources)
    if headline.blocker in {Blocker.NO_OUTCOME, Blocker.INCOMPLETE}:
        reason = phrases.blocker_words(headline.blocker)
        what = f"{name}: {reason} för {dates.basis_words(headline.outcome.period)}"
        make = _check if headline.decision else _stops
        yield make(what, who, _due(facts, Stage.SUBMISSION), anchor)
    if lacks_action(facts, plan, indicator):
        what = f"{name}: åtgärd saknas trots att målet inte nås"
        yield _stops(what, who, _due(facts, Stage.SUBMISSION), anchor)


def _remarks(facts: Facts) -> Iterator[MissingItem]:
    """What the check of the plans found that bears on a verdict in this report."""
    files = {plan.location.path for plan in facts.plans}
    for note in facts.notes:
        if note.code in _BEARING_CODES and note.location.path in files:
            who, due = facts.definition.head.prepared_by, _due(facts, Stage.BOARD)
            yield _check(_quoted(note.message), who, due)


_LISTED = {
    BINDABLE: "är skrivna för hand och kan bindas",
    UNCHECKED: "har inte kunnat kontrolleras mot rapportens siffror",
}
"""Findings about many numbers of one text that are one item."""


def _claims(facts: Facts, about: Mapping[str, str]) -> Iterator[MissingItem]:
    """What the check of claims found in the texts that this report prints.

    Only a figure that contradicts the measured data stops a final report; the other findings
    may be right as they stand, and someone has to look.
    """
    found: dict[tuple[str, str], list[Problem]] = {}
    for note in facts.notes:
        path = PurePosixPath(note.location.path)
        key = path.stem if path.suffix == ".md" else ""
        if note.code in CLAIM_CODES and _is_printed(facts, key, about):
            found.setdefault((key, note.code), []).append(note)
    for (key, code), notes in found.items():
        text = facts.raw_text(key)
        who, due = text.responsible if text else "", _due(facts, Stage.SUBMISSION)
        make = _stops if code == CONTRADICTION else _check
        for what in _told(code, notes):
            yield make(f"Text, {about.get(key, key)}: {what}", who, due, _anchor(facts, key), key)


def _is_printed(facts: Facts, key: str, about: Mapping[str, str]) -> bool:
    """Whether the report prints a text; an analysis is printed wherever its measure is."""
    if key in about or not tells_of_measures(facts):
        return key in about
    return key in {f"analys.{each.id}" for plan in _shown(facts) for each in plan.indicators}


def _told(code: str, notes: list[Problem]) -> Iterator[str]:
    if code not in _LISTED:
        for note in notes:
            yield f"{_quoted(note.message)} Textfilens rad {note.location.line}."
        return
    numbers = ", ".join(_marked(note.location) for note in notes)
    yield f"tal som {_LISTED[code]}: {numbers}"


def _quoted(message: str) -> str:
    """A remark as a document prints it: with the quotation marks of print, not of a terminal."""
    return message.replace('"', "”")


def _marked(location: Location) -> str:
    """The words that a problem points at."""
    start = (location.column or 1) - 1
    return location.excerpt[start : start + location.length]
