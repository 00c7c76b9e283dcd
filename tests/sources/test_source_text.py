"""Source files: only visible UTF-8 of a sensible size is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapport.sources import source_text
from rapport.sources.source_text import SourceText, read_source


def codes(root: Path, content: bytes) -> list[tuple[str, int | None, int | None]]:
    """The problems of a file with this content."""
    path = root / "fil.yaml"
    path.write_bytes(content)
    found = read_source(root, path)[1]
    return [(p.code, p.location.line, p.location.column) for p in found]


def test_a_byte_order_mark_is_allowed(tmp_path: Path) -> None:
    """Windows programs begin UTF-8 files with a mark, which is not part of the text."""
    (tmp_path / "fil.yaml").write_bytes(b"\xef\xbb\xbfa: b")
    source, problems = read_source(tmp_path, tmp_path / "fil.yaml")
    assert (SourceText("fil.yaml", "a: b"), ()) == (source, problems)


@pytest.mark.parametrize("content", ["a: å".encode("cp1252"), "a: å".encode("utf-16")])
def test_another_encoding_is_refused(tmp_path: Path, content: bytes) -> None:
    """Text in cp1252 or UTF-16 gives one problem that says how to save the file."""
    assert ["inte-utf8"] == [code for code, _, _ in codes(tmp_path, content)]


@pytest.mark.parametrize(
    "character", ["\x00", "\x0b", "\x1b", "\x85", "\u200b", "\u202e", "\u2066", "\ufeff", "\ue000"]
)
def test_a_hidden_character_is_refused_where_it_stands(tmp_path: Path, character: str) -> None:
    """Control characters, overrides, zero widths and private signs are placed."""
    found = codes(tmp_path, f"a: b\nc: d{character}e\n".encode())
    assert [("dolt-tecken", 2, 5)] == found


@pytest.mark.parametrize("text", ["Sámi giella", "1\u00a0234", "o\u00adlik", "5\u202f%", "−15,8 %"])
def test_a_letter_or_space_of_ordinary_typesetting_is_kept(tmp_path: Path, text: str) -> None:
    """Sámi letters, no-break spaces, soft hyphens and a real minus are not trouble."""
    assert [] == codes(tmp_path, f"a: {text}\n".encode())


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    """A file above the limit is refused by its size."""
    content = b"a" * (source_text.MAX_BYTES + 1)
    assert [("för-stor-fil", None, None)] == codes(tmp_path, content)


def test_a_file_that_is_a_folder_is_a_problem(tmp_path: Path) -> None:
    """What the system refuses to read is told, not raised."""
    (tmp_path / "fil.yaml").mkdir()
    problems = read_source(tmp_path, tmp_path / "fil.yaml")[1]
    assert ["oläsbar-fil"] == [problem.code for problem in problems]


def test_an_excerpt_shows_no_hidden_character() -> None:
    """A message is safe to print: what would turn text around is shown as one mark."""
    location = SourceText("fil", "a\u202eb\tc").at(1, 2)
    assert "a\ufffdb c" == location.excerpt
