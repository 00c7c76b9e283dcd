"""The seven ongoing and four new national agreements of seed 004, copied by hand.

An amount is its year (0 where the document gives one sum for all years), figure, unit and
depth in its tree ("varav"). The document writes mkr; the sample data mnkr.
"""

from __future__ import annotations

from typing import NamedTuple

Amount = tuple[int, str, str, int]


class AgreementRow(NamedTuple):
    """An agreement: years, the country's amounts, the region's, and what is printed."""

    id: str
    name: str
    years: tuple[int, int]
    national: tuple[Amount, ...]
    regional: tuple[Amount, ...]
    seen: tuple[str, ...]


ONGOING = (
    AgreementRow(
        "sjukskrivning",
        "En kvalitetssäker och effektiv sjukskrivnings- och rehabiliteringsprocess",
        (2017, 2018),
        (
            (2017, "1.44", "mdkr", 0),
            (2017, "500", "mnkr", 1),
            (2018, "1.4", "mdkr", 0),
            (2018, "500", "mnkr", 1),
            (2018, "50", "mnkr", 1),
            (2018, "100", "mnkr", 1),
        ),
        (),
        ("1,44 mdkr per år varav 500 mkr", "1,4 mdkr varav 500 mkr", "50 mkr, 3000 kr per patient"),
    ),
    AgreementRow(
        "forsakringsmedicinska-utredningar",
        "Försäkringsmedicinska utredningar",
        (2016, 2018),
        ((2017, "219", "mnkr", 0), (2018, "219", "mnkr", 0)),
        ((2017, "50.3", "mnkr", 0), (2017, "0.75", "mnkr", 0)),
        ("219 mkr under 2017", "50,3 mkr", "0,75 mkr", "1 november 2016 till 31 december 2017"),
    ),
    AgreementRow(
        "professionsmiljarden",
        "Stöd till bättre resursutnyttjande i hälso- och sjukvården – Professionsmiljarden",
        (2017, 2018),
        (
            (2017, "976", "mnkr", 0),
            (2017, "655", "mnkr", 1),
            (2018, "976", "mnkr", 0),
            (2018, "651", "mnkr", 1),
            (2018, "300", "mnkr", 1),
            (2018, "25", "mnkr", 1),
            (2018, "4", "mnkr", 2),
        ),
        (
            (2017, "24.0", "mnkr", 0),
            (2017, "7.5", "mnkr", 1),
            (2018, "23.6", "mnkr", 0),
            (2018, "7.5", "mnkr", 1),
        ),
        ("976 mkr per år, varav 651 mkr 2018 (655 mkr 2017)", "24,0 mkr varav 7,5 mkr", "23,6 mkr"),
    ),
    AgreementRow(
        "psykisk-halsa",
        "Stöd till riktade insatser inom området psykisk hälsa",
        (2017, 2020),
        ((2018, "1.4", "mdkr", 0),),
        ((2017, "11.6", "mnkr", 0), (2018, "22", "mnkr", 0)),
        ("1,4 mkr vilket är en ökning med 529 mkr", "11,6 mkr", "22 mkr", "den 31 oktober 2018"),
    ),
    AgreementRow(
        "cancervard",
        "Kortare väntetider i cancervården",
        (2017, 2018),
        (
            (2017, "447.0", "mnkr", 0),
            (2017, "407", "mnkr", 1),
            # The regional cancer centre's; the region itself got 10,6.
            (2017, "2.0", "mnkr", 1),
            (2017, "1.0", "mnkr", 1),
            (2018, "447.5", "mnkr", 0),
            (2018, "391", "mnkr", 1),
        ),
        ((2017, "10.6", "mnkr", 0), (2018, "9.7", "mnkr", 0)),
        (
            "447,0 mkr år 2017 varav 407 mkr",
            "447,5 mkr",
            "391 mkr",
            "10,6 mkr",
            "2,0 mkr",
            "1,0 mkr",
            "9,7 mkr",
        ),
    ),
    AgreementRow(
        "kronisk-sjukdom",
        "Förbättra vården för personer med kroniska sjukdomar",
        (2017, 2017),
        ((2017, "124.75", "mnkr", 0), (2017, "53", "mnkr", 1)),
        ((2017, "1.3", "mnkr", 0),),
        ("124,75 mkr, varav 53 mkr", "1,3 mkr"),
    ),
    AgreementRow(
        "forlossningsvard",
        "En förbättrad förlossningsvård och insatser för kvinnors hälsa",
        (2017, 2019),
        (
            (2017, "511", "mnkr", 0),
            (2017, "490", "mnkr", 1),
            (2017, "300", "mnkr", 0),
            (2018, "511", "mnkr", 0),
            (2018, "200", "mnkr", 0),
            (2019, "511", "mnkr", 0),
            (2019, "200", "mnkr", 0),
        ),
        ((0, "12.3", "mnkr", 0), (0, "7.5", "mnkr", 0)),
        ("511 mkr år 2017 varav 490 mkr", "300 mkr år 2017 och 200 mkr år 2018", "12,3 mkr + 7,5"),
    ),
)

NEW = (
    AgreementRow(
        "patientmiljard",
        "Patientmiljard",
        (2018, 2018),
        ((2018, "1", "mdkr", 0), (2018, "980", "mnkr", 1)),
        ((2018, "24.3", "mnkr", 0),),
        ("Patientmiljard (1 mdkr)", "980 mkr", "24,3 mkr"),
    ),
    AgreementRow(
        "vardens-medarbetare",
        "Goda förutsättningar för vårdens medarbetare",
        (2018, 2021),
        (
            (2018, "2", "mdkr", 0),
            (2018, "1999", "mnkr", 1),
            (2019, "2", "mdkr", 0),
            (2020, "2", "mdkr", 0),
            (2021, "2", "mdkr", 0),
        ),
        ((2018, "", "mnkr", 0),),
        (
            "Bättre förutsättningar för vårdens medarbetare",
            "två mdkr per år, 2018-2021",
            "1999 mkr",
        ),
    ),
    AgreementRow(
        "barnhalsovard",
        "Barnhälsovård m.m.",
        (2018, 2018),
        ((2018, "120", "mnkr", 0),),
        ((2018, "1.945", "mnkr", 0),),
        ("120 mkr", "1,945 mkr"),
    ),
    AgreementRow(
        "beredskap",
        "Beredskap",
        (2018, 2018),
        ((2018, "30", "mnkr", 0),),
        ((2018, "1", "mnkr", 0),),
        ("30 mkr", "tilldelats 1 mkr för 2018"),
    ),
)

REGION_2018 = "82.545"
"""What the document's amounts for Norrbotten in 2018 come to, in mnkr."""
