"""``rapport seal``: who sealed a report is told, and whatever is done to it afterwards is found."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest

from pipeline.conftest import Rapport
from pipeline.handed_on import (
    DAY,
    MANIFEST,
    PAGE,
    PASSWORD,
    PDF,
    HandedOn,
    Keys,
    answers,
    flip,
    handed_on,
    region_keys,
    time_stamp_service,
)
from rapport.domain.problem import InputRejected, RenderFailed
from rapport.pipeline.sealing import SealOrder, seal, trusted
from rapport.pipeline.verification import Mark, Standing, Verification
from rapport.pipeline.verifying import verify
from rapport.render.sealing.signing import opened_key, sealed
from regions import BuiltRegion

SEALED = "aterrapportering-forseglad.pdf"


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Keys:
    """The region's key."""
    return region_keys(tmp_path_factory.mktemp("nycklar"))


@pytest.fixture(scope="module")
def sealed_once(
    built_mini: BuiltRegion, keys: Keys, tmp_path_factory: pytest.TempPathFactory
) -> HandedOn:
    """The small region with a sealed report beside the built one."""
    region = handed_on(built_mini, tmp_path_factory.mktemp("förseglad"))
    seal(order(region, keys))
    return region


@pytest.fixture
def region(sealed_once: HandedOn, tmp_path: Path) -> HandedOn:
    """A copy of it, to be spoilt."""
    root = Path(shutil.copytree(sealed_once.root, tmp_path / "region"))
    return HandedOn(root, root / sealed_once.folder.relative_to(sealed_once.root))


def order(region: HandedOn, keys: Keys, name: str = PDF) -> SealOrder:
    """An order to seal a file of the region."""
    return SealOrder(region.file(name), keys.file, lambda: PASSWORD)


def verified(region: HandedOn, keys: Keys | None = None) -> Verification:
    """What is said of the sealed report; with keys, its issuer is trusted."""
    issuers = trusted([keys.issuer]) if keys else ()
    return verify(region.file(SEALED), region.root, issuers)


def test_a_sealed_report_is_what_was_built_and_says_who_sealed_it(
    region: HandedOn, keys: Keys
) -> None:
    """It still follows PDF/UA-1 and PDF/A-3a, and nothing has changed since."""
    found = verified(region, keys)
    asked = ("fil", "siffror", "härkomst", "regler", "stämpel", "utfärdare", "bygge", "underlag")
    assert (Standing.AS_BUILT, dict.fromkeys(asked, Mark.YES)) == (found.standing, answers(found))
    told = next(check.text for check in found.checks if check.about == "stämpel")
    assert told.startswith("Förseglad av Region Exempel den ")


def test_the_sealed_file_begins_with_the_built_one(region: HandedOn) -> None:
    """The seal is added; not a byte of the report is rewritten."""
    built = region.file(PDF).read_bytes()
    assert built == region.file(SEALED).read_bytes()[: len(built)]


def test_an_issuer_that_nobody_vouches_for_is_told(region: HandedOn) -> None:
    """Without certificates to trust the name in the seal is only what the seal says."""
    found = verified(region)
    assert (Mark.NOTE, True) == (answers(found)["utfärdare"], found.is_good)


def test_a_seal_from_another_issuer_is_not_trusted(region: HandedOn, tmp_path: Path) -> None:
    """Anyone can make a key that says Region Exempel."""
    found = verified(region, region_keys(tmp_path / "annan"))
    assert (Mark.NO, False) == (answers(found)["utfärdare"], found.is_good)


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9, 0.97, 0.985, 0.999])
def test_one_flipped_byte_is_found_wherever_it_is(
    share: float, region: HandedOn, keys: Keys
) -> None:
    """In the report, in the seal, and in the room that the seal leaves around itself."""
    path = region.file(SEALED)
    flip(path, int(path.stat().st_size * share))
    found = verified(region, keys)
    assert not found.is_good
    assert {Mark.NO, Mark.YES} >= {answers(found).get("stämpel", Mark.NO)}


