"""What someone who wrote an unknown name may have meant ("menade du")."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

_MOST = 8


def hint(name: str, known: Collection[str]) -> str:
    """The nearest known name, else what there is to choose from."""
    close = get_close_matches(name, list(known), n=1)
    if close:
        return f' Menade du "{close[0]}"?'
    shown = sorted(known)[:_MOST]
    if not shown:
        return " Lägg till det som saknas, eller rätta id:t."
    return f" Det som finns: {', '.join(shown)}."
