"""A real PostgreSQL that tests start themselves, on a free port and in a folder of its own."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

MISSING = (
    "PostgreSQL saknas: installera paketet postgresql (Debian och Ubuntu) för att köra de här "
    "testerna"
)
OWNER = "postgres"
PASSWORD = "hemligt-losenord"  # noqa: S105 - of a server that lives as long as the tests
_FOLDERS = Path("/usr/lib/postgresql")


@dataclass(frozen=True)
class Server:
    """A running server; ``log`` is where it writes what went wrong."""

    port: int

    def url(self, user: str = OWNER, password: str = PASSWORD) -> str:
        """The address of its database for a user."""
        return f"postgresql://{user}:{password}@127.0.0.1:{self.port}/postgres"


def binaries() -> Path | None:
    """The folder of the newest PostgreSQL of the machine."""
    found = sorted(_FOLDERS.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


@contextmanager
def running(folder_of_programs: Path) -> Iterator[Server]:
    """A new, empty server; it is stopped and its files removed afterwards."""
    root = Path(tempfile.mkdtemp(prefix="rapport-pg-"))
    try:
        if os.getuid() == 0:
            # The server refuses to be run by root.
            shutil.chown(root, OWNER, OWNER)
        (root / "password").write_text(PASSWORD, encoding="utf-8")
        (root / "password").chmod(0o644)
        data, port = root / "data", _free_port()
        _run(folder_of_programs / "initdb", "-D", data, "-U", OWNER, "-E", "UTF8", "--locale=C",
             "-A", "scram-sha-256", "--pwfile", root / "password", "--no-sync")  # fmt: skip
        settings = f"-p {port} -h 127.0.0.1 -k '' -F"
        control = folder_of_programs / "pg_ctl"
        _run(control, "-D", data, "-w", "-l", root / "log", "-o", settings, "start")
        try:
            yield Server(port)
        finally:
            _run(control, "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(root, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _run(*command: str | Path) -> None:
    user = OWNER if os.getuid() == 0 else None
    subprocess.run(  # noqa: S603 - programs of the machine's own package
        [str(part) for part in command],
        check=True,
        user=user,
        group=user,
        extra_groups=[] if user else None,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
    )
