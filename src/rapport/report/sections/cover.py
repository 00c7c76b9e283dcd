"""The first page ("förstasida"): title, way of the case, contents and what the report is."""

from __future__ import annotations

from datetime import date

from rapport.domain.meetings import MeetingDay, Stage
from rapport.domain.plan import DocumentHead
from rapport.report.blocks import Block, Cover, DecisionBox, Milestone, Milestones, Paragraph
from rapport.report.case_path import stage_of
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import line
from rapport.swedish import dates, phrases, prose

_ITEM = prose.Noun("uppgift", "uppgifter", neuter=False)


def compose(facts: Facts, _request: SectionRequest) -> tuple[Block, ...]:
    """The cover; a draft also carries a notice of how much is missing."""
    return (
        Cover(
            sender=facts.region.name,
            title=facts.title,
            period=dates.occasion_title(facts.occasion),
            milestones=case_path(facts),
            contents_title="Innehåll",
            about_title="Om rapporten",
            about=_about(facts),
            notice=None if facts.final else _draft_notice(facts),
        ),
    )


def case_path(facts: Facts) -> Milestones | None:
    """The stations of the case, from the last day of the period to the council."""
    if facts.round is None or facts.calendar is None:
        return None
    period_end = dates.last_day(facts.occasion.period)
    stations = [
        Milestone("Perioden slutar", dates.day_and_month(period_end), period_end <= facts.today)
    ]
    names = dict(facts.calendar.stage_names)
    for stage in Stage:
        day = facts.round.day(stage)
        if day is not None:
            stations.append(Milestone(names[stage], day_text(day), is_past(day, facts.today)))
    remark = "exempeldata" if facts.calendar.is_example else ""
    return Milestones("Ärendets väg", remark, tuple(stations))


def day_text(day: MeetingDay) -> str:
    """A meeting day in words: "27 september", "23–24 oktober", or only the year."""
    if day.first is None or day.last is None:
        return str(day.year)
    return dates.day_span(day.first, day.last)


def is_past(day: MeetingDay, today: date) -> bool:
    """Whether a meeting lies behind the day the report speaks from."""
    return day.last is not None and day.last <= today


_HEAD_WORDS = {
    "version": "version",
    "document_id": "dokument-id",
    "applies_to": "verksamhet som den gäller för",
    "responsible": "ansvarig",
    "prepared_by": "vem som har upprättat den",
}


def head_words(head: DocumentHead, what: str = "Rapporten") -> str:
    """The facts of a document head as sentences; the last one says which of them are missing."""
    version = f"version {head.version}" if head.version else ""
    if head.approved:
        approved = dates.long_date(date.fromisoformat(head.approved))
        opening = f"{what} godkändes den {approved}{f' som {version}' if version else ''}"
    else:
        opening = f"{what} är ett utkast{f', {version},' if version else ''} och är inte godkänd"
    said = [f"{opening}."]
    known = [
        *([f"har dokument-id {head.document_id}"] if head.document_id else []),
        *([f"gäller för {phrases.inside(head.applies_to)}"] if head.applies_to else []),
    ]
    if known:
        said.append(f"Den {prose.enumeration(known)}.")
    by = [
        *([f"ansvarig är {phrases.inside(head.responsible)}"] if head.responsible else []),
        *([f"den är upprättad av {phrases.inside(head.prepared_by)}"] if head.prepared_by else []),
    ]
    if by:
        said.append(f"{prose.capitalised('; '.join(by))}.")
    missing = [word for name, word in _HEAD_WORDS.items() if not getattr(head, name)]
    if missing:
        said.append(f"I dokumenthuvudet saknas {prose.enumeration(missing)}.")
    return " ".join(said)


def recipient_words(facts: Facts) -> str:
    """Which body the report goes to and when, or that the calendar has no day for it."""
    board = facts.board_name(facts.definition.recipient)
    opening = f"Rapporten går till {phrases.inside(board)}"
    if facts.calendar is None:
        return f"{opening}."
    if facts.round is None:
        return f"{opening}. Beredningsplanen anger ingen dag för den."
    stage = stage_of(facts.region, facts.definition.recipient, facts.calendar)
    day = facts.round.day(stage) if stage else None
    if day is None or not day.is_exact:
        return f"{opening}."
    return f"{opening} den {day_text(day)}."


def _about(facts: Facts) -> tuple[Paragraph, ...]:
    opening = f"{recipient_words(facts)} {head_words(facts.head)}"
    paragraphs = [Paragraph(line(opening))]
    if facts.sources:
        data = (
            f"Siffrorna är uttagna den {dates.long_date(facts.today)}. Samma siffror finns i "
            "filen resultat.csv, som hör till rapporten."
        )
        paragraphs.append(Paragraph(line(data)))
    if facts.region.example:
        paragraphs.append(Paragraph(line(facts.region.example), muted=True))
    return tuple(paragraphs)


def _draft_notice(facts: Facts) -> DecisionBox:
    blocking = sum(item.blocking for item in facts.missing)
    checks = len(facts.missing) - blocking
    if not facts.missing:
        text = "Inget saknas enligt kontrollen. Rapporten blir slutlig när den godkänns."
    else:
        text = f"{_missing_words(blocking, checks)} De står i avsnittet Vad som saknas."
    return DecisionBox("Detta är ett utkast och får inte bifogas kallelsen", (line(text),))


def _missing_words(blocking: int, checks: int) -> str:
    """How much hinders and how much is to be checked; a kind with nothing is not mentioned."""
    if not blocking:
        return f"{prose.capitalised(prose.counted(checks, _ITEM))} behöver kontrolleras."
    stops = f"{prose.capitalised(prose.counted(blocking, _ITEM))} hindrar godkännande"
    if not checks:
        return f"{stops}."
    return f"{stops} och {prose.count_word(checks, neuter=False)} behöver kontrolleras."
