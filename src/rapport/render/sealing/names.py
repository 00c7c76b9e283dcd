"""Names in certificates as people read them."""

from __future__ import annotations

from typing import Any


def holder(certificate: Any) -> str:  # noqa: ANN401 - pyHanko's certificates have no types
    """Whose certificate it is: the organisation, and its number or name where it has one."""
    return _named(certificate.subject.native)


def issuer(certificate: Any) -> str:  # noqa: ANN401
    """Who issued it."""
    return _named(certificate.issuer.native)


def _named(parts: dict[str, Any]) -> str:
    organisation = _text(parts.get("organization_name"))
    common = _text(parts.get("common_name"))
    number = _text(parts.get("organization_identifier")) or _text(parts.get("serial_number"))
    name = organisation or common or "okänd innehavare"
    beside = [one for one in (common if common != name else "", number) if one]
    return f"{name} ({', '.join(beside)})" if beside else name


def _text(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    return str(value) if value else ""
