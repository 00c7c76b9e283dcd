"""``rapport verify``: a file is what was built, or it is said what differs."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import pikepdf
import pytest

from pipeline.conftest import Rapport
from pipeline.handed_on import (
    FIGURES,
    MANIFEST,
    PAGE,
    PDF,
    WORD,
    HandedOn,
    answers,
    flip,
    handed_on,
)
from rapport.pipeline.verification import Mark, Standing
from rapport.pipeline.verifying import verify
from rapport.render.templates_folder import templates_folder
from regions import BuiltRegion

MADE = [PDF, WORD, PAGE, FIGURES, "resultat.json", MANIFEST]


@pytest.fixture
def region(built_mini: BuiltRegion, tmp_path: Path) -> HandedOn:
    """The small region with its reports, to be spoilt."""
    return handed_on(built_mini, tmp_path)


@pytest.mark.parametrize("name", MADE)
def test_every_untouched_file_is_as_it_was_built(name: str, region: HandedOn) -> None:
    """PDF, Word, HTML, results and the manifest itself."""
    found = verify(region.file(name), region.root)
    assert (Standing.AS_BUILT, True) == (found.standing, found.is_good)
    assert Mark.YES is answers(found)["underlag"]


def test_of_an_untouched_pdf_every_part_is_checked(region: HandedOn) -> None:
    """The bytes, the figures and the origin inside, the rules of the formats, and the inputs."""
    asked = ("fil", "siffror", "härkomst", "regler", "bygge", "underlag")
    expected = {**dict.fromkeys(asked, Mark.YES), "stämpel": Mark.NOT_ASKED}
    assert expected == answers(verify(region.file(PDF), region.root))


def test_it_is_told_what_a_file_was_built_from(region: HandedOn) -> None:
    """The version, the occasion, and the day its figures were extracted."""
    found = verify(region.file(WORD), region.root)
    told = next(check.text for check in found.checks if check.about == "bygge")
    assert told.startswith("Byggd med rapport 0.1.0 för T2-2024 (utkast) ur ")
    assert told.endswith(" filer; siffrorna är uttagna den 5\xa0september 2024.")


@pytest.mark.parametrize("name", [PDF, WORD, PAGE, FIGURES, "resultat.json"])
@pytest.mark.parametrize("at", [40, -40])
def test_one_flipped_byte_is_found(name: str, at: int, region: HandedOn) -> None:
    """In any file, near its beginning or its end."""
    flip(region.file(name), at)
    found = verify(region.file(name), region.root)
    assert (Standing.DIFFERS, False) == (found.standing, found.is_good)
    assert Mark.NO is answers(found)["fil"]


def test_another_file_of_the_same_name_is_not_taken_for_it(region: HandedOn) -> None:
    """A PDF from elsewhere carries no origin and says no level."""
    with pikepdf.new() as other:
        other.add_blank_page()
        other.save(region.file(PDF))
    found = verify(region.file(PDF), region.root)
    assert Standing.DIFFERS is found.standing
    assert (Mark.NO, Mark.NO) == (answers(found)["fil"], answers(found)["regler"])


def test_a_file_that_the_build_did_not_make_does_not_belong_to_it(region: HandedOn) -> None:
    """Whatever lies in the folder beside the reports."""
    stray = region.file("protokoll.docx")
    stray.write_bytes(b"PK\x03\x04 something else")
    found = verify(stray, region.root)
    assert (Standing.FOREIGN, False) == (found.standing, found.is_good)


def test_a_data_package_is_referred_to_the_command_that_rebuilds_it(region: HandedOn) -> None:
    """It holds the manifest, so the manifest cannot hold it."""
    package = region.file("datapaket.zip")
    package.write_bytes(b"PK\x03\x04")
    found = verify(package, region.root)
    assert (Standing.UNDECIDED, False) == (found.standing, found.is_good)
    assert "rapport build --from-package" in found.checks[0].text


def test_a_renamed_file_is_known_again(region: HandedOn) -> None:
    """The bytes are those of a report; the other name is told."""
    renamed = region.file(PDF).rename(region.file("bilaga-2.pdf"))
    found = verify(renamed, region.root)
    assert (Standing.AS_BUILT, True) == (found.standing, found.is_good)
    assert f"Filen är {PDF} i {MANIFEST} under ett annat namn." == found.checks[0].text


@pytest.mark.parametrize("content", [None, b"", b"{", b"[]", b'{"namn": "something else"}'])
def test_without_the_manifest_nothing_is_vouched_for(
    content: bytes | None, region: HandedOn
) -> None:
    """Missing, empty, broken or not ours; the origin that a PDF carries is told all the same."""
    region.file(MANIFEST).unlink()
    if content is not None:
        region.file(MANIFEST).write_bytes(content)
    found = verify(region.file(PDF), region.root)
    assert (Standing.UNDECIDED, False) == (found.standing, found.is_good)
    assert (Mark.NO, Mark.YES) == (answers(found)["manifest"], answers(found)["bygge"])


@pytest.mark.parametrize("key", ["indata", "utdata", "parametrar", "siffror_uttagna"])
def test_an_edited_manifest_is_found(key: str, region: HandedOn) -> None:
    """Any part of it, also one that has nothing to do with the file."""
    told = json.loads(region.file(MANIFEST).read_bytes())
    told[key] = "2024-09-06" if isinstance(told[key], str) else {**told[key], "extra": "0" * 64}
    region.file(MANIFEST).write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    for name in (PDF, WORD, MANIFEST):
        found = verify(region.file(name), region.root)
        assert (Mark.NO, False) == (answers(found)["manifest"], found.is_good)


def test_a_manifest_edited_with_its_checksum_is_caught_by_what_lies_in_the_pdf(
    built_mini: BuiltRegion, region: HandedOn
) -> None:
    """Who knows how makes a new checksum, but the PDF carries the origin from the build."""
    from rapport.render.manifest import checksum  # noqa: PLC0415 - what a forger would use

    told = json.loads(built_mini.read(MANIFEST))
    del told["kontrollsumma"]
    told["siffror_uttagna"] = "2024-09-06"
    forged = json.dumps({**told, "kontrollsumma": checksum(told)}, ensure_ascii=False)
    region.file(MANIFEST).write_text(forged, encoding="utf-8")
    found = verify(region.file(PDF), region.root)
    assert (Mark.NO, False) == (answers(found)["härkomst"], found.is_good)


def test_a_replaced_attachment_is_named(region: HandedOn) -> None:
    """Other figures inside the PDF than those beside it."""
    with pikepdf.open(io.BytesIO(region.file(PDF).read_bytes())) as opened:
        spec = opened.attachments[FIGURES]
        spec.obj.EF.F.write(b"period;utfall\r\n")
        opened.save(region.file(PDF))
    found = verify(region.file(PDF), region.root)
    assert (Standing.DIFFERS, Mark.NO) == (found.standing, answers(found)["siffror"])


def test_inputs_changed_since_the_build_are_named_and_the_file_is_still_what_was_built(
    region: HandedOn,
) -> None:
    """Changed and removed files; the next period's work does not make an old report wrong."""
    changed = region.root / "data" / "texter" / "T2-2024" / "sammanfattning.md"
    changed.write_text(changed.read_text(encoding="utf-8") + "\nMer.\n", encoding="utf-8")
    removed = region.root / "data" / "matvarden" / "matt.csv"
    removed.unlink()
    found = verify(region.file(PDF), region.root)
    told = next(check for check in found.checks if check.about == "underlag")
    assert (Standing.AS_BUILT, True, Mark.NOTE) == (found.standing, found.is_good, told.mark)
    assert told.text == (
        "Underlaget har ändrats sedan bygget: data/matvarden/matt.csv (saknas), "
        "data/texter/T2-2024/sammanfattning.md."
    )


