"""Forms collected: answers become follow-up and texts, and conflicts are shown."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from forms.conftest import Opened
from pipeline.conftest import Rapport
from regions import PERIOD

TEXT = f"data/texter/{PERIOD}/analys.aterinskrivning.md"
PLAN = f"data/uppfoljning/{PERIOD}/vardplanen.yaml"
MEDICINE = f"data/uppfoljning/{PERIOD}/lakemedelsplanen.yaml"
READMISSION = "vardplan-2023-2025/aterinskrivning"
COST, ACTIVITY = "lakemedel-2024/kostnad", "lakemedel-2024/behandling-1"
HYGIENE = "vardplan-2023-2025/hygien/1"


def form(root: Path, name: str, rapport: Rapport) -> Opened:
    """One of the region's forms, written now and opened."""
    ran = rapport("forms", "--period", PERIOD, "-C", root)
    assert 0 == ran.code, ran.err
    path = root / "output" / "blanketter" / PERIOD / name
    return Opened(load_workbook(path), path)


def texts_below(root: Path) -> dict[str, str]:
    """Every file of the region's data."""
    files = (path for path in (root / "data").rglob("*") if path.suffix in {".yaml", ".md"})
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in files}


def test_answers_land_in_follow_up_and_texts(mini_region: Path, rapport: Rapport) -> None:
    """A status with its comment, and a text with who and when; nothing else is touched."""
    heads = form(mini_region, "verksamhetscheferna.xlsx", rapport)
    heads.write("Aktiviteter", ACTIVITY, "Läge", "klar")
    heads.write("Aktiviteter", ACTIVITY, "Kommentar", "Alla genomgångar är gjorda.")
    north = form(mini_region, "division-norr.xlsx", rapport)
    north.write("Styrmått", READMISSION, "Kommentar", 'Andelen är {{ utfall("aterinskrivning") }}.')
    before = texts_below(mini_region)
    ran = rapport("collect", heads.save(), north.save(), "--yes", "-C", mini_region)
    assert 0 == ran.code, ran.err
    after = texts_below(mini_region)
    assert {TEXT, MEDICINE} == {name for name in after if after[name] != before.get(name)}
    assert "ändrad_av: Division Norr" in after[TEXT]
    assert after[TEXT].endswith('Andelen är {{ utfall("aterinskrivning") }}.\n')
    assert "kommentar: Alla genomgångar är gjorda." in after[MEDICINE]
    assert "lämnad_av: Verksamhetscheferna" in after[MEDICINE]
    assert 0 == rapport("check", "--period", PERIOD, "-C", mini_region).code


def test_collecting_twice_changes_nothing(mini_region: Path, rapport: Rapport) -> None:
    """The second time everything is there already, actions and notes too."""
    council = form(mini_region, "lakemedelsradet.xlsx", rapport)
    for title, value in (
        ("Styrmått", "Läkemedelskostnad"),
        ("Åtgärd", "Byta till billigare läkemedel"),
        ("Ansvarig", "Läkemedelsrådet"),
        ("Klart senast", "2024-12-31"),
        ("Läge", "pågår"),
    ):
        council.write("Åtgärder", "ny-1", title, value)
    path = council.save()
    assert 0 == rapport("collect", path, "--yes", "-C", mini_region).code
    once = texts_below(mini_region)
    assert "åtgärd: Byta till billigare läkemedel" in once[MEDICINE]
    ran = rapport("collect", path, "--yes", "-C", mini_region)
    assert (0, once) == (ran.code, texts_below(mini_region))
    assert "Svaren i blanketterna finns redan" in ran.out


def test_a_new_control_result_is_added_to_its_plan(mini_region: Path, rapport: Rapport) -> None:
    """A list that the file did not have is made, and the workspace still checks."""
    divisions = form(mini_region, "divisionerna.xlsx", rapport)
    for title, value in (
        ("Genomförd", "2024-05-14"),
        ("Omfattning", "40 observationer"),
        ("Resultat", "Följsamheten är god."),
        ("Avvikelsegrad", "ingen avvikelse"),
        ("Nästa år", "kvarstår"),
    ):
        divisions.write("Internkontroll", HYGIENE, title, value)
    assert 0 == rapport("collect", divisions.save(), "--yes", "-C", mini_region).code
    text = texts_below(mini_region)[PLAN]
    assert "kontroller:\n  - kontroll: hygien\n    steg: 1\n    genomförd: 2024-05-14\n" in text
    assert 0 == rapport("check", "--period", PERIOD, "-C", mini_region).code


