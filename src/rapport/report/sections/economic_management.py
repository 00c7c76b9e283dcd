"""Good economic management ("god ekonomisk hushållning"): counts, and the judgement of the whole.

The counts are computed. The judgement is decided and has a reason: single measures need not be
decisive, and money weighs against what it is for. Nothing here adds the two up.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapport.domain.follow_up import Part
from rapport.domain.outcome import Assessment, Verdict
from rapport.domain.plan import Plan, StrategicGoal
from rapport.fulfilment import summary
from rapport.report import cells
from rapport.report.blocks import (
    Align,
    Block,
    Column,
    DecisionBox,
    Editable,
    Heading,
    Labelled,
    Lead,
    Legend,
    Note,
    Paragraph,
    Row,
    Table,
)
from rapport.report.decided import decided_words, decision_of
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import Line, Text, line
from rapport.report.legal_window import is_annual
from rapport.swedish import dates, phrases, prose

_FINANCIAL = "ekonomi"


def compose(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """What was decided of the whole, the counts behind it, and the texts about both."""
    plan = facts.plan(request.options["plan"])
    financial, operational = split_goals(plan)
    blocks: list[Block] = [
        Heading(
            1, "God ekonomisk hushållning", "god-ekonomisk-hushallning",
            kicker=f"{plan.short_name} {facts.occasion_label}", in_contents=True, new_page=True,
        ),
        Lead(line(_lead(facts, plan))),
        _judgement(facts, plan),
        *_text(facts, "delarsrapport.samlad-bedomning", "Samlad bedömning"),
        _counts(facts, plan, financial, operational),
        Legend(tuple((cells.VERDICT_SIGNS[v], phrases.verdict_word(v)) for v in Verdict)),
        Note(line(_REMARK)),
        *_text(facts, "delarsrapport.finansiella-mal", "Finansiella mål"),
        Labelled("Rapporten", (Paragraph(line(_legal(facts))),)),
    ]  # fmt: skip
    return tuple(blocks)


_REMARK = (
    "Antalen är räknade ur måtten och förslagen följer av dem: uppfyllt när alla bedömda mått är "
    "uppfyllda, ej uppfyllt när inget är bättre än ej uppfyllt, annars delvis. Den samlade "
    "bedömningen är ingen summa av dem, utan beslutad med ett skäl."
)


def split_goals(plan: Plan) -> tuple[tuple[StrategicGoal, ...], tuple[StrategicGoal, ...]]:
    """The financial goals ("finansiella mål") and the operational ones ("verksamhetsmål")."""
    financial = tuple(goal for goal in plan.goals if goal.perspective.casefold() == _FINANCIAL)
    return financial, tuple(goal for goal in plan.goals if goal not in financial)


def _text(facts: Facts, key: str, name: str) -> Iterator[Block]:
    if facts.texts.get(key):
        yield Labelled(name, (Editable(key, name, facts.texts[key]),))


def _lead(facts: Facts, plan: Plan) -> str:
    """The forecast of all measures in a sentence: what the year is expected to give."""
    headlines = facts.headlines(plan)
    if is_annual(facts.occasion):
        counts = summary.counts(headlines)
        share = prose.capitalised(
            prose.out_of(counts[Verdict.MET], len(headlines), prose.INDICATOR)
        )
        return f"{share} {prose.verdict_phrase(Verdict.MET, max(counts[Verdict.MET], 1))}."
    ahead = [a.forecast.verdict for a in headlines if a.forecast and a.forecast.verdict]
    met = ahead.count(Verdict.MET)
    share = prose.capitalised(prose.out_of(met, len(ahead), prose.INDICATOR))
    return f"{share} väntas bli {'uppfyllt' if met <= 1 else 'uppfyllda'} när året är slut."


def _judgement(facts: Facts, plan: Plan) -> DecisionBox:
    """The decided judgement of the whole plan, or that there is none yet."""
    title = "Samlad bedömning av god ekonomisk hushållning"
    decision = decision_of(facts, plan, Part.PLAN, plan.id)
    if decision is None:
        words = "Ingen samlad bedömning är beslutad. Antalen nedan är inget svar i sig."
        return DecisionBox(title, (line(words),))
    return DecisionBox(
        title,
        (
            cells.verdict_line(decision.verdict, short=False),
            line(decided_words(decision, facts.headlines(plan))),
        ),
    )


def _counts(
    facts: Facts,
    plan: Plan,
    financial: tuple[StrategicGoal, ...],
    operational: tuple[StrategicGoal, ...],
) -> Table:
    columns = (
        Column("Mål", 240, row_header=True),
        Column("Mått", 70, Align.RIGHT),
        Column("Upp\u00adfyllda", 85, Align.RIGHT),
        Column("Delvis", 75, Align.RIGHT),
        Column("Ej", 60, Align.RIGHT),
        Column("Kan inte bedömas", 100, Align.RIGHT),
        Column("Förslag", 190, after_number=True),
        Column("Beslutat", 180),
    )
    rows = [
        _row(facts, plan, goal, kind)
        for kind, goals in (("finansiellt mål", financial), ("verksamhetsmål", operational))
        for goal in goals
    ]
    everything = facts.headlines(plan)
    rows.append(Row((*_figures("Alla mål", everything), (line(""),), (line(""),)), total=True))
    return Table(
        "Måluppfyllelse", columns, tuple(rows), facts.occasion_label, anchor="tabell-hushallning"
    )


def _row(facts: Facts, plan: Plan, goal: StrategicGoal, kind: str) -> Row:
    headlines = facts.goal_headlines(plan, goal)
    decision = decision_of(facts, plan, Part.GOAL, goal.id)
    name, *figures = _figures(goal.name, headlines)
    return Row(
        (
            (*name, line(Text(kind, muted=True))),
            *figures,
            (cells.verdict_line(summary.proposal(headlines), short=False),),
            (cells.verdict_line(decision.verdict if decision else None, short=False),),
        )
    )


def _figures(name: str, headlines: tuple[Assessment, ...]) -> tuple[tuple[Line, ...], ...]:
    counts = summary.counts(headlines)
    figures = (len(headlines), *(counts[verdict] for verdict in Verdict))
    return ((line(name),), *((line(str(figure)),) for figure in figures))


def _legal(facts: Facts) -> str:
    """Which report the annex belongs to, and the months that the law lets it be about."""
    if is_annual(facts.occasion):
        return (
            f"Bilagan hör till årsredovisningen {facts.occasion.year}. Utvärderingen görs enligt "
            "11 kap. lagen om kommunal bokföring och redovisning."
        )
    covered = facts.occasion.period.cumulative
    return (
        f"Bilagan hör till delårsrapporten {facts.occasion_label} och avser "
        f"{dates.month_span(covered)}, {prose.count_word(covered.length)} av årets tolv månader. "
        "En delårsrapport ska omfatta minst hälften och högst två tredjedelar av året (13 kap. "
        "lagen om kommunal bokföring och redovisning, RKR R17)."
    )
