"""JSON Schemas of the files that people write, so that an editor can complete and check them.

``python -m rapport.sources.schema`` writes them to ``docs/schema``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter

from rapport.sources.follow_up_model import FollowUpModel
from rapport.sources.mapping_file import MappingFile
from rapport.sources.plan_model import CalendarFileModel, PlanModel
from rapport.sources.report_file import ReportModel
from rapport.sources.report_states_file import ReportStatesModel
from rapport.sources.text_file import FrontMatterModel

FOLDER = Path("docs/schema")

_KINDS: Mapping[str, tuple[str, tuple[type[BaseModel], ...]]] = {
    "plan": ("Plan eller beredningsplan i data/planer", (PlanModel, CalendarFileModel)),
    "report": ("Rapport i reports", (ReportModel,)),
    "follow-up": ("Uppföljning i data/uppfoljning", (FollowUpModel,)),
    "report-states": (
        "Rapporternas läge i data/uppfoljning/<period>/rapporter.yaml",
        (ReportStatesModel,),
    ),
    "text": ("Huvudet i en text i data/texter", (FrontMatterModel,)),
    "matvarden-mapping": ("Beskrivning av en datafil i data/matvarden", (MappingFile,)),
}


def schemas() -> dict[str, str]:
    """The finished text of each schema, by file name."""
    return {
        f"{name}.schema.json": _schema(title, *kinds) for name, (title, kinds) in _KINDS.items()
    }


def _schema(title: str, *kinds: type[BaseModel]) -> str:
    whole: dict[str, Any] = TypeAdapter(kinds[0]).json_schema()
    if len(kinds) > 1:
        whole = _either([TypeAdapter(kind).json_schema() for kind in kinds])
    content = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        **_without_english(whole),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _either(parts: list[dict[str, Any]]) -> dict[str, Any]:
    """One schema for a folder with several kinds of file; shared definitions stand once."""
    definitions = {name: part for each in parts for name, part in each.pop("$defs", {}).items()}
    return {"$defs": definitions, "anyOf": parts}


def _without_english(node: Any) -> Any:  # noqa: ANN401 - any JSON value
    """The schema without what is taken from the code: English titles, and defaults as objects.

    Descriptions of fields are Swedish and stay; so do keys that happen to be called so.
    """
    if isinstance(node, list):
        return [_without_english(item) for item in node]
    if not isinstance(node, dict):
        return node
    from_code = {"title", "default"}
    if {"properties", "enum"} & node.keys():
        from_code.add("description")
    kept = {key: value for key, value in node.items() if key not in from_code}
    return {
        key: {name: _without_english(part) for name, part in value.items()}
        if key in {"properties", "$defs"}
        else _without_english(value)
        for key, value in kept.items()
    }


def write(folder: Path) -> None:
    """Write all schemas to a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
