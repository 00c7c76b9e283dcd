"""Rebuilding: final reports made again from their data package, and compared file by file."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rapport import __version__
from rapport.domain.period import Occasion
from rapport.pipeline.building import Built, build
from rapport.pipeline.orders import Order
from rapport.pipeline.rendering import Progress
from rapport.render.data_package import Package, libraries, opened
from rapport.render.manifest import file_sha256
from rapport.swedish import prose


@dataclass(frozen=True)
class Rebuilt:
    """Reports made again: the build, and how each file compares with the frozen one.

    ``same`` and ``differing`` are names of files; ``versions`` tells which of the program and
    its libraries are not those of the package, each in a sentence.
    """

    built: Built
    same: tuple[str, ...]
    differing: tuple[str, ...]
    versions: tuple[str, ...]


def rebuild(file: Path, output: Path, jobs: int, progress: Progress) -> Rebuilt:
    """Build what a data package holds, and compare every file with what the package says.

    Raises:
        InputRejected: the package is not whole.
        RenderFailed: a document could not be rendered or written.
    """
    progress("Öppnar datapaketet", 0, 1)
    with tempfile.TemporaryDirectory(prefix="rapport-paket-") as scratch:
        package = opened(file, Path(scratch))
        built = build(_order(package, output, jobs), progress)
    stated = package.manifest.outputs
    same = {name for name in stated if _is_same(built.folder / name, stated[name])}
    return Rebuilt(
        built=built,
        same=tuple(sorted(same)),
        differing=tuple(sorted(stated.keys() - same)),
        versions=tuple(_other_versions(package)),
    )


def _order(package: Package, output: Path, jobs: int) -> Order:
    asked = package.order
    return Order(
        root=package.workspace,
        occasion=Occasion.parse(asked.period),
        reports=asked.reports,
        units=asked.units,
        formats=asked.formats,
        final=True,
        jobs=jobs,
        output=output.absolute(),
    )


def _is_same(path: Path, stated: str) -> bool:
    return path.is_file() and file_sha256(path) == stated


def _other_versions(package: Package) -> Iterator[str]:
    if package.manifest.version != __version__:
        yield f"rapport är {__version__} här men var {package.manifest.version}"
    here = dict(line.split("==") for line in libraries())
    for line in package.libraries:
        name, _, version = line.partition("==")
        if here.get(name) != version:
            yield f"{name} är {here.get(name, 'inte installerat')} här men var {version}"


_FILE = prose.Noun("fil", "filer", neuter=False)


def rebuilt_text(rebuilt: Rebuilt) -> str:
    """Whether the files came out the same, and if not, what may be why."""
    lines = [f"Byggt ur datapaketet i {rebuilt.built.folder}."]
    same = prose.counted(len(rebuilt.same), _FILE)
    if not rebuilt.differing:
        lines.append(f"{prose.capitalised(same)}, alla byte för byte som när paketet frystes.")
    else:
        lines.append(f"{prose.capitalised(same)} blev som när paketet frystes. Olika blev:")
        lines += [f"  {name}" for name in rebuilt.differing]
    if rebuilt.versions:
        lines.append("Annan version än när paketet frystes:")
        lines += [f"  {sentence}" for sentence in rebuilt.versions]
    return "\n".join(lines)
