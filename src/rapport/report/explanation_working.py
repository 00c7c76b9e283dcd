"""The working ("uträkning") behind a verdict, line by line, to follow with a pocket calculator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rapport.domain.outcome import Assessment, Blocker, EffectiveTarget, Outcome
from rapport.domain.period import MONTHS_PER_YEAR, Period
from rapport.domain.plan import Indicator, Plan
from rapport.domain.quantity import MeasureKind, State
from rapport.domain.target import (
    Directional,
    TargetPath,
    Tolerance,
    ToleranceKind,
    held_against,
    numbers_of,
)
from rapport.fulfilment.evaluation import Evaluation
from rapport.fulfilment.season import even
from rapport.fulfilment.standing import standing
from rapport.fulfilment.target_path import surrounding
from rapport.report import cells
from rapport.swedish import dates, numbers, phrases

_DIGITS, _SHARE_DIGITS = 6, 9
"""The decimals of figures and of shares to compute with; those a report prints have fewer."""

_RATIOS = frozenset({MeasureKind.SHARE, MeasureKind.RATE, MeasureKind.MEAN})


def exact(value: Decimal, digits: int = _DIGITS) -> str:
    """A figure as it is computed with: so many decimals, but none that are not needed."""
    decimals = numbers.needed_decimals(numbers.rounded(value, digits), 0, digits)
    return numbers.number(value, decimals)


@dataclass(frozen=True)
class Working:
    """The working of one series; whatever is protected stays out of it."""

    evaluation: Evaluation
    assessment: Assessment

    @property
    def indicator(self) -> Indicator:
        """The measure."""
        return self.assessment.indicator

    def lines(self) -> Iterator[str]:
        """Every step, indented: what went in, the outcome, the target, the rule, the parts."""
        outcome = self.assessment.outcome
        if outcome.state is State.MEASURED:
            yield from self._months()
            yield from self._units()
            yield from self._outcome()
        if outcome.state is not State.SUPPRESSED:
            yield from self._target()
            yield from self._season()
            yield from self._rule()
        yield from self._parts()
        yield from self._standing()

    def _standing(self) -> Iterator[str]:
        """Where a unit stands among the others, when the profile asks for it."""
        organisation = self.assessment.organisation
        region = self.evaluation.region
        if organisation == region.organisations.top or not region.profile_of(self._plan).quarters:
            return
        level = region.organisations[organisation].level
        period = self.assessment.outcome.period
        found = {
            unit: self._at(unit, period).value
            for unit in self.evaluation.organisations(self._plan, self.indicator)
            if region.organisations[unit].level == level
        }
        values = {unit: value for unit, value in found.items() if value is not None}
        place = standing(self.indicator.better, organisation, values)
        if place is not None:
            yield f"  Jämförelse, ingen bedömning av målet: {place} av {len(values)} enheter"

    @property
    def _plan(self) -> Plan:
        return next(p for p in self.evaluation.plans if p.id == self.assessment.plan)

    def _figure(self, outcome: Outcome) -> str:
        """The sums behind an outcome, or the ready-made figure."""
        if outcome.state is State.SUPPRESSED:
            return f"{numbers.SUPPRESSED} (visas inte)"
        if outcome.numerator is None or outcome.value is None:
            return numbers.NO_VALUE if outcome.value is None else exact(outcome.value)
        if outcome.denominator is None:
            return exact(outcome.numerator)
        return f"{exact(outcome.numerator)} / {exact(outcome.denominator)}"

    def _at(self, organisation: str, period: Period) -> Outcome:
        assessment = self.assessment
        return self.evaluation.outcome(
            assessment.indicator, organisation, assessment.breakdown, period
        )

    def _months(self) -> Iterator[str]:
        """Each month of the period, where the data are monthly and all of them may be shown."""
        period = self.assessment.outcome.period
        if self.indicator.kind is MeasureKind.LEVEL or period.length == 1:
            return
        found = [(m, self._at(self.assessment.organisation, m)) for m in period.months]
        yield from self._rows("Månader", [(dates.month_span(m), each) for m, each in found])

    def _units(self) -> Iterator[str]:
        """Each unit that the whole is put together from."""
        tree = self.evaluation.region.organisations
        if self.assessment.organisation != tree.top:
            return
        units = [
            unit
            for unit in self.evaluation.organisations(self._plan, self.indicator)
            if tree[unit].level == self.indicator.data_level and unit != tree.top
        ]
        period = self.assessment.outcome.period
        rows = [(tree[unit].name, self._at(unit, period)) for unit in units]
        yield from self._rows("Enheter", rows)

    def _rows(self, title: str, rows: Sequence[tuple[str, Outcome]]) -> Iterator[str]:
        """A list of figures; a hidden one hides the list, for the rest would give it away."""
        if not any(outcome.state is State.MEASURED for _, outcome in rows):
            return
        if any(outcome.state is State.SUPPRESSED for _, outcome in rows):
            yield f"  {title}: visas inte, eftersom någon av dem skyddas."
            return
        names = "täljare / nämnare" if self.indicator.kind in _RATIOS else "antal eller värde"
        yield f"  {title} ({names}):"
        for name, outcome in rows:
            yield f"    {name}: {self._figure(outcome)}"

    def _outcome(self) -> Iterator[str]:
        outcome, indicator = self.assessment.outcome, self.indicator
        if outcome.value is None:
            return
        if outcome.own is not None and outcome.reference is not None:
            yield (
                f"  Utfall: {exact(outcome.own)} − {exact(outcome.reference)} = "
                f"{exact(outcome.value)}"
            )
        elif outcome.numerator is not None and outcome.denominator is not None:
            factor = f" × {exact(indicator.multiplier)}" if indicator.multiplier != 1 else ""
            mean = " (nämnaren är månadernas medeltal)" if indicator.denominator_is_stock else ""
            yield f"  Utfall: {self._figure(outcome)}{factor} = {exact(outcome.value)}{mean}"
        else:
            yield f"  Utfall: {exact(outcome.value)}"
        yield from self._judged()

    def _judged(self) -> Iterator[str]:
        judged = self.assessment.judged
        if judged is None or judged.value is None:
            return
        if judged.organisation:
            name = self.evaluation.region.organisations[judged.organisation].name
            yield f"  Bedömt värde: {name}, {exact(judged.value)} (sämst av enheterna)"
            return
        figures = [exact(term.value) for term in judged.terms if term.value is not None]
        yield f"  Bedömt värde: ({' + '.join(figures)}) / {len(figures)} = {exact(judged.value)}"

    def _target(self) -> Iterator[str]:
        target = self.assessment.target
        if target is None:
            return
        yield f"  Mål: {phrases.target_words(target.target, self.indicator)}"
        yield from self._interpolated(target)
        if target.share is not None and target.year_value is not None:
            scaled = held_against(target.target)
            value = numbers_of(scaled)[0] if scaled else Decimal(0)
            share = exact(target.share, _SHARE_DIGITS)
            yield f"    del av årets mål: {exact(target.year_value)} × {share} = {exact(value)}"
        reference = self.assessment.reference
        if reference is not None and reference.share is not None and reference.baseline.value:
            yield (
                f"    del av ingångsvärdet: {exact(reference.baseline.value)} × "
                f"{exact(reference.share, _SHARE_DIGITS)} = {exact(reference.value)}"
            )
        elif reference is not None:
            yield f"    jämförs med: {exact(reference.value)}{_when(reference.baseline.period)}"

    def _interpolated(self, target: EffectiveTarget) -> Iterator[str]:
        """The straight line between two stated years, for each number of the target."""
        year = self.assessment.occasion.year
        around = surrounding(self.indicator, self.assessment.breakdown, year)
        linear = self.indicator.path is TargetPath.LINEAR
        if not target.interpolated or around is None or not linear:
            return
        first, last = around
        ends = zip(numbers_of(first.target), numbers_of(last.target), strict=True)
        step, whole = year - first.year, last.year - first.year
        for start, end in ends:
            value = start + (end - start) * step / whole
            yield (
                f"    rätlinjigt {first.year}–{last.year}: {exact(start)} + "
                f"({exact(end)} − {_bracketed(start)}) × {step}/{whole} = {exact(value)}"
            )

    def _season(self) -> Iterator[str]:
        """Each earlier year that the season was learnt from, as a sum of parts over wholes."""
        assessment = self.assessment
        used = (assessment.target, assessment.reference)
        share = next((each.share for each in used if each and each.share is not None), None)
        if share is None:
            return
        period = assessment.outcome.period
        years = range(period.year - self.evaluation.region.share_years, period.year)
        pairs = [
            (
                self._at(assessment.organisation, period.years_earlier(period.year - year)),
                self._at(assessment.organisation, Period.year_of(year)),
            )
            for year in years
        ]
        known = [(p, w) for p, w in pairs if p.is_complete and w.is_complete and w.value]
        if any(State.SUPPRESSED in {p.state, w.state} for p, w in pairs):
            yield "    säsongens år: visas inte, eftersom något av dem skyddas."
        elif not known or share == even(period).share:
            shown = exact(share, _SHARE_DIGITS)
            yield f"    andelen: {period.length} månader av {MONTHS_PER_YEAR} = {shown}"
        else:
            above = " + ".join(exact(part.value or Decimal(0)) for part, _ in known)
            below = " + ".join(exact(whole.value or Decimal(0)) for _, whole in known)
            yield f"    säsongen: ({above}) / ({below}) = {exact(share, _SHARE_DIGITS)}"

    def _rule(self) -> Iterator[str]:
        assessment = self.assessment
        if assessment.deviation is not None and assessment.target is not None:
            yield f"  Avstånd (minus är på fel sida): {exact(assessment.deviation)}"
        if assessment.tolerance is None:
            return
        yield (
            f"  Tolerans: {phrases.tolerance_words(assessment.tolerance, self.indicator)}"
            f"{self._tolerance_working(assessment.tolerance)}"
        )

    def _tolerance_working(self, tolerance: Tolerance) -> str:
        """How a tolerance that is a part of something becomes a number."""
        target = self.assessment.target
        plain = held_against(target.target) if target else None
        if plain is None or isinstance(plain, Directional) or len(numbers_of(plain)) != 1:
            return ""
        (limit,) = numbers_of(plain)
        part = exact(tolerance.amount)
        match tolerance.kind:
            case ToleranceKind.ABSOLUTE:
                return ""
            case ToleranceKind.RELATIVE:
                return f": {part} × {exact(abs(limit))} = {exact(abs(limit) * tolerance.amount)}"
            case ToleranceKind.SHARE_OF_WAY:
                start = self.assessment.baseline.value if self.assessment.baseline else None
                if start is None:
                    return " (0, eftersom ingångsvärdet är okänt)"
                way = abs(limit - start)
                return (
                    f": {part} × |{exact(limit)} − {_bracketed(start)}| = "
                    f"{exact(way * tolerance.amount)}"
                )

    def _parts(self) -> Iterator[str]:
        parts = self.assessment.parts
        if not parts:
            return
        yield "  Delar:"
        for part in parts:
            name = cells.series_name(self.indicator, part.breakdown)
            hidden = part.blocker is Blocker.SUPPRESSED
            word = "visas inte" if hidden else phrases.verdict_word(part.verdict)
            yield f"    {name}: {word}"
        yield f"    tillsammans: {phrases.verdict_word(self.assessment.verdict)}"


def _bracketed(value: Decimal) -> str:
    """A figure after a minus sign: a negative one in brackets."""
    return f"({exact(value)})" if value < 0 else exact(value)


def _when(period: Period | None) -> str:
    return f" ({dates.month_span(period)})" if period else ""
