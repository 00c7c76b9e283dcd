"""What the seals of a file say, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rapport.pipeline.verification import Check, Mark
from rapport.render.finished_pdf import FinishedPdf
from rapport.render.seal_extra import can_seal
from rapport.swedish import dates

if TYPE_CHECKING:
    from rapport.render.sealing.reading import Seal

_ABOUT = "stämpel"


@dataclass(frozen=True)
class Seals:
    """The seals of a file; ``could_read`` is false when there are some that cannot be read."""

    found: tuple[Seal, ...]
    could_read: bool

    @property
    def hold(self) -> bool:
        """Whether there are seals, and all are intact, last and add nothing but themselves."""
        return bool(self.found) and all(
            seal.is_intact and seal.is_last and seal.is_only for seal in self.found
        )

    @property
    def vouch(self) -> bool:
        """Whether they vouch for the file by themselves: issued by someone who is trusted."""
        return self.hold and all(seal.is_trusted for seal in self.found)


def seals_of(content: bytes, pdf: FinishedPdf | None, issuers: Sequence[Any]) -> Seals:
    """Read the seals of a PDF, where the extra for it is installed."""
    if pdf is None or not pdf.is_sealed:
        return Seals((), could_read=True)
    if not can_seal():
        return Seals((), could_read=False)
    from rapport.render.sealing.reading import read_seals  # noqa: PLC0415 - needs the extra

    found = read_seals(content, issuers)
    return Seals(found, could_read=bool(found))


def seal_checks(seals: Seals) -> Iterator[Check]:
    """Who sealed the file and whether it has changed since."""
    if not seals.could_read and not can_seal():
        text = "Filen är förseglad, men stämpeln kan inte kontrolleras utan tillägget sigill."
        yield Check(_ABOUT, Mark.NOTE, text)
    elif not seals.could_read:
        yield Check(_ABOUT, Mark.NO, "Filen har en stämpel som inte går att läsa: den är skadad.")
    elif not seals.found:
        yield Check(_ABOUT, Mark.NOT_ASKED, "Filen är inte förseglad.")
    for seal in seals.found:
        yield from _checks(seal)


def _checks(seal: Seal) -> Iterator[Check]:
    if not seal.is_intact:
        text = f"Filen har ändrats sedan den förseglades av {seal.holder}."
        yield Check(_ABOUT, Mark.NO, text)
    elif not seal.is_last:
        text = f"Något har lagts till i filen efter att den förseglades av {seal.holder}."
        yield Check(_ABOUT, Mark.NO, text)
    elif not seal.is_only:
        text = f"Innehållet är ändrat i samma steg som filen förseglades av {seal.holder}."
        yield Check(_ABOUT, Mark.NO, text)
    else:
        text = f"Förseglad av {seal.holder}{_when(seal)}; inget är ändrat sedan dess."
        yield Check(_ABOUT, Mark.YES, text)
    if seal.is_intact:  # of a changed file the library never asks who issued the certificate
        yield _issuer_check(seal)


def _when(seal: Seal) -> str:
    moment = seal.stamped_time or seal.stated_time
    if moment is None:
        return ""
    source = "enligt tidsstämpel" if seal.stamped_time else "enligt datorns klocka"
    return f" den {dates.long_date(moment.date())}, {source}"


def _issuer_check(seal: Seal) -> Check:
    match seal.is_trusted:
        case None:
            text = (
                f"Certifikatet är utfärdat av {seal.issuer}. Om det är äkta har inte prövats: "
                "ange utfärdarens certifikat med --ca."
            )
            return Check("utfärdare", Mark.NOTE, text)
        case True:
            return Check("utfärdare", Mark.YES, f"Certifikatet är utfärdat av {seal.issuer}.")
        case False:
            text = f"Certifikatet från {seal.issuer} leder inte till något av dem som --ca anger."
            return Check("utfärdare", Mark.NO, text)
