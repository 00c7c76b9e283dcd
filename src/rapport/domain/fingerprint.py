"""The fingerprint of a value: a hash of everything in it, the same in every process."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum


def fingerprint(*values: object) -> str:
    """The SHA-256 of values in order: texts, figures, enums, and data classes and rows of them.

    Two values that could ever give different documents have different fingerprints. A kind of
    value that it does not know is an error, so that nothing is left out unseen.

    >>> fingerprint("ab", "c") == fingerprint("a", "bc")
    False
    """
    parts: list[bytes] = []
    for value in values:
        _write(value, parts)
    return hashlib.sha256(b"".join(parts)).hexdigest()


def _write(value: object, parts: list[bytes]) -> None:  # noqa: C901 - one case for each kind
    match value:
        case Enum():
            _text("e", f"{type(value).__qualname__}.{value.name}", parts)
        case str():
            _text("s", value, parts)
        case bytes():
            parts.append(b"b%d:" % len(value))
            parts.append(value)
        case None | bool() | int() | Decimal() | date():
            _text(type(value).__name__, str(value), parts)
        case tuple() | list():
            _text("r", f"{type(value).__qualname__} {len(value)}", parts)
            for each in value:
                _write(each, parts)
        case frozenset() | set():
            _write(sorted(fingerprint(each) for each in value), parts)
        case Mapping():
            _write(
                sorted((fingerprint(key), fingerprint(each)) for key, each in value.items()), parts
            )
        case _ if is_dataclass(value) and not isinstance(value, type):
            _text("d", type(value).__qualname__, parts)
            for field in fields(value):
                _write(getattr(value, field.name), parts)
        case _:
            message = f"No fingerprint of {type(value)}"
            raise TypeError(message)


def _text(kind: str, text: str, parts: list[bytes]) -> None:
    content = text.encode("utf-8", "surrogatepass")
    parts.append(f"{kind}{len(content)}:".encode())
    parts.append(content)
