"""Names of no person: organisations, brands, days, works and places that everybody knows."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from verder.textcheck.names.features import POINTING
from verder.textcheck.names.lists import load_lists, read_lines
from verder.textcheck.rules import read_rules

_WORD = re.compile(r"(?<![\w-])'?[^\W_]+")
_JOINT = re.compile(r"[ -]")
_BEFORE = re.compile(r"(\w[\w']*)\.? (?:(?:van|de|der|den) )*$|\b(Van) (?:(?:de|der|den|het) )?$")
_GOES_ON = re.compile(r"[\w-]")
_INITIAL = re.compile(r"[A-ZÀ-Ž]")
_FAR = 40


def _listed(headings: dict[str, str]) -> Iterator[str]:
    """Yield each name of these headings."""
    for names in headings.values():
        yield from filter(None, (name.strip() for line in names.splitlines() for name in line.split("|")))


@cache
def _places() -> frozenset[str]:
    """Return what can be part of a name as well: languages, illnesses, words for peoples, places of more words."""
    several = (place for place in read_lines("places.txt.gz") if _JOINT.search(place))
    rules, lists = read_rules("known"), load_lists()
    stems = f"{read_rules('people')['adjectives']} {read_rules('people')['rare_adjectives']}".split()
    of_peoples = (form for stem in stems if stem[0].isupper() for form in (stem, f"{stem}e"))
    names = lists.first_names | lists.last_names
    unnamed = (form for form in of_peoples if form.lower() not in names)
    return frozenset(
        [*_listed({name: rules[name] for name in ("places", "languages", "illnesses")}), *several, *unnamed]
    )


@cache
def _known() -> dict[str, tuple[tuple[str, bool], ...]]:
    """Return the known names by their first word, the longest first, each with whether it is a place."""
    names = frozenset(_listed(read_rules("known"))) | _places()
    by_word: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=lambda name: (-len(name), name)):
        by_word[_first_word(name)].append(name)
    return {word: tuple((name, name in _places()) for name in these) for word, these in by_word.items()}


def _first_word(name: str) -> str:
    """Return the first word of a name, as the text is searched for it."""
    found = _WORD.match(name)
    return found[0] if found else name


def find_known(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the name of something stands that is no person."""
    known = _known()
    for word in _WORD.finditer(text):
        for name, is_place in known.get(word[0], ()):
            begins, ends = word.start(), word.start() + len(name)
            if text.startswith(name, begins) and not _GOES_ON.match(text, ends):
                if not (is_place and _is_of_a_person(text, begins)):
                    yield begins, ends
                break


def _is_of_a_person(text: str, start: int) -> bool:
    """Say whether the words before a place make it a family name ("mevrouw Van Spanje", "D. van 't Zand")."""
    before = _BEFORE.search(text, max(0, start - _FAR), start)
    if not before or before[2]:
        return bool(before)
    first_name = before[1].istitle() and before[1].lower() in load_lists().first_names
    return first_name or before[1].lower() in POINTING or bool(_INITIAL.fullmatch(before[1]))
