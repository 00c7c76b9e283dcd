"""The first pages of a plan as a document: its cover, its board's mission, what governs it."""

from __future__ import annotations

from rapport.domain.plan import Plan, PlanKind
from rapport.report.blocks import Block, BulletList, Cover, DecisionBox, Heading, Paragraph
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import line
from rapport.report.sections.cover import head_words
from rapport.swedish import phrases, prose


def cover(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """The cover of a plan: its name, its years, and that it holds no outcomes."""
    plan = facts.plan(request.options["plan"])
    return (
        Cover(
            sender=facts.region.name,
            title=plan.name,
            period=f"{facts.board_name(plan.board)}, {years(plan)}",
            milestones=None,
            contents_title="Innehåll",
            about_title=f"Om {phrases.inside(_called(plan))}",
            about=_about(facts, plan),
            notice=_notice() if facts.is_draft else None,
        ),
    )


def years(plan: Plan) -> str:
    """The years a plan governs: "2023–2025", or "2024"."""
    if plan.first_year == plan.last_year:
        return str(plan.first_year)
    return f"{plan.first_year}–{plan.last_year}"


def _about(facts: Facts, plan: Plan) -> tuple[Paragraph, ...]:
    what = _called(plan)
    same = (
        f"{what} har inga utfall och inga bedömningar. Den är satt ur samma uppgifter som "
        "uppföljningen läser, så att de inte kan skilja sig åt."
    )
    found = [Paragraph(line(head_words(plan.head, what))), Paragraph(line(same))]
    if plan.is_example:
        found.append(Paragraph(line(f"{what}s innehåll är exempeldata."), muted=True))
    elif facts.region.example:
        found.append(Paragraph(line(facts.region.example), muted=True))
    return tuple(found)


def _called(plan: Plan) -> str:
    """What the document calls itself."""
    return "Strategin" if plan.kind is PlanKind.STRATEGY else "Planen"


def _notice() -> DecisionBox:
    text = (
        "Planen är ett utkast till dess att alla fält i dokumenthuvudet är ifyllda och versionen "
        "är 1.0 eller högre. Uppgifterna skrivs i planens fil."
    )
    return DecisionBox("Dokumenthuvudet är inte komplett", (line(text),))


def mission(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """What the board is for ("uppdrag till nämnden") and the documents that govern the plan."""
    plan = facts.plan(request.options["plan"])
    if not plan.mission and not plan.governing_documents:
        return ()
    whose = prose.genitive(facts.board_name(plan.board))
    title = f"{whose} uppdrag" if plan.mission else "Styrande dokument"
    own_page = request.options.get("ny_sida", "ja") == "ja"
    blocks: list[Block] = [
        Heading(1, title, f"inledning-{plan.id}", in_contents=True, new_page=own_page)
    ]
    if plan.mission:
        blocks.append(BulletList(tuple(line(item) for item in plan.mission)))
    if plan.governing_documents and plan.mission:
        blocks.append(Heading(2, "Styrande och vägledande dokument", f"styrande-{plan.id}"))
    if plan.governing_documents:
        blocks.append(BulletList(tuple(line(item) for item in plan.governing_documents)))
    return tuple(blocks)
