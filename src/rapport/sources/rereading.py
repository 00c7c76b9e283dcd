"""Reading a workspace again when only a few texts have changed since it was read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path, PurePosixPath

from rapport.domain.follow_up import NarrativeText
from rapport.domain.problem import Problem
from rapport.sources.source_text import read_source
from rapport.sources.text_file import read_text
from rapport.sources.workspace import Workspace

_ABOUT_THE_NAME = "okänd-text"


def with_texts_again(
    root: Path, workspace: Workspace, problems: tuple[Problem, ...], changed: Collection[str]
) -> tuple[Workspace, tuple[Problem, ...]] | None:
    """The workspace and its problems with some of the occasion's texts read again.

    ``changed`` are paths of files. None when more than the words of known texts has changed,
    so that the whole workspace has to be read.
    """
    known = {text.location.path: text for text in workspace.follow_up.texts}
    fresh: dict[str, NarrativeText] = {}
    found = [p for p in problems if p.location.path not in changed or p.code == _ABOUT_THE_NAME]
    for name in sorted(changed):
        source, faults = read_source(root, root / PurePosixPath(name))
        text, mistakes = read_text(source) if source and name in known else (None, ())
        if text is None or text.is_example != known[name].is_example:
            return None
        fresh[name] = text
        found += [*faults, *mistakes]
    texts = tuple(fresh.get(text.location.path, text) for text in workspace.follow_up.texts)
    follow_up = replace(workspace.follow_up, texts=texts)
    return replace(workspace, follow_up=follow_up), tuple(found)
