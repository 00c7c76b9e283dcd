"""The questions that write nothing: check, list, status and explain, as text and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.command import files_below
from pipeline.conftest import Rapport
from regions import MINI, PERIOD

ASKED = [
    ("check",),
    ("check", "--period", PERIOD),
    ("list",),
    ("status", "--period", PERIOD),
    ("status", "--period", PERIOD, "--report", "verksamhetsrapport"),
    ("explain", "aterinskrivning", "--period", PERIOD),
    ("explain", "aterinskrivning", "--period", PERIOD, "--unit", "soder"),
]


@pytest.mark.parametrize("asked", ASKED)
def test_answers_are_given_as_text_and_as_json(asked: tuple[str, ...], rapport: Rapport) -> None:
    """Both forms end with code 0; the JSON parses and keeps å, ä and ö as they are."""
    text, data = rapport(*asked, "-C", MINI), rapport(*asked, "--json", "-C", MINI)
    assert (0, 0) == (text.code, data.code)
    assert json.loads(data.out)
    assert "\\u00" not in data.out


def test_a_question_writes_nothing(mini_region: Path, rapport: Rapport) -> None:
    """The region's folder is as it was."""
    before = files_below(mini_region)
    for asked in ASKED:
        rapport(*asked, "-C", mini_region)
    assert before == files_below(mini_region)


def test_check_counts_problems_by_kind(rapport: Rapport) -> None:
    """Neither remarks nor what the plan linter warns of make the check fail."""
    ran = rapport("check", "--period", PERIOD, "-C", MINI)
    assert (0, "Inga fel, tre varningar och åtta anmärkningar.\n") == (ran.code, ran.out)
    assert (3, 8) == (ran.err.count(": varning "), ran.err.count(": anmärkning "))


def test_check_places_every_problem_in_json(rapport: Rapport) -> None:
    """Kind, code, file, line and column of each."""
    found = json.loads(rapport("check", "--json", "-C", MINI).out)
    keys = {"slag", "kod", "fil", "rad", "kolumn", "blad", "cell", "meddelande"}
    assert [keys] * 11 == [set(problem) for problem in found]
    (gap,) = (problem for problem in found if problem["kod"] == "lucka-i-numrering")
    first = {key: gap[key] for key in ("slag", "kod", "fil", "rad")}
    assert {
        "slag": "anmärkning",
        "kod": "lucka-i-numrering",
        "fil": "data/planer/lakemedel-2024.yaml",
        "rad": 56,
    } == first


def test_check_with_errors_ends_with_code_1_in_both_forms(
    mini_region: Path, rapport: Rapport
) -> None:
    """A program that asks for JSON learns it from the exit code, too."""
    plan = mini_region / "data" / "planer" / "vardplan-2023-2025.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("procent", "prosent", 1))
    text = rapport("check", "-C", mini_region)
    data = rapport("check", "--json", "-C", mini_region)
    assert (1, 1) == (text.code, data.code)
    assert "fel" in {problem["slag"] for problem in json.loads(data.out)}


def test_check_with_a_period_reads_the_bound_numbers(mini_region: Path, rapport: Rapport) -> None:
    """A misspelt measure in a text is an error once, though two reports read the text."""
    text = mini_region / "data" / "texter" / PERIOD / "sammanfattning.md"
    text.write_text(
        text.read_text(encoding="utf-8").replace("aterinskrivning", "aterinskriving", 1)
    )
    ran = rapport("check", "--period", PERIOD, "-C", mini_region)
    place = f"data/texter/{PERIOD}/sammanfattning.md:6:22: fel okänt-styrmått"
    assert (1, 1) == (ran.code, ran.err.count(place))


def test_list_shows_reports_plans_measures_periods_and_units(rapport: Rapport) -> None:
    """The ids that other commands take."""
    listed = json.loads(rapport("list", "--json", "-C", MINI).out)
    assert {
        "Rapporter": ["aterrapportering", "verksamhetsrapport"],
        "Planer": ["lakemedel-2024", "vardplan-2023-2025"],
        "Mått": [
            *("genomgang", "kostnad", "aterinskrivning", "fraga-om-vald", "antibiotika"),
            *("samtal", "digitala-besok", "upplevelse"),
        ],
        "Perioder med uppföljning": [PERIOD],
        "Enheter": ["fjallet", "norr", "soder"],
    } == {title: [row["id"] for row in rows] for title, rows in listed.items()}


