"""The tables of the two decided plans (seeds 003 and 000), copied by hand from the documents.

What is compared with the sample data are the facts: numbers, names, amounts, times, bodies.
``seen`` is how the document prints a row, to be looked for in its text.
"""

from __future__ import annotations

from typing import NamedTuple

SEED_PLAN = "003"
SEED_ACTION_PLAN = "000"


class Measure(NamedTuple):
    """A row of the tables of measures: what is said of it, and what else it prints.

    ``name`` is the name, or enough of it to be told from the others.
    """

    number: str
    name: str
    factor: str
    target_2023: str
    target_2025: str
    sources: tuple[str, ...]
    baselines: tuple[str, ...]
    seen: tuple[str, ...]


MEASURES = (
    Measure(
        "1",
        "Antal slutförda ärenden (triage) per år totalt i länet på Digitalen",
        "Digital ingång",
        "minst 43000",
        "minst 60000",
        ("Plattform24",),
        ("19600 tom T2 2021", "prognos 35 000 2021", "Totaltstartade möten 2021=28459"),
        ("43 000", "60 000", "DÅ 04,08 ÅR"),
    ),
    Measure(
        "2",
        "Andel patienter som får kontakt med hälsocentralen via telefon eller digitalt samma dag",
        "Digital ingång",
        "minst 95",
        "minst 100",
        ("Datalager",),
        ("T1 81,5%", "T2 82,6%", "T3 79,8%"),
        ("95 %", "Uppdelning i kön saknas"),
    ),
    Measure(
        "3",
        "Andel medicinsk bedömning av legitimerad personal i primärvård inom 3 dagar",
        "Digital ingång",
        "minst 100",
        "minst 100",
        ("Datalager",),
        ("T1 K 91,9%", "M 91,4%", "T2 K 91,5%", "M 91,6%", "T3 K 91,4%", "M 90,6%"),
        ("91,9%", "90,6%", "Datalagret"),
    ),
    Measure(
        "4",
        "Antal patienter som fått fråga om våld i nära relation",
        "Jämlik och jämställd hälsa genom främjande och förebyggande åtgärder",
        "öka",
        "öka",
        ("Sökord VAS",),
        ("K: 6 940", "M: 3 494"),
        ("K: 6 940", "M: 3 494"),
    ),
    Measure(
        "5",
        "Andel patienter 18 år och äldre som besökt primärvården och som fått "
        "rådgivande/kvalificerat rådgivande samtal på grund av ohälsosamma levnadsvanor",
        "Jämlik och jämställd hälsa genom främjande och förebyggande åtgärder",
        "öka",
        "",
        ("Datalager",),
        ("T1 12 %", "T2 9 %", "T3 12 %"),
        ("T2 9 %",),
    ),
    Measure(
        "6",
        "Andel digitala vårdbesök, nybesök respektive återbesök av totala besök",
        "Förflyttning mot öppna vårdformer",
        "minst 40",
        "minst 50",
        ("Datalager",),
        ("Nybesök 1 %", "Återbesök 27 %"),
        ("Nybesök 1 %", "Återbesök 27 %"),
    ),
    Measure(
        "7",
        "Besök 80 år och äldre på akutmottagning",
        "Den nära vården utformas med primärvården som nav",
        "minska",
        "minska",
        ("Datalager",),
        ("2021 års antal K 31 944", "M 32 592"),
        ("31 944", "32 592", "D 04, 08, ÅR"),
    ),
    Measure(
        "8",
        "Andel patienter med palliativ diagnos som har en dokumenterad behandlingsstrategi "
        "(%) inkl. privata hc",
        "En sammanhållen och samordnad vård utifrån individens behov",
        "minst 70",
        "minst 75",
        ("Datalager",),
        ("K 44 %", "M 50 %"),
        ("K 44 %", "M 50 %"),
    ),
    Measure(
        "9",
        "Andel av vårdtillfällen där patienter varit utskrivningsklara >1 dygn (vtf i "
        "primärvård, psykiatri, somatik) (%)",
        "En sammanhållen och samordnad vård utifrån individens behov",
        "högst 7",
        "",
        ("Datalager", "Lifecare"),
        ("? %",),
        ("? %", "Datalager, Lifecare"),
    ),
    Measure(
        "10",
        "Oplanerade återinskrivningar inom 30 dagar för personer 65 år eller äldre (%)",
        "En sammanhållen och samordnad vård utifrån individens behov",
        "K högst 16.0, M högst 17.2",
        "K högst 15.0, M högst 15.5",
        ("Datalager",),
        ("K 16 %", "M 18 %", "tertial 2 2020 var K 17,1 %", "M 17,9 %"),
        ("K 16,0", "M 17,2", "K15,0", "M15,5", "tertial 2 2020 var K 17,1 % och M 17,9 %"),
    ),
    Measure(
        "11",
        "Antibiotikarecept per tusen invånare och år",
        "Verksamheterna använder bästa tillgängliga kunskap",
        "högst 270",
        "högst 245",
        ("E-hälsomyndigheten",),
        ("2021: ?",),
        ("2021: ?", "270", "245"),
    ),
    Measure(
        "12",
        "Andel utskrivna patienter i målgruppen 75 år och äldre med mer än 5 läkemedel, som "
        "fått en läkemedelsberättelse",
        "En trygg och säker verksamhet",
        "öka",
        "minst 100",
        ("Datalager",),
        ("K: 7 5%", "M: 75 %"),
        ("K: 7 5%",),
    ),
)

