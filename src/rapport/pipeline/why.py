"""Why each document was made anew ("rapport build --why"), or could be taken from the cache."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from rapport.domain.cache import Cache, NoCache
from rapport.domain.fingerprint import fingerprint
from rapport.render.documents import Rendered
from rapport.swedish import prose

_TEMPLATES, _PROGRAM, _LIBRARIES = "mallar", "program", "bibliotek"
_MOST_NAMED = 4


@dataclass(frozen=True)
class Reason:
    """A file of a build, whether it was made anew, and why."""

    file: str
    remade: bool
    why: str

    def __str__(self) -> str:
        return f"{self.file}: {'görs om' if self.remade else 'oförändrad'}, {self.why}"


@dataclass(frozen=True)
class Memory:
    """What the builds of one occasion were made of the last time, kept in the cache."""

    cache: Cache
    occasion: str

    def reasons(self, rendered: Rendered, inputs: Mapping[str, str]) -> tuple[Reason, ...]:
        """Why each file of a document came about as it did, and remember it for the next time.

        ``inputs`` are the hashes of the files that the document stands on, by their paths.
        """
        now = {
            **inputs,
            _PROGRAM: rendered.decided.program,
            _LIBRARIES: rendered.decided.libraries,
        }
        return tuple(self._reason(file, rendered, now) for file in rendered.files)

    def _reason(self, file: str, rendered: Rendered, now: Mapping[str, str]) -> Reason:
        if isinstance(self.cache, NoCache):
            return Reason(file, remade=True, why="allt görs från början")
        key = fingerprint("senast", self.occasion, file)
        entry = self.cache.get(key)
        self.cache.put(key, json.dumps(dict(now), sort_keys=True).encode())
        if file in rendered.reused:
            return Reason(file, remade=False, why="hämtad ur mellanlagret")
        if entry is None:
            return Reason(file, remade=True, why="den finns inte i mellanlagret sedan tidigare")
        return Reason(file, remade=True, why=_difference(json.loads(entry), now))


def _difference(before: Mapping[str, str], now: Mapping[str, str]) -> str:
    """What has changed, in words, the first few when it is much."""
    changed = [name for name in sorted({*before, *now}) if before.get(name) != now.get(name)]
    said = list(dict.fromkeys(_words(name, before, now) for name in changed))
    if not said:
        return "innehållet är ett annat fast filerna är desamma"
    rest = len(said) - _MOST_NAMED
    if rest > 0:
        said = [*said[:_MOST_NAMED], f"{prose.count_word(rest, neuter=False)} ändringar till"]
    return prose.enumeration(said)


def _words(name: str, before: Mapping[str, str], now: Mapping[str, str]) -> str:
    """One changed thing: "texten analys.kostnad är ändrad"."""
    if name == _PROGRAM:
        return "programmet är ändrat"
    if name == _LIBRARIES:
        return "programbiblioteken är andra"
    path = PurePosixPath(name)
    what = " ".join(_name(path))
    if name not in before:
        return f"{what} är ny"
    return f"{what} är borttagen" if name not in now else f"{what} är ändrad"


def _name(path: PurePosixPath) -> Iterator[str]:
    match path.parts:
        case ("data", "texter", period, _):
            yield f"texten {path.stem} ({period})"
        case ("data", "matvarden", *_):
            yield f"mätdatafilen {path.name}"
        case ("data", "planer", *_):
            yield f"planen {path.stem}"
        case ("data", "uppfoljning", period, _):
            yield f"uppföljningen {path.stem} ({period})"
        case ("reports", _):
            yield f"rapportdefinitionen {path.stem}"
        case ("templates", *_):
            yield f"mallen {path.relative_to('templates')}"
        case _:
            yield f"filen {path}"
