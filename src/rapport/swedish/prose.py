"""Swedish prose: counting words, enumeration, and adjectives that agree with what they count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from rapport.domain.outcome import Verdict
from rapport.swedish.numbers import NO_BREAK_SPACE, number

_WORDS = (
    "noll", "ett", "två", "tre", "fyra", "fem", "sex",
    "sju", "åtta", "nio", "tio", "elva", "tolv",
)  # fmt: skip


@dataclass(frozen=True)
class Noun:
    """A noun that can be counted: "ett styrmått, två styrmått", "en aktivitet, två aktiviteter"."""

    one: str
    many: str
    neuter: bool = True


INDICATOR = Noun("styrmått", "styrmått")
ACTIVITY = Noun("aktivitet", "aktiviteter", neuter=False)
ASSIGNMENT = Noun("uppdrag", "uppdrag")
GOAL = Noun("mål", "mål")
FACTOR = Noun("framgångsfaktor", "framgångsfaktorer", neuter=False)
UNIT = Noun("enhet", "enheter", neuter=False)


def count_word(count: int, *, neuter: bool = True, none: str = "inga") -> str:
    """A number in running text: "inga", "ett" or "en", words up to "tolv", then digits."""
    if count == 0:
        return none
    if count == 1 and not neuter:
        return "en"
    return _WORDS[count] if 0 < count < len(_WORDS) else number(Decimal(count))


def counted(count: int, noun: Noun) -> str:
    """A count with its noun: "ett styrmått", "tolv aktiviteter", "inga uppdrag"."""
    word = count_word(count, neuter=noun.neuter)
    return f"{word} {noun.one if count == 1 else noun.many}"


def out_of(count: int, total: int, noun: Noun) -> str:
    """A part of a whole: "två av tre styrmått", "en av tolv aktiviteter", "inget av fem styrmått".

    The noun follows the whole, as in "ett av ett styrmått".
    """
    none = "inget" if noun.neuter else "ingen"
    first = count_word(count, neuter=noun.neuter, none=none)
    whole = count_word(total, neuter=noun.neuter)
    return f"{first} av {whole} {noun.one if total == 1 else noun.many}"


def enumeration(items: Sequence[str]) -> str:
    """Items in a row: "a", "a och b", "a, b och c"."""
    if len(items) < 2:  # noqa: PLR2004 - one item needs no "och"
        return "".join(items)
    return f"{', '.join(items[:-1])} och {items[-1]}"


def capitalised(text: str) -> str:
    """The text with a capital first letter and the rest untouched."""
    return text[:1].upper() + text[1:]


def genitive(name: str) -> str:
    """Whose something is: "Regionstyrelsens", "HSN:s", "Regionfullmäktiges".

    A name that ends in s, x or z is its own genitive; an abbreviation takes a colon.

    >>> genitive("Regionstyrelsen"), genitive("HSN"), genitive("Region Norrbottens")
    ('Regionstyrelsens', 'HSN:s', 'Region Norrbottens')
    """
    if name[-1:].lower() in {"s", "x", "z"}:
        return name
    return f"{name}:s" if name.isupper() else f"{name}s"


def agreeing(one_neuter: str, many: str, count: int, noun: Noun) -> str:
    """An adjective that agrees: "uppfyllt" with ett styrmått, "uppfylld" with en, "uppfyllda"."""
    if count != 1:
        return many
    return one_neuter if noun.neuter else f"{one_neuter.removesuffix('t')}d"


def verdict_phrase(verdict: Verdict, count: int, noun: Noun = INDICATOR) -> str:
    """What holds for so many: "är uppfyllt", "är delvis uppfyllda", "kan inte bedömas"."""
    met = agreeing("uppfyllt", "uppfyllda", count, noun)
    match verdict:
        case Verdict.MET:
            return f"är {met}"
        case Verdict.PARTLY:
            return f"är delvis {met}"
        case Verdict.NOT_MET:
            return f"är ej {met}"
        case Verdict.NOT_ASSESSABLE:
            return "kan inte bedömas"


def verdict_count(verdict: Verdict, count: int, noun: Noun = INDICATOR) -> str:
    """So many with a verdict: "ett styrmått är uppfyllt", "två styrmått är uppfyllda"."""
    return f"{counted(count, noun)} {verdict_phrase(verdict, count, noun)}"


def held_together(text: str) -> str:
    """The text with no-break spaces, for "T2 2024" and the like."""
    return text.replace(" ", NO_BREAK_SPACE)
