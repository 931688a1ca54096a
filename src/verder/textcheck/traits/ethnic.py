"""Ethnicity, religion or nationality that is tied to one person or one family.

A group in general, a law, an embassy, a language or a school is none. The words stand in
`rules/people.toml`.
"""

import re
from collections.abc import Iterator
from functools import cache

from verder.textcheck.labels import Label, Level
from verder.textcheck.patterns.span import Span
from verder.textcheck.patterns.words import words
from verder.textcheck.rules import any_of, read_rules

_DETERMINER = (
    r"(?:een|de|het|'n|die|dat|deze|dit|zijn|haar|mijn|hun|onze|ons|je|jouw|uw|geen|en"
    r"e|twee|drie|vier|vijf|zes|zeven|acht|2|3|4|5|6)"
)
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_AROUND = 90
_CLUES = words("jehova jehova's bekeerd kleur getinte donkergetinte lichtgetinte negroïde zwarte blanke donkere witte")
_AT_WORK = words("tolk collega arts werkgever imam voogd verpleegkundige")
_AFTER_A_PERSON = (
    "en|of|die|met|uit|van|in|op|bij|wordt|werd|is|was|had|heeft|kwam|komt|belde|zegt|zei|wil|kan|moet|krijgt|kreeg|werkt"
    "|woont|stond|zat|vertelde|ging|gaat|als|aan|door|naar|zonder|over|tegen|om|maar|vroeg|sprak|spreekt|zonder|dat|weet"
    "|hoort|hielp|vertelt|doet|deed|liep|loopt|slaapt|sliep|bleef|blijft|nam|neemt|kent|kende|geeft|gaf|leeft|denkt|durft"
    "|mag|mocht|zou|zal|zit|ligt|staat|laat|liet|vertrok|bleek|blijkt|lijkt|heet|verdween|niet|nu|toen|ook|er|hier|daar"
    "|onder|tussen|tot|vanuit|tijdens|sinds|zelf|alleen|samen|want|omdat|terwijl|zodat|haar|zijn|hem"
)
_IS = r"(?:is|zijn|was|waren|blijkt|bleek|ben|bent|lijkt|heet|noemt zich|voelt zich|werd|wordt|geworden)"
_BE = (
    r"(?:zelf |dan |ook |oorspronkelijk |van oorsprong |van huis uit |half |volgens \w"
    r"+ |denk ik |nu |streng |zeer |erg |een |van ){0,3}"
)
_MANY = (
    r"(?:mensen|jongeren|vrouwen|mannen|gezinnen|families|personen|burgers|inwoners|bewoners|leerlingen"
    r"|cliënten|studenten"
    r"|vaders|moeders|verdachten|slachtoffers|daders|groepen|gemeenschappen|gemeenschap|groep|organisaties"
    r"|jongens|meisjes)"
)


def _peoples() -> list[str]:
    """Return the words for several persons of a people."""
    return [word for word in read_rules("language")["lists"]["VOLKEREN"].split("|") if word.istitle()]


