"""Finding the names of persons: the model's chances, and the same name wherever it comes back."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from verder.textcheck.labels import Label, Level
from verder.textcheck.names.called import call
from verder.textcheck.names.features import PARTICLES, POINTING, is_head
from verder.textcheck.names.grow import Scored, grow
from verder.textcheck.names.known import is_a_first_name
from verder.textcheck.names.lists import Lists, load_lists
from verder.textcheck.names.model import name_chances
from verder.textcheck.names.no_name import is_no_name, opens
from verder.textcheck.names.tokens import sentences, tokenise
from verder.textcheck.patterns.span import Span
from verder.textcheck.patterns.words import words as word_list

_SURE_WHEN_LISTED, _SURE_WHEN_NEW, _SURE_BESIDE_A_TITLE, _SURE_WHEN_SMALL = 0.95, 0.995, 0.93, 0.997
_BEFORE_A_PLACE = word_list(
    "zaal vergaderzaal ruimte lokaal in te uit vanuit naar richting rond gemeente regio stad dorp wijk buurt tussen"
)
_REMEMBER_FROM = 0.72
_LOOK_FROM = {
    "unknown capital": 0.10,
    "unknown": 0.25,
    "known capital": 0.40,
    "known": 0.55,
    "common": 0.997,
    "word name": 0.18,
}
_LOOK_FROM_WITHOUT_CAPITALS = {**_LOOK_FROM, "known": 0.40, "common": 0.5}
"""A text in small letters gives less away of what is a name, so that more of its words are shown."""
_BESIDE_A_NAME = 0.06
_SHORTEST_TO_REMEMBER = 3
_JOINTS = frozenset("-'’")
_IN_A_STORY = re.compile(
    r"\b(?:hoofdpersoon|hoofdpersonen|hoofdrol|personage|romanfiguur|prentenboek|kinderboek|jeugdboek|stripboek|leesboek|roman|sprookje|voorleesboek"
    r"|toneelstuk|tekenfilm|(?:boek|roman|film|gedicht|schilderij) van"
    r"|(?:boek|film|serie|musical|verhaal) (?:over|waarin)"
    r"|in (?:het|een|dit) boek|in (?:de|een|deze) (?:film|serie|musical)"
    r"|(?:verzonnen|gefingeerde?|fictieve?|bedachte)"
    r" (?:naam|namen|casus|persoon|personen|voorbeeld|cliënt|vrouw|man|meisje|jongen)"
    r"|(?:is|zijn|heb ik|hebben wij|hebben we) (?:\w+ ){0,2}?(?:verzonnen|gefingeerd|fictief)|bestaat niet echt)\b",
    re.IGNORECASE,
)
_FAR = 150
_IS_CALLED = word_list("heet heette heten genaamd genoemd")


def _sort(text: str, lists: Lists) -> str:
    """Return how careful to be with a token: the more ordinary the word, the surer one must be."""
    word = text.lower()
    named = word in lists.first_names or word in lists.last_names
    if text[0].islower() and word in lists.common and not named:
        return "common"
    known = lists.knows(word) and not named
    if known and text[0].isupper() and word in lists.word_names:
        return "word name"
    return ("known" if known else "unknown") + (" capital" if text[0].isupper() else "")


def _scored(text: str, taken: Iterable[tuple[int, int]]) -> list[Scored]:
    """Return every token of a text with its chance."""
    lists = load_lists()
    look_from = _LOOK_FROM_WITHOUT_CAPITALS if text.islower() else _LOOK_FROM
    found = []
    for sentence in sentences(tokenise(text, taken)):
        chances = name_chances(sentence)
        for token, chance in zip(sentence, chances, strict=True):
            sort = _sort(token.text, lists)
            found.append(Scored(token, chance, sort, look_from[sort]))
    grow(found, lists)
    call(found, lists)
    _spread(found)
    return found


def _spread(scored: Sequence[Scored]) -> None:
    """Raise the chance of a doubtful token that stands directly beside a name."""
    for one, other in (*pairwise(scored), *pairwise(scored[::-1])):
        beside = abs(one.token.end - other.token.start) <= 1 or abs(other.token.end - one.token.start) <= 1
        if beside and one.is_name and not other.is_name and other.chance >= _BESIDE_A_NAME and other.sort != "common":
            other.chance = one.chance


def _remember(scored: Sequence[Scored], lists: Lists) -> None:
    """Raise the chance of every token that is surely a name elsewhere in the same text.

    A Dutch word in small letters is no name because it stands elsewhere with a capital ("Bakker, bakker van beroep").
    """
    sure = {
        one.token.text.lower(): one.chance
        for one in scored
        if one.is_name
        and one.chance >= _REMEMBER_FROM
        and one.sort.startswith("unknown")
        and len(one.token.text) >= _SHORTEST_TO_REMEMBER
        and one.token.text.lower() not in PARTICLES
    }
    small = {one.token.text for one in scored if one.is_name and one.chance >= _REMEMBER_FROM}
    for one in scored:
        word = one.token.text.lower()
        known_as = word if word in sure else word.removesuffix("s")
        as_word = one.token.text.islower() and word in lists.words and known_as not in small
        if known_as in sure and not as_word:
            one.chance = max(one.chance, sure[known_as])


def _joins(left: Scored, right: Scored, text: str) -> bool:
    """Say whether two tokens that follow each other belong to the same name."""
    between = text[left.token.end : right.token.start]
    return between in {"", " "} and "\n" not in between


def _runs(scored: Sequence[Scored], text: str) -> list[range]:
    """Return the places of the tokens of each name, with particles and joints between its parts."""
    keep = [one.is_name for one in scored]
    for place in range(1, len(scored) - 1):
        small = scored[place].token.text.lower()
        if keep[place] or not keep[place - 1] or (small not in PARTICLES and small not in _JOINTS):
            keep[place] = keep[place] or (small == "." and keep[place - 1] and len(scored[place - 1].token.text) == 1)
            continue
        after = place + 1
        while after < len(scored) - 1 and scored[after].token.text.lower() in PARTICLES and not keep[after]:
            after += 1
        keep[place] = keep[after] and (small in PARTICLES or scored[place].token.start == scored[place - 1].token.end)
    runs: list[range] = []
    for place, one in enumerate(scored):
        if keep[place]:
            joined = runs and runs[-1].stop == place and _joins(scored[place - 1], one, text)
            runs[len(runs) - bool(joined) :] = [range(runs[-1].start if joined else place, place + 1)]
    return runs


def _word_before(run: range, scored: Sequence[Scored]) -> str:
    """Return the word before a name, past a full stop or a colon."""
    place = run.start - 1
    while place >= 0 and scored[place].token.text in {".", ":", "("}:
        place -= 1
    return scored[place].token.text.lower() if place >= 0 else ""


def _is_one_letter(run: range, scored: Sequence[Scored]) -> bool:
    """Say whether a name is no more than one initial, as in "mevrouw A."; by itself it points at nobody."""
    return sum(len(scored[place].token.text.strip(".")) for place in run) == 1


def _is_name_of_a_thing(run: range, before: str, scored: Sequence[Scored]) -> bool:
    """Say whether a name is what a project or a building is called ("het project heet Morgen")."""
    near = [one.token.text.lower() for one in scored[max(0, run.start - 3) : run.start]]
    return before in _IS_CALLED and any(is_head(word) for word in near)


def _is_joined_to_a_thing(run: range, words: Sequence[str], scored: Sequence[Scored], lists: Lists) -> bool:
    """Say whether a name is the first half of a word for a thing ("het Aveleijn-traject")."""
    *_, joint, thing = ("", *(scored[place].token.text for place in run))
    named = words[-1] in lists.first_names or words[-1] in lists.last_names
    return joint == "-" and thing.islower() and lists.knows(thing) and not named


def _is_sure(run: range, words: Sequence[str], before: str, scored: Sequence[Scored], lists: Lists) -> bool:
    """Say whether a name is sure enough to stop a text."""
    surest = max(scored[place].chance for place in run)
    after = scored[run.stop].token.text.lower() if run.stop < len(scored) else ""
    if (
        is_head(before)
        or is_head(after)
        or is_head(words[0])
        or _is_name_of_a_thing(run, before, scored)
        or before in _BEFORE_A_PLACE
        or _is_one_letter(run, scored)
        or _is_joined_to_a_thing(run, words, scored, lists)
        or (before not in POINTING and is_a_first_name(scored[run.start].token.text))
    ):
        return False
    if len(run) == 1 and lists.knows(words[0]) and opens(run, scored):
        return False
    if before in POINTING:
        return surest >= _SURE_BESIDE_A_TITLE
    small = all(word == scored[place].token.text for place, word in zip(run, words, strict=True))
    if small and all(word in PARTICLES or lists.knows(word) for word in words):
        return False
    if any(word in lists.first_names or word in lists.last_names for word in words):
        return surest >= _SURE_WHEN_LISTED
    return surest >= (_SURE_WHEN_SMALL if small else _SURE_WHEN_NEW)


def find_names(text: str, taken: Iterable[tuple[int, int]] = ()) -> list[Span]:
    """Return every name of a person, sure ones as a stop; doubtful ones and those of a story as a look."""
    scored = _scored(text, taken)
    lists = load_lists()
    _remember(scored, lists)
    spans = []
    for run in _runs(scored, text):
        words = [scored[place].token.text.lower() for place in run]
        before = _word_before(run, scored)
        if not is_no_name(run, words, before, scored, lists):
            start, end = scored[run[0]].token.start, scored[run[-1]].token.end
            of_a_story = _IN_A_STORY.search(text, max(0, start - _FAR), end + _FAR)
            level = Level.STOP if not of_a_story and _is_sure(run, words, before, scored, lists) else Level.LOOK
            spans.append(Span(start, end, Label.PERSON, level))
    return spans
