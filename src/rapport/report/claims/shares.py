"""Shares said wrongly: percent for percentage points, above 100 %, or as a number of people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from rapport.domain.problem import Problem
from rapport.domain.quantity import MeasureKind, Unit
from rapport.report.claims import subjects
from rapport.report.claims.basis import Basis, Measure
from rapport.report.claims.descriptions import described, name_of
from rapport.report.claims.known_figures import KnownFigure, Role
from rapport.report.claims.matching import says_the_same
from rapport.report.claims.typed_numbers import TypedNumber, typed_numbers
from rapport.report.claims.written import Sentence, Written
from rapport.swedish import numbers

POINTS = "procent-eller-procentenheter"
ABOVE_ALL = "andel-över-hundra"
NOT_A_SHARE = "andel-i-antal"

_DIFFERENCE = re.compile(
    r"\b(?:skillnad|förändring|ökning|minskning|förbättring|försämring|ök(?:ar|ade|at)"
    r"|minsk(?:ar|ade|at)|stig(?:er|it)|steg|sjunk(?:er|it)|sjönk|skiljer)\b"
    r"|\b(?:högre|lägre|bättre|sämre|mer|mindre|fler|färre|under målet|över målet)\b",
    re.IGNORECASE,
)
_MAY_EXCEED = re.compile(
    r"\b(?:ök\w*|steg|stigit|upp|av målet|av budgeten|jämfört|mer|högre|fler|gånger|fördubbl\w*)\b",
    re.IGNORECASE,
)
_SHARE_WORD = re.compile(
    r"\bandel(?:en)?\b|\bav (?:de )?(?:patienterna|kvinnorna|männen|besöken|alla)\b", re.IGNORECASE
)
_SHARE_IS = re.compile(
    r"\bandel(?:en)?\b[^.,;:]*\b(?:är|var|uppgår till|uppgick till|blev) $", re.IGNORECASE
)
_PEOPLE = re.compile(r"person|patient|kvinn|män|invånar|besök|barn|individ")
_ALL = Decimal(100)
_DIFFERENCES = frozenset({Role.CHANGE, Role.SEX_GAP, Role.DISTANCE})


@dataclass(frozen=True)
class ShareCheck:
    """The check of the shares in one text."""

    written: Written
    basis: Basis

    def problems(self) -> Iterator[Problem]:
        """Everything said of a share that a share cannot be."""
        for typed in typed_numbers(self.written):
            sentence = self.written.sentence_at(typed.start)
            if typed.unit is Unit.PERCENT:
                yield from self._points(typed, sentence)
                yield from self._above_all(typed, sentence)
            elif typed.unit is None:
                yield from self._people(typed, sentence)

    def _points(self, typed: TypedNumber, sentence: Sentence) -> Iterator[Problem]:
        """A difference of two shares is percentage points, not percent."""
        if not _DIFFERENCE.search(sentence.text) or self._is_percent(typed, sentence):
            return
        for figure in self._differences(sentence):
            if _size(typed, figure):
                size = numbers.with_unit(abs(figure.value), figure.decimals, figure.unit)
                yield self.written.problem(
                    typed.start,
                    typed.end,
                    POINTS,
                    f'"{typed.text}" är {described(figure, self.basis)} '
                    f"({name_of(figure)}), alltså {size}. En skillnad mellan två andelar är i "
                    f"procentenheter. {self._remedy(figure)}",
                )
                return

    def _remedy(self, figure: KnownFigure) -> str:
        expression = self.basis.expression(figure)
        return f"Skriv {expression} i stället." if expression else "Skriv procentenheter."

    def _is_percent(self, typed: TypedNumber, sentence: Sentence) -> bool:
        """Whether the number is right as percent: a share of its own, or a relative change."""
        return any(
            says_the_same(typed, figure)
            for measure in self._measures(sentence)
            for figure in self.basis.all_of(measure)
        )

    def _differences(self, sentence: Sentence) -> Iterator[KnownFigure]:
        for measure in self._measures(sentence):
            if measure[1].unit is Unit.PERCENT:
                figures = self.basis.now(measure)
                yield from (figure for figure in figures if figure.role in _DIFFERENCES)

    def _measures(self, sentence: Sentence) -> tuple[Measure, ...]:
        named = subjects.named_in(sentence.text, self.basis.measures)
        return named or subjects.measures_of_key(self.basis, self.written.source.key)

    def _above_all(self, typed: TypedNumber, sentence: Sentence) -> Iterator[Problem]:
        """No share of a group is more than the whole group."""
        if typed.value <= _ALL or _MAY_EXCEED.search(sentence.text):
            return
        key = self.written.source.key
        of_shares = subjects.is_analysis(key) and all(
            indicator.kind is MeasureKind.SHARE
            for _, indicator in subjects.measures_of_key(self.basis, key)
        )
        if of_shares or _SHARE_WORD.search(sentence.text):
            yield self.written.problem(
                typed.start,
                typed.end,
                ABOVE_ALL,
                f"En andel kan inte vara {typed.text}. Kontrollera talet, eller skriv vad det är "
                "en procentsats av.",
            )

    def _people(self, typed: TypedNumber, sentence: Sentence) -> Iterator[Problem]:
        """A share is not so many persons."""
        before = sentence.text[: typed.start - sentence.start]
        if typed.total is None and _SHARE_IS.search(before) and _PEOPLE.match(typed.following):
            yield self.written.problem(
                typed.start,
                typed.end,
                NOT_A_SHARE,
                f'"{typed.text} {typed.following}" är ett antal, inte en andel. Skriv "antalet", '
                "eller skriv andelen i procent.",
            )


def _size(typed: TypedNumber, figure: KnownFigure) -> bool:
    """Whether a number is the size of a difference as printed."""
    said, real = abs(typed.value), abs(figure.value)
    return bool(said) and numbers.rounded(real, figure.decimals) == said
