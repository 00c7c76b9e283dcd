"""Reviewed drafts back into a region: merged, refused, in conflict, and harmless twice."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.conftest import Rapport
from rapport.charts.images import draw_all
from rapport.charts.style import read_style
from rapport.domain.period import Occasion
from rapport.pipeline.collecting import (
    Collected,
    Collection,
    CollectOrder,
    carry_out,
    plan,
)
from rapport.pipeline.questions import check
from rapport.render.templates_folder import templates_folder
from rapport.render.word import word_bytes
from rapport.report.blocks import Editable, Heading
from rapport.report.walking import walk
from regions import MINI, PERIOD, documents

DIALOG = "data/texter/T2-2024/uppdrag.dialog.md"
SUMMARY = "data/texter/T2-2024/sammanfattning.md"
TALKS = ("Dialogerna är", "Samtalen är")
GOAL = "data/texter/T2-2024/mal.nara-vard.md"
DONE = "Dialogerna är genomförda i alla kommuner."


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A draft of the small region with nothing but its headings and texts: quick to make."""
    whole = next(each for each in documents(MINI) if each.id == "aterrapportering")
    kept = tuple(each for each in walk(whole.blocks) if isinstance(each, Editable | Heading))
    templates = templates_folder(MINI)
    style = read_style(templates)
    content = word_bytes(replace(whole, blocks=kept), draw_all((), style), style, templates)
    path = tmp_path_factory.mktemp("utkast") / "utkast.docx"
    path.write_bytes(content)
    return path


def reviewed(draft: Path, name: str, *words: tuple[str, str], saved: str = "") -> Path:
    """A copy of the draft in which someone has exchanged some words, saved on a day."""
    path = draft.parent / name
    with zipfile.ZipFile(draft) as source, zipfile.ZipFile(path, "w") as target:
        for entry in source.namelist():
            content = source.read(entry).decode() if entry.endswith(".xml") else ""
            if entry == "word/document.xml":
                for before, after in words:
                    assert before in content
                    content = content.replace(before, after)
            if entry == "docProps/core.xml" and saved:
                content = content.replace("2024-09-05T", f"{saved}T")
            target.writestr(entry, content.encode() if content else source.read(entry))
    return path


def planned(region: Path, *files: Path, by: str = "") -> Collection:
    """What collecting some files would do."""
    return plan(CollectOrder(region, files, by))


def collected(region: Path, *files: Path, by: str = "") -> Collected:
    """Files collected and written."""
    return carry_out(planned(region, *files, by=by))


def body(region: Path, name: str) -> str:
    """A text's file without its head."""
    return (region / name).read_text(encoding="utf-8").split("---\n", 2)[2]


def tree(region: Path) -> dict[str, bytes]:
    """Every file of a region."""
    return {
        p.relative_to(region).as_posix(): p.read_bytes() for p in region.rglob("*.*") if p.is_file()
    }


def test_an_edited_text_is_written_with_who_and_when(mini_region: Path, draft: Path) -> None:
    """The office answers for the text, the day is when the file was saved, approval is gone."""
    words = ("Fler kvinnor än män har", "Allt fler kvinnor än män har")
    collected(mini_region, reviewed(draft, "a.docx", words, saved="2024-09-21"))
    content = (mini_region / "data/texter/T2-2024/kvinnor-och-man.md").read_text(encoding="utf-8")

    assert (
        "---\nstatus: klar\nansvarig: Vårdavdelningen\nexempeldata: ja\n"
        "ändrad_av: Vårdavdelningen\nändrad: 2024-09-21\n---\n"
        "Allt fler kvinnor än män har fått frågan om våld.\n"
    ) == content
    assert [] == [p for p in check(mini_region, Occasion.parse(PERIOD)) if p.is_error]


def test_someone_else_can_be_said_to_have_changed_it(mini_region: Path, draft: Path) -> None:
    """Whoever collects knows who reviewed."""
    collected(mini_region, reviewed(draft, "a.docx", TALKS), by="Division Nära")
    assert "ändrad_av: Division Nära\n" in (mini_region / DIALOG).read_text(encoding="utf-8")


