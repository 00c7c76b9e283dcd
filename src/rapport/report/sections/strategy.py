"""A strategy ("strategi"): background, goals with their law, directions and focus areas."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.domain.plan import PlanPart, StrategicGoal
from rapport.report.blocks import Block, BulletList, Heading, Labelled, Lead, Paragraph
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import line
from rapport.swedish import prose

_PART = prose.Noun("strategiskt mål", "strategiska mål")


def compose(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """The whole strategy in its own order, without any measure or verdict."""
    plan = facts.plan(request.options["plan"])
    blocks: list[Block] = []
    if plan.background:
        blocks.append(
            Heading(1, "Bakgrund", f"bakgrund-{plan.id}", in_contents=True, new_page=True)
        )
        blocks += [Paragraph(line(text)) for text in plan.background]
    blocks += _parts("Strategiska inriktningar", plan.directions, f"inriktningar-{plan.id}")
    blocks += _parts("Fokusområden", plan.focus_areas, f"fokusomraden-{plan.id}")
    if plan.goals:
        blocks += [
            Heading(1, "Strategiska mål", f"mal-{plan.id}", in_contents=True),
            Lead(line(f"Strategin har {prose.counted(len(plan.goals), _PART)}.")),
        ]
        blocks += [block for goal in plan.goals for block in _goal(goal)]
    return tuple(blocks)


def _parts(title: str, parts: tuple[PlanPart, ...], anchor: str) -> Iterator[Block]:
    if not parts:
        return
    yield Heading(1, title, anchor, in_contents=True)
    if not any(part.text or part.points for part in parts):
        yield BulletList(tuple(line(part.name) for part in parts))
        return
    for part in parts:
        yield Heading(3, part.name, f"del-{part.id}")
        if part.text:
            yield Paragraph(line(part.text))
        if part.points:
            yield BulletList(tuple(line(point) for point in part.points))


def _goal(goal: StrategicGoal) -> Iterator[Block]:
    yield Heading(2, goal.name, f"mal-{goal.id}", goal.perspective, in_contents=True)
    if goal.description:
        yield Paragraph(line(goal.description))
    if goal.statute:
        yield Labelled("Lagrum", (Paragraph(line(goal.statute)),))
    if goal.intentions:
        yield Labelled("Inriktning", (BulletList(tuple(line(each) for each in goal.intentions)),))
