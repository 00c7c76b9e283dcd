"""The encodings ("teckenkodning") that exports come in, found out and read piece by piece."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence
from pathlib import Path

from rapport.domain.problem import Location, Problem
from rapport.sources.raw_table import TableRefused

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UTF8 = frozenset({"utf-8", "utf-8-sig"})
_CHUNK = 1024 * 1024


def encoding_choices(start: bytes, declared: str) -> list[str]:
    r"""The encodings to try, in order: a byte order mark decides, else what is declared.

    >>> encoding_choices(b"M\xe5tt", "auto")
    ['utf-8', 'cp1252']
    """
    by_mark = next((name for mark, name in _BOMS if start.startswith(mark)), None)
    if by_mark:
        return [by_mark]
    return ["utf-8", "cp1252"] if declared == "auto" else [declared]


def unknown_encoding(shown: str, choices: Sequence[str]) -> TableRefused:
    """The refusal of a file that none of the encodings fits."""
    message = (
        f"Teckenkodningen går inte att läsa som {' eller '.join(choices)}. Spara filen som CSV "
        "UTF-8, eller ange teckenkodning i beskrivningsfilen."
    )
    return TableRefused(Problem(Location(shown), "okänd-teckenkodning", message))


def as_utf8(path: Path, shown: str, declared: str, folder: Path) -> tuple[Path, str]:
    """The file itself when it is UTF-8, else a copy of it in UTF-8 in the folder.

    The encoding of the file comes with it.

    Raises:
        TableRefused: the encoding could not be found out, or the file cannot be read.
    """
    try:
        with path.open("rb") as stream:
            choices = encoding_choices(stream.read(len(codecs.BOM_UTF8)), declared)
        for encoding in choices:
            copy = path if encoding in _UTF8 else folder / "utf-8.csv"
            if _copied(path, encoding, copy):
                return copy, encoding
    except OSError:
        message = (
            "Filen går inte att läsa, eller så är disken full. Kontrollera att inget annat "
            "program har låst den."
        )
        raise TableRefused(Problem(Location(shown), "oläsbar-fil", message)) from None
    raise unknown_encoding(shown, choices)


def _copied(path: Path, encoding: str, copy: Path) -> bool:
    """Whether all of a file could be decoded; it is written anew unless it is its own copy."""
    try:
        if copy == path:
            return all("\0" not in text for text in _decoded(path, encoding))
        with copy.open("w", encoding="utf-8", newline="") as target:
            for text in _decoded(path, encoding):
                if "\0" in text:
                    return False
                target.write(text)
    except UnicodeDecodeError:
        return False
    return True


def _decoded(path: Path, encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            yield decoder.decode(chunk)
    yield decoder.decode(b"", final=True)
