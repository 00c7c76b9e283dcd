"""What decides the bytes of a document beside the document itself: templates, fonts, program."""

from __future__ import annotations

import ctypes
import hashlib
import platform
import site
import sys
import sysconfig
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import rapport

_NOT_OF_DOCUMENTS = "review"
"""The templates of the review page shape no document."""


@dataclass(frozen=True)
class Deciding:
    """The hashes of the templates, of the program's own files, and of all it runs on.

    ``look`` is only what charts depend on: the tokens and the fonts.
    """

    templates: str
    look: str
    program: str
    libraries: str


def deciding(templates: Path) -> Deciding:
    """What decides how documents come out on this machine with these templates."""
    of_documents = [p for p in _files(templates) if _NOT_OF_DOCUMENTS not in p.parts[-2:-1]]
    look = [templates / "base" / "tokens.toml", *_files(templates / "fonts")]
    return Deciding(
        _content(templates, of_documents), _content(templates, look), _program(), _libraries()
    )


def _files(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts)


def _content(root: Path, files: Iterable[Path]) -> str:
    """One hash of the names and contents of files."""
    found = hashlib.sha256()
    for path in files:
        content = path.read_bytes() if path.is_file() else b""
        found.update(f"{path.relative_to(root).as_posix()} {len(content)}\n".encode())
        found.update(content)
    return found.hexdigest()


@cache
def _program() -> str:
    """The program's own files, so that a change in the code is a change like any other."""
    package = Path(rapport.__file__).parent
    return _content(package, (p for p in _files(package) if "_templates" not in p.parts))


@cache
def _libraries() -> str:
    """Every installed package with its version, Python, and the system's typesetting."""
    folders = {
        sysconfig.get_path("purelib"),
        sysconfig.get_path("platlib"),
        *site.getsitepackages(),
    }
    packages = {p.name for folder in folders for p in Path(folder).glob("*.dist-info")}
    system = [platform.system(), platform.machine(), sys.version, *_typesetting()]
    return hashlib.sha256("\n".join([*sorted(packages), *system]).encode()).hexdigest()


def _typesetting() -> list[str]:
    """The versions of the system libraries that lay out PDF pages; empty where they are not."""
    return [
        _version("libpango-1.0.so.0", "pango_version_string", ctypes.c_char_p),
        _version("libharfbuzz.so.0", "hb_version_string", ctypes.c_char_p),
        _version("libfontconfig.so.1", "FcGetVersion", ctypes.c_int),
    ]


def _version(library: str, function: str, kind: Callable[..., object]) -> str:
    try:
        ask = getattr(ctypes.CDLL(library), function)
    except (OSError, AttributeError):
        return ""
    ask.restype = kind
    return f"{function} {ask()}"
