"""Sections that only the board's activity report ("verksamhetsrapport") has."""

from __future__ import annotations

from rapport.domain.follow_up import Part
from rapport.domain.plan import Plan, StrategicGoal
from rapport.fulfilment import summary
from rapport.report import cells
from rapport.report.blocks import (
    Block,
    BulletList,
    Column,
    Editable,
    Heading,
    Lead,
    Note,
    Paragraph,
    Row,
    Table,
)
from rapport.report.decided import decided_blocks, decision_of
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import line
from rapport.report.sections.cover import day_text, is_past
from rapport.report.sections.goals import factor_blocks, summary_sentence
from rapport.report.target_bullets import target_bullets
from rapport.swedish import phrases


def mission(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """What the board is for ("nämndens uppdrag") and what steers it."""
    blocks: list[Block] = [
        Heading(1, "Nämndens uppdrag", "namndens-uppdrag", in_contents=True, new_page=True)
    ]
    text = facts.texts.get("verksamhetsrapport.uppdrag")
    if text:
        blocks.append(Editable("verksamhetsrapport.uppdrag", "Nämndens uppdrag", text))
    for plan in facts.plans_of(request):
        if plan.mission:
            blocks.append(Heading(2, "Vad nämnden ska bidra till", f"uppdrag-{plan.id}"))
            blocks.append(BulletList(tuple(line(item) for item in plan.mission)))
        if plan.governing_documents:
            blocks.append(Heading(2, "Styrande och vägledande dokument", f"styrande-{plan.id}"))
            blocks.append(BulletList(tuple(line(item) for item in plan.governing_documents)))
    return tuple(blocks)


def overall(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """The assessment of each strategic goal, as a proposal with its counts shown."""
    blocks: list[Block] = [
        Heading(1, "Samlad bedömning", "samlad-bedomning", in_contents=True, new_page=True)
    ]
    for plan in facts.plans_of(request):
        if plan.goals:
            headlines = facts.headlines(plan)
            blocks.append(Lead(line(summary_sentence(headlines))))
            blocks += decided_blocks(facts, plan, Part.PLAN, plan.id, headlines)
            blocks += [_goals(facts, plan), Note(line(_PROPOSAL))]
        elif decision_of(facts, plan, Part.PLAN, plan.id):
            blocks.append(Heading(2, plan.name, f"samlad-{plan.id}"))
            blocks += decided_blocks(facts, plan, Part.PLAN, plan.id, facts.headlines(plan))
    text = facts.texts.get("verksamhetsrapport.samlad-bedomning")
    if text:
        blocks.append(Editable("verksamhetsrapport.samlad-bedomning", "Samlad bedömning", text))
    for plan in facts.plans_of(request):
        for goal in plan.goals:
            key = f"mal.{goal.id}"
            blocks.append(Heading(2, goal.name, f"samlad-{goal.id}"))
            headlines = facts.goal_headlines(plan, goal)
            blocks += decided_blocks(facts, plan, Part.GOAL, goal.id, headlines)
            if facts.texts.get(key):
                blocks.append(Editable(key, goal.name, facts.texts[key]))
            else:
                blocks.append(Paragraph(line("Text saknas.")))
    return tuple(blocks)


_PROPOSAL = (
    "Målets bedömning är ett förslag: uppfyllt när alla bedömda mått är uppfyllda, ej uppfyllt "
    "när inget är "
    "bättre än ej uppfyllt, annars delvis. Nämnden gör den samlade bedömningen."
)


def _goals(facts: Facts, plan: Plan) -> Table:
    decided = any(decision_of(facts, plan, Part.GOAL, goal.id) for goal in plan.goals)
    columns = (
        Column("Strategiskt mål", 290 if decided else 400, row_header=True),
        Column("Mått", 90),
        Column("Varav", 260 if decided else 310),
        Column("Förslag", 180 if decided else 200),
        *((Column("Beslutat", 180),) if decided else ()),
    )
    rows = tuple(_goal_row(facts, plan, goal, decided=decided) for goal in plan.goals)
    return Table(
        "Bedömning av målen", columns, rows, facts.occasion_label, anchor=f"tabell-mal-{plan.id}"
    )


def _goal_row(facts: Facts, plan: Plan, goal: StrategicGoal, *, decided: bool) -> Row:
    headlines = facts.goal_headlines(plan, goal)
    counted = summary.counts(headlines)
    parts = [
        f"{count} {phrases.verdict_word_for(verdict, count)}"
        for verdict, count in counted.items()
        if count
    ]
    decision = decision_of(facts, plan, Part.GOAL, goal.id)
    verdict = cells.verdict_line(decision.verdict if decision else None, short=False)
    return Row(
        (
            (line(goal.name),),
            (line(str(len(headlines))),),
            (line(", ".join(parts) or "inga styrmått i planen"),),
            (cells.verdict_line(summary.proposal(headlines), short=False),),
            *(((verdict,),) if decided else ()),
        )
    )


def overview(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """All measures with their forecasts, a table per success factor ("styrmått")."""
    blocks: list[Block] = [
        Heading(1, "Styrmått och prognos", "styrmatt", in_contents=True, new_page=True)
    ]
    bullets = request.options.get("kulrader", "nej") == "ja"
    for plan in facts.plans_of(request):
        blocks += target_bullets(facts, plan) if bullets else ()
        for goal in plan.goals:
            for factor in goal.factors:
                blocks += factor_blocks(facts, plan, factor)
    return tuple(blocks)


def free_text(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """A section that is one text: its key and heading stand in the report's definition."""
    key, title = request.options["nyckel"], request.options["rubrik"]
    new_page = request.options.get("ny_sida", "nej") == "ja"
    heading = Heading(
        1, title, f"text-{key.replace('.', '-')}", in_contents=True, new_page=new_page
    )
    text = facts.texts.get(key)
    return (heading, Editable(key, title, text) if text else Paragraph(line("Text saknas.")))


def case_path(facts: Facts, _request: SectionRequest) -> tuple[Block, ...]:
    """The meetings the report goes to ("ärendets väg") as a table."""
    heading = Heading(1, "Ärendets väg", "arendets-vag", in_contents=True)
    if facts.round is None or facts.calendar is None:
        return (heading, Paragraph(line("Ingen beredningsplan anger vart rapporten går.")))
    names = dict(facts.calendar.stage_names)
    rows = tuple(
        Row(
            (
                (line(names[stage]),),
                (line(day_text(day)),),
                (line("klart" if is_past(day, facts.today) else "kvar"),),
            )
        )
        for stage, day in facts.round.days
    )
    columns = (Column("Steg", 400, row_header=True), Column("Dag", 350), Column("Läge", 250))
    note = "exempeldata" if facts.calendar.is_example else ""
    table = Table("Möten", columns, rows, note, anchor="tabell-arendets-vag")
    return (heading, table)
