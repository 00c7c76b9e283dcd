"""Asking ("rapport forms"): a form to every office that is asked anything before a report."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from rapport.domain.follow_up import FollowUp
from rapport.domain.meetings import Stage
from rapport.domain.period import Occasion
from rapport.domain.problem import InputRejected
from rapport.forms.writing import form_bytes
from rapport.pipeline.orders import made_at
from rapport.pipeline.preparation import calendar_for, evaluate, report_date
from rapport.pipeline.reading import load, read, unknown_choice
from rapport.render.output_folder import write_build
from rapport.report.asked.asking import Asking
from rapport.report.asked.form import Form
from rapport.report.asked.questions import forms
from rapport.sources.occasion_folders import FOLLOW_UP, TEXTS
from rapport.sources.workspace import Workspace
from rapport.swedish import dates

FOLDER = "blanketter"


@dataclass(frozen=True)
class Asked:
    """The forms that were written: the folder, and each file with its office and its questions."""

    folder: Path
    forms: tuple[tuple[str, str, int], ...]


def write_forms(root: Path, occasion: Occasion, output: Path, offices: tuple[str, ...]) -> Asked:
    """Write a form for every office that is asked anything, or for those named.

    Raises:
        InputRejected: the region has errors, or an office is asked nothing.
        RenderFailed: a form could not be written.
    """
    workspace, _ = load(root, occasion)
    made = forms(_asking(root, workspace, occasion))
    chosen = _chosen(made, offices)
    day = report_date(workspace.measurements, occasion)
    files = {
        f"{file_name(form.office)}.xlsx": form_bytes(form, workspace.region.id, day)
        for form in chosen
    }
    folder = write_build(output / FOLDER, str(occasion), files, keep=bool(offices))
    listed = tuple((f"{file_name(form.office)}.xlsx", form.office, _count(form)) for form in chosen)
    return Asked(folder, listed)


def _count(form: Form) -> int:
    return sum(len(sheet.questions) for sheet in form.sheets)


def file_name(office: str) -> str:
    """An office's name as a file name: "Division Nära" is "division-nara"."""
    plain = unicodedata.normalize("NFKD", office).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:64] or "blankett"


def _asking(root: Path, workspace: Workspace, occasion: Occasion) -> Asking:
    heads = [report.head for report in made_at(workspace, occasion)]
    return Asking(
        region=workspace.region,
        plans=tuple(plan for plan in workspace.plans if plan.covers(occasion.year)),
        occasion=occasion,
        evaluation=evaluate(workspace, occasion),
        now=workspace.follow_up,
        before=_earlier(root, occasion),
        secretary=next((head.prepared_by for head in heads if head.prepared_by), ""),
        due=_due(workspace, occasion),
    )


def _earlier(root: Path, occasion: Occasion) -> FollowUp:
    """The follow-up of the occasion before; what is wrong in it was that occasion's matter."""
    found: list[Occasion] = []
    for parent in (FOLLOW_UP, TEXTS):
        for folder in sorted((root / parent).glob("*")):
            with suppress(ValueError):
                found.append(Occasion.parse(folder.name))
    before = [each for each in found if each.period.last < occasion.period.last]
    if not before:
        return FollowUp()
    latest = max(before, key=lambda each: (each.period.last, each.period.first))
    return read(root, latest)[0].follow_up


def _due(workspace: Workspace, occasion: Occasion) -> str:
    """The day the papers are handed in, which the answers have to come before."""
    calendar = calendar_for(workspace, occasion, "")
    row = calendar.round_for(str(occasion)) if calendar else None
    day = row.day(Stage.SUBMISSION) if row else None
    return dates.long_date(day.first) if day and day.first else ""


def _chosen(made: tuple[Form, ...], offices: tuple[str, ...]) -> tuple[Form, ...]:
    if not offices:
        return made
    by_name = {form.office.casefold(): form for form in made}
    unknown = [name for name in offices if name.casefold() not in by_name]
    if unknown:
        known = ", ".join(form.office for form in made)
        raise InputRejected(
            tuple(
                unknown_choice(f'Ingen fråga ställs till "{name}". De som tillfrågas: {known}.')
                for name in unknown
            )
        )
    return tuple(by_name[name.casefold()] for name in offices)
