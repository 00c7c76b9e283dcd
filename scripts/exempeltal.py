"""The chosen totals of the sample region's measures ("exempeldata"), in one place.

From 2022 on every figure is made up; the plans' own baselines for 2021 are not repeated
here. Percentages are per tertial from T1 2022; counts are January-August and
September-December of each year.
"""

from __future__ import annotations

from exempelserier import Counts, Shares

SEED = 20240905

NARA, LANS_1, LANS_2, PSYKIATRI, FUNKTION = (
    "Division Nära",
    "Division Länssjukvård 1",
    "Division Länssjukvård 2",
    "Division Psykiatri",
    "Division Funktion",
)
REGION, RIKET = "Region Norrbotten", "Riket"
HOSPITALS = {
    "Gällivare sjukhus": 0.15,
    "Kalix sjukhus": 0.045,
    "Kiruna sjukhus": 0.035,
    "Piteå sjukhus": 0.19,
    "Sunderby sjukhus": 0.58,
}

DIGITAL = (1.12, 1.03, 1.08, 0.98, 0.97, 0.88, 0.76, 0.95, 1.04, 1.1, 1.11, 1.03)
WINTER = (1.12, 1.05, 1.04, 0.97, 0.95, 0.92, 0.96, 0.95, 0.94, 0.99, 1.02, 1.13)
INFECTIONS = (1.15, 1.1, 1.12, 1.02, 0.96, 0.84, 0.76, 0.86, 0.97, 1.05, 1.08, 1.13)


PRIMARY_CARE = {NARA: 1.0}
DIVISIONS = {NARA: 0.56, LANS_1: 0.16, LANS_2: 0.1, PSYKIATRI: 0.18}
PALLIATIVE = {NARA: 0.44, LANS_1: 0.32, LANS_2: 0.24}

SHARES = (
    Shares(
        "kontakt-samma-dag",
        PRIMARY_CARE,
        {"T": 168_412},
        {"T": (80.4, 82.1, 81.2, 83.0, 84.5, 85.3, 87.6, 89.2)},
        spread=0.01,
    ),
    Shares(
        "medicinsk-bedomning-3-dagar",
        PRIMARY_CARE,
        {"K": 31_240, "M": 24_610},
        {
            "K": (91.2, 91.0, 91.1, 91.3, 91.5, 91.6, 91.8, 92.1),
            "M": (91.0, 91.3, 90.9, 91.4, 91.7, 91.5, 92.0, 92.3),
        },
        spread=0.01,
    ),
    Shares(
        "samtal-levnadsvanor",
        PRIMARY_CARE,
        {"K": 35_980, "M": 26_330},
        {
            "K": (11.8, 11.2, 12.1, 12.4, 11.9, 12.6, 12.8, 12.5),
            "M": (11.2, 10.9, 11.5, 11.9, 11.4, 12.0, 12.3, 12.1),
        },
    ),
    Shares(
        "lakemedelsgenomgang",
        PRIMARY_CARE,
        {"K": 1_612, "M": 1_384},
        {
            "K": (41.8, 42.6, 43.9, 44.8, 45.6, 46.9, 47.8, 48.6),
            "M": (40.9, 41.5, 42.7, 43.9, 44.2, 45.8, 46.5, 47.1),
        },
    ),
    Shares(
        "palliativ-behandlingsstrategi",
        PALLIATIVE,
        {"K": 426, "M": 387},
        {
            "K": (52.1, 55.8, 58.3, 62.0, 65.4, 67.9, 70.3, 72.3),
            "M": (51.0, 52.9, 54.6, 56.8, 58.9, 60.7, 62.2, 63.3),
        },
        spread=0.08,
    ),
    Shares(
        "utskrivningsklara",
        HOSPITALS,
        {"K": 4_112, "M": 3_986},
        {
            "K": (8.4, 8.1, 8.3, 8.0, 7.7, 7.2, 6.9, 6.5),
            "M": (10.9, 10.4, 10.6, 10.3, 10.1, 9.6, 9.4, 9.1),
        },
        spread=0.12,
    ),
    Shares(
        "oplanerade-aterinskrivningar",
        HOSPITALS,
        {"K": 3_920, "M": 4_190},
        {
            "K": (16.7, 16.3, 17.0, 16.6, 16.9, 16.1, 15.8, 15.4),
            "M": (18.3, 17.9, 18.6, 18.2, 18.5, 18.0, 17.9, 17.68),
        },
        spread=0.1,
    ),
    Shares(
        "lakemedelsberattelse",
        HOSPITALS,
        {"K": 1_384, "M": 1_262},
        {
            "K": (75.2, 75.9, 76.4, 77.3, 78.1, 79.0, 80.2, 81.0),
            "M": (73.1, 73.6, 74.0, 74.4, 74.9, 75.5, 76.0, 76.4),
        },
        spread=0.05,
    ),
    Shares(
        "lakemedelsberattelse-minst-5",
        HOSPITALS,
        {"K": 1_905, "M": 1_790},
        {
            "K": (74.4, 75.1, 75.7, 76.5, 77.4, 78.3, 79.6, 80.42),
            "M": (72.8, 73.3, 73.8, 74.3, 74.9, 75.6, 76.3, 76.87),
        },
        spread=0.05,
    ),
)
DIGITAL_VISITS = (
    ("nybesök", "primärvård", NARA, 58_400, (1.5, 1.7, 2.0, 2.3, 2.6, 3.0, 3.3, 3.6)),
    ("nybesök", "somatisk vård", LANS_1, 24_300, (0.9, 1.0, 1.2, 1.3, 1.5, 1.7, 1.9, 2.1)),
    ("nybesök", "somatisk vård", LANS_2, 16_900, (0.8, 0.9, 1.1, 1.2, 1.4, 1.6, 1.8, 2.0)),
    ("nybesök", "psykiatrisk vård", PSYKIATRI, 5_200, (3.1, 3.3, 3.6, 3.9, 4.3, 4.6, 5.0, 5.4)),
    ("återbesök", "primärvård", NARA, 91_700, (38.1, 39.6, 41.2, 43.5, 45.4, 47.3, 49.6, 52.1)),
    (
        "återbesök",
        "somatisk vård",
        LANS_1,
        64_500,
        (20.4, 21.6, 23.1, 24.4, 26.0, 27.5, 28.9, 30.1),
    ),
    (
        "återbesök",
        "somatisk vård",
        LANS_2,
        47_800,
        (20.9, 22.0, 23.5, 25.0, 26.7, 28.1, 29.6, 31.0),
    ),
    (
        "återbesök",
        "psykiatrisk vård",
        PSYKIATRI,
        41_300,
        (35.2, 36.6, 38.4, 40.1, 41.9, 43.2, 44.8, 46.2),
    ),
)
"""Kind of visit, level of care, division, visits per tertial and percent digital."""

