"""The signs in a sentence by which the model of statements tells a careless one from a careful one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise

from verder.textcheck.rules import any_of, read_rules

_TOKEN = re.compile(r"\w[\w'-]*|[?!:;\"',]")
_PAST = re.compile(
    r"(?:had|was|werd|kwam|ging|zat|gaf|liet|nam|sprak|vond|zag|deed|kon|wilde|moest|mocht|bleef|hield)(?:den|en|n)?"
)
_ENDS_PAST = re.compile(r"[a-z]{3,}(?:[dt]e|[dt]en)")
_SHORTEST_ENDING = 5


@dataclass(frozen=True, slots=True)
class Signs:
    """Hold what the lists of signs say: the kind of each word, and which signs stand in a sentence."""

    kinds: dict[str, str]
    endings: tuple[tuple[str, str], ...]
    phrases: tuple[tuple[str, re.Pattern[str]], ...]

    def kind(self, word: str) -> str:
        """Return the kind that a word stands for, or the word itself."""
        if word in self.kinds:
            return self.kinds[word]
        if word.isdigit():
            return "<telwoord>"
        return next((kind for ending, kind in self.endings if word.endswith(ending)), word)

    def within(self, sentence: str) -> list[str]:
        """Return the signs in a sentence, in small letters."""
        return [name for name, pattern in self.phrases if pattern.search(sentence)]


@cache
def load_signs() -> Signs:
    """Return the signs that come with this room."""
    data = read_rules("signs")
    kinds = {word: f"<{kind}>" for kind, words in data["kinds"].items() for word in words.split() if "*" not in word}
    people, single = read_rules("people"), read_rules("language")["lists"]
    kinds |= {form: "<volks>" for stem in people["adjectives"].lower().split() for form in _forms(stem)}
    kinds |= dict.fromkeys((word for word in single["VOLKEREN"].lower().split("|") if " " not in word), "<groep>")
    kinds |= dict.fromkeys(single["EENLING"].lower().split("|"), "<eenling>")
    endings = tuple(
        (word[1:], f"<{kind}>") for kind, words in data["kinds"].items() for word in words.split() if word[0] == "*"
    )
    phrases = [
        (name, re.compile(rf"(?<![\w-])(?:{any_of(words).replace('_', ' ')})(?![\w-])"))
        for heading in ("careless", "careful")
        for name, words in data[heading].items()
    ]
    return Signs(kinds, endings, tuple(phrases))


def _forms(stem: str) -> tuple[str, str, str]:
    """Return the forms of an adjective of a people."""
    return stem, f"{stem}e", f"{stem[:-3]}ese" if stem.endswith("ees") else f"{stem}e"


def statement_signs(sentence: str, before: str, after: str, hits: Sequence[str] = ()) -> list[str]:
    """Return the signs of a sentence in small letters, with those of the ones beside it and the rules that hit."""
    signs = load_signs()
    words = _TOKEN.findall(sentence)
    kinds = [signs.kind(word) for word in words]
    present = sorted({kind for kind in kinds if kind[0] == "<"} | {f"[{one}]" for one in signs.within(sentence)})
    present += ["[verleden]"] * any(_PAST.fullmatch(word) or _ENDS_PAST.fullmatch(word) for word in words)
    found = {"bias", *(f"p={one}" for one in present), *(f"r={one}" for one in hits)}
    found |= {f"pp={one}|{other}" for one, other in combinations(present, 2)}
    found |= {f"w={kind}" for kind in kinds} | {f"{one}|{other}" for one, other in pairwise(kinds)}
    found |= {f"{one}|{two}|{three}" for one, two, three in zip(kinds, kinds[1:], kinds[2:], strict=False)}
    found |= {f"skip={one}|{other}" for one, other in zip(kinds, kinds[2:], strict=False)}
    found |= {f"begin={'|'.join(kinds[:1])}", f"begin={'|'.join(kinds[:2])}"}
    found |= {f"after={one}" for one in signs.within(after)} | {f"before={one}" for one in signs.within(before)}
    found |= {f"before={sign}" for sign in "?:" if before.rstrip().endswith(sign)}
    return sorted(found)
