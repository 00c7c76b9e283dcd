"""The one-page summary ("sammanfattning"): counts, messages, matrix, legend, decision."""

from __future__ import annotations

from rapport.domain.outcome import Assessment, Verdict
from rapport.domain.period import Grain, Occasion, Period
from rapport.domain.plan import Indicator, Plan
from rapport.fulfilment import summary
from rapport.report import cells
from rapport.report.blocks import (
    Align,
    Block,
    Column,
    DecisionBox,
    Editable,
    Heading,
    KeyMessages,
    Legend,
    Row,
    StatusCounts,
    Table,
)
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import Line, Text, line
from rapport.report.key_messages import key_messages
from rapport.swedish import dates, numbers, phrases, prose, terms

_SHOWN_OCCASIONS = 4
_FORECAST_WORDS = {**terms.FORECAST_VERDICTS, Verdict.PARTLY: "delvis"}


def compose(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """What the board must know, on one page."""
    measured = tuple(plan for plan in facts.plans if any(plan.indicators))
    main = measured[0]
    blocks: list[Block] = [
        Heading(1, "Sammanfattning", "sammanfattning", in_contents=True, new_page=True),
        _counts(facts.headlines(main)),
        KeyMessages(key_messages(facts, main)),
    ]
    text = facts.texts.get("sammanfattning")
    if text and request.options.get("text", "nej") == "ja":
        blocks.append(Editable("sammanfattning", "Sammanfattning", text))
    blocks += matrices(facts, main)
    blocks += [_legend(), *_decision(facts)]
    return tuple(blocks)


def _counts(headlines: tuple[Assessment, ...]) -> StatusCounts:
    counted = summary.counts(headlines)
    return StatusCounts(
        tuple(
            (
                cells.VERDICT_SIGNS[verdict],
                counted[verdict],
                phrases.verdict_word_for(verdict, counted[verdict]),
            )
            for verdict in Verdict
        )
    )


def matrices(facts: Facts, plan: Plan) -> tuple[Table, ...]:
    """A table per strategic goal, with the same columns throughout."""
    if not plan.goals:
        rows = _rows(facts, plan, tuple(plan.indicators))
        return (_matrix(facts, plan.short_name, rows, f"matris-{plan.id}"),)
    return tuple(
        _matrix(facts, goal.name, rows, f"matris-{goal.id}")
        for goal in plan.goals
        if (
            rows := _rows(
                facts, plan, tuple(i for factor in goal.factors for i in factor.indicators)
            )
        )
    )


def _matrix(facts: Facts, caption: str, rows: tuple[Row, ...], anchor: str) -> Table:
    periods = shown_occasions(facts.occasion)
    columns = (
        Column("Nr", 42),
        Column("Mått", 322, row_header=True),
        Column(f"Mål {facts.occasion.year}", 100),
        *(
            Column(
                dates.short_label(period.period),
                100,
                Align.RIGHT,
                highlight=period == facts.occasion,
            )
            for period in periods
        ),
        Column("Prognos", 136, after_number=True),
    )
    return Table(caption, columns, rows, label="", anchor=anchor, compact=True)


def shown_occasions(occasion: Occasion) -> tuple[Occasion, ...]:
    """The four last tertials up to the occasion, oldest first."""
    last = occasion.period
    if last.grain is not Grain.TERTIAL:
        last = Period(last.last - 3, last.last)
    return tuple(Occasion(last.shifted(-4 * back)) for back in range(_SHOWN_OCCASIONS - 1, -1, -1))


def _rows(facts: Facts, plan: Plan, indicators: tuple[Indicator, ...]) -> tuple[Row, ...]:
    rows: list[Row] = []
    for indicator in indicators:
        for index, series in enumerate(indicator.judged_series):
            own = next(a for a in facts.assessments[plan.id, indicator.id] if a.breakdown == series)
            rows.append(_row(facts, plan, indicator, own, first=index == 0))
    return tuple(rows)


def _row(facts: Facts, plan: Plan, indicator: Indicator, own: Assessment, *, first: bool) -> Row:
    name = indicator.short_name
    if own.breakdown.dimensions:
        name = f"{name}, {cells.series_name(indicator, own.breakdown).lower()}"
    cellrow = [
        _cell(facts, plan, indicator, own, occasion) for occasion in shown_occasions(facts.occasion)
    ]
    return Row(
        (
            (
                line(Text(indicator.number, muted=True))
                if first or own.breakdown.dimensions
                else (),
            ),
            (line(_with_unit(name, indicator)),),
            cells.target_lines(own.parts or (own,), own),
            *((cell,) for cell in cellrow),
            (_forecast(own),),
        )
    )


def _with_unit(name: str, indicator: Indicator) -> str:
    """The row's name with its unit, unless the name already says it."""
    unit = numbers.unit_suffix(indicator.unit) or "antal"
    plain = name.replace(numbers.NO_BREAK_SPACE, " ")
    return name if unit.replace(numbers.NO_BREAK_SPACE, " ") in plain else f"{name}, {unit}"


def _cell(
    facts: Facts, plan: Plan, indicator: Indicator, own: Assessment, occasion: Occasion
) -> Line:
    found = next(
        (
            a
            for a in facts.evaluation.assess(plan, indicator, facts.organisation.id, occasion)
            if a.breakdown == own.breakdown
        ),
        None,
    )
    if found is None:
        return line(numbers.NO_VALUE)
    figure = cells.value_text(found.outcome, indicator)
    mark = cells.verdict_mark(found.final_verdict)
    return (*mark, Text(f" {figure}" if mark else figure))


def _forecast(own: Assessment) -> Line:
    if own.forecast is None or own.forecast.verdict is None:
        return line(numbers.NO_VALUE)
    verdict = own.forecast.verdict
    return (cells.verdict_line(verdict)[0], Text(_FORECAST_WORDS[verdict]))


def _legend() -> Legend:
    return Legend(
        tuple((cells.VERDICT_SIGNS[verdict], phrases.verdict_word(verdict)) for verdict in Verdict),
        "Antal är ackumulerade från januari och jämförs med säsongens del av årets mål.",
    )


def _decision(facts: Facts) -> tuple[Block, ...]:
    board = facts.board_name
    items = [
        f"Godkänna {facts.definition.title[:1].lower()}{facts.definition.title[1:]} {facts.occasion_label}."
    ]
    weak = [
        a.indicator
        for plan in facts.plans
        for a in facts.headlines(plan)
        if a.final_verdict is Verdict.NOT_MET
    ]
    if weak:
        names = prose.enumeration([indicator.short_name.lower() for indicator in weak])
        items.append(f"Följa upp åtgärderna för de mått som inte når målet: {names}.")
    return (DecisionBox(f"{board} föreslås besluta", items=tuple(line(item) for item in items)),)
