"""Packaging ("rapport package"): the papers of a case in one folder and one zip, for a board."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rapport.domain.meetings import Stage
from rapport.domain.organisation import Board
from rapport.domain.period import Occasion
from rapport.domain.problem import InputRejected, Location, Problem
from rapport.pipeline.orders import made_at
from rapport.pipeline.preparation import calendar_for, report_date
from rapport.pipeline.reading import load, not_ready, unknown_choice
from rapport.render.documents import Job, render_job
from rapport.render.manifest import MANIFEST, file_sha256
from rapport.render.manifest_reading import ReadManifest, read_manifest
from rapport.render.output_folder import write_build
from rapport.render.templates_folder import templates_folder
from rapport.render.zipped import zip_bytes
from rapport.report.case_path import body_of
from rapport.report.definition import LETTER, ReportDefinition
from rapport.report.package_list import CHECKSUMS, ID, Paper, PaperList, cover_list
from rapport.sources.workspace import Workspace

_FOLDER = "paket"
_FIGURES = "resultat.csv"


@dataclass(frozen=True)
class Packaged:
    """What was packed: the folder, its zip and the files in it, in order."""

    folder: Path
    files: tuple[str, ...]
    is_draft: bool


@dataclass(frozen=True)
class _Case:
    """The papers of one board at one occasion, as they were built."""

    board: Board
    occasion: Occasion
    reports: tuple[ReportDefinition, ...]
    built: Path
    manifest: ReadManifest

    @property
    def is_draft(self) -> bool:
        """Whether the papers are drafts, which no board may be sent."""
        return self.manifest.parameters.get("slutlig") != "ja"

    @property
    def name(self) -> str:
        """What the package is called: "hsn-T2-2024"."""
        return f"{self.board.id}-{self.occasion}"


def package(root: Path, to: str, occasion: Occasion, output: Path, *, draft: bool) -> Packaged:
    """Pack what has been built for a board: letter, summary, report, figures and a cover list.

    Names have only a–z, digits, hyphen and underscore, and begin with their place in the order,
    so that any diarium takes them.

    Raises:
        InputRejected: no such board, nothing is made for it, something is not built, a file is
            not what was built, or the papers are drafts and ``draft`` was not asked for.
        RenderFailed: the package could not be written.
    """
    workspace, _ = load(root, occasion)
    board = _board(workspace, to)
    case = _case(workspace, board, occasion, output / str(occasion))
    if case.is_draft and not draft:
        message = (
            f"Rapporterna i {case.built} är utkast och får inte skickas. Bygg dem med --final, "
            "eller ange --draft för ett paket att granska."
        )
        raise InputRejected((not_ready(message),))
    papers = tuple(_papers(case))
    _refuse_changed(case, papers)
    files = {paper.file: (case.built / source).read_bytes() for paper, source in papers}
    listed = tuple(paper for paper, _ in papers)
    files[f"00_{ID}.pdf"] = _cover(root, workspace, case, listed)
    sums = (f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    files[CHECKSUMS] = "".join(sums).encode()
    names = tuple(sorted(files))
    files[f"{case.name}.zip"] = zip_bytes({f"{case.name}/{name}": files[name] for name in names})
    folder = write_build(output / _FOLDER, case.name, files, keep=False)
    return Packaged(folder, names, case.is_draft)


def _board(workspace: Workspace, to: str) -> Board:
    wanted = to.casefold()
    for board in workspace.region.boards:
        if wanted in {each.casefold() for each in (board.id, board.name, *board.aliases)}:
            return board
    known = ", ".join(board.id for board in workspace.region.boards)
    message = f'Det finns ingen nämnd "{to}" i rapport.toml. De som finns: {known}.'
    raise InputRejected((unknown_choice(message),))


def _case(workspace: Workspace, board: Board, occasion: Occasion, built: Path) -> _Case:
    reports = tuple(_reports(workspace, board, occasion))
    if not reports:
        message = f"Ingen rapport till {board.name} görs vid {occasion}. rapport list visar dem."
        raise InputRejected((unknown_choice(message),))
    path = built / MANIFEST
    manifest = read_manifest(path.read_bytes()) if path.is_file() else None
    if manifest is None:
        message = f"Det finns inget bygge i {built}. Kör rapport build --period {occasion} först."
        raise InputRejected((unknown_choice(message),))
    return _Case(board, occasion, reports, built, manifest)


def _reports(workspace: Workspace, board: Board, occasion: Occasion) -> Iterator[ReportDefinition]:
    """The board's reports: the letter first, then what else stands in front, then the reports."""
    to_board = [r for r in workspace.reports.values() if r.recipient == board.id]
    due = {report.id for report in made_at(workspace, occasion)}
    yield from sorted(
        (report for report in to_board if report.id in due),
        key=lambda report: (
            LETTER not in report.section_kinds,
            not report.stands_in_front,
            report.id,
        ),
    )


def _papers(case: _Case) -> Iterator[tuple[Paper, str]]:
    """Each paper with the built file it is; the figures last."""
    place = 0
    for place, report in enumerate(case.reports, start=1):
        name = f"{place:02}_{report.id}_{case.name}.pdf"
        yield Paper(report.title, name), f"{report.id}.pdf"
    name = f"{place + 1:02}_resultat_{case.name}.csv"
    yield Paper("Siffrorna i rapporterna, som data", name), _FIGURES


def _refuse_changed(case: _Case, papers: tuple[tuple[Paper, str], ...]) -> None:
    problems = []
    for _, source in papers:
        path = case.built / source
        stated = case.manifest.outputs.get(source)
        if not path.is_file() or stated is None:
            command = f"rapport build --period {case.occasion}"
            message = f"Filen hör till ärendet men är inte byggd. Kör {command}."
        elif file_sha256(path) != stated:
            message = "Filen har ändrats efter bygget. Bygg om den, eller återställ den."
        else:
            continue
        problems.append(Problem(Location(path.as_posix()), "fel-paket", message))
    if problems:
        raise InputRejected(tuple(problems))


def _cover(root: Path, workspace: Workspace, case: _Case, papers: tuple[Paper, ...]) -> bytes:
    behind = [report for report in case.reports if not report.stands_in_front]
    listed = PaperList(
        papers=papers,
        board=case.board.name,
        sender=workspace.region.name,
        occasion=case.occasion,
        meeting=_meeting(workspace, case),
        head=(behind or list(case.reports))[0].head,
        draft=case.is_draft,
        example=workspace.region.example,
        day=report_date(workspace.measurements, case.occasion),
    )
    document = cover_list(listed)
    made = render_job(Job(document, "", ("pdf",), templates_folder(root)))
    return made[f"{ID}.pdf"]


def _meeting(workspace: Workspace, case: _Case) -> date | None:
    calendar = calendar_for(workspace, case.occasion, case.board.id)
    row = calendar.round_for(str(case.occasion)) if calendar else None
    stage = next((s for s in Stage if body_of(workspace.region, s) == case.board.id), None)
    day = row.day(stage) if row and stage else None
    return day.first if day else None
