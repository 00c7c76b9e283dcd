"""Sealing a finished PDF with the region's certificate (PAdES B-B; B-T with a time stamp)."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.timestamps import HTTPTimeStamper, TimestampRequestError
from pyhanko_certvalidator.registry import SimpleCertificateStore

from rapport.domain.problem import RenderFailed
from rapport.render.sealing.field import FIELD, add_field
from rapport.render.sealing.names import holder

_REASON = "Rapporten är upprättad"


class _LeavesTheFileAsItIs(IncrementalPdfFileWriter):  # type: ignore[misc]  # pyHanko has no types
    """Adds to a file and leaves what it says of itself: the library would call it PDF 2.0."""

    def _update_meta(self) -> None:
        """Leave date and producer as they were built."""

    def ensure_output_version(self, version: tuple[int, int]) -> None:
        """Leave the version: PDF/A says which it is."""

    def register_extension(self, extension: object) -> None:
        """Name no extensions of later versions; readers know the signature by its own type."""


@dataclass(frozen=True)
class SealKey:
    """The region's certificate with its private key, opened."""

    signer: SimpleSigner

    @property
    def holder(self) -> str:
        """Who seals, by the certificate."""
        return holder(self.signer.signing_cert)


def opened_key(path: Path, password: str) -> SealKey:
    """Open a PKCS#12 file (.p12, .pfx).

    Raises:
        RenderFailed: there is no such file, the password is wrong, it holds no key, or the
            certificate is not in force.
    """
    try:
        content = path.read_bytes()
    except OSError as fault:
        message = f"Nyckelfilen {path} kan inte läsas: {fault.strerror}. Kontrollera --key."
        raise RenderFailed(message) from fault
    try:
        signer = SimpleSigner.load_pkcs12_data(
            content, other_certs=set(), passphrase=password.encode()
        )
    except Exception as fault:  # pyHanko passes on whatever its decoders raise
        raise RenderFailed(_unopened(path)) from fault
    if signer.signing_cert is None:
        raise RenderFailed(_unopened(path))
    _require_in_force(signer)
    return SealKey(_with_chain(signer))


def _with_chain(signer: SimpleSigner) -> SimpleSigner:
    """The key with those certificates that lead to its issuer, but not the issuer's own.

    Who verifies has that one from elsewhere, and nothing would notice a change in it.
    """
    between = [one for one in signer.cert_registry if one.issuer != one.subject]
    return SimpleSigner(
        signing_cert=signer.signing_cert,
        signing_key=signer.signing_key,
        cert_registry=SimpleCertificateStore.from_certs(between),  # type: ignore[no-untyped-call]
    )


def _unopened(path: Path) -> str:
    return (
        f"Nyckelfilen {path} kan inte öppnas: lösenordet är fel, eller så är den ingen "
        "PKCS#12-fil (.p12, .pfx) med certifikat och privat nyckel."
    )


def _require_in_force(signer: SimpleSigner) -> None:
    first, last = signer.signing_cert.not_valid_before, signer.signing_cert.not_valid_after
    if not first <= datetime.now(UTC) <= last:
        message = (
            f"Certifikatet för {holder(signer.signing_cert)} gäller {first:%Y-%m-%d} till "
            f"{last:%Y-%m-%d}, inte i dag. Beställ ett nytt certifikat."
        )
        raise RenderFailed(message)


def sealed(pdf: bytes, key: SealKey, time_stamps: str | None) -> bytes:
    """The file followed by its seal; nothing may be added after it.

    ``time_stamps`` is the address of a time stamp service, which is asked only when given.

    Raises:
        RenderFailed: the service did not answer with a time stamp.
    """
    writer = _LeavesTheFileAsItIs(io.BytesIO(pdf))
    add_field(writer, f"Elektronisk stämpel från {key.holder}")
    metadata = PdfSignatureMetadata(
        field_name=FIELD,
        name=key.holder,
        reason=_REASON,
        subfilter=SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
        md_algorithm="sha256",
    )
    service = HTTPTimeStamper(time_stamps) if time_stamps else None
    signer = PdfSigner(metadata, key.signer, timestamper=service)
    with _time_stamp_failures(time_stamps):
        written = signer.sign_pdf(writer, existing_fields_only=True)
    content: bytes = written.getvalue()
    return content


@contextmanager
def _time_stamp_failures(address: str | None) -> Iterator[None]:
    logger = logging.getLogger("pyhanko")
    was_silent, logger.disabled = logger.disabled, True
    try:
        yield
    except (TimestampRequestError, OSError) as fault:
        message = (
            f"Tidsstämpeltjänsten {address} gav ingen tidsstämpel ({fault}). Filen är inte "
            "förseglad. Försök igen, eller försegla utan --tsa."
        )
        raise RenderFailed(message) from fault
    finally:
        logger.disabled = was_silent
