"""The template engine: sandboxed, escaping everything, and strict about missing values."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from rapport.domain.problem import RenderFailed

Values = Mapping[str, object]
"""What a template sees: text, numbers of levels, flags, and tuples and dicts of these."""


class Templates:
    """The HTML templates of a folder, filled with plain values; others are looked in after it."""

    def __init__(self, *folders: Path) -> None:
        self._environment = ImmutableSandboxedEnvironment(
            loader=FileSystemLoader(folders),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def fill(self, name: str, values: Values) -> Markup:
        """A template filled with values; what comes out is finished and never filled again."""
        try:
            return Markup(self._environment.get_template(name).render(values))  # noqa: S704 - the template escaped it
        except TemplateNotFound as fault:
            message = f"Mallen templates/{fault.name} saknas. Lägg tillbaka filen."
            raise RenderFailed(message) from fault
        except (TemplateError, ArithmeticError, LookupError, TypeError) as fault:
            message = (
                f"Mallen templates/{name}{_line(fault)} kunde inte fyllas i: {fault}. "
                "Rätta mallen, eller ta bort den egna mappen templates."
            )
            raise RenderFailed(message) from fault


def _line(fault: Exception) -> str:
    number = getattr(fault, "lineno", None)
    return f", rad {number}," if number else ""
