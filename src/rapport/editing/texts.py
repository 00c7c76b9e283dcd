"""Changes to narrative texts: the one place that writes ``data/texter/<period>/<key>.md``.

Whoever changes a text – a returned Word file, a form, the review page – makes ``TextChange``
values and hands them to ``apply_texts``, which writes all of them or none.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from rapport.domain.follow_up import TextStatus
from rapport.domain.period import Occasion
from rapport.domain.problem import InputRejected, Location, Problem
from rapport.domain.text_key import is_text_key
from rapport.editing.front_matter import TextFile, new_head, parted, with_values
from rapport.editing.safe_writing import replace_files, sole_writer

_TEXTS = Path("data", "texter")


@dataclass(frozen=True)
class TextChange:
    """A change to one text, and what the one who changes it knew.

    ``occasion`` is the report occasion ("T2-2024"), ``markdown`` the whole new body.
    ``status`` and ``responsible`` are None where they stay as they are. ``by`` is an office
    and ``on`` an ISO date; they become "ändrad av" and, with the status godkänd, "godkänd av".
    ``expected`` is the SHA-256 of the file as the writer knew it (see ``text_hash``); None
    says that there was no file.
    """

    occasion: str
    key: str
    markdown: str
    by: str
    on: str
    status: TextStatus | None = None
    responsible: str | None = None
    expected: str | None = None


class Effect(StrEnum):
    """What became of a text's file."""

    CREATED = "ny"
    CHANGED = "ändrad"
    UNCHANGED = "oförändrad"


@dataclass(frozen=True)
class Applied:
    """A change that now stands in the file; ``sha256`` is the file's as it is after it.

    ``path`` is relative to the workspace, with forward slashes.
    """

    change: TextChange
    path: str
    effect: Effect
    sha256: str


@dataclass(frozen=True)
class TextConflict:
    """A text that has changed since its writer read it: both versions, and nothing written.

    ``current`` is the body that stands in the file now, None when the file is gone;
    ``current_sha256`` is what a new attempt has to expect. ``change`` has the other version.
    """

    change: TextChange
    path: str
    current: str | None
    current_sha256: str | None


@dataclass(frozen=True)
class TextConflicts:
    """Why nothing was written: at least one text has changed since it was read."""

    conflicts: tuple[TextConflict, ...]


def apply_texts(root: Path, changes: Iterable[TextChange]) -> tuple[Applied, ...] | TextConflicts:
    """Write all changes, or none when a text has changed since its writer read it.

    Everything else in a file is kept: the other lines of its head, comments, order and line
    ends. A change whose text and state already stand in the file writes nothing, so doing it
    twice is harmless. A text that was godkänd and whose body changes without a status of its
    own becomes klar: nobody has approved the new words.

    Raises:
        InputRejected: a file cannot be read as a text, or lies outside the workspace.
        RenderFailed: the system refused to write; nothing was.
        ValueError: a key, occasion or office that no text can have, or two changes to one text.
    """
    wanted = tuple(changes)
    _refuse_nonsense(wanted)
    with sole_writer(root / _TEXTS):
        planned = [_planned(root, change) for change in wanted]
        problems = tuple(each for each in planned if isinstance(each, Problem))
        if problems:
            raise InputRejected(problems)
        conflicts = tuple(each for each in planned if isinstance(each, TextConflict))
        if conflicts:
            return TextConflicts(conflicts)
        ready = [each for each in planned if isinstance(each, _Planned)]
        replace_files(
            {
                (root / each.applied.path).resolve(): each.content
                for each in ready
                if each.applied.effect is not Effect.UNCHANGED
            }
        )
    return tuple(each.applied for each in ready)


def text_path(occasion: str, key: str) -> str:
    """Where a text's file is, or would be, relative to the workspace."""
    return (_TEXTS / str(Occasion.parse(occasion)) / f"{key}.md").as_posix()


def text_hash(root: Path, occasion: str, key: str) -> str | None:
    """The SHA-256 of a text's file as it is now; None when there is no file."""
    content = _content(root / text_path(occasion, key))
    return None if content is None else hashlib.sha256(content).hexdigest()


@dataclass(frozen=True)
class _Planned:
    applied: Applied
    content: bytes


