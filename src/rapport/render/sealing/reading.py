"""Reading the seals of a PDF: who set them, and whether anything has changed since or before."""

from __future__ import annotations

import io
import logging
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from pyhanko.keys import load_certs_from_pemder
from pyhanko.pdf_utils.generic import DictionaryObject, StreamObject
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.general import SigningError
from pyhanko.sign.validation import KeyUsageConstraints, validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from rapport.domain.problem import RenderFailed
from rapport.render.sealing.names import holder, issuer

_SEALS_MAY_HAVE = KeyUsageConstraints(
    key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False
)
_UNREADABLE = (
    *(PdfError, SigningError, SignatureValidationError, zlib.error),
    *(ArithmeticError, AttributeError, LookupError, TypeError, ValueError),
)
"""What the library raises somewhere deep down in a damaged file."""

_WHAT_A_SEAL_CHANGES = frozenset(
    {"/AcroForm", "/Annots", "/K", "/Nums", "/ParentTreeNextKey", "/Perms"}
)
_LONG_LENGTH = 0x80
"""In DER, a first byte of length above this says how many bytes of length follow."""

_LISTS = ("/Annots", "/K", "/Nums")
"""Of what it changes, the lists that it only adds to."""


@dataclass(frozen=True)
class Seal:
    """A seal ("elektronisk stämpel") in a file.

    ``is_intact`` says that what was sealed has the same bytes, ``is_last`` that nothing was
    added after it, ``is_only`` that it added nothing but itself to the file that was built.
    ``is_trusted`` is not known (None) when no issuers to trust were given.
    """

    holder: str
    issuer: str
    stated_time: datetime | None
    stamped_time: datetime | None
    is_intact: bool
    is_last: bool
    is_only: bool
    is_trusted: bool | None


def trusted_issuers(paths: Sequence[Path]) -> tuple[Any, ...]:
    """The certificates in files (PEM or DER).

    Raises:
        RenderFailed: a file cannot be read or holds no certificate.
    """
    found: list[Any] = []
    for path in paths:
        try:
            certificates = list(load_certs_from_pemder([str(path)]))
        except (OSError, ValueError) as fault:
            message = f"Certifikatfilen {path} kan inte läsas. Ange en fil i PEM- eller DER-format."
            raise RenderFailed(message) from fault
        found += certificates
    return tuple(found)


def read_seals(pdf: bytes, issuers: Sequence[Any]) -> tuple[Seal, ...]:
    """Every seal in a file, in the order they were set; none when the file cannot be read."""
    with _silent():
        try:
            reader = PdfFileReader(io.BytesIO(pdf), strict=False)
            return tuple(
                _seal(pdf, reader, one, issuers) for one in reader.embedded_regular_signatures
            )
        except _UNREADABLE:
            return ()


def _seal(
    pdf: bytes,
    reader: PdfFileReader,
    signature: Any,  # noqa: ANN401 - pyHanko has no types
    issuers: Sequence[Any],
) -> Seal:
    context = ValidationContext(trust_roots=list(issuers), allow_fetching=False)
    status = validate_pdf_signature(signature, context, key_usage_settings=_SEALS_MAY_HAVE)
    certificate = status.signing_cert
    stamp = status.timestamp_validity
    return Seal(
        holder=holder(certificate),
        issuer=issuer(certificate),
        stated_time=status.signer_reported_dt,
        stamped_time=stamp.timestamp if stamp is not None and stamp.valid else None,
        is_intact=status.intact and status.valid and _is_neat(pdf, signature),
        is_last=status.coverage is SignatureCoverageLevel.ENTIRE_FILE,
        is_only=_adds_only_itself(reader),
        is_trusted=status.trusted if issuers else None,
    )


def _is_neat(pdf: bytes, signature: Any) -> bool:  # noqa: ANN401
    """Whether the room of the signature, which it cannot cover itself, holds nothing else."""
    _, start, end, _ = signature.byte_range
    content: bytes = signature.pkcs7_content
    first = content[1]
    digits = first - _LONG_LENGTH if first > _LONG_LENGTH else 0
    length = int.from_bytes(content[2 : 2 + digits], "big") if digits else first
    used = 2 + digits + length
    written = pdf[start + 1 : end - 1]
    return not any(content[used:]) and written in {
        content.hex().encode(),
        content.hex().upper().encode(),
    }


def _adds_only_itself(reader: PdfFileReader) -> bool:
    """Whether no object of the first revision was changed but to make room for the seal.

    Anyone may seal; a seal of their own on a page of their own making must not pass.
    """
    built = reader.get_historical_resolver(0)
    old = reader.xrefs.explicit_refs_in_revision(0)
    for number in range(1, reader.xrefs.total_revisions):
        for reference in reader.xrefs.explicit_refs_in_revision(number):
            if reference in old and not _same_but_for_seal(
                built.get_object(reference), reader.get_object(reference)
            ):
                return False
    return True


def _same_but_for_seal(before: Any, after: Any) -> bool:  # noqa: ANN401 - any PDF object
    if isinstance(before, StreamObject) and isinstance(after, StreamObject):
        return dict(before) == dict(after) and before.encoded_data == after.encoded_data
    if type(before) is not type(after) or not isinstance(before, DictionaryObject):
        return bool(before == after)
    kept = [
        {key: one.raw_get(key) for key in one if key not in _WHAT_A_SEAL_CHANGES}
        for one in (before, after)
    ]
    return kept[0] == kept[1] and all(_only_added(before, after, key) for key in _LISTS)


def _only_added(before: DictionaryObject, after: DictionaryObject, key: str) -> bool:
    """What a list had it still has, in order; annotations that were added are not seen."""
    old, new = list(before.get(key, ())), list(after.get(key, ()))
    if new[: len(old)] != old:
        return False
    return key != "/Annots" or all(_is_unseen(one.get_object()) for one in new[len(old) :])


def _is_unseen(annotation: DictionaryObject) -> bool:
    left, low, right, high = annotation["/Rect"]
    return bool(annotation["/Subtype"] == "/Widget" and left == right and low == high)


@contextmanager
def _silent() -> Iterator[None]:
    """The library logs what the answer says."""
    loggers = [logging.getLogger(name) for name in ("pyhanko", "pyhanko_certvalidator")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
