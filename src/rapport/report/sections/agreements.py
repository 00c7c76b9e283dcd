"""National agreements ("nationella överenskommelser"): a table of all, then each by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapport.domain.agreement import Agreement, RequirementStatus
from rapport.domain.plan import Plan
from rapport.report.agreement_figures import (
    ShareTotal,
    millions,
    report_back,
    share,
    share_years,
    statuses,
    total,
)
from rapport.report.agreement_parts import STATUS_SIGNS, agreement_blocks, national_lines
from rapport.report.blocks import (
    Align,
    Block,
    Column,
    Editable,
    Heading,
    Lead,
    Note,
    Paragraph,
    Row,
    StatusCounts,
    Table,
)
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import Line, Sign, Text, line
from rapport.swedish import dates, numbers, prose

KEY = "overenskommelser"
"""The key of the text about all agreements."""
AGREEMENT = prose.Noun("överenskommelse", "överenskommelser", neuter=False)
REQUIREMENT = prose.Noun("krav", "krav")

_WORDS: dict[RequirementStatus | None, tuple[str, str]] = {
    RequirementStatus.MET: ("uppfyllt", "uppfyllda"),
    RequirementStatus.PARTLY: ("delvis uppfyllt", "delvis uppfyllda"),
    RequirementStatus.NOT_MET: ("ej uppfyllt", "ej uppfyllda"),
    RequirementStatus.ONGOING: ("pågår", "pågår"),
    RequirementStatus.NOT_JUDGED: ("ej bedömt", "ej bedömda"),
    None: ("utan läge", "utan läge"),
}


def compose(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """The agreements of the report's plans, ongoing and new apart."""
    blocks: list[Block] = [
        Heading(
            1,
            "Nationella överenskommelser",
            "overenskommelser",
            in_contents=True,
            new_page=True,
        )
    ]
    wanted = request.options.get("plan")
    plans = [plan for plan in facts.plans if plan.agreements and wanted in {None, plan.id}]
    if not plans:
        return (*blocks, Lead(line("Rapportens planer har inga nationella överenskommelser.")))
    for plan in plans:
        blocks += _overview(facts, plan)
        for group in _groups(plan.agreements):
            blocks.append(Heading(2, group.title, f"{group.anchor}-{plan.id}"))
            for agreement in group.agreements:
                blocks += agreement_blocks(facts, plan, agreement)
    return tuple(blocks)


@dataclass(frozen=True)
class _Group:
    """Ongoing agreements, or new ones."""

    title: str
    agreements: tuple[Agreement, ...]
    anchor: str


def _groups(agreements: Sequence[Agreement]) -> Iterator[_Group]:
    ongoing = tuple(each for each in agreements if not each.is_new)
    new = tuple(each for each in agreements if each.is_new)
    if ongoing:
        yield _Group("Pågående överenskommelser", ongoing, "pagaende")
    if new:
        yield _Group("Nya överenskommelser", new, "nya")


def _overview(facts: Facts, plan: Plan) -> Iterator[Block]:
    yield Lead(line(_lead(plan.agreements)))
    counted = statuses(facts, plan, plan.agreements)
    if counted:
        yield StatusCounts(tuple(_counts(counted)))
    text = facts.texts.get(KEY)
    if text:
        yield Editable(KEY, "Nationella överenskommelser", text)
    years = share_years(plan.agreements)
    totals = [total(plan.agreements, year) for year in years]
    for summed in totals:
        yield Paragraph(line(_sum_sentence(summed, len(plan.agreements))))
    for group in _groups(plan.agreements):
        yield _table(facts, plan, group, years)
    yield Note(line(_note(facts)))


def _lead(agreements: Sequence[Agreement]) -> str:
    new = sum(each.is_new for each in agreements)
    ongoing = len(agreements) - new
    opening = f"Regionen redovisar {prose.counted(len(agreements), AGREEMENT)} med staten"
    if not new or not ongoing:
        return f"{opening}, {'alla nya' if new else 'alla pågående'}."
    return (
        f"{opening}: {prose.count_word(ongoing, neuter=False)} pågående och "
        f"{prose.count_word(new, neuter=False)} {'nya' if new > 1 else 'ny'}."
    )


