"""Impossible magnitudes: increases above their total, kronor for millions, parts above a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from rapport.domain.problem import Problem
from rapport.domain.quantity import Unit
from rapport.report.claims.basis import Basis
from rapport.report.claims.matching import MONEY
from rapport.report.claims.sums import kronor_of
from rapport.report.claims.typed_numbers import TypedNumber, typed_numbers
from rapport.report.claims.written import Sentence, Written

INCREASE = "orimlig-ökning"
MAGNITUDE = "fel-storleksordning"
PARTS = "delar-stämmer-inte"

_INCREASE = re.compile(
    r"\b(?:ökning(?:en)?|ökade|ökat|ökar|upp|höjning(?:en)?|höjdes|stigit|steg) "
    r"(?:\w+ ){0,3}?med (?:cirka |omkring |drygt |knappt |nästan )?$",
    re.IGNORECASE,
)
_SLIPS = (Decimal(1_000), Decimal(1_000_000), Decimal(1_000_000_000))
_MILLIONS = frozenset({Unit.MILLION_KRONOR, Unit.BILLION_KRONOR})
_SMALL_SUM = Decimal(10_000)
_PARTS = re.compile(r"\bvarav\b|\bfördelat på\b", re.IGNORECASE)
_WOMEN_AND_MEN = re.compile(r"\bkvinn\w+.*\b(?:män|männen)\b|\bmän\w*.*\bkvinn\w+", re.IGNORECASE)


def impossible_increases(written: Written) -> Iterator[Problem]:
    """Increases above their total in one text, whatever is known of its sums."""
    typed = typed_numbers(written)
    for sentence in written.sentences:
        found = [t for t in typed if sentence.start <= t.start < sentence.end]
        yield from _increases(written, sentence, found)


@dataclass(frozen=True)
class MagnitudeCheck:
    """The check of the magnitudes in one text."""

    written: Written
    basis: Basis

    def problems(self) -> Iterator[Problem]:
        """Everything that cannot be so big or so small."""
        for sentence in self.written.sentences:
            found = [t for t in self._typed if sentence.start <= t.start < sentence.end]
            yield from _increases(self.written, sentence, found)
            yield from self._parts(sentence, found)
        for typed in self._typed:
            yield from self._slips(typed)
        yield from self._same_digits()

    @cached_property
    def _typed(self) -> tuple[TypedNumber, ...]:
        return typed_numbers(self.written)

    def _parts(self, sentence: Sentence, found: list[TypedNumber]) -> Iterator[Problem]:
        """The parts after "varav" are not more than the whole, and with both sexes not less."""
        mark = _PARTS.search(sentence.text)
        if mark is None:
            return
        at = sentence.start + mark.start()
        whole = next((t for t in reversed(found) if t.end <= at), None)
        parts = [t for t in found if t.start > at]
        if whole is None or not parts or len({_dimension(t) for t in (whole, *parts)}) != 1:
            return
        if _dimension(whole) in {Unit.PERCENT, Unit.PERCENTAGE_POINTS}:
            return
        total = sum((_amount(part) for part in parts), Decimal(0))
        both = len(parts) == 2 and _WOMEN_AND_MEN.search(sentence.text[mark.start() :])  # noqa: PLR2004 - women and men are two
        if total > _amount(whole) or (both and total < _amount(whole)):
            word = "mer" if total > _amount(whole) else "mindre"
            listed = " + ".join(part.text for part in parts)
            yield self.written.problem(
                whole.start,
                whole.end,
                PARTS,
                f"Delarna {listed} blir {word} än helheten {whole.text}. Rätta det tal som är fel.",
            )

    def _slips(self, typed: TypedNumber) -> Iterator[Problem]:
        """A known sum with the wrong unit, or kronor with a decimal among millions."""
        said = kronor_of(typed)
        if said is None or not said:
            return
        if any(known.is_said_by(typed) for known in self.basis.sums):
            return
        for known in self.basis.sums:
            ratio = max(abs(known.kronor / said), abs(said / known.kronor)) if known.kronor else 0
            if ratio in _SLIPS:
                yield self._slip(typed, f"{known.name} är {known.printed}")
                return
        in_millions = any(other.unit in _MILLIONS for other in self._typed)
        if (
            typed.unit is Unit.KRONOR
            and typed.decimals == 1
            and abs(said) < _SMALL_SUM
            and in_millions
        ):
            yield self._slip(typed, "texten räknar annars i miljoner")

    def _slip(self, typed: TypedNumber, why: str) -> Problem:
        return self.written.problem(
            typed.start,
            typed.end,
            MAGNITUDE,
            f'Beloppet "{typed.text}" verkar ha fel enhet, för {why}. Kontrollera om det ska vara '
            "kr, tkr, mnkr eller mdkr.",
        )

    def _same_digits(self) -> Iterator[Problem]:
        """The same digits with two units of money in one text are one sum, slipped."""
        first: dict[Decimal, TypedNumber] = {}
        for typed in self._typed:
            if typed.unit not in MONEY or not typed.decimals or typed.following == "per":
                continue
            earlier = first.setdefault(abs(typed.value), typed)
            if earlier.unit is not typed.unit:
                yield self._slip(typed, f'samma tal står tidigare i texten som "{earlier.text}"')


def _increases(written: Written, sentence: Sentence, found: list[TypedNumber]) -> Iterator[Problem]:
    """What has grown by 529 cannot be 1,4 afterwards."""
    for typed in found:
        before = sentence.text[: typed.start - sentence.start]
        total = _total(sentence, found, typed) if _INCREASE.search(before) else None
        if total is None or not _amount(total) < _amount(typed) or total.value < 0:
            continue
        yield written.problem(
            typed.start,
            typed.end,
            INCREASE,
            f"Ökningen, {typed.text}, är större än hela värdet, {total.text}. Kontrollera båda "
            "talen och deras enheter (tkr, mnkr, mdkr).",
        )


def _total(
    sentence: Sentence, found: list[TypedNumber], increase: TypedNumber
) -> TypedNumber | None:
    """The value that the increase led to: after "till", else the last one before it."""
    same = [t for t in found if t is not increase and _dimension(t) == _dimension(increase)]
    text = sentence.text
    for each in same:
        lead = text[: each.start - sentence.start]
        if each.start > increase.start and lead.endswith(" till "):
            return each
    before = [each for each in same if each.start < increase.start]
    if not before or re.search(r"\bfrån $", text[: before[-1].start - sentence.start]):
        return None
    return before[-1]


def _dimension(typed: TypedNumber) -> Unit | None:
    """What can be compared: all money is one, and so are shares and their differences."""
    if typed.unit in MONEY:
        return Unit.KRONOR
    return Unit.PERCENT if typed.unit is Unit.PERCENTAGE_POINTS else typed.unit


def _amount(typed: TypedNumber) -> Decimal:
    """The size in a common unit."""
    scale = MONEY.get(typed.unit, Decimal(1)) if typed.unit else Decimal(1)
    return abs(typed.value) * scale
