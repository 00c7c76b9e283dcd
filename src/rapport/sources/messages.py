"""What a model's mistakes are called and how they are told: code, place and Swedish message."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from rapport.domain.period import Occasion
from rapport.domain.problem import Problem
from rapport.sources.tree import Entries, Path, Spot, Tree

M = TypeVar("M", bound=BaseModel)

_MAX_LISTED = 14
_DICT_KEY = "[key]"
"""What pydantic puts last in the path of a mistake in a key rather than its value."""


def read_model(model: type[M], tree: Tree) -> tuple[M | None, tuple[Problem, ...]]:
    """A tree read as a model, or every mistake that stands in the way."""
    try:
        return model.model_validate(tree.plain()), ()
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        return None, tuple(_problem(model, tree, detail) for detail in details)


def _problem(model: type[BaseModel], tree: Tree, detail: ErrorDetails) -> Problem:
    teller = _TELLERS.get(detail["type"], _wrong_shape)
    return teller(model, tree, detail)


def _own(_model: type[BaseModel], tree: Tree, detail: ErrorDetails) -> Problem:
    context = detail["ctx"]
    path = detail["loc"]
    if path and path[-1] == _DICT_KEY:
        return Problem(tree.key_location(path[:-1]), context["code"], context["message"])
    if context["key"]:
        path = (*path, context["key"])
    return Problem(tree.location(path), context["code"], context["message"])


def _unknown_word(_model: type[BaseModel], tree: Tree, detail: ErrorDetails) -> Problem:
    text, allowed = detail["ctx"]["text"], detail["ctx"]["allowed"]
    path = detail["loc"]
    as_key = path[-1] == _DICT_KEY
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    where = "som nyckel här" if as_key else f'för "{key}"'
    message = (
        f'"{text}" kan inte stå {where}.{_suggestion(text, allowed)} Skriv {_either(allowed)}.'
    )
    location = tree.key_location(path[:-1]) if as_key else tree.location(path)
    return Problem(location, "okänt-ord", message)


def _missing(model: type[BaseModel], tree: Tree, detail: ErrorDetails) -> Problem:
    path = detail["loc"]
    key = str(path[-1])
    owner = _owner(tree, path[:-1])
    example = _example(model, path)
    remedy = f' Skriv till exempel "{key}: {example}".' if example else " Lägg till nyckeln."
    if tree.node(path) is not None:
        remedy = f' Skriv till exempel "{example}".' if example else " Fyll i ett värde."
        message = f'Nyckeln "{key}"{owner} saknar värde.{remedy}'
        return Problem(tree.location(path), "saknad-nyckel", message)
    message = f'Nyckeln "{key}" saknas{owner}.{remedy}'
    return Problem(tree.location(path[:-1]), "saknad-nyckel", message)


def _unknown_key(model: type[BaseModel], tree: Tree, detail: ErrorDetails) -> Problem:
    path = detail["loc"]
    key = str(path[-1])
    parent = model_at(model, path[:-1])
    known = _keys(parent) if parent else []
    node = tree.node(path[:-1])
    present = {pair[0].text for pair in node.pairs} if isinstance(node, Entries) else set()
    hint = _suggestion(key, [name for name in known if name not in present])
    remedy = hint or f" Nycklar som får stå här: {_listed(known)}."
    message = f'Nyckeln "{key}" är okänd här.{remedy} Rätta stavningen eller ta bort raden.'
    return Problem(tree.key_location(path), "okänd-nyckel", message)


def _wrong_shape(model: type[BaseModel], tree: Tree, detail: ErrorDetails) -> Problem:
    expected = _SHAPES.get(detail["type"], "ett annat slags värde")
    example = _example(model, detail["loc"])
    remedy = f'Skriv till exempel "{example}".' if example else "Skriv om det på den formen."
    message = f"Här ska {expected} stå. {remedy}"
    return Problem(tree.location(detail["loc"]), "fel-form", message)


_LIST = 'en lista (rader som börjar med "- ", eller [ett, två])'
_MAPPING = "rader (eller {…}) med nyckel: värde"
_SHAPES: Mapping[str, str] = {
    "string_type": "en text",
    "list_type": _LIST,
    "tuple_type": _LIST,
    "dict_type": _MAPPING,
    "too_short": "minst ett par av nyckel: värde",
    "model_type": _MAPPING,
    "model_attributes_type": _MAPPING,
}
_TELLERS: Mapping[str, Callable[[type[BaseModel], Tree, ErrorDetails], Problem]] = {
    "rapport": _own,
    "rapport-ord": _unknown_word,
    "missing": _missing,
    "extra_forbidden": _unknown_key,
}


def _owner(tree: Tree, path: Path) -> str:
    """The nearest thing with an id around a place, to name it: ' i "digital-ingang"'."""
    for end in range(len(path), 0, -1):
        name = tree.text_at(*path[:end], "id")
        if name:
            return f' i "{name}"'
    return ""


def _suggestion(text: str, known: list[str]) -> str:
    close = get_close_matches(text.casefold(), known, n=1, cutoff=0.6)
    return f' Menade du "{close[0]}"?' if close else ""


def _listed(words: list[str]) -> str:
    shown = ", ".join(words[:_MAX_LISTED])
    return f"{shown} med flera" if len(words) > _MAX_LISTED else shown


def _either(words: list[str]) -> str:
    return " eller ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)


def _keys(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _example(model: type[BaseModel], path: Path) -> str:
    owner = model_at(model, path[:-1]) if path else None
    for name, field in owner.model_fields.items() if owner else ():
        if (field.alias or name) == path[-1] and field.examples:
            return str(field.examples[0])
    return ""


def model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The model that reads the mapping at a path, if a model does."""
    current: Any = model
    for step in path:
        current = _inner(_without_wrapping(current), step)
        if current is None:
            return None
    current = _without_wrapping(current)
    return current if isinstance(current, type) and issubclass(current, BaseModel) else None


def _inner(annotation: Any, step: int | str) -> Any:  # noqa: ANN401 - a type as an object
    """The type of what stands at one step inside a type."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fields = annotation.model_fields.items()
        return next((f.annotation for name, f in fields if (f.alias or name) == step), None)
    arguments = get_args(annotation)
    return arguments[0 if isinstance(step, int) else -1] if arguments else None


def _without_wrapping(annotation: Any) -> Any:  # noqa: ANN401 - a type as an object
    """A type without ``Annotated`` and ``| None``."""
    while get_origin(annotation) in {Annotated, Union, types.UnionType}:
        annotation = next(part for part in get_args(annotation) if part is not type(None))
    return annotation


def misplaced(spot: Spot, period: Occasion, folder: Occasion) -> Iterator[Problem]:
    """That a file says that it is about another occasion than the folder it lies in."""
    if period != folder:
        message = (
            f'Filen gäller {period} men ligger i mappen "{folder}". Flytta filen, eller rätta '
            "perioden."
        )
        yield Problem((spot / "period").location, "fel-period", message)
