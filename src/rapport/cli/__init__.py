"""The command line: options in, problems, progress and exit codes out."""

from __future__ import annotations

import gettext
import os
import sys
from pathlib import Path

_EXIT_INPUT = 1
_EXIT_RENDER = 3


def main() -> None:
    """Run: 0 done, 1 errors in the input, 2 wrong usage, 3 could not render or write."""
    _speak_swedish()
    from rapport.cli.commands import cli  # noqa: PLC0415 - click is told Swedish first
    from rapport.cli.options import print_problems  # noqa: PLC0415
    from rapport.domain.problem import InputRejected, RenderFailed  # noqa: PLC0415

    try:
        cli.main(prog_name="rapport")
    except InputRejected as rejected:
        print_problems(rejected.problems)
        errors = sum(problem.is_error for problem in rejected.problems)
        print(f"{errors} fel. Inget har skrivits; tidigare rapporter är orörda.", file=sys.stderr)  # noqa: T201
        sys.exit(_EXIT_INPUT)
    except RenderFailed as failed:
        print(f"fel: {failed}", file=sys.stderr)  # noqa: T201 - the last word of a failed run
        sys.exit(_EXIT_RENDER)


def _speak_swedish() -> None:
    """Point gettext, which click asks for its sentences, at our Swedish catalogue."""
    os.environ["LANGUAGE"] = "sv"
    gettext.bindtextdomain("rapport-cli", str(Path(__file__).parent / "locale"))
    gettext.textdomain("rapport-cli")
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
