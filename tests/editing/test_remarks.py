"""Review remarks: kept once each, beside what people have written there themselves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from rapport.domain.period import Occasion
from rapport.domain.problem import InputRejected
from rapport.editing.remarks import ReviewRemark, add_remarks, remarks_path
from rapport.pipeline.questions import check

REMARK = ReviewRemark(
    report="aterrapportering",
    file="granskad.docx",
    author="Ekonomistaben",
    date="2024-09-20T10:00:00Z",
    place="Ekonomi, sidan 4",
    key="ekonomi",
    quoted="Resorna kostar mindre.",
    text='Stämmer det: "mindre"? – se #3',
)
FILE = Path("data/granskning/T2-2024/anmarkningar.yaml")


def content(root: Path) -> str:
    """The file of remarks."""
    return (root / FILE).read_text(encoding="utf-8")


def test_a_remark_is_kept_with_all_that_is_known(tmp_path: Path) -> None:
    """Who, when, where, about what and the words; what is empty is left out."""
    added = add_remarks(tmp_path, "T2-2024", [REMARK])

    assert (1, FILE.as_posix()) == (added, remarks_path("T2-2024"))
    assert (
        f"- id: {REMARK.id}\n"
        "  status: öppen\n"
        "  anmärkning: 'Stämmer det: \"mindre\"? – se #3'\n"
        "  av: Ekonomistaben\n"
        "  när: '2024-09-20T10:00:00Z'\n"
        "  rapport: aterrapportering\n"
        "  var: Ekonomi, sidan 4\n"
        "  text: ekonomi\n"
        "  gäller: Resorna kostar mindre.\n"
        "  ur: granskad.docx\n"
    ) in content(tmp_path)


def test_the_same_remark_in_another_copy_is_not_kept_twice(tmp_path: Path) -> None:
    """What someone has written in the file since stays as it is."""
    add_remarks(tmp_path, "T2-2024", [REMARK])
    mended = content(tmp_path).replace("status: öppen", "status: klar  # se protokollet")
    (tmp_path / FILE).write_text(mended, encoding="utf-8")
    again = replace(REMARK, file="annan.docx", place="Ekonomi")

    assert (0, mended) == (add_remarks(tmp_path, "T2-2024", [again]), content(tmp_path))


def test_new_remarks_come_last(tmp_path: Path) -> None:
    """An answer knows what it answers."""
    add_remarks(tmp_path, "T2-2024", [REMARK])
    answer = replace(REMARK, text="Ja.", answers=REMARK.id, done=True)
    added = add_remarks(tmp_path, "T2-2024", [REMARK, answer])

    assert 1 == added
    assert content(tmp_path).endswith(f"  svar_på: {REMARK.id}\n  ur: granskad.docx\n")
    assert 1 == content(tmp_path).count("status: klar")


@pytest.mark.parametrize("written", ["a: [", "text", "- vem: jag\n", "id: 1"])
def test_a_file_that_is_no_list_of_remarks_is_left_alone(tmp_path: Path, written: str) -> None:
    """It is for its owner to mend."""
    (tmp_path / FILE).parent.mkdir(parents=True)
    (tmp_path / FILE).write_text(written, encoding="utf-8")
    with pytest.raises(InputRejected) as refused:
        add_remarks(tmp_path, "T2-2024", [REMARK])

    assert [(FILE.as_posix(), "oläsbar-fil")] == [
        (p.location.path, p.code) for p in refused.value.problems
    ]
    assert written == content(tmp_path)


def test_remarks_are_no_problem_for_check(mini_region: Path) -> None:
    """The folder is the region's own and nothing in it stops a build."""
    before = check(mini_region, Occasion.parse("T2-2024"))
    add_remarks(mini_region, "T2-2024", [REMARK])

    assert before == check(mini_region, Occasion.parse("T2-2024"))
