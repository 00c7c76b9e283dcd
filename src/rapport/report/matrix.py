"""The matrix of measures and tertials: verdict and figure side by side, with the forecast.

At the year's end the last column is the year, which is what is judged, and nothing is forecast.
"""

from __future__ import annotations

from rapport.domain.outcome import Assessment, Blocker, Verdict
from rapport.domain.period import Grain, Occasion, Period
from rapport.domain.plan import Indicator, Plan
from rapport.fulfilment.history import occasions
from rapport.report import cells
from rapport.report.blocks import Align, Column, Row, Table
from rapport.report.facts import Facts
from rapport.report.inline import Line, Text, line
from rapport.report.source_notes import with_unit_words
from rapport.swedish import dates, numbers, phrases, terms

_SHOWN_OCCASIONS, _IN_A_YEAR = 4, 3
_SHORT_NUMBER = 3
_FORECAST_WORDS = {**terms.FORECAST_VERDICTS, Verdict.PARTLY: "delvis"}


def matrices(facts: Facts, plan: Plan) -> tuple[Table, ...]:
    """A table per strategic goal with the same columns throughout; one for a plan without goals."""
    if not plan.goals:
        return (_matrix(facts, plan, plan.short_name, tuple(plan.indicators), plan.id),)
    return tuple(
        _matrix(facts, plan, goal.name, found, goal.id)
        for goal in plan.goals
        if (found := tuple(i for factor in goal.factors for i in factor.indicators))
    )


def _matrix(
    facts: Facts, plan: Plan, caption: str, indicators: tuple[Indicator, ...], name: str
) -> Table:
    shown = _shown(facts.occasion)
    is_over = _is_over(facts)
    numbered = all(len(i.number) <= _SHORT_NUMBER for i in plan.indicators)
    columns = (
        *((Column("Nr", 42),) if numbered else ()),
        Column("Mått", (322 if numbered else 364) + is_over, row_header=True),
        Column(f"Mål {facts.occasion.year}", 100),
        *(
            Column(
                dates.short_label(each.period),
                107 if is_over else 100,
                Align.RIGHT,
                highlight=each is shown[-1],
            )
            for each in shown
        ),
        *(() if is_over else (Column("Prognos", 136, after_number=True),)),
    )
    rows = tuple(
        _row(facts, plan, own, shown, numbered=numbered)
        for indicator in indicators
        for own in judged(facts, plan, indicator)
    )
    return Table(caption, columns, rows, label="", anchor=f"matris-{name}", compact=True)


def _is_over(facts: Facts) -> bool:
    """Whether the year is over, so that it is judged itself and nothing is left to forecast."""
    return facts.occasion.period.grain is Grain.YEAR


def _shown(occasion: Occasion) -> tuple[Occasion, ...]:
    """The last tertials; at the year's end its own, between the year before and the year itself."""
    tertial = _tertial(occasion)
    if occasion.period.grain is not Grain.YEAR:
        return occasions(tertial, _SHOWN_OCCASIONS)
    before, year = occasions(occasion, 2)
    return (before, *occasions(tertial, _IN_A_YEAR), year)


def _tertial(occasion: Occasion) -> Occasion:
    """The tertial that the occasion ends with."""
    period = occasion.period
    if period.grain is Grain.TERTIAL:
        return occasion
    return Occasion(Period(period.last - Grain.TERTIAL.months + 1, period.last))


def judged(facts: Facts, plan: Plan, indicator: Indicator) -> tuple[Assessment, ...]:
    """The assessments of a measure that have a row of their own: one, or one per judged series."""
    found = {a.breakdown: a for a in facts.assessments[plan.id, indicator.id]}
    return tuple(found[series] for series in indicator.judged_series)


def _row(
    facts: Facts, plan: Plan, own: Assessment, shown: tuple[Occasion, ...], *, numbered: bool
) -> Row:
    number = line(Text(own.indicator.number, muted=True))
    return Row(
        (
            *(((number,),) if numbered else ()),
            (line(_name(own)),),
            cells.target_lines(own.parts or (own,), own),
            *((_cell(facts, plan, own, occasion),) for occasion in shown),
            *(() if _is_over(facts) else ((cells.forecast_line(own.forecast, _FORECAST_WORDS),),)),
        )
    )


def _name(own: Assessment) -> str:
    """The measure's name with its series and unit, unless the name already says the unit."""
    indicator = own.indicator
    name = indicator.short_name
    if own.breakdown.dimensions:
        name = f"{name}, {cells.series_name(indicator, own.breakdown).lower()}"
    return with_unit_words(indicator, name).replace(numbers.NO_BREAK_SPACE, " ")


def _cell(facts: Facts, plan: Plan, own: Assessment, occasion: Occasion) -> Line:
    if occasion.period == facts.occasion.period and own.blocker is Blocker.NOT_DUE:
        return line(Text(phrases.next_report_label(own.indicator.occasions), muted=True))
    found = facts.evaluation.assess(plan, own.indicator, facts.organisation.id, occasion)
    there = next((a for a in found if a.breakdown == own.breakdown), None)
    if there is None:
        return line(numbers.NO_VALUE)
    figure = cells.judged_text(there)
    mark = cells.verdict_mark(there.final_verdict)
    return (*mark, Text(f" {figure}" if mark else figure))