HEAD = {
    "document_class": "Styrande måldokument | Plan",
    "applies_to": "Politik",
    "document_id": "lgverk-4-1715",
    "version": "1.0",
    "approved": "2023-05-05",
}
"""The document head that seed 003 repeats; its persons are offices in the sample data."""

GOALS = (
    "Trygg norrbottning med god, jämlik och jämställd hälsa",
    "Nära vård",
    "Långsiktigt hållbar ekonomi",
)

BOARD_ASSIGNMENTS = {
    "folkhalsosatsningar": "Fortsatta intensifierade satsningar inom folkhälsoområdet",
    "jamstalld-halsa": "Sätta fokus på jämställd hälsa",
    "malbild-nara-vard": "Säkerställa genomförandet av målbilden",
    "modellomraden": "Fortsätta och initiera utvecklingen av modellområden",
    "digitala-patientkontakter": "intensifiera utvecklingen av digitala patientkontakter",
    "tillganglig-tandvard": "säkerställa en tillgänglig tandvård i hela länet",
    "tillitsbaserad-styrning": "mot en tillitsbaserad styrning",
    "dialog-tillganglighet": "Bistå regionstyrelsen i dialog med de fackliga organisationerna",
    "kompetensforsorjning": "möjligheterna till förbättrad kompetensförsörjning",
    "utbildningsenhet-folktandvard": "inrätta en utbildningsenhet och distansutbildningar",
}
"""The ten assignments of the plan by the id they have in the sample data."""

BOARD_CONTROLS = {
    "nationella-medel": ("God och nära vård", "nationella medel används kostnadseffektivt"),
    "digitalen-i-primarvarden": ("Primärvården", "etablering av Digitalen i primärvården"),
    "rekrytera-och-behalla": ("Tandvården", "rekrytera och behålla medarbetare"),
}
"""The three controls: who performs each, and how its name is printed."""

BOARD_BUDGET = ("1.6", "mnkr", 2023)

