"""Changes to texts: all or nothing, everything else in the file kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from rapport.domain.follow_up import TextStatus
from rapport.domain.problem import InputRejected, RenderFailed
from rapport.editing.texts import (
    Applied,
    Effect,
    TextChange,
    TextConflict,
    TextConflicts,
    apply_texts,
    text_hash,
)
from rapport.sources.source_text import SourceText
from rapport.sources.text_file import read_text

HEAD = """---
# Lämnas av divisionen
ansvarig: "Division Nära"   # staben
status: godkänd
godkänd_av: Division Nära
godkänd: 2024-09-20
exempeldata: ja
---
"""
KEY = "analys.besok"
PATH = Path("data/texter/T2-2024/analys.besok.md")


def write(root: Path, content: str, path: Path = PATH) -> Path:
    """A text's file in a workspace."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8", newline="")
    return file


def change(root: Path, markdown: str, key: str = KEY) -> TextChange:
    """A change by someone who knows the file as it is."""
    known = text_hash(root, "T2-2024", key)
    return TextChange("T2-2024", key, markdown, "Staben", "2024-09-25", expected=known)


def applied(root: Path, *changes: TextChange) -> tuple[Applied, ...]:
    """The changes, that were not in conflict."""
    made = apply_texts(root, changes)
    assert isinstance(made, tuple)
    return made


def test_new_words_keep_the_rest_of_the_file(tmp_path: Path) -> None:
    """Comments, order and spelling stay; an approval does not outlive the words it was for."""
    file = write(tmp_path, f"{HEAD}\nFörr.\n")
    made = applied(tmp_path, change(tmp_path, "Nu.\n\nOch sedan."))

    assert Effect.CHANGED is made[0].effect
    assert (
        "---\n# Lämnas av divisionen\n"
        'ansvarig: "Division Nära"   # staben\n'
        "status: klar\n"
        "exempeldata: ja\n"
        "ändrad_av: Staben\n"
        "ändrad: 2024-09-25\n"
        "---\n\nNu.\n\nOch sedan.\n"
    ) == file.read_text(encoding="utf-8")
    assert made[0].sha256 == text_hash(tmp_path, "T2-2024", KEY)


def test_the_same_change_twice_writes_nothing_the_second_time(tmp_path: Path) -> None:
    """Also when the second one knows only the file as it was before the first."""
    file = write(tmp_path, f"{HEAD}Förr.\n")
    wanted = change(tmp_path, "Nu.")
    applied(tmp_path, wanted)
    after = file.read_bytes(), file.stat().st_mtime_ns

    assert [Effect.UNCHANGED] == [each.effect for each in applied(tmp_path, wanted)]
    assert after == (file.read_bytes(), file.stat().st_mtime_ns)


def test_words_that_are_the_same_change_no_byte(tmp_path: Path) -> None:
    """Blank lines at the edges are not words."""
    file = write(tmp_path, f"{HEAD}\n\nFörr.\n\n")
    before = file.read_bytes()
    made = applied(tmp_path, change(tmp_path, "Förr."))

    assert (Effect.UNCHANGED, before) == (made[0].effect, file.read_bytes())


def test_approving_signs_the_text(tmp_path: Path) -> None:
    """The office and the day stand in the head, and the text reads back with them."""
    file = write(tmp_path, "---\nstatus: klar\nansvarig: Nära\n---\nOrd.\n")
    wanted = replace(change(tmp_path, "Ord."), status=TextStatus.APPROVED)
    applied(tmp_path, wanted)
    text, problems = read_text(SourceText(PATH.as_posix(), file.read_text(encoding="utf-8")))

    assert text is not None
    assert ((), TextStatus.APPROVED, "Staben", "2024-09-25", "Staben", "2024-09-25") == (
        problems,
        text.status,
        text.approved_by,
        text.approved,
        text.changed_by,
        text.changed,
    )


def test_a_text_that_is_sent_back_is_no_longer_signed(tmp_path: Path) -> None:
    """A status below godkänd takes the approval away."""
    file = write(tmp_path, f"{HEAD}Ord.\n")
    applied(tmp_path, replace(change(tmp_path, "Ord."), status=TextStatus.DRAFT))

    assert "godkänd" not in file.read_text(encoding="utf-8")


def test_a_new_text_gets_a_head(tmp_path: Path) -> None:
    """It is a draft of the one who wrote it, until something else is said."""
    made = applied(tmp_path, change(tmp_path, "Ny."))

    assert (Effect.CREATED, PATH.as_posix()) == (made[0].effect, made[0].path)
    assert (
        "---\nstatus: utkast\nansvarig: Staben\nändrad_av: Staben\nändrad: 2024-09-25\n---\nNy.\n"
    ) == (tmp_path / PATH).read_text(encoding="utf-8")


