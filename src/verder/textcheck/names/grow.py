"""Letting a name grow over what belongs to it: what follows initials, a family name with a particle, neighbours."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from verder.textcheck.names.features import HEADS, KIN, PARTICLES
from verder.textcheck.names.lists import Lists
from verder.textcheck.names.tokens import Token
from verder.textcheck.patterns.words import words

_BEFORE_A_FAMILY_NAME = words("van de der den ter ten 't te el al ben bin von di da dos du la le vd v/d")
_BETWEEN_NAMES = words("en of , & / + noch")
_PERSONS_DO = words(
    "zegt zei wil wilde belt belde huilt huilde vertelt vertelde woont woonde slaapt sliep durft durfde vraagt vroeg"
    " denkt dacht appt appte mag mocht moet moest kreeg loopt liep weigert weigerde trouwt trouwde zit zat werkt werkte"
    " mist miste vertrouwt antwoordde antwoordt knikte schrok zwijgt zweeg kent kende wacht wachtte slaat sloeg dreigt"
    " dreigde verdween verdwijnt vluchtte vlucht meldde meldt"
)
_PERSONS_DID = words("belde appte vertelde vroeg zei")
_TITLES = words("dhr mevr mw mevrouw meneer heer fam")
_ARE = words("is was wordt werd")
_AS_PERSONS_ARE = words(
    "bang zwanger ziek weg thuis verdwenen weggelopen gevlucht boos verliefd getrouwd verloofd jarig verdrietig"
    " overstuur gescheiden geslagen mishandeld bedreigd zoek opgenomen minderjarig volwassen dakloos alleen"
    " één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien"
)
_FOLLOWS_AN_INITIAL, _FOLLOWS_A_NAME, _BESIDE_NAMES, _DOES_AS_PERSONS_DO = 0.9, 0.9, 0.6, 0.5
_CAPITAL_PARTICLES = words("Van De Ten Ter Den El Ben Al")
_DOUBTFUL = 0.03
_MOST_PARTICLES = 3
_SHORTEST = 2
_SIGNS_OF_ITEMS = frozenset("-*•–")
_STOPPED_TITLES = words("mr dhr mevr mw dr drs ds fam")
_OF_FAMILY_NAMES_ALONE = (["van", "der"], ["van", "den"], ["van", "'t"], ["op", "den"], ["in", "'t"])


@dataclass(slots=True)
class Scored:
    """Hold a token with the chance that it is part of a name, and from which chance it is shown."""

    token: Token
    chance: float
    sort: str
    shown_from: float

    @property
    def is_name(self) -> bool:
        """Say whether the token is to be shown."""
        return self.token.text[0].isalpha() and len(self.token.text) <= _LONGEST_PART and self.chance >= self.shown_from


_LONGEST_PART = 24


def grow(scored: Sequence[Scored], lists: Lists) -> None:
    """Raise the chance of what must belong to a name."""
    for place, one in enumerate(scored):
        if _is_initial(scored, place):
            _take(scored, place, _FOLLOWS_AN_INITIAL, lists, in_any_case=True)
        elif one.token.text.lower() in _TITLES:
            _behind_a_title(scored, place, lists)
        elif one.is_name and (one.token.text[0].isupper() or _has_particles(scored, place)):
            _take(scored, place, _FOLLOWS_A_NAME, lists, in_any_case=one.token.text[0].islower())
        elif one.is_name and one.token.text in lists.first_names:
            _behind_a_first_name(scored, place, lists)
    _beside(scored, lists)
    _around_what_persons_do(scored, lists)
    _behind_a_stop(scored, lists)


def _around_what_persons_do(scored: Sequence[Scored], lists: Lists) -> None:
    """Raise the chance of a word that owns, does or is done by what only persons are."""
    for one, does in zip(scored, _does_as_persons_do(scored), strict=False):
        word = one.token.text.lower()
        can_be_one = word in lists.word_names or (one.sort == "unknown capital" and word not in HEADS)
        if _is_possessive(one, lists):
            _show(one)
        elif does and one.token.text.istitle() and can_be_one:
            one.chance = max(one.chance, _DOES_AS_PERSONS_DO)
    for before, one in pairwise(scored):
        if _is_pointed_at(before.token.text, one, lists):
            _show(one)


def _show(one: Scored) -> None:
    """Have a token shown, whatever sort of word it is."""
    one.chance = max(one.chance, _DOES_AS_PERSONS_DO)
    one.shown_from = min(one.shown_from, _DOES_AS_PERSONS_DO)


def _is_possessive(one: Scored, lists: Lists) -> bool:
    """Say whether a word with a capital is a first name, and no Dutch word, with an s ("Bilals kamer")."""
    word = one.token.text.lower()
    stem = word[:-1] if word.endswith("s") else ""
    return one.token.text.istitle() and word not in lists.common and stem in lists.first_names and not lists.knows(stem)


def _behind_a_stop(scored: Sequence[Scored], lists: Lists) -> None:
    """Raise the chance of a family name in small letters behind an initial or a title cut short ("t. boonstoppel")."""
    for place, ((short, stop), (_, one)) in enumerate(pairwise(pairwise(scored))):
        word, cut = one.token.text, short.token.text.lower()
        shortened = cut in _STOPPED_TITLES or (len(cut) == 1 and cut.isalpha() and not _opens_an_item(scored, place))
        can_be_one = one.sort == "unknown" or (word in lists.last_names and one.sort != "common")
        if shortened and stop.token.text == "." and word.islower() and can_be_one and len(word) > _SHORTEST:
            _show(one)


def _opens_an_item(scored: Sequence[Scored], place: int) -> bool:
    """Say whether a letter with a full stop may count the items of a list."""
    before = [one.token.text.lower() for one in scored[max(0, place - 2) : place]]
    return not before or before[-1] in _SIGNS_OF_ITEMS or (before[-1] == "." and before[0] not in _STOPPED_TITLES)


def _is_pointed_at(before: str, one: Scored, lists: Lists) -> bool:
    """Say whether a first name in small letters stands behind a relative or what a person did ("belde geertje")."""
    word = one.token.text
    points = before.lower() in KIN or before in _PERSONS_DID
    return (
        points
        and word in lists.first_names
        and one.sort != "common"
        and word not in PARTICLES
        and len(word) > _SHORTEST
    )


def _does_as_persons_do(scored: Sequence[Scored]) -> Iterator[bool]:
    """Yield for each token whether what follows is done by a person, or is what only a person can be."""
    after = [one.token.text for one in scored]
    for does, what in zip(after[1:], [*after[2:], ""], strict=False):
        yield does in _PERSONS_DO or (does in _ARE and (what in _AS_PERSONS_ARE or what.isdigit()))


def _behind_a_title(scored: Sequence[Scored], place: int, lists: Lists) -> None:
    """Raise the chance of the family name in small letters, with particles, that stands behind a title."""
    first = place + 1 + (place + 1 < len(scored) and scored[place + 1].token.text == ".")
    after = first
    while after < len(scored) - 1 and scored[after].token.text in _BEFORE_A_FAMILY_NAME:
        after += 1
    word = scored[after].token.text if first < after <= first + _MOST_PARTICLES else ""
    if word in lists.last_names and word not in HEADS:
        for one in scored[first : after + 1]:
            one.chance = max(one.chance, _FOLLOWS_AN_INITIAL)
            one.shown_from = min(one.shown_from, _FOLLOWS_AN_INITIAL)


def _behind_a_first_name(scored: Sequence[Scored], place: int, lists: Lists) -> None:
    """Raise the chance of a doubtful family name in small letters behind a first name ("tineke molenaar belde")."""
    after = scored[place + 1] if place + 1 < len(scored) else None
    if after and after.token.text in lists.last_names and after.sort != "common" and after.chance >= _DOUBTFUL:
        after.chance = max(after.chance, scored[place].chance)


def _has_particles(scored: Sequence[Scored], place: int) -> bool:
    """Say whether particles that stand in family names alone follow a name in small letters ("tjitske van der")."""
    after = [one.token.text for one in scored[place + 1 : place + 3]]
    return after in _OF_FAMILY_NAMES_ALONE


def _is_initial(scored: Sequence[Scored], place: int) -> bool:
    """Say whether a token is an initial: a letter with a full stop."""
    text = scored[place].token.text
    if text[0].isupper() and text[-1] == ".":
        return True
    return len(text) == 1 and text.isalpha() and place + 1 < len(scored) and scored[place + 1].token.text == "."


def _take(scored: Sequence[Scored], place: int, chance: float, lists: Lists, *, in_any_case: bool) -> None:
    """Raise the chance of the family name that stands behind particles after this token."""
    after = place + 1 + (len(scored[place].token.text) == 1)
    first = after
    while after < len(scored) - 1 and scored[after].token.text.lower() in _BEFORE_A_FAMILY_NAME:
        after += 1
    if first < after <= first + _MOST_PARTICLES:
        word = scored[after].token.text
        listed = word.lower() in lists.last_names or word.lower() in lists.word_names
        fits = listed + word.istitle() + in_any_case > 1
        if fits and word.lower() not in HEADS:
            for one in (scored[place], scored[after]):
                one.chance = max(one.chance, chance)
                one.shown_from = min(one.shown_from, chance)


def _beside(scored: Sequence[Scored], lists: Lists) -> None:
    """Raise the chance of a word with a capital that can be a name, or is in no list, in one breath with a name."""
    for one, other in _in_one_breath(scored):
        word = one.token.text
        can_be_one = word.lower() in lists.first_names or word.lower() in lists.word_names
        can_be_one |= one.sort == "unknown capital" and word.lower() not in HEADS | lists.places
        if other.is_name and not one.is_name and word.istitle() and can_be_one:
            one.chance = max(one.chance, _BESIDE_NAMES)
    for (one, joint), (_, other) in pairwise(pairwise(scored)):
        if joint.token.text == "-" and one.token.text.istitle() and other.token.text.istitle() and _touch(one, other):
            surest = max(one.chance, other.chance) if one.is_name or other.is_name else 0.0
            one.chance, other.chance = max(one.chance, surest), max(other.chance, surest)
    for (one, particle), (_, name) in pairwise(pairwise(scored)):
        listed = one.token.text in {",", ";"} and particle.token.text in _CAPITAL_PARTICLES
        if listed and particle.is_name and name.token.text.istitle():
            name.chance = max(name.chance, _BESIDE_NAMES)


def _touch(one: Scored, other: Scored) -> bool:
    """Say whether two words are one, with no more than a hyphen between them ("Kuipers-Öztürk")."""
    return other.token.start - one.token.end == 1


def _in_one_breath(scored: Sequence[Scored]) -> Iterator[tuple[Scored, Scored]]:
    """Yield each pair of words with no more than a joint between them, both ways."""
    for (one, joint), (_, other) in pairwise(pairwise(scored)):
        if joint.token.text in _BETWEEN_NAMES:
            yield one, other
            yield other, one
