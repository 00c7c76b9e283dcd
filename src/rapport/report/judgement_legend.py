"""The legend ("förklaring") of a judgement profile, and the rules of the measures it is used on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapport.domain.outcome import Verdict
from rapport.domain.plan import Indicator
from rapport.domain.region import JudgementProfile, ProfileKind
from rapport.domain.target import EveryUnit, MeanOverYears, SinceYear, TwoLevels
from rapport.swedish import phrases

Legend = dict[Verdict, tuple[str, ...]]
"""What each verdict means, against a number and against a direction; one text where they agree."""

_NO_VERDICT = (
    "Utfall eller mål saknas. Orsaken står alltid vid måttet.",
    "Ingångsvärdet är okänt, för grovt avrundat eller går inte att läsa i planen.",
)
_BETTER, _WORSE = "Bättre än ingångsvärdet.", "Sämre än ingångsvärdet."


def legend_of(profile: JudgementProfile) -> Legend:
    """The rules of a profile, in the words of its kind."""
    match profile.kind:
        case ProfileKind.TOLERANCE:
            return _by_tolerance(phrases.profile_tolerance_words(profile))
        case ProfileKind.BINARY:
            return _BINARY
        case ProfileKind.LIMITS:
            return _LIMITS
        case ProfileKind.TREND:
            return _TREND


def _by_tolerance(tolerance: str) -> Legend:
    return {
        Verdict.MET: ("Utfallet når målet.", _BETTER),
        Verdict.PARTLY: (
            f"Målet nås inte, men avståndet är högst {tolerance}.",
            "Lika med ingångsvärdet i tabellens noggrannhet, eller inom måttets egen tolerans.",
        ),
        Verdict.NOT_MET: (f"Avståndet till målet är mer än {tolerance}.", _WORSE),
        Verdict.NOT_ASSESSABLE: (
            "Utfall eller mål saknas. Orsaken står alltid vid måttet.",
            "Ingångsvärdet är okänt eller går inte att läsa i planen.",
        ),
    }


_BINARY: Legend = {
    Verdict.MET: ("Utfallet når målet.", _BETTER),
    Verdict.NOT_MET: ("Utfallet når inte målet.", "Lika med eller sämre än ingångsvärdet."),
    Verdict.NOT_ASSESSABLE: _NO_VERDICT,
}
_LIMITS: Legend = {
    Verdict.MET: ("Utfallet når måttets gräns för uppfyllt, som står i planen.", _BETTER),
    Verdict.PARTLY: (
        "Utfallet når måttets gräns för delvis uppfyllt men inte den för uppfyllt.",
        "Lika med ingångsvärdet i tabellens noggrannhet.",
    ),
    Verdict.NOT_MET: ("Utfallet når inte måttets gräns för delvis uppfyllt.", _WORSE),
    Verdict.NOT_ASSESSABLE: (
        "Utfall, mål eller gränser saknas. Orsaken står alltid vid måttet.",
        _NO_VERDICT[1],
    ),
}
_TREND: Legend = {
    Verdict.MET: ("Bättre än samma månader året före.",),
    Verdict.PARTLY: ("Oförändrat mot samma månader året före, i tabellens noggrannhet.",),
    Verdict.NOT_MET: ("Sämre än samma månader året före.",),
    Verdict.NOT_ASSESSABLE: ("Utfallet saknas något av åren, eller ingen riktning är bättre.",),
}


def rules_of(indicators: Iterable[Indicator]) -> Iterator[tuple[str, str]]:
    """The rules that only some measures need, for those that the report has: (label, text)."""
    found = tuple(indicators)
    kinds = {type(stated.target) for indicator in found for stated in indicator.targets}
    for kind, (label, text) in _BY_TARGET.items():
        if kind in kinds:
            yield label, text
    if any(indicator.limits for indicator in found):
        yield "Egna gränser", _OWN_LIMITS


_BY_TARGET = {
    EveryUnit: (
        "Varje enhet",
        "Ska varje enhet nå målet bedöms den sämsta enheten; tabellen visar regionens utfall.",
    ),
    MeanOverYears: (
        "Snitt över flera år",
        "Gäller målet ett snitt bedöms medelvärdet av årens utfall för samma månader, oavrundat.",
    ),
    SinceYear: (
        "Jämfört med ett annat år",
        "Gäller målet en förändring jämförs utfallet med samma månader det andra året.",
    ),
    TwoLevels: (
        "Två målnivåer",
        "Hög målnivå är uppfyllt och måttlig målnivå delvis uppfyllt. Ingen tolerans används.",
    ),
}
_OWN_LIMITS = (
    "Har ett mått egna gränser för uppfyllt och delvis uppfyllt går de före toleransen. De står "
    "vid måttet."
)
