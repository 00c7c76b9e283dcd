"""Bound numbers ("bundna tal"): the figures a text may ask for, so that no one types them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from rapport.domain.breakdown import Breakdown, Sex
from rapport.domain.organisation import OrganisationTree
from rapport.domain.outcome import Assessment, Outcome
from rapport.domain.period import Occasion
from rapport.domain.plan import Indicator, Plan
from rapport.domain.quantity import State
from rapport.fulfilment.evaluation import Evaluation
from rapport.fulfilment.phrases import shown_decimals
from rapport.swedish import numbers, phrases, terms


class BindingRefused(Exception):
    """A bound number cannot be given; the message is Swedish and says what to write."""

    def __init__(self, *, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True)
class BoundNumbers:
    """The functions a text can call, for one organisation at one occasion."""

    evaluation: Evaluation
    plans: tuple[Plan, ...]
    organisations: OrganisationTree
    organisation: str
    occasion: Occasion

    @property
    def functions(self) -> Mapping[str, Callable[..., str]]:
        """The functions by the Swedish names that texts use."""
        return {
            "utfall": self.outcome,
            "mål": self.target,
            "bedömning": self.verdict,
            "förändring": self.change,
            "täljare": self.numerator,
            "nämnare": self.denominator,
            "prognos": self.forecast,
            "skillnad": self.sex_difference,
        }

    def outcome(self, wanted: str, /, **where: str) -> str:
        """The outcome with its unit: "15,4 %"."""
        _, assessment = self._find(wanted, **where)
        return assessed_text(assessment)

    def target(self, wanted: str, /, **where: str) -> str:
        """The target in force, in words: "minst 97,5 %"."""
        indicator, assessment = self._find(wanted, **where)
        target = assessment.target
        return phrases.target_words(target.target, indicator) if target else "inget mål"

    def verdict(self, wanted: str, /, **where: str) -> str:
        """The verdict in words: "delvis uppfyllt"."""
        _, assessment = self._find(wanted, **where)
        return phrases.verdict_word(assessment.final_verdict)

    def change(self, wanted: str, /, **where: str) -> str:
        """The change since the same period last year, signed: "+1,2 procentenheter"."""
        indicator, assessment = self._find(wanted, **where)
        now, then = assessment.outcome.value, assessment.last_year
        if now is None or then is None or then.value is None:
            return "okänd förändring"
        unit = numbers.difference_unit(indicator.unit)
        return numbers.with_unit(now - then.value, indicator.decimals, unit, signed=True)

    def numerator(self, wanted: str, /, **where: str) -> str:
        """The numerator, without unit."""
        _, assessment = self._find(wanted, **where)
        value = assessment.outcome.numerator
        return terms.STATES[assessment.state] if value is None else numbers.number(value)

    def denominator(self, wanted: str, /, **where: str) -> str:
        """The denominator, without unit."""
        _, assessment = self._find(wanted, **where)
        value = assessment.outcome.denominator
        return terms.STATES[assessment.state] if value is None else numbers.number(value)

    def forecast(self, wanted: str, /, **where: str) -> str:
        """The year-end forecast with its unit."""
        indicator, assessment = self._find(wanted, **where)
        forecast = assessment.forecast
        if forecast is None or forecast.value is None:
            return "ingen prognos"
        return numbers.with_unit(forecast.value, indicator.decimals, indicator.unit)

    def sex_difference(self, wanted: str, /, **where: str) -> str:
        """Women minus men, signed, in the unit of a difference."""
        indicator, women = self._find(wanted, **{**where, "kön": "K"})
        _, men = self._find(wanted, **{**where, "kön": "M"})
        if women.outcome.value is None or men.outcome.value is None:
            return "okänd skillnad"
        unit = numbers.difference_unit(indicator.unit)
        gap = women.outcome.value - men.outcome.value
        return numbers.with_unit(gap, indicator.decimals, unit, signed=True)

    def basis(self, wanted: str, /, **where: str) -> Assessment:
        """What a bound number is read from, for telling where the figure lives."""
        return self._find(wanted, **where)[1]

    def _find(self, wanted: str, /, **where: str) -> tuple[Indicator, Assessment]:
        unknown = set(where) - {"kön", "period", "plan", "enhet", "uppdelning"}
        if unknown:
            names = ", ".join(sorted(unknown))
            message = (
                f"{names} kan inte anges. Det som kan anges är kön, period, plan, enhet och "
                "uppdelning."
            )
            raise BindingRefused(code="felskrivet-tal", message=message)
        plan, indicator = self._indicator(wanted, where.get("plan"))
        occasion = self._occasion(where.get("period"))
        organisation = self._organisation(where.get("enhet"))
        breakdown = _breakdown(where.get("kön"), where.get("uppdelning"))
        for assessment in self.evaluation.assess(plan, indicator, organisation, occasion):
            if assessment.breakdown == breakdown:
                return indicator, assessment
        shown = f"{breakdown}"
        message = (
            f'Styrmåttet "{wanted}" redovisas inte för uppdelningen {shown}. '
            "Ta bort den eller ändra i planen."
        )
        raise BindingRefused(code="okänd-uppdelning", message=message)

    def _indicator(self, wanted: str, plan_id: str | None) -> tuple[Plan, Indicator]:
        plans = [plan for plan in self.plans if plan_id in {None, plan.id}]
        for plan in plans:
            for indicator in plan.indicators:
                if indicator.id == wanted:
                    return plan, indicator
        known = [indicator.id for plan in plans for indicator in plan.indicators]
        near = get_close_matches(wanted, known, 1)
        hint = f' Menade du "{near[0]}"?' if near else " Se rapport list för de id som finns."
        raise BindingRefused(
            code="okänt-styrmått",
            message=f'Det finns inget styrmått "{wanted}" i rapportens planer.{hint}',
        )

    def _occasion(self, text: str | None) -> Occasion:
        if text is None:
            return self.occasion
        try:
            return Occasion.parse(text)
        except ValueError as error:
            raise BindingRefused(code="felskriven-period", message=str(error) + ".") from error

    def _organisation(self, wanted: str | None) -> str:
        if wanted is None:
            return self.organisation
        for member in self.organisations:
            if wanted in {member.id, member.name, *member.aliases}:
                return member.id
        raise BindingRefused(
            code="okänd-enhet", message=f'Det finns ingen enhet "{wanted}" i rapport.toml.'
        )


def _breakdown(sex: str | None, series: str | None) -> Breakdown:
    try:
        who = Sex(sex) if sex else None
        pairs = tuple(tuple(pair.split("=", 1)) for pair in series.split(";")) if series else ()
        return Breakdown(who, tuple((name, value) for name, value in pairs))
    except ValueError as error:
        message = (
            'Uppdelningen går inte att läsa. Skriv kön="K" eller kön="M", och '
            'uppdelning="besokstyp=nybesok".'
        )
        raise BindingRefused(code="okänd-uppdelning", message=message) from error


def assessed_text(assessment: Assessment) -> str:
    """An outcome as text beside its verdict, as precise as the verdict needs."""
    outcome, indicator = assessment.outcome, assessment.indicator
    if outcome.value is None or outcome.state is not State.MEASURED:
        return outcome_text(outcome, indicator)
    return numbers.with_unit(outcome.value, shown_decimals(assessment), indicator.unit)


def outcome_text(outcome: Outcome, indicator: Indicator) -> str:
    """An outcome as text: the figure with its unit, or the word for why there is none."""
    if outcome.value is None or outcome.state is not State.MEASURED:
        return terms.STATES[outcome.state]
    return numbers.with_unit(outcome.value, indicator.decimals, indicator.unit)
