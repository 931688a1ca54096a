"""Ethnicity, religion or nationality that is tied to one person or one family.

A group in general, a law, an embassy, a language or a school is none. The words stand in
`rules/people.toml`.
"""

import re
from collections.abc import Iterator
from functools import cache

from verder.textcheck.labels import Label
from verder.textcheck.patterns.span import Span
from verder.textcheck.rules import any_of, read_rules

_DETERMINER = (
    r"(?:een|de|het|'n|die|dat|deze|dit|zijn|haar|mijn|hun|onze|ons|je|jouw|uw|geen|en"
    r"e|twee|drie|vier|vijf|zes|zeven|acht|2|3|4|5|6)"
)
_OF_A_STORY = r"(?:de|het|die|dat|deze|dit|zijn|haar|mijn|hun|onze|ons|jouw|uw|twee|drie|vier|vijf|zes|[2-6])"
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_AROUND = 90
_IS = r"(?:is|zijn|was|waren|blijkt|bleek|ben|bent|lijkt|heet|noemt zich(?:zelf)?|voelt zich|werd|wordt|geworden)"
_BE = (
    r"(?:zelf |dan |ook |oorspronkelijk |van oorsprong |van huis uit |half |volgens \w"
    r"+ |denk ik |nu |streng |zeer |erg |een |van |praktiserend |belijdend |overtuigd |gewoon |allebei |beiden? ){0,3}"
)
_MANY = (
    r"(?:mensen|jongeren|vrouwen|mannen|gezinnen|families|personen|burgers|inwoners|bewoners|leerlingen"
    r"|cliënten|studenten"
    r"|vaders|moeders|verdachten|slachtoffers|daders|groepen|gemeenschappen|gemeenschap|groep|organisaties"
    r"|jongens|meisjes)"
)


_AFTER_A_PERSON = (
    "en|of|die|met|uit|van|in|op|bij|als|aan|door|naar|zonder|tegen|om|had|was|werd|wordt|kwam|komt|belde|zei|zegt"
    "|vertelde|vroeg|vraagt|ging|zat|zit|stond|staat|woont|woonde|werkt|werkte|kreeg|meldt|meldde|slaapt|huurt|huurde"
    "|durft|spreekt|sprak|wacht|deed|liet|sloeg|bedreigt"
)


def _adjectives(stems: str) -> str:
    """Return an expression for every form of these adjectives: Turks, Turkse; Portugees, Portugese; Kosovaars."""
    changed = any_of(" ".join(f"{stem[:-3]}ese" for stem in stems.split() if stem.endswith("ees")))
    double = rf"(?:(?:{any_of(stems)}|afro|half)(?:-| en | of ))?"
    return rf"{double}(?:(?:{any_of(stems)})(?:e|se|ze)?|{changed})"