def test_status_tells_days_and_what_is_missing(rapport: Rapport) -> None:
    """Each meeting with the days left, each missing thing with who and when."""
    asked = ("status", "--period", PERIOD, "--report", "verksamhetsrapport", "-C", MINI)
    (found,) = json.loads(rapport(*asked, "--json").out)
    steps = ["Inlämning", "Beredning", "Nämnden", "Regionstyrelsen", "Regionfullmäktige"]
    first = found["moten"][0]
    assert steps == [meeting["steg"] for meeting in found["moten"]]
    assert ("9\u00a0september", "2024-09-09") == (first["dag"], first["senast"])
    missing = {
        "hindrar": True,
        "vad": "Text saknas: Framåtblick (filen verksamhetsrapport.framatblick.md)",
        "vem": "Vårdavdelningen",
        "senast": "9\u00a0september",
        "datum": "2024-09-09",
        "dagar_kvar": first["dagar_kvar"],
    }
    assert missing in found["saknas"]


def test_status_is_one_overview_of_all_reports(rapport: Rapport) -> None:
    """The meetings once, then every report, then what is owed."""
    out = rapport("status", "--period", PERIOD, "-C", MINI).out
    places = [out.index(word) for word in ("Möten\n", "Rapporter\n", "Ska lämnas eller göras")]
    assert sorted(places) == places
    assert 1 == out.count("Inlämning ")


def test_explain_names_figures_rule_period_and_rows(rapport: Rapport) -> None:
    """The sum, the target, the tolerance and the rows of the data file."""
    out = rapport("explain", "aterinskrivning", "--period", PERIOD, "-C", MINI).out
    wanted = [
        "Andel patienter som skrivs in igen inom 30 dagar",
        "95 / 640",
        "Tolerans: 2\u00a0procentenheter",
        "Period: maj–augusti 2024 (T2-2024)",
        "matt.csv, rad ",
    ]
    assert wanted == [text for text in wanted if text in out]


def test_explain_of_a_hidden_figure_tells_nothing_of_it(rapport: Rapport) -> None:
    """A unit's women are three; neither sum, share, rows nor deviation are given."""
    asked = ("explain", "aterinskrivning", "--period", PERIOD, "--unit", "soder")
    rows = json.loads(rapport(*asked, "--json", "-C", MINI).out)
    hidden = [row for row in rows if row["tillstand"] == "sekretess"]
    stated = {"utfall", "taljare", "namnare", "avvikelse", "bedomning", "trend", "prognos", "kalla"}
    assert ["K", "M"] == [row["uppdelning"] for row in hidden]
    assert [{""}] * 2 == [{row[key] for key in stated} for row in hidden]
    assert [[], []] == [row["kallrader"] for row in hidden]


@pytest.mark.parametrize(
    "asked, message",
    [
        (("aterinskriv",), 'Det finns inget styrmått "aterinskriv". rapport list visar dem'),
        (("samtal", "--unit", "vast"), 'Det finns ingen enhet "vast". rapport list visar dem'),
    ],
)
def test_explain_of_something_unknown_says_where_to_look(
    asked: tuple[str, ...], message: str, rapport: Rapport
) -> None:
    """Exit code 1 and the remedy."""
    ran = rapport("explain", *asked, "--period", PERIOD, "-C", MINI)
    assert (1, True) == (ran.code, message in ran.err)


def test_status_of_an_unknown_report_is_refused(rapport: Rapport) -> None:
    """The reports that exist are named."""
    ran = rapport("status", "--period", PERIOD, "--report", "x", "-C", MINI)
    assert (1, True) == (ran.code, "De som finns: aterrapportering, verksamhetsrapport." in ran.err)
