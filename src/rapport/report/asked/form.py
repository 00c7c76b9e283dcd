"""A form ("blankett"): the questions to one office at one occasion, sheet by sheet.

The sheets, their columns and the words in them stand here once, for those who write forms and
for those who read them back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from rapport.domain.activity import ActivityStatus
from rapport.domain.agreement import RequirementStatus
from rapport.domain.assignment import Proposal
from rapport.domain.control import Deviation, NextYear
from rapport.domain.follow_up import TextStatus

TEXT, TEXT_STATUS = "text", "läge"
"""The keys of a sheet's columns that make a text in ``data/texter`` and its status."""


class Kind(StrEnum):
    """What can be written in a column ("slag av svar")."""

    TEXT = "text"
    CHOICE = "val"
    DATE = "datum"
    FREE_DATE = "tid"


@dataclass(frozen=True)
class AnswerColumn:
    """A column to fill in: its key in the follow-up file, its title, and what can stand there.

    ``width`` is in characters. ``needs`` are the columns that must be filled in as soon as this
    one has one of the values ``when`` (any value when that is empty).
    """

    key: str
    title: str
    kind: Kind = Kind.TEXT
    choices: tuple[str, ...] = ()
    width: int = 24
    when: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


@dataclass(frozen=True)
class SheetPlan:
    """A kind of sheet: its name, what it says at the top, locked columns and columns to fill in.

    ``list_key`` is the list of the follow-up file that answers go into and ``match`` the keys
    that name an entry of it; both are empty where answers only make texts. ``text_prefix`` is
    the beginning of the key of the text, empty where there is none. ``free_rows`` is how many
    empty rows follow, for answers to questions nobody has asked yet.
    """

    name: str
    intro: str
    shown: tuple[tuple[str, int], ...]
    answers: tuple[AnswerColumn, ...]
    list_key: str = ""
    match: tuple[str, ...] = ()
    text_prefix: str = ""
    free_rows: int = 0

    def column(self, key: str) -> AnswerColumn:
        """A column to fill in, by its key."""
        return next(each for each in self.answers if each.key == key)


@dataclass(frozen=True)
class Question:
    """A row of a sheet: what is asked about, what is known and what has been answered so far.

    ``plan`` and ``match`` name the entry in the follow-up file (and ``text`` the text's key);
    ``shown`` are the locked cells, the last of them the answer of the occasion before; ``now``
    holds the answers that stand in the files today, by key.
    """

    plan: str
    match: tuple[str, ...]
    shown: tuple[str, ...]
    now: Mapping[str, str]
    text: str = ""

    @property
    def id(self) -> str:
        """What the row is called in the form."""
        return "/".join((self.plan, *self.match))


@dataclass(frozen=True)
class Sheet:
    """A sheet with its questions; ``subjects`` are what a free row can be about, id by name."""

    plan: SheetPlan
    questions: tuple[Question, ...]
    subjects: Mapping[str, str]


@dataclass(frozen=True)
class Form:
    """All questions to one office at one occasion, and until when they are to be answered."""

    office: str
    region: str
    occasion: str
    title: str
    due: str
    sheets: tuple[Sheet, ...]


_STATUSES = tuple(str(each) for each in ActivityStatus)
_TEXT_STATUSES = tuple(str(each) for each in TextStatus)
_LATE = (str(ActivityStatus.LATE),)
_DEVIATIONS = (str(Deviation.MINOR), str(Deviation.MAJOR))
_FOUND = (*_DEVIATIONS, str(Deviation.NONE))
_BEFORE = ("Förra svaret", 36)

