"""What a verification found: how a file stands to the build it comes from, and each check."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rapport.render.manifest_reading import ReadManifest


class Standing(StrEnum):
    """How a file stands to the build beside it."""

    AS_BUILT = "som den byggdes"
    SEALED = "oförändrad sedan den förseglades"
    DIFFERS = "inte som den byggdes"
    OTHER_BUILD = "från ett annat bygge"
    UNDECIDED = "kan inte avgöras"
    FOREIGN = "hör inte till bygget"


class Mark(StrEnum):
    """How a check came out."""

    YES = "ja"
    NO = "nej"
    NOTE = "obs"
    NOT_ASKED = "–"


@dataclass(frozen=True)
class Check:
    """One check: what it was about, how it came out, and that in a sentence."""

    about: str
    mark: Mark
    text: str


@dataclass(frozen=True)
class Verification:
    """All that is known of a file; ``origin`` is what it was made of, where that is known."""

    path: str
    standing: Standing
    checks: tuple[Check, ...]
    origin: ReadManifest | None

    @property
    def is_good(self) -> bool:
        """Whether the file can be relied on: it is what was built, and no check says no."""
        vouched = self.standing in {Standing.AS_BUILT, Standing.SEALED}
        return vouched and all(check.mark is not Mark.NO for check in self.checks)


def verification_lines(found: Verification) -> list[str]:
    """A verification to read."""
    return [f"{found.path}: {found.standing}", *(_line(check) for check in found.checks)]


def _line(check: Check) -> str:
    return f"  {check.mark:<4} {check.text}"


def verification_data(found: Verification) -> dict[str, object]:
    """A verification for other programs."""
    origin = found.origin
    return {
        "fil": found.path,
        "utfall": str(found.standing),
        "godkänd": found.is_good,
        "kontroller": [
            {"kontroll": check.about, "svar": str(check.mark), "text": check.text}
            for check in found.checks
        ],
        "bygge": None
        if origin is None
        else {
            "rapport": origin.version,
            **origin.parameters,
            "siffror_uttagna": origin.extracted,
            "indata": len(origin.inputs),
        },
    }
