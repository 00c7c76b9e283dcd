"""Review remarks ("anmärkningar") kept in ``data/granskning/<period>/anmarkningar.yaml``.

The file belongs to the region: what is written there is never changed, only added to, and
someone may set ``status`` to klar or write an answer under a remark.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from rapport.domain.period import Occasion
from rapport.domain.problem import InputRejected, Location, Problem
from rapport.editing.safe_writing import replace_files, sole_writer

_FOLDER = Path("data", "granskning")
_HEAD = """\
# Anmärkningar ur granskade utkast. rapport collect lägger till nya sist och ändrar aldrig dem
# som finns. Sätt status till klar när en anmärkning är omhändertagen.
"""
_WIDTH = 96


@dataclass(frozen=True)
class ReviewRemark:
    """A remark from a reviewed draft: who, when, where, about what, and the words.

    ``place`` is where in the report it stands, ``key`` the text it is about if it is about
    one. ``answers`` is the id of the remark it replies to.
    """

    report: str
    file: str
    author: str
    date: str
    place: str
    key: str
    quoted: str
    text: str
    answers: str = ""
    done: bool = False

    @property
    def id(self) -> str:
        """The same for the same remark in every copy it stands in."""
        said = f"{self.report}\n{self.author}\n{self.date}\n{self.text}"
        return hashlib.sha256(said.encode()).hexdigest()[:12]


def remarks_path(occasion: str) -> str:
    """The file of an occasion's remarks, relative to the workspace."""
    return (_FOLDER / str(Occasion.parse(occasion)) / "anmarkningar.yaml").as_posix()


def add_remarks(root: Path, occasion: str, remarks: Iterable[ReviewRemark]) -> int:
    """Add the remarks that the file does not have, and say how many they were.

    Raises:
        InputRejected: the file cannot be read.
        RenderFailed: the system refused to write.
    """
    path = root / remarks_path(occasion)
    with sole_writer(path.parent):
        new = new_remarks(root, occasion, remarks)
        if new:
            before = _content(path)
            after = before if before.endswith("\n") else f"{before}\n"
            replace_files({path: (after + _written(new)).encode()})
    return len(new)


def new_remarks(
    root: Path, occasion: str, remarks: Iterable[ReviewRemark]
) -> tuple[ReviewRemark, ...]:
    """The remarks that the file does not have, each once.

    Raises:
        InputRejected: the file cannot be read.
    """
    name = remarks_path(occasion)
    known = _ids(_content(root / name), name)
    return tuple({each.id: each for each in remarks if each.id not in known}.values())


def _content(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else _HEAD


def _ids(content: str, name: str) -> frozenset[str]:
    """The ids that a file of remarks has."""
    try:
        entries = YAML(typ="safe").load(content) or []
        return frozenset(str(entry["id"]) for entry in entries)
    except (YAMLError, TypeError, KeyError):
        message = (
            "Filen med anmärkningar går inte att läsa, så inget läggs till i den. Den ska vara en "
            "lista där varje punkt har ett id. Rätta den eller byt namn på den."
        )
        raise InputRejected((Problem(Location(name), "oläsbar-fil", message),)) from None


def _written(remarks: Iterable[ReviewRemark]) -> str:
    """Remarks as the items of a YAML list; what is empty is left out."""
    yaml = YAML(typ="rt")
    yaml.allow_unicode = True
    yaml.width = _WIDTH
    sheet = io.StringIO()
    yaml.dump([_entry(remark) for remark in remarks], sheet)
    return sheet.getvalue()


def _entry(remark: ReviewRemark) -> dict[str, str]:
    named = {
        "id": remark.id,
        "status": "klar" if remark.done else "öppen",
        "anmärkning": remark.text,
        "av": remark.author,
        "när": remark.date,
        "rapport": remark.report,
        "var": remark.place,
        "text": remark.key,
        "gäller": remark.quoted,
        "svar_på": remark.answers,
        "ur": remark.file,
    }
    return {name: value for name, value in named.items() if value}