def test_a_conflict_shows_three_answers_and_writes_none(
    mini_region: Path, rapport: Rapport
) -> None:
    """When the form was written, in the file today and in the form; the file stays as it is."""
    heads = form(mini_region, "verksamhetscheferna.xlsx", rapport)
    heads.write("Aktiviteter", ACTIVITY, "Kommentar", "Svaret i blanketten.")
    path = mini_region / MEDICINE
    changed = path.read_text(encoding="utf-8").replace(
        "Hälften är gjorda.", "En tredjedel är gjord."
    )
    path.write_text(changed, encoding="utf-8")
    ran = rapport("collect", heads.save(), "--yes", "-C", mini_region)
    assert (1, changed) == (ran.code, path.read_text(encoding="utf-8"))
    for told in ("Hälften är gjorda.", "En tredjedel är gjord.", "Svaret i blanketten."):
        assert told in ran.out


def test_a_text_changed_meanwhile_is_a_conflict(mini_region: Path, rapport: Rapport) -> None:
    """All three versions are shown and the text stays as it is."""
    north = form(mini_region, "division-norr.xlsx", rapport)
    north.write("Styrmått", READMISSION, "Kommentar", "Svaret i blanketten.")
    path = mini_region / TEXT
    changed = path.read_text(encoding="utf-8") + "\nNågon annans stycke.\n"
    path.write_text(changed, encoding="utf-8")
    ran = rapport("collect", north.save(), "--yes", "-C", mini_region)
    assert (1, changed) == (ran.code, path.read_text(encoding="utf-8"))
    assert {"KONFLIKT", "Någon annans stycke.", "Svaret i blanketten."} <= {
        told
        for told in ("KONFLIKT", "Någon annans stycke.", "Svaret i blanketten.")
        if told in ran.out
    }


def test_wrong_input_writes_nothing_of_its_form(mini_region: Path, rapport: Rapport) -> None:
    """One wrong cell and the good answers beside it wait; the message names the cell."""
    heads = form(mini_region, "verksamhetscheferna.xlsx", rapport)
    heads.write("Aktiviteter", ACTIVITY, "Kommentar", "Ett gott svar.")
    cell = heads.write("Aktiviteter", ACTIVITY, "Läge", "halvvägs")
    before = texts_below(mini_region)
    ran = rapport("collect", heads.save(), "--yes", "-C", mini_region)
    assert (1, before) == (ran.code, texts_below(mini_region))
    assert f'blad "Aktiviteter", cell {cell}' in ran.err


def test_a_comment_on_a_missed_target_cannot_be_klar_without_an_action(
    mini_region: Path, rapport: Rapport
) -> None:
    """The cost is above its ceiling; with an action in the same form it can."""
    council = form(mini_region, "lakemedelsradet.xlsx", rapport)
    cell = council.write("Styrmått", COST, "Kommentarens läge", "klar")
    ran = rapport("collect", council.save(), "--yes", "-C", mini_region)
    assert (1, True) == (ran.code, f"cell {cell}" in ran.err and "för-tidigt-klar" in ran.err)
    for title, value in (
        ("Styrmått", "Läkemedelskostnad"),
        ("Åtgärd", "Byta läkemedel"),
        ("Ansvarig", "Läkemedelsrådet"),
        ("Klart senast", "hösten 2024"),
        ("Läge", "pågår"),
    ):
        council.write("Åtgärder", "ny-1", title, value)
    ran = rapport("collect", council.save(), "--yes", "-C", mini_region)
    assert 0 == ran.code, ran.err


