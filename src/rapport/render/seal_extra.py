"""Whether what seals need is installed; it is an extra, because most never seal."""

from __future__ import annotations

from importlib.util import find_spec

from rapport.domain.problem import RenderFailed


def can_seal() -> bool:
    """Whether the extra ``sigill`` is installed."""
    return find_spec("pyhanko") is not None


def require_seal_extra() -> None:
    """Stop when the extra is missing.

    Raises:
        RenderFailed: the message says how to install it.
    """
    if not can_seal():
        message = (
            "Försegling kräver tillägget sigill, som inte är installerat. Installera det med: "
            'pip install "rapport[sigill]", eller ur requirements/sigill.lock.'
        )
        raise RenderFailed(message)
