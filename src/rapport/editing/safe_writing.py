"""Writing files of the workspace so that nobody ever sees, or is left with, half of it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from rapport.domain.problem import RenderFailed

_SCRATCH = ".rapport-"
"""The workspace reads no file whose name begins with a full stop."""


@contextmanager
def sole_writer(folder: Path) -> Iterator[None]:
    """Hold a folder while its files are compared and written; others wait for their turn.

    The lock is the system's own on the folder itself: it leaves no file behind and is freed
    however the process ends. Where the system has none, go on without.
    """
    folder.mkdir(parents=True, exist_ok=True)
    try:
        import fcntl  # noqa: PLC0415 - absent on Windows
    except ImportError:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def replace_files(contents: Mapping[Path, bytes]) -> None:
    """Write all files or none: each beside its place first, then all moved into place.

    Raises:
        RenderFailed: the system refused one of them; those already moved were put back.
    """
    ready: list[tuple[Path, Path]] = []
    before: list[tuple[Path, bytes | None]] = []
    try:
        for path, content in sorted(contents.items()):
            ready.append((_beside(path, content), path))
        for scratch, path in ready:
            before.append((path, path.read_bytes() if path.exists() else None))
            scratch.replace(path)
    except OSError as error:
        _put_back(before)
        reason = error.strerror or str(error)
        message = f"Kunde inte skriva {error.filename}: {reason}. Alla texter är orörda."
        raise RenderFailed(message) from error
    finally:
        for scratch, _ in ready:
            scratch.unlink(missing_ok=True)


def _beside(path: Path, content: bytes) -> Path:
    """The content in a scratch file in the same folder, safely on disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=_SCRATCH, dir=path.parent)
    scratch = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        scratch.chmod(path.stat().st_mode & 0o777 if path.exists() else _usual_mode())
    except OSError:
        scratch.unlink(missing_ok=True)
        raise
    return scratch


def _usual_mode() -> int:
    """The rights a new file gets; a scratch file is for its owner only."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _put_back(before: list[tuple[Path, bytes | None]]) -> None:
    """The files as they were before the one that could not be written."""
    for path, content in before:
        if content is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(content)
