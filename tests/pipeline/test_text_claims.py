"""Claims in texts, from the command to the document: shown, listed with page, and stopping."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.completed import complete
from pipeline.conftest import Rapport
from rapport.domain.period import Occasion
from rapport.domain.problem import InputRejected
from rapport.pipeline.building import build
from rapport.pipeline.orders import Order
from rapport.report.facts import MissingItem
from regions import MINI, PERIOD, REPO, prepared

KEY = "analys.aterinskrivning"
WRONG = "Andelen var 15,1 % för kvinnor."
HEAD = "---\nstatus: godkänd\nansvarig: Division Norr\nexempeldata: ja\n---\n"
FINAL = ("--final", "--format", "html", "--report", "aterrapportering")


def write(root: Path, markdown: str, *, period: str = PERIOD, key: str = KEY) -> None:
    """Put a text in the region."""
    path = root / "data" / "texter" / period / f"{key}.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{HEAD}{markdown}\n", encoding="utf-8")


def items_about_texts(root: Path) -> list[MissingItem]:
    """What the first report's list says of the texts' claims."""
    facts = prepared(root, reports=("aterrapportering",))[0].facts
    return [item for item in facts.missing if item.what.startswith("Text, ")]


def test_check_shows_a_contradiction_without_stopping(mini_region: Path, rapport: Rapport) -> None:
    """The command ends well, and says where the text and the figure differ and what to write."""
    write(mini_region, WRONG)
    ran = rapport("check", "--period", PERIOD, "--json", "-C", mini_region)
    found = [each for each in json.loads(ran.out) if each["kod"] == "påstående-stämmer-inte"]
    place = [(each["slag"], each["fil"], each["rad"], each["kolumn"]) for each in found]
    assert (0, [("varning", f"data/texter/{PERIOD}/{KEY}.md", 6, 13)]) == (ran.code, place)
    assert '{{ utfall("aterinskrivning", kön="K") }}' in found[0]["meddelande"]


def test_a_contradiction_stops_a_final_report(mini_region: Path, rapport: Rapport) -> None:
    """Everything else is in place, but the figure of the text is not that of the table."""
    write(complete(mini_region), WRONG)
    ran = rapport("build", "--period", PERIOD, *FINAL, "-C", mini_region)
    assert (1, 1) == (ran.code, ran.err.count("fel inte-klar")), ran.err
    assert "Texten säger 15,1 %, men utfallet för kvinnor är 14,8\u00a0%" in ran.err


def test_remarks_on_texts_do_not_stop_a_final_report(mini_region: Path) -> None:
    """A number to bind, one that nobody can check and a doubtful unit are for people to judge."""
    root = complete(mini_region)
    write(root, "Av männen skrevs 18,0 % in igen. Mottagningen ringer 240 patienter i veckan.")
    write(root, "Nämndens budget för året är 1,5 kr.", key="ekonomi")
    order = Order(
        root, Occasion.parse(PERIOD), ("aterrapportering",), formats=("html",), final=True
    )
    built = build(order, lambda _step, _done, _total: None)
    codes = {problem.code for problem in built.problems}
    assert {"kan-bindas", "okontrollerat-tal", "fel-storleksordning"} <= codes
    assert 0 == built.blocking


def test_the_list_of_a_draft_names_text_office_and_place(mini_region: Path) -> None:
    """A contradiction hinders, numbers to bind are looked at, both on the measure's page."""
    write(mini_region, f"{WRONG} Av männen skrevs 18,0 % in igen.")
    expected = [
        (True, "Division Norr", "matt-vardplan-2023-2025-aterinskrivning"),
        (False, "Division Norr", "matt-vardplan-2023-2025-aterinskrivning"),
    ]
    items = items_about_texts(mini_region)
    assert expected == [(item.blocking, item.who, item.anchor) for item in items]
    what = (
        "Text, analys av Återinskrivning inom 30 dagar: tal som är skrivna för hand och kan "
        "bindas: 18,0 %"
    )
    assert what == items[1].what


def test_the_list_points_to_the_page_of_the_text(mini_region: Path, rapport: Rapport) -> None:
    """In the page the row of the finding is a link to the measure's page."""
    write(mini_region, WRONG)
    rapport(
        *("build", "--period", PERIOD, "--format", "html", "--report", "aterrapportering"),
        *("-C", mini_region),
    )
    page = (mini_region / "output" / PERIOD / "aterrapportering.html").read_text(encoding="utf-8")
    row = next(row for row in page.split("<tr") if "Texten säger 15,1" in row)
    assert 'href="#matt-vardplan-2023-2025-aterinskrivning"' in row


def test_a_text_that_the_report_does_not_print_is_not_in_its_list(mini_region: Path) -> None:
    """The summary text is checked, but this report does not print it."""
    write(mini_region, "Antibiotikarecepten var 97 per 1 000 invånare.", key="sammanfattning")
    found = [p.code for p in prepared(mini_region, reports=("aterrapportering",))[0].problems]
    assert (["okontrollerat-tal"], []) == (found, items_about_texts(mini_region))


def test_a_sentence_kept_from_the_last_report_is_listed(mini_region: Path) -> None:
    """The latest earlier folder counts, not the one before it nor a later one."""
    kept = "Männen avböjer oftare uppföljningssamtalet efter hemgång."
    write(mini_region, f"{kept} Nu prövas brev i stället för samtal.")
    write(mini_region, f"{kept} Orsakerna är inte kända ännu.", period="T1-2024")
    write(mini_region, "En helt annan text som ingen har behållit.", period="AR-2023")
    write(mini_region, f"{kept} Så blev det sedan.", period="T3-2024")
    [item] = items_about_texts(mini_region)
    assert "En mening är densamma som i rapporten för T1 2024" in item.what
    assert not item.blocking


def test_a_broken_text_of_the_last_report_is_no_problem_now(mini_region: Path) -> None:
    """What was wrong with the earlier text does not stop this report."""
    earlier = mini_region / "data" / "texter" / "T1-2024"
    earlier.mkdir()
    (earlier / f"{KEY}.md").write_text("Utan huvud.\n", encoding="utf-8")
    assert [] == [p for each in prepared(mini_region) for p in each.problems if p.is_error]


def test_a_mistyped_expression_still_stops_the_build(mini_region: Path) -> None:
    """The check of claims leaves the refusal of a faulty text as it was."""
    write(mini_region, 'Utfallet är {{ utfal("aterinskrivning") }}.')
    order = Order(mini_region, Occasion.parse(PERIOD))
    with pytest.raises(InputRejected, match="okänd-uppgift"):
        build(order, lambda _step, _done, _total: None)


@pytest.mark.parametrize("root", [MINI, REPO], ids=["smallest", "sample"])
def test_the_texts_of_the_example_regions_contradict_nothing(root: Path) -> None:
    """No false alarm: their figures are bound and their words are right."""
    found = [p for each in prepared(root) for p in each.problems if p.severity == "varning"]
    assert [] == found
