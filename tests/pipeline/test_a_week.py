"""A week from the first question to the board's papers, played through as people do it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from pipeline.a_week import REPORT, Week
from pipeline.conftest import Rapport
from pipeline.reviewers import in_libreoffice, in_word, remarked, tracked, written_over
from pipeline.test_final import words_of_page
from rapport.render.data_package import PACKAGE
from regions import PERIOD
from returned.word_edits import typed

DRAFT = ("--format", "html,docx")
NB = "\u00a0"
MEASUREMENTS = "data/matvarden/matt.csv"
DIALOG = f"data/texter/{PERIOD}/uppdrag.dialog.md"
REMARKS = f"data/granskning/{PERIOD}/anmarkningar.yaml"
STATES = f"data/uppfoljning/{PERIOD}/rapporter.yaml"
APPROVED = f"""\
period: {PERIOD}
rapporter:
  - {{rapport: {REPORT}, status: godkänd, av: Vårdnämnden, datum: 2024-09-27, version: "1.0", godkänt: 2024-09-27}}
"""  # noqa: E501 - a row of the file
READMISSION = """\
Uppföljningen visar tre saker:

- Männen låg på {{ utfall("aterinskrivning", kön="M") }}.
- Förändringen är {{ förändring("aterinskrivning", kön="M") }} på ett år.
- Skillnaden mellan kvinnor och män är {{ skillnad("aterinskrivning") }}.
"""
COST = 'Kostnaden för läkemedel är {{ utfall("kostnad", plan="lakemedel-2024") }}.\n'


def test_a_week_from_forms_to_the_papers_of_the_board(
    mini_region: Path, rapport: Rapport, tmp_path: Path
) -> None:
    """Answers, three reviewed copies, new figures, approval and papers, and nothing lost."""
    week = Week(mini_region, rapport)
    answers = offices_answer(week)
    copies = reviewers_edit_the_draft(week, tmp_path)
    the_world_moves_on(week)
    copies_are_collected(week, copies)
    the_conflict_is_solved(week, copies)
    the_differences_are_what_happened(week)
    nothing_is_final_before_it_is_approved(week)
    everything_is_approved(week, [*answers, *copies])
    the_papers_are_sent(week)
    the_package_gives_the_same_bytes(week, tmp_path)


def offices_answer(week: Week) -> list[Path]:
    """Forms go out and come back; what they say stands in texts and follow-up."""
    assert ("Utkast, version 0.9", 5, 16) == week.standing()
    sent = week.does("forms", "--period", PERIOD)
    assert 0 == sent.code, sent.err
    answers = week.filled_in()
    told = week.collects(0, *answers)
    assert "  läget ändras från utkast till klar" in told
    assert "Skrivet: sju texter och två uppföljningsfiler." in told
    assert "Fler samtal förs.\n" == week.body("analys.samtal")
    assert ("Utkast, version 0.9", 5, 14) == week.standing()
    return answers


def reviewers_edit_the_draft(week: Week, folder: Path) -> list[Path]:
    """The draft is built and sent out; three come back, one from LibreOffice and one careless."""
    built = week.builds(*DRAFT)
    assert (0, True) == (built.code, "14 uppgifter hindrar godkännande." in built.out), built.err
    draft = week.output / f"{REPORT}.docx"
    return [
        in_word(
            draft,
            folder / "granskad-norr.docx",
            tracked("Männen ligger på ", "Männen låg på "),
            remarked("Förändringen är "),
            typed("Dialogerna är genomförda i alla", "Samtalen är genomförda i alla"),
            comment="Gäller det hela året?",
            day="2024-09-12",
        ),
        in_libreoffice(
            draft,
            folder / "granskad-soder.docx",
            shutil.which("soffice"),
            typed("Målet nås i ", "Målet nås nu i "),
            typed("Skillnaden mellan könen", "Skillnaden mellan kvinnor och män"),
        ),
        in_word(
            draft,
            folder / "granskad-ekonomi.docx",
            written_over("Kostnaden är ", "339 kr per invånare"),
            typed("Kostnaden är ", "Kostnaden för läkemedel är "),
            typed("per invånare får vara högst 300 kr", "får vara högst 400 kr"),
            day="2024-09-13",
        ),
    ]


def the_world_moves_on(week: Week) -> None:
    """Meanwhile the measured data are revised, and someone changes a text in its file."""
    week.changes(MEASUREMENTS, ";34700000;", ";34100000;")
    week.changes(DIALOG, "alla kommuner", "fyra av fem kommuner")


def copies_are_collected(week: Week, copies: list[Path]) -> None:
    """Merged where they agree, refused where a figure was changed, shown where they clash."""
    told = week.collects(1, *copies).replace(NB, " ")
    assert (READMISSION, COST) == (week.body("analys.aterinskrivning"), week.body("analys.kostnad"))
    assert week.body("mal.nara-vard").startswith("Målet nås nu i **flera** delar.")
    assert "Dialogerna är genomförda i fyra av fem kommuner.\n" == week.body("uppdrag.dialog")
    for said in (
        "ändrad i granskad-norr.docx och granskad-soder.docx; skrivs som ändrad av Division Norr",
        "  läget ändras från godkänd till klar",
        'står "339 kr per invånare" där utkastet hade "347 kr per invånare"',
        f"rätta den i mätdata ({MEASUREMENTS})",
        "    + Läkemedelskostnaden får vara högst 400 kr.",
        'om "Förändringen är": Gäller det hela året?',
        f"KONFLIKT {DIALOG}",
        f"  Skriv det som ska gälla i {DIALOG}.",
        "Skrivet: tre texter och en ny anmärkning.",
    ):
        assert said in told
    remarks = (week.root / REMARKS).read_text(encoding="utf-8")
    assert 1 == remarks.count("anmärkning: Gäller det hela året?")


def the_conflict_is_solved(week: Week, copies: list[Path]) -> None:
    """The one who answers for the text writes what holds; the other copies then have no more."""
    week.changes(DIALOG, "Dialogerna är genomförda i fyra av fem", "Samtalen är genomförda i alla")
    told = week.collects(0, *copies[:2])
    assert ("KONFLIKT" in told, "Inget nytt att skriva." in told) == (False, True)


def the_differences_are_what_happened(week: Week) -> None:
    """One new figure because of the data, the four texts, and two that lost their approval."""
    built = week.builds(*DRAFT, "--changes-since", PERIOD)
    assert 0 == built.code, built.err
    changed = json.loads(week.does("diff", PERIOD, "--json").out.replace(NB, " "))
    assert [("kostnad", "fjallet", "347", "341", ["mätdata"])] == [
        (f["indikator"], f["organisation"], f["fore"]["utfall"], f["efter"]["utfall"], f["varfor"])
        for f in changed["siffror"]
    ]
    told = {each["nyckel"]: (each["fore"], each["efter"]) for each in changed["texter"]}
    keys = {"analys.aterinskrivning", "analys.kostnad", "mal.nara-vard", "uppdrag.dialog"}
    assert keys == told.keys()
    assert (
        "Kostnaden är 347 kr per invånare.",
        "Kostnaden för läkemedel är 341 kr per invånare.",
    ) == told["analys.kostnad"]
    assert [
        "Texten är inte godkänd utan klar: strategiskt mål Nära vård",
        "Texten är inte godkänd utan klar: analys av Återinskrivning inom 30 dagar",
    ] == changed["innehall"][0]["saknas_nu"]
    assert sorted([MEASUREMENTS, *(f"data/texter/{PERIOD}/{key}.md" for key in keys)]) == [
        name for name in changed["andrade_underlag"] if name.startswith("data/")
    ]
    page = (week.output / f"{REPORT}.html").read_text(encoding="utf-8")
    assert ">Ändringslogg</h" in page
    assert ("Utkast, version 0.9", 3, 16) == week.standing()


def nothing_is_final_before_it_is_approved(week: Week) -> None:
    """The refusal names each text's file, and the draft on disk is as it was."""
    before = {path: path.read_bytes() for path in week.output.iterdir()}
    ran = week.builds("--final")
    assert (1, 16) == (ran.code, ran.err.count("fel inte-klar"))
    assert f"data/texter/{PERIOD}/ekonomi.md: fel inte-klar\n  Text saknas: ekonomi" in ran.err
    assert (
        f"Läge, version och godkänt datum skrivs i data/uppfoljning/{PERIOD}/rapporter.yaml."
        in ran.err
    )
    assert before == {path: path.read_bytes() for path in week.output.iterdir()}


