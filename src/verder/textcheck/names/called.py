"""What the words around it make a name: who is called so, who carries a nickname, who stands behind a relative."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from verder.textcheck.names.features import KIN, PARTICLES, POINTING, is_head
from verder.textcheck.names.grow import Scored
from verder.textcheck.names.lists import Lists
from verder.textcheck.patterns.words import words

_IS_CALLED = words("heet heette heten ene alias bijgenaamd")
_WHO = words("ik hij zij ze die jij vrouw man meisje jongen zoon dochter kind broer zus neef nicht baby")
_CALLS = words("noemt noemen noemde noemden")
_WHOM = words("die hem haar zich hen")
_BEGINS_A_NICKNAME = words("de den kleine grote dikke lange rooie zwarte ouwe gekke mooie oom tante opa oma baba")
_ONE_OF_A_FAMILY = KIN - words("man vrouw kind kinderen jongen meisje kids ex vriend vriendin ma pa partner")
_BEFORE_A_NICKNAME = _ONE_OF_A_FAMILY | _CALLS | words("genoemd bijnaam alias roepnaam bijgenaamd ene")
_BEFORE_A_COLON = _ONE_OF_A_FAMILY | words("naam roepnaam bijnaam")
_QUOTES = words("' \"")
_TITLES = words("dhr mevr mw mevrouw meneer heer fam familie")
_ONLY_BEFORE_A_NAME = words("mr drs ds ir prof")
_EPITHETS = words("gekke dikke lange rooie ouwe schele ome oompje")
_CAN_BE_A_NAME = ("unknown", "word name")
_MOST_BETWEEN, _LONGEST_NICKNAME, _SHORTEST = 3, 3, 2
_IS_ONE = 0.6


@dataclass(frozen=True, slots=True)
class Words:
    """Hold the tokens of a text, the same in small letters, and what is known."""

    scored: Sequence[Scored]
    small: Sequence[str]
    lists: Lists

    def at(self, place: int) -> str:
        """Return the token at a place in small letters; nothing stands outside the text."""
        return self.small[place] if 0 <= place < len(self.small) else ""

    def some(self, start: int, end: int) -> Sequence[Scored]:
        """Return the tokens between two places."""
        return self.scored[start:end]


def call(scored: Sequence[Scored], lists: Lists) -> None:
    """Have what is called a name, or stands where only a name can stand, shown as one."""
    text = Words(scored, [one.token.text.lower() for one in scored], lists)
    for place, word in enumerate(text.small):
        for find in _OPENED_BY.get(word, ()) if len(word) > 1 or not word.isalpha() else (_initial,):
            for one in find(text, place):
                one.chance = max(one.chance, _IS_ONE)
                one.shown_from = min(one.shown_from, _IS_ONE)


def _can_be_one(one: Scored) -> bool:
    """Say whether a token is a word that no list of words holds."""
    text = one.token.text
    return one.sort.startswith("unknown") and text.isalpha() and len(text) > _SHORTEST and not is_head(text.lower())


def _is_new(one: Scored, lists: Lists) -> bool:
    """Say whether a token in small letters is neither a word nor two of them in one."""
    word = one.token.text
    return word.islower() and _can_be_one(one) and not lists.knows(word) and not lists.is_compound(word)


def _behind_being_called(text: Words, place: int) -> Sequence[Scored]:
    """Return the name behind "ik heet"."""
    called = text.at(place - 1) in _WHO
    return [one for one in text.some(place + 1, place + 2) if called and _can_be_one(one)]


def _whom_others_call(text: Words, place: int) -> Sequence[Scored]:
    """Return the name between whom and calling ("die zij hier Sjakie noemen")."""
    start = place
    while start and place - start < _LONGEST_NICKNAME and _can_be_one(text.scored[start - 1]):
        start -= 1
    before = text.small[max(0, start - _MOST_BETWEEN) : start]
    return text.some(start, place) if any(word in _WHOM for word in before) else ()


def _nickname(text: Words, place: int) -> Sequence[Scored]:
    """Return what stands between quotation marks, with a capital, behind who is called so ("neef 'de Lange'")."""
    near = text.small[place + 1 : place + _LONGEST_NICKNAME + 2]
    ends = next((at for at, word in enumerate(near) if word in _QUOTES), 0)
    if not ends or text.at(place - 1 - (text.at(place - 1) == ":")) not in _BEFORE_A_NICKNAME:
        return ()
    first, last, written = near[0], near[ends - 1], text.scored[place + ends].token.text
    described = ends > 1 and (first in _BEGINS_A_NICKNAME or first in text.lists.first_names)
    fits = written.istitle() or described or last in text.lists.first_names or not text.lists.knows(last)
    return text.some(place + 1, place + 1 + ends) if fits and last.isalpha() and not is_head(last) else ()


def _behind_a_colon(text: Words, place: int) -> Sequence[Scored]:
    """Return the name behind a relative with a colon, who may be counted ("broer 1: Sjakie")."""
    points = text.at(place - 1 - text.at(place - 1).isdigit()) in _BEFORE_A_COLON
    return [one for one in text.some(place + 1, place + 2) if points and _can_be_one(one)]


def _behind_a_relative(text: Words, place: int) -> Sequence[Scored]:
    """Return what is new behind a relative in small letters, with what is new behind it ("neef sjakie boonstoppel")."""
    first, after = text.some(place + 1, place + 2), text.some(place + 2, place + 3)
    found = [one for one in first if _is_new(one, text.lists)]
    named = found or [one for one in first if one.is_name and one.token.text.islower()]
    goes_on = named and named[0].token.text not in PARTICLES | POINTING and text.at(place) in _ONE_OF_A_FAMILY
    return [*found, *(one for one in after if goes_on and _is_new(one, text.lists))]


def _behind_a_title(text: Words, place: int) -> Sequence[Scored]:
    """Return the name in small letters behind a title ("mr. molenaar", "mevrouw boonstoppel")."""
    first = place + 1 + (text.at(place + 1) == ".")
    sure = text.at(place) in _ONLY_BEFORE_A_NAME
    return [
        one
        for one, word in zip(text.some(first, first + 1), text.small[first:], strict=False)
        if _is_new(one, text.lists)
        or (sure and word == one.token.text and len(word) > _SHORTEST and one.sort != "common")
    ]


def _between_brackets(text: Words, place: int) -> Sequence[Scored]:
    """Return the initials before a first name between brackets, with that name and the family name behind it."""
    if text.at(place + 2) != ")" or not text.at(place - 1).endswith("."):
        return ()
    start = place - 1
    while start and (text.at(start - 1) == "." or len(text.at(start - 1).strip(".")) == 1):
        start -= 1
    parts = [one for one in text.some(start, place) if one.token.text[0].isalpha()]
    names = [*text.some(place + 1, place + 2), *text.some(place + 3, place + 4)]
    fits = len(names) > 1 and all(one.sort.startswith(_CAN_BE_A_NAME) for one in names)
    return [*parts, *names] if parts and fits else ()


def _initial(text: Words, place: int) -> Sequence[Scored]:
    """Return an initial within a sentence, with its full stop before a name ("eigenaar is r. boonstoppel")."""
    within = text.at(place + 1) == "." and text.at(place - 1).isalpha()
    named = any(one.is_name for one in text.some(place + 2, place + 3))
    return text.some(place, place + 1) if within and named else ()


def _epithet(text: Words, place: int) -> Sequence[Scored]:
    """Return the word before a name that makes it a nickname ("gekke Sjakie")."""
    return text.some(place, place + 1) if any(one.is_name for one in text.some(place + 1, place + 2)) else ()


_Finder = Callable[[Words, int], Sequence[Scored]]
_FINDERS: tuple[tuple[frozenset[str], _Finder], ...] = (
    (_IS_CALLED, _behind_being_called),
    (_CALLS, _whom_others_call),
    (_QUOTES, _nickname),
    (frozenset(":"), _behind_a_colon),
    (frozenset("("), _between_brackets),
    (KIN, _behind_a_relative),
    (_TITLES | _ONLY_BEFORE_A_NAME, _behind_a_title),
    (_EPITHETS, _epithet),
)
_OPENED_BY = {word: tuple(find for by, find in _FINDERS if word in by) for opens, _ in _FINDERS for word in opens}
