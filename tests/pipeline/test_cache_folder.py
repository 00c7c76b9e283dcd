"""The cache ("mellanlager"): it may forget, but it never gives other bytes than were put there."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from rapport.pipeline.cache_folder import CacheFolder

KEY, OTHER = "ab" + "0" * 62, "cd" + "1" * 62
CONTENT = b"innehall" * 100


@pytest.fixture
def cache(tmp_path: Path) -> CacheFolder:
    """A folder with one entry."""
    folder = CacheFolder(tmp_path / "lager")
    folder.put(KEY, CONTENT)
    return folder


def file_of(cache: CacheFolder, key: str = KEY) -> Path:
    """The file of an entry."""
    return cache.folder / key[:2] / key[2:]


def test_what_was_put_there_is_found(cache: CacheFolder) -> None:
    """The very same bytes; nothing under another key."""
    assert (CONTENT, None) == (cache.get(KEY), cache.get(OTHER))


def flip(content: bytes) -> bytes:
    """One bit of the last byte turned."""
    return content[:-1] + bytes([content[-1] ^ 1])


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda whole: whole[:40], id="cut in the mark"),
        pytest.param(lambda whole: whole[:-1], id="cut by a byte"),
        pytest.param(lambda whole: whole + b"x", id="longer"),
        pytest.param(flip, id="a bit turned"),
        pytest.param(lambda whole: b"0" * 64 + whole[64:], id="another mark"),
        pytest.param(lambda whole: whole[64:], id="without mark"),
    ],
)
def test_a_damaged_entry_is_no_entry(damage: Callable[[bytes], bytes], cache: CacheFolder) -> None:
    """Cut off, lengthened or altered: it is made anew, and then it is whole again."""
    path = file_of(cache)
    path.write_bytes(damage(path.read_bytes()))
    assert cache.get(KEY) is None

    cache.put(KEY, CONTENT)
    assert cache.get(KEY) == CONTENT


def test_an_entry_moved_to_another_key_is_no_entry(cache: CacheFolder) -> None:
    """A whole file in the wrong place does not become another document."""
    file_of(cache, OTHER).parent.mkdir()
    file_of(cache, OTHER).write_bytes(file_of(cache).read_bytes())
    assert cache.get(OTHER) is None


def test_a_folder_that_cannot_be_written_keeps_nothing_and_stops_nothing(tmp_path: Path) -> None:
    """Where the folder should be stands a file."""
    (tmp_path / "lager").write_text("x")
    cache = CacheFolder(tmp_path / "lager")
    cache.put(KEY, CONTENT)
    cache.tidy()
    assert cache.get(KEY) is None


def test_the_entries_unused_longest_are_thrown_away(cache: CacheFolder) -> None:
    """What was used last stays, until the rest has room."""
    cache.put(OTHER, CONTENT)
    os.utime(file_of(cache), (1_000_000, 1_000_000))
    cache.tidy(largest=1_000)
    assert (None, CONTENT) == (cache.get(KEY), cache.get(OTHER))