def test_collecting_twice_changes_nothing(mini_region: Path, draft: Path) -> None:
    """Neither a byte of a text nor a remark more."""
    files = (
        reviewed(draft, "a.docx", TALKS),
        reviewed(draft, "b.docx", ("Målet nås i ", "Målet nås nu i ")),
    )
    collected(mini_region, *files)
    after = tree(mini_region)
    again = planned(mini_region, *files)
    carry_out(again)

    assert ((), False, after) == (again.changes, again.has_left, tree(mini_region))


def test_a_file_that_nobody_changed_writes_nothing(mini_region: Path, draft: Path) -> None:
    """A draft sent back as it was is no edit."""
    before = tree(mini_region)
    found = planned(mini_region, draft)
    carry_out(found)

    assert ((), (), before) == (found.texts, found.refused, tree(mini_region))


def test_copies_of_several_reviewers_become_one(mini_region: Path, draft: Path) -> None:
    """Each changed another paragraph of the same list, and another text."""
    files = (
        reviewed(draft, "a.docx", ("Männen ligger på ", "Männen låg på ")),
        reviewed(draft, "b.docx", ("Förändringen är ", "Skillnaden mot i fjol är ")),
    )
    found = planned(mini_region, *files)
    carry_out(found)

    assert ["a.docx", "b.docx"] == [name for name, _ in found.texts[0].versions]
    assert (
        "Uppföljningen visar tre saker:\n\n"
        '- Männen låg på {{ utfall("aterinskrivning", kön="M") }}.\n'
        '- Skillnaden mot i fjol är {{ förändring("aterinskrivning", kön="M") }} på ett år.\n'
        '- Skillnaden mellan könen är {{ skillnad("aterinskrivning") }}.\n'
    ) == body(mini_region, found.texts[0].path)


def test_reviewers_who_disagree_are_a_conflict(mini_region: Path, draft: Path) -> None:
    """Both are shown with their names; that text is left alone, the others are written."""
    files = (
        reviewed(draft, "a.docx", TALKS, ("Målet nås", "Det nås")),
        reviewed(draft, "b.docx", ("genomförda i alla", "genomförda i några")),
    )
    found = planned(mini_region, *files)
    carry_out(found)
    conflict = next(each for each in found.texts if each.is_conflict)

    assert ("uppdrag.dialog", ["a.docx", "b.docx"], True) == (
        conflict.key,
        [version.who for version in conflict.overlaps[0].versions],
        found.has_left,
    )
    assert f"{DONE}\n" == body(mini_region, DIALOG)
    assert body(mini_region, "data/texter/T2-2024/mal.nara-vard.md").startswith(
        "Det nås i **flera**"
    )


def test_a_text_changed_since_the_draft_is_shown_in_three_versions(
    mini_region: Path, draft: Path
) -> None:
    """The draft's, the file's and the reviewer's; nothing is written."""
    file = mini_region / DIALOG
    file.write_text(file.read_text(encoding="utf-8").replace("alla", "fem"), encoding="utf-8")
    before = tree(mini_region)
    found = planned(mini_region, reviewed(draft, "a.docx", TALKS))
    carry_out(found)
    (conflict,) = found.texts

    assert [DONE] == [part.text for part in conflict.overlaps[0].before]
    assert [
        ("a.docx", ["Samtalen är genomförda i alla kommuner."]),
        ("Texten i dag", ["Dialogerna är genomförda i fem kommuner."]),
    ] == [(v.who, [p.text for p in v.parts]) for v in conflict.overlaps[0].versions]
    assert before == tree(mini_region)


def test_a_text_changed_elsewhere_since_the_draft_is_merged(mini_region: Path, draft: Path) -> None:
    """A new paragraph in the file and a new word in the copy both stay."""
    file = mini_region / DIALOG
    file.write_text(file.read_text(encoding="utf-8") + "\nNytt stycke.\n", encoding="utf-8")
    collected(mini_region, reviewed(draft, "a.docx", TALKS))

    assert "Samtalen är genomförda i alla kommuner.\n\nNytt stycke.\n" == body(mini_region, DIALOG)


def test_a_text_that_has_been_removed_since_is_a_conflict(mini_region: Path, draft: Path) -> None:
    """It is not made anew without asking."""
    (mini_region / DIALOG).unlink()
    found = planned(mini_region, reviewed(draft, "a.docx", TALKS))
    carry_out(found)

    assert [True] == [each.is_conflict for each in found.texts]
    assert not (mini_region / DIALOG).exists()