def test_a_region_with_templates_of_its_own_has_its_data_compared_too(region: HandedOn) -> None:
    """The folder of templates lies in the region's; its data do not lie in the templates."""
    shutil.copytree(templates_folder(region.root), region.root / "templates")
    assert Mark.YES is answers(verify(region.file(WORD), region.root))["underlag"]


def test_a_pdf_from_another_build_says_what_differs(region: HandedOn, tmp_path: Path) -> None:
    """A manifest of other inputs lies beside it: which inputs, is told."""
    told = json.loads(region.file(MANIFEST).read_bytes())
    other = json.loads(region.file(MANIFEST).read_bytes())
    del other["kontrollsumma"]
    name = next(iter(told["indata"]))
    other["indata"][name] = "0" * 64
    other["utdata"] = dict.fromkeys(other["utdata"], "1" * 64)
    from rapport.render.manifest import checksum  # noqa: PLC0415 - as the other build would

    content = json.dumps({**other, "kontrollsumma": checksum(other)}, ensure_ascii=False)
    region.file(MANIFEST).write_text(content, encoding="utf-8")
    found = verify(region.file(PDF), tmp_path)
    told_origin = next(check.text for check in found.checks if check.about == "härkomst")
    assert (Standing.OTHER_BUILD, False) == (found.standing, found.is_good)
    assert f"Bilagan harkomst.json skiljer sig från {MANIFEST}: {name}." == told_origin


