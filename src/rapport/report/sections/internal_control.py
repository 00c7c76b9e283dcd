"""Internal control ("internkontroll"): all plans in short, then each plan with its results."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.domain.control import ControlJudgement, Deviation
from rapport.domain.period import OccasionKind
from rapport.domain.plan import Plan, PlanKind
from rapport.report.blocks import (
    Block,
    DecisionBox,
    Editable,
    Heading,
    KeyMessages,
    Labelled,
    Landscape,
    Lead,
    Legend,
    Note,
    Paragraph,
    StatusCounts,
)
from rapport.report.control_cells import (
    DEVIATION_SIGNS,
    closed,
    deviation_legend,
    judgement_words,
)
from rapport.report.control_moments import moments
from rapport.report.control_tables import (
    count_table,
    fault_table,
    faults,
    next_year_table,
    register,
)
from rapport.report.control_view import (
    CONTROL,
    MOMENT,
    ControlRow,
    control_rows,
    counted_sentence,
    grades,
)
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import Line, Text, line
from rapport.report.risk_figure import risk_blocks
from rapport.swedish import phrases, prose

_NAMED = 3
_ON_ONE_PAGE = 6


def summary(facts: Facts, _request: SectionRequest) -> tuple[Block, ...]:
    """What a board must know of all control plans: counts, faults, judgement and decision."""
    heading = Heading(1, "Sammanfattning", "sammanfattning", in_contents=True, new_page=True)
    plans = controlled(facts)
    if not plans:
        return (heading, Lead(line("Rapportens planer har inga kontrollmoment.")))
    found = faults(facts, plans)
    return (
        heading,
        _counts(facts, plans),
        KeyMessages(tuple(_messages(facts, plans))),
        *_text(facts, "internkontroll"),
        count_table(facts, plans),
        _decision(facts, plans),
        *(_faults(found) if found else ()),
    )


def _text(facts: Facts, key: str) -> tuple[Block, ...]:
    """What somebody has written of the whole."""
    text = facts.texts.get(key)
    return (Editable(key, "Internkontroll", text),) if text else ()


def _faults(found: tuple[tuple[Plan, ControlRow], ...]) -> tuple[Block, ...]:
    """What the controls found: the report of faults that every board owes."""
    heading = Heading(2, "Fel och brister", "fel-och-brister", in_contents=True)
    return heading, fault_table(found), Legend(deviation_legend())


def compose(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """One plan, or each of the report's: register, risks, moment by moment, next year."""
    wanted = request.options.get("plan")
    details = request.options.get("moment", "ja") == "ja"
    plans = [plan for plan in controlled(facts) if wanted in {None, plan.id}]
    if not plans:
        heading = Heading(1, "Internkontroll", "internkontroll", in_contents=True, new_page=True)
        return (heading, Lead(line("Planen har inga kontrollmoment.")))
    return tuple(block for plan in plans for block in _plan(facts, plan, details=details))


def controlled(facts: Facts) -> tuple[Plan, ...]:
    """The report's plans that have internal control."""
    return tuple(plan for plan in facts.plans if plan.controls)


def judgement_of(facts: Facts, plan: Plan) -> ControlJudgement | None:
    """The overall judgement of a plan; only the whole region's report has one."""
    given = facts.follow_up.control_judgements if facts.is_whole_region else ()
    return next((each for each in given if each.plan == plan.id), None)


def _plan(facts: Facts, plan: Plan, *, details: bool) -> Iterator[Block]:
    many = len(plan.controls) > _ON_ONE_PAGE
    overview = _overview(facts, plan)
    yield from (Landscape(overview),) if many else overview
    risks = risk_blocks(plan)
    if risks:
        yield Heading(2, "Risker", f"risker-{plan.id}", new_page=many)
        yield from risks
    told = moments(facts, plan) if details else ()
    if told:
        yield Heading(2, "Resultat moment för moment", f"moment-{plan.id}")
        yield from told
    ahead = next_year_table(facts, plan)
    if ahead:
        yield Heading(2, "Förslag till nästa år", f"nasta-ar-{plan.id}")
        if plan.kind is PlanKind.CONTROL:
            yield from _text(facts, "internkontroll.plan")
        yield from ahead
        board = phrases.inside(facts.board_name(plan.board))
        said = f"Förslagen är kontrollutförarnas. Nästa års plan beslutas av {board}."
        yield Note(line(f"{said}{_without_proposal(facts, plan)}"))


def _overview(facts: Facts, plan: Plan) -> tuple[Block, ...]:
    """The opening of a plan's chapter, with the register of all its controls.

    The register has seven columns; where it is long it stands on lying pages.
    """
    kicker = f"Internkontroll {facts.occasion_label}"
    return (
        Heading(
            1, plan.short_name, f"internkontroll-{plan.id}", kicker, in_contents=True, new_page=True
        ),
        Lead(line(counted_sentence(control_rows(facts, plan)))),
        Labelled("Samlad bedömning", (Paragraph(line(_judgement(facts, plan))),)),
        register(facts, plan),
        Legend(deviation_legend()),
    )


