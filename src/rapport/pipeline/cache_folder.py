"""A cache ("mellanlager") in a folder: one file for each entry, believed only when it is whole."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

NAME = ".cache"
_LARGEST = 500_000_000
_SIZE_OF_MARK = 64
_SCRATCH = ".ny-"


@dataclass(frozen=True)
class CacheFolder:
    """Entries in a folder that may be emptied at any time.

    Each file begins with a hash over its key and its content. One that is cut off, altered or
    moved is as good as absent. Whoever may write in the folder may also write the reports
    beside it, so the hash guards against accidents and not against that person.
    """

    folder: Path

    def get(self, key: str) -> bytes | None:
        """What was put under a key, if it is still there and whole."""
        path = self._path(key)
        try:
            whole = path.read_bytes()
        except OSError:
            return None
        mark, content = whole[:_SIZE_OF_MARK], whole[_SIZE_OF_MARK:]
        if mark != _mark(key, content):
            return None
        with contextlib.suppress(OSError):
            os.utime(path)
        return content

    def put(self, key: str, content: bytes) -> None:
        """Keep an entry; a disk that is full or may not be written keeps nothing."""
        path = self._path(key)
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=_SCRATCH, dir=path.parent)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(_mark(key, content) + content)
                Path(name).replace(path)
            except OSError:
                Path(name).unlink(missing_ok=True)
                raise

    def tidy(self, largest: int = _LARGEST) -> None:
        """Throw away the entries that have been unused the longest, until the rest has room."""
        with contextlib.suppress(OSError):
            files = [path for path in self.folder.rglob("*") if path.is_file()]
            stamps = sorted(
                ((path.stat(), path) for path in files), key=lambda e: -e[0].st_mtime_ns
            )
            total = 0
            for status, path in stamps:
                total += status.st_size
                if total > largest:
                    path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]


def _mark(key: str, content: bytes) -> bytes:
    return hashlib.sha256(key.encode() + b"\n" + content).hexdigest().encode()
