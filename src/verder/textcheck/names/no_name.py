"""What the model of names points at and is no name: a little word, a verb, a street, a law, a place, an acronym."""

import re
from collections.abc import Sequence

from verder.textcheck.names.features import PARTICLES, POINTING
from verder.textcheck.names.grow import Scored
from verder.textcheck.names.lists import Lists
from verder.textcheck.patterns.words import words as word_list

_LITTLE_WORDS = word_list(
    "de het een u uw zo wie wat waar hoe als er die dat dit deze wij zij hij ik je jij ze we men dan toen nu hier daar"
    " ben bent is was zijn heeft hebt had kan mag moet wil gaat doet niet geen wel ook maar en of want dus"
)
_SHORTENED = word_list("vrw mnl ovj hovj verkl aanh aangeh def pv proc bijl vergad blz")
_RELATIVES = word_list("ooms tantes neven nichten zwagers halfbroers halfzussen schoonzussen oma's opa's")
_SUBJECTS = word_list("hij zij ze ik wij we men u jij je jullie wie iemand niemand iedereen")
_BEFORE_A_CLAUSE = frozenset(",(") | word_list("en maar want of")
_BEHIND_AN_ADVICE = word_list(
    "haar hem hen hun iemand een het geen niets niet op samen altijd nooit eerst daarna zo elkaar wie wat waar hoe"
)
_TO_THE = word_list("ter ten")
_LONGEST_ACRONYM = 5
_OPENING = frozenset(".!?:;-*•#–")
_ENDS_OF_STREETS = re.compile(
    r"\w{3,}(?:straat|laan|kade|plein|weg|gracht|singel|dreef|plantsoen|steeg|brug|zaal|park|tunnel|school|hal)"
)
_IN_NAMES_OF_STREETS = word_list("burgemeester burg dokter dr prof ds dominee pastoor prins prinses koning koningin mr")
_MONTHS = word_list("januari februari maart april mei juni juli augustus september oktober november december")
_BEFORE_A_MONTH = word_list("in sinds van tot vanaf eind begin half medio na voor rond per en t/m")
_DAYS = word_list("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag")
_LANGUAGES = word_list("engels frans")
_OF_A_LANGUAGE = word_list(
    "spreekt spreken sprak spreek praat praten verstaat verstaan begrijpt leest lezen leert leren geleerd vertaald"
    " vertalen vertaling vertaalt taal talen les lessen cursus tolk vloeiend beetje het gebroken goed"
)
_NEAR = 5
_KINDS_OF_NUMBERS = word_list("iban bsn bic kvk btw rsin vog nb")
_CALLED_AFTER = word_list(
    "wet motie commissie amendement methode lex arrest regeling norm doctrine plan model rapport kabinet lijst"
)


def _is_place(words: Sequence[str], before: str, lists: Lists) -> bool:
    """Say whether a name is that of a place and nothing points at a person."""
    name = " ".join(words)
    return name in lists.places and name not in lists.first_names and before not in POINTING


def _is_turn_of_phrase(words: Sequence[str], lists: Lists) -> bool:
    """Say whether a name is no more than "ter" or "ten" with an ordinary word ("ter besluitvorming")."""
    return words[0] in _TO_THE and all(lists.knows(word) and word not in lists.last_names for word in words[1:])


def _is_stray_letter(run: range, scored: Sequence[Scored]) -> bool:
    """Say whether a name is no more than one small letter without a full stop, or that counts the items of a list."""
    letters = [scored[place].token.text for place in run if scored[place].token.text != "."]
    if not all(letter.islower() and len(letter) == 1 for letter in letters):
        return False
    stopped = len(letters) < len(run) or (run.stop < len(scored) and scored[run.stop].token.text == ".")
    return not stopped or (len(letters) == 1 and opens(run, scored))


def opens(run: range, scored: Sequence[Scored]) -> bool:
    """Say whether a name stands where a sentence or an item of a list begins, so that any word has a capital there."""
    return run.start == 0 or scored[run.start - 1].token.text in _OPENING


def _is_little_word(run: range, words: Sequence[str], scored: Sequence[Scored]) -> bool:
    """Say whether a name is no more than one of the little words of the language, where that word may stand."""
    if len(run) > 1:
        return False
    small = scored[run.start].token.text.islower()
    if words[0] in _SHORTENED or (small and words[0] in PARTICLES | POINTING | _RELATIVES):
        return True
    return words[0] in _LITTLE_WORDS and (small or opens(run, scored))


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
    if len(run) > 1 or run.stop == len(scored) or words[0] not in lists.common or not opens(run, scored):
        return False
    return scored[run.stop].token.text in _BEHIND_AN_ADVICE


def _is_acronym(run: range, words: Sequence[str], before: str, scored: Sequence[Scored], lists: Lists) -> bool:
    """Say whether a name is no more than a few capitals that are in no list, in a text that is not all in capitals."""
    text = scored[run.start].token.text
    if len(run) > 1 or not text.isupper() or not 1 < len(text) <= _LONGEST_ACRONYM or before in POINTING:
        return False
    if text[-1] == "." and run.stop < len(scored) and scored[run.stop].token.text == "(":
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


def _is_of_the_calendar(run: range, words: Sequence[str], before: str, scored: Sequence[Scored]) -> bool:
    """Say whether a name is no more than a month behind its day ("14 mei"), or a day that opens a sentence."""
    if len(run) > 1:
        return False
    small_or_first = scored[run.start].token.text.islower() or opens(run, scored)
    return (words[0] in _MONTHS and (before.isdigit() or before in _BEFORE_A_MONTH)) or (
        words[0] in _DAYS and small_or_first
    )


def _is_language(run: range, words: Sequence[str], scored: Sequence[Scored]) -> bool:
    """Say whether a name is no more than a language that somebody speaks ("een beetje Frans")."""
    if len(run) > 1 or words[0] not in _LANGUAGES:
        return False
    near = scored[max(0, run.start - _NEAR) : run.start]
    return any(one.token.text.lower() in _OF_A_LANGUAGE for one in near)


def is_no_name(run: range, words: Sequence[str], before: str, scored: Sequence[Scored], lists: Lists) -> bool:
    """Say whether a name that the model points at can be none."""
    return (
        _is_stray_letter(run, scored)
        or _is_little_word(run, words, scored)
        or _is_turn_of_phrase(words, lists)
        or _is_verb(run, scored)
        or _is_advice(run, words, scored, lists)
        or _is_acronym(run, words, before, scored, lists)
        or _is_place(words, before, lists)
        or _is_street(run, before, scored, lists)
        or _is_called_after(run, scored)
        or _is_of_a_number(run, words, scored)
        or _is_language(run, words, scored)
        or _is_of_the_calendar(run, words, before, scored)
    )
