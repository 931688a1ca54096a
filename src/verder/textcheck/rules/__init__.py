"""The words and rules of the text check as data that people can read and change."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def read_rules(name: str) -> dict[str, Any]:
    """Return one file of rules."""
    return tomllib.loads((files("verder.textcheck.rules") / f"{name}.toml").read_text("utf-8"))


def any_of(words: str) -> str:
    """Return an expression for any of the words of a list, the longest first."""
    return "|".join(sorted((word.replace(".", r"\.") for word in words.split()), key=len, reverse=True))
