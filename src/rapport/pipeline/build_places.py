"""Build places: in which build on disk a finished file was made, also when it lies elsewhere."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from rapport.render.manifest import MANIFEST
from rapport.render.manifest_reading import read_manifest


@dataclass(frozen=True)
class BuildPlace:
    """The folder of a build, and a file of it as the build wrote it."""

    folder: Path
    file: Path


def build_place(path: Path, content: bytes, root: Path) -> BuildPlace | None:
    """The build that a file lies in, else one of the region's with the very same file.

    A paper in a package for a board lies by itself, under another name.
    """
    for folder in (path.parent, path.parent.parent):
        if (folder / MANIFEST).is_file():
            return BuildPlace(folder, path)
    own = hashlib.sha256(content).hexdigest()
    for found in sorted((root / "output").glob(f"*/{MANIFEST}")):
        manifest = read_manifest(found.read_bytes())
        outputs = manifest.outputs if manifest else {}
        for name in sorted(outputs):
            if outputs[name] == own:
                return BuildPlace(found.parent, found.parent / name)
    return None