MEETINGS = (
    ("6 jan", "24 jan", "27 jan", "8 feb", "22-23 feb"),
    ("13 feb", "1 mars", "8 mars", "16 mars", ""),
    ("8 mars", "21 mars", "30 mars", "5 april", "25-26 april"),
    ("10 april", "21 april", "5 maj", "10 maj", ""),
    ("9 maj", "23 maj", "30 maj", "7 juni", "20-21 juni"),
    ("10 aug", "29 aug", "4 sep", "13 sep", ""),
    ("8 sep", "19 sep", "29 sep", "5 okt", "18-19 okt"),
    ("4 okt", "24 okt", "25 okt", "8 nov", "21-22 nov"),
    ("16 nov", "17 nov", "8 dec", "2024", "2024"),
)
"""HSNI, HSNB, HSN, RS and RF of the nine rounds of 2023; a blank cell is an empty text."""


class ActivityRow(NamedTuple):
    """A row of the action plan: where, its numbers, its times and how its text begins."""

    area: str
    numbers: tuple[str, ...]
    times: tuple[str, ...]
    recipients: int
    seen: str


_TREATMENT = "Rätt läkemedelsbehandling"
_SUPPLY = "Rätt läkemedelsförsörjning"
_HANDLING = "Rätt läkemedelshantering"
_ECONOMY = "Ekonomiskt mål"

ACTIVITY_ROWS = (
    ActivityRow(_TREATMENT, ("1",), ("december",), 4, "1. 80 % av personer med vårdtillfälle"),
    # Two activities with their own performers and times share row 2.
    ActivityRow(_TREATMENT, ("2", "2b"), ("december", "löpande"), 4, "2. 50 % av patienter"),
    ActivityRow(_TREATMENT, ("3",), ("december",), 2, "3. Färre än 250 antibiotikarecept"),
    ActivityRow(_TREATMENT, ("4",), ("löpande",), 2, "4. Sjukvårdande verksamheter styr mot"),
    ActivityRow(_TREATMENT, ("5",), ("Löpande",), 2, "5. Verksamheterna i division Nära"),
    ActivityRow(_TREATMENT, ("6",), ("Löpande",), 2, "6. Verksamheterna i division Läns 1"),
    ActivityRow(_TREATMENT, ("7",), ("Löpande",), 3, "7. Optimal användning av de mest"),
    ActivityRow(_TREATMENT, ("8",), ("Löpande",), 1, "8. Tertialvis kostnadsuppföljning"),
    ActivityRow(_TREATMENT, ("9",), ("januari, maj, september",), 1, "9. Budgetuppföljning"),
    ActivityRow(_SUPPLY, ("1",), ("december",), 2, "1. Ny läkemedelsförsörjningsmodell"),
    ActivityRow(_SUPPLY, ("2",), ("december",), 3, "2. Nybyggnation av sjukhusapotek"),
    ActivityRow(_SUPPLY, ("3",), ("mars",), 1, "3. Optimering av läkemedelsinfusioner"),
    ActivityRow(_HANDLING, ("1",), ("oktober",), 2, "1. Extern kvalitetsgranskning"),
    ActivityRow(_HANDLING, ("2",), ("november",), 3, "2. 100% av relevanta verksamheter"),
    ActivityRow(_HANDLING, ("3",), ("februari",), 1, "3. Tillverkning av centrala och lokala"),
    # The plan has no number 4 here.
    ActivityRow(_HANDLING, ("5",), ("mars",), 1, "5. Cosmic lokal expertgrupp Läkemedel"),
    ActivityRow(_ECONOMY, ("1",), ("december",), 2, "1. Varje verksamhet ska på lokal nivå"),
    ActivityRow(
        _ECONOMY, ("2",), ("januari maj september",), 2, "2. Uppföljning tertialvis utfall"
    ),
    ActivityRow(
        _ECONOMY,
        ("3",),
        ("Löpande med avstämning i maj för ev budgetflytt 2024",),
        1,
        "3. Anvisning för kostnadsansvar receptläkemedel revideras",
    ),
)

FOCUS_MEDICINES = (
    "Skelleftesjukan",
    "Blödarsjuka",
    "Gauchers sjukdom",
    "Cystisk fibros",
    "Hepatit C",
)
