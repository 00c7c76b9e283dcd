"""``manifest.json``: what a build was made of and what it made, so that it can be checked later."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Mapping
from importlib.metadata import version

from rapport import __version__

_LIBRARIES = ("docxtpl", "jinja2", "markdown-it-py", "matplotlib", "openpyxl", "pandas",
              "pydantic", "pydyf", "python-calamine", "python-docx", "pyyaml",
              "weasyprint")  # fmt: skip


def sha256(content: bytes) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def manifest_json(
    parameters: Mapping[str, str], inputs: Mapping[str, bytes], outputs: Mapping[str, bytes]
) -> bytes:
    """The manifest: versions, parameters, and a hash of every input and output file.

    Paths are relative to the workspace and to the output folder, so that the same inputs
    give the same manifest wherever they lie.
    """
    return _json({**_origin(parameters, inputs), "utdata": _hashes(outputs)})


def origin_json(parameters: Mapping[str, str], inputs: Mapping[str, bytes]) -> bytes:
    """``harkomst.json``: the manifest without outputs, so that it can lie inside one of them."""
    return _json(_origin(parameters, inputs))


def _origin(parameters: Mapping[str, str], inputs: Mapping[str, bytes]) -> dict[str, object]:
    return {
        "rapport": __version__,
        "python": ".".join(platform.python_version_tuple()[:2]),
        "bibliotek": {name: version(name) for name in _LIBRARIES},
        "parametrar": dict(parameters),
        "indata": _hashes(inputs),
    }


def _hashes(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: sha256(data) for name, data in sorted(files.items())}


def _json(content: Mapping[str, object]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=False) + "\n").encode()