@cache
def _expressions() -> tuple[re.Pattern[str], ...]:
    """Return the expressions, each with the word itself as group `word`."""
    rules = read_rules("people")
    stems, beliefs = any_of(rules["adjectives"]), any_of(rules["beliefs"])
    persons, relatives = any_of(rules["persons"]), any_of(rules["relatives"])
    ending = r"(?:e|se|ze)?"
    double = rf"(?:(?:{stems})(?:-| en | of ))?"
    adjective = rf"{double}(?:{stems}){ending}"
    # A z or double consonant before the ending: Portugees, Portugese; Chinees, Chinese; Kosovaars, Kosovaarse.
    changed = any_of(
        re.sub(r"(\w*?)ees\b", r"\1ese", " ".join(w for w in rules["adjectives"].split() if w.endswith("ees")))
    )
    adjective = rf"(?:{adjective}|{double}(?:{changed}))"
    nouns = any_of(rules["nouns"])
    as_adjective = any_of(" ".join(word for word in rules["nouns"].split() if word.endswith("e")))
    never_adjective = any_of(" ".join(word for word in rules["nouns"].split() if not word.endswith("e")))
    peoples = any_of(" ".join(_peoples()))
    person = rf"(?:{persons})"
    subject = rf"(?:(?:{persons}|{relatives})|[zh]ij|ze|ik|hem|haar|die|wie|ouders|[A-ZÀ-Ž][\w'-]+)"
    return tuple(
        re.compile(expression, flags)
        for expression, flags in (
            ((rf"(?<![\w-])(?P<word>(?:{stems}|{nouns}|sinti|roma|reiziger|woonwagen|zigeuner|moslim)s?-?(?:{persons})(?:etje"
             rf"|tje|pje)?)(?![\w-])"), re.IGNORECASE),
            ((rf"(?<![\w-])(?P<word>{adjective})(?: [a-zà-ž-]+(?:e|en|se|jarige))?,? {person}(?:etje|tje"
             rf"|pje)?(?!\w)"), re.IGNORECASE),
            (rf"(?<![\w-])(?P<word>Roma|Sinti) {person}(?!\w)", re.IGNORECASE),
            ((rf"(?<![\w-])(?:de|het|deze|die|haar|zijn|hun|twee|drie|vier|vijf|zes|beide|alle (?:twee|drie"
             rf"|vier)|\d) (?P<word>{adjective}) (?:{relatives})(?!\w)"), re.IGNORECASE),
            ((rf"(?<![\w-]){subject}(?: [a-zà-ž,]+){{0,3}}? {_IS} {_BE}(?P<word>{adjective}|{beliefs}|Roma"
             rf"|Sinti|(?-i:{never_adjective}))(?=[ ,.;:!?)]|$)(?! (?:op|in) )"), re.IGNORECASE),
            ((rf"(?<![\w-]){_IS} (?:hij|zij|ze|ik|het gezin|de familie|u|je) {_BE}(?P<word>{adjective}"
             rf"|{beliefs}|Roma|Sinti)(?=[ ,.;:!?)]|$)"), re.IGNORECASE),
            ((rf"(?<![\w-]){_DETERMINER} (?:[a-zà-ž-]+e )?(?P<word>(?-i:(?P<as>{as_adjective})|{never_adjective})"
             rf"|{beliefs})(?=[ ,.;:!?)'\"]|$)(?! (?:[a-zà-ž]+(?:en|heid|schap|ing|ij|iek|aat|wet|recht|school|kerk"
             rf"|moskee|taal|cultuur|gemeenschap)\b|(?-i:[A-Z])))(?(as)(?=[,.;:!?)'\"]"
             rf"|$| (?:{_AFTER_A_PERSON})\b))"), re.IGNORECASE),
            ((rf"(?<![\w-])(?P<word>{adjective})[ -]?(?:afkomst|komaf|herkomst|origine|huize|achtergrond"
             rf"|nationaliteit|bloed|wortels|roots|paspoort)(?!\w)"), re.IGNORECASE),
            ((rf"(?<![\w-])(?:met|voor|aan|door|van|tegen) (?P<word>(?-i:{nouns})|{beliefs})(?=[,.;:!?)]"
             rf"|$)"), re.IGNORECASE),
            (
                (rf"(?<![\w-])(?:nationaliteit|afkomst|etniciteit|herkomst|geloof|religie|komaf)(?: is|:|=) ?"
                rf"(?P<word>{adjective}|{beliefs}|(?-i:{nouns}))(?!\w)"),
                re.IGNORECASE,
            ),
            (rf"(?<![\w-])(?:als|zoals een) (?P<word>(?-i:{nouns})|{beliefs})(?=[ ,.;:!?)]|$)", re.IGNORECASE),
            (rf"\((?P<word>{adjective}|(?-i:{nouns})|{beliefs})(?=[,)])", re.IGNORECASE),
            (rf"(?<=\d jaar, )(?P<word>{adjective}|(?-i:{nouns})|{beliefs})(?=[,.)])", re.IGNORECASE),
            (rf"(?<![\w-])(?:twee|drie|vier|vijf|zes|[2-6]|beide) (?P<word>(?-i:{peoples}))(?![\w-])", re.IGNORECASE),
            ((rf"(?<![\w-])(?:{persons}),? (?:dat|die) (?:zelf |ook |half |streng |erg )?(?P<word>{adjective}"
             rf"|{beliefs}) (?:is|zijn|was|waren)(?!\w)"), re.IGNORECASE),
            (r"(?<![\w-])(?P<word>jehova(?:'s)?[ -]getuigen?)(?!\w)", re.IGNORECASE),
            ((r"(?<![\w-])(?:hij|zij|ze|ik|moeder|vader|dochter|zoon|meisje|jongen) (?:is|was|heeft zich) "
             r"(?P<word>bekeerd)(?!\w)(?! tot)"), re.IGNORECASE),
            (r"bekeer\w+ (?:tot|naar) (?:de |het )?(?P<word>islam|christendom|jodendom|hindoeïsme)", re.IGNORECASE),
        )
    )  # fmt: skip


