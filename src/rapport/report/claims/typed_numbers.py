"""Numbers typed by hand in a text: those that claim something, with unit and reservation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from rapport.domain.quantity import Unit
from rapport.report.claims.written import Written

_UNITS: tuple[tuple[str, Unit, int], ...] = (
    (r"%|procent\b", Unit.PERCENT, 1),
    (r"procentenhet(?:er|en|erna)?\b", Unit.PERCENTAGE_POINTS, 1),
    (r"(?:kr|kronor) per (?:invånare|norrbottning)\b", Unit.KRONOR_PER_INHABITANT, 1),
    (r"(?:tkr|tusen kronor)\b", Unit.THOUSAND_KRONOR, 1),
    (r"(?:mn?kr|miljon(?:er)? kronor)\b", Unit.MILLION_KRONOR, 1),
    (r"(?:md ?kr|mnd ?kr|miljard(?:er)? kronor)\b", Unit.BILLION_KRONOR, 1),
    (r"(?:kr|kronor)\b", Unit.KRONOR, 1),
    (r"\w* ?per (?:1 000|tusen)(?: invånare)?\b", Unit.PER_THOUSAND, 1),
    (r"\w* ?per 100 000(?: invånare)?\b", Unit.PER_HUNDRED_THOUSAND, 1),
    (r"(?:dagar|dygn)\b", Unit.DAYS, 1),
    (r"miljon(?:er)?\b", Unit.COUNT, 1_000_000),
    (r"tusen\b", Unit.COUNT, 1_000),
)
_UNIT = re.compile(
    "|".join(f"(?P<u{i}>{words})" for i, (words, _, _) in enumerate(_UNITS)), re.IGNORECASE
)
_NUMBER = re.compile(
    r"(?<![\w,.§/:+@\ufffc-])(?:(?P<sign>[-−]|minus )(?=\d))?"
    r"(?P<whole>\d{1,3}(?: \d{3})+(?!\d)|\d+)(?P<part>[,.]\d{1,4})?"
    r"(?![\w/:]|[,.]\d|[-−]\w)"
)
_MONTHS = (
    "jan(?:uari)?|feb(?:ruari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sep(?:t|tember)?"
    "|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_NOT_CLAIMS_AFTER = re.compile(
    r" ?(?:(?:–|-|till|och) ?\d+ )?"
    r"(?:års?\b|åring|månaders?\b|veckors?\b|timmars?\b|minuters?\b|tim\b|:[ea]\b)"
    rf"|\+| (?:{_MONTHS})\b|–\d+ (?:{_MONTHS})\b",
    re.IGNORECASE,
)
_NOT_CLAIMS_BEFORE = re.compile(
    r"(?:\b(?:nr|nummer|punkt|uppdrag|aktivitet|mål|mått|styrmått|sida|sidan|sidorna|figur|tabell|bilaga"
    r"|version|steg|kapitel|kap|avsnitt|fas|grupp|nivå|klass|typ|agenda|kl|§|dnr|tertial|kvartal"
    r"|vecka|v|rad|ärende|artikel|linje|väg|e|tel|telefon|inom)\.? ?|§ ?)$",
    re.IGNORECASE,
)
_NOT_A_COUNT = frozenset({"112", "1177", "113"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_JOINT = re.compile(
    r" ?(?:–|-|till|och|eller|respektive|jämfört med|mot|,|till och med) ?(?:från )?$"
)
_OF = re.compile(r" av (?:de |alla |totalt |sammanlagt )?$")
_HEDGE = re.compile(
    r"\b(cirka|ca\.?|omkring|ungefär|runt|kring|drygt|över|mer än|minst|knappt|nästan|närmare"
    r"|under|mindre än|högst|färre än|fler än) $",
    re.IGNORECASE,
)
_LARGEST_UNSAID = 9
_LOOK = 40


class Hedge(StrEnum):
    """A reservation before a number: about, above or below it, or the limit of a target."""

    ABOUT = "ungefär"
    ABOVE = "över"
    BELOW = "under"
    AT_LEAST = "minst"
    AT_MOST = "högst"


_HEDGES = {
    **dict.fromkeys(("cirka", "ca", "omkring", "ungefär", "runt", "kring"), Hedge.ABOUT),
    **dict.fromkeys(("drygt", "över", "mer än", "fler än"), Hedge.ABOVE),
    **dict.fromkeys(("knappt", "nästan", "närmare", "under"), Hedge.BELOW),
    **dict.fromkeys(("mindre än", "högst", "färre än"), Hedge.AT_MOST),
    "minst": Hedge.AT_LEAST,
}


@dataclass(frozen=True)
class TypedNumber:
    """A number as it was typed: ``unit`` is absent for a bare number.

    ``total`` is the second number of "x av y". ``following`` is the word after it.
    """

    value: Decimal
    decimals: int
    unit: Unit | None
    start: int
    end: int
    text: str
    hedge: Hedge | None = None
    total: TypedNumber | None = None
    following: str = ""


def typed_numbers(written: Written) -> tuple[TypedNumber, ...]:
    """The numbers of a text that claim something.

    Years, dates, ages, references and single digits are not claims; neither is what stands
    in a bound expression or an address.
    """
    found = list(_with_shared_units(written.own, list(_found(written.own))))
    return tuple(each for each in _in_pairs(written.own, found) if _claims(each))


def _found(text: str) -> Iterator[TypedNumber]:
    for match in _NUMBER.finditer(text):
        before, after = _around(text, match)
        unit = _UNIT.match(after.lstrip(" "))
        if _is_reference(match, before, after, has_unit=unit is not None):
            continue
        yield _number(match, before, after, unit)


def _around(text: str, match: re.Match[str]) -> tuple[str, str]:
    """What stands just before and just after a number."""
    return text[max(0, match.start() - _LOOK) : match.start()], text[
        match.end() : match.end() + _LOOK
    ]


def _number(
    match: re.Match[str], before: str, after: str, unit: re.Match[str] | None
) -> TypedNumber:
    part = (match["part"] or "")[1:]
    value = Decimal(match["whole"].replace(" ", "") + (f".{part}" if part else ""))
    kind, scale, end = None, 1, match.end()
    if unit:
        _, kind, scale = _UNITS[int((unit.lastgroup or "u0")[1:])]
        end += len(after) - len(after.lstrip(" ")) + unit.end()
    hedge = _HEDGE.search(before)
    rest = after[end - match.end() :]
    word = re.match(r"\s*([a-zåäöé-]+)", rest, re.IGNORECASE)
    return TypedNumber(
        (-value if match["sign"] else value) * scale,
        len(part) if scale == 1 else 0,
        kind,
        match.start(),
        end,
        match[0] + after[: end - match.end()],
        _HEDGES[hedge[1].lower().rstrip(".")] if hedge else None,
        following=word[1].lower() if word else "",
    )


def _is_reference(match: re.Match[str], before: str, after: str, *, has_unit: bool) -> bool:
    """Whether the number names a date, age, paragraph, page, code or telephone number."""
    bare = not has_unit and not match["part"]
    if bare and (_YEAR.fullmatch(match["whole"]) or match["whole"] in _NOT_A_COUNT):
        return True
    return (
        bool(_NOT_CLAIMS_AFTER.match(after))
        or (not match["part"] and bool(_NOT_CLAIMS_BEFORE.search(before)) and not has_unit)
        or before.endswith(("inom ", "per "))
    )


def _with_shared_units(text: str, found: list[TypedNumber]) -> Iterator[TypedNumber]:
    """Give "8,5" its unit in "från 8,5 till 8,9 procent"."""
    for number, following in pairwise([*found, None]):
        if number is None:
            continue
        joined = following and _JOINT.fullmatch(text[number.end : following.start])
        if number.unit is None and following and following.unit and joined:
            yield replace(number, unit=following.unit)
        else:
            yield number


def _in_pairs(text: str, found: list[TypedNumber]) -> Iterator[TypedNumber]:
    """Join "x av y" into one number with its total."""
    taken: set[int] = set()
    for number, following in pairwise([*found, None]):
        if number is None or number.start in taken:
            continue
        if (
            following
            and not number.unit
            and not following.unit
            and _OF.fullmatch(text[number.end : following.start])
        ):
            taken.add(following.start)
            joined = text[number.start : following.end]
            yield replace(number, total=following, end=following.end, text=joined)
        else:
            yield number


def _claims(number: TypedNumber) -> bool:
    """Bare single digits are counts in running text ("3 möten") and not held against figures."""
    bare = number.unit is None and number.total is None and not number.decimals
    return not (bare and abs(number.value) <= _LARGEST_UNSAID)
