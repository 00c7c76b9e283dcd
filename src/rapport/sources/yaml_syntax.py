"""YAML mistakes explained in Swedish: the library's English words never reach the user."""

from __future__ import annotations

import yaml

from rapport.domain.problem import Problem
from rapport.sources.source_text import SourceText

_QUOTE = "Sätt hela texten inom citattecken."

_UNFINISHED = {
    "while parsing a flow sequence": (
        "Listan som börjar med [ avslutas inte rätt. Sätt kommatecken mellan värdena och ] sist."
    ),
    "while parsing a flow mapping": (
        "Uppräkningen som börjar med { avslutas inte rätt. Sätt kommatecken mellan paren och } "
        "sist, och citattecken om ett värde som självt innehåller kommatecken."
    ),
    "while scanning a quoted scalar": (
        "Texten börjar med ett citattecken som aldrig avslutas. Sätt ett likadant (\" eller ') "
        "sist i texten."
    ),
    "while scanning a block scalar": (
        "Efter | eller > ska texten börja på nästa rad. Flytta ned texten en rad."
    ),
    "while scanning a simple key": (
        "Raden saknar kolon. Skriv nyckel: värde, eller dra in raden om den hör till texten "
        "ovanför."
    ),
}
_EXPLANATIONS = {
    "mapping values are not allowed": (
        "Ett kolon står där det inte får stå. Står det inne i en text: sätt hela texten inom "
        "citattecken. Annars: kontrollera att raden har samma indrag som de andra nycklarna och "
        "att raden ovanför har ett mellanslag efter sitt kolon."
    ),
    "did not find expected '-' indicator": (
        "Raden hör inte till listan ovanför. Börja den med - om den är en punkt till, annars "
        "rätta indraget."
    ),
    "did not find expected key": (
        "Raden passar inte ihop med dem ovanför. Kontrollera indraget. Börjar eller slutar ett "
        "citattecken mitt i texten: sätt hela texten inom den andra sortens citattecken."
    ),
    "unknown escape character": (
        'Inom "…" får omvänt snedstreck bara stå i \\n, \\t, \\" och \\\\. Byt till \'…\' eller '
        "skriv två omvända snedstreck."
    ),
    "document start": (
        "Raden har ett annat indrag än filens första rad. Börja alla yttersta nycklar längst "
        "till vänster."
    ),
    "did not find expected alphabetic or numeric character": (
        f"En text får inte börja med * eller &, som betyder något annat i YAML. {_QUOTE}"
    ),
    "did not find expected node content": (
        f"Här saknas ett värde, eller så börjar texten med ett skiljetecken. {_QUOTE}"
    ),
}
_BAD_START = "found character that cannot start any token"
_TAB = (
    "Raden är indragen med tabb, vilket YAML inte tillåter. Byt tabben mot mellanslag "
    "(två för varje nivå)."
)
_UNKNOWN = (
    "Raden följer inte YAML:s skrivregler. Kontrollera indrag, kolon och citattecken här och på "
    "raden ovanför."
)


def syntax_problem(source: SourceText, error: yaml.YAMLError) -> Problem:
    """The problem that stopped the YAML parser, placed and explained."""
    mark = getattr(error, "problem_mark", None)
    context = str(getattr(error, "context", None) or "")
    reason = str(getattr(error, "problem", None) or "")
    start = getattr(error, "context_mark", None)
    # An unclosed bracket or quote is found at the end; the reader wants to see its beginning.
    if start is not None and context in _UNFINISHED and "escape" not in reason:
        mark = start
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    while line > 1 and (line > len(source.lines) or not source.lines[line - 1].strip()):
        line, column = line - 1, 1
    location = source.at(line, column)
    return Problem(
        location, "yaml-skrivfel", _explanation(context, reason, location.excerpt, column)
    )


def _explanation(context: str, reason: str, line: str, column: int) -> str:
    if _BAD_START in reason:
        return _bad_start(line, column)
    for words, explanation in _EXPLANATIONS.items():
        if words in reason:
            return explanation
    return _UNFINISHED.get(context, _UNKNOWN)


def _bad_start(line: str, column: int) -> str:
    """A character that no value may begin with. Tabs show as spaces in the excerpt."""
    character = line[column - 1 : column]
    if character in {"", " "}:
        return _TAB
    return f"En text får inte börja med {character} i YAML. {_QUOTE}"
