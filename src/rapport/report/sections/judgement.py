"""How it was judged ("så har vi bedömt"): the profile in force, a worked example, the signs."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.domain.outcome import Assessment, EffectiveTarget
from rapport.domain.region import JudgementProfile
from rapport.domain.target import AtLeast, AtMost, Below
from rapport.report import cells
from rapport.report.blocks import Block, Column, Heading, Labelled, Lead, Paragraph, Row, Table
from rapport.report.bound_numbers import outcome_text
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import line
from rapport.report.judgement_legend import legend_of, rules_of
from rapport.swedish import numbers, phrases, prose


def compose(facts: Facts, _request: SectionRequest) -> tuple[Block, ...]:
    """The rules that made every verdict in the report, from the profiles that were used."""
    profiles = _profiles(facts)
    return (
        Heading(1, "Så har vi bedömt", "sa-har-vi-bedomt", in_contents=True, new_page=True),
        Lead(
            line(
                "Bedömningen räknas fram med samma regler för alla mått. Reglerna står i "
                f"{_name(profiles[0])}."
                if len(profiles) == 1
                else "Bedömningen räknas fram med samma regler för alla mått i en plan."
            )
        ),
        *_legends(facts, profiles),
        Heading(2, "Regler som gäller alla mått", "regler"),
        *_rules(facts),
        *_example(facts),
        Heading(2, "Tecken i tabellerna", "tecken"),
        _signs(facts),
    )


def _profiles(facts: Facts) -> tuple[JudgementProfile, ...]:
    """The profiles of the report's plans, each once."""
    own = tuple(dict.fromkeys(facts.region.profile_of(plan) for plan in facts.plans))
    return own or (facts.region.profile,)


def _name(profile: JudgementProfile) -> str:
    return (
        f"{phrases.inside(profile.name)}, version {profile.version}, "
        f"beslutad av {phrases.inside(profile.decided_by)}"
    )


def _legends(facts: Facts, profiles: tuple[JudgementProfile, ...]) -> Iterator[Block]:
    """A table for each profile, named with its plans where they are several."""
    if len(profiles) == 1:
        yield _verdicts(profiles[0], "Bedömningar", "")
        return
    for profile in profiles:
        plans = [p.short_name for p in facts.plans if facts.region.profile_of(p) == profile]
        names = prose.enumeration([phrases.inside(name) for name in plans])
        yield Paragraph(line(f"För {names} gäller {_name(profile)}."))
        yield _verdicts(profile, f"Bedömningar för {names}", f"-{profile.id}")


def _verdicts(profile: JudgementProfile, caption: str, suffix: str) -> Table:
    """What each verdict means by a profile: in two columns where directions differ."""
    legend = legend_of(profile)
    split = any(len(texts) > 1 for texts in legend.values())
    columns = (
        Column("Tecken och ord", 215, row_header=True),
        *(
            (
                Column("När målet är ett tal", 400),
                Column("När målet är öka eller minska", 385),
            )
            if split
            else (Column("När utvecklingen är", 785),)
        ),
    )
    rows = tuple(
        Row(((cells.verdict_line(verdict, short=False),), *((line(text),) for text in texts)))
        for verdict, texts in legend.items()
    )
    return Table(caption, columns, rows, anchor=f"tabell-bedomningar{suffix}")


def _rules(facts: Facts) -> tuple[Block, ...]:
    years = prose.count_word(facts.region.share_years)
    few = prose.count_word(facts.region.threshold)
    return tuple(
        Labelled(label, (Paragraph(line(text.format(years=years, few=few))),))
        for label, text in (
            *_RULES.items(),
            *rules_of(i for p in facts.plans for i in p.indicators),
        )
    )


_RULES = {
    "Könen": (
        "Kvinnor och män redovisas först. Där planen har mål för varje kön, eller där måttet "
        "kräver det, måste båda nå målet för att måttet ska vara uppfyllt; når ett av dem det "
        "är måttet delvis uppfyllt."
    ),
    "Del av år": (
        "Antal som växer under året jämförs med den del av årsmålet, eller av årets "
        "ingångsvärde, som samma månader utgjorde av de senaste hela åren (högst {years})."
    ),
    "Mål mellan år": (
        "Har planen mål för två år räknas målet däremellan rätlinjigt, om planen inte säger "
        "annat. Saknas mål efter det sista angivna året gäller det målet vidare."
    ),
    "Andelar": (
        "Andelar räknas som summan av täljarna delad med summan av nämnarna, aldrig som "
        "medelvärde av procenttal."
    ),
    "Prognos": (
        "Har ansvarig lämnat en egen prognos används den. Annars används den metod som planen "
        "anger, eller den som hade träffat bäst i måttets egna tidigare år. Metodens fel de åren "
        "ger prognosens intervall; rymmer det målet är prognosen osäker."
    ),
    "Avrundning": "Bedömningen görs på oavrundade tal. Tabellerna visar avrundade.",
    "Små grupper": "Uppgifter som bygger på färre än {few} personer visas inte.",
}


