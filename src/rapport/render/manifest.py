"""``manifest.json``: what a build was made of and what it made, so that it can be checked later."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from rapport import __version__

_LIBRARIES = ("docxtpl", "jinja2", "markdown-it-py", "matplotlib", "openpyxl", "pandas",
              "pydantic", "pydyf", "python-calamine", "python-docx", "pyyaml",
              "weasyprint")  # fmt: skip


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal; a data file may be too large to be held."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def manifest_json(
    parameters: Mapping[str, str],
    inputs: Mapping[str, str],
    outputs: Mapping[str, bytes],
    kept: Mapping[str, str],
) -> bytes:
    """The manifest: versions, parameters, and a hash of every input and output file.

    Of the inputs the hashes are given, of the outputs the contents. ``kept`` are the hashes of
    files that an earlier build left in the folder and this one did not make anew: they are
    listed apart, because these inputs did not make them.
    Paths are relative to the workspace and to the output folder, so that the same inputs
    give the same manifest wherever they lie.
    """
    earlier = {"utdata_fran_tidigare_bygge": dict(sorted(kept.items()))} if kept else {}
    return _json({**_origin(parameters, inputs), "utdata": _hashes(outputs), **earlier})


def origin_json(parameters: Mapping[str, str], inputs: Mapping[str, str]) -> bytes:
    """``harkomst.json``: the manifest without outputs, so that it can lie inside one of them."""
    return _json(_origin(parameters, inputs))


def _origin(parameters: Mapping[str, str], inputs: Mapping[str, str]) -> dict[str, object]:
    return {
        "rapport": __version__,
        "python": ".".join(platform.python_version_tuple()[:2]),
        "bibliotek": {name: version(name) for name in _LIBRARIES},
        "parametrar": dict(parameters),
        "indata": dict(sorted(inputs.items())),
    }


def _hashes(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())}


def _json(content: Mapping[str, object]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=False) + "\n").encode()
