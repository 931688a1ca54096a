"""The lists that the model of names looks into: Dutch words, known names, places."""

import gzip
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

EMPTY: frozenset[str] = frozenset()
_SHORTEST_PART = 4
_STRESS = str.maketrans("áéíóúàèëïöü", "aeiouaeeiou")


@dataclass(frozen=True, slots=True)
class Lists:
    """Hold what is known, all in lower case."""

    words: frozenset[str]
    common: frozenset[str]
    first_names: frozenset[str]
    last_names: frozenset[str]
    places: frozenset[str]
    word_names: frozenset[str]

    def knows(self, word: str) -> bool:
        """Say whether a word in lower case is a Dutch word, with or without a stress mark ("mét")."""
        return word in self.words or word.translate(_STRESS) in self.words

    def is_compound(self, word: str) -> bool:
        """Say whether a word in lower case is made of two Dutch words, with or without an s."""
        for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            if word[:at] in self.words:
                rest = word[at:]
                if rest in self.words or (rest[0] == "s" and len(rest) > _SHORTEST_PART and rest[1:] in self.words):
                    return True
        return False


@cache
def read_lines(name: str) -> tuple[str, ...]:
    """Return the lines of a compressed list of this room."""
    content = (files("verder.textcheck") / "data" / name).read_bytes()
    return tuple(gzip.decompress(content).decode().split("\n"))


def read_word_names() -> tuple[list[str], list[str]]:
    """Return the Dutch words that people are called by: first names, then family names."""
    text = (files("verder.textcheck") / "data" / "word_names.txt").read_text("utf-8")
    first, last = text.removeprefix("[first]").split("[last]")
    return first.split(), last.split()


def _parts(lines: tuple[str, ...]) -> frozenset[str]:
    """Return the words of two letters and more that a list of names is made of."""
    words = (part for line in lines for part in line.lower().replace("-", " ").split())
    return frozenset(part for part in words if len(part) > 1)


@cache
def load_lists() -> Lists:
    """Return the lists that come with this room."""
    return Lists(
        words=frozenset(read_lines("words.txt.gz")),
        common=frozenset(read_lines("common_words.txt.gz")),
        first_names=_parts(read_lines("first_names.txt.gz")),
        last_names=_parts(read_lines("last_names.txt.gz")),
        places=frozenset(line.lower() for line in read_lines("places.txt.gz")),
        word_names=frozenset(word.lower() for words in read_word_names() for word in words),
    )
