"""A follow-up file for a new occasion: nothing answered, with the last answers as comments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

_SCHEMA = "# yaml-language-server: $schema=../../../docs/schema/follow-up.schema.json"


def follow_up_skeleton(
    period: str, plan: str, lists: Mapping[str, Iterable[tuple[str, str]]]
) -> str:
    """The file's text; ``lists`` has, by key, each row to fill in and its last answer.

    Every row is a comment until somebody fills it in, so that nothing counts as answered.
    """
    lines = [
        _SCHEMA,
        f"# Att fylla i för {period}. Ta bort # framför de rader som besvaras. Det som står efter",
        "# förra svaret är vad som lämnades sist; det gäller inte förrän det har lämnats på nytt.",
        f"period: {period}",
        "exempeldata: nej",
        f"plan: {plan}",
    ]
    for key, rows in lists.items():
        listed = list(rows)
        if listed:
            lines += ["", f"# {key}:", *_rows(listed)]
    return "\n".join(lines) + "\n"


def _rows(rows: Sequence[tuple[str, str]]) -> Iterable[str]:
    for row, last in rows:
        yield f"#   - {{{row}}}"
        if last:
            # A line break in an answer must not end the comment.
            yield f"#     förra svaret: {' '.join(last.split())}"
