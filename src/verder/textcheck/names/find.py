"""Finding the names of persons: the model's chances, and the same name wherever it comes back."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from verder.textcheck.labels import Label, Level
from verder.textcheck.names.features import HEADS, PARTICLES, POINTING
from verder.textcheck.names.grow import Scored, grow
from verder.textcheck.names.lists import Lists, load_lists
from verder.textcheck.names.model import name_chances
from verder.textcheck.names.tokens import sentences, tokenise
from verder.textcheck.patterns.span import Span
from verder.textcheck.patterns.words import words as word_list

_SURE_WHEN_LISTED, _SURE_WHEN_NEW, _SURE_BESIDE_A_TITLE, _SURE_WHEN_SMALL = 0.88, 0.99, 0.93, 0.997
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
_BESIDE_A_NAME = 0.06
_SHORTEST_TO_REMEMBER = 3
_JOINTS = frozenset("-'’")
_LITTLE_WORDS = word_list(
    "de het een u uw zo wie wat waar hoe als er die dat dit deze wij zij hij ik je jij ze we men dan toen nu hier daar"
    " ben bent is was zijn heeft hebt had kan mag moet wil gaat doet niet geen wel ook maar en of want dus"
)
_IN_A_STORY = re.compile(
    r"\b(?:hoofdpersoon|hoofdpersonen|hoofdrol|personage|romanfiguur|prentenboek|kinderboek|leesboek|roman|sprookje"
    r"|toneelstuk|tekenfilm|(?:boek|roman|film|gedicht|schilderij) van"
    r"|in (?:het|een|dit) boek|in (?:de|een|deze) (?:film|serie|musical))\b",
    re.IGNORECASE,
)
_FAR = 80
_SUBJECTS = word_list("hij zij ze ik wij we men u jij je jullie wie iemand niemand iedereen")
_BEFORE_A_CLAUSE = frozenset(",(") | word_list("en maar want of")
_BEHIND_AN_ADVICE = word_list(
    "haar hem hen hun iemand een het geen niets niet op samen altijd nooit eerst daarna zo elkaar wie wat waar hoe"
)
_LONGEST_ACRONYM = 5
_OPENING = frozenset(".!?:;-*•#–")
_ENDS_OF_STREETS = re.compile(
    r"\w{3,}(?:straat|laan|kade|plein|weg|gracht|singel|dreef|plantsoen|steeg|brug|zaal|park|tunnel|school|hal)"
)
_IN_NAMES_OF_STREETS = word_list("burgemeester burg dokter dr prof ds dominee pastoor prins prinses koning koningin mr")
_KINDS_OF_NUMBERS = word_list("iban bsn bic kvk btw rsin vog nb")
_IS_CALLED = word_list("heet heette heten genaamd genoemd")
_CALLED_AFTER = word_list(
    "wet motie commissie amendement methode lex arrest regeling norm doctrine plan model rapport kabinet zaak lijst"
)


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
    found = []
    for sentence in sentences(tokenise(text, taken)):
        chances = name_chances(sentence)
        for token, chance in zip(sentence, chances, strict=True):
            sort = _sort(token.text, lists)
            found.append(Scored(token, chance, sort, _LOOK_FROM[sort]))
    grow(found, lists)
    _spread(found)
    return found


def _spread(scored: Sequence[Scored]) -> None:
    """Raise the chance of a doubtful token that stands directly beside a name."""
    for one, other in (*pairwise(scored), *pairwise(scored[::-1])):
        beside = abs(one.token.end - other.token.start) <= 1 or abs(other.token.end - one.token.start) <= 1
        if beside and one.is_name and not other.is_name and other.chance >= _BESIDE_A_NAME and other.sort != "common":
            other.chance = one.chance


def _remember(scored: Sequence[Scored]) -> None:
    """Raise the chance of every token that is surely a name elsewhere in the same text."""
    sure = {
        one.token.text.lower(): one.chance
        for one in scored
        if one.is_name
        and one.chance >= _REMEMBER_FROM
        and one.sort.startswith("unknown")
        and len(one.token.text) >= _SHORTEST_TO_REMEMBER
        and one.token.text.lower() not in PARTICLES
    }
    for one in scored:
        word = one.token.text.lower()
        known_as = word if word in sure else word.removesuffix("s")
        if known_as in sure:
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


def _is_place(words: Sequence[str], before: str, lists: Lists) -> bool:
    """Say whether a name is that of a place and nothing points at a person."""
    name = " ".join(words)
    return name in lists.places and name not in lists.first_names and before not in POINTING


def _is_stray_letter(run: range, scored: Sequence[Scored]) -> bool:
    """Say whether a name is no more than one small letter without a full stop."""
    small = all(scored[place].token.text.islower() and len(scored[place].token.text) == 1 for place in run)
    return small and not (run.stop < len(scored) and scored[run.stop].token.text == ".")


def _is_one_letter(run: range, scored: Sequence[Scored]) -> bool:
    """Say whether a name is no more than one initial, as in "mevrouw A."; by itself it points at nobody."""
    return sum(len(scored[place].token.text.strip(".")) for place in run) == 1


def _opens(run: range, scored: Sequence[Scored]) -> bool:
    """Say whether a name stands where a sentence or an item of a list begins, so that any word has a capital there."""
    return run.start == 0 or scored[run.start - 1].token.text in _OPENING


def _is_little_word(run: range, words: Sequence[str], scored: Sequence[Scored]) -> bool:
    """Say whether a name is no more than one of the little words of the language, where that word may stand."""
    if len(run) > 1:
        return False
    small = scored[run.start].token.text.islower()
    if small and (words[0] in PARTICLES or words[0] in POINTING):
        return True
    return words[0] in _LITTLE_WORDS and (small or _opens(run, scored))


def _is_verb(run: range, scored: Sequence[Scored]) -> bool:
    """Say whether a name is no more than the small word behind the subject of a clause ("hij kent")."""
    if len(run) > 1 or run.start == 0 or not scored[run.start].token.text.islower():
        return False
    place = run.start - 1
    if scored[place].token.text.lower() not in _SUBJECTS:
        return False
    return place == 0 or scored[place - 1].token.text.lower() in _OPENING | _BEFORE_A_CLAUSE


def _is_advice(run: range, words: Sequence[str], scored: Sequence[Scored], lists: Lists) -> bool:
    """Say whether a name is no more than an ordinary word that opens an advice ("Wijs haar de weg")."""
    if len(run) > 1 or run.stop == len(scored) or words[0] not in lists.common or not _opens(run, scored):
        return False
    return scored[run.stop].token.text in _BEHIND_AN_ADVICE


def _is_acronym(run: range, words: Sequence[str], before: str, scored: Sequence[Scored], lists: Lists) -> bool:
    """Say whether a name is no more than a few capitals that are in no list, in a text that is not all in capitals."""
    text = scored[run.start].token.text
    if len(run) > 1 or not text.isupper() or not 1 < len(text) <= _LONGEST_ACRONYM or before in POINTING:
        return False
    beside = [scored[place].token.text for place in (run.start - 1, run.stop) if 0 <= place < len(scored)]
    shouted = any(word.isupper() and len(word) > 1 for word in beside)
    return not (
        shouted or words[0] in lists.first_names or words[0] in lists.last_names or words[0] in lists.word_names
    )


def _is_street(run: range, before: str, scored: Sequence[Scored], lists: Lists) -> bool:
    """Say whether a name is that of a street, a square or a hall ("de Burgemeester Van Lierkade")."""
    end = run.stop
    while end < len(scored) and scored[end].token.text.lower() in PARTICLES:
        end += 1
    goes_on = run.stop < end < len(scored)
    last = scored[end].token.text if goes_on else scored[run[-1]].token.text
    if not _ENDS_OF_STREETS.fullmatch(last.lower()) or last.lower() in lists.last_names or last.islower():
        return False
    return before not in POINTING or before in _IN_NAMES_OF_STREETS


def _is_called_after(run: range, scored: Sequence[Scored]) -> bool:
    """Say whether a name is that of a law, a motion or a method ("de wet-Van Lier")."""
    start = run.start
    while start and scored[start - 1].token.text.lower() in PARTICLES:
        start -= 1
    if start <= 1 or scored[start - 1].token.text != "-":
        return False
    joint, thing = scored[start - 1].token, scored[start - 2].token
    together = thing.end == joint.start and joint.end == scored[start].token.start
    return together and thing.text.lower() in _CALLED_AFTER


def _is_of_a_number(run: range, words: Sequence[str], scored: Sequence[Scored]) -> bool:
    """Say whether a name is no more than what a number is called by ("telnr", "V-nummer")."""
    if len(run) > 1:
        return False
    after = [one.token.text.lower() for one in scored[run.stop : run.stop + 2]]
    return (
        words[0] in _KINDS_OF_NUMBERS
        or words[0].endswith(("nr", "nrs"))
        or (len(words[0]) == 1 and after == ["-", "nummer"])
    )


def _is_name_of_a_thing(run: range, before: str, scored: Sequence[Scored]) -> bool:
    """Say whether a name is what a project or a building is called ("het project heet Morgen")."""
    near = [one.token.text.lower() for one in scored[max(0, run.start - 3) : run.start]]
    return before in _IS_CALLED and any(word in HEADS for word in near)


def _is_sure(run: range, words: Sequence[str], before: str, scored: Sequence[Scored], lists: Lists) -> bool:
    """Say whether a name is sure enough to stop a text."""
    surest = max(scored[place].chance for place in run)
    after = scored[run.stop].token.text.lower() if run.stop < len(scored) else ""
    if (
        before in HEADS
        or after in HEADS
        or _is_name_of_a_thing(run, before, scored)
        or before in _BEFORE_A_PLACE
        or _is_one_letter(run, scored)
    ):
        return False
    if len(run) == 1 and lists.knows(words[0]) and _opens(run, scored):
        return False
    if before in POINTING:
        return surest >= _SURE_BESIDE_A_TITLE
    listed = any(word in lists.first_names or word in lists.last_names for word in words)
    if listed:
        return surest >= _SURE_WHEN_LISTED
    small = all(word == scored[place].token.text for place, word in zip(run, words, strict=True))
    return surest >= (_SURE_WHEN_SMALL if small else _SURE_WHEN_NEW)


def _is_no_name(run: range, words: Sequence[str], before: str, scored: Sequence[Scored], lists: Lists) -> bool:
    """Say whether a name that the model points at can be none."""
    return (
        _is_stray_letter(run, scored)
        or _is_little_word(run, words, scored)
        or _is_verb(run, scored)
        or _is_advice(run, words, scored, lists)
        or _is_acronym(run, words, before, scored, lists)
        or _is_place(words, before, lists)
        or _is_street(run, before, scored, lists)
        or _is_called_after(run, scored)
        or _is_of_a_number(run, words, scored)
    )


def find_names(text: str, taken: Iterable[tuple[int, int]] = ()) -> list[Span]:
    """Return every name of a person, sure ones as a stop; doubtful ones and those of a story as a look."""
    scored = _scored(text, taken)
    _remember(scored)
    lists = load_lists()
    spans = []
    for run in _runs(scored, text):
        words = [scored[place].token.text.lower() for place in run]
        before = _word_before(run, scored)
        if not _is_no_name(run, words, before, scored, lists):
            start, end = scored[run[0]].token.start, scored[run[-1]].token.end
            of_a_story = _IN_A_STORY.search(text, max(0, start - _FAR), end + _FAR)
            level = Level.STOP if not of_a_story and _is_sure(run, words, before, scored, lists) else Level.LOOK
            spans.append(Span(start, end, Label.PERSON, level))
    return spans
