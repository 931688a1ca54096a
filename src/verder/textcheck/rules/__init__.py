"""The words and rules of the text check as data that people can read and change."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

_ALTERNATIVE = re.compile(r"\|(?![^()]*\))")
_MAY_BE_ABSENT = re.compile(r"\(\?:[^()]*\)\?|\w\?")
_WORDS = re.compile(r"[\w' -]+")


@cache
def read_rules(name: str) -> dict[str, Any]:
    """Return one file of rules."""
    return tomllib.loads((files("verder.textcheck.rules") / f"{name}.toml").read_text("utf-8"))


def any_of(words: str) -> str:
    """Return an expression for any of the words of a list, the longest first."""
    return "|".join(sorted((word.replace(".", r"\.") for word in words.split()), key=len, reverse=True))


def readable_words(expression: str) -> list[str]:
    """Return the words of an expression that can be read as they are, in their shortest form."""
    shortest = (_MAY_BE_ABSENT.sub("", alternative) for alternative in _ALTERNATIVE.split(expression))
    return sorted({words for words in shortest if _WORDS.fullmatch(words)})
