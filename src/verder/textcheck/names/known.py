"""Names of no person: organisations, brands, days and works that everybody knows."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from verder.textcheck.rules import read_rules

_WORD = re.compile(r"(?<![\w-])[^\W_]+")


@cache
def _known() -> dict[str, tuple[re.Pattern[str], ...]]:
    """Return the known names by their first word, the longest first."""
    names = {
        name.strip()
        for heading in read_rules("known").values()
        for line in heading.splitlines()
        for name in line.split("|")
    }
    by_word: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names - {""}, key=lambda name: (-len(name), name)):
        by_word[re.split(r"[\W_]", name)[0]].append(name)
    return {
        word: tuple(re.compile(rf"{re.escape(name)}(?![\w-])") for name in these) for word, these in by_word.items()
    }


def find_known(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the name of something stands that is no person."""
    known = _known()
    for word in _WORD.finditer(text):
        for name in known.get(word[0], ()):
            if match := name.match(text, word.start()):
                yield match.span()
                break