def test_a_figure_written_over_is_refused_with_the_place_where_it_lives(
    mini_region: Path, draft: Path
) -> None:
    """The figure stays bound, the words around it are taken, and the data file is named."""
    file = reviewed(
        draft, "a.docx", (">14,8\u00a0%<", ">13,0 %<"), ("Återinskrivningen är", "Den är")
    )
    found = planned(mini_region, file)
    carry_out(found)
    (problem,) = found.refused

    assert ("ändrat-tal", "a.docx", "Sammanfattning") == (
        problem.code,
        problem.location.path,
        problem.location.excerpt.split(",")[0],
    )
    assert 'står "13,0 %" där utkastet hade "14,8' in problem.message
    assert "data/matvarden/matt.csv" in problem.message
    assert body(mini_region, SUMMARY).startswith('Den är {{ utfall("aterinskrivning", kön="K") }}')


@pytest.mark.parametrize(
    "words, code",
    [
        ((DONE, ""), "tömd-text"),
        ((DONE, "{% raw %}"), "otillåten-mallkod"),
        ((DONE, "{{ utfall(”finns-inte”) }}"), "okänt-styrmått"),
        ((DONE, "{{ 1+1 }}"), "felskrivet-tal"),
    ],
)
def test_a_text_that_no_report_can_print_is_refused(
    mini_region: Path, draft: Path, words: tuple[str, str], code: str
) -> None:
    """The message names the text and the file; the text stays as it was."""
    before = tree(mini_region)
    found = planned(mini_region, reviewed(draft, "a.docx", words))
    carry_out(found)

    assert ({code}, before) == ({p.code for p in found.refused}, tree(mini_region))
    assert "uppdrag.dialog" in found.refused[0].message


def test_a_region_with_errors_is_mended_first(
    mini_region: Path, draft: Path, rapport: Rapport
) -> None:
    """Nothing is written while the region's own files are wrong."""
    (mini_region / "rapport.toml").write_text("fel", encoding="utf-8")
    done = rapport("collect", reviewed(draft, "a.docx", TALKS), "--yes", "-C", mini_region)
    assert 1 == done.code


@pytest.mark.parametrize("name", ["bild.pdf", "saknas.docx"])
def test_a_file_that_is_no_draft_is_refused_by_name(
    mini_region: Path, draft: Path, name: str
) -> None:
    """The others are read all the same."""
    found = planned(mini_region, draft.parent / name, reviewed(draft, "a.docx", TALKS))

    assert [name] == [p.location.path for p in found.refused]
    assert ["uppdrag.dialog"] == [each.key for each in found.texts]


def test_the_command_shows_and_writes_only_when_told(
    mini_region: Path, draft: Path, rapport: Rapport
) -> None:
    """Without a yes nothing happens; with one the same is shown and written."""
    file = reviewed(draft, "a.docx", TALKS)
    before = tree(mini_region)
    shown = rapport("collect", file, "--dry-run", "-C", mini_region)
    untouched = tree(mini_region)
    written = rapport("collect", file, "--yes", "-C", mini_region)

    assert (0, before, 0) == (shown.code, untouched, written.code)
    assert f"  - {DONE}\n  + Samtalen är genomförda i alla kommuner." in shown.out
    assert "Inget har skrivits." in shown.out
    assert "Skrivet: en text." in written.out


def test_the_answer_for_other_programs_has_everything(
    mini_region: Path, draft: Path, rapport: Rapport
) -> None:
    """JSON with texts before and after, who and when, and nothing else on standard output."""
    file = reviewed(draft, "a.docx", TALKS)
    done = rapport("collect", file, "--yes", "--json", "-C", mini_region)
    data = json.loads(done.out)

    assert ("uppdrag.dialog", f"{DONE}\n", "Samtalen är genomförda i alla kommuner.\n") == (
        data["texter"][0]["nyckel"],
        data["texter"][0]["nu"],
        data["texter"][0]["blir"],
    )
    written = data["skrivet"]["texter"]
    assert [(DIALOG, "ändrad")] == [(each["fil"], each["verkan"]) for each in written]