@cache
def _expressions() -> tuple[re.Pattern[str], ...]:
    """Return the expressions, each with the word itself as group `word`."""
    rules = read_rules("people")
    all_stems, all_nouns = f"{rules['adjectives']} {rules['rare_adjectives']}", rules["nouns"].split()
    stems, beliefs = any_of(all_stems), any_of(rules["beliefs"])
    persons, relatives = any_of(rules["persons"]), any_of(rules["relatives"])
    adjective, nouns, several = _adjectives(all_stems), any_of(rules["nouns"]), any_of(rules["several"])
    # What is an adjective as well ("een Franse folder") needs more around it than what is a noun alone.
    alone = any_of(" ".join(word for word in all_nouns if not word.endswith(("e", "ees"))))
    women = any_of(" ".join(word for word in all_nouns if word.endswith("e")))
    person = rf"(?:{persons})"
    who = rf"(?:(?:de|het|een|haar|zijn|mijn|die|dit|dat|deze|ons|onze) )?{person}"
    subject = rf"(?:(?:{persons}|{relatives})|[zh]ij|ze|ik|hem|haar|die|wie|ouders|[A-ZÀ-Ž][\w'-]+)"
    whole = rf"{adjective}|{beliefs}|Roma|Sinti|(?-i:{alone})"
    end = r"(?=[ ,.;:!?)]|$)"
    close = r"(?=[,.;:!?)'\"]|$)"
    kinds = rf"{stems}|{nouns}|sinti|roma|reiziger|woonwagen|zigeuner|moslim"
    goes_on = rf"(?={close}| (?:{_AFTER_A_PERSON})\b)"
    described = r"(?:[a-zà-ž-]+e |streng |zeer |jong ){0,2}"
    expressions = (
        rf"(?<![\w-])(?P<word>(?:{kinds})s?-?(?:{persons})(?:etje|tje|pje)?)(?![\w-])",
        rf"(?<![\w-])(?P<word>{adjective})(?: [a-zà-ž-]+(?:e|en|se|jarige))?,? {person}(?:etje|tje|pje)?(?!\w)",
        rf"(?<![\w-])(?P<word>Roma|Sinti) {person}(?!\w)",
        (rf"(?<![\w-])(?:de|het|deze|die|haar|zijn|hun|twee|drie|vier|vijf|zes|beide|alle (?:twee|drie|vier)|\d)"
         rf" (?P<word>{adjective}) (?:{relatives})(?!\w)"),
        rf"(?<![\w-]){subject}(?: [a-zà-ž,]+){{0,3}}? {_IS} {_BE}(?P<word>{whole}){end}(?! (?:op|in) )",
        rf"(?<![\w-]){_IS} (?:hij|zij|ze|ik|u|je|{who}) {_BE}(?P<word>{whole}){end}",
        rf"(?<![\w-]){person},? (?:die|dat) {_BE}(?P<word>{whole}) {_IS}(?!\w)",
        rf"(?<![\w-]){_OF_A_STORY} {described}(?P<word>(?-i:{alone})|{beliefs}){end}(?! (?-i:[A-ZÀ-Ž]))",
        rf"(?<![\w-]){_DETERMINER} {described}(?P<word>(?-i:{nouns})|{beliefs}){goes_on}",
        rf"(?<=, )(?:zelf|zelf ook|oorspronkelijk|van oorsprong|van huis uit)(?: een)? (?P<word>{whole}){close}",
        (rf"(?<![\w-])(?P<word>{adjective})[ -]?(?:afkomst|komaf|herkomst|origine|huize|achtergrond|nationaliteit"
         rf"|bloed|wortels|roots|paspoort|staatsburger)(?!\w)"),
        (rf"(?<![\w-])(?:een|de|die|deze) (?P<word>(?-i:{women})) (?:is|heeft|wil|wilde|kan|kon|moet|moest|mag|krijgt"
         rf"|weet|gaat|trouwde|trouwt|vluchtte|bleek|blijkt|raakte)(?!\w)"),
        (r"(?<![\w-])(?:hij|zij|ze|ik|moeder|vader|dochter|zoon|meisje|jongen) (?:is|was|heeft zich) "
         r"(?P<word>bekeerd)(?!\w)(?! tot| naar)"),
        rf"(?<![\w-])(?:met|voor|aan|door|van|tegen) (?P<word>(?-i:{nouns})|{beliefs})(?=[,.;:!?)]|$)",
        (rf"(?<![\w-])(?:nationaliteit|afkomst|etniciteit|herkomst|geloof|religie|komaf)(?: is|:|=) ?"
         rf"(?P<word>{adjective}|{beliefs}|(?-i:{nouns}))(?!\w)"),
        rf"(?<![\w-])(?:als|zoals een) (?P<word>(?-i:{nouns})|{beliefs}){end}",
        rf"(?<![\w-])(?:twee|drie|vier|vijf|zes|beide|[2-6]) (?P<word>(?-i:{several}))(?![\w-])",
        rf"\((?P<word>{adjective}|(?-i:{nouns})|{beliefs})(?=[,)])",
        rf"(?<=\d jaar, )(?P<word>{adjective}|(?-i:{nouns})|{beliefs})(?=[,.)])",
        rf"(?<![\w-])[zh]ij (?P<word>{adjective})(?=[,.;)])",
        (rf"(?:(?<![\w-])(?:de|het|een|haar|zijn|die|dit|deze|mijn|onze?) |^|(?<=[.:;!?] )){person}, (?:een )?"
         rf"(?P<word>{adjective}|(?-i:{nouns})|{beliefs})(?=,)"),
        r"(?<![\w-])(?P<word>Roma|Sinti)[ -](?:afkomst|komaf|herkomst|achtergrond)(?!\w)",
        rf"(?<![\w-])(?P<word>(?-i:{nouns})) van (?:geboorte|origine|afkomst|herkomst)(?!\w)",
        rf"(?<![\w-])met (?P<word>{adjective}) (?:{relatives})(?!\w)",
        rf"(?<![\w-])(?:twee|drie|vier|vijf|zes|beide|[2-6]) (?P<word>{adjective}) [a-zà-ž]{{4,}}(?:en|s)(?!\w)",
        (rf"(?<![\w-])(?:zij|ze|het|dat|wij|ouders|broers) zijn (?:allebei |beiden? |zelf )?"
         rf"(?P<word>(?-i:{several})){close}"),
        (rf"(?<![\w-])(?:een|de|die|deze) (?:jonge|oudere|oude|zwangere|bejaarde|alleenstaande|\d+-jarige) "
         rf"(?P<word>(?-i:{nouns})){end}"),
        r"bekeer\w+ (?:tot|naar) (?:de |het )?(?P<word>islam|christendom|jodendom|hindoeïsme|katholicisme)",
        r"(?<![\w-])(?P<word>jehova(?:'s)?[ -]getuigen?)(?!\w)",
    )  # fmt: skip
    return tuple(re.compile(expression, re.IGNORECASE) for expression in expressions)


