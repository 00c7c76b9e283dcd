"""Changes between two builds: why a figure is another one, and which words of a text are new."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from rapport.report.blocks import Note
from rapport.report.changes.comparison import Reason, compare, reasons
from rapport.report.changes.log import log_blocks, summary
from rapport.report.changes.snapshot import FigureKey, Paper, Snapshot, keyed
from rapport.report.changes.wording import ChangeRow, Run, change_rows, unit_changes, word_runs

NB = "\u00a0"
EMPTY = dict.fromkeys(
    (
        *("period", "plan", "indikator", "namn", "organisation", "uppdelning", "enhet"),
        *("ingangsvarde", "ingangsvarde_period", "utfall", "utfall_period", "taljare", "namnare"),
        *("mal", "mal_villkor", "avvikelse", "bedomning", "beslutad_bedomning", "beslut_skal"),
        *("trend", "prognos", "prognos_metod", "tillstand", "forklaring", "kalla", "exempeldata"),
    ),
    "",
)
ROW = {
    **EMPTY,
    "plan": "plan",
    "indikator": "kontakt",
    "namn": "Kontakt samma dag",
    "organisation": "fjallet",
    "uppdelning": "T",
    "enhet": "procent",
    "utfall": "87.34",
    "utfall_period": "T2-2024",
    "taljare": "8734",
    "namnare": "10000",
    "mal": "85",
    "mal_villkor": "minst",
    "bedomning": "uppfyllt",
    "prognos": "88",
    "tillstand": "matt",
}


def row(**changed: str) -> dict[str, str]:
    """The measure's row with some columns changed."""
    return {**ROW, **changed}


def snapshot(*rows: Mapping[str, str], **more: object) -> Snapshot:
    """A build with these rows and nothing else but what is named."""
    given: dict[str, object] = {"papers": {}, "reports": (), **more}
    return Snapshot("T2-2024 (utkast)", keyed(rows), **given)  # type: ignore[arg-type]  # by name


def paper(**more: object) -> Paper:
    """A report with nothing in it but what is named."""
    given: dict[str, object] = {"texts": {}, "headings": (), "missing": (), **more}
    return Paper("rapport", "Rapport", **given)  # type: ignore[arg-type]  # by name


WHY: list[tuple[dict[str, str], tuple[Reason, ...]]] = [
    ({"utfall": "80", "taljare": "8000", "bedomning": "ej_uppfyllt"}, (Reason.DATA,)),
    ({"tillstand": "ej_matt", "utfall": "", "bedomning": ""}, (Reason.DATA,)),
    ({"mal": "90", "bedomning": "delvis"}, (Reason.PLAN,)),
    ({"mal_villkor": "fler än"}, (Reason.PLAN,)),
    ({"ingangsvarde": "81.5"}, (Reason.PLAN,)),
    ({"utfall": "80", "mal": "90"}, (Reason.DATA, Reason.PLAN)),
    ({"beslutad_bedomning": "delvis", "beslut_skal": "Skäl."}, (Reason.DECISION,)),
    ({"bedomning": "delvis"}, (Reason.RULE,)),
    ({"prognos": "90"}, (Reason.FORECAST,)),
    ({"utfall": "80", "utfall_period": "T3-2024"}, (Reason.PERIOD,)),
]


@pytest.mark.parametrize("changed, expected", WHY, ids=str)
def test_a_change_says_why(changed: dict[str, str], expected: tuple[Reason, ...]) -> None:
    """Data, plan, decision, forecast or period by what changed; the rule when nothing else did."""
    assert expected == reasons(ROW, row(**changed))


def test_what_stands_still_is_not_told() -> None:
    """The same rows, texts and contents are no change; neither is another explanation."""
    same = compare(snapshot(ROW), snapshot(row(forklaring="Annan mening.")))
    assert (True, ()) == (same.is_empty, same.figures)
    told = summary(same, 0, 0)
    assert "Jämfört med T2-2024 (utkast) är siffror, bedömningar och texter desamma." == told


def test_a_measure_that_comes_or_goes_is_told() -> None:
    """One that was not there before and one that is no longer there, each as such."""
    other = row(indikator="ny", namn="Ny")
    changes = compare(snapshot(ROW), snapshot(other))
    assert [(Reason.ADDED,), (Reason.REMOVED,)] == [each.reasons for each in changes.figures]
    assert (
        ChangeRow("Ny", "fanns inte", f"87,3{NB}%; uppfyllt", "tillkommit"),
        ChangeRow("Kontakt samma dag", f"87,3{NB}%; uppfyllt", "fanns inte", "utgått"),
    ) == change_rows(changes, "fjallet")


def test_new_verdicts_come_before_new_figures() -> None:
    """A board wants to know what turned before what moved."""
    moved, turned = row(indikator="a", namn="A"), row(indikator="b", namn="B")
    changes = compare(
        snapshot(moved, turned),
        snapshot({**moved, "utfall": "88"}, {**turned, "utfall": "80", "bedomning": "delvis"}),
    )
    assert ["B", "A"] == [each.name for each in change_rows(changes, "fjallet")]


