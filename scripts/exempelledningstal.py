"""The chosen totals of the region's management report ("ledningsrapport") and finances.

Everything is exempeldata. Percentages are per tertial from T1 2022; counts and amounts are
January-August and September-December of each year; amounts are in thousands of kronor.
"""

from __future__ import annotations

from exempelserier import Counts, Shares
from exempeltal import FUNKTION, HOSPITALS, LANS_1, LANS_2, NARA, PSYKIATRI, WINTER

SEED = 20240906

PARTS = (8, 4, 8, 4, 8)
"""How many months each part of a total covers."""

STAFF = {NARA: 0.3, LANS_1: 0.25, LANS_2: 0.18, FUNKTION: 0.16, PSYKIATRI: 0.11}
SPECIALISTS = {LANS_1: 0.42, LANS_2: 0.38, PSYKIATRI: 0.2}
SURGERY = {LANS_1: 0.57, LANS_2: 0.43}
DOCTORS = {NARA: 0.44, LANS_1: 0.27, LANS_2: 0.2, PSYKIATRI: 0.09}
OPERATING = {
    "Gällivare sjukhus": 0.21,
    "Piteå sjukhus": 0.24,
    "Sunderby sjukhus": 0.55,
}

SICKNESS = (1.22, 1.17, 1.07, 0.96, 0.9, 0.82, 0.72, 0.86, 1.02, 1.08, 1.12, 1.1)
WORKED = (1.04, 1.0, 1.06, 1.03, 1.04, 0.98, 0.68, 0.9, 1.06, 1.09, 1.08, 1.0)
PLANNED = (1.08, 1.07, 1.1, 1.06, 1.05, 0.93, 0.55, 0.87, 1.08, 1.11, 1.09, 0.92)

SICK_LEAVE = Shares(
    "sjukfranvaro",
    STAFF,
    {"K": 2_780_000, "M": 842_000},
    {
        "K": (8.9, 6.8, 7.9, 7.8, 6.4, 7.4, 7.5, 6.2),
        "M": (6.3, 4.7, 5.4, 5.3, 4.3, 5.0, 5.1, 4.2),
    },
    spread=0.06,
)
WAITING = (
    Shares(
        "vardgaranti-besok",
        SPECIALISTS,
        {"K": 33_800, "M": 26_400},
        {
            "K": (58.2, 55.1, 57.6, 60.3, 58.0, 61.9, 64.8, 63.1),
            "M": (59.6, 56.4, 58.8, 61.7, 59.9, 63.4, 66.2, 64.9),
        },
        spread=0.05,
    ),
    Shares(
        "vardgaranti-operation",
        SURGERY,
        {"K": 11_900, "M": 9_800},
        {
            "K": (49.8, 46.0, 48.3, 52.1, 49.7, 54.2, 58.6, 57.3),
            "M": (51.9, 48.2, 50.6, 54.0, 52.3, 56.5, 60.4, 59.8),
        },
        spread=0.05,
    ),
)
PRODUCTION = (
    Counts(
        "lakarbesok",
        DOCTORS,
        {
            "K": (196_400, 103_900, 199_200, 105_300, 201_700),
            "M": (158_300, 83_600, 160_900, 85_200, 163_400),
        },
        PLANNED,
    ),
    Counts(
        "vardtillfallen",
        HOSPITALS,
        {
            "K": (12_980, 6_620, 12_760, 6_490, 12_540),
            "M": (11_870, 6_080, 11_690, 5_960, 11_480),
        },
        WINTER,
    ),
    Counts(
        "operationer",
        OPERATING,
        {"K": (6_940, 3_770, 7_120, 3_910, 7_350), "M": (5_610, 3_050, 5_780, 3_180, 5_960)},
        PLANNED,
    ),
)
WORKED_HOURS = Counts(
    "arbetade-timmar",
    STAFF,
    {
        "K": (4_905_000, 2_604_000, 4_942_000, 2_618_000, 4_968_000),
        "M": (1_512_000, 803_000, 1_526_000, 811_000, 1_539_000),
    },
    WORKED,
)

COSTS = {
    NARA: (1_432_600, 741_900, 1_531_800, 796_400, 1_612_300),
    LANS_1: (1_361_400, 706_200, 1_462_900, 761_000, 1_548_700),
    LANS_2: (1_034_800, 537_100, 1_108_200, 576_300, 1_171_500),
    FUNKTION: (742_300, 384_500, 789_600, 409_800, 826_900),
    PSYKIATRI: (536_100, 277_900, 568_400, 295_200, 591_800),
}
DEVIATIONS = {
    NARA: (-31_200, -17_400, -44_800, -23_900, -38_100),
    LANS_1: (-42_700, -24_100, -71_300, -38_200, -63_600),
    LANS_2: (-28_900, -15_600, -46_500, -24_700, -41_200),
    FUNKTION: (-9_800, -5_200, -14_100, -7_900, -11_700),
    PSYKIATRI: (2_100, 900, 3_400, 1_200, 5_900),
}
HIRED = {
    NARA: (96_200, 52_700, 108_400, 55_300, 97_800),
    LANS_1: (55_900, 30_100, 63_200, 32_600, 52_700),
    LANS_2: (34_300, 18_200, 37_900, 19_400, 30_600),
    FUNKTION: (8_100, 4_400, 9_600, 4_900, 7_900),
    PSYKIATRI: (47_600, 25_300, 52_800, 26_700, 45_100),
}
"""What divisions cost, spend above budget and pay for hired staff, in thousands of kronor."""

FINANCES = {
    "resultat-andel": {
        2022: (6.1, 4.4, 3.6, 3.0, 2.8, 3.7, 5.9, 4.6, 3.6, 2.9, 2.3, 1.9),
        2023: (4.2, 2.1, 1.0, 0.4, 0.1, 0.8, 2.9, 1.5, 0.6, 0.1, -0.4, -0.9),
        2024: (3.4, 1.3, 0.2, -0.4, -0.6, 0.3, 2.4, 0.7),
    },
    "soliditet": {
        2022: (-19.8, -19.7, -19.6, -19.5, -19.4, -19.0, -18.1, -18.3, -18.5, -18.6, -18.7, -18.8),
        2023: (-18.6, -18.7, -18.7, -18.8, -18.8, -18.4, -17.6, -17.9, -18.1, -18.3, -18.5, -18.6),
        2024: (-18.4, -18.4, -18.5, -18.5, -18.4, -18.0, -17.1, -17.4),
    },
    "nettokostnadsutveckling": {
        2022: (4.6, 4.8, 4.7, 4.9, 5.0, 5.1, 5.2, 5.1, 5.3, 5.4, 5.4, 5.5),
        2023: (7.9, 7.7, 7.6, 7.4, 7.3, 7.1, 7.0, 6.9, 6.9, 6.8, 6.8, 6.7),
        2024: (5.9, 5.7, 5.6, 5.4, 5.3, 5.2, 5.1, 5.0),
    },
}
"""Published month by month from the beginning of the year, in percent."""