def test_a_form_does_not_take_back_what_was_decided_after_it(
    mini_region: Path, rapport: Rapport
) -> None:
    """A text that was approved after its form was collected stays approved."""
    north = form(mini_region, "division-norr.xlsx", rapport)
    north.write("Styrmått", "vardplan-2023-2025/samtal", "Kommentar", "Fler samtal förs.")
    north.write("Styrmått", "vardplan-2023-2025/samtal", "Kommentarens läge", "klar")
    path, text = north.save(), mini_region / TEXT.replace("aterinskrivning", "samtal")
    assert 0 == rapport("collect", path, "--yes", "-C", mini_region).code
    approved = text.read_text(encoding="utf-8").replace("status: klar", "status: godkänd")
    text.write_text(approved, encoding="utf-8")
    ran = rapport("collect", path, "--yes", "-C", mini_region)
    assert (0, approved) == (ran.code, text.read_text(encoding="utf-8"))
    assert "Inget nytt att skriva." in ran.out


def test_a_text_that_cannot_be_printed_is_told_at_its_cell(
    mini_region: Path, rapport: Rapport
) -> None:
    """A bound number that does not exist is found before anything is written."""
    north = form(mini_region, "division-norr.xlsx", rapport)
    cell = north.write("Styrmått", READMISSION, "Kommentar", '{{ utfall("finns-inte") }}')
    ran = rapport("collect", north.save(), "--yes", "-C", mini_region)
    assert (1, True) == (ran.code, f"cell {cell}" in ran.err)


def test_a_form_of_another_region_is_refused(mini_region: Path, rapport: Rapport) -> None:
    """An answer never lands in the wrong region."""
    heads = form(mini_region, "verksamhetscheferna.xlsx", rapport)
    settings = mini_region / "rapport.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace('id = "fjallet"', 'id = "dalen"', 1), encoding="utf-8")
    heads.write("Aktiviteter", ACTIVITY, "Läge", "klar")
    ran = rapport("collect", heads.save(), "--yes", "-C", mini_region)
    assert (1, True) == (ran.code, "fel annan-region" in ran.err), ran.err


def test_the_answers_are_given_as_data(mini_region: Path, rapport: Rapport) -> None:
    """--json tells what would be written; nothing is without --yes."""
    heads = form(mini_region, "verksamhetscheferna.xlsx", rapport)
    heads.write("Aktiviteter", ACTIVITY, "Läge", "klar")
    before = texts_below(mini_region)
    data = json.loads(rapport("collect", heads.save(), "--json", "-C", mini_region).out)
    (found,) = data["blanketter"]
    assert (
        "Verksamhetscheferna",
        [{"plan": "lakemedel-2024", "lista": "status", "avser": {"avser": "behandling-1"},
          "varden": {"status": "klar"}}],
    ) == (found["ansvarig"], found["svar"])  # fmt: skip
    assert before == texts_below(mini_region)


def test_a_form_saved_by_libreoffice_is_read_as_it_was_filled_in(
    mini_region: Path, rapport: Rapport, tmp_path: Path
) -> None:
    """The same answers, whichever program saved the file."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    heads = form(mini_region, "verksamhetscheferna.xlsx", rapport)
    heads.write("Aktiviteter", ACTIVITY, "Läge", "försenad")
    heads.write("Aktiviteter", ACTIVITY, "Ny tid", "november 2024")
    heads.write(
        "Aktiviteter", ACTIVITY, "Kommentar", "Två hälsocentraler är kvar;\nde görs i höst."
    )
    profile = f"-env:UserInstallation=file://{tmp_path}/profil"
    saved = tmp_path / "sparad"
    command = [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(saved)]
    subprocess.run([*command, str(heads.save())], check=False, capture_output=True, timeout=120)  # noqa: S603 - the office of this machine and a file of the test
    if not (saved / heads.path.name).is_file():
        pytest.skip("LibreOffice has no spreadsheet program here")
    ran = rapport("collect", saved / heads.path.name, "--yes", "-C", mini_region)
    assert 0 == ran.code, ran.err
    text = texts_below(mini_region)[MEDICINE]
    assert "Två hälsocentraler är kvar; de görs i höst." in text
    assert "ny_tid: november 2024" in text
