"""National agreements ("nationella överenskommelser") in a plan file: sums and demands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field, model_validator

from rapport.domain.agreement import Agreement, AgreementAmount, PaymentBasis, Requirement
from rapport.domain.quantity import Unit
from rapport.sources.fields import FileModel, Flag, Id, IsoDate, Number, Text, Year, mistake, word
from rapport.sources.tree import Spot


class AmountModel(FileModel):
    """A sum of an agreement ("belopp") with what it consists of ("varav").

    Unit and year of a part are those of the whole where the part has none of its own.
    """

    name: Text = Field(alias="namn", examples=["Hela landet"])
    year: Year | None = Field(alias="år", default=None)
    amount: Number | None = Field(alias="belopp", default=None, examples=['"1,4"'])
    unit: Annotated[Unit, word(Unit)] | None = Field(alias="enhet", default=None)
    printed: Text = Field(alias="tryckt", default="", description="Som det står i källan.")
    note: Text = Field(alias="anmärkning", default="")
    parts: list[AmountModel] = Field(alias="varav", default=[])

    def to_domain(self, spot: Spot, year: int = 0, unit: Unit | None = None) -> AgreementAmount:
        """The sum as the domain has it, with its parts."""
        year, unit = self.year or year, self.unit or unit
        return AgreementAmount(
            name=self.name,
            year=year,
            amount=self.amount,
            # Where no sum is told there is nothing for a unit to be the unit of.
            unit=unit or Unit.MILLION_KRONOR,
            printed=self.printed,
            note=self.note,
            parts=tuple(
                part.to_domain(spot / "varav" / place, year, unit)
                for place, part in enumerate(self.parts)
            ),
            location=(spot / "namn").location,
        )


class WholeAmountModel(AmountModel):
    """A sum that is no part of another: where a figure stands, so does its unit."""

    @model_validator(mode="after")
    def _has_a_unit(self) -> WholeAmountModel:
        if self.amount is not None and self.unit is None:
            message = 'Beloppet saknar "enhet". Skriv till exempel "enhet: mnkr".'
            raise mistake(code="saknad-nyckel", message=message, key="belopp")
        return self


class RequirementModel(FileModel):
    """A demand of an agreement ("krav")."""

    id: Id = Field(alias="id", examples=["handlingsplan"])
    text: Text = Field(alias="text", examples=["En handlingsplan ska finnas"])
    year: Year | None = Field(alias="år", default=None)
    indicator: Id | None = Field(alias="styrmått", default=None)


class AgreementModel(FileModel):
    """A national agreement ("nationell överenskommelse")."""

    id: Id = Field(alias="id", examples=["psykisk-halsa"])
    number: Text = Field(alias="nummer", default="")
    name: Text = Field(alias="namn", examples=["Psykisk hälsa"])
    aliases: list[Text] = Field(alias="alias", default=[], description="Andra namn i källorna.")
    parties: list[Text] = Field(alias="parter", default=[])
    first_year: Year = Field(alias="första_år", examples=["2017"])
    last_year: Year = Field(alias="sista_år", examples=["2020"])
    is_new: Flag = Field(alias="ny", default=False)
    purpose: Text = Field(alias="syfte", default="")
    basis: Annotated[PaymentBasis, word(PaymentBasis)] = Field(
        alias="ersättning", default=PaymentBasis.GRANT
    )
    national: list[WholeAmountModel] = Field(alias="nationellt", default=[])
    regional: list[WholeAmountModel] = Field(alias="regionens_del", default=[])
    requirements: list[RequirementModel] = Field(alias="krav", default=[])
    activities: list[Text] = Field(alias="aktiviteter", default=[])
    report_back: IsoDate = Field(alias="redovisas_senast", default="")
    responsible: Text = Field(alias="ansvarig", default="")
    deviations: list[Text] = Field(alias="avvikelser_i_källan", default=[])

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> AgreementModel:
        if self.last_year < self.first_year:
            message = "Överenskommelsens sista år ligger före det första. Rätta åren."
            raise mistake(code="fel-år", message=message, key="sista_år")
        return self


def agreements_of(models: list[AgreementModel], spot: Spot) -> Iterator[Agreement]:
    """The agreements of a register; ``spot`` is their list."""
    for place, model in enumerate(models):
        here = spot / place
        yield Agreement(
            id=model.id,
            number=model.number or str(place + 1),
            name=model.name,
            first_year=model.first_year,
            last_year=model.last_year,
            purpose=model.purpose,
            aliases=tuple(model.aliases),
            parties=tuple(model.parties),
            is_new=model.is_new,
            basis=model.basis,
            national=_amounts(model.national, here / "nationellt"),
            regional=_amounts(model.regional, here / "regionens_del"),
            requirements=tuple(_requirements(model, here / "krav")),
            activities=tuple(model.activities),
            report_back=model.report_back,
            responsible=model.responsible,
            deviations=tuple(model.deviations),
            location=(here / "id").location,
        )


def _amounts(models: list[WholeAmountModel], spot: Spot) -> tuple[AgreementAmount, ...]:
    return tuple(model.to_domain(spot / place) for place, model in enumerate(models))


def _requirements(model: AgreementModel, spot: Spot) -> Iterator[Requirement]:
    for place, demand in enumerate(model.requirements):
        location = (spot / place / "id").location
        yield Requirement(demand.id, demand.text, demand.year or 0, demand.indicator, location)
