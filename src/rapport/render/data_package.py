"""Data packages ("datapaket"): all that a final build was made of, frozen in one file.

The package holds the files of the workspace that the build read, the templates, the manifest, the
order, the program itself and which libraries it stood on. From it the same files can be made again,
byte for byte, as long as there is a Python that runs them.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path, PurePosixPath

import rapport
from rapport.domain.problem import InputRejected, Location, Problem
from rapport.render.manifest import MANIFEST, file_sha256
from rapport.render.manifest_reading import ReadManifest, read_manifest
from rapport.render.zipped import zip_bytes

PACKAGE = "datapaket.zip"
WORKSPACE = "arbetsyta"
ORDER = "bestallning.json"
LIBRARIES = "program/bibliotek.txt"
_PROGRAM = "program/rapport"
_READ_ME = "LAS-MIG.txt"
_MOST_FILES, _MOST_BYTES = 20_000, 8 * 2**30

_TEXT = """\
Datapaket från rapport {version}

Här ligger allt som de slutliga rapporterna gjordes av, så att de kan göras om och
jämföras byte för byte.

{workspace}/         regionens mapp: planer, mätdata, uppföljning, texter, rapporter, mallar
{manifest}      vad bygget lästes ur och vad det skrev, med SHA-256 för varje fil
{order}  vilka rapporter, enheter och format som beställdes
program/           rapport som det var; bibliotekens versioner står i bibliotek.txt

Gör om rapporterna med samma version av rapport och biblioteken:

    rapport build --from-package {package} --output kontroll

Mätdata som hämtades ur en databas ligger inte i paketet. Då behövs databasen.

Kommandot säger om varje fil blev densamma.
"""


@dataclass(frozen=True)
class FrozenOrder:
    """What was asked for in a final build; all choices are written out."""

    period: str
    reports: tuple[str, ...]
    units: tuple[str, ...]
    formats: tuple[str, ...]

    def to_json(self) -> bytes:
        """The order as a file of the package."""
        content = {
            "period": self.period,
            "rapporter": list(self.reports),
            "enheter": list(self.units),
            "format": list(self.formats),
        }
        return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


@dataclass(frozen=True)
class Package:
    """A package that has been opened: its order and manifest, and where its workspace lies."""

    order: FrozenOrder
    manifest: ReadManifest
    workspace: Path
    libraries: tuple[str, ...]


def package_bytes(
    root: Path, templates: Path, inputs: Mapping[str, str], manifest: bytes, order: FrozenOrder
) -> bytes:
    """The package of a build; ``inputs`` are the manifest's, ``root`` the workspace."""
    parts = {f"{WORKSPACE}/{name}": _input(root, templates, name).read_bytes() for name in inputs}
    parts |= {f"{_PROGRAM}/{name}": content for name, content in _program()}
    parts[MANIFEST] = manifest
    parts[ORDER] = order.to_json()
    parts[LIBRARIES] = ("\n".join(libraries()) + "\n").encode()
    parts[_READ_ME] = _TEXT.format(
        version=rapport.__version__,
        workspace=WORKSPACE,
        manifest=MANIFEST,
        order=ORDER,
        package=PACKAGE,
    ).encode()
    return zip_bytes(parts)


def _input(root: Path, templates: Path, name: str) -> Path:
    """Where an input lies: templates may be those that came with the program."""
    inside = PurePosixPath(name)
    if inside.parts[0] == "templates":
        return templates.joinpath(*inside.parts[1:])
    return root / name


def _program() -> Iterator[tuple[str, bytes]]:
    folder = Path(rapport.__file__).parent
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if path.is_file() and "__pycache__" not in inside.parts and inside.parts[0] != "_templates":
            yield inside.as_posix(), path.read_bytes()


def libraries() -> tuple[str, ...]:
    """Every library that the program stands on with its version, its own libraries too."""
    found: dict[str, str] = {}
    waiting = ["rapport"]
    while waiting:
        name = waiting.pop()
        for needed in _required(name):
            if needed not in found:
                try:
                    found[needed] = distribution(needed).version
                except PackageNotFoundError:  # needed only on another platform
                    continue
                waiting.append(needed)
    return tuple(f"{name}=={version}" for name, version in sorted(found.items()))


def _required(name: str) -> Iterator[str]:
    for line in distribution(name).requires or ():
        if "extra ==" not in line:
            end = next((i for i, sign in enumerate(line) if sign in " ;<>=!~(["), len(line))
            yield line[:end].lower().replace("_", "-").replace(".", "-")


def opened(file: Path, folder: Path) -> Package:
    """Unpack a package into an empty folder, when it is whole and every input is what it was.

    Raises:
        InputRejected: the file is no package, or something in it has been changed.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            _refuse_strange(file, archive)
            archive.extractall(folder)
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError) as fault:
        message = "Filen går inte att läsa som ett datapaket. Hämta den på nytt ur arkivet."
        raise InputRejected((_problem(file, message),)) from fault
    manifest = _read_manifest(file, folder)
    order = _read_order(file, folder)
    workspace = folder / WORKSPACE
    problems = tuple(_changed(file, workspace, manifest))
    if problems:
        raise InputRejected(problems)
    listed = folder / LIBRARIES
    names = listed.read_text(encoding="utf-8").split() if listed.is_file() else []
    return Package(order, manifest, workspace, tuple(names))


def _refuse_strange(file: Path, archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    if len(entries) > _MOST_FILES or sum(each.file_size for each in entries) > _MOST_BYTES:
        message = "Paketet är orimligt stort och öppnas inte. Kontrollera varifrån det kommer."
        raise InputRejected((_problem(file, message),))
    for each in entries:
        path = PurePosixPath(each.filename)
        if (
            path.is_absolute()
            or ".." in path.parts
            or "\\" in each.filename
            or ":" in each.filename
        ):
            message = f'Filnamnet "{each.filename}" i paketet leder ut ur det. Paketet öppnas inte.'
            raise InputRejected((_problem(file, message),))


def _read_manifest(file: Path, folder: Path) -> ReadManifest:
    path = folder / MANIFEST
    manifest = read_manifest(path.read_bytes()) if path.is_file() else None
    if manifest is None or not manifest.is_whole:
        message = "Paketets manifest saknas eller har ändrats. Hämta paketet på nytt ur arkivet."
        raise InputRejected((_problem(file, message),))
    return manifest


def _read_order(file: Path, folder: Path) -> FrozenOrder:
    try:
        read = json.loads((folder / ORDER).read_bytes())
        lists = (tuple(map(str, read[key])) for key in ("rapporter", "enheter", "format"))
        return FrozenOrder(str(read["period"]), *lists)
    except (OSError, ValueError, KeyError, TypeError) as fault:
        message = f"Paketets beställning ({ORDER}) saknas eller går inte att läsa."
        raise InputRejected((_problem(file, message),)) from fault


def _changed(file: Path, workspace: Path, manifest: ReadManifest) -> Iterator[Problem]:
    """Every input that is gone or not what the manifest says."""
    for name, stated in sorted(manifest.inputs.items()):
        path = workspace / name
        if not path.is_file():
            yield _problem(file, f"{name} saknas i paketet fast manifestet nämner den.")
        elif file_sha256(path) != stated:
            yield _problem(file, f"{name} i paketet har ändrats efter att rapporterna gjordes.")


def _problem(file: Path, message: str) -> Problem:
    return Problem(Location(file.name), "fel-datapaket", message)
