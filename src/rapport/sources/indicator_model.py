"""What a measure ("styrmått") looks like in a plan file."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field, model_validator

from rapport.domain.forecast import ForecastMethod
from rapport.domain.plan import Basis, Better, SexSplit
from rapport.domain.quantity import MeasureKind, Unit
from rapport.domain.target import BaselineKind, TargetPath, WithinYear
from rapport.sources.fields import (
    FileModel,
    Flag,
    Id,
    Number,
    OccasionWord,
    PeriodLabel,
    Text,
    ToleranceText,
    Whole,
    between,
    mistake,
    word,
)
from rapport.sources.target_model import SexWord, TargetModel

BasisWord = Annotated[Basis, word(Basis)]

_WITHOUT_FIGURE = frozenset({BaselineKind.UNKNOWN, BaselineKind.UNREADABLE})


class LimitsModel(FileModel):
    """A measure's own limits for met and partly met ("gränser")."""

    met: Number = Field(alias="uppfyllt", examples=["95"])
    partly: Number = Field(alias="delvis", examples=["90"])


class BaselineModel(FileModel):
    """One baseline: what the plan prints, and the figure where it can be read."""

    kind: Annotated[BaselineKind, word(BaselineKind)] = Field(alias="slag", examples=["uppmätt"])
    period: PeriodLabel | None = Field(alias="period", default=None)
    sex: SexWord | None = Field(alias="kön", default=None)
    breakdown: dict[str, Text] = Field(alias="uppdelning", default={})
    value: Number | None = Field(alias="värde", default=None)
    printed: Text = Field(alias="tryckt", default="", description="Som det står i planen.")
    compared: Flag = Field(alias="jämförs", default=True, description="Jämförs utfallet med detta?")
    note: Text = Field(alias="anmärkning", default="")

    @model_validator(mode="after")
    def _figure_fits_the_kind(self) -> BaselineModel:
        without = self.kind in _WITHOUT_FIGURE
        if without and self.value is not None:
            message = f'Ett ingångsvärde som är "{self.kind}" har inget värde. Ta bort det ena.'
            raise mistake(code="fel-ingångsvärde", message=message, key="värde")
        if not without and self.value is None:
            message = 'Ingångsvärdet saknar "värde". Lägg till talet, eller skriv slag: okänt.'
            raise mistake(code="fel-ingångsvärde", message=message)
        return self


class DimensionModel(FileModel):
    """A way other than sex to split a measure."""

    id: Id = Field(alias="id", examples=["besokstyp"])
    name: Text = Field(alias="namn", examples=["Besökstyp"])
    judged: Flag = Field(alias="bedöms", default=False, description="Bedöms varje värde för sig?")
    values: dict[Id, Text] = Field(
        alias="värden", min_length=1, examples=["{nybesok: Nybesök, aterbesok: Återbesök}"]
    )


class IndicatorModel(FileModel):
    """A measure as the plan file writes it, in the order of the keys."""

    id: Id = Field(alias="id", examples=["medicinsk-bedomning"])
    number: Text = Field(alias="nummer", default="", description="Numret som planen trycker.")
    name: Text = Field(alias="namn", examples=["Andel medicinsk bedömning inom 3 dagar"])
    short_name: Text = Field(alias="kortnamn", default="", description="För diagram och tabeller.")
    concept: Id = Field(alias="begrepp", default="", description="Samma sak i flera planer.")
    kind: Annotated[MeasureKind, word(MeasureKind)] = Field(alias="måttyp", examples=["andel"])
    unit: Annotated[Unit, word(Unit)] = Field(alias="enhet", examples=["procent"])
    decimals: Annotated[Whole, between(0, 6)] = Field(alias="decimaler", default=0)
    multiplier: Number | None = Field(alias="multiplikator", default=None)
    better: Annotated[Better, word(Better)] = Field(alias="riktning", examples=["högre är bättre"])
    basis: BasisWord = Field(alias="visar", examples=["perioden"])
    also_shows: list[BasisWord] = Field(alias="visar_även", default=[])
    occasions: list[OccasionWord] = Field(alias="redovisas", examples=["[T1, T2, ÅR]"])
    printed_occasions: Text = Field(alias="redovisas_enligt_planen", default="")
    data_id: Id = Field(alias="mätdata", default="", description="Serie i mätdata; annars id.")
    data_level: Text = Field(alias="nivå_i_mätdata", default="region")
    definition: Text = Field(alias="definition", default="", description="Vad som räknas, och hur.")
    numerator: Text = Field(alias="täljare", default="")
    denominator: Text = Field(alias="nämnare", default="")
    stock: Flag = Field(alias="nämnare_är_bestånd", default=False)
    sex_split: Annotated[SexSplit, word(SexSplit)] = Field(alias="kön", default=SexSplit.PLAN)
    sex_note: Text = Field(alias="kön_anmärkning", default="")
    both_sexes: Flag = Field(alias="båda_könen", default=False)
    dimensions: list[DimensionModel] = Field(alias="dimensioner", default=[])
    reference: Id | None = Field(alias="jämförs_med", default=None)
    baselines: list[BaselineModel] = Field(alias="ingångsvärden", default=[])
    targets: list[TargetModel] = Field(alias="mål", default=[])
    path: Annotated[TargetPath, word(TargetPath)] = Field(
        alias="målbana", default=TargetPath.LINEAR
    )
    within_year: Annotated[WithinYear, word(WithinYear)] = Field(
        alias="del_av_år", default=WithinYear.WHOLE
    )
    forecast_method: Annotated[ForecastMethod, word(ForecastMethod)] = Field(
        alias="prognos",
        default=ForecastMethod.AUTO,
        description="Prognosmetod; auto väljer den som träffat bäst tidigare år.",
    )
    target_for_units: Flag = Field(alias="mål_gäller_enheter", default=True)
    tolerance: ToleranceText | None = Field(alias="tolerans", default=None)
    limits: LimitsModel | None = Field(alias="gränser", default=None)
    completeness: Annotated[Number, between(0, 1)] = Field(
        alias="krav_fullständighet", default=Decimal(1)
    )
    sources: list[Text] = Field(alias="källor", default=[])
    footnotes: list[Text] = Field(alias="fotnoter", default=[])
    deviations: list[Text] = Field(alias="avvikelser_i_planen", default=[])
    owner: Text = Field(alias="ansvarig", default="")