def _refuse_nonsense(changes: tuple[TextChange, ...]) -> None:
    """What no caller may ask for; texts that people wrote were checked before they came here."""
    places = [(str(Occasion.parse(change.occasion)), change.key) for change in changes]
    if len(set(places)) != len(places):
        message = "Two changes to the same text"
        raise ValueError(message)
    for change in changes:
        if not is_text_key(change.key) or not change.by.strip() or not change.on:
            message = f"Not a change to a text: {change}"
            raise ValueError(message)


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _planned(root: Path, change: TextChange) -> _Planned | TextConflict | Problem:
    """What the file becomes, or why it cannot."""
    name = text_path(change.occasion, change.key)
    path = root / name
    if not path.resolve().is_relative_to(root.resolve()):
        return _outside(name)
    content = _content(path)
    now = None if content is None else hashlib.sha256(content).hexdigest()
    file = new_head() if content is None else _read(content)
    if file is None:
        return _unreadable(name)
    made = _changed(file, change, is_new=content is None).whole.encode()
    if content is not None and made == content:
        return _Planned(Applied(change, name, Effect.UNCHANGED, str(now)), content)
    if now != change.expected:
        current = None if content is None else file.body.strip("\r\n")
        return TextConflict(change, name, current, now)
    effect = Effect.CREATED if content is None else Effect.CHANGED
    return _Planned(Applied(change, name, effect, hashlib.sha256(made).hexdigest()), made)


def _read(content: bytes) -> TextFile | None:
    try:
        return parted(content.decode("utf-8"))
    except UnicodeDecodeError:
        return None


def _changed(file: TextFile, change: TextChange, *, is_new: bool) -> TextFile:
    """The file with the change made; the same file where nothing of it is new."""
    known = file.values()
    body = _body(file, change.markdown)
    status = _status(known.get("status"), change, new_words=body != file.body)
    values = _head_values(change, status, is_new=is_new)
    is_changed = body != file.body or any(
        known.get(name) != value for name, value in values.items()
    )
    if not is_changed:
        return file
    return replace(with_values(file, {**values, **_signatures(known, change, status)}), body=body)


def _status(known: str | None, change: TextChange, *, new_words: bool) -> TextStatus | None:
    """The status after the change; None keeps what stands."""
    if change.status is None and new_words and known == TextStatus.APPROVED:
        return TextStatus.READY
    return change.status


def _head_values(
    change: TextChange, status: TextStatus | None, *, is_new: bool
) -> dict[str, str | None]:
    values: dict[str, str | None] = {}
    if status is not None or is_new:
        values["status"] = str(status or TextStatus.DRAFT)
    if change.responsible is not None or is_new:
        values["ansvarig"] = change.responsible or change.by
    return values


def _signatures(
    known: Mapping[str, str], change: TextChange, status: TextStatus | None
) -> dict[str, str | None]:
    """Who changed and who approved; an approval that no longer holds is taken away."""
    signed: dict[str, str | None] = {"ändrad_av": change.by, "ändrad": change.on}
    after = status or known.get("status")
    if status is TextStatus.APPROVED:
        signed |= {"godkänd_av": change.by, "godkänd": change.on}
    elif after != TextStatus.APPROVED:
        signed |= {"godkänd_av": None, "godkänd": None}
    return signed


def _body(file: TextFile, markdown: str) -> str:
    """The new body in the file's own manner; the very same where only blank edges differ."""
    wanted = markdown.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    standing = file.body.replace("\r\n", "\n").replace("\r", "\n")
    if wanted == standing.strip("\n"):
        return file.body
    above = standing[: len(standing) - len(standing.lstrip("\n"))] if standing.strip("\n") else ""
    return f"{above}{wanted}\n".replace("\n", file.line_end)


def _outside(name: str) -> Problem:
    return Problem(
        Location(name),
        "utanför-mappen",
        "Filen är en länk till något utanför regionens mapp och skrivs därför inte. Lägg själva "
        "filen i mappen.",
    )


def _unreadable(name: str) -> Problem:
    return Problem(
        Location(name, 1),
        "saknat-texthuvud",
        "Texten ändras inte, för filens huvud går inte att läsa. Rätta det först: kör "
        "rapport check för att se vad som är fel.",
    )
