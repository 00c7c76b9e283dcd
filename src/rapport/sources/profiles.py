"""Judgement profiles ("bedömningsprofiler") in ``rapport.toml``: the region's own and more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Annotated

from pydantic import Field, model_validator

from rapport.domain.problem import Problem
from rapport.domain.quantity import Unit
from rapport.domain.region import JudgementProfile, ProfileKind
from rapport.domain.target import Tolerance, ToleranceKind
from rapport.sources.fields import FileModel, Flag, Id, Text, ToleranceText, mistake, word
from rapport.sources.tolerance_units import wrong_unit
from rapport.sources.tree import Spot

NO_TOLERANCE = Tolerance(ToleranceKind.RELATIVE, Decimal(0))
"""What a profile that judges without tolerance has: no part of the target."""


class ProfileModel(FileModel):
    """The table ``["bedömning"]``."""

    name: Text = Field(alias="namn", examples=["Regionens bedömningsprofil"])
    version: Text = Field(alias="version", examples=["2024:1"])
    decided_by: Text = Field(alias="beslutad_av", examples=["Regiondirektören"])
    kind: Annotated[ProfileKind, word(ProfileKind)] = Field(
        alias="slag", default=ProfileKind.TOLERANCE
    )
    tolerance: ToleranceText | None = Field(alias="tolerans", default=None, examples=["10 %"])
    by_unit: dict[Annotated[Unit, word(Unit)], ToleranceText] = Field(
        alias="tolerans_per_enhet", default={}
    )
    quarters: Flag = Field(alias="jämför_enheter", default=False)

    @model_validator(mode="after")
    def _tolerance_fits_the_kind(self) -> ProfileModel:
        wanted = self.kind is ProfileKind.TOLERANCE
        if wanted and self.tolerance is None:
            message = 'Nyckeln "tolerans" saknas. Skriv till exempel "tolerans: 10 %".'
            raise mistake(code="saknad-nyckel", message=message)
        if not wanted and (self.tolerance or self.by_unit):
            message = (
                f'En profil av slaget "{self.kind}" använder ingen tolerans. Ta bort den, eller '
                "byt slag."
            )
            key = "tolerans" if self.tolerance else "tolerans_per_enhet"
            raise mistake(code="fel-tolerans", message=message, key=key)
        return self


class NamedProfileModel(ProfileModel):
    """A table ``[["bedömningsprofil"]]``, which a plan names by its id."""

    id: Id = Field(alias="id", examples=["handlingsplaner"])


def profile_of(model: ProfileModel, name: str = "") -> JudgementProfile:
    """The domain's profile; ``name`` is its id, empty for the region's own."""
    return JudgementProfile(
        name=model.name,
        version=model.version,
        decided_by=model.decided_by,
        tolerance=model.tolerance.tolerance if model.tolerance else NO_TOLERANCE,
        tolerances=tuple((unit, w.tolerance) for unit, w in model.by_unit.items()),
        kind=model.kind,
        id=name,
        quarters=model.quarters,
    )


def profile_problems(
    own: ProfileModel, named: Sequence[NamedProfileModel], spot: Spot
) -> Iterator[Problem]:
    """What does not hold together in the profiles."""
    yield from _tolerance_problems(own, spot / "bedömning")
    seen: set[str] = set()
    for place, profile in enumerate(named):
        here = spot / "bedömningsprofil" / place
        yield from _tolerance_problems(profile, here)
        if profile.id in seen:
            message = f'"{profile.id}" betyder redan en annan bedömningsprofil. Byt id.'
            yield Problem((here / "id").location, "dubbelt-id", message)
        seen.add(profile.id)


def _tolerance_problems(model: ProfileModel, spot: Spot) -> Iterator[Problem]:
    general = model.tolerance
    if general is not None and general.tolerance.kind is ToleranceKind.ABSOLUTE:
        yield Problem(
            (spot / "tolerans").location,
            "fel-tolerans",
            "Den allmänna toleransen gäller alla enheter och måste därför vara en andel. Skriv "
            'till exempel "10 %", och lägg toleranser i en enhet under tolerans_per_enhet.',
        )
    for unit, written in model.by_unit.items():
        if message := wrong_unit(written, unit):
            place = spot / "tolerans_per_enhet" / unit.value
            yield Problem(place.location, "fel-tolerans", message)
