"""veraPDF on finished reports: ``PYTHONPATH=tests python tests/render/verapdf_reports.py FOLDER``.

Every PDF in the folder is validated against PDF/UA-1 and the level of PDF/A that it says it has,
and what veraPDF answered is kept as JSON. Ends with 0 when no rule is broken, 1 when one is, and
2 when there is nothing to validate or nothing to validate with.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path

import pytest

from rapport.render.finished_pdf import read_finished_pdf
from render.verapdf_running import VeraPdf, prepared_verapdf

Broken = Mapping[tuple[str, str], list[str]]
_NO_LEVEL = "3a"
"""What a file is held to that does not say what it is: it fails, whatever it is."""


def level_of(file: Path) -> str:
    """The level of PDF/A that a file says it has."""
    read = read_finished_pdf(file.read_bytes())
    return str(read.level) if read is not None and read.level is not None else _NO_LEVEL


def validated(verapdf: VeraPdf, files: Sequence[Path], kept: Path) -> Broken:
    """The rules that each file breaks; one run of Java for each level, answers kept in a folder."""
    kept.mkdir(parents=True, exist_ok=True)
    found: dict[tuple[str, str], list[str]] = {}
    for level, group in groupby(sorted(files, key=level_of), level_of):
        answers = kept / f"verapdf-{level}.json"
        found |= verapdf.broken_rules(f"ua1,{level}", sorted(group), answers)
    return found


def report(broken: Broken) -> list[str]:
    """A line for each file and standard."""
    return [
        f"{name} {flavour}: {'no rule broken' if not rules else ', '.join(rules)}"
        for (name, flavour), rules in sorted(broken.items())
    ]


def main(arguments: Sequence[str]) -> int:
    """Validate the reports in a folder and say how it went."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kept", type=Path, required=True, help="folder for veraPDF's answers")
    given = parser.parse_args(arguments)
    files = sorted(given.folder.rglob("*.pdf"))
    if not files:
        print(f"no PDF files in {given.folder}", file=sys.stderr)  # noqa: T201
        return 2
    try:
        with tempfile.TemporaryDirectory() as scratch:
            broken = validated(prepared_verapdf(Path(scratch)), files, given.kept)
    except pytest.skip.Exception as missing:
        print(missing, file=sys.stderr)  # noqa: T201
        return 2
    print("\n".join(report(broken)))  # noqa: T201
    print(f"{len(files)} files; veraPDF's answers: {given.kept}")  # noqa: T201
    return int(any(broken.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
