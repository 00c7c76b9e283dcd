"""Which of the files that were read a report stands on ("underlag"), and which it does not."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from rapport.report.blocks import Editable
from rapport.report.document import Document
from rapport.report.facts import Facts
from rapport.report.states import ANALYSIS
from rapport.report.text_keys import wanted_texts
from rapport.report.walking import walk


def inputs_of(facts: Facts, document: Document, inputs: Mapping[str, str]) -> dict[str, str]:
    """The inputs without the texts and definitions of other reports.

    So a changed comment changes only the reports that print it, also by what their PDF
    says that it was made of.
    """
    keys, own = _texts_of(facts, document), facts.definition.id
    return {
        name: content
        for name, content in inputs.items()
        if _is_used(PurePosixPath(name), keys, own)
    }


def _is_used(path: PurePosixPath, keys: frozenset[str], own: str) -> bool:
    match path.parts:
        case ("data", "texter", *_):
            return path.stem in keys
        case ("reports", *_):
            return path.stem == own
    return True


def _texts_of(facts: Facts, document: Document) -> frozenset[str]:
    """The texts that the report prints, asks for, or tells remarks about."""
    printed = (block.key for block in walk(document.blocks) if isinstance(block, Editable))
    analyses = (f"{ANALYSIS}{each.id}" for plan in facts.plans for each in plan.indicators)
    return frozenset((*printed, *dict(wanted_texts(facts)), *analyses))