def test_a_flipped_byte_is_found_without_the_manifest_too(region: HandedOn, keys: Keys) -> None:
    """Who receives the report has only the file."""
    region.file(MANIFEST).unlink()
    assert Standing.SEALED is verified(region, keys).standing
    flip(region.file(SEALED), 5_000)
    found = verified(region, keys)
    assert (Standing.UNDECIDED, Mark.NO) == (found.standing, answers(found)["stämpel"])


def later_title(content: bytes) -> bytes:
    """A new title, written after everything else as editors do."""
    from pyhanko.pdf_utils.generic import pdf_name, pdf_string  # noqa: PLC0415
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: PLC0415

    writer = IncrementalPdfFileWriter(io.BytesIO(content))
    writer.root[pdf_name("/Lang")] = pdf_string("en")
    writer.update_root()
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def rewritten(content: bytes) -> bytes:
    """The whole file saved anew, as a program does that does not care for seals."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as opened:
        opened.save(target)
    return target.getvalue()


def trailing_bytes(content: bytes) -> bytes:
    """Something after the end."""
    return content + b"\n% mer\n%%EOF\n"


@pytest.mark.parametrize("change", [later_title, rewritten, trailing_bytes])
def test_a_later_edit_is_found(
    change: Callable[[bytes], bytes], region: HandedOn, keys: Keys
) -> None:
    """Added at the end, saved anew, or only prolonged."""
    path = region.file(SEALED)
    path.write_bytes(change(path.read_bytes()))
    found = verified(region, keys)
    assert (False, Mark.NO) == (found.is_good, answers(found)["stämpel"])


def test_a_page_changed_in_the_same_step_as_it_was_sealed_is_found(
    built_mini: BuiltRegion, region: HandedOn, keys: Keys
) -> None:
    """A seal of one's own on a report of one's own making begins with the built file too."""
    from pyhanko.pdf_utils.generic import StreamObject, pdf_name  # noqa: PLC0415
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: PLC0415

    writer = IncrementalPdfFileWriter(io.BytesIO(built_mini.read(PDF)))
    page, _ = writer.find_page_for_modification(0)
    page.get_object()[pdf_name("/Contents")] = writer.add_object(StreamObject(stream_data=b""))
    writer.mark_update(page)
    emptied = io.BytesIO()
    writer.write(emptied)
    key = opened_key(keys.file, PASSWORD)
    region.file(SEALED).write_bytes(sealed(emptied.getvalue(), key, None))
    found = verified(region, keys)
    assert (False, Mark.NO) == (found.is_good, answers(found)["stämpel"])


@pytest.mark.parametrize("level", ["1a", "2a"])
def test_a_report_at_each_level_can_be_sealed(
    level: str, mini_region: Path, rapport: Rapport, keys: Keys
) -> None:
    """The sealed file keeps its level; the rules are asked before it is written."""
    settings = mini_region / "rapport.toml"
    text = settings.read_text(encoding="utf-8").replace('arkiv = "3a"', f'arkiv = "{level}"')
    settings.write_text(text, encoding="utf-8")
    asked = ("--period", "T2-2024", "--report", "aterrapportering", "--format", "pdf")
    assert 0 == rapport("build", *asked, "-C", mini_region).code
    built = HandedOn(mini_region, mini_region / "output" / "T2-2024")
    seal(order(built, keys))
    found = verified(built, keys)
    assert (Mark.YES, Mark.YES) == (answers(found)["regler"], answers(found)["stämpel"])


def test_a_time_stamp_says_when_the_report_was_sealed(region: HandedOn, keys: Keys) -> None:
    """The time is that of the service asked; the file still follows the rules."""
    region.file(SEALED).unlink()
    with time_stamp_service(keys) as address:
        seal(replace(order(region, keys), time_stamps=address))
    found = verified(region, keys)
    told = next(check.text for check in found.checks if check.about == "stämpel")
    assert (True, True) == (found.is_good, "enligt tidsstämpel" in told)


def test_a_service_that_does_not_answer_seals_nothing(region: HandedOn, keys: Keys) -> None:
    """The message names the service and the way to do without it."""
    region.file(SEALED).unlink()
    with time_stamp_service(keys) as address:
        pass
    with pytest.raises(RenderFailed, match="försegla utan --tsa"):
        seal(replace(order(region, keys), time_stamps=address))
    assert not region.file(SEALED).exists()


def test_the_command_takes_the_password_from_the_environment(
    region: HandedOn, keys: Keys, rapport: Rapport, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is never an argument; the answer says who sealed, and that a draft is a draft."""
    monkeypatch.setenv("RAPPORT_STAMPEL_LOSENORD", PASSWORD)
    target = region.file("för-nämnden.pdf")
    ran = rapport("seal", region.file(PDF), "--key", keys.file, "--output", target)
    expected = f"{target}: förseglad av Region Exempel. Rapporten är ett utkast.\n"
    assert (0, expected, "") == (ran.code, ran.out, ran.err)