COUNTS = (
    Counts(
        "digitalen-slutforda-arenden",
        {REGION: 1.0},
        {"T": (24_236, 13_748, 26_990, 15_214, 30_080)},
        DIGITAL,
    ),
    Counts(
        "fraga-om-vald",
        DIVISIONS,
        {"K": (4_702, 2_402, 4_909, 2_503, 5_120), "M": (2_356, 1_205, 2_496, 1_272, 2_604)},
    ),
    Counts(
        "akutbesok-80-plus",
        HOSPITALS,
        {
            "K": (20_790, 10_915, 20_655, 10_763, 20_410),
            "M": (20_880, 11_060, 20_702, 10_890, 20_980),
        },
        WINTER,
    ),
)
ANTIBIOTICS = Counts(
    "antibiotikarecept",
    {REGION: 1.0},
    {"K": (26_380, 13_420, 25_720, 13_040, 24_030), "M": (17_610, 8_890, 17_080, 8_660, 16_020)},
    INFECTIONS,
)
REVIEWS = {
    NARA: (33, 24, 28),
    LANS_1: (21, 15, 17),
    LANS_2: (24, 17, 20),
    PSYKIATRI: (14, 10, 11),
    FUNKTION: (6, 5, 6),
}
COST_PER_MONTH = {2022: 362.0, 2023: 383.0, 2024: 400.0}
COST_ABOVE = {2022: 16.4, 2023: 20.1, 2024: 21.7}
"""Kronor per inhabitant and month in the country, and how much more in the region."""

MISSING = {
    ("samtal-levnadsvanor", (2024, 7), NARA),
    ("lakemedelsgenomgang", (2024, 6), NARA),
    ("palliativ-behandlingsstrategi", (2022, 3), LANS_2),
    ("utskrivningsklara", (2022, 11), "Kalix sjukhus"),
    ("lakemedelsberattelse", (2022, 12), "Kiruna sjukhus"),
    ("medicinsk-bedomning-3-dagar", (2022, 1), NARA),
}
"""Months that were never delivered."""
