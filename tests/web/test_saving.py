"""Saving a text: what was written stands in the file, and nobody's words are written over."""

from __future__ import annotations

import html
import json
import re

import pytest

from regions import PERIOD
from web.running import Answered, Restored, Review

KEY = "analys.aterinskrivning"
NEW = "analys.antibiotika"


def base(review: Review, key: str) -> str:
    """What the editor says that it began with."""
    found = re.search(
        r'name="grund" id="grund" value="([0-9a-f]*)"', review.ask(f"/text/{key}").body
    )
    assert found
    return found[1]


def save(review: Review, key: str, text: str, **fields: str) -> Answered:
    """Save as the editor's script does."""
    usual = {"text": text, "status": "utkast", "kontor": "Division Norr"}
    if "grund" not in fields:
        usual["grund"] = base(review, key)
    return review.post(f"/text/{key}", {**usual, **fields}, accept="application/json")


def test_a_saved_text_stands_in_its_file(review: Review, files: Restored) -> None:
    """With state, office and day in its head, and the rest of the head as it was."""
    file = files.text(KEY)
    assert "exempeldata: ja" in file.read_text(encoding="utf-8")
    answer = save(review, KEY, "Vården blev bättre.\r\n\r\n- Ett\r\n- Två")
    written = file.read_text(encoding="utf-8")
    assert 200 == answer.status
    assert written.endswith("---\nVården blev bättre.\n\n- Ett\n- Två\n")
    assert {"status: utkast", "ändrad_av: Division Norr", "exempeldata: ja"} <= set(
        written.splitlines()
    )
    assert json.loads(answer.body)["grund"] == base(review, KEY)


def test_a_new_text_gets_a_file(review: Review, files: Restored) -> None:
    """Where nothing was, nothing is expected; the one who wrote it is responsible for it."""
    file = files.text(NEW)
    assert not file.exists()
    assert 200 == save(review, NEW, "Förskrivningen är lägre.").status
    assert "ansvarig: Division Norr" in file.read_text(encoding="utf-8")


def test_saving_the_same_again_changes_nothing(review: Review, files: Restored) -> None:
    """Not even the day."""
    file = files.text(KEY)
    save(review, KEY, "Samma ord.")
    before = file.read_bytes()
    assert (200, False) == (
        (again := save(review, KEY, "Samma ord.")).status,
        json.loads(again.body)["andrad"],
    )
    assert before == file.read_bytes()


def test_a_stale_save_shows_both_versions_and_writes_nothing(
    review: Review, files: Restored
) -> None:
    """The one who saves last sees the other's words beside their own."""
    file = files.text(KEY)
    mine = base(review, KEY)
    assert 200 == save(review, KEY, "Den andras <ord> & text.").status
    theirs = file.read_bytes()

    fields = {"text": "Mina ord.", "status": "klar", "kontor": "Söder", "grund": mine}
    refused = review.post(f"/text/{KEY}", fields, accept="application/json")
    shown = review.post(f"/text/{KEY}", fields)
    assert (409, 409, theirs) == (refused.status, shown.status, file.read_bytes())
    assert "Mina ord." in shown.body
    assert "Den andras &lt;ord&gt; &amp; text." in shown.body

    expected = re.search(r'id="grund" value="([0-9a-f]*)"', shown.body)
    assert expected
    assert 200 == save(review, KEY, "Båda orden.", grund=expected[1]).status
    assert file.read_text(encoding="utf-8").endswith("Båda orden.\n")


def test_a_change_on_disk_is_not_written_over(review: Review, files: Restored) -> None:
    """An editor beside the page counts as someone else."""
    file = files.text(KEY)
    mine = base(review, KEY)
    file.write_text(file.read_text(encoding="utf-8") + "\nTill på disken.\n", encoding="utf-8")
    assert 409 == save(review, KEY, "Mina ord.", grund=mine).status
    assert "Till på disken." in file.read_text(encoding="utf-8")


def test_a_text_that_was_removed_is_not_made_again_unseen(review: Review, files: Restored) -> None:
    """The one who saves is told that the file is gone."""
    file = files.text(KEY)
    mine = base(review, KEY)
    file.unlink()
    fields = {"text": "Mina ord.", "status": "utkast", "kontor": "Söder", "grund": mine}
    answer = review.post(f"/text/{KEY}", fields)
    assert (409, False) == (answer.status, file.exists())
    assert "är borttagen nu" in answer.body


def test_a_file_that_someone_made_meanwhile_is_not_written_over(
    review: Review, files: Restored
) -> None:
    """Two who begin on the same new text."""
    files.text(NEW)
    assert 200 == save(review, NEW, "Först.", grund="").status
    assert 409 == save(review, NEW, "Sedan.", grund="").status
    assert "Först." in review.file(NEW).read_text(encoding="utf-8")