def test_figures_that_differ_look_different() -> None:
    """As many decimals as it takes, at most four."""
    changes = compare(snapshot(ROW), snapshot(row(utfall="87.343")))
    (only,) = change_rows(changes, "fjallet")
    assert (f"87,34{NB}%; uppfyllt", f"87,343{NB}%; uppfyllt") == (only.before, only.after)


def test_a_hidden_figure_is_told_in_words() -> None:
    """Suppression shows neither figure nor verdict."""
    hidden = row(utfall="", taljare="", namnare="", bedomning="", tillstand="sekretess", prognos="")
    (only,) = change_rows(compare(snapshot(ROW), snapshot(hidden)), "fjallet")
    assert "visas inte av sekretesskäl; prognos saknas" == only.after


def test_women_and_men_are_named() -> None:
    """A breakdown stands in words after the measure."""
    key = row(uppdelning="K;besokstyp=nybesok")
    changes = compare(snapshot(key), snapshot({**key, "utfall": "80"}))
    assert ["Kontakt samma dag, kvinnor, nybesok"] == [
        each.name for each in change_rows(changes, "fjallet")
    ]


def test_other_organisations_are_counted() -> None:
    """Units' figures are not listed among the region's, but nobody is told that they are still."""
    unit = row(organisation="norr")
    changes = compare(snapshot(ROW, unit), snapshot(ROW, {**unit, "utfall": "70"}))
    assert ((), 1) == (change_rows(changes, "fjallet"), unit_changes(changes, "fjallet"))


def test_only_the_words_that_differ_are_marked() -> None:
    """The rest of a text is shared by both versions."""
    old, new = "Andelen ökade under våren.", "Andelen minskade under våren och sommaren."
    assert (
        Run("Andelen", only_here=False),
        Run("minskade", only_here=True),
        Run("under", only_here=False),
        Run("våren och sommaren.", only_here=True),
    ) == word_runs(new, old)


def test_texts_and_contents_are_compared_report_by_report() -> None:
    """A changed, a new and an emptied text; what is missing now and no longer; headings."""
    old = paper(
        texts={"ekonomi": "Gammalt.", "borta": "Text."},
        headings=("Ekonomi", "Utgår"),
        missing=("Text saknas: ekonomi",),
    )
    new = paper(
        texts={"ekonomi": "Nytt.", "ny": "Ny text."},
        headings=("Ekonomi", "Ny rubrik"),
        missing=("Läge saknas",),
    )
    changes = compare(
        snapshot(papers={"rapport": old}, reports=("rapport", "b", "c")),
        snapshot(papers={"rapport": new}, reports=("rapport", "b", "d")),
    )
    assert [("ekonomi", "Gammalt.", "Nytt."), ("ny", "", "Ny text."), ("borta", "Text.", "")] == [
        (each.key, each.old, each.new) for each in changes.texts
    ]
    (only,) = changes.papers
    assert (("Läge saknas",), ("Text saknas: ekonomi",)) == (
        only.now_missing,
        only.no_longer_missing,
    )
    assert (("Ny rubrik",), ("Utgår",)) == (only.new_headings, only.gone_headings)
    assert (("d",), ("c",), ("b",)) == (changes.new_reports, changes.gone_reports, changes.unread)


def test_the_log_of_one_report_leaves_out_the_others() -> None:
    """A draft tells of its own texts, one that both print among them, and of all figures."""
    papers = {
        name: Paper(name, name, {"ekonomi": text}, (), ())
        for name, text in (("a", "Ett."), ("b", "Ett."))
    }
    changed = {name: Paper(name, name, {"ekonomi": "Två."}, (), ()) for name in papers}
    changes = compare(
        snapshot(ROW, papers=papers, reports=("a", "b")),
        snapshot(row(utfall="80"), papers=changed, reports=("a", "b")),
    )
    (text,) = changes.texts
    assert ("a", "b") == text.reports
    anchors = [getattr(each, "anchor", "") for each in log_blocks(changes, "fjallet", "a")]
    assert "andringslogg-text-a-ekonomi" in anchors
    assert "andringslogg-text-b-ekonomi" not in anchors
    assert "andringslogg-siffror" in anchors


def test_texts_that_cannot_be_compared_are_not_said_to_be_the_same() -> None:
    """A build without HTML of a report: its texts are named as not compared."""
    reports = ("rapport",)
    changes = compare(
        snapshot(reports=reports), snapshot(papers={"rapport": paper()}, reports=reports)
    )
    assert "Jämfört med T2-2024 (utkast) är siffror och bedömningar desamma." == summary(
        changes, 0, 0
    )
    assert [Note] == [type(each) for each in log_blocks(changes, "fjallet", "rapport")[2:]]


def test_rows_are_found_by_what_they_are_about() -> None:
    """Plan, measure, organisation and breakdown together name a row."""
    key: FigureKey = ("plan", "kontakt", "fjallet", "T")
    assert {key: ROW} == keyed([ROW])
