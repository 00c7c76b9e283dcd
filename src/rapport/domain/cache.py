"""Work already done ("mellanlager"), to be found again instead of done again."""

from __future__ import annotations

from typing import Protocol


class Cache(Protocol):
    """Bytes by a key that is made of everything that decides them.

    A cache may forget at any time, and never gives other bytes than were put there.
    """

    def get(self, key: str) -> bytes | None:
        """What was put under a key, if it is still there and whole."""

    def put(self, key: str, content: bytes) -> None:
        """Remember; failing to is no fault."""


class NoCache:
    """The cache of one who does everything anew."""

    def get(self, key: str) -> bytes | None:  # noqa: ARG002 - knows nothing
        """Nothing is there."""
        return None

    def put(self, key: str, content: bytes) -> None:
        """Nothing is kept."""
