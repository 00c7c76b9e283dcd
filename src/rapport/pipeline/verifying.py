"""Verifying a finished file: whether it is what was built, from what, and what differs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rapport.domain.problem import InputRejected
from rapport.pipeline.build_places import BuildPlace, build_place
from rapport.pipeline.reading import unknown_choice
from rapport.pipeline.seal_checks import Seals, seal_checks, seals_of
from rapport.pipeline.verification import Check, Mark, Standing, Verification
from rapport.render.data_package import PACKAGE
from rapport.render.finished_pdf import FinishedPdf, broken_rules, read_finished_pdf, revisions
from rapport.render.manifest import MANIFEST, file_sha256
from rapport.render.manifest_reading import ReadManifest, read_manifest
from rapport.render.templates_folder import templates_folder
from rapport.swedish import dates, prose

_FIGURES, _ORIGIN = "resultat.csv", "harkomst.json"
_TEMPLATES = "templates/"
_NAMED = 5
_FILE = prose.Noun("fil", "filer", neuter=False)


@dataclass(frozen=True)
class _Subject:
    """A file with what can be told of it: its manifest, and for a PDF what lies in it.

    ``place`` is the build it was made in, and where in it, when there is one on disk.
    """

    path: Path
    content: bytes
    place: BuildPlace
    manifest: ReadManifest | None
    pdf: FinishedPdf | None
    origin: ReadManifest | None
    seals: Seals

    @property
    def name(self) -> str:
        """Its name in the manifest."""
        return self.place.file.relative_to(self.place.folder).as_posix()

    @property
    def hashes(self) -> tuple[str, ...]:
        """Of the whole file, and before it of what a PDF was before each addition."""
        parts = (*revisions(self.content),) if self.pdf else ()
        return tuple(dict.fromkeys(_sha256(part) for part in (*parts, self.content)))


def verify(path: Path, root: Path, issuers: Sequence[Any] = ()) -> Verification:
    """Verify a file of a build: PDF, Word, HTML, results or the manifest itself.

    ``root`` is the region's folder, whose files are compared with those the build read;
    ``issuers`` are certificates that a seal may be issued by.

    Raises:
        InputRejected: there is no such file.
    """
    subject = _subject(path, root, issuers)
    if path.name == MANIFEST:
        standing, checks = _manifest_itself(subject)
    elif path.name == PACKAGE:
        text = f"Ett datapaket prövas genom att byggas om: rapport build --from-package {path}."
        standing, checks = Standing.UNDECIDED, (Check("paket", Mark.NOTE, text),)
    else:
        standing, checks = _standing(subject), (*_file_checks(subject), *_pdf_checks(subject))
    origin = subject.origin or subject.manifest
    about_build = (*_build_check(origin), *_input_checks(origin, root))
    return Verification(path.as_posix(), standing, (*checks, *about_build), origin)


def _subject(path: Path, root: Path, issuers: Sequence[Any]) -> _Subject:
    try:
        content = path.read_bytes()
    except OSError as fault:
        message = f"Filen {path} kan inte läsas: {fault.strerror}. Kontrollera namnet."
        raise InputRejected((unknown_choice(message),)) from fault
    place = build_place(path, content, root)
    manifest = read_manifest((place.folder / MANIFEST).read_bytes()) if place else None
    pdf = read_finished_pdf(content) if content.startswith(b"%PDF-") else None
    inside = pdf.files.get(_ORIGIN) if pdf else None
    return _Subject(
        path=path,
        content=content,
        place=place or BuildPlace(path.parent, path),
        manifest=manifest,
        pdf=pdf,
        origin=read_manifest(inside) if inside else None,
        seals=seals_of(content, pdf, issuers),
    )


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _standing(subject: _Subject) -> Standing:
    manifest = subject.manifest
    if manifest is None or not manifest.is_whole:
        return Standing.SEALED if subject.seals.vouch else Standing.UNDECIDED
    built, earlier = set(manifest.outputs.values()), set(manifest.earlier.values())
    whole = _sha256(subject.content)
    if whole in built:
        return Standing.AS_BUILT
    if subject.seals.hold and not built.isdisjoint(subject.hashes):
        return Standing.AS_BUILT
    if not earlier.isdisjoint(subject.hashes):
        return Standing.OTHER_BUILD
    if subject.origin is not None and not subject.origin.same_origin(manifest):
        return Standing.OTHER_BUILD
    known = subject.name in manifest.outputs or subject.origin is not None
    return Standing.DIFFERS if known else Standing.FOREIGN


def _file_checks(subject: _Subject) -> Iterator[Check]:
    manifest = subject.manifest
    if manifest is None:
        text = (
            f"{MANIFEST} saknas eller kan inte läsas. Det går inte att avgöra om filen är som den "
            "byggdes; lägg tillbaka filen som bygget skrev."
        )
        yield Check("manifest", Mark.NO, text)
        return
    if not manifest.is_whole:
        text = f"{MANIFEST} har ändrats sedan bygget: kontrollsumman stämmer inte."
        yield Check("manifest", Mark.NO, text)
        return
    yield _hash_check(subject, manifest)


def _hash_check(subject: _Subject, manifest: ReadManifest) -> Check:  # noqa: PLR0911 - one line for each case
    names = {value: name for name, value in manifest.outputs.items()}
    own = next((one for one in reversed(subject.hashes) if one in names), None)
    if own == _sha256(subject.content):
        if subject.place.file != subject.path:
            text = f"Filen är {subject.name} i bygget {subject.place.folder} ({own[:12]}…)."
            return Check("fil", Mark.YES, text)
        if names[own] == subject.name:
            return Check("fil", Mark.YES, f"Filen är den som {MANIFEST} anger ({own[:12]}…).")
        return Check("fil", Mark.NOTE, f"Filen är {names[own]} i {MANIFEST} under ett annat namn.")
    if own is not None and subject.seals.hold:
        return Check("fil", Mark.YES, f"Filen är {names[own]} i {MANIFEST} med en stämpel efter.")
    if own is not None:
        text = f"Något har lagts till efter {names[own]}, som den byggdes."
        return Check("fil", Mark.NO, text)
    if not set(manifest.earlier.values()).isdisjoint(subject.hashes):
        text = f"Filen låg kvar från ett tidigare bygge när {MANIFEST} skrevs."
        return Check("fil", Mark.NO, text)
    if subject.name in manifest.outputs:
        text = f"Filen har inte det innehåll som byggdes ({manifest.outputs[subject.name][:12]}…)."
        return Check("fil", Mark.NO, text)
    return Check("fil", Mark.NO, f"Filen finns inte i {MANIFEST}.")


def _pdf_checks(subject: _Subject) -> Iterator[Check]:
    if subject.path.suffix.lower() != ".pdf":
        return
    if subject.pdf is None:
        yield Check("pdf", Mark.NO, "Filen går inte att läsa som PDF.")
        return
    yield from _attached_checks(subject, subject.pdf)
    if subject.pdf.level is None:
        yield Check("regler", Mark.NO, "Filen säger inte att den är PDF/A.")
    else:
        found = broken_rules(subject.content, subject.pdf.level)
        names = f"PDF/UA-1 och PDF/A-{subject.pdf.level}"
        if found:
            yield Check("regler", Mark.NO, f"Filen följer inte {names}: {found[0]}.")
        else:
            yield Check("regler", Mark.YES, f"Filen följer {names}.")
    yield from seal_checks(subject.seals)


def _attached_checks(subject: _Subject, pdf: FinishedPdf) -> Iterator[Check]:
    if not pdf.files:
        yield Check("bilagor", Mark.NOT_ASKED, "Filen har inga bilagor att jämföra.")
        return
    if _FIGURES in pdf.files:
        yield _figures_check(subject, pdf.files[_FIGURES])
    if subject.origin is None:
        yield Check("härkomst", Mark.NOTE, f"Filen har ingen bilaga {_ORIGIN} från rapport.")
    elif subject.manifest is not None:
        yield _origin_check(subject.origin, subject.manifest)


def _figures_check(subject: _Subject, attached: bytes) -> Check:
    beside = subject.place.file.with_name(_FIGURES)
    if not beside.is_file():
        text = f"{_FIGURES} finns inte bredvid filen; bilagan kan inte jämföras."
        return Check("siffror", Mark.NOT_ASKED, text)
    if file_sha256(beside) == _sha256(attached):
        return Check("siffror", Mark.YES, f"Bilagan {_FIGURES} är lika med filen bredvid.")
    return Check("siffror", Mark.NO, f"Bilagan {_FIGURES} är inte lika med filen bredvid.")


def _origin_check(inside: ReadManifest, beside: ReadManifest) -> Check:
    if inside.same_origin(beside):
        return Check("härkomst", Mark.YES, f"Bilagan {_ORIGIN} säger detsamma som {MANIFEST}.")
    parts = [
        *([f"rapport {inside.version} mot {beside.version}"] * (inside.version != beside.version)),
        *(
            [f"uttagsdag {inside.extracted} mot {beside.extracted}"]
            * (inside.extracted != beside.extracted)
        ),
        *(["andra inställningar"] * (dict(inside.parameters) != dict(beside.parameters))),
        *_named([n for n in _different(inside.inputs, beside.inputs) if n in inside.inputs]),
    ]
    text = f"Bilagan {_ORIGIN} skiljer sig från {MANIFEST}: {'; '.join(parts)}."
    return Check("härkomst", Mark.NO, text)


def _build_check(origin: ReadManifest | None) -> Iterator[Check]:
    if origin is None:
        return
    period = origin.parameters.get("period", "okänd period")
    kind = "slutlig" if origin.parameters.get("slutlig") == "ja" else "utkast"
    files = prose.counted(len(origin.inputs), _FILE)
    text = f"Byggd med rapport {origin.version} för {period} ({kind}) ur {files}"
    try:
        day = dates.long_date(date.fromisoformat(origin.extracted))
    except ValueError:
        yield Check("bygge", Mark.NOTE, f"{text}; när siffrorna togs ut är okänt.")
    else:
        yield Check("bygge", Mark.YES, f"{text}; siffrorna är uttagna den {day}.")


def _input_checks(origin: ReadManifest | None, root: Path) -> Iterator[Check]:
    if origin is None:
        return
    if not (root / "rapport.toml").is_file():
        text = "Underlaget har inte jämförts: ange regionens mapp med -C."
        yield Check("underlag", Mark.NOT_ASKED, text)
        return
    changed = _changed(origin.inputs, dict(_hashes_now(origin, root)))
    if changed:
        text = f"Underlaget har ändrats sedan bygget: {', '.join(_named(changed))}."
        yield Check("underlag", Mark.NOTE, text)
    else:
        yield Check("underlag", Mark.YES, "Underlaget är oförändrat sedan bygget.")


def _hashes_now(origin: ReadManifest, root: Path) -> Iterator[tuple[str, str]]:
    """The hashes of the files the build read as they are today; those that are gone have none."""
    templates = templates_folder(root)
    for name in origin.inputs:
        folder = templates if name.startswith(_TEMPLATES) else root
        path = folder / name.removeprefix(_TEMPLATES)
        if path.is_file() and path.resolve().is_relative_to(folder.resolve()):
            yield name, file_sha256(path)


def _changed(built: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """The files that are not what they were, and of those that are gone, that they are."""
    return [name if name in now else f"{name} (saknas)" for name in _different(built, now)]


def _different(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def _named(names: Sequence[str]) -> list[str]:
    rest = len(names) - _NAMED
    return [*names[:_NAMED], *([f"och {prose.counted(rest, _FILE)} till"] if rest > 0 else [])]


def _manifest_itself(subject: _Subject) -> tuple[Standing, tuple[Check, ...]]:
    """Whether the manifest is whole and every file it lists is there as it was built."""
    manifest = subject.manifest
    if manifest is None or not manifest.is_whole:
        return Standing.DIFFERS, tuple(_file_checks(subject))
    now = {
        name: file_sha256(subject.place.folder / name)
        for name in manifest.outputs
        if (subject.place.folder / name).is_file()
    }
    changed = _changed(manifest.outputs, now)
    if changed:
        text = f"Ändrade eller borttagna sedan bygget: {', '.join(_named(changed))}."
        return Standing.DIFFERS, (Check("filer", Mark.NO, text),)
    text = f"Alla filer ur bygget finns och är oförändrade: {prose.counted(len(now), _FILE)}."
    return Standing.AS_BUILT, (Check("filer", Mark.YES, text),)
