"""Names of no person: organisations, brands, days, works and places that everybody knows."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from verder.textcheck.names.features import POINTING, is_head
from verder.textcheck.names.lists import load_lists, read_lines
from verder.textcheck.patterns.words import words as word_list
from verder.textcheck.rules import read_rules

_WORD = re.compile(r"(?<![\w-])'?[^\W_]+")
_JOINT = re.compile(r"[ -]")
_BEFORE = re.compile(r"(\w[\w']*)\.? (?:(?:van|de|der|den) )*$|\b(Van) (?:(?:de|der|den|het) )?$")
_GOES_ON = re.compile(r"[\w-]")
_GOES_ON_AS_ANOTHER = re.compile(r"\w|-(?!(?:Noord|Oost|Zuid|West|Midden)(?!\w)|[a-zà-ÿ])")
"""Behind the name of a thing may come a part of it or a word for what it is of ("Ymere-Oost", "Excel-bijlage")."""
_DIRECTION = re.compile(r"-(?:Noord|Oost|Zuid|West|Midden)(?!\w)")
_WORD_BEFORE = re.compile(r"([\w'-]+) $")
_BEFORE_A_THING = word_list("de het een 'n bij in via naar op onze bij door tussen")
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
            goes_on = _GOES_ON if is_place else _GOES_ON_AS_ANOTHER
            if text.startswith(name, begins) and not goes_on.match(text, ends):
                of_a_person = _is_of_a_person if is_place else _can_be_a_person
                if not ((is_place or is_a_first_name(name)) and of_a_person(text, begins)):
                    yield begins, ends if is_place else _past_direction(text, ends)
                break


def _past_direction(text: str, at: int) -> int:
    """Return where the name of a thing ends that a part of the compass may belong to."""
    direction = _DIRECTION.match(text, at)
    return direction.end() if direction else at


def is_a_first_name(name: str) -> bool:
    """Say whether the name of a thing is a first name too ("Dirk", "Laurens")."""
    return name.lower() in load_lists().first_names and any(name == one for one, _ in _known().get(name, ()))


def _can_be_a_person(text: str, start: int) -> bool:
    """Say whether a first name that things have as well is not clearly that of a thing ("bij Dirk", "de Laurens")."""
    before = _WORD_BEFORE.search(text, max(0, start - _FAR), start)
    return not before or not (before[1].lower() in _BEFORE_A_THING or is_head(before[1].lower()))


def _is_of_a_person(text: str, start: int) -> bool:
    """Say whether the words before a place make it a family name ("mevrouw Van Spanje", "D. van 't Zand")."""
    before = _BEFORE.search(text, max(0, start - _FAR), start)
    if not before or before[2]:
        return bool(before)
    first_name = before[1].istitle() and before[1].lower() in load_lists().first_names
    return first_name or before[1].lower() in POINTING or bool(_INITIAL.fullmatch(before[1]))