MEASURES = SheetPlan(
    name="Styrmått",
    intro="Kommentera varje styrmått: vad som förklarar utfallet och, när målet inte nås, vad ni "
    "gör. Siffror inom {{ }} hämtas automatiskt; låt dem stå.",
    shown=(
        ("Styrmått", 34),
        ("Utfall", 22),
        ("Mål", 18),
        ("Bedömning", 18),
        _BEFORE,
    ),
    answers=(
        AnswerColumn(TEXT, "Kommentar", width=60),
        AnswerColumn(TEXT_STATUS, "Kommentarens läge", Kind.CHOICE, _TEXT_STATUSES, 18),
    ),
    text_prefix="analys.",
)
ACTIONS = SheetPlan(
    name="Åtgärder",
    intro="En rad för varje åtgärd. Skriv nya åtgärder på de tomma raderna och välj styrmått.",
    shown=(("Styrmått", 34), _BEFORE),
    answers=(
        AnswerColumn("åtgärd", "Åtgärd", width=50, needs=("ansvarig", "klart", "status")),
        AnswerColumn("ansvarig", "Ansvarig", width=26),
        AnswerColumn("klart", "Klart senast", Kind.FREE_DATE, width=16),
        AnswerColumn("status", "Läge", Kind.CHOICE, _STATUSES, 16),
    ),
    list_key="åtgärder",
    match=("styrmått",),
    free_rows=10,
)
ACTIVITIES = SheetPlan(
    name="Aktiviteter",
    intro="Hur går det med varje aktivitet? En försenad aktivitet behöver en ny tid.",
    shown=(("Nr", 6), ("Aktivitet", 44), ("Tid i planen", 18), _BEFORE),
    answers=(
        AnswerColumn("status", "Läge", Kind.CHOICE, _STATUSES, 16, _LATE, ("ny_tid",)),
        AnswerColumn("kommentar", "Kommentar", width=50, needs=("status",)),
        AnswerColumn("ny_tid", "Ny tid", Kind.FREE_DATE, width=18, needs=("status",)),
    ),
    list_key="status",
    match=("avser",),
)
ASSIGNMENTS = SheetPlan(
    name="Riktade uppdrag",
    intro="Hur går det med varje uppdrag? Kommentaren står i tabellen, texten i ett eget stycke.",
    shown=(("Nr", 6), ("Uppdrag", 44), _BEFORE),
    answers=(
        AnswerColumn("status", "Läge", Kind.CHOICE, _STATUSES, 16),
        AnswerColumn("kommentar", "Kommentar", width=44, needs=("status",)),
        AnswerColumn(TEXT, "Text till rapporten", width=60),
        AnswerColumn(TEXT_STATUS, "Textens läge", Kind.CHOICE, _TEXT_STATUSES, 16),
    ),
    list_key="status",
    match=("avser",),
    text_prefix="uppdrag.",
)
REPORT_BACKS = SheetPlan(
    name="Återrapportering",
    intro="Vad har gjorts sedan förra återrapporteringen, och vad är kvar? Ett uppdrag avslutas "
    "bara genom beslut; ni kan föreslå det.",
    shown=(("Nr", 6), ("Uppdrag", 40), ("Beslut", 30), _BEFORE),
    answers=(
        AnswerColumn("läge.datum", "Datum", Kind.DATE, width=14, needs=("läge.text",)),
        AnswerColumn("läge.text", "Gjort sedan sist", width=54, needs=("läge.datum",)),
        AnswerColumn("kvarstår", "Kvarstår", width=40),
        AnswerColumn("nästa_återrapportering", "Nästa återrapportering", Kind.FREE_DATE, width=18),
        AnswerColumn("förslag", "Förslag", Kind.CHOICE, tuple(str(each) for each in Proposal), 20),
    ),
    list_key="uppdrag",
    match=("avser",),
)
CONTROLS = SheetPlan(
    name="Internkontroll",
    intro="Redovisa varje kontroll. En avvikelse behöver en åtgärd med ansvarig och datum. "
    "Lämna avvikelsegraden tom medan kontrollen pågår.",
    shown=(("Kontrollmoment", 36), ("Kontrollmetod", 40), ("Riskvärde", 10), _BEFORE),
    answers=(
        AnswerColumn("genomförd", "Genomförd", Kind.DATE, width=14),
        AnswerColumn("omfattning", "Omfattning", width=24),
        AnswerColumn("resultat", "Resultat", width=44),
        AnswerColumn(
            "avvikelsegrad",
            "Avvikelsegrad",
            Kind.CHOICE,
            tuple(str(each) for each in Deviation),
            20,
            _FOUND,
            ("genomförd", "resultat"),
        ),
        AnswerColumn("åtgärd", "Åtgärd", width=36, needs=("ansvarig", "klart")),
        AnswerColumn("ansvarig", "Ansvarig", width=22),
        AnswerColumn("klart", "Klart senast", Kind.FREE_DATE, width=14),
        AnswerColumn(
            "nästa_år", "Nästa år", Kind.CHOICE, tuple(str(each) for each in NextYear), 14
        ),
        AnswerColumn("skäl_nästa_år", "Skäl", width=30, needs=("nästa_år",)),
    ),
    list_key="kontroller",
    match=("kontroll", "steg"),
)
REQUIREMENTS = SheetPlan(
    name="Krav",
    intro="Hur står det till med kraven i de nationella överenskommelserna?",
    shown=(("Överenskommelse", 34), ("Krav", 50), _BEFORE),
    answers=(
        AnswerColumn(
            "läge", "Läge", Kind.CHOICE, tuple(str(each) for each in RequirementStatus), 20
        ),
        AnswerColumn("kommentar", "Kommentar", width=54, needs=("läge",)),
    ),
    list_key="krav",
    match=("överenskommelse", "krav"),
)

SHEETS = (MEASURES, ACTIONS, ACTIVITIES, ASSIGNMENTS, REPORT_BACKS, CONTROLS, REQUIREMENTS)
"""Every kind of sheet, in the order of a form."""

INSTRUCTIONS = (
    "Fyll i de gula cellerna. De grå är låsta och säger vad frågan gäller och vad som sades sist.",
    "Det som redan står i de gula cellerna är dagens svar. Låt det stå, eller ändra det.",
    "Välj i listan där det finns en. Skriv datum som 2024-10-31.",
    "Siffror inom {{ }} hämtas ur mätdata. Låt dem stå, så blir de rätt i rapporten.",
    "Ändra inte bladens namn, rubrikerna eller nycklarna. Spara som .xlsx och skicka tillbaka.",
)
"""What the first sheet of every form says."""
