"""The kinds of field a file can have: each turns the text that was written into a value.

Every kind has its own mistakes with a code and a Swedish message, so that one mistake
gives one problem. The kinds also say how the field looks in a JSON Schema, where an
editor has already turned ``100`` into a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import partial
from typing import Annotated, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainValidator,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from rapport.domain.period import Occasion, OccasionKind, Period
from rapport.domain.target import Tolerance, ToleranceKind
from rapport.sources.number_reader import read_number
from rapport.sources.period_labels import read_period_label

_E = TypeVar("_E", bound=StrEnum)

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_DEVICE_NAMES = frozenset(
    {"con", "prn", "aux", "nul"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
)
_LONGEST_NUMBER = 30
_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_TEXT_SCHEMA = {"type": ["string", "number"]}


class FileModel(BaseModel):
    """A mapping in a file: only known keys, in Swedish, never changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def mistake(code: str, message: str, key: str = "") -> PydanticCustomError:
    """A mistake with its Swedish message; ``key`` places it at a key of the same mapping."""
    return PydanticCustomError(
        "rapport", "{message}", {"code": code, "message": message, "key": key}
    )


def unknown_word(text: str, allowed: list[str]) -> PydanticCustomError:
    """The mistake that a text is none of the allowed words."""
    return PydanticCustomError("rapport-ord", "{text}", {"text": text, "allowed": allowed})


def as_text(value: object) -> str:
    """The text of a single value, or the mistake that something else stands there."""
    if not isinstance(value, str):
        message = "Här ska ett enda värde stå, inte en lista eller flera nycklar."
        raise mistake(code="fel-form", message=message)
    if not value:
        raise mistake(
            code="tomt-värde", message="Här saknas ett värde. Fyll i det, eller ta bort punkten."
        )
    return value


def is_id(text: str) -> bool:
    """Whether a text can name things and files on every system."""
    return _ID.fullmatch(text) is not None and text not in _DEVICE_NAMES


def _id(value: object) -> str:
    text = as_text(value)
    if text in _DEVICE_NAMES:
        raise mistake(
            code="fel-id",
            message=f'"{text}" kan inte vara ett id, för Windows använder namnet. Välj ett annat.',
        )
    if not is_id(text):
        raise mistake(
            code="fel-id",
            message=f'"{text}" kan inte vara ett id. Använd högst 64 tecken: små bokstäver a–z, '
            "siffror och bindestreck (å och ä blir a, ö blir o).",
        )
    return text


def _yes_or_no(value: object) -> bool:
    text = as_text(value)
    if text.casefold() not in {"ja", "nej"}:
        raise mistake(
            code="inte-ja-eller-nej",
            message=f'"{text}" är varken ja eller nej. Skriv ja eller nej.',
        )
    return text.casefold() == "ja"


def _number(value: object) -> Decimal:
    text = as_text(value)
    if len(text) > _LONGEST_NUMBER:
        raise mistake(
            code="inte-ett-tal",
            message="Talet är för långt för att vara ett rimligt värde. Rätta det.",
        )
    read = read_number(text)
    if read.value is None:
        fault = read.fault or f'"{text}" är inget tal'
        raise mistake(code="inte-ett-tal", message=f"{fault}. Skriv ett tal som 91,9 eller 1 234.")
    if read.suffix:
        raise mistake(code="inte-ett-tal", message=f'"{text}" har en enhet. Skriv bara talet.')
    return read.value


def _whole(value: object) -> int:
    text = as_text(value)
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise mistake(
            code="inte-ett-heltal",
            message=f'"{text}" är inget heltal. Skriv ett tal utan decimaler.',
        )
    return int(text)


def _year(value: object) -> int:
    text = as_text(value)
    if not re.fullmatch(r"[0-9]{4}", text) or not _FIRST_YEAR <= int(text) <= _LAST_YEAR:
        raise mistake(code="inget-år", message=f'"{text}" är inget årtal. Skriv ett år som 2024.')
    return int(text)


def _month(value: object) -> int:
    text = as_text(value)
    if not re.fullmatch(r"0?[1-9]|1[0-2]", text):
        raise mistake(
            code="ingen-månad", message=f'"{text}" är ingen månad. Skriv en siffra mellan 1 och 12.'
        )
    return int(text)


def _iso_date(value: object) -> str:
    text = as_text(value)
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise mistake(
            code="inget-datum", message=f'"{text}" är inget datum. Skriv ett datum som 2024-09-06.'
        )
    return text


