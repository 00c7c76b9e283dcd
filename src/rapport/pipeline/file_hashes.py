"""The files of a workspace by their content, so that only what has changed is read again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

_SMALL = 1_000_000
"""Smaller files are always hashed: two savings may lie within one tick of the file system."""

_Stamp = tuple[int, int]


@dataclass
class FileHashes:
    """The hash of every file that a build may read, found again quickly.

    A large data file is hashed anew only when its size or time has changed.
    """

    root: Path
    folders: tuple[Path, ...]
    _large: dict[Path, tuple[_Stamp, str]] = field(default_factory=dict)

    def now(self) -> Mapping[str, str]:
        """The SHA-256 of each file as it is now, by its path with forward slashes."""
        found: dict[str, str] = {}
        for path in self._files():
            try:
                found[self._name(path)] = self._hash(path)
            except OSError:
                # An editor may be exchanging the file just now; the watcher tells of it again.
                continue
        return found

    def _files(self) -> Iterator[Path]:
        yield from sorted(self.root.glob("*.toml"))
        for folder in self.folders:
            for path in sorted(folder.rglob("*")):
                if path.is_file() and not path.name.startswith((".", "~$")):
                    yield path

    def _name(self, path: Path) -> str:
        inside = path.is_relative_to(self.root)
        return (path.relative_to(self.root) if inside else path).as_posix()

    def _hash(self, path: Path) -> str:
        status = path.stat()
        stamp = (status.st_mtime_ns, status.st_size)
        known = self._large.get(path)
        if known is not None and known[0] == stamp:
            return known[1]
        with path.open("rb") as stream:
            content = hashlib.file_digest(stream, "sha256").hexdigest()
        if status.st_size > _SMALL:
            self._large[path] = (stamp, content)
        return content


def changed_files(before: Mapping[str, str], after: Mapping[str, str]) -> frozenset[str]:
    """The files that are new, gone or different."""
    names = {*before, *after}
    return frozenset(name for name in names if before.get(name) != after.get(name))
