"""What offices owe a report ("vem som ska lämna vad") beside the follow-up of measures.

Assignments to report back, demands of agreements without a status, and months not in yet. Only
what the report's own sections print is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapport.domain.assignment import Proposal
from rapport.domain.quantity import State
from rapport.report.agreement_figures import reports
from rapport.report.assignment_standing import Standing, standings
from rapport.report.claims.check import CODES
from rapport.report.facts import Facts, MissingItem
from rapport.report.monthly_figures import figures, last_month, monitored
from rapport.swedish import dates, phrases, prose

_SECTION = "overenskommelser"
_WITHOUT_MEASURES = frozenset(
    {
        "arendets-vag",
        "forstasida",
        "internkontroll",
        "internkontroll-kort",
        "internkontroll-sammanfattning",
        "ledningsrapport",
        "overenskommelser",
        "saknas",
        "strategi",
        "text",
        "uppdrag",
    }
)


def tells_of_measures(facts: Facts) -> bool:
    """Whether any section prints measures, activities or political assignments of the plans.

    A plan has no outcomes, and what stands in front of a report waits for that report.
    """
    if facts.definition.sets_out_plan or facts.definition.stands_in_front:
        return False
    return not {request.kind for request in facts.definition.sections} <= _WITHOUT_MEASURES


def author_of(facts: Facts, key: str) -> str:
    """The office that a text is asked of: whose measure, assignment or agreement it is about.

    What belongs to nobody in particular is asked of those who prepare the report.
    """
    kind, _, name = key.partition(".")
    secretary = facts.head.prepared_by
    for plan in facts.plans:
        match kind:
            case "analys":
                owners = [each.owner for each in plan.indicators if each.id == name]
            case "uppdrag":
                owners = [each.responsible for each in plan.assignments if each.id == name]
            case "overenskommelse":
                owners = [each.responsible for each in plan.agreements if each.id == name]
            case "ledningsrapport":
                areas = (each for each in plan.monitoring if each.id == name)
                owners = [each.owner for area in areas for each in area.indicators]
            case _:
                return secretary
        if owners:
            alike = len(set(owners)) == 1
            return (owners[0] if alike else "") or secretary
    return secretary


def owed(facts: Facts, submission: str) -> Iterator[MissingItem]:
    """Everything owed by the day the papers are handed in."""
    for request in facts.definition.sections:
        wanted = request.options.get("plan")
        match request.kind:
            case "uppdrag":
                yield from _assignments(facts, wanted, submission)
            case "overenskommelser":
                yield from _agreements(facts, wanted, submission)
            case "ledningsrapport":
                yield from _months(facts, wanted, submission)
            case _:
                pass


def _assignments(facts: Facts, wanted: str | None, due: str) -> Iterator[MissingItem]:
    """Open assignments that nobody has reported back on this time."""
    for plan in facts.plans:
        if not plan.assignments or wanted not in {None, plan.id}:
            continue
        for standing in standings(facts, plan):
            if standing.report is None and not standing.was_closed_earlier:
                each = standing.assignment
                what = f"Återrapportering saknas för uppdrag {each.number}, {each.short_name}"
                yield _stops(what, each.responsible, due, f"uppdrag-{each.id}")
            yield from _unclear(standing, due)


def _unclear(standing: Standing, due: str) -> Iterator[MissingItem]:
    """A report-back without a proposal, and what may contradict itself."""
    each = standing.assignment
    who, anchor = each.responsible, f"uppdrag-{each.id}"
    name = f"Uppdrag {each.number}, {each.short_name}"
    if standing.closed_by or standing.report is None:
        return
    if standing.proposal is None:
        yield _stops(
            f"{name}: förslag saknas (fortsätter eller föreslås avslutat)", who, due, anchor
        )
    if standing.proposal is Proposal.CONTINUE and not standing.next_day:
        yield _check(f"{name}: fortsätter utan dag för nästa återrapportering", who, due, anchor)
    for note in standing.stale:
        day = phrases.date_words(note.day)
        what = f"{name}: det som är daterat den {day} är äldre än förra redovisningen"
        yield _check(f"{what}. Är det nytt?", who, due, anchor)


def _agreements(facts: Facts, wanted: str | None, due: str) -> Iterator[MissingItem]:
    """Demands without a status, once for each agreement."""
    for plan in facts.plans:
        if wanted not in {None, plan.id}:
            continue
        for agreement in plan.agreements:
            silent = [key for key, given in reports(facts, plan, agreement) if given is None]
            texts = [each.text for each in agreement.requirements if each.id in silent]
            if texts:
                what = f"{agreement.name}: läge saknas för {_requirements(texts)}"
                anchor = f"overenskommelse-{agreement.id}"
                yield _stops(what, agreement.responsible, due, anchor)
    yield from _odd_amounts(facts, due)


def _requirements(texts: list[str]) -> str:
    """The demand in its own words, or how many they are."""
    if len(texts) > 1:
        return prose.counted(len(texts), prose.Noun("krav", "krav"))
    return f"kravet {phrases.inside(texts[0]).rstrip('.')}"


def _odd_amounts(facts: Facts, due: str) -> Iterator[MissingItem]:
    """What the check of the agreements' own file found about their sums."""
    files = {a.location.path: plan for plan in facts.plans for a in plan.agreements}
    for note in facts.notes:
        plan = files.get(note.location.path)
        if plan and note.code in CODES:
            what = f"{plan.short_name}, rad {note.location.line}: {note.message}"
            yield MissingItem(False, what, facts.head.prepared_by, due, _SECTION)  # noqa: FBT003 - a field of the value


def _months(facts: Facts, wanted: str | None, due: str) -> Iterator[MissingItem]:
    """Monitoring measures whose last month is not in."""
    month = last_month(facts)
    for plan, area in monitored(facts, wanted):
        for indicator in area.indicators:
            if figures(facts, indicator)[0].now.state is State.NOT_MEASURED:
                what = f"{indicator.short_name}: uppgift saknas för {dates.month_span(month)}"
                who = indicator.owner or ", ".join(indicator.sources)
                yield _stops(what, who, due, f"omrade-{plan.id}-{area.id}")


def _check(what: str, who: str, due: str, anchor: str) -> MissingItem:
    return MissingItem(blocking=False, what=what, who=who, due=due, anchor=anchor)


def _stops(what: str, who: str, due: str, anchor: str) -> MissingItem:
    return MissingItem(blocking=True, what=what, who=who, due=due, anchor=anchor)
