"""Where a bound number lives: the files in which someone can correct it."""

from __future__ import annotations

import re

from rapport.domain.outcome import Assessment
from rapport.report.bound_numbers import BindingRefused, BoundNumbers
from rapport.swedish import prose

_CALL = re.compile(r"""\{\{\s*(\w+)\(\s*["']([^"']+)["']""")
_NAMED = re.compile(r"""(\w+)\s*=\s*["']([^"']*)["']""")
_MOST_FILES = 3


def figure_place(expression: str, bound: BoundNumbers) -> str:
    """Where to correct the figure of a bound number: "i planen data/planer/hsn.yaml, rad 40"."""
    call = _CALL.match(expression)
    if call is None:
        return "där uttrycket hämtar den"
    where = dict(_NAMED.findall(expression[call.end() :]))
    try:
        assessment = bound.basis(call[2], **where)
    except (BindingRefused, TypeError):
        return "i planen eller mätdata"
    return _places(call[1], assessment, str(bound.occasion))


def _places(function: str, assessment: Assessment, occasion: str) -> str:
    follow_up = f"data/uppfoljning/{occasion}"
    match function:
        case "mål":
            return _plan(assessment)
        case "bedömning":
            return (
                f"i mätdata och planen som den räknas ut av ({_data(assessment)}); en annan "
                f"bedömning beslutas i {follow_up} under beslutade_bedömningar"
            )
        case "prognos":
            return f"i mätdata ({_data(assessment)}) eller som egen prognos i {follow_up}"
        case _:
            return f"i mätdata ({_data(assessment)})"


def _plan(assessment: Assessment) -> str:
    place = assessment.indicator.location
    line = "" if place.line is None else f", rad {place.line}"
    return f"i planen ({place.path}{line})" if place.path else "i planen"


def _data(assessment: Assessment) -> str:
    """The data files behind an outcome; the descriptions of how it is measured when none."""
    files = list(dict.fromkeys(source.file for source in assessment.outcome.sources))
    if not files:
        return "inga rader finns än"
    shown = prose.enumeration(files[:_MOST_FILES])
    return shown if len(files) <= _MOST_FILES else f"{shown} med flera"
