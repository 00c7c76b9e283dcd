"""Compiles the Swedish catalogue of click's own sentences: ``python -m rapport.cli.catalogue``."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parent / "locale" / "sv" / "LC_MESSAGES"
_MAGIC = 0x950412DE


def compiled(po: str) -> bytes:
    """The catalogue in gettext's binary format, sorted, with no time of compilation."""
    entries = sorted((key.encode(), value.encode()) for key, value in _entries(po))
    count = len(entries)
    start = 28 + 16 * count
    keys, values, keys_at, values_at = b"", b"", [], []
    for key, _ in entries:
        keys_at.append((len(key), start + len(keys)))
        keys += key + b"\0"
    for _, value in entries:
        values_at.append((len(value), start + len(keys) + len(values)))
        values += value + b"\0"
    head = struct.pack("<7I", _MAGIC, 0, count, 28, 28 + 8 * count, 0, start)
    table = b"".join(struct.pack("<2I", *pair) for pair in [*keys_at, *values_at])
    return head + table + keys + values


def _entries(po: str) -> Iterator[tuple[str, str]]:
    """(key, translation) pairs; the forms of a plural are joined as gettext wants them."""
    for paragraph in po.split("\n\n"):
        fields: dict[str, str] = {}
        current = ""
        for line in paragraph.splitlines():
            if line.startswith("msg"):
                current, _, text = line.partition(" ")
                fields[current] = _unquoted(text)
            elif line.startswith('"'):
                fields[current] += _unquoted(line)
        key = "\0".join(fields[name] for name in ("msgid", "msgid_plural") if name in fields)
        yield key, "\0".join(text for name, text in fields.items() if name.startswith("msgstr"))


def _unquoted(text: str) -> str:
    return text.strip()[1:-1].replace("\\n", "\n").replace('\\"', '"')


if __name__ == "__main__":
    source = (FOLDER / "rapport-cli.po").read_text(encoding="utf-8")
    (FOLDER / "rapport-cli.mo").write_bytes(compiled(source))
