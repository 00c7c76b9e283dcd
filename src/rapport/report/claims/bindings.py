"""The expression that prints a figure in a text, so that nobody has to type it."""

from __future__ import annotations

from dataclasses import dataclass

from rapport.domain.outcome import Assessment
from rapport.domain.plan import Plan


@dataclass(frozen=True)
class Binding:
    """A bound number's function, measure and the cell it is asked for."""

    function: str
    assessment: Assessment
    plan: str

    @staticmethod
    def of(function: str, plan: Plan, assessment: Assessment) -> Binding:
        """The binding of a figure of an assessment."""
        return Binding(function, assessment, plan.id)

    def expression(self, *, now: str, top: str, plan_needed: bool) -> str:
        """What to write: ``{{ utfall("antibiotikarecept", kön="K") }}``.

        The period and the unit are left out where they are the report's own, and the plan
        where only one plan has such a measure.
        """
        assessment = self.assessment
        breakdown = assessment.breakdown
        series = ";".join(f"{name}={value}" for name, value in breakdown.dimensions)
        wanted = {
            "kön": breakdown.sex.value if breakdown.sex else "",
            "uppdelning": series,
            "period": "" if str(assessment.occasion) == now else str(assessment.occasion),
            "plan": self.plan if plan_needed else "",
            "enhet": "" if assessment.organisation == top else assessment.organisation,
        }
        named = "".join(f', {name}="{value}"' for name, value in wanted.items() if value)
        return f'{{{{ {self.function}("{assessment.indicator.id}"{named}) }}}}'
