"""Words of direction held against the figures: rose or fell, better or worse, met or not.

Only a plain statement about one measure is tried. A sentence with a reservation, a wish, another
time or a part of the region is left alone: a false alarm costs more than a missed one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from rapport.domain.breakdown import Breakdown, Sex
from rapport.domain.outcome import Assessment, Change, Verdict
from rapport.domain.problem import Problem
from rapport.report.bound_numbers import outcome_text
from rapport.report.claims import subjects
from rapport.report.claims.basis import Basis, Measure
from rapport.report.claims.written import Sentence, Written
from rapport.swedish import dates, numbers, phrases, terms

DIRECTION = "riktning-stämmer-inte"


class Said(Enum):
    """What a sentence claims of its measure."""

    UP = "ökar"
    DOWN = "minskar"
    BETTER = "blir bättre"
    WORSE = "blir sämre"
    MET = "når målet"
    NOT_MET = "inte når målet"


_SUBJECT = (
    r"(?:utfallet|resultatet|andelen|antalet|nivån|värdet|kostnaden|skillnaden mot riket|måttet)"
)
_WHOSE = r"(?: (?:för|bland|hos) (?:\w+ )?(?:kvinnor|män|kvinnorna|männen))?"
_HOW = r"(?: (?:nu|därmed|åter|fortsatt|också|något|svagt|tydligt|klart|långsamt|kraftigt))*"
_CLAIMS: tuple[tuple[Said, str], ...] = (
    (Said.NOT_MET, r"når(?:dde)?(?: \w+)? (?:inte|ej)(?: \w+){0,2} målet"),
    (
        Said.MET,
        r"(?:når|nådde|har nått|klarar|klarade|uppfyller|uppfyllde)(?: nu| därmed| åter)? målet",
    ),
    (Said.UP, r"(?:ökar|ökade|har ökat|stiger|steg|har stigit)"),
    (Said.DOWN, r"(?:minskar|minskade|har minskat|sjunker|sjönk|har sjunkit)"),
    (Said.BETTER, r"(?:förbättras|förbättrades|har förbättrats|(?:är|blev|har blivit) bättre)"),
    (Said.WORSE, r"(?:försämras|försämrades|har försämrats|(?:är|blev|har blivit) sämre)"),
    (Said.UP, r"(?:är|var|ligger|blev) högre än (?:i fjol|förra året|året före|samma \w+ i fjol)"),
    (
        Said.DOWN,
        r"(?:är|var|ligger|blev) lägre än (?:i fjol|förra året|året före|samma \w+ i fjol)",
    ),
)
_RESERVED = re.compile(
    r"\b(?:ej|utan|aldrig|knappast|ska|skall|bör|kan|kunde|behöver|måste|vill|skulle|väntas"
    r"|förväntas|bedöms|beräknas|antas|tros|om|när|eftersom|trots|även om|för att|delvis|nästan"
    r"|snart|ännu|risk\w*|takt\w*|varken|men|medan|däremot|både|olika|sedan|planperiod\w*"
    r"|ingångsvärde\w*|mer för|mindre för|mest|minst|snabbare|långsammare|jämfört med kvinnor"
    r"|jämfört med män|än (?:kvinnor|män|för|bland|hos|målet|väntat|planerat|beräknat))\b",
    re.IGNORECASE,
)
_NEGATION = re.compile(r"\b(?:inte|inga|ingen|inget)\b", re.IGNORECASE)


@dataclass(frozen=True)
class DirectionCheck:
    """The check of the words of direction in one text."""

    written: Written
    basis: Basis

    def problems(self) -> Iterator[Problem]:
        """Each statement that the figures plainly contradict."""
        for sentence in self.written.sentences:
            measures = self._measures(sentence)
            if not measures or self._is_reserved(sentence):
                continue
            found = self._claim(sentence, measures)
            if found is None:
                continue
            said, match = found
            answers = [self._answer(said, sentence, measure) for measure in measures]
            if answers and all(answers):
                start = sentence.start + match.start("claim")
                end = sentence.start + match.end("claim")
                yield self.written.problem(start, end, DIRECTION, _message(said, answers[0]))

    def _measures(self, sentence: Sentence) -> tuple[Measure, ...]:
        """The one measure a sentence is about, in each plan that has it."""
        key = self.written.source.key
        named = subjects.named_in(sentence.text, self.basis.measures)
        own = subjects.measures_of_key(self.basis, key) if subjects.is_analysis(key) else ()
        if own == self.basis.measures:
            own = ()
        chosen = named or own
        if own and {i.id for _, i in named} - {i.id for _, i in own}:
            return ()
        return chosen if len({indicator.id for _, indicator in chosen}) == 1 else ()

    def _is_reserved(self, sentence: Sentence) -> bool:
        text = sentence.text
        return bool(
            _RESERVED.search(text)
            or subjects.units_in(text, self.basis.organisations)
            or subjects.speaks_of_something_else(text, self.basis)
            or len(subjects.sexes_in(text)) > 1
        )

    def _claim(
        self, sentence: Sentence, measures: tuple[Measure, ...]
    ) -> tuple[Said, re.Match[str]] | None:
        """What is said of the subject itself, right after it."""
        names = "|".join(
            re.escape(indicator.short_name.lower()[:-1]) + r"\w*" for _, indicator in measures
        )
        for said, words in _CLAIMS:
            claim = rf"\b(?:{_SUBJECT}|{names}){_WHOSE}{_HOW} (?P<claim>{words})\b"
            match = re.search(claim, sentence.text, re.IGNORECASE)
            if match and (said is Said.NOT_MET or not _NEGATION.search(sentence.text)):
                return said, match
        return None

    def _answer(self, said: Said, sentence: Sentence, measure: Measure) -> str:
        """What the figures say instead; empty when they do not contradict."""
        assessment = self._assessment(sentence, measure)
        if assessment is None:
            return ""
        if said in {Said.MET, Said.NOT_MET}:
            return _against_verdict(said, assessment)
        if said in {Said.BETTER, Said.WORSE}:
            return _against_change(said, assessment)
        return self._against_movement(said, sentence, measure, assessment)

    def _assessment(self, sentence: Sentence, measure: Measure) -> Assessment | None:
        """The series that is spoken of: women, men, or everybody."""
        sexes = subjects.sexes_in(sentence.text)
        wanted = Breakdown(Sex(next(iter(sexes)))) if sexes else Breakdown()
        found = self.basis.assessments(measure)
        return next((each for each in found if each.breakdown == wanted), None)

    def _against_movement(
        self, said: Said, sentence: Sentence, measure: Measure, assessment: Assessment
    ) -> str:
        """Contradicted only when every comparison that could be meant goes the other way."""
        now, then = assessment.outcome, assessment.last_year
        if now.value is None or then is None or then.value is None:
            return ""
        earlier = [then.value]
        if not subjects.speaks_of_last_year(sentence.text):
            plan, indicator = measure
            top, before = self.basis.organisations.top, self.basis.previous
            found = self.basis.evaluation.assess(plan, indicator, top, before)
            same = (each for each in found if each.breakdown == assessment.breakdown)
            earlier += [e.outcome.value for e in same if e.outcome.value is not None]
            if assessment.baseline is not None and assessment.baseline.value is not None:
                earlier.append(assessment.baseline.value)
        decimals = assessment.indicator.decimals
        wrong_sign = 1 if said is Said.DOWN else -1
        shown = numbers.rounded(now.value, decimals)
        moves = [(shown - numbers.rounded(value, decimals)) * wrong_sign for value in earlier]
        return _figures(assessment) if all(move > 0 for move in moves) else ""


def _against_verdict(said: Said, assessment: Assessment) -> str:
    verdict = assessment.final_verdict
    contradicts = {
        Said.MET: {Verdict.NOT_MET, Verdict.PARTLY},
        Said.NOT_MET: {Verdict.MET},
    }[said]
    if verdict not in contradicts or assessment.verdict not in contradicts:
        return ""
    target = assessment.target
    aim = phrases.target_words(target.target, assessment.indicator) if target else "inget mål"
    text = outcome_text(assessment.outcome, assessment.indicator)
    word = terms.VERDICTS[verdict]
    return f"{_who(assessment)}utfallet är {text}, målet {aim} och bedömningen {word}"


def _against_change(said: Said, assessment: Assessment) -> str:
    opposite = Change.WORSE if said is Said.BETTER else Change.BETTER
    return _figures(assessment) if assessment.change is opposite else ""


def _figures(assessment: Assessment) -> str:
    """Both figures, with their periods."""
    now, then = assessment.outcome, assessment.last_year
    if then is None:
        return ""
    shown = [
        f"{outcome_text(each, assessment.indicator)} {dates.short_label(each.period)}"
        for each in (now, then)
    ]
    return f"{_who(assessment)}utfallet är {shown[0]} mot {shown[1]}"


def _who(assessment: Assessment) -> str:
    sex = assessment.breakdown.sex
    return f"för {terms.SEXES[sex]} gäller: " if sex else ""


def _message(said: Said, answer: str) -> str:
    return (
        f"Texten säger att måttet {said.value}, men {answer}. Ändra ordet, eller skriv vad "
        "jämförelsen gäller."
    )