def everything_is_approved(week: Week, files: list[Path]) -> None:
    """Texts on the review page and the report in its file; what was collected stays collected."""
    week.approves()
    (week.root / STATES).write_text(APPROVED, encoding="utf-8")
    assert ("Godkänd, version 1.0", 18, 0) == week.standing()
    week.collects(1, *files)
    assert ("Godkänd, version 1.0", 18, 0) == week.standing()


def the_papers_are_sent(week: Week) -> None:
    """The final report without a word of drafts, and the package, are files that verify."""
    built = week.builds("--final", "--format", "pdf,docx,html")
    assert (0, False) == (built.code, "Utkast" in built.out), built.err
    page = words_of_page((week.output / f"{REPORT}.html").read_bytes()).replace(NB, " ")
    assert ("UTKAST" in page, "läkemedel är 341 kr per invånare" in page) == (False, True)
    sent = week.does("package", "--to", "hsn", "--period", PERIOD)
    assert 0 == sent.code, sent.err
    paper = week.root / "output" / "paket" / f"hsn-{PERIOD}" / f"01_{REPORT}_hsn-{PERIOD}.pdf"
    assert (week.output / f"{REPORT}.pdf").read_bytes() == paper.read_bytes()
    found = week.does("verify", paper, week.output / f"{REPORT}.pdf")
    assert 0 == found.code, found.out + found.err
    for said in (f"Filen är {REPORT}.pdf i bygget {week.output} ", "Underlaget är oförändrat"):
        assert said in found.out


def the_package_gives_the_same_bytes(week: Week, folder: Path) -> None:
    """Years later, with the region gone, the data package alone makes the same files."""
    made = {path.name: path.read_bytes() for path in week.output.iterdir()}
    kept = folder / "arkiv.zip"
    kept.write_bytes(made[PACKAGE])
    week.root.rename(folder / "borta")
    ran = week.rapport("build", "--from-package", kept, "--output", folder / "kontroll")
    assert (0, True) == (ran.code, "alla byte för byte" in ran.out), ran.out + ran.err
    again = folder / "kontroll" / PERIOD
    assert made == {path.name: path.read_bytes() for path in again.iterdir()}