def test_a_text_changed_in_between_is_a_conflict_and_nothing_is_written(tmp_path: Path) -> None:
    """Both versions are shown, and the other text of the same writing is left alone too."""
    file = write(tmp_path, f"{HEAD}Förr.\n")
    mine, other = change(tmp_path, "Mitt."), change(tmp_path, "Annat.", "analys.annat")
    write(tmp_path, f"{HEAD}Deras.\n")
    made = apply_texts(tmp_path, [other, mine])

    now = text_hash(tmp_path, "T2-2024", KEY)
    assert TextConflicts((TextConflict(mine, PATH.as_posix(), "Deras.", now),)) == made
    assert f"{HEAD}Deras.\n" == file.read_text(encoding="utf-8")
    assert [file.name] == [each.name for each in file.parent.iterdir()]


def test_a_text_that_has_been_removed_is_a_conflict(tmp_path: Path) -> None:
    """It is not made anew without asking."""
    file = write(tmp_path, f"{HEAD}Förr.\n")
    mine = change(tmp_path, "Mitt.")
    file.unlink()
    made = apply_texts(tmp_path, [mine])

    assert TextConflicts((TextConflict(mine, PATH.as_posix(), None, None),)) == made


def test_a_text_that_someone_else_made_is_a_conflict(tmp_path: Path) -> None:
    """Who thought that there was no file is told that there is one."""
    mine = change(tmp_path, "Mitt.")
    write(tmp_path, f"{HEAD}Deras.\n")
    made = apply_texts(tmp_path, [mine])

    assert isinstance(made, TextConflicts)
    assert ["Deras."] == [each.current for each in made.conflicts]


def test_line_ends_and_byte_order_mark_are_the_files_own(tmp_path: Path) -> None:
    """A file from Windows stays one."""
    file = write(tmp_path, "\ufeff---\r\nstatus: klar\r\nansvarig: Nära\r\n---\r\nFörr.\r\n")
    applied(tmp_path, change(tmp_path, "Nu.\n\nSist."))

    assert (
        "\ufeff---\r\nstatus: klar\r\nansvarig: Nära\r\nändrad_av: Staben\r\n"
        "ändrad: 2024-09-25\r\n---\r\nNu.\r\n\r\nSist.\r\n"
    ).encode() == file.read_bytes()


def test_an_office_with_signs_that_yaml_uses_is_quoted(tmp_path: Path) -> None:
    """What was written is what is read."""
    wanted = replace(change(tmp_path, "Ny."), by='Stab: "norr" #1', responsible="- Nära")
    applied(tmp_path, wanted)
    content = (tmp_path / PATH).read_text(encoding="utf-8")
    text, problems = read_text(SourceText(PATH.as_posix(), content))

    assert text is not None
    assert ((), "- Nära", 'Stab: "norr" #1') == (problems, text.responsible, text.changed_by)


@pytest.mark.parametrize("content", ["Inget huvud.\n", "---\n- lista\n---\nOrd.\n", "---\na: [\n"])
def test_a_file_without_a_readable_head_is_refused_with_its_place(
    tmp_path: Path, content: str
) -> None:
    """It is for its owner to mend, not for us to guess."""
    file = write(tmp_path, content)
    with pytest.raises(InputRejected) as refused:
        apply_texts(tmp_path, [change(tmp_path, "Nu.")])

    found = [(str(p.location), p.code) for p in refused.value.problems]
    assert [(f"{PATH.as_posix()}:1", "saknat-texthuvud")] == found
    assert content == file.read_text(encoding="utf-8")


def test_a_link_out_of_the_workspace_is_not_followed(tmp_path: Path) -> None:
    """A file elsewhere is nobody's text."""
    outside = write(tmp_path, f"{HEAD}Ord.\n", Path("annanstans.md"))
    root = tmp_path / "region"
    (root / PATH).parent.mkdir(parents=True)
    (root / PATH).symlink_to(outside)
    with pytest.raises(InputRejected):
        apply_texts(root, [change(root, "Nu.")])

    assert f"{HEAD}Ord.\n" == outside.read_text(encoding="utf-8")


def test_when_one_file_cannot_be_written_the_others_are_put_back(tmp_path: Path) -> None:
    """A folder in the way of the last text undoes the first."""
    first = write(tmp_path, f"{HEAD}Förr.\n")
    (tmp_path / PATH.parent / "analys.sist.md").mkdir()
    wanted = [change(tmp_path, "Nu."), change(tmp_path, "Ny.", "analys.sist")]
    with pytest.raises(RenderFailed, match=r"Kunde inte skriva .*analys\.sist\.md"):
        apply_texts(tmp_path, wanted)

    assert f"{HEAD}Förr.\n" == first.read_text(encoding="utf-8")
    assert ["analys.besok.md", "analys.sist.md"] == sorted(
        each.name for each in first.parent.iterdir()
    )


@pytest.mark.parametrize("key", ["../rapport", "Analys", "a b", ""])
def test_a_key_that_no_text_can_have_is_a_bug(tmp_path: Path, key: str) -> None:
    """A path never leaves the folder of texts."""
    with pytest.raises(ValueError, match="Not a change"):
        apply_texts(tmp_path, [TextChange("T2-2024", key, "Ord.", "Staben", "2024-09-25")])
