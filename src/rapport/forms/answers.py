"""What one cell of a form says: a text, a choice or a date, or why it cannot be read."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime

from rapport.forms.keys import one_per_line
from rapport.report.asked.form import AnswerColumn, Kind

_LONGEST = 8000
_LOOKS_LIKE_DATE = re.compile(r"\d{1,4}[-./ ]\d{1,2}[-./ ]\d{1,4}")
_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs"})
_ALLOWED = frozenset("\n\t\u00ad")
_FORMULA, _ERROR = "f", "e"

Fault = tuple[str, str]
"""A problem's code and message."""


@dataclass(frozen=True)
class Written:
    """The text of an answer, empty where the cell is."""

    text: str


def answer_of(value: object, data_type: str, column: AnswerColumn) -> Written | Fault:
    """What is written in a cell of a column."""
    if value is None:
        return Written("")
    if data_type == _FORMULA:
        return "formel", "Cellen har en formel. Skriv svaret som text."
    if data_type == _ERROR:
        return "felvärde", f"Cellen visar felet {value}. Skriv svaret på nytt."
    if isinstance(value, bool):
        return (
            "inte-text",
            f"Cellen har värdet {'SANT' if value else 'FALSKT'}. Skriv svaret i ord.",
        )
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return Written(value.isoformat())
    (text,) = one_per_line([str(value)])
    return _strange(text) or _as_kind(text, column)


def _strange(text: str) -> Fault | None:
    if len(text) > _LONGEST:
        message = f"Texten har {len(text)} tecken; högst {_LONGEST} läses. Korta den."
        return "för-lång-text", message
    for sign in text:
        if unicodedata.category(sign) in _HIDDEN and sign not in _ALLOWED:
            name = unicodedata.name(sign, f"U+{ord(sign):04X}")
            message = f"Texten har ett dolt tecken ({name}). Skriv om ordet där det står."
            return "dolt-tecken", message
    return None


def _as_kind(text: str, column: AnswerColumn) -> Written | Fault:
    match column.kind:
        case Kind.TEXT:
            return Written(text)
        case Kind.CHOICE:
            return _choice(text, column)
        case Kind.DATE:
            return _date(text)
        case Kind.FREE_DATE:
            return _date(text) if _LOOKS_LIKE_DATE.fullmatch(text) else Written(text)


def _choice(text: str, column: AnswerColumn) -> Written | Fault:
    wanted = " ".join(text.split()).casefold()
    for choice in column.choices:
        if choice.casefold() == wanted:
            return Written(choice)
    if not text:
        return Written("")
    allowed = ", ".join(column.choices)
    return "okänt-svar", f'"{text}" går inte att välja i "{column.title}". Välj bland {allowed}.'


def _date(text: str) -> Written | Fault:
    if not text:
        return Written("")
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return "inget-datum", f'"{text}" är inget datum. Skriv ett datum som 2024-10-31.'
    return Written(day.isoformat())