def test_a_file_left_from_an_earlier_build_is_not_of_this_one(
    mini_region: Path, rapport: Rapport
) -> None:
    """The manifest lists it apart, and nothing says what it was made of."""
    asked = ("--period", "T2-2024", "--report", "verksamhetsrapport", "-C", mini_region)
    folder = mini_region / "output" / "T2-2024"
    assert 0 == rapport("build", *asked, "--format", "html").code
    shutil.copy(folder / "verksamhetsrapport.html", folder / "gammal.html")
    report = mini_region / "reports" / "verksamhetsrapport.yaml"
    renamed = report.read_text(encoding="utf-8").replace("titel: ", "titel: Ny ")
    report.write_text(renamed, encoding="utf-8")
    assert 0 == rapport("build", *asked, "--format", "html").code
    found = verify(folder / "gammal.html", mini_region)
    assert (Standing.OTHER_BUILD, False) == (found.standing, found.is_good)


def test_the_manifest_names_files_that_are_changed_or_gone(region: HandedOn) -> None:
    """To verify the manifest is to verify the whole folder."""
    flip(region.file(WORD), 100)
    region.file(PAGE).unlink()
    found = verify(region.file(MANIFEST), region.root)
    assert (False, f"Ändrade eller borttagna sedan bygget: {WORD}, {PAGE} (saknas).") == (
        found.is_good,
        found.checks[0].text,
    )


def test_a_manifest_that_points_out_of_the_region_reads_nothing_there(
    region: HandedOn, tmp_path: Path
) -> None:
    """A path of a manifest never leads out of the folder, whoever wrote it."""
    (tmp_path / "hemlig.txt").write_text("hemlig", encoding="utf-8")
    told = json.loads(region.file(MANIFEST).read_bytes())
    told["indata"] = {"../hemlig.txt": "0" * 64}
    region.file(MANIFEST).write_text(json.dumps(told), encoding="utf-8")
    found = verify(region.file(WORD), region.root)
    told_inputs = next(check.text for check in found.checks if check.about == "underlag")
    assert "Underlaget har ändrats sedan bygget: ../hemlig.txt (saknas)." == told_inputs


def test_the_command_answers_with_its_exit_code_and_every_file(
    region: HandedOn, rapport: Rapport
) -> None:
    """0 when all are good, 1 when one is not; each file has its lines."""
    files = [region.file(name) for name in (PDF, PAGE)]
    good = rapport("verify", *files, "-C", region.root)
    flip(region.file(PAGE), 400)
    bad = rapport("verify", *files, "-C", region.root)
    heads = [line for line in bad.out.splitlines() if line and not line.startswith(" ")]
    assert (0, 1) == (good.code, bad.code)
    assert [f"{files[0]}: som den byggdes", f"{files[1]}: inte som den byggdes"] == heads


def test_the_command_answers_other_programs(region: HandedOn, rapport: Rapport) -> None:
    """The same as data."""
    ran = rapport("verify", region.file(FIGURES), "--json", "-C", region.root)
    (told,) = json.loads(ran.out)
    assert ("som den byggdes", True) == (told["utfall"], told["godkänd"])
    assert {"rapport": "0.1.0", "period": "T2-2024", "slutlig": "nej"}.items() <= told[
        "bygge"
    ].items()


def test_a_file_that_is_not_there_is_told(region: HandedOn, rapport: Rapport) -> None:
    """Exit code 1 and what to do."""
    ran = rapport("verify", region.file("finns-inte.pdf"))
    assert (1, True) == (ran.code, "kan inte läsas" in ran.err)