def test_a_wrong_password_seals_nothing(region: HandedOn, keys: Keys) -> None:
    """The message says what may be wrong; no file is written."""
    region.file(SEALED).unlink()
    wrong = SealOrder(region.file(PDF), keys.file, lambda: "fel")
    with pytest.raises(RenderFailed, match="lösenordet är fel"):
        seal(wrong)
    assert not region.file(SEALED).exists()


def test_a_certificate_out_of_date_is_refused(region: HandedOn, tmp_path: Path) -> None:
    """A seal from the day after would never hold."""
    region.file(SEALED).unlink()
    old = region_keys(tmp_path / "gamla", first=datetime.now(UTC) - 60 * DAY)
    with pytest.raises(RenderFailed, match="Beställ ett nytt certifikat"):
        seal(order(region, old))


def test_a_key_that_is_not_there_is_told(region: HandedOn, tmp_path: Path) -> None:
    """With the option that named it."""
    region.file(SEALED).unlink()
    with pytest.raises(RenderFailed, match=r"kan inte läsas: .*Kontrollera --key"):
        seal(SealOrder(region.file(PDF), tmp_path / "finns-inte.p12", lambda: PASSWORD))


def test_a_changed_report_is_not_sealed(region: HandedOn, keys: Keys) -> None:
    """A seal says that the region stands for what the program made."""
    region.file(SEALED).unlink()
    flip(region.file(PDF), 5_000)
    with pytest.raises(InputRejected, match="Bara en oförändrad rapport förseglas"):
        seal(order(region, keys))


@pytest.mark.parametrize(
    "name, message",
    [(PAGE, "är ingen PDF"), (SEALED, "är redan förseglad"), (PDF, "finns redan")],
)
def test_what_cannot_be_sealed_is_told_before_the_password_is_asked_for(
    name: str, message: str, region: HandedOn, keys: Keys
) -> None:
    """Nothing but a PDF, not twice, and never over another file."""

    def never() -> str:
        pytest.fail("lösenordet efterfrågades")

    with pytest.raises(InputRejected, match=message):
        seal(SealOrder(region.file(name), keys.file, never))


def test_without_the_extra_sealing_says_how_to_get_it(
    region: HandedOn, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Most regions never install it."""
    monkeypatch.setitem(sys.modules, "pyhanko", None)
    with pytest.raises(RenderFailed, match=r'pip install "rapport\[sigill\]"'):
        seal(order(region, keys))


def test_without_the_extra_a_seal_is_seen_but_not_read(
    region: HandedOn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That there is one is told, and that it was not checked."""
    monkeypatch.setitem(sys.modules, "pyhanko", None)
    found = verified(region)
    assert (Mark.NOTE, False) == (answers(found)["stämpel"], found.is_good)


def test_a_file_without_certificates_is_told(region: HandedOn) -> None:
    """``--ca`` wants a certificate."""
    with pytest.raises(RenderFailed, match="PEM- eller DER-format"):
        trusted([region.file(PDF)])