_GROUP_BEFORE = re.compile(rf"\b{_MANY}(?: [a-zà-ž]+){{0,3}} (?:van|met|uit) (?:een |de )?$", re.IGNORECASE)
_FEW = re.compile(r"\b(?:twee|drie|vier|vijf|zes|beide|[2-6]) $", re.IGNORECASE)
_FOLLOWED_BY_A_THING = re.compile(
    r" (?:[a-zà-ž-]+e )?(?:wet|recht|politie|ambassade|consulaat|school|kerk|moskee|gemeenschap|cultuur"
    r"|gesproken|gepraat|geschreven|vertaald|gegeten|gekookt|taal|tolk(?:en)?dienst|grens|overheid"
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
    stems = f"{rules['adjectives']} {rules['rare_adjectives']}".lower().split()
    changed = (f"{stem[:-3]}es" for stem in stems if stem.endswith("ees"))
    endings = (stem + ending for stem in (*stems, *changed) for ending in ("", "e", "se", "ze"))
    words = frozenset(
        [
            *endings,
            *rules["nouns"].lower().split(),
            *rules["several"].lower().split(),
            *rules["beliefs"].split(),
            "roma",
            "sinti",
            "islam",
            "christendom",
            "jodendom",
            "hindoeïsme",
            "katholicisme",
            "jehova",
            "bekeerd",
            "jehova's",
        ]
    )
    return words, ("roma", "sinti", "zigeuner", "moslim", "reiziger", "woonwagen")


def _stretches(text: str) -> list[tuple[int, int]]:
    """Return the stretches around words that can be about ethnicity; elsewhere there is nothing to find."""
    words, compounds = _clues()
    stretches: list[tuple[int, int]] = []
    for word in _WORD.finditer(text):
        lowered = word[0].lower()
        if lowered in words or lowered.startswith(compounds) or any(part in words for part in lowered.split("-")[:-1]):
            start = max(0, word.start() - _AROUND)
            if stretches and start <= stretches[-1][1]:
                start = stretches.pop()[0]
            stretches.append((start, word.end() + _AROUND))
    return stretches


def find_ethnicity(text: str) -> Iterator[Span]:
    """Yield the word for ethnicity, religion or nationality of one person or family."""
    for stretch in _stretches(text):
        for expression in _expressions():
            for match in expression.finditer(text, *stretch):
                start, end = match.span("word")
                group = _GROUP_BEFORE.search(text, max(0, start - 60), start)
                few = _FEW.search(text, max(0, start - 8), start)
                thing = not few and _FOLLOWED_BY_A_THING.match(text, end) and "-" not in match["word"]
                if not (group or thing):
                    yield Span(start, end, Label.ETHNIC)
