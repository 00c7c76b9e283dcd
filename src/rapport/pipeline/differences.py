"""Differences ("rapport diff"): two builds, two drafts or two occasions beside each other."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rapport.domain.plan import DocumentHead
from rapport.domain.problem import InputRejected
from rapport.pipeline.reading import load, unknown_choice
from rapport.render.documents import Job, render_job
from rapport.render.manifest import MANIFEST
from rapport.render.manifest_reading import ReadManifest, read_manifest
from rapport.render.output_folder import EARLIER, write_build
from rapport.render.page_reading import read_paper
from rapport.render.templates_folder import templates_folder
from rapport.report.changes.comparison import Changes, compare
from rapport.report.changes.log import ANCHOR, TITLE, log_blocks
from rapport.report.changes.snapshot import Snapshot, keyed
from rapport.report.compose import numbered
from rapport.report.document import Document

_ROWS = "resultat.csv"
_ENDINGS = (".pdf", ".docx", ".html")


@dataclass(frozen=True)
class Compared:
    """Two builds that have been compared, and the organisation whose figures come first."""

    changes: Changes
    organisation: str
    extracted: str


def diff(output: Path, first: str, second: str | None) -> Compared:
    """Compare two builds, each given by a folder or an occasion; one alone with the one before it.

    Raises:
        InputRejected: a folder holds no build.
    """
    if second is None:
        old, new = build_folder(output / EARLIER, first), build_folder(output, first)
    else:
        old, new = build_folder(output, first), build_folder(output, second)
    before, after = read_snapshot(old), read_snapshot(new)
    manifest = _manifest(new)
    organisation = next(iter(after.rows.values()))["organisation"] if after.rows else ""
    return Compared(compare(before, after), organisation, manifest.extracted)


def build_folder(output: Path, given: str) -> Path:
    """The folder of a build: itself, or that of an occasion in the output folder."""
    path = Path(given)
    return path if (path / MANIFEST).is_file() else output / given


def _manifest(folder: Path) -> ReadManifest:
    path = folder / MANIFEST
    manifest = read_manifest(path.read_bytes()) if path.is_file() else None
    if manifest is None:
        message = (
            f"Det finns inget bygge i {folder}. Ange en mapp som rapport build har skrivit, eller "
            "en period som är byggd. Ett ensamt utkast jämförs med det bygge som det ersatte."
        )
        raise InputRejected((unknown_choice(message),))
    return manifest


def read_snapshot(folder: Path) -> Snapshot:
    """A build that lies in a folder.

    Raises:
        InputRejected: it holds no build.
    """
    manifest = _manifest(folder)
    text = (folder / _ROWS).read_text(encoding="utf-8") if (folder / _ROWS).is_file() else ""
    papers = {
        path.stem: read_paper(path.stem, path.read_bytes())
        for path in sorted(folder.glob("*.html"))
    }
    return Snapshot(
        name=build_name(manifest.parameters, manifest.extracted),
        rows=keyed(csv.DictReader(io.StringIO(text))),
        papers=papers,
        reports=tuple(_reports(manifest)),
        inputs=manifest.inputs,
        version=manifest.version,
    )


def build_name(parameters: Mapping[str, str], extracted: str) -> str:
    """What people call a build: "T2-2024 (utkast, siffror uttagna 2024-09-05)"."""
    kind = "slutlig" if parameters.get("slutlig") == "ja" else "utkast"
    return f"{parameters.get('period', '')} ({kind}, siffror uttagna {extracted})"


def _reports(manifest: ReadManifest) -> Iterator[str]:
    """The ids of the region's reports in a build, each once."""
    names = (*manifest.outputs, *manifest.earlier)
    documents = (name for name in names if name.endswith(_ENDINGS) and "/" not in name)
    yield from dict.fromkeys(sorted(name.rpartition(".")[0] for name in documents))


def log_document(compared: Compared, sender: str, example: str) -> Document:
    """The change log as a document of its own."""
    changes = compared.changes
    title = f"{TITLE}: {changes.new.partition(' (')[0]}"
    return Document(
        id=ANCHOR,
        title=title,
        subtitle="",
        sender=sender,
        head=DocumentHead(document_class="Arbetsmaterial"),
        running_head=f"{title} · {sender}",
        running_foot="Arbetsmaterial, ingen handling",
        date=compared.extracted,
        draft=True,
        example=example,
        blocks=numbered(log_blocks(changes, compared.organisation, new_page=False)),
        keywords=(ANCHOR,),
    )


def write_log(
    root: Path, compared: Compared, output: Path, formats: tuple[str, ...]
) -> tuple[Path, ...]:
    """Write the change log beside the periods, in the formats asked for.

    Raises:
        InputRejected: there is no region in ``root``.
        RenderFailed: the log could not be rendered or written.
    """
    if not formats:
        return ()
    region = load(root, None)[0].region
    document = log_document(compared, region.name, region.example)
    files = render_job(Job(document, "", formats, templates_folder(root)))
    folder = write_build(output, ANCHOR, files, keep=False)
    return tuple(folder / name for name in sorted(files))


def changes_data(compared: Compared) -> dict[str, object]:
    """The changes for other programs, with every organisation's figures."""
    changes = compared.changes
    return {
        "fore": changes.old,
        "efter": changes.new,
        "siffror": [
            {
                **dict(zip(_KEY, each.key, strict=True)),
                "fore": dict(each.old) if each.old else None,
                "efter": dict(each.new) if each.new else None,
                "varfor": [str(reason) for reason in each.reasons],
                "ny_bedomning": each.verdict_changed,
            }
            for each in changes.figures
        ],
        "texter": [
            {"rapport": report, "nyckel": text.key, "fore": text.old, "efter": text.new}
            for text in changes.texts
            for report in text.reports
        ],
        "innehall": [
            {
                "rapport": paper.report,
                "saknas_nu": paper.now_missing,
                "saknas_inte_langre": paper.no_longer_missing,
                "nya_rubriker": paper.new_headings,
                "rubriker_som_utgatt": paper.gone_headings,
            }
            for paper in changes.papers
        ],
        "nya_rapporter": changes.new_reports,
        "rapporter_som_utgatt": changes.gone_reports,
        "kan_inte_jamforas": changes.unread,
        "andrade_underlag": changes.inputs,
        "version": changes.versions,
    }


_KEY = ("plan", "indikator", "organisation", "uppdelning")
