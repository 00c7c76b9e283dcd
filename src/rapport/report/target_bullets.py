"""All measures of a plan against their targets, as bullet rows ("kulrader")."""

from __future__ import annotations

from rapport.domain.outcome import Assessment, Verdict
from rapport.domain.plan import Plan
from rapport.fulfilment.target_path import threshold
from rapport.report.alt_text import alt_text
from rapport.report.blocks import Block, Figure
from rapport.report.cells import judged_text, value_text
from rapport.report.chart_specs import BulletChart, BulletRow
from rapport.report.facts import Facts
from rapport.report.scale_note import scale_note
from rapport.report.source_notes import source_note, unit_words
from rapport.swedish import dates, phrases, prose

_FEWEST = 2
_BEFORE = "Året före"
_LEFT_OUT = "Mått som bara bedöms uppdelade eller mot en riktning är inte med."


def target_bullets(facts: Facts, plan: Plan) -> tuple[Block, ...]:
    """The measures that are judged as one series against a number; nothing for fewer than two."""
    shown = [each for each in facts.headlines(plan) if _is_shown(each)]
    if len(shown) < _FEWEST:
        return ()
    label = dates.short_label(facts.occasion.period)
    chart = BulletChart(tuple(_row(each) for each in shown), label, _BEFORE)
    met = sum(each.final_verdict is Verdict.MET for each in shown)
    of = prose.out_of(met, len(shown), prose.INDICATOR)
    title = prose.capitalised(f"{of} når målet")
    subtitle = f"Utfall, {dates.month_span(facts.occasion.period)}, mot mål och samma tid året före"
    source = source_note(facts, *(each.indicator for each in shown))
    note = f"{_LEFT_OUT} {scale_note(chart)} {source}"
    anchor = f"figur-mal-{plan.id}"
    return (Figure(title, subtitle, chart, alt_text(chart, title), note, anchor=anchor),)


def _is_shown(headline: Assessment) -> bool:
    """Whether there is a figure, a verdict on it, and a number that it is held against."""
    if headline.outcome.value is None or headline.verdict is None or headline.target is None:
        return False
    return threshold(headline.target.target) is not None


def _row(headline: Assessment) -> BulletRow:
    indicator, target, before = headline.indicator, headline.target, headline.last_year
    return BulletRow(
        indicator.short_name,
        unit_words(indicator),
        headline.outcome.value,
        judged_text(headline),
        before.value if before else None,
        value_text(before, indicator),
        threshold(target.target) if target else None,
        phrases.target_sign(target.target, indicator) if target else "",
    )
