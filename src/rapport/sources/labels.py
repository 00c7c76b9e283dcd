"""Turns the words of a data file into measures, periods, organisations and breakdowns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from rapport.domain.breakdown import Breakdown, Sex
from rapport.domain.period import Period
from rapport.domain.plan import Dimension, Indicator, Plan
from rapport.domain.region import Region
from rapport.sources.period_labels import read_period_label
from rapport.sources.raw_table import Field

_SEXES: Mapping[str, Sex | None] = {
    **dict.fromkeys(("k", "kvinna", "kvinnor", "flicka", "flickor"), Sex.WOMEN),
    **dict.fromkeys(("m", "man", "män", "pojke", "pojkar"), Sex.MEN),
    **dict.fromkeys(("t", "tot", "totalt", "total", "alla", "samtliga", "båda"), None),
}
_WHOLE = frozenset({"", "t", "totalt", "total", "alla", "samtliga"})


class LabelFault(NamedTuple):
    """A word that could not be understood: problem code and Swedish message."""

    code: str
    message: str


class Labels:
    """The words that may stand in a data file, from the region, the plans and the mapping.

    Ids, names, short names and aliases are all understood, in capitals or not.
    """

    def __init__(
        self,
        region: Region,
        plans: tuple[Plan, ...],
        translations: Mapping[str, Mapping[str, str]] | None = None,
    ) -> None:
        indicators = [indicator for plan in plans for indicator in plan.indicators]
        self.indicators = _by_data_id(indicators)
        self._indicator_words = _unambiguous(
            (word, indicator.data_id)
            for indicator in indicators
            for word in (indicator.data_id, indicator.name, indicator.short_name)
        )
        self._organisation_words = _unambiguous(
            (word, body.id)
            for body in region.organisations
            for word in (body.id, body.name, *body.aliases)
        )
        self._levels = {body.id: body.level for body in region.organisations}
        self._translations = {
            field: {_plain(word): meaning for word, meaning in words.items()}
            for field, words in (translations or {}).items()
        }
        self._breakdowns: dict[tuple[object, ...], Breakdown] = {}

    def dimension(self, indicator: str, dimension: str) -> Dimension | None:
        """A dimension of a measure, by id."""
        found = (d for d in self.indicators[indicator].dimensions if d.id == dimension)
        return next(found, None)

    def knows_dimension(self, dimension: str) -> bool:
        """Whether any measure has a dimension of that id."""
        return any(self.dimension(indicator, dimension) for indicator in self.indicators)

    def level(self, organisation: str) -> str:
        """The level of an organisation ("nivå")."""
        return self._levels[organisation]

    def indicator(self, text: str) -> str | LabelFault:
        """The series ("mätdata") that a measure's id or name stands for."""
        found = self._word(Field.INDICATOR, text, self._indicator_words)
        if found is not None:
            return found
        hint = _hint(text, self._indicator_words)
        message = (
            f'Styrmåttet "{text.strip()}" finns inte i någon plan.{hint} Rätta namnet, eller '
            "lägg till styrmåttet i en plan."
        )
        return LabelFault("okänt-styrmått", message)

    def organisation(self, text: str) -> str | LabelFault:
        """The organisation that an id, name or alias stands for."""
        found = self._word(Field.ORGANISATION, text, self._organisation_words)
        if found is not None:
            return found
        hint = _hint(text, self._organisation_words)
        message = (
            f'Organisationen "{text.strip()}" känns inte igen.{hint} Rätta namnet, eller lägg '
            "till det som alias i rapport.toml."
        )
        return LabelFault("okänd-organisation", message)

    def _word(self, field: Field, text: str, words: Mapping[str, str]) -> str | None:
        return words.get(_plain(self._translated(field, text)))

    def period(self, text: str) -> Period | LabelFault:
        """The period of a label."""
        try:
            return read_period_label(self._translated(Field.PERIOD, text))
        except ValueError as error:
            return LabelFault("okänd-period", f"{str(error).rstrip('.')}.")

    def sex(self, text: str) -> Sex | LabelFault | None:
        """Women, men, or nothing for both."""
        plain = _plain(self._translated(Field.SEX, text))
        if plain in _SEXES:
            return _SEXES[plain]
        message = f'Könet "{text.strip()}" känns inte igen. Skriv K, M eller T (totalt).'
        return LabelFault("okänt-kön", message)

    def dimension_value(self, indicator: str, dimension: str, text: str) -> str | LabelFault | None:
        """The id of a dimension's value, or nothing for all of them together."""
        plain = _plain(self._translated(dimension, text))
        if plain in _WHOLE:
            return None
        known = self.dimension(indicator, dimension)
        if known is None:
            message = (
                f'Styrmåttet "{indicator}" är inte uppdelat på "{dimension}" i någon plan. '
                "Lämna fältet tomt, eller lägg till dimensionen i planen."
            )
            return LabelFault("okänd-dimension", message)
        words = {_plain(word): value for value, name in known.values for word in (value, name)}
        if plain in words:
            return words[plain]
        allowed = ", ".join(value for value, _ in known.values)
        message = f'{known.name} "{text.strip()}" känns inte igen. Skriv något av {allowed}.'
        return LabelFault("okänt-dimensionsvärde", message)

    def breakdown(self, indicator: str, sex: Sex | None, values: Mapping[str, str]) -> Breakdown:
        """The breakdown with dimensions in the order that the plan names them."""
        key = (indicator, sex, *values.items())
        if key not in self._breakdowns:
            order = self.indicators[indicator].dimensions
            pairs = tuple((d.id, values[d.id]) for d in order if d.id in values)
            self._breakdowns[key] = Breakdown(sex, pairs)
        return self._breakdowns[key]

    def _translated(self, field: str, text: str) -> str:
        return self._translations.get(field, {}).get(_plain(text), text)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _hint(text: str, words: Iterable[str]) -> str:
    close = get_close_matches(_plain(text), list(words), n=1, cutoff=0.7)
    return f' Menade du "{close[0]}"?' if close else ""


def _unambiguous(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The meaning of each word; a word with two meanings is left out."""
    meanings: dict[str, set[str]] = {}
    for word, meaning in pairs:
        if word:
            meanings.setdefault(_plain(word), set()).add(meaning)
    return {word: next(iter(found)) for word, found in meanings.items() if len(found) == 1}


def _by_data_id(indicators: Iterable[Indicator]) -> dict[str, Indicator]:
    """One measure for each series; of several, the one with most dimensions."""
    found: dict[str, Indicator] = {}
    for indicator in indicators:
        known = found.get(indicator.data_id)
        if known is None or len(indicator.dimensions) > len(known.dimensions):
            found[indicator.data_id] = indicator
    return found