def _free_date(value: object) -> str:
    """A date, or words for one ("hösten 2024"); what looks like a date must be one."""
    text = as_text(value)
    return _iso_date(text) if re.fullmatch(r"\d{2,4}[-./]\d{1,2}[-./]\d{1,4}", text) else text


def _period(value: object) -> Period:
    text = as_text(value)
    try:
        return read_period_label(text)
    except ValueError as error:
        raise mistake(code="okänd-period", message=f"{str(error).rstrip('.')}.") from None


def _occasion(value: object) -> Occasion:
    text = as_text(value)
    try:
        return Occasion.parse(text)
    except ValueError as error:
        raise mistake(code="okänd-period", message=f"{str(error).rstrip('.')}.") from None


@dataclass(frozen=True)
class WrittenTolerance:
    """A tolerance ("tolerans") as written; an absolute one names its unit."""

    tolerance: Tolerance
    unit: str = ""


_TOLERANCE = re.compile(
    r"(?P<number>[0-9][0-9 ,.]*?) ?(?:%|procent)(?P<way> av vägen)?"
    r"|(?P<amount>[0-9][0-9 ,.]*?) (?P<unit>[a-zåäö].*)"
)


def _tolerance(value: object) -> WrittenTolerance:
    text = " ".join(as_text(value).casefold().split())
    match = _TOLERANCE.fullmatch(text)
    if match is None:
        raise mistake(
            code="fel-tolerans",
            message=f'"{text}" är ingen tolerans. Skriv "10 %" (av målet), "2 procentenheter" '
            '(eller en annan enhet) eller "25 % av vägen" (från ingångsvärde till mål).',
        )
    if match["unit"]:
        amount = _number(match["amount"])
        return WrittenTolerance(Tolerance(ToleranceKind.ABSOLUTE, amount), match["unit"])
    kind = ToleranceKind.SHARE_OF_WAY if match["way"] else ToleranceKind.RELATIVE
    return WrittenTolerance(Tolerance(kind, _number(match["number"]) / 100))


def _between(low: int, high: int, value: Decimal) -> Decimal:
    if not low <= value <= high:
        raise mistake(
            code="utanför-gränser",
            message=f"Värdet ska ligga mellan {low} och {high}. Rätta det.",
        )
    return value


def between(low: int, high: int) -> AfterValidator:
    """The number lies between two bounds, both allowed."""
    return AfterValidator(partial(_between, low, high))


def _word(kind: type[_E], value: object) -> _E:
    text = " ".join(as_text(value).split())
    found = next((member for member in kind if member.value.casefold() == text.casefold()), None)
    if found is None:
        allowed = [member.value for member in kind]
        raise unknown_word(text, allowed)
    return found


def word(kind: type[StrEnum]) -> BeforeValidator:
    """The field is one of an enum's words; capitals and double spaces do not matter."""
    return BeforeValidator(partial(_word, kind))


Id = Annotated[
    str, BeforeValidator(_id), WithJsonSchema({"type": "string", "pattern": f"^{_ID.pattern}$"})
]
Text = Annotated[str, BeforeValidator(as_text), WithJsonSchema(_TEXT_SCHEMA)]
Flag = Annotated[bool, PlainValidator(_yes_or_no), WithJsonSchema({"enum": ["ja", "nej"]})]
Number = Annotated[Decimal, PlainValidator(_number), WithJsonSchema(_TEXT_SCHEMA)]
Whole = Annotated[int, PlainValidator(_whole), WithJsonSchema({"type": ["integer", "string"]})]
Year = Annotated[int, PlainValidator(_year), WithJsonSchema({"type": ["integer", "string"]})]
Month = Annotated[int, PlainValidator(_month), WithJsonSchema({"type": ["integer", "string"]})]
IsoDate = Annotated[
    str, PlainValidator(_iso_date), WithJsonSchema({"type": "string", "format": "date"})
]
FreeDate = Annotated[str, PlainValidator(_free_date), WithJsonSchema(_TEXT_SCHEMA)]
PeriodLabel = Annotated[Period, PlainValidator(_period), WithJsonSchema(_TEXT_SCHEMA)]
OccasionLabel = Annotated[Occasion, PlainValidator(_occasion), WithJsonSchema({"type": "string"})]
ToleranceText = Annotated[
    WrittenTolerance, PlainValidator(_tolerance), WithJsonSchema({"type": "string"})
]
OccasionWord = Annotated[OccasionKind, word(OccasionKind)]