def _counts(
    counted: dict[RequirementStatus | None, int],
) -> Iterator[tuple[Sign, int, str]]:
    """Met, partly and not met always; the others where there are any."""
    always = {RequirementStatus.MET, RequirementStatus.PARTLY, RequirementStatus.NOT_MET}
    for status, (one, many) in _WORDS.items():
        count = counted.get(status, 0)
        if count or status in always:
            yield STATUS_SIGNS[status], count, f"krav {one if count == 1 else many}"


def _sum_sentence(summed: ShareTotal, everything: int) -> str:
    """The sum, how many agreements it is of, and which of those in force state nothing."""
    of = prose.out_of(len(summed.counted), everything, AGREEMENT)
    said = (
        f"Regionens del för {summed.year} är {millions(summed.amount)}{numbers.NO_BREAK_SPACE}mnkr"
    )
    if not summed.lacking:
        return f"{said}. Summan avser {of}."
    names = prose.enumeration([each.name for each in summed.lacking])
    return f"{said}. Summan avser {of}; belopp saknas för {names}."


def _table(facts: Facts, plan: Plan, group: _Group, years: Sequence[int]) -> Table:
    per_year = 82
    columns = (
        Column("Överenskommelse", 270, row_header=True),
        Column("Nationellt", 440 - per_year * len(years)),
        *(Column(f"Regionens del {year}", per_year, Align.RIGHT) for year in years),
        Column("Krav uppfyllda", 110, after_number=True),
        Column("Redovisas senast", 180),
    )
    rows = [_row(facts, plan, agreement, years) for agreement in group.agreements]
    if years:
        rows.append(_total_row(group.agreements, years))
    anchor = f"tabell-{group.anchor}-{plan.id}"
    return Table(group.title, columns, tuple(rows), "regionens del i mnkr", anchor=anchor)


def _row(facts: Facts, plan: Plan, agreement: Agreement, years: Sequence[int]) -> Row:
    counted = statuses(facts, plan, (agreement,))
    return Row(
        (
            (line(agreement.name),),
            national_lines(agreement, max(years, default=0)),
            *((_share(agreement, year),) for year in years),
            (line(_met(agreement, counted[RequirementStatus.MET])),),
            _report_back(facts, agreement),
        )
    )


def _share(agreement: Agreement, year: int) -> Line:
    value = share(agreement, year)
    if value is not None:
        return line(millions(value))
    in_force = agreement.first_year <= year <= agreement.last_year
    return line(Text("saknas", muted=True) if in_force else numbers.NO_VALUE)


def _met(agreement: Agreement, met: int) -> str:
    count = len(agreement.requirements)
    return f"{met} av {count}" if count else "inga krav"


def _report_back(facts: Facts, agreement: Agreement) -> tuple[Line, ...]:
    found = report_back(facts, agreement)
    if found is None:
        return (line(Text("anges inte", muted=True)),)
    day, is_past = found
    return (line(dates.long_date(day)), line(Text("passerat" if is_past else "kvar", muted=True)))


def _total_row(group: Sequence[Agreement], years: Sequence[int]) -> Row:
    """The sums of the group, with how many agreements each is of."""
    sums = [total(group, year) for year in years]
    return Row(
        (
            (line("Summa"),),
            (),
            *(
                (line(millions(each.amount)),) if each.counted else (line(numbers.NO_VALUE),)
                for each in sums
            ),
            (),
            (),
        ),
        total=True,
    )


def _note(facts: Facts) -> str:
    said = (
        "Bara belopp för samma år summeras. Delar som står efter varav ingår i beloppet ovanför "
        "och räknas inte en gång till."
    )
    return f"{said} Lägen för krav är exempeldata." if facts.follow_up.is_example else said
