"""National agreements ("nationella överenskommelser"): a table of all, then each by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapport.domain.agreement import Agreement, RequirementStatus
from rapport.domain.plan import Plan
from rapport.report.agreement_amounts import national_lines
from rapport.report.agreement_figures import (
    ShareTotal,
    millions,
    report_back,
    share,
    share_without_year,
    share_years,
    statuses,
    total,
)
from rapport.report.agreement_parts import STATUS_SIGNS, agreement_blocks
from rapport.report.blocks import (
    Align,
    Block,
    BulletList,
    Column,
    Editable,
    Heading,
    Lead,
    Note,
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
    RequirementStatus.PARTLY: ("delvis", "delvis"),
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
            new_page=request.options.get("ny_sida", "ja") == "ja",
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
    agreements = plan.agreements
    counted = statuses(facts, plan, agreements)
    yield Lead(line(f"{_lead(agreements)} {_met_sentence(counted)}".strip()))
    if counted:
        yield StatusCounts(tuple(_counts(counted)))
    text = facts.texts.get(KEY)
    if text:
        yield Editable(KEY, "Nationella överenskommelser", text)
    years = share_years(agreements)
    sums = [line(_sum_sentence(total(agreements, year))) for year in years]
    if sums:
        yield BulletList(tuple(sums))
    for group in _groups(agreements):
        yield _table(facts, plan, group, years)
    yield Note(line(_note(facts)))


def _met_sentence(counted: Mapping[RequirementStatus | None, int]) -> str:
    everything = sum(counted.values())
    if not everything:
        return ""
    if counted.get(None, 0) == everything:
        return "Läge har inte lämnats för något av kraven."
    met = counted.get(RequirementStatus.MET, 0)
    word = "uppfyllt" if met == 1 else "uppfyllda" if met else "uppfyllt"
    return f"{prose.capitalised(prose.out_of(met, everything, REQUIREMENT))} är {word}."


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
    counted: Mapping[RequirementStatus | None, int],
) -> Iterator[tuple[Sign, int, str]]:
    """Met, partly and not met always; the others where there are any."""
    always = {RequirementStatus.MET, RequirementStatus.PARTLY, RequirementStatus.NOT_MET}
    for status, (one, many) in _WORDS.items():
        count = counted.get(status, 0)
        if count or status in always:
            yield STATUS_SIGNS[status], count, one if count == 1 else many


def _sum_sentence(summed: ShareTotal) -> str:
    """The sum, how many of the year's agreements it is of, and what the others state."""
    amount = f"{millions(summed.amount)}{numbers.NO_BREAK_SPACE}mnkr"
    of = prose.count_word(len(summed.counted), neuter=False, none="ingen")
    in_force = prose.counted(len(summed.in_force), AGREEMENT)
    said = (
        f"Regionens del för {summed.year} är {amount}. Summan avser {of} av {in_force} som gäller "
        f"{summed.year}"
    )
    left = []
    if summed.lacking:
        left.append(f"belopp saknas för {_numbers(summed.lacking)}")
    if summed.without_year:
        left.append(f"{_numbers(summed.without_year)} har ett belopp för hela tiden")
    return f"{said}; {', och '.join(left)}." if left else f"{said}."


def _numbers(agreements: Sequence[Agreement]) -> str:
    """The agreements by the numbers they have in the table, or by name where they have none."""
    if all(each.number for each in agreements):
        return f"nummer {prose.enumeration([each.number for each in agreements])}"
    return prose.enumeration([each.name for each in agreements])


def _table(facts: Facts, plan: Plan, group: _Group, years: Sequence[int]) -> Table:
    """The agreements of a group, with a column for each year that any of them is in force."""
    years = [y for y in years if any(a.first_year <= y <= a.last_year for a in group.agreements)]
    per_year = 100
    columns = (
        Column("Nr", 45),
        Column("Överenskommelse", 265, row_header=True),
        Column("Nationellt", 420 - per_year * len(years)),
        *(Column(f"Regionens del {year}", per_year, Align.RIGHT) for year in years),
        Column("Krav uppfyllda", 120, after_number=True),
        Column("Redovisas senast", 150),
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
            (line(agreement.number or numbers.NO_VALUE),),
            _named(agreement),
            national_lines(agreement, max(years, default=0)),
            *((_share(agreement, year),) for year in years),
            (line(_met(agreement, counted[RequirementStatus.MET])),),
            _report_back(facts, agreement),
        )
    )


def _named(agreement: Agreement) -> tuple[Line, ...]:
    """The name, and the region's share in all where it is not stated by year."""
    whole = share_without_year(agreement)
    if whole is None:
        return (line(agreement.name),)
    said = f"Regionens del {millions(whole)}{numbers.NO_BREAK_SPACE}mnkr för hela tiden"
    return (line(agreement.name), line(Text(said, muted=True)))


def _share(agreement: Agreement, year: int) -> Line:
    value = share(agreement, year)
    if value is not None:
        return line(millions(value))
    in_force = agreement.first_year <= year <= agreement.last_year
    lacks = in_force and share_without_year(agreement) is None
    return line(Text("saknas", muted=True) if lacks else numbers.NO_VALUE)


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
            (),
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
