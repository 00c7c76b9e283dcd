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
    {"K": 2_779_659, "M": 842_465},
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
        {"K": 33_789, "M": 26_397},
        {
            "K": (58.2, 55.1, 57.6, 60.3, 58.0, 61.9, 64.8, 63.1),
            "M": (59.6, 56.4, 58.8, 61.7, 59.9, 63.4, 66.2, 64.9),
        },
        spread=0.05,
    ),
    Shares(
        "vardgaranti-operation",
        SURGERY,
        {"K": 11_903, "M": 9_795},
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
            "K": (196_301, 103_943, 199_218, 105_249, 201_672),
            "M": (158_355, 83_557, 160_933, 85_176, 163_311),
        },
        PLANNED,
    ),
    Counts(
        "vardtillfallen",
        HOSPITALS,
        {
            "K": (12_974, 6_627, 12_759, 6_487, 12_536),
            "M": (11_864, 6_081, 11_689, 5_957, 11_483),
        },
        WINTER,
    ),
    Counts(
        "operationer",
        OPERATING,
        {"K": (6_937, 3_768, 7_116, 3_911, 7_352), "M": (5_607, 3_048, 5_777, 3_181, 5_963)},
        PLANNED,
    ),
)
WORKED_HOURS = Counts(
    "arbetade-timmar",
    STAFF,
    {
        "K": (4_903_148, 2_603_624, 4_942_468, 2_617_020, 4_969_449),
        "M": (1_511_334, 803_103, 1_525_716, 811_087, 1_539_748),
    },
    WORKED,
)

COSTS = {
    NARA: (1_433_137, 741_640, 1_531_092, 796_518, 1_612_502),
    LANS_1: (1_361_892, 705_969, 1_462_785, 760_643, 1_548_892),
    LANS_2: (1_034_308, 537_355, 1_107_658, 576_588, 1_171_219),
    FUNKTION: (742_363, 384_618, 789_671, 409_773, 827_199),
    PSYKIATRI: (536_107, 277_972, 568_658, 295_255, 591_815),
}
DEVIATIONS = {
    NARA: (-31_201, -17_397, -44_824, -23_891, -38_122),
    LANS_1: (-42_724, -24_093, -71_268, -38_214, -63_607),
    LANS_2: (-28_916, -15_606, -46_494, -24_709, -41_204),
    FUNKTION: (-9_799, -5_201, -14_094, -7_897, -11_701),
    PSYKIATRI: (2_107, 900, 3_398, 1_203, 5_899),
}
HIRED = {
    NARA: (96_162, 52_728, 108_460, 55_320, 97_747),
    LANS_1: (55_876, 30_117, 63_236, 32_601, 52_690),
    LANS_2: (34_302, 18_209, 37_909, 19_407, 30_611),
    FUNKTION: (8_097, 4_403, 9_596, 4_899, 7_903),
    PSYKIATRI: (47_616, 25_306, 52_773, 26_687, 45_119),
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
