"""Manifests read back: what a build said that it was made of, and what it made."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from rapport.render.manifest import (
    CHECKSUM,
    EARLIER,
    EXTRACTED,
    INPUTS,
    OUTPUTS,
    PARAMETERS,
    VERSION,
    checksum,
)


@dataclass(frozen=True)
class ReadManifest:
    """A manifest, or the origin inside a PDF, which has no outputs.

    ``is_whole`` says that the checksum is that of the rest; an origin carries none.
    """

    version: str
    parameters: Mapping[str, str]
    extracted: str
    inputs: Mapping[str, str]
    outputs: Mapping[str, str]
    earlier: Mapping[str, str]
    is_whole: bool

    def same_origin(self, other: ReadManifest) -> bool:
        """Whether both tell of the same version, settings and day, and of no other inputs.

        A report tells only of the inputs that it stands on; the manifest beside it of all.
        """
        return _origin(self) == _origin(other) and self.inputs.items() <= other.inputs.items()


def _origin(one: ReadManifest) -> tuple[object, ...]:
    return one.version, dict(one.parameters), one.extracted


def read_manifest(content: bytes) -> ReadManifest | None:
    """The manifest in a file, or nothing when the file is not one of ours."""
    try:
        read = json.loads(content.decode("utf-8"))
    except ValueError:
        return None
    if not isinstance(read, dict) or not isinstance(read.get(VERSION), str):
        return None
    stated = read.pop(CHECKSUM, None)
    return ReadManifest(
        version=read[VERSION],
        parameters=_texts(read.get(PARAMETERS)),
        extracted=str(read.get(EXTRACTED, "")),
        inputs=_texts(read.get(INPUTS)),
        outputs=_texts(read.get(OUTPUTS)),
        earlier=_texts(read.get(EARLIER)),
        is_whole=stated == checksum(read),
    )


def _texts(table: object) -> dict[str, str]:
    """The pairs of texts in a table; anything else there is not ours and is left out."""
    if not isinstance(table, dict):
        return {}
    return {key: value for key, value in table.items() if isinstance(value, str)}
