"""Writes docs/kommandon.md from the help of every command: ``python scripts/kommandon.py``."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from rapport.cli.commands import cli

PAGE = Path(__file__).parents[1] / "docs" / "kommandon.md"
COLUMNS = 80

INTRODUCTION = """# Kommandon

Sidan är gjord ur programmets egen hjälp med `python scripts/kommandon.py`. Exempel, perioder och
felkoder vid avslut står i [README](../README.md).
"""


def shown_help(*words: str) -> str:
    """What ``rapport <words> --help`` prints on a terminal of the usual width."""
    run = subprocess.run(  # noqa: S603 - our own interpreter and our own words
        [sys.executable, "-m", "rapport", *words, "--help"],
        env={**os.environ, "COLUMNS": str(COLUMNS), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return run.stdout


def page() -> str:
    """The page: the program's own help, then that of each command in the order of the list."""
    parts = [INTRODUCTION, f"## rapport\n\n```text\n{shown_help()}```\n"]
    parts += [f"## rapport {name}\n\n```text\n{shown_help(name)}```\n" for name in cli.commands]
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    print(f"docs/{PAGE.name}: {len(cli.commands)} kommandon")
