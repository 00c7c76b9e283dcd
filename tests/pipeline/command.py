"""The command as people run it: in a process of its own, or in this one when speed matters."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str


def arguments(*given: str | Path) -> list[str]:
    """The command line of a run."""
    return [sys.executable, "-m", "rapport", *(str(each) for each in given)]


def run(*given: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None) -> Ran:
    """Run the command in a process of its own; ``env`` is added to the present environment."""
    done = subprocess.run(  # noqa: S603 - the interpreter of the tests and arguments of the tests
        arguments(*given),
        cwd=cwd,
        env={**os.environ, **(env or {})},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def files_below(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path, hidden ones too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
