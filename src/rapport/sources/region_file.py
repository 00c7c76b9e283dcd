"""From ``rapport.toml`` to the domain's region: name, bodies, organisation and rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from pydantic import Field

from rapport.domain.archive import ArchiveLevel
from rapport.domain.organisation import Board, Organisation, OrganisationTree
from rapport.domain.problem import Problem
from rapport.domain.region import Region
from rapport.sources.fields import FileModel, Id, Text, Whole, between, word
from rapport.sources.messages import read_model
from rapport.sources.profiles import (
    NamedProfileModel,
    ProfileModel,
    profile_of,
    profile_problems,
)
from rapport.sources.tree import Spot, Tree

COMPARISON = "jämförelse"
"""The level of organisations that stand outside the tree and are only compared with."""


class RegionModel(FileModel):
    """The table ``[region]``."""

    id: Id = Field(alias="id", examples=["norrbotten"])
    name: Text = Field(alias="namn", examples=["Region Norrbotten"])
    example: Text = Field(alias="exempeldata", default="")
    archive: Annotated[ArchiveLevel, word(ArchiveLevel)] = Field(
        alias="arkiv", default=ArchiveLevel.A3A, description="PDF/A-nivå."
    )


class BoardModel(FileModel):
    """A table ``[["nämnd"]]``."""

    id: Id = Field(alias="id", examples=["hsn"])
    name: Text = Field(alias="namn", examples=["Hälso- och sjukvårdsnämnden"])
    aliases: list[Text] = Field(alias="alias", default=[])
    members: list[Id] = Field(
        alias="omfattar", default=[], description="När namnet står för flera: deras id."
    )


class OrganisationModel(FileModel):
    """A table ``[[organisation]]``."""

    id: Id = Field(alias="id", examples=["nara"])
    name: Text = Field(alias="namn", examples=["Division Nära"])
    level: Text = Field(alias="nivå", examples=["division"])
    parent: Id | None = Field(alias="överordnad", default=None)
    aliases: list[Text] = Field(alias="alias", default=[])


class SuppressionModel(FileModel):
    """The table ``[sekretess]``."""

    threshold: Annotated[Whole, between(1, 100)] = Field(alias="gräns", default=5)
    least_base: Annotated[Whole, between(0, 1000)] = Field(alias="minsta_nämnare", default=0)


class ForecastModel(FileModel):
    """The table ``[prognos]``."""

    years: Annotated[Whole, between(1, 20)] = Field(alias="år_bakåt", default=3)


class SettingsModel(FileModel):
    """The whole of ``rapport.toml``."""

    region: RegionModel = Field(alias="region")
    boards: list[BoardModel] = Field(alias="nämnd")
    organisations: list[OrganisationModel] = Field(alias="organisation")
    profile: ProfileModel = Field(alias="bedömning")
    profiles: list[NamedProfileModel] = Field(alias="bedömningsprofil", default=[])
    suppression: SuppressionModel = Field(alias="sekretess", default=SuppressionModel())
    forecast: ForecastModel = Field(alias="prognos", default=ForecastModel())


def read_region(tree: Tree) -> tuple[Region | None, tuple[Problem, ...]]:
    """The region, when its file can be read and its organisations make one tree."""
    model, problems = read_model(SettingsModel, tree)
    if model is None:
        return None, problems
    spot = Spot(tree)
    found = (
        *profile_problems(model.profile, model.profiles, spot),
        *_name_problems(model.boards, spot / "nämnd"),
        *_member_problems(model.boards, spot / "nämnd"),
        *_name_problems(model.organisations, spot / "organisation"),
        *_tree_problems(model.organisations, spot / "organisation"),
    )
    top = next((o for o in model.organisations if _is_top(o)), None)
    return (_region(model, top.id) if top else None), found


def _region(model: SettingsModel, top: str) -> Region:
    return Region(
        id=model.region.id,
        name=model.region.name,
        organisations=OrganisationTree(
            top,
            tuple(
                Organisation(o.id, o.name, o.level, o.parent, tuple(o.aliases))
                for o in model.organisations
            ),
        ),
        boards=tuple(Board(b.id, b.name, tuple(b.aliases), tuple(b.members)) for b in model.boards),
        profile=profile_of(model.profile),
        profiles=tuple(profile_of(named, named.id) for named in model.profiles),
        threshold=model.suppression.threshold,
        least_base=model.suppression.least_base,
        archive=model.region.archive.value,
        example=model.region.example,
        share_years=model.forecast.years,
    )


def _is_top(organisation: OrganisationModel) -> bool:
    return organisation.parent is None and organisation.level != COMPARISON


def _name_problems(
    models: Sequence[BoardModel | OrganisationModel], spot: Spot
) -> Iterator[Problem]:
    """Ids, names and aliases that would make an export's word mean two bodies."""
    owners: dict[str, str] = {}
    for place, model in enumerate(models):
        own = {word.casefold() for word in (model.id, model.name, *model.aliases)}
        for name in sorted(own & owners.keys()):
            key = "id" if name == model.id else "namn" if name == model.name.casefold() else "alias"
            yield Problem(
                (spot / place / key).location,
                "dubbelt-id",
                f'"{name}" betyder redan "{owners[name]}". Ge den ena ett annat id, namn eller '
                "alias.",
            )
        owners |= {name: model.id for name in own if name not in owners}


def _member_problems(models: list[BoardModel], spot: Spot) -> Iterator[Problem]:
    """Collective names that stand for a body that the region does not have, or for themselves."""
    known = {model.id for model in models}
    for place, model in enumerate(models):
        for at, member in enumerate(model.members):
            if member not in known or member == model.id:
                location = (spot / place / "omfattar" / at).location
                message = f'"{member}" är ingen annan nämnd i rapport.toml. Rätta id:t.'
                yield Problem(location, "okänd-nämnd", message)


def _tree_problems(models: list[OrganisationModel], spot: Spot) -> Iterator[Problem]:
    parents = {model.id: model.parent for model in models}
    tops = [place for place, model in enumerate(models) if _is_top(model)]
    if len(tops) != 1:
        location = (spot / tops[1] / "id").location if tops else spot.location
        yield Problem(
            location,
            "fel-organisation",
            f"{len(tops)} organisationer saknar överordnad; exakt en ska göra det, regionen själv. "
            f'Lägg till "överordnad", eller ge nivån "{COMPARISON}" åt dem man bara jämför med.',
        )
    for place, model in enumerate(models):
        location = (spot / place / "överordnad").location
        if model.parent is not None and model.parent not in parents:
            message = f'Organisationen "{model.parent}" finns inte. Rätta id:t eller lägg till den.'
            yield Problem(location, "okänd-organisation", message)
        elif _is_own_ancestor(model.id, parents):
            message = f'"{model.id}" är överordnad sig själv på omvägar. Rätta "överordnad".'
            yield Problem(location, "fel-organisation", message)


def _is_own_ancestor(start: str, parents: dict[str, str | None]) -> bool:
    seen: set[str] = set()
    current = parents.get(start)
    while current is not None and current not in seen:
        if current == start:
            return True
        seen.add(current)
        current = parents.get(current)
    return False
