"""``manifest.json``: what a build was made of and what it made, so that it can be checked later."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from rapport import __version__

_LIBRARIES = ("docxtpl", "fonttools", "jinja2", "markdown-it-py", "matplotlib", "openpyxl",
              "pandas", "pydantic", "pydyf", "python-calamine", "python-docx", "pyyaml",
              "weasyprint")  # fmt: skip

MANIFEST = "manifest.json"
VERSION, PARAMETERS, EXTRACTED = "rapport", "parametrar", "siffror_uttagna"
INPUTS, OUTPUTS, EARLIER = "indata", "utdata", "utdata_fran_tidigare_bygge"
CHECKSUM = "kontrollsumma"


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal; a data file may be too large to be held."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@dataclass(frozen=True)
class Origin:
    """What a build was made of ("härkomst").

    ``extracted`` is the day its figures were extracted, ``inputs`` the hash of every file read
    by its path in the workspace.
    """

    parameters: Mapping[str, str]
    extracted: str
    inputs: Mapping[str, str]


def manifest_json(origin: Origin, outputs: Mapping[str, bytes], kept: Mapping[str, str]) -> bytes:
    """The manifest: versions, parameters, and a hash of every input and output file.

    Of the outputs the contents are given. ``kept`` are the hashes of files that an earlier
    build left in the folder and this one did not make anew: they are listed apart, because
    these inputs did not make them. Last stands a checksum of the manifest itself.
    Paths are relative to the workspace and to the output folder, so that the same inputs
    give the same manifest wherever they lie.
    """
    earlier = {EARLIER: dict(sorted(kept.items()))} if kept else {}
    content = {**_content(origin), OUTPUTS: _hashes(outputs), **earlier}
    return _json({**content, CHECKSUM: checksum(content)})


def origin_json(origin: Origin) -> bytes:
    """``harkomst.json``: the manifest without outputs, so that it can lie inside one of them."""
    return _json(_content(origin))


def checksum(content: Mapping[str, object]) -> str:
    """The SHA-256 of a manifest without its checksum, as it is written."""
    return hashlib.sha256(_json(content)).hexdigest()


def _content(origin: Origin) -> dict[str, object]:
    return {
        VERSION: __version__,
        "python": ".".join(platform.python_version_tuple()[:2]),
        "bibliotek": {name: version(name) for name in _LIBRARIES},
        PARAMETERS: dict(origin.parameters),
        EXTRACTED: origin.extracted,
        INPUTS: dict(sorted(origin.inputs.items())),
    }


def _hashes(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())}


def _json(content: Mapping[str, object]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=False) + "\n").encode()