def _without_proposal(facts: Facts, plan: Plan) -> str:
    """The controls that the table of proposals leaves out, so that a gap is told."""
    rows = control_rows(facts, plan)
    silent = [row.number for row in rows if not (row.result and row.result.next_year)]
    return f" Förslag saknas för kontroll {prose.enumeration(silent)}." if silent else ""


def _judgement(facts: Facts, plan: Plan) -> str:
    given = judgement_of(facts, plan)
    if given is not None:
        return judgement_words(facts, given)
    board = prose.capitalised(facts.board_name(plan.board))
    if _is_year_end(facts):
        return f"{board} har inte lämnat någon samlad bedömning."
    return f"{board} gör sin samlade bedömning när årets kontroller är redovisade."


def _is_year_end(facts: Facts) -> bool:
    return OccasionKind.YEAR in facts.occasion.kinds


def _counts(facts: Facts, plans: tuple[Plan, ...]) -> StatusCounts:
    found = grades(row for plan in plans for row in control_rows(facts, plan))
    words = {
        Deviation.NONE: ("utan avvikelse", "utan avvikelse"),
        Deviation.MINOR: ("mindre", "mindre"),
        Deviation.MAJOR: ("väsentlig", "väsentliga"),
        Deviation.NOT_DONE: ("ej genomförd", "ej genomförda"),
    }
    return StatusCounts(
        tuple(
            (DEVIATION_SIGNS[grade], found[grade], one if found[grade] == 1 else many)
            for grade, (one, many) in words.items()
        )
    )


def _messages(facts: Facts, plans: tuple[Plan, ...]) -> Iterator[Line]:
    """Claims with their figures, in order of weight."""
    rows = tuple(row for plan in plans for row in control_rows(facts, plan))
    done = sum(row.is_done for row in rows)
    share = prose.capitalised(prose.out_of(done, len(rows), CONTROL))
    moments_in_all = prose.counted(sum(len(plan.controls) for plan in plans), MOMENT)
    yield _message(
        f"{share} är {'gjord' if done == 1 else 'gjorda'}.", f"Planerna har {moments_in_all}."
    )
    for grade, one, many in _DEVIATIONS:
        yield from _named(rows, grade, one, many)
    for plan in plans:
        given = judgement_of(facts, plan)
        if given is not None:
            board = prose.capitalised(facts.board_name(given.decided_by))
            claim = f"{board} bedömer den interna kontrollen som {given.verdict}."
            yield _message(claim, closed(given.reason))


_DEVIATIONS = (
    (
        Deviation.MAJOR,
        "kontroll visar en väsentlig avvikelse",
        "kontroller visar väsentliga avvikelser",
    ),
    (Deviation.MINOR, "kontroll visar en mindre avvikelse", "kontroller visar mindre avvikelser"),
    (Deviation.NOT_DONE, "kontroll har inte genomförts", "kontroller har inte genomförts"),
)


def _named(rows: tuple[ControlRow, ...], grade: Deviation, one: str, many: str) -> Iterator[Line]:
    found = [row for row in rows if row.grade is grade]
    if found:
        count = prose.capitalised(prose.count_word(len(found), neuter=False))
        names = [phrases.inside(row.control.text) for row in found[:_NAMED]]
        rest = f" och {prose.count_word(len(found) - _NAMED)} till" if len(found) > _NAMED else ""
        listed = "; ".join(names) + rest
        yield _message(
            f"{count} {one if len(found) == 1 else many}.", closed(prose.capitalised(listed))
        )


def _message(claim: str, figures: str) -> Line:
    return (Text(f"{claim} ", strong=True), Text(figures))


def _decision(facts: Facts, plans: tuple[Plan, ...]) -> DecisionBox:
    """To approve, to follow the actions, and at the year's end to judge and to plan ahead."""
    items = [f"Godkänna uppföljningen av internkontrollen {facts.occasion_label}."]
    by_plan = [
        (plan, [row.number for row in control_rows(facts, plan) if row.grade is Deviation.MAJOR])
        for plan in plans
    ]
    where = [f"{prose.enumeration(found)} i {plan.short_name}" for plan, found in by_plan if found]
    if where:
        serious = f"kontroll {prose.enumeration(where)}"
        items.append(f"Särskilt följa åtgärderna för {serious}, där avvikelsen är väsentlig.")
    if _is_year_end(facts):
        items.append("Ta ställning till om den interna kontrollen är tillräcklig.")
        items.append(f"Låta förslagen gå vidare till {facts.occasion.year + 1} års plan.")
    board = facts.board_name(facts.definition.recipient)
    return DecisionBox(f"{board} föreslås besluta", items=tuple(line(item) for item in items))