def _example(facts: Facts) -> tuple[Block, ...]:
    """One measure of this very report, worked step by step."""
    chosen = _worked(facts)
    if chosen is None or chosen.target is None:
        return ()
    steps = _steps(chosen, chosen.target)
    rows = [Row(((line(a),), (line(b),), (line(c),))) for a, b, c in steps]
    rows.append(
        Row(
            (
                (line("Bedömning"),),
                (cells.verdict_line(chosen.verdict, short=False),),
                (line("Räknad på oavrundade tal"),),
            )
        )
    )
    columns = (
        Column("Steg", 220, row_header=True),
        Column("Värde", 330),
        Column("Förklaring", 450),
    )
    caption = f"Mått {chosen.indicator.number} {chosen.indicator.short_name}"
    return (
        Heading(2, "Ett exempel, räknat steg för steg", "exempel"),
        Table(caption, columns, tuple(rows), facts.occasion_label, anchor="tabell-exempel"),
    )


def _steps(chosen: Assessment, target: EffectiveTarget) -> list[tuple[str, str, str]]:
    """The steps from figures to distance: what it is called, its value and where it comes from."""
    indicator, outcome = chosen.indicator, chosen.outcome
    steps: list[tuple[str, str, str]] = []
    if outcome.numerator is not None and outcome.denominator is not None:
        steps.append(
            (
                "Täljare och nämnare",
                f"{numbers.number(outcome.numerator)} av {numbers.number(outcome.denominator)}",
                f"{prose.capitalised(indicator.numerator_name)} av {indicator.denominator_name}",
            )
        )
    return [
        *steps,
        (
            "Utfall",
            outcome_text(outcome, indicator),
            f"{prose.capitalised(cells.basis_text(chosen))}, avrundat",
        ),
        ("Mål", phrases.target_words(target.target, indicator), phrases.target_origin(target)),
        ("Avstånd till målet", _distance(chosen), "Minus betyder att målet inte nås"),
        (
            "Tolerans",
            phrases.tolerance_words(chosen.tolerance, indicator) if chosen.tolerance else "ingen",
            "Enligt bedömningsprofilen",
        ),
    ]


def _worked(facts: Facts) -> Assessment | None:
    candidates = [
        a
        for plan in facts.plans
        for a in facts.headlines(plan)
        if a.target is not None
        and a.deviation is not None
        and isinstance(a.target.target, AtLeast | AtMost | Below)
    ]
    interpolated = [
        a for a in candidates if a.target and a.target.interpolated and a.outcome.denominator
    ]
    return next(iter(interpolated or candidates), None)


def _distance(assessment: Assessment) -> str:
    unit = numbers.difference_unit(assessment.indicator.unit)
    if assessment.deviation is None:
        return numbers.NO_VALUE
    return numbers.with_unit(
        assessment.deviation, assessment.indicator.decimals + 1, unit, signed=True
    )


def _signs(facts: Facts) -> Table:
    few = prose.count_word(facts.region.threshold)
    meanings: tuple[tuple[str, str], ...] = (
        (
            numbers.SUPPRESSED,
            f"Visas inte: bygger på färre än {few} personer, eller skulle röja en sådan uppgift",
        ),
        (numbers.NO_VALUE, "Har inte mätts, eller går inte att räkna"),
        ("0", "Uppmätt till noll"),
        ("okänt, oläsbart", "Planen anger inget värde (”?”), eller ett som inte går att läsa"),
        ("saknas", "Planen har inget mål eller ingångsvärde för året"),
        ("ÅR, T1, T3", "Redovisas inte nu utan i årsredovisningen eller vid det tertialet"),
        ("K, M", "Kvinnor, män"),
    )
    columns = (Column("Tecken", 215, row_header=True), Column("Betydelse", 785))
    rows = tuple(Row(((line(sign),), (line(meaning),))) for sign, meaning in meanings)
    return Table("", columns, rows, label="", anchor="tabell-tecken")
