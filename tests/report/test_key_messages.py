"""The messages of the summary: every number in them recomputed from the facts."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from rapport.domain.activity import ActivityStatus
from rapport.domain.breakdown import Sex
from rapport.domain.outcome import Assessment, Change, Decision, Verdict
from rapport.domain.plan import Plan
from rapport.domain.quantity import Unit
from rapport.report.facts import Facts
from rapport.report.inline import plain
from rapport.report.key_messages import key_messages
from regions import MINI, REPO, prepared

NB = "\u00a0"
WORDS = dict(
    zip(
        ("inga", "inget", "ingen", "ett", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta"),
        (0, 0, 0, 1, 1, 2, 3, 4, 5, 6, 7, 8),
        strict=True,
    )
) | {"nio": 9, "tio": 10, "elva": 11, "tolv": 12}


def main_plan(facts: Facts) -> Plan:
    """The plan that the summary is about."""
    return next(plan for plan in facts.plans if any(plan.indicators))


def said(facts: Facts) -> list[str]:
    """The messages as text."""
    return [plain(message) for message in key_messages(facts, main_plan(facts))]


def number(word: str) -> int:
    """A counting word as a number."""
    return WORDS[word.lower()] if word.lower() in WORDS else int(word)


@pytest.fixture(scope="module", params=[MINI, REPO], ids=["mini", "sample"])
def facts(request: pytest.FixtureRequest) -> Facts:
    """The report-back of a region."""
    return prepared(request.param, reports=("aterrapportering",))[0].facts


@pytest.fixture(scope="module")
def mini() -> Facts:
    """The report-back of the small region."""
    return prepared(MINI, reports=("aterrapportering",))[0].facts


def counted(facts: Facts, pattern: str) -> list[int] | None:
    """The counts that a message states, or nothing when no message is of that kind."""
    matches = [match for text in said(facts) if (match := re.match(pattern, text))]
    return [number(word) for word in matches[0].groups()] if matches else None


def verdicts(facts: Facts) -> list[Verdict | None]:
    """The verdicts that stand, measure by measure."""
    return [each.final_verdict for each in facts.headlines(main_plan(facts))]


def test_there_are_three_to_five_messages(facts: Facts) -> None:
    """A board reads no more, and a claim always has its figures."""
    messages = key_messages(facts, main_plan(facts))
    assert 3 <= len(messages) <= 5
    assert [] == [m for m in messages if not plain(m[1:]).strip() or not plain(m).endswith(".")]


def test_the_count_of_met_measures_is_right(facts: Facts) -> None:
    """So many of all the plan's measures."""
    expected = [verdicts(facts).count(Verdict.MET), len(verdicts(facts))]
    assert expected == counted(facts, r"(\w+) av (\w+) styrmått är uppfyll")


def test_the_count_of_missed_measures_is_right(facts: Facts) -> None:
    """Nothing is said when none is missed."""
    missed = verdicts(facts).count(Verdict.NOT_MET)
    assert ([missed] if missed else None) == counted(facts, r"(\w+) styrmått når inte målet\.")


def test_the_count_of_better_measures_is_right(facts: Facts) -> None:
    """Of those where a change is known."""
    changes = [a.change for a in facts.headlines(main_plan(facts)) if a.change is not None]
    better = changes.count(Change.BETTER)
    if better == len(changes):
        pattern, expected = r"Alla (\w+) mått", [better]
    else:
        pattern, expected = r"(\w+) av (\w+) mått", [better, len(changes)]
    assert expected == counted(facts, rf"{pattern} är bättre än samma period i fjol\.")


def test_those_named_as_worse_are_the_worse_ones(facts: Facts) -> None:
    """Every measure that moved the wrong way is named, and no other."""
    (message,) = (text for text in said(facts) if "samma period i fjol" in text)
    named = {
        each.indicator.id
        for each in facts.headlines(main_plan(facts))
        if each.indicator.short_name.lower() in message.lower().split("sämre är ")[-1]
    }
    worse = {
        each.indicator.id
        for each in facts.headlines(main_plan(facts))
        if each.change is Change.WORSE
    }
    assert worse == (named if worse else set())


