"""The assignments, controls and strategy of seeds 002, 004 and 001, copied by hand."""

from __future__ import annotations

from typing import NamedTuple

SEED_STRATEGY = "001"
SEED_ASSIGNMENTS = "002"
SEED_DIRECTOR = "004"


class AssignmentRow(NamedTuple):
    """An assignment to the director: the decision, what it springs from and what is left said."""

    id: str
    day: str
    origin: str
    case: str
    parts: int
    due: str
    seen: tuple[str, ...]


ASSIGNMENTS = (
    AssignmentRow(
        "delegationsordning",
        "2021-09-14",
        "beslut",
        "Principbeslut för hantering av lokala subventioner för läkemedel utanför "
        "läkemedelsförordningen",
        0,
        "",
        ("den 14 september 2021", "den 9 februari 2022"),
    ),
    AssignmentRow(
        "remisskrav-npu",
        "2020-06-17",
        "beslut",
        "",
        0,
        "efter ett år",
        ("den 17 juni 2020", "från 1 september 2020", "efter ett år"),
    ),
    AssignmentRow(
        "ordnat-inforande",
        "2020-10-14",
        "revisionsrapport",
        "Revisionsrapport Ordnat införande av läkemedel",
        2,
        "",
        ("beslutade 14 oktober 2020", "ansvar, roller och mandat", "de 26 nationella"),
    ),
    AssignmentRow(
        "barn-och-unga-psykisk-ohalsa",
        "2020-09-15",
        "revisionsrapport",
        "Revisionsrapport Granskning Samverkan mellan Region Norrbotten och kommuner i regionen "
        "avseende barn och unga med psykisk ohälsa",
        2,
        "",
        ("den 15 september 2020", "Statusrapport 2021-09-07", "temasammanträde 2021-06-10"),
    ),
)

WAITING = {"Gällivare": 47, "Kalix": 10, "Piteå": 54, "Sunderbyn": 40}
"""Who waited for an investigation in October 2021, by site; 151 in all."""

WAITING_IN_ALL = 151
WAITING_AS_PRINTED = (
    "per oktober 2021 151 personer. Per sjukhus finns 47 på väntelistan i Gällivare, 10 i Kalix "
    "sjukhus, 54 i Piteå och 40 i Sunderbyn"
)


class ControlRow(NamedTuple):
    """A moment of the region's internal control, with one performer for each of its rows."""

    id: str
    text: str
    performers: tuple[str, ...]
    seen: tuple[str, ...] = ()


_STAFF, _SERVICE = "Regiondirektörens stab", "Division Service"
_LOCAL, _COUNTY = "Division Närsjukvård", "Division Länssjukvård"
_DENTAL, _TECHNICAL = "Division Folktandvård", "Division Länsteknik"

CONTROLS = (
    ControlRow("delegationsbeslut", "Återrapportering av delegationsbeslut", (_STAFF,)),
    ControlRow("bisysslor", "Bisysslor", (_STAFF,), ("Bolagsverket",)),
    ControlRow("egenkontroll-vis", "Egenkontroll rutiner/riktlinjer i VIS", (_STAFF,)),
    ControlRow(
        "fakturering-utlandska",
        "Fakturering utländska patienter",
        (_SERVICE, _LOCAL, _COUNTY),
        ("all kassapersonal fått ny utbildning",),
    ),
    ControlRow("tillganglighet", "Tillgänglighet", (_LOCAL,), (">365 dagar",)),
    # The document is from 2018; the sample plan is moved to 2024, and with it this date.
    ControlRow(
        "fast-vardkontakt",
        "Att lokal rutin för fast vårdkontakt och vårdplaneringsmöte finns i februari 2024",
        (_LOCAL,),
        ("Att lokal rutin för fast vårdkontakt och vårdplaneringsmöte finns i februari 2018",),
    ),
    ControlRow("flodesarbeten", "Antalet målsatta flödesarbeten som har nått målen", (_LOCAL,)),
    ControlRow("halsosamtal", "Genomförda hälsosamtal", (_LOCAL,)),
    ControlRow(
        "modern-sjukvardsledning",
        "Utbildning inom modern sjukvårdsledning, kontinuerligt arbete med att förbättringsmotorn "
        "används",
        (_COUNTY,),
    ),
    ControlRow(
        "visualisera-mal",
        "Visualisera mål och resultat. Ändamålsenlig stödverksamhet till vårdverksamheten",
        (_COUNTY,),
        ("Visualisera mål och resultat. Ändamålsenlig", "stödverksamhet till vårdverksamheten"),
    ),
    ControlRow("ledning-forandringsarbete", "Ledning av förändringsarbete", (_DENTAL,)),
    ControlRow("genomforande-forandringsledning", "Genomförande av förändringsledning", (_DENTAL,)),
    ControlRow("beslutade-atgarder", "Beslutade åtgärder genomförs", (_SERVICE,)),
    ControlRow("driftavbrott", "Driftavbrott", (_TECHNICAL,)),
    ControlRow("inkop", "Inköp", (_TECHNICAL,)),
    ControlRow("driftstorningar-it", "Driftstörningar i IT-miljön", (_TECHNICAL,)),
)

STRATEGIC_GOALS = (
    ("Nära och jämlik", "Hälso- och sjukvårdslag (2017:30) 3 kap. 1 §"),
    ("Säker och effektiv", "Hälso- och sjukvårdslag (2017:30) 3 kap. 1 §"),
    ("Utvecklande och hållbar", "Hälso- och sjukvårdslag (2017:30) 4 kap. 1 §"),
)
DIRECTIONS = (
    "I Kronoberg ska vården vara till för alla",
    "I Kronoberg ska vården vara nära och samordnad",
    "I Kronoberg ska invånarna kunna vara aktiva medskapare i sin hälsa och vård",
    "I Kronoberg ska patientens behov mötas med kompetens och arbetsglädje",
)
FOCUS_AREAS = (
    "Tillgänglighet till nya och gamla läkemedel",
    "Läkemedelsbehandling och läkemedelshantering",
    "Utveckling av nya läkemedel och kliniska prövningar",
)
