"""Sealing a built report with the region's certificate ("elektronisk stämpel")."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapport.domain.problem import InputRejected, RenderFailed
from rapport.pipeline.reading import unknown_choice
from rapport.pipeline.verification import Standing, Verification, verification_lines
from rapport.pipeline.verifying import verify
from rapport.render.finished_pdf import broken_rules, read_finished_pdf
from rapport.render.seal_extra import require_seal_extra

_SUFFIX = "-forseglad.pdf"


@dataclass(frozen=True)
class SealOrder:
    """What to seal, with which key, into which file, and which time stamp service to ask.

    ``password`` is called when the file is known to be one that may be sealed.
    """

    file: Path
    key: Path
    password: Callable[[], str]
    target: Path | None = None
    time_stamps: str | None = None

    @property
    def sealed_file(self) -> Path:
        """Where the sealed file goes: beside the built one unless something else was asked."""
        return self.target or self.file.with_name(f"{self.file.stem}{_SUFFIX}")


def trusted(issuers: Sequence[Path]) -> tuple[Any, ...]:
    """The certificates of issuers to trust.

    Raises:
        RenderFailed: the extra is missing, or a file holds no certificate.
    """
    if not issuers:
        return ()
    require_seal_extra()
    from rapport.render.sealing.reading import trusted_issuers  # noqa: PLC0415 - needs the extra

    return trusted_issuers(issuers)


def seal(order: SealOrder) -> str:
    """Seal a report that is what was built, and say what was done.

    Raises:
        InputRejected: the file is not what was built, or is sealed already.
        RenderFailed: the key cannot be used, or the sealed file cannot be written.
    """
    require_seal_extra()
    from rapport.render.sealing.signing import opened_key, sealed  # noqa: PLC0415 - needs the extra

    verification = _require_built(order)
    key = opened_key(order.key, order.password())
    content = sealed(order.file.read_bytes(), key, order.time_stamps)
    _require_still_good(content)
    _write(order.sealed_file, content)
    draft = (
        verification.origin is not None and verification.origin.parameters.get("slutlig") != "ja"
    )
    remark = " Rapporten är ett utkast." if draft else ""
    return f"{order.sealed_file}: förseglad av {key.holder}.{remark}"


def _require_built(order: SealOrder) -> Verification:
    """Only a PDF that a build made is sealed, once, and no file is overwritten."""
    found = verify(order.file, Path("ingen-region"))
    if order.file.suffix.lower() != ".pdf":
        _refuse(f"{order.file} är ingen PDF. Bara PDF-filer förseglas.")
    if any(check.about == "utfärdare" for check in found.checks):
        _refuse(f"{order.file} är redan förseglad. Försegla filen som byggdes.")
    if found.standing is not Standing.AS_BUILT or not found.is_good:
        told = "\n".join(verification_lines(found))
        _refuse(f"Bara en oförändrad rapport förseglas. Bygg om den först.\n{told}")
    if order.sealed_file.exists():
        _refuse(
            f"{order.sealed_file} finns redan. Flytta den, eller ange en annan fil med --output."
        )
    return found


def _refuse(message: str) -> None:
    raise InputRejected((unknown_choice(message),))


def _require_still_good(content: bytes) -> None:
    """A sealed file that is not PDF/A and PDF/UA any more is not handed out."""
    pdf = read_finished_pdf(content)
    found = broken_rules(content, pdf.level) if pdf is not None and pdf.level is not None else ()
    if pdf is None or pdf.level is None or found:
        rules = "\n".join(f"  {one}" for one in found)
        message = f"Den förseglade filen klarade inte kontrollen och har inte skrivits.\n{rules}"
        raise RenderFailed(message)


def _write(target: Path, content: bytes) -> None:
    """Whole or not at all."""
    try:
        with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as scratch:
            scratch.write(content)
        Path(scratch.name).chmod(0o666 & ~_umask())
        Path(scratch.name).replace(target)
    except OSError as fault:
        message = f"Kunde inte skriva {target}: {fault.strerror}."
        raise RenderFailed(message) from fault


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
