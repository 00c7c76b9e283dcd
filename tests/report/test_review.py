"""What the review page says of reports, measures and texts."""

from __future__ import annotations

from datetime import date

import pytest

from rapport.report.facts import Facts
from rapport.report.review.measures import measure_rows, measure_story
from rapport.report.review.overview import report_card
from rapport.report.review.texts import counts, text_rows
from regions import MINI, prepared


@pytest.fixture(scope="module")
def reports() -> tuple[Facts, ...]:
    """The facts of the smallest region's reports."""
    return tuple(each.facts for each in prepared(MINI))


def test_the_next_meeting_is_the_first_that_is_not_past(reports: tuple[Facts, ...]) -> None:
    """Counted from the day the page is looked at; those before it are past."""
    card = report_card(reports[0], date(2024, 9, 20))
    marked = [(day.name, day.left) for day in card.deadlines if day.next]
    assert 1 == len(marked)
    assert card.ahead.startswith(marked[0][0])
    before = card.deadlines[: [day.next for day in card.deadlines].index(True)]
    assert all(day.past for day in before)


def test_when_all_meetings_are_past_it_says_so(reports: tuple[Facts, ...]) -> None:
    """No meeting is marked as next."""
    card = report_card(reports[0], date(2026, 1, 1))
    assert ("alla möten har varit", []) == (card.ahead, [d for d in card.deadlines if d.next])


def test_the_card_counts_what_stops_the_report(reports: tuple[Facts, ...]) -> None:
    """Everything missing is in one of the two lists."""
    facts = reports[0]
    card = report_card(facts, date(2024, 9, 1))
    assert sorted(facts.missing, key=str) == sorted((*card.blocking, *card.checks), key=str)
    assert all(item.blocking for item in card.blocking)


def test_a_missing_text_leads_to_where_it_is_written(reports: tuple[Facts, ...]) -> None:
    """Every item about a text names its key."""
    card = report_card(reports[0], date(2024, 9, 1))
    about = [item for item in card.blocking if item.what.startswith(("Text saknas", "Texten är"))]
    assert about
    assert all(item.text for item in about)


def test_a_text_is_listed_once_with_every_report_that_prints_it(
    reports: tuple[Facts, ...],
) -> None:
    """And with its state, or that it is missing."""
    rows = text_rows(reports, ())
    keys = [row.key for row in rows]
    by_key = {row.key: row for row in rows}
    assert len(keys) == len(set(keys))
    assert 2 == len(by_key["faktor.sammanhallen-vard"].reports)
    assert ("utkast", "saknas") == (by_key["analys.kostnad"].state, by_key["ekonomi"].state)


def test_the_counts_add_up_to_all_texts(reports: tuple[Facts, ...]) -> None:
    """In words, in the order from done to missing."""
    assert counts(text_rows(reports, ())).endswith("saknas.")
    assert "Inga texter." == counts(())


def test_every_measure_of_the_plans_has_a_row_and_a_story(reports: tuple[Facts, ...]) -> None:
    """Whatever kind of measure it is; each series has its working."""
    facts = reports[0]
    for plan in facts.plans:
        rows = measure_rows(facts, plan)
        assert [i.id for i in plan.indicators] == [row.indicator for row in rows]
        for indicator in plan.indicators:
            story = measure_story(facts, plan, indicator)
            assessments = facts.assessments[plan.id, indicator.id]
            assert len(assessments) == len(story.series) == len(story.figures.rows)
            sources = [each.outcome.sources for each in assessments]
            assert sources == [series.sources for series in story.series]


def test_the_newest_occasion_comes_first_in_the_history(reports: tuple[Facts, ...]) -> None:
    """And is marked as now."""
    facts = reports[0]
    plan = facts.plans[0]
    story = measure_story(facts, plan, next(iter(plan.indicators)))
    shown = "".join(getattr(part, "text", "") for part in story.history.rows[0].cells[0][0])
    assert "T2 2024 (nu)" == shown
