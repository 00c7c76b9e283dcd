"""What a target ("mål") looks like in a plan file, and which keys fit together."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated

from pydantic import Field, PlainValidator, WithJsonSchema, model_validator

from rapport.domain.breakdown import Sex
from rapport.sources.fields import (
    FileModel,
    Flag,
    Number,
    Text,
    Whole,
    Year,
    as_text,
    between,
    mistake,
    word,
)

SexWord = Annotated[Sex, word(Sex)]


class Condition(StrEnum):
    """The conditions a target can have ("villkor"), in the words of a plan file."""

    AT_LEAST = "minst"
    AT_MOST = "högst"
    BELOW = "färre än"
    ABOVE = "fler än"
    EXACTLY = "lika med"
    WITHIN = "intervall"
    YES = "ja"
    INCREASE = "öka"
    DECREASE = "minska"
    MAINTAIN = "bibehåll"


BOUNDS = frozenset({Condition.AT_LEAST, Condition.AT_MOST, Condition.BELOW, Condition.ABOVE})
"""The conditions that ask for a number to be reached from one side."""

DIRECTIONS = frozenset({Condition.INCREASE, Condition.DECREASE, Condition.MAINTAIN})

YEAR_BEFORE = 0
"""What "föregående" is read as, in place of a year."""


def _compared_year(value: object) -> int:
    text = as_text(value)
    if text.casefold() in {"föregående", "föregående år"}:
        return YEAR_BEFORE
    if not re.fullmatch(r"(?:19|20)[0-9]{2}", text):
        raise mistake(
            code="inget-år",
            message=f'"{text}" är inget årtal. Skriv ett år som 2019, eller "föregående".',
        )
    return int(text)


ComparedYear = Annotated[
    int, PlainValidator(_compared_year), WithJsonSchema({"type": ["integer", "string"]})
]


class TargetModel(FileModel):
    """One target: a year, a condition and its figures."""

    year: Year = Field(alias="år", examples=["2025"])
    condition: Annotated[Condition, word(Condition)] = Field(alias="villkor", examples=["minst"])
    value: Number | None = Field(alias="värde", default=None)
    low: Number | None = Field(alias="från", default=None, description="Bara för intervall.")
    high: Number | None = Field(alias="till", default=None, description="Bara för intervall.")
    moderate: Number | None = Field(
        alias="måttlig_nivå", default=None, description="Den lägre av två målnivåer: delvis."
    )
    every_unit: Flag = Field(
        alias="varje_enhet", default=False, description="Ingen enhet får missa målet."
    )
    years: Annotated[Whole, between(2, 4)] | None = Field(
        alias="snitt_över_år", default=None, description="Målet gäller snittet av så många år."
    )
    compared_year: ComparedYear | None = Field(
        alias="jämfört_med_år",
        default=None,
        description='Ett år, eller "föregående": målet är en förändring från det årets utfall.',
    )
    sex: SexWord | None = Field(alias="kön", default=None)
    breakdown: dict[str, Text] = Field(alias="uppdelning", default={})

    @model_validator(mode="after")
    def _figures_fit_the_condition(self) -> TargetModel:
        wanted = self._wanted()
        optional = {"värde"} if self.compared_year is not None and self._is_bound else set()
        figures = {"värde": self.value, "från": self.low, "till": self.high}
        for key, figure in figures.items():
            if figure is None and key in wanted - optional:
                raise mistake(code="ofullständigt-mål", message=_needs(self.condition, key))
            if figure is not None and key not in wanted:
                raise mistake(
                    code="ofullständigt-mål", message=_without(self.condition, key), key=key
                )
        if self.low is not None and self.high is not None and self.low > self.high:
            raise mistake(
                code="ofullständigt-mål",
                message="Intervallet slutar före sin början. Byt plats.",
                key="till",
            )
        return self

    @property
    def _is_bound(self) -> bool:
        return self.condition in BOUNDS

    def _wanted(self) -> set[str]:
        if self.condition is Condition.WITHIN:
            return {"från", "till"}
        return {"värde"} if self._is_bound or self.condition is Condition.EXACTLY else set()

    @model_validator(mode="after")
    def _figure_judged_fits_the_condition(self) -> TargetModel:
        """At most one figure other than the outcome, and only where a number is asked for."""
        given = [
            key
            for key, is_given in (
                ("varje_enhet", self.every_unit),
                ("snitt_över_år", self.years is not None),
                ("måttlig_nivå", self.moderate is not None),
                ("jämfört_med_år", self.compared_year is not None),
            )
            if is_given
        ]
        if len(given) > 1:
            message = f"Ett mål kan inte ha både {given[0]} och {given[1]}. Ta bort det ena."
            raise mistake(code="oförenligt-mål", message=message, key=given[1])
        for key in given:
            fits = self._is_bound or (key == "jämfört_med_år" and self.condition in DIRECTIONS)
            if not fits:
                message = f'"{key}" kan inte stå vid villkoret "{self.condition}". Byt villkor.'
                raise mistake(code="oförenligt-mål", message=message, key=key)
        self._check_moderate()
        return self

    def _check_moderate(self) -> None:
        """The lower level of two is easier to reach than the higher."""
        if self.moderate is None or self.value is None:
            return
        upwards = self.condition in {Condition.AT_LEAST, Condition.ABOVE}
        easier = self.moderate < self.value if upwards else self.moderate > self.value
        if not easier:
            message = "Den måttliga nivån ska vara lättare att nå än målet. Byt plats på talen."
            raise mistake(code="oförenligt-mål", message=message, key="måttlig_nivå")


def _needs(condition: Condition, key: str) -> str:
    return f'Målet med villkor "{condition}" saknar "{key}". Lägg till "{key}: …" med ett tal.'


def _without(condition: Condition, key: str) -> str:
    return f'Ett mål med villkor "{condition}" har inget "{key}". Ta bort det, eller byt villkor.'
