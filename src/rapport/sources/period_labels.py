"""Reads the many labels that exports and plans use for periods ("periodetiketter")."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from rapport.domain.period import Grain, OccasionKind, Period, parse_period

_CENTURY = 2000
_TWO_DIGITS = 100

_SHORT = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_LONG = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
_MONTH_NUMBERS = {
    **{name: number for number, name in enumerate(_SHORT, 1)},
    **{f"{name}.": number for number, name in enumerate(_SHORT, 1)},
    **{name: number for number, name in enumerate(_LONG, 1)},
    "sept": 9,
}
_LETTER_GRAINS = {
    "t": Grain.TERTIAL,
    "k": Grain.QUARTER,
    "kv": Grain.QUARTER,
    "q": Grain.QUARTER,
    "h": Grain.HALF_YEAR,
    "p": Grain.MONTH,
    "m": Grain.MONTH,
}

_MONTH = "(" + "|".join(sorted(map(re.escape, _MONTH_NUMBERS), key=len, reverse=True)) + ")"
_YEAR = r"(?:(?:, ?| ?[- /])?(\d{4}|\d{2}))?"
_UNTIL = r"(?:då|d|delår|delårsrapport|ack\.?|ackumulerat|tom|t\.? ?o\.? ?m\.?|till och med)"
_WEEK = re.compile(r"(?:v|v\.|vecka|w) ?\d{1,2}\b.*|\d{4}[ -]?(?:v|w|vecka) ?\d{1,2}")

HINT = (
    "Skriv till exempel T2-2024, 2024-08, Kv3-2024, DÅ08-2024, jan–aug 2024, ÅR-2024 "
    "eller R12-2024-08"
)
"""What to write instead of a label that could not be read."""

_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[ T]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?", re.ASCII)

_Parts = tuple[str | None, ...]
_Reader = Callable[[_Parts, int | None], Period]


class _YearMissing(ValueError):
    """The label names no year and none was given."""


def _year(text: str | None, default: int | None) -> int:
    if text is None:
        if default is None:
            raise _YearMissing
        return default
    year = int(text)
    return year + _CENTURY if year < _TWO_DIGITS else year


def _number(text: str | None) -> int:
    return _MONTH_NUMBERS.get(text or "") or int(text or 0)


def _numbered(grain: Grain) -> _Reader:
    return lambda part, year: Period.of(grain, _year(part[1], year), _number(part[0]))


def _year_first(part: _Parts, year: int | None) -> Period:
    return Period.of(_LETTER_GRAINS[part[1] or ""], _year(part[0], year), _number(part[2]))


def _year_month(part: _Parts, year: int | None) -> Period:
    return Period.month(_year(part[0], year), _number(part[1]))


def _until_month(part: _Parts, year: int | None) -> Period:
    return Period.month(_year(part[1], year), _number(part[0])).cumulative


def _which_interim(_part: _Parts, _year: int | None) -> Period:
    msg = "en ensam siffra kan vara delårets nummer eller en månad: skriv månaden som 08"
    raise ValueError(msg)


def _until_tertial(part: _Parts, year: int | None) -> Period:
    return _numbered(Grain.TERTIAL)(part, year).cumulative


def _whole_year(part: _Parts, year: int | None) -> Period:
    return Period.year_of(_year(part[0], year))


def _rolling(part: _Parts, year: int | None) -> Period:
    return _year_month(part, year).rolling_year


def _rolling_named(part: _Parts, year: int | None) -> Period:
    return _numbered(Grain.MONTH)(part, year).rolling_year


def _span(part: _Parts, year: int | None) -> Period:
    last = Period.month(_year(part[3], year), _number(part[2]))
    first = Period.month(_year(part[1], last.year), _number(part[0]))
    if last.last < first.first:
        msg = "den slutar före sin början"
        raise ValueError(msg)
    return Period(first.first, last.last)


_FORMS: tuple[tuple[re.Pattern[str], _Reader], ...] = tuple(
    (re.compile(pattern, re.ASCII), reader)
    for pattern, reader in (
        (r"(\d{4})-?(\d{2})(?:-01(?:[ t]00:00:00)?)?", _year_month),
        (r"(\d{4})-(\d)", _year_month),
        (r"(\d{4})[ -]?(kv|[tkqhpm])\.? ?(\d{1,2})", _year_first),
        (rf"(?:t|tertial)\.? ?(\d){_YEAR}", _numbered(Grain.TERTIAL)),
        (rf"(?:kvartal|kv|k|q)\.? ?(\d){_YEAR}", _numbered(Grain.QUARTER)),
        (rf"(?:halvår|h)\.? ?(\d){_YEAR}", _numbered(Grain.HALF_YEAR)),
        (rf"delår(?:srapport)? ?([1-3]){_YEAR}", _which_interim),
        (rf"{_UNTIL} ?(?:per )?(\d{{1,2}}){_YEAR}", _until_month),
        (rf"{_UNTIL} (?:per )?{_MONTH}{_YEAR}", _until_month),
        (rf"{_UNTIL} t(\d){_YEAR}", _until_tertial),
        (rf"(?:år|helår|årsbokslut|årsredovisning|ar){_YEAR}", _whole_year),
        (r"(\d{4})", _whole_year),
        (r"(?:r12|rullande 12)(?: tom)? ?-?(\d{4})-?(\d{2})", _rolling),
        (rf"(?:r12|rullande 12)(?: tom)? {_MONTH}{_YEAR}", _rolling_named),
        (rf"{_MONTH}{_YEAR} ?- ?{_MONTH}{_YEAR}", _span),
        (rf"{_MONTH}{_YEAR}", _numbered(Grain.MONTH)),
    )
)


@lru_cache(maxsize=4096)
def read_period_label(text: str, year: int | None = None) -> Period:
    """Read a period label; ``year`` is used where the label names none.

    T2-2024 is the tertial (May-August); DÅ08-2024, "jan–aug 2024" and "tom T2 2024" are
    the months since January ("ackumulerat").

    >>> str(read_period_label("delårsrapport per augusti 2024"))
    'ACK08-2024'

    Raises:
        ValueError: not a period; the message is Swedish and says what to write.
    """
    plain = re.sub(r"[\u00a0\u202f\s]+", " ", text).strip()
    try:
        return parse_period(plain)
    except ValueError:
        return _read_loose(text, re.sub(r"[–—\u2212]", "-", plain.casefold()), year)


def month_of_day(text: str) -> str:
    """The label of the month that a day lies in; any other text is left as it is.

    >>> month_of_day("2024-08-17"), month_of_day("T2 2024"), month_of_day("2024-02-31")
    ('2024-08', 'T2 2024', '2024-02-31')
    """
    match = _DAY.fullmatch(text.strip())
    try:
        return f"{date.fromisoformat(match[1]):%Y-%m}" if match else text
    except ValueError:
        return text


def _read_loose(text: str, plain: str, year: int | None) -> Period:
    if _WEEK.fullmatch(plain):
        msg = f'"{text}" är en vecka; perioder är hela månader. {HINT}'
        raise ValueError(msg)
    for pattern, reader in _FORMS:
        if match := pattern.fullmatch(plain):
            try:
                return reader(match.groups(), year)
            except _YearMissing:
                msg = f'"{text}": årtal saknas. {HINT}'
                raise ValueError(msg) from None
            except ValueError as error:
                msg = f'"{text}" är ingen period ({error}). {HINT}'
                raise ValueError(msg) from None
    msg = f'"{text}" är ingen känd period. {HINT}'
    raise ValueError(msg)


_OCCASION_WORDS = {
    "04": OccasionKind.T1,
    "4": OccasionKind.T1,
    "08": OccasionKind.T2,
    "8": OccasionKind.T2,
    "12": OccasionKind.T3,
    "t1": OccasionKind.T1,
    "t2": OccasionKind.T2,
    "t3": OccasionKind.T3,
    "år": OccasionKind.YEAR,
}


def read_occasions(text: str) -> tuple[OccasionKind, ...]:
    """Read a plan's column "Period": "DÅ 04,08, ÅR" in all its spellings.

    DÅ means delårsrapport; 04 and 08 are the months it covers until, so T1 and T2.

    >>> [kind.value for kind in read_occasions("DÅ04, 08 ÅR")]
    ['T1', 'T2', 'ÅR']

    Raises:
        ValueError: a part is not an occasion; the message is Swedish.
    """
    words = re.findall(r"då|d(?=[ \d])|år|t\d|\d+|[^\W\d]+|[^\s,;.]", text.casefold())
    found: list[OccasionKind] = []
    for word in words:
        if word in {"d", "då"}:
            continue
        kind = _OCCASION_WORDS.get(word)
        if kind is None:
            msg = f'"{text}" har en okänd del, "{word}". Skriv till exempel DÅ 04, 08, ÅR'
            raise ValueError(msg)
        if kind not in found:
            found.append(kind)
    if not found:
        msg = f'"{text}" nämner inget rapporttillfälle. Skriv till exempel DÅ 04, 08, ÅR'
        raise ValueError(msg)
    return tuple(found)
