"""The folders of report occasions: the follow-up and texts of one, and what came before it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import replace

from rapport.domain.assignment import AssignmentReport
from rapport.domain.earlier_texts import EarlierTexts
from rapport.domain.follow_up import FollowUp, NarrativeText, ReportState
from rapport.domain.period import Occasion
from rapport.domain.problem import Location, Problem
from rapport.sources.files_read import FileReader
from rapport.sources.follow_up_file import merged, read_follow_up
from rapport.sources.report_states_file import REPORT_STATES, read_report_states
from rapport.sources.text_file import read_text

FOLLOW_UP = "data/uppfoljning"
TEXTS = "data/texter"


def follow_ups_of(
    reader: FileReader, occasion: Occasion | None, reports: Collection[str]
) -> Iterator[tuple[str, FollowUp]]:
    """The follow-up of each occasion asked for, by its name."""
    names = {*reader.folders(FOLLOW_UP), *reader.folders(TEXTS)}
    for name in sorted(names):
        try:
            found = Occasion.parse(name)
        except ValueError as error:
            reader.problems.append(_bad_folder(reader, name, str(error)))
            continue
        if occasion is None or found == occasion:
            yield str(found), _follow_up(reader, found, name, reports)


def _bad_folder(reader: FileReader, name: str, reason: str) -> Problem:
    parent = FOLLOW_UP if name in reader.folders(FOLLOW_UP) else TEXTS
    message = f"Mappens namn är inget rapporttillfälle: {reason.rstrip('.')}. Byt namn på mappen."
    return Problem(Location(f"{parent}/{name}"), "fel-mappnamn", message)


def _follow_up(
    reader: FileReader, occasion: Occasion, folder: str, reports: Collection[str]
) -> FollowUp:
    parts: list[FollowUp] = []
    states: tuple[ReportState, ...] = ()
    for path in reader.files(f"{FOLLOW_UP}/{folder}", ".yaml"):
        tree = reader.yaml(path)
        if tree and path.name == REPORT_STATES:
            states, problems = read_report_states(tree, occasion, reports)
            reader.problems += problems
            continue
        part, problems = read_follow_up(tree, occasion) if tree else (None, ())
        reader.problems += problems
        if part:
            parts.append(part)
    texts = _texts(reader, folder)
    given = merged(parts)
    is_example = given.is_example or any(text.is_example for text in texts)
    return replace(
        given,
        texts=texts,
        is_example=is_example,
        report_states=states,
        earlier_assignment_reports=tuple(_earlier_reports(reader, occasion)),
    )


def _texts(reader: FileReader, folder: str) -> tuple[NarrativeText, ...]:
    texts = []
    for path in reader.files(f"{TEXTS}/{folder}", ".md"):
        source = reader.text(path)
        text, problems = read_text(source) if source else (None, ())
        reader.problems += problems
        if text:
            texts.append(text)
    return tuple(texts)


def earlier_texts(reader: FileReader, occasion: Occasion) -> EarlierTexts | None:
    """The texts of the last report before this one; what is wrong in them was its matter."""
    before = _before(reader, TEXTS, occasion)
    if not before:
        return None
    latest, folder = before[-1]
    aside = FileReader(reader.root)
    texts = _texts(aside, folder)
    reader.inputs |= aside.inputs
    return EarlierTexts(latest, texts)


def _earlier_reports(reader: FileReader, occasion: Occasion) -> Iterator[AssignmentReport]:
    """What was reported back of assignments at earlier occasions, oldest first."""
    aside = FileReader(reader.root)
    for earlier, folder in _before(reader, FOLLOW_UP, occasion):
        for path in aside.files(f"{FOLLOW_UP}/{folder}", ".yaml"):
            if path.name == REPORT_STATES:
                continue
            tree = aside.yaml(path)
            part, _ = read_follow_up(tree, earlier) if tree else (None, ())
            if part:
                yield from part.assignment_reports
    reader.inputs |= aside.inputs


def _before(reader: FileReader, parent: str, occasion: Occasion) -> list[tuple[Occasion, str]]:
    """The occasions before one that have a folder, oldest first, with the folder's name."""
    found: list[tuple[Occasion, str]] = []
    for name in reader.folders(parent):
        with suppress(ValueError):
            found.append((Occasion.parse(name), name))
    before = [each for each in found if each[0].period.last < occasion.period.last]
    return sorted(before, key=lambda each: (each[0].period.last, each[0].period.first))
