"""Typed numbers held against the figures: bound, wrong, or impossible to check."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from rapport.domain.problem import Problem, Severity
from rapport.report.claims import matching, meaning, subjects
from rapport.report.claims.basis import Basis, Measure
from rapport.report.claims.descriptions import described, name_of
from rapport.report.claims.known_figures import KnownFigure, Role
from rapport.report.claims.plan_words import PlanWords
from rapport.report.claims.typed_numbers import Hedge, TypedNumber, typed_numbers
from rapport.report.claims.written import BOUND, Sentence, Written
from rapport.swedish import numbers

CONTRADICTION = "påstående-stämmer-inte"
BINDABLE = "kan-bindas"
UNCHECKED = "okontrollerat-tal"

_IS = r"(?:är|var|blev|uppgår till|uppgick till|ligger på|låg på|landar på|landade på|nådde)"
_WHO = r"(?: (?:för|bland) (?:\w+ )?(?:kvinnor|män|kvinnorna|männen)| i (?:år|regionen)| nu)?"
_ROLE_WORDS = {
    Role.OUTCOME: re.compile(
        rf"\b(?:utfallet|resultatet){_WHO} {_IS} (?:nu |totalt )?$", re.IGNORECASE
    ),
    Role.TARGET: re.compile(rf"\b(?:målet|målnivån|årets mål){_WHO} {_IS} $", re.IGNORECASE),
    Role.FORECAST: re.compile(rf"\b(?:prognosen|helårsprognosen){_WHO} {_IS} $", re.IGNORECASE),
}
_MENTIONED = {
    Role.TARGET: re.compile(r"\bmål|\bkrav|\bgräns", re.IGNORECASE),
    Role.BASELINE: re.compile(r"ingång|utgång|plan|började|20\d\d", re.IGNORECASE),
    Role.FORECAST: re.compile(r"prognos|helår|väntas|beräknas", re.IGNORECASE),
}
_LIMITS = frozenset({Hedge.AT_LEAST, Hedge.AT_MOST})
_ANYTHING = re.compile("")
_DIFFERENCE = re.compile(
    r"\bfrån \d|skill|förändr|ök|minsk|förbättr|försämr|stig|steg|sjunk|sjönk|upp|ned|under|över"
    r"|högre|lägre|bättre|sämre|\bmer\b|mindre|fler|färre|avstånd|återstår|saknas",
    re.IGNORECASE,
)
_SOME_DIGITS, _MANY_DIGITS = 3, 4
_ORDER = tuple(Role)


@dataclass(frozen=True)
class FigureCheck:
    """The check of the numbers in one text."""

    written: Written
    basis: Basis
    plan_words: PlanWords

    def problems(self) -> Iterator[Problem]:
        """What there is to say of each typed number."""
        for typed in self._typed:
            if not self.plan_words.have(typed):
                yield from self._of(typed, self.written.sentence_at(typed.start))

    @cached_property
    def _typed(self) -> tuple[TypedNumber, ...]:
        return typed_numbers(self.written)

    @cached_property
    def _about(self) -> tuple[Measure, ...]:
        return subjects.measures_of_key(self.basis, self.written.source.key)

    def _subjects(self, sentence: Sentence) -> tuple[Measure, ...]:
        """The measures whose figures a sentence surely speaks of; none when it is not said."""
        named = subjects.named_in(sentence.text, self.basis.measures)
        if named:
            return named
        sure = subjects.is_analysis(self.written.source.key) or len(self._about) == 1
        return self._about if sure and self._about != self.basis.measures else ()

    def _of(self, typed: TypedNumber, sentence: Sentence) -> Iterator[Problem]:
        misnamed = self._misnamed(typed, sentence)
        equal = [] if misnamed else self._equal(typed, sentence)
        if equal:
            yield from self._bindable(typed, self._best(typed, equal, sentence))
            return
        wrong = misnamed or self._outdated(typed, sentence) or self._nearly(typed, sentence)
        if wrong is not None:
            yield self._contradiction(typed, wrong)
        elif not self._is_accounted_for(typed, sentence):
            yield self.written.problem(
                typed.start,
                typed.end,
                UNCHECKED,
                f'Talet "{typed.text}" finns inte bland rapportens siffror och har inte '
                "kontrollerats. Kontrollera det mot källan och skriv vilken källa det är.",
                Severity.NOTE,
            )

    def _is_accounted_for(self, typed: TypedNumber, sentence: Sentence) -> bool:
        """Whether a number has a source of its own, or is a known sum of money."""
        known = any(each.is_said_by(typed) for each in self.basis.sums)
        return known or subjects.has_its_own_source(sentence.text)

    def _equal(self, typed: TypedNumber, sentence: Sentence) -> list[KnownFigure]:
        """The figures a number may be: of the measures named, of the text's, then of any."""
        sure = self._subjects(sentence)
        found = [
            figure
            for measure in sure
            for figure in self._candidates(measure, sentence)
            if meaning.same(typed, figure) and self._could_be_said(typed, figure, sentence)
        ]
        if found or subjects.has_its_own_source(sentence.text):
            return found
        for measures, digits in ((self._about, _SOME_DIGITS), (self.basis.measures, _MANY_DIGITS)):
            found = [
                figure
                for measure in measures
                for figure in self.basis.all_of(measure)
                if meaning.same(typed, figure)
                and meaning.telling(typed, figure, digits)
                and self._could_be_said(typed, figure, sentence)
            ]
            if found:
                break
        return found

    def _could_be_said(self, typed: TypedNumber, figure: KnownFigure, sentence: Sentence) -> bool:
        """Whether a sentence can mean a figure: differences and earlier times are worded so."""
        if figure.is_signed and not _DIFFERENCE.search(sentence.text):
            return False
        limit = typed.hedge in _LIMITS and figure.role is Role.TARGET
        if not limit and not _MENTIONED.get(figure.role, _ANYTHING).search(sentence.text):
            return False
        if subjects.has_its_own_source(sentence.text):
            return figure.occasion == self.basis.occasion and figure.role is not Role.TARGET
        return figure.occasion == self.basis.occasion or self._compares(sentence)

    def _compares(self, sentence: Sentence) -> bool:
        """Whether a sentence has figures of more than one time, or of another."""
        inside = [t for t in self._typed if sentence.start <= t.start < sentence.end]
        return (
            len(inside) > 1
            or BOUND in sentence.text
            or bool(_DIFFERENCE.search(sentence.text))
            or subjects.speaks_of_last_year(sentence.text)
            or subjects.speaks_of_something_else(sentence.text, self.basis)
        )

    def _candidates(self, measure: Measure, sentence: Sentence) -> Iterator[KnownFigure]:
        yield from self.basis.all_of(measure)
        for unit in subjects.units_in(sentence.text, self.basis.organisations):
            yield from self.basis.now(measure, unit.id)

    def _best(
        self, typed: TypedNumber, figures: list[KnownFigure], sentence: Sentence
    ) -> KnownFigure:
        """The one a writer most likely meant: exact, now before then, the sex mentioned."""
        sexes = subjects.sexes_in(sentence.text)
        top = self.basis.organisations.top

        def order(figure: KnownFigure) -> tuple[bool | int, ...]:
            sex = figure.breakdown.sex
            return (
                not meaning.exactly(typed, figure),
                figure.occasion != self.basis.occasion,
                figure.binding is None,
                figure.organisation != top,
                sex not in sexes if sexes else sex is not None,
                _ORDER.index(figure.role),
            )

        return min(figures, key=order)

    def _bindable(self, typed: TypedNumber, figure: KnownFigure) -> Iterator[Problem]:
        expression = self._to_write(typed, figure)
        if expression:
            what = described(figure, self.basis, pair=typed.total is not None)
            verb = "är" if meaning.exactly(typed, figure) else "motsvarar"
            yield self.written.problem(
                typed.start,
                typed.end,
                BINDABLE,
                f'Talet "{typed.text}" {verb} {what} '
                f"({name_of(figure)}). Skriv {expression} i stället, så följer det mätdata.",
                Severity.NOTE,
            )

    def _to_write(self, typed: TypedNumber, figure: KnownFigure) -> str:
        """The expression that prints what was typed; two of them for "x av y"."""
        expression = self.basis.expression(figure)
        if expression and typed.total is not None:
            return f"{expression} av {expression.replace('täljare', 'nämnare', 1)}"
        return expression

    def _misnamed(self, typed: TypedNumber, sentence: Sentence) -> KnownFigure | None:
        """The figure that "utfallet är", "målet är" or "prognosen är" introduces wrongly."""
        before = sentence.text[: typed.start - sentence.start]
        role = next((role for role, words in _ROLE_WORDS.items() if words.search(before)), None)
        figures = self._meant(typed, sentence, earlier=False)
        meant = [figure for figure in figures if figure.role is role]
        if role is None or any(matching.says_the_same(typed, figure) for figure in meant):
            return None
        return min(meant, key=lambda figure: matching.distance(typed, figure), default=None)

    def _outdated(self, typed: TypedNumber, sentence: Sentence) -> KnownFigure | None:
        """The outcome now, where a sentence has kept that of an earlier report."""
        if self._compares(sentence):
            return None
        now = {
            (each.indicator.id, each.breakdown): each
            for each in self._meant(typed, sentence, earlier=False)
            if each.role is Role.OUTCOME
        }
        for measure in self._subjects(sentence) if now else ():
            for occasion in (self.basis.previous, self.basis.last_year):
                for figure in self.basis.earlier(measure, occasion):
                    kept = figure.role is Role.OUTCOME and matching.says_precisely(typed, figure)
                    if kept and meaning.digits(typed) > 1:
                        return now.get((figure.indicator.id, figure.breakdown))
        return None

    def _nearly(self, typed: TypedNumber, sentence: Sentence) -> KnownFigure | None:
        """The figure that a number was surely meant for but does not say."""
        meant = [
            figure
            for figure in self._meant(typed, sentence, earlier=True)
            if (typed.total is not None or matching.nearly_says(typed, figure))
            and _MENTIONED.get(figure.role, _ANYTHING).search(sentence.text)
        ]
        return min(meant, key=lambda figure: matching.distance(typed, figure), default=None)

    def _meant(self, typed: TypedNumber, sentence: Sentence, *, earlier: bool) -> list[KnownFigure]:
        """The figures that a sentence can only mean; none when it leaves it open."""
        measures = self._subjects(sentence)
        units = subjects.units_in(sentence.text, self.basis.organisations)
        if units or subjects.speaks_of_something_else(sentence.text, self.basis):
            return []
        figures = [figure for each in measures for figure in self.basis.now(each)]
        if subjects.speaks_of_last_year(sentence.text):
            year = self.basis.last_year
            past = [f for each in measures for f in self.basis.earlier(each, year)]
            figures = [*figures, *past] if earlier else []
        fitting = [
            f for f in figures if meaning.fits(typed, f) and meaning.is_of_series(f, sentence)
        ]
        return meaning.of_sex(fitting, subjects.sexes_in(sentence.text))

    def _contradiction(self, typed: TypedNumber, figure: KnownFigure) -> Problem:
        expression, shown = self._to_write(typed, figure), figure.printed
        what = described(figure, self.basis, pair=typed.total is not None)
        if typed.total is not None and figure.binding is not None:
            whole = figure.binding.assessment.outcome.denominator
            shown = f"{shown} av {numbers.number(whole or Decimal(0))}"
        return self.written.problem(
            typed.start,
            typed.end,
            CONTRADICTION,
            f"Texten säger {typed.text}, men {what} är {shown} "
            f"({name_of(figure)}). Skriv {expression} i stället, så följer siffran mätdata. Om det "
            "är en annan uppgift ska meningen säga vilken tid, enhet eller källa den gäller.",
        )
