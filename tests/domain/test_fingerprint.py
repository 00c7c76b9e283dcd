"""Fingerprints: what could ever give another document has another one."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from rapport.domain.fingerprint import fingerprint
from rapport.domain.outcome import Verdict


@dataclass(frozen=True)
class One:
    """A value with two fields."""

    a: object
    b: object = ""


@dataclass(frozen=True)
class Other:
    """Another kind of value with the same fields."""

    a: object
    b: object = ""


DIFFERENT = [
    "1", 1, True, Decimal(1), Decimal("1.0"), None, "", b"1", ("1",), ["1"], frozenset({"1"}),
    {"1": ""},
    ("", ""), (("",), ""), ("", ("",)), One("1"), Other("1"), One("", "1"), One(("1",)),
    Verdict.MET, "Verdict.MET", Verdict.MET.value, date(2024, 8, 31), "2024-08-31", "å", "a\u030a",
]  # fmt: skip


def test_different_values_have_different_fingerprints() -> None:
    """Neither the kind of a value, its place nor its spelling is lost."""
    found = [fingerprint(value) for value in DIFFERENT]
    assert len(found) == len(set(found))


def test_what_stands_beside_each_other_does_not_run_together() -> None:
    """Two texts are not the same as their letters divided in another way."""
    assert fingerprint("ab", "c") != fingerprint("a", "bc")
    assert fingerprint(("a",), "b") != fingerprint(("a", "b"))


def test_the_order_of_a_set_or_a_mapping_does_not_matter() -> None:
    """Only what is in them."""
    one = {"a": 1, "b": frozenset({"x", "y"})}
    other = {"b": frozenset({"y", "x"}), "a": 1}
    assert fingerprint(one) == fingerprint(other)


def test_every_process_gives_the_same_fingerprint() -> None:
    """Whatever seed its hashes have."""
    line = (
        "from rapport.domain.fingerprint import fingerprint;"
        "print(fingerprint(frozenset({'a', 'b', 'c'}), {'x': 1, 'y': 2}))"
    )
    said = {
        subprocess.run(  # noqa: S603 - the interpreter of the tests
            [sys.executable, "-c", line],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert 1 == len(said)


def test_a_kind_of_value_that_is_not_known_is_refused() -> None:
    """Nothing is left out unseen."""
    with pytest.raises(TypeError):
        fingerprint((object(),))
