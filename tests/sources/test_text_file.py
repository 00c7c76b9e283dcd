"""Narrative texts: front matter read strictly, the body kept as it stands."""

from __future__ import annotations

from rapport.domain.follow_up import TextStatus
from rapport.sources.source_text import SourceText
from rapport.sources.text_file import read_text

PATH = "data/texter/T2-2024/analys.besok.md"


def placed(text: str) -> list[tuple[str, str]]:
    """The problems of a text as place and code."""
    return [(str(p.location), p.code) for p in read_text(SourceText(PATH, text))[1]]


def test_a_text_has_its_head_its_body_and_its_first_line() -> None:
    """The key is the file's name, and the body knows on which line it begins."""
    text, problems = read_text(
        SourceText(PATH, "---\nstatus: godkänd\nansvarig: Nära\n---\n\nFörst\n\n---\nSist\n")
    )
    assert text is not None
    assert ((), "analys.besok", TextStatus.APPROVED, 6, f"{PATH}:6:1", "Först\n\n---\nSist\n") == (
        problems,
        text.key,
        text.status,
        text.first_line,
        str(text.location),
        text.markdown,
    )


def test_a_mistake_in_the_head_is_placed_by_the_files_own_lines() -> None:
    """Line numbers count from the top of the file, not of the head."""
    found = placed("---\n# kommentar\nstatus: färdig\nansvarig: Nära\n---\nText\n")
    assert [(f"{PATH}:3:9", "okänt-ord")] == found


def test_a_head_that_is_never_closed_is_a_missing_head() -> None:
    """Without a closing line nothing can be told from the text."""
    assert [(f"{PATH}:1:1", "saknat-texthuvud")] == placed("---\nstatus: klar\n\nText\n")


def test_an_empty_body_is_a_text_without_words() -> None:
    """A head alone is read; whether the words are missing is for the report to say."""
    text, problems = read_text(SourceText(PATH, "---\nstatus: utkast\nansvarig: Nära\n---\n"))
    assert text is not None
    assert ((), "") == (problems, text.markdown.strip())
