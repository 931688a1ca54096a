"""Where one person or family comes from, what they speak at home, a sign of belief, a colour: each asks for a look.

They often say as much as the word for a people, but as often the question cannot do without. A group in general, an
interpreter or a country by itself is left alone. The words stand in `rules/people.toml`.
"""

import re
from collections.abc import Iterator
from functools import cache

from verder.textcheck.labels import Label, Level
from verder.textcheck.patterns.span import Span
from verder.textcheck.patterns.words import words
from verder.textcheck.rules import any_of, read_rules

_AT_WORK = words("tolk collega arts werkgever imam voogd verpleegkundige")
_RELIGIOUS = (
    r"(?:naar|in|van) (?:de|een|het) (?:moskee|synagoge|hindoetempel|pinkstergemeente|koninkrijkszaal|mandir)"
    r"|(?:draagt|dragen|droeg) (?:een |altijd een |haar )?(?:hoofddoek|nikab|niqab|boerka|keppeltje|keppel|tulband)"
)
_COLOUR = r"(?:donker|licht)?getinte?|negroïde|zwarte|blanke|donkere|witte|gekleurde"
_CAME = "geboren|opgegroeid|afkomstig|gevlucht|overgekomen|gekomen"
_AROUND = 90
_SOME = r"(?:[a-zà-ž]+ ){0,4}?"
_OF_A_GROUP = re.compile(
    r"\b(?:veel|sommige|meeste|enkele|alle|andere|hoeveel|sommigen|kinderen van|\d\d+) $", re.IGNORECASE
)


@cache
def _expressions() -> tuple[re.Pattern[str], ...]:
    """Return the expressions, each with the word itself as group `word`."""
    rules = read_rules("people")
    persons = any_of(" ".join(word for word in rules["persons"].split() if word not in _AT_WORK))
    country, language = (rf"(?P<word>(?-i:{any_of(rules[name])}))" for name in ("countries", "languages"))
    alone = any_of(" ".join(word for word in rules["nouns"].split() if not word.endswith(("e", "ees"))))
    belief = rf"(?P<word>(?-i:{alone})|{any_of(rules['beliefs'])})"
    who = rf"(?:{persons}|{any_of(rules['relatives'])}|[zh]ij|ze|ik)"
    expressions = (
        rf"{who} {_SOME}(?:komt|komen|kwam|kwamen|stamt|stammen) {_SOME}uit {country}",
        rf"{who} \(?{_SOME}(?:{_CAME}|wortels|roots) (?:in|uit|vanuit) {country}",
        rf"{who} {_SOME}(?:uit|in) {country} (?:{_CAME})",
        rf"(?:een|de|het|die|dit|deze|haar|zijn|mijn) (?:[a-zà-ž]+e )?(?:{persons}) (?:van \d+ )?uit {country}",
        rf"{who} {_SOME}(?:spreekt|sprak|spreken|praat|praten) {_SOME}{language}",
        rf"{who},? (?:beiden?|allebei|zelf) uit {country}",
        rf"een {belief}",
        rf"{who} {_SOME}(?P<word>{_RELIGIOUS})",
        rf"(?:thuis|onderling) {_SOME}{language}",
        rf"(?P<word>{_COLOUR}) (?:{persons})",
        rf"(?:{persons}) (?P<word>van kleur)",
    )
    return tuple(re.compile(rf"(?<![\w-]){expression}(?![\w-])", re.IGNORECASE) for expression in expressions)


@cache
def _clue() -> re.Pattern[str]:
    """Return what must be there before anything is looked for."""
    rules = read_rules("people")
    named = any_of(f"{rules['countries']} {rules['languages']}")
    nouns, beliefs = any_of(rules["nouns"]), any_of(rules["beliefs"])
    return re.compile(
        rf"\b(?:(?-i:{named})|{_COLOUR}|{_RELIGIOUS}|van kleur|een (?:(?-i:{nouns})|{beliefs}))\b", re.IGNORECASE
    )


def find_origin(text: str) -> Iterator[Span]:
    """Yield the country, language or colour that is tied to one person or family."""
    for clue in _clue().finditer(text):
        around = max(0, clue.start() - _AROUND), clue.end() + _AROUND
        for match in (match for expression in _expressions() for match in expression.finditer(text, *around)):
            within = clue.start() <= match.start("word") < clue.end()
            if within and not _OF_A_GROUP.search(text, max(0, match.start() - _AROUND), match.start()):
                yield Span(*match.span("word"), Label.ETHNIC, Level.LOOK)
