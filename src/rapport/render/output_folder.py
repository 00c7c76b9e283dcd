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
_MANIFEST = "manifest.json"

EARLIER = ".forra"
"""The folder beside the periods that keeps each period's build before the present one."""


def write_build(
    output: Path, period: str, files: Mapping[str, bytes], *, keep: bool = True
) -> Path:
    """Write all files of a build under ``output/period`` and return that folder.

    The files of an earlier build that this one does not make anew stay as they are, unless
    ``keep`` is false: then the folder has only the new files. Until the last step nothing in
    the folder has changed; a build that stops half way leaves the last good output untouched.
    What it replaces is kept under ``EARLIER``, for comparing, when it was another build.

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
            replaced = _swap(new, target, Path(scratch) / "gammal")
            if keep and replaced is not None and _is_another(replaced, target):
                _set_aside(replaced, output / EARLIER / period)
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


def _swap(new: Path, target: Path, old: Path) -> Path | None:
    """Put the new folder in place of the old in one step; give where the old one is now."""
    if not target.exists():
        new.rename(target)
        return None
    if _exchange(new, target):
        return new
    target.rename(old)
    new.rename(target)
    return old


def _is_another(replaced: Path, target: Path) -> bool:
    """Whether two folders hold builds, and not one and the same."""
    old, new = replaced / _MANIFEST, target / _MANIFEST
    return old.is_file() and new.is_file() and old.read_bytes() != new.read_bytes()


def _set_aside(replaced: Path, earlier: Path) -> None:
    """Keep a replaced build as the one before the present."""
    shutil.rmtree(earlier, ignore_errors=True)
    earlier.parent.mkdir(exist_ok=True)
    replaced.rename(earlier)


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