def test_errors_elsewhere_do_not_let_an_old_text_write_over_a_new_one(
    review: Review, files: Restored
) -> None:
    """While the files have errors the page shows older words; it also expects the older file."""
    file = files.text(KEY)
    settings = files.keep(review.root / "rapport.toml")
    review.ask(f"/text/{KEY}")
    whole = settings.read_text(encoding="utf-8")
    settings.write_text(whole.replace('"gräns" = 5', '"gräns" = fem'), encoding="utf-8")
    file.write_text(file.read_text(encoding="utf-8") + "\nNytt på disken.\n", encoding="utf-8")
    shown = review.ask(f"/text/{KEY}").body
    assert "Filerna har fel" in shown
    assert "Nytt på disken." not in shown
    assert 409 == save(review, KEY, "Mina ord.").status
    assert "Nytt på disken." in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "fields, said",
    [
        ({"kontor": "  "}, "vilket kontor"),
        ({"text": "dolt\u200btecken"}, "tecken som inte syns"),
        ({"text": "vänd\u202etext"}, "tecken som inte syns"),
        ({"text": "\x00"}, "tecken som inte syns"),
        ({"text": "", "status": "klar"}, "Texten är tom"),
    ],
)
def test_what_must_be_put_right_first_is_told(
    fields: dict[str, str], said: str, review: Review, files: Restored
) -> None:
    """With a script and without one; nothing is written and nothing that was written is lost."""
    file = files.text(KEY)
    before = file.read_bytes()
    given = {"text": "Mina <ord>.", "status": "utkast", "kontor": "Norr", **fields}
    given["grund"] = base(review, KEY)
    answer = review.post(f"/text/{KEY}", given, accept="application/json")
    page = review.post(f"/text/{KEY}", given)
    assert (422, 422, before) == (answer.status, page.status, file.read_bytes())
    assert said in answer.body
    assert said in page.body
    assert html.escape(given["text"].replace("\x00", "")) in page.body.replace("\x00", "")


def test_a_measure_off_target_without_action_cannot_be_klar(
    review: Review, files: Restored
) -> None:
    """Its analysis stays utkast, and the reason says what is missing."""
    before = files.text("analys.kostnad").read_bytes()
    answer = save(review, "analys.kostnad", "Kostnaden är för hög.", status="klar")
    assert (422, before) == (answer.status, review.file("analys.kostnad").read_bytes())
    assert "har ingen åtgärd" in answer.body


@pytest.mark.parametrize("status", ["", "färdig", "godkänd; drop"])
def test_a_state_that_does_not_exist_is_refused(status: str, review: Review) -> None:
    """No form of ours sends it."""
    assert 400 == save(review, KEY, "Ord.", status=status).status


def test_a_plain_form_leads_back_to_the_text(review: Review, files: Restored) -> None:
    """Without a script the page works all the same."""
    files.text(KEY)
    fields = {
        "text": "Utan skript.",
        "status": "klar",
        "kontor": "Norr",
        "grund": base(review, KEY),
    }
    answer = review.post(f"/text/{KEY}", fields)
    assert (303, f"/text/{KEY}") == (answer.status, answer.headers["location"])
    assert "Utan skript." in review.ask(f"/text/{KEY}").body


def test_the_preview_fills_in_bound_numbers(review: Review) -> None:
    """As the report prints them, and nothing is saved."""
    before = review.file(KEY).read_bytes()
    text = 'Utfallet är {{ utfall("aterinskrivning", kön="K") }}, **bra**.'
    shown = json.loads(review.post(f"/text/{KEY}/forhandsvisning", {"text": text}).body)
    assert re.search(r"Utfallet är \d+,\d\s%, <strong>bra</strong>\.", shown["visning"])
    assert before == review.file(KEY).read_bytes()


@pytest.mark.parametrize(
    "text, line, said",
    [
        ('A\n\n{{ utfall("finns-inte") }}', 3, "inget styrmått"),
        ("A\n\n# Rubrik\n\n> citat", 5, "Tillåtet är"),
        ("{% for %}", 1, "mallkod"),
        ("A\n\nUtfallet är {{ utfall(\n", 3, "mallkod"),
        ("Dolt\u200btecken", 1, "tecken som inte syns"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    text: str, line: int, said: str, review: Review
) -> None:
    """The lines of the editor, not of the file."""
    found = json.loads(review.post(f"/text/{KEY}/forhandsvisning", {"text": text}).body)["problem"]
    assert f'data-line="{line}"' in found
    assert said in found


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[länk](javascript:alert(1))",
        '{{ utfall("aterinskrivning") }}<b onmouseover=alert(1)>x</b>',
        "![bild](http://ond.example/x.png)",
    ],
)
def test_a_text_can_run_nothing(text: str, review: Review, files: Restored) -> None:
    """Neither in the preview nor on the page of the editor."""
    files.text(KEY)
    shown = json.loads(review.post(f"/text/{KEY}/forhandsvisning", {"text": text}).body)
    save(review, KEY, text)
    for found in (shown["visning"], shown["problem"], review.ask(f"/text/{KEY}").body):
        assert not re.search(r"<script>|<img|<[^>]* on\w+=|href=\"javascript:", found)


def test_a_long_text_is_previewed_soon(review: Review) -> None:
    """A thousand paragraphs do not stop the page."""
    text = 'Stycke med {{ utfall("aterinskrivning") }} och mer.\n\n' * 500
    assert 200 == review.post(f"/text/{KEY}/forhandsvisning", {"text": text}).status


def test_the_period_of_the_page_is_the_one_that_is_changed(review: Review, files: Restored) -> None:
    """No other folder is touched."""
    files.text(KEY)
    save(review, KEY, "Rätt period.")
    folder = review.root / "data" / "texter"
    assert [PERIOD] == sorted(path.name for path in folder.iterdir())
