"""As much of JSON Schema as the description of our data uses; anything else in a schema is an error."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlsplit

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int, "null": type(None)}
TOLD = {"$schema", "title", "description"}
FORMATS = {"date": date.fromisoformat, "uri": lambda text: urlsplit(text).scheme or text.index("://")}


def wrong_in(value: Any, schema: dict[str, Any], where: str = "$") -> Iterator[str]:
    """Say where a value is not as a schema describes it."""
    for rule, asked in schema.items():
        if rule not in TOLD:
            yield from RULES[rule](value, asked, where)


def _type(value: Any, asked: str | list[str], where: str) -> Iterator[str]:
    kinds = [asked] if isinstance(asked, str) else asked
    if not any(type(value) is TYPES[kind] for kind in kinds):
        yield f"{where} is no {' or '.join(kinds)}"


def _required(value: Any, asked: list[str], where: str) -> Iterator[str]:
    yield from (f"{where}.{name} is missing" for name in asked if name not in value)


def _properties(value: Any, asked: dict[str, Any], where: str) -> Iterator[str]:
    for name, schema in asked.items():
        if name in value:
            yield from wrong_in(value[name], schema, f"{where}.{name}")


def _items(value: Any, asked: dict[str, Any], where: str) -> Iterator[str]:
    for number, item in enumerate(value):
        yield from wrong_in(item, asked, f"{where}[{number}]")


def _one_of(value: Any, asked: list[dict[str, Any]], where: str) -> Iterator[str]:
    if sum(not list(wrong_in(value, schema)) for schema in asked) != 1:
        yield f"{where} is not exactly one of {len(asked)}"


def _format(value: Any, asked: str, where: str) -> Iterator[str]:
    try:
        if value is not None:
            FORMATS[asked](value)
    except ValueError:
        yield f"{where} is no {asked}"


def _enum(value: Any, asked: list[Any], where: str) -> Iterator[str]:
    if value not in asked:
        yield f"{where} is not one of {asked}"


def _minimum(value: Any, asked: int, where: str) -> Iterator[str]:
    if isinstance(value, int) and value < asked:
        yield f"{where} is below {asked}"


RULES = {
    "type": _type,
    "required": _required,
    "properties": _properties,
    "items": _items,
    "oneOf": _one_of,
    "format": _format,
    "enum": _enum,
    "const": lambda value, asked, where: _enum(value, [asked], where),
    "minimum": _minimum,
}
