"""Changes to follow-up files: entries of ``data/uppfoljning/<period>/*.yaml``, comments kept.

An answer is written only where the file still says what the one who answered saw; otherwise it
is a conflict, and nothing at all is written.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError

from rapport.domain.problem import NOWHERE, InputRejected, Location, Problem

FOLDER = Path("data", "uppfoljning")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_WHOLE = re.compile(r"[1-9]\d{0,8}")


@dataclass(frozen=True)
class EntryChange:
    """New answers to one question: where they go, what they are and what stood there before.

    ``list_key`` is a list of the follow-up file and ``match`` the keys that name an entry of it.
    An empty value takes its key away. ``note`` is an entry to add to the list ``note_key`` of
    the entry, unless it is there already. ``signed`` are values that say who answered; they are
    written with the others and are never in conflict.
    """

    plan: str
    list_key: str
    match: Mapping[str, str]
    values: Mapping[str, str]
    before: Mapping[str, str]
    note_key: str = ""
    note: Mapping[str, str] = field(default_factory=dict)
    signed: Mapping[str, str] = field(default_factory=dict)
    location: Location = NOWHERE


@dataclass(frozen=True)
class EntryConflict:
    """An answer whose place in the file has changed since it was read: nothing was written."""

    change: EntryChange
    key: str
    current: str


@dataclass
class _File:
    """A follow-up file that is being changed."""

    path: Path
    content: CommentedMap
    is_changed: bool = False


def changed_files(
    root: Path, occasion: str, changes: Iterable[EntryChange]
) -> dict[Path, bytes] | tuple[EntryConflict, ...]:
    """The new contents of the files that the changes touch, or every conflict.

    Nothing is written. A change that already stands in its file touches nothing.

    Raises:
        InputRejected: a follow-up file cannot be read.
    """
    files = _read(root / FOLDER / occasion)
    conflicts: list[EntryConflict] = []
    for change in changes:
        file = _file_for(files, root / FOLDER / occasion, occasion, change)
        conflicts += _apply(file, change)
    if conflicts:
        return tuple(conflicts)
    return {file.path: _dumped(file.content) for file in files if file.is_changed}


def pending(root: Path, occasion: str, changes: Iterable[EntryChange]) -> list[EntryChange]:
    """The changes that do not stand in the files already.

    Raises:
        InputRejected: a follow-up file cannot be read.
    """
    files = _read(root / FOLDER / occasion)
    waiting = []
    for change in changes:
        found = (_entry(file.content, change) for file in files if _is_of(file, change))
        entry = next((each for each in found if each is not None), None)
        if _wanted(entry, change) or (change.note and not _has_note(entry, change)):
            waiting.append(change)
    return waiting


def _is_of(file: _File, change: EntryChange) -> bool:
    return str(file.content["plan"]) == change.plan


def _wanted(entry: CommentedMap | None, change: EntryChange) -> dict[str, str]:
    """The answers that an entry does not have yet."""
    return {
        key: text
        for key, text in change.values.items()
        if not _same(text, _text(entry.get(key) if entry else None))
    }


def _yaml() -> YAML:
    """Round trip: comments, order and quotes stay as they are, and lines are never rewrapped."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 1_000_000
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _read(folder: Path) -> list[_File]:
    files: list[_File] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            content = _yaml().load(path.read_text(encoding="utf-8"))
        except (YAMLError, UnicodeDecodeError):
            message = (
                "Filen går inte att läsa. Rätta den först; rapport check visar vad som är fel."
            )
            problems.append(Problem(Location(path.as_posix()), "oläsbar-uppföljning", message))
            continue
        if isinstance(content, CommentedMap) and "plan" in content:
            files.append(_File(path, content))
    if problems:
        raise InputRejected(tuple(problems))
    return files


def _dumped(content: CommentedMap) -> bytes:
    target = io.StringIO()
    _yaml().dump(content, target)
    return target.getvalue().encode()


def _file_for(files: list[_File], folder: Path, occasion: str, change: EntryChange) -> _File:
    """The file that has the entry, else one that has its list, its plan, or a new one."""
    of_plan = [file for file in files if _is_of(file, change)]
    for file in of_plan:
        if _entry(file.content, change) is not None:
            return file
    for file in of_plan:
        if change.list_key in file.content:
            return file
    if of_plan:
        return of_plan[0]
    new = CommentedMap(period=occasion, exempeldata="nej", plan=change.plan)
    new.yaml_set_start_comment(
        "yaml-language-server: $schema=../../../docs/schema/follow-up.schema.json"
    )
    files.append(_File(folder / f"{change.plan}.yaml", new))
    return files[-1]


def _entry(content: CommentedMap, change: EntryChange) -> CommentedMap | None:
    for entry in content.get(change.list_key) or ():
        if all(
            _text(entry.get(key, _IMPLIED.get(key))) == text for key, text in change.match.items()
        ):
            found: CommentedMap = entry
            return found
    return None


_IMPLIED = {"steg": "1"}
"""Keys that a file may leave out, with what that means."""


def _text(value: Any) -> str:  # noqa: ANN401 - any scalar of a file
    """A scalar as it was written."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return str(value).strip()


def _apply(file: _File, change: EntryChange) -> list[EntryConflict]:
    entry = _entry(file.content, change)
    current = {key: _text(entry.get(key) if entry else None) for key in change.values}
    conflicts = [
        EntryConflict(change, key, current[key])
        for key, text in change.values.items()
        if not _same(current[key], change.before.get(key, "")) and not _same(current[key], text)
    ]
    if conflicts:
        return conflicts
    wanted = _wanted(entry, change)
    has_note = bool(change.note) and not _has_note(entry, change)
    if not wanted and not has_note:
        return []
    gap: list[Any] | None = None
    if entry is None:
        entry = CommentedMap((key, _scalar(text)) for key, text in change.match.items())
        entries = file.content.setdefault(change.list_key, CommentedSeq())
        gap = _taken_gap(entries)
        entries.append(entry)
    for key, text in {**wanted, **change.signed}.items():
        _set(entry, key, text)
    if has_note:
        note = CommentedMap((key, _scalar(text)) for key, text in change.note.items() if text)
        entry.setdefault(change.note_key, CommentedSeq()).append(note)
    if gap is not None:
        entry.ca.items[next(reversed(entry))] = gap
    file.is_changed = True
    return []


def _taken_gap(entries: CommentedSeq) -> list[Any] | None:
    """What stands between a list and the next key, taken from the list's last entry.

    Blank lines and comments after an entry hang on its last value; a new last entry has to
    take them over, or they would end up in the middle of the list.
    """
    last = entries[-1] if entries else None
    if not isinstance(last, CommentedMap) or not last or last.fa.flow_style():
        return None
    gap: list[Any] | None = last.ca.items.pop(next(reversed(last)), None)
    return gap


def _has_note(entry: CommentedMap | None, change: EntryChange) -> bool:
    notes = (entry.get(change.note_key) if entry else None) or ()
    return any(
        all(_same(_text(note.get(key)), text) for key, text in change.note.items())
        for note in notes
    )


def _same(one: str, other: str) -> bool:
    """Whether two texts say the same; how their lines are broken does not matter."""
    return one.split() == other.split()


def _set(entry: CommentedMap, key: str, text: str) -> None:
    if text:
        entry[key] = _scalar(text)
    else:
        entry.pop(key, None)


def _scalar(text: str) -> object:
    """A date or a whole number stands without quotes, as people write it."""
    if _ISO.fullmatch(text):
        return date.fromisoformat(text)
    return int(text) if _WHOLE.fullmatch(text) else " ".join(text.split())
