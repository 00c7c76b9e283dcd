"""Writing a build: everything to a temporary folder on the same disk, then moved in one step."""

from __future__ import annotations

import ctypes
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from rapport.domain.problem import RenderFailed

_LOCK = ".rapport-bygger"
_SCRATCH = ".bygge-"


def write_build(
    output: Path, period: str, files: Mapping[str, bytes], *, keep: bool = True
) -> Path:
    """Write all files of a build under ``output/period`` and return that folder.

    The files of an earlier build that this one does not make anew stay as they are, unless
    ``keep`` is false: then the folder has only the new files. Until the last step nothing in
    the folder has changed; a build that stops half way leaves the last good output untouched.

    Raises:
        RenderFailed: the folder cannot be written, or another build is writing there.
    """
    try:
        output.mkdir(parents=True, exist_ok=True)
        with _only_one(output), tempfile.TemporaryDirectory(prefix=_SCRATCH, dir=output) as scratch:
            new = Path(scratch) / "ny"
            target = output / period
            if keep and target.is_dir():
                shutil.copytree(target, new)
            _write(new, files)
            _swap(new, target, Path(scratch) / "gammal")
            return target
    except OSError as error:
        reason = error.strerror or str(error)
        message = f"Kunde inte skriva till {output}: {reason}. Tidigare rapporter är orörda."
        raise RenderFailed(message) from error


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in sorted(files.items()):
        path = folder / name
        if not path.resolve().is_relative_to(folder.resolve()):
            message = f'Filnamnet "{name}" leder ut ur mappen för rapporter.'
            raise RenderFailed(message)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())


def _swap(new: Path, target: Path, old: Path) -> None:
    """Put the new folder in place of the old in one step of the file system."""
    if not target.exists():
        new.rename(target)
    elif not _exchange(new, target):
        target.rename(old)
        new.rename(target)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders atomically, where the system can (Linux); say whether it did.

    A process killed between two ordinary renames would leave no folder at all.
    """
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    here, exchange = -100, 2
    failed: int = rename(here, os.fsencode(one), here, os.fsencode(other), exchange)
    return failed == 0


def _remove_leftovers(output: Path) -> None:
    """Scratch folders of builds that were killed."""
    for leftover in output.glob(f"{_SCRATCH}*"):
        shutil.rmtree(leftover, ignore_errors=True)


@contextmanager
def _only_one(output: Path) -> Iterator[None]:
    """Hold the folder's lock; the system frees it when the process ends, however it ends."""
    with (output / _LOCK).open("w") as lock:
        try:
            _take(lock)
        except BlockingIOError as error:
            message = (
                f"Ett annat bygge skriver redan till {output}. "
                "Vänta tills det är klart och kör igen."
            )
            raise RenderFailed(message) from error
        _remove_leftovers(output)
        yield


def _take(lock: IO[str]) -> None:
    """Take the lock or raise ``BlockingIOError``; where the system has none, go on without."""
    try:
        import fcntl  # noqa: PLC0415 - absent on Windows
    except ImportError:
        return
    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