def test_the_largest_difference_between_women_and_men_is_the_largest(facts: Facts) -> None:
    """Recomputed from the assessments of all measures in percent."""
    gaps: dict[str, Decimal] = {}
    for indicator in main_plan(facts).indicators:
        found = facts.assessments[main_plan(facts).id, indicator.id]
        values = [
            each.outcome.value
            for each in found
            if each.breakdown.sex and not each.breakdown.dimensions
        ]
        women, men = (*values, None, None)[:2]
        if indicator.unit is Unit.PERCENT and women is not None and men is not None:
            gaps[indicator.short_name.lower()] = abs(women - men)
    (message,) = (text for text in said(facts) if text.startswith("Skillnaden mellan kvinnor"))
    widest = max(gaps, key=lambda name: gaps[name])
    size = f"{gaps[widest].quantize(Decimal('0.1'))}".replace(".", ",")
    assert f"störst för {widest}." in message.lower()
    assert message.endswith(f": {size}{NB}procentenheter.")


def test_the_count_of_late_activities_is_right(facts: Facts) -> None:
    """Of those whose status has been given."""
    given = [
        report.status
        for plan in facts.plans
        for area in plan.areas
        for activity in area.activities
        if (report := facts.follow_up.status_of(plan.id, activity.id))
    ]
    expected = [given.count(ActivityStatus.LATE), len(given)]
    assert expected == counted(facts, r"(\w+) av (\w+) aktivitet(?:er)? i .+ är försena")


def test_a_met_measure_is_named_with_figure_and_target(mini: Facts) -> None:
    """The figure carries its target, a direction none."""
    assert (
        f"Två av sex styrmått är uppfyllda. Fråga om våld 1{NB}298 och antibiotikarecept 79 "
        f"(mål ≤{NB}80)."
    ) == said(mini)[0]


def test_nobody_late_is_said_in_the_singular(mini: Facts) -> None:
    """None of two is late, and the verb is that of one."""
    statuses = tuple(s for s in mini.follow_up.statuses if s.status is not ActivityStatus.LATE)
    calm = replace(mini, follow_up=replace(mini.follow_up, statuses=statuses))
    assert "Ingen av två aktiviteter i läkemedelsplanen är försenad. Inga är klara." in said(calm)


def with_headlines(facts: Facts, **changes: object) -> Facts:
    """The facts with something changed in every headline of the main plan."""
    changed: dict[tuple[str, str], tuple[Assessment, ...]] = dict(facts.assessments)
    plan = main_plan(facts)
    for indicator in plan.indicators:
        first, *rest = changed[plan.id, indicator.id]
        changed[plan.id, indicator.id] = (replace(first, **changes), *rest)  # type: ignore[arg-type]
    return replace(facts, assessments=changed)


def test_no_measure_better_is_said_as_none(mini: Facts) -> None:
    """None of six is better, and none is worse."""
    same = with_headlines(mini, change=Change.UNCHANGED)
    assert "Inget av sex mått är bättre än samma period i fjol. Inget mått är sämre." in said(same)


def test_every_measure_better_is_said_as_all(mini: Facts) -> None:
    """All six are better; "sex av sex" would make the reader count."""
    better = with_headlines(mini, change=Change.BETTER)
    assert "Alla sex mått är bättre än samma period i fjol. Inget mått är sämre." in said(better)


def test_a_decided_verdict_is_the_one_that_counts(mini: Facts) -> None:
    """The board reads the decided verdicts, with the computed beside them in the report."""
    decision = Decision(Verdict.NOT_MET, "Vårddirektören", "2024-09-06", "Beslutat.")
    decided = with_headlines(mini, decision=decision)
    assert "Sex styrmått når inte målet." in " ".join(said(decided))
    assert not [text for text in said(decided) if "är uppfyll" in text]


def test_women_and_men_are_not_compared_where_one_is_hidden() -> None:
    """A small unit's difference would give the hidden figure away."""
    facts = prepared(MINI, reports=("aterrapportering",), units=("soder",))[0].facts
    assert [] == [text for text in said(facts) if "kvinnor och män" in text]
    shown = {
        part.outcome.value
        for part in facts.assessments["vardplan-2023-2025", "aterinskrivning"]
        if part.breakdown.sex in set(Sex)
    }
    assert {None} == shown


def test_what_is_not_named_is_counted(mini: Facts) -> None:
    """Six miss their targets: some are named and the rest are told as so many more."""
    decision = Decision(Verdict.NOT_MET, "Vårddirektören", "2024-09-06", "Beslutat.")
    (message,) = [
        text
        for text in said(with_headlines(mini, decision=decision))
        if text.startswith("Sex styrmått når")
    ]
    assert message.endswith(" och två till.")