@cache
def _asking_for_a_look() -> tuple[re.Pattern[str], ...]:
    """Return the expressions for where somebody comes from, what is spoken at home, and the colour of a skin."""
    rules = read_rules("people")
    persons = any_of(" ".join(word for word in rules["persons"].split() if word not in _AT_WORK))
    country, language = (rf"(?P<word>(?-i:{any_of(rules[name])}))" for name in ("countries", "languages"))
    who, some = rf"(?:{persons}|{any_of(rules['relatives'])}|[zh]ij|ze|ik)", "(?:[a-zà-ž]+ ){0,3}?"
    expressions = (
        rf"{who} {some}(?:komt|komen|kwam|kwamen|stamt|stammen) {some}uit {country}",
        rf"{who} {some}(?:geboren|opgegroeid|afkomstig|gevlucht|overgekomen) (?:in|uit) {country}",
        rf"{who} \(?{some}(?:wortels in|roots in|geboren in|gevlucht uit) {country}",
        rf"(?:een|de|het|die|dit|deze|haar|zijn) (?:[a-zà-ž]+e )?(?:{persons}) (?:van \d+ )?uit {country}",
        rf"{who} {some}(?:spreekt|sprak|spreken|praat|praten) {some}{language}",
        rf"(?:thuis|onderling) {some}{language}",
        rf"(?P<word>(?:donker|licht)?getinte|negroïde|zwarte|blanke|donkere|witte) (?:{persons})",
        rf"(?:{persons}) (?P<word>van kleur)",
    )
    return tuple(re.compile(rf"(?<![\w-]){expression}(?![\w-])", re.IGNORECASE) for expression in expressions)


_GROUP_BEFORE = re.compile(rf"\b{_MANY}(?: [a-zà-ž]+){{0,3}} (?:van|met|uit) (?:een |de )?$", re.IGNORECASE)
_FOLLOWED_BY_A_THING = re.compile(
    r" (?:[a-zà-ž-]+e )?(?:wet|recht|politie|ambassade|consulaat|school|kerk|moskee|gemeenschap|cultuur"
    r"|taal|tolk(?:en)?dienst|grens|overheid"
    r"|regering|rechter|rechtbank|krant|kenteken|autoriteiten|feest|bruiloft|keuken|winkel|restaurant"
    r"|organisatie|vereniging"
    r"|stichting|basisschool|college|universiteit|eetcafé|supermarkt|bakker|slager|markt|zender|muziek|lied"
    r"|boek|film|model"
    r"|woord|term|naam|jongeren|vrouwen|mannen|gezinnen|families|meiden|collega's|zaak|instantie|justitie"
    r"|arbeidsinspectie)\w*\b"
)


@cache
def _clues() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the words, in small letters, of which one must be there, and how compounds begin."""
    rules = read_rules("people")
    stems = rules["adjectives"].lower().split()
    changed = (f"{stem[:-3]}es" for stem in stems if stem.endswith("ees"))
    endings = (stem + ending for stem in (*stems, *changed) for ending in ("", "e", "se", "ze"))
    known = frozenset(
        [
            *endings,
            *rules["nouns"].lower().split(),
            *rules["beliefs"].split(),
            "roma",
            "sinti",
            "islam",
            "christendom",
            "jodendom",
            *rules["countries"].lower().split(),
            *rules["languages"].lower().split(),
            *(word.lower() for word in _peoples()),
            *_CLUES,
        ]
    )
    return known, ("roma", "sinti", "zigeuner", "moslim", "reiziger", "woonwagen")


def _stretches(text: str) -> list[tuple[int, int]]:
    """Return the stretches around words that can be about ethnicity; elsewhere there is nothing to find."""
    known, compounds = _clues()
    stretches: list[tuple[int, int]] = []
    for word in _WORD.finditer(text):
        lowered = word[0].lower()
        if lowered in known or lowered.startswith(compounds) or any(part in known for part in lowered.split("-")[:-1]):
            start = max(0, word.start() - _AROUND)
            if stretches and start <= stretches[-1][1]:
                start = stretches.pop()[0]
            stretches.append((start, word.end() + _AROUND))
    return stretches


def find_ethnicity(text: str) -> Iterator[Span]:
    """Yield the word for ethnicity, religion or nationality of one person or family; origin and language as a look."""
    for stretch in _stretches(text):
        for level, expressions in ((Level.STOP, _expressions()), (Level.LOOK, _asking_for_a_look())):
            for expression in expressions:
                for match in expression.finditer(text, *stretch):
                    start, end = match.span("word")
                    if not _is_of_a_group_or_thing(text, start, end):
                        yield Span(start, end, Label.ETHNIC, level)


def _is_of_a_group_or_thing(text: str, start: int, end: int) -> bool:
    """Say whether a word for a people belongs to a group in general, or to a thing."""
    if _GROUP_BEFORE.search(text, max(0, start - 60), start):
        return True
    return bool(_FOLLOWED_BY_A_THING.match(text, end)) and "-" not in text[start:end]
